//! The first sentence: what is late, and what is due next.

use super::{
    Clause, Facts, Source,
    said::{quoted, span},
};

/// The most characters of a promise that are read aloud.
const READ: usize = 80;

pub(super) fn clauses(facts: &Facts<'_>) -> Vec<Clause> {
    let late = facts.late();
    let mut clauses = Vec::new();
    if let Some(worst) = late.first() {
        let since = facts.when(worst.agreed_due_at);
        let text = format!(
            "Late by {}: {}, owed by {} since {since}",
            span(worst.late_ms),
            quoted(&worst.text, READ),
            worst.owner
        );
        clauses.push(Clause::new(text, Source::Promise(worst.id)));
    }
    match late.get(1) {
        Some(second) if late.len() == 2 => {
            let text = format!("{} is late too", quoted(&second.text, READ));
            clauses.push(Clause::new(text, Source::Promise(second.id)));
        }
        Some(second) => {
            clauses.push(Clause::new(format!("{} more are late", late.len() - 1), Source::Promise(second.id)));
        }
        None => {}
    }
    if let Some(next) = facts.open.iter().find(|promise| !promise.late) {
        let word = if clauses.is_empty() { "Next" } else { "next" };
        let text = format!("{word}: {}, {}, {}", quoted(&next.text, READ), facts.when(next.due_at), next.owner);
        clauses.push(Clause::new(text, Source::Promise(next.id)));
    }
    clauses
}
