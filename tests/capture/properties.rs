//! What must hold for every line, every zone and every moment.

use super::{codes, office, outcome, read};
use crate::support::{desk::TestDesk, shared_text};
use kept_core::{
    capture::{CaptureCode, Captured},
    office::OfficeChange,
    time::{DAY_MS, Timestamp, Zone},
};
use proptest::{prelude::*, test_runner::TestRunner};

/// Zones of the shared table with a moment at which their clocks change.
fn changes() -> Vec<(Zone, Timestamp)> {
    let text = shared_text("time/dst_transitions_2023_2030.tsv").unwrap_or_default();
    let read = |line: &str| {
        let mut columns = line.split('\t');
        (columns.next().unwrap().parse().unwrap(), columns.next().unwrap().parse().unwrap())
    };
    text.lines().skip(1).map(read).collect()
}

fn in_zone(desk: &TestDesk, zone: Zone) {
    desk.change_office(&OfficeChange { zone: Some(zone.name().into()), ..OfficeChange::default() }).unwrap();
}

/// The promise that a line is read as, with no word about it left over.
#[track_caller]
fn promised(captured: &Captured, line: &str) -> (String, Timestamp) {
    let promise = captured.promise.as_ref().unwrap_or_else(|| panic!("{line:?}: {}", outcome(captured)));
    (promise.text.clone(), promise.due_at)
}

#[test]
fn every_moment_said_back_is_read_as_the_same_moment_in_every_zone() {
    let desk = TestDesk::at("2026-03-03T08:00Z");
    let changes = changes();
    assert!(changes.len() > 100, "only {} changes of the clocks", changes.len());
    for (zone, change) in changes {
        in_zone(&desk, zone);
        for away in [-40, -1, 0] {
            let now = change.plus_ms(away * DAY_MS - 5_400_000);
            desk.clock.set(now);
            // Around the change, to the second, and far from it.
            for minutes in [-61, -60, -31, -1, 0, 1, 29, 30, 59, 60, 61, 90, 119, 120, 1440, 10_080, 300_000] {
                let at = change.plus_ms(minutes * 60_000 + 7_000 * i64::from(minutes % 3 == 0));
                let typed = read(&desk, &format!("call Ana {at}"));
                let said =
                    typed.echo.as_ref().unwrap_or_else(|| panic!("{zone} {at}: {}", outcome(&typed))).when.clone();
                let line = format!("call Ana {said}");
                assert_eq!(promised(&read(&desk, &line), &line), ("call Ana".into(), at), "{zone} at {now}: {line:?}");
            }
        }
    }
}

#[test]
fn a_text_with_a_moment_said_back_is_that_text_at_that_moment() {
    let desk = office();
    let words = prop::collection::vec(
        prop::sample::select(vec![
            "mats",
            "bumper",
            "the",
            "about",
            "Maria",
            "and",
            "plates",
            "31,500",
            "miles",
            "2021",
            "roof",
            "sat nav",
            "24/7",
            "€40",
            "7ABC-123",
            "206 555 0142",
            "wife's",
            "van",
            "with",
            "leather",
            "(blue)",
            "3 tiles",
            "mom@example.com",
        ]),
        0..6,
    );
    let strategy = (words, 1_i64..600_000, 0_i64..86_400, any::<bool>());
    TestRunner::new(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })
        .run(&strategy, |(words, minutes, second, is_first)| {
            let text = std::iter::once("order").chain(words).chain(["today's mats"]).collect::<Vec<_>>().join(" ");
            let now = desk.now();
            let at = now.plus_ms(minutes * 60_000 + second / 3600 * 1000);
            let said = read(&desk, &format!("x {at}")).echo.unwrap().when;
            let line = if is_first { format!("{said}: {text}") } else { format!("{text} {said}") };
            let captured = read(&desk, &line);
            prop_assert!(captured.promise.is_some(), "{:?}: {}", line, outcome(&captured));
            prop_assert_eq!(promised(&captured, &line), (text, at), "{:?}", line);
            Ok(())
        })
        .unwrap();
}

/// Pieces of lines, many of which mean something.
fn lines() -> impl Strategy<Value = String> {
    let known = prop::sample::select(
        "in a an half quarter past to at the of next last week month min hours days ago fri friday monday sat sun may march feb tmr \
         today tomorrow yesterday noon midnight closing morning tonight am p pm th nd o'clock and or between from after every not \
         by on before until about roof nav mats call Ana Dan Amy Sam Ruth Will I we he will 'll @dan @sam @zoe @ Dan'll @10am asap \
         now 0 3 4 7 10 14 29 31 45 10am 2p 3a 14:00 16.45 25:00 3/4 12/3 24.11. 12.03.26 2026-03-10 2021 31,500 $40 1400 - / , . : ( ) + & \
         10-11am 2026-03-06T17:00:00+01:00 29 mar 02:30 99999999999 ١٤ ａｍ"
            .split_whitespace()
            .collect::<Vec<_>>(),
    );
    let piece = prop_oneof![30 => known.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec((piece, prop::sample::select(vec![" ", " ", " ", ""])), 0..12)
        .prop_map(|parts| parts.into_iter().map(|(piece, blank)| piece + blank).collect())
}

#[test]
fn whatever_is_typed_every_suggestion_is_understood() {
    let desk = office();
    let suggested = std::cell::Cell::new(0);
    TestRunner::new(ProptestConfig { cases: 2500, failure_persistence: None, ..ProptestConfig::default() })
        .run(&prop_oneof![8 => lines(), 1 => any::<String>()], |line| {
            let captured = read(&desk, &line);
            prop_assert_eq!(captured.promise.is_some(), captured.echo.is_some());
            prop_assert!(captured.note.is_empty() || (captured.promise.is_none() && captured.problems.is_empty()));
            for problem in &captured.problems {
                for instead in &problem.suggest {
                    suggested.set(suggested.get() + 1);
                    let read = read(&desk, instead);
                    let clean = read.promise.is_some() && matches!(codes(&read).as_slice(), [] | [CaptureCode::Closed]);
                    prop_assert!(clean, "{:?} suggests {:?}: {}", line, instead, outcome(&read));
                }
            }
            Ok(())
        })
        .unwrap();
    assert!(suggested.get() > 500, "only {} suggestions", suggested.get());
}

#[test]
fn hostile_strings_are_captured_as_something() {
    let Some(text) = shared_text("hostile/blns.json") else { return };
    let strings: Vec<String> = serde_json::from_str(&text).unwrap();
    let desk = office();
    for text in strings {
        read(&desk, &text);
        read(&desk, &format!("Dan will call {text} tomorrow 10am"));
    }
}
