//! One line to capture: what it is read as, what is refused, and what must hold for every line.

mod adversary;
mod agreement;
mod customers;
mod examples;
mod languages;
mod problems;
mod properties;
pub mod tongues;
mod twice;

use crate::support::desk::TestDesk;
use kept_core::capture::{CaptureCode, Captured};

/// An office in Berlin on Tuesday 3 March 2026, 09:00, open on weekdays from 8 to 18 but at noon, and on Saturday morning. Ruth
/// types; Amy Reyes, Dan Ortiz and Sam Okoye are there too.
fn office() -> TestDesk {
    let desk = TestDesk::in_zone("Europe/Berlin", "2026-03-03T08:00Z");
    desk.opens("mon-fri 08:00-12:00,13:00-18:00; sat 09:00-13:00");
    desk
}

fn read(desk: &TestDesk, line: &str) -> Captured {
    desk.capture(line, None).unwrap_or_else(|e| panic!("{line:?}: {e}"))
}

fn codes(captured: &Captured) -> Vec<CaptureCode> {
    captured.problems.iter().map(|problem| problem.code).collect()
}

/// What a line is read as: `owner | text | wall time`, `note`, or the codes of its problems.
fn outcome(captured: &Captured) -> String {
    match &captured.promise {
        Some(promise) => {
            let codes: String = codes(captured).iter().map(|code| format!(" {code:?}")).collect();
            let due = promise.due_local.to_string();
            format!("{} | {} | {}{codes}", promise.owner, promise.text, due.strip_suffix(":00").unwrap_or(&due))
        }
        None if captured.problems.is_empty() => format!("note: {}", captured.note),
        None => captured
            .problems
            .iter()
            .map(|p| format!("{:?} {:?} {:?}", p.code, p.message, p.suggest))
            .collect::<Vec<_>>()
            .join(" + "),
    }
}
