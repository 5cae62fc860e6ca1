//! The fourth sentence: how to begin. There is none where nothing is in the way.

use super::{Clause, Facts, Source, past_day};

pub(super) fn clauses(facts: &Facts<'_>) -> Vec<Clause> {
    if let Some(turned_down) = facts.contacts.turned_down() {
        let text = "Start with an apology, then ask whether it is a good moment";
        return vec![Clause::new(text, Source::Entry(turned_down.id))];
    }
    if let Some(worst) = facts.late().first() {
        return vec![Clause::new("Start with an apology", Source::Promise(worst.id))];
    }
    if let Some(told) = told(facts) {
        return vec![told];
    }
    Vec::new()
}

/// That they told it to somebody else already, where something is owed for it.
fn told(facts: &Facts<'_>) -> Option<Clause> {
    let told = facts.contacts.told_to_another(facts.viewer, facts.now).filter(|_| !facts.open.is_empty())?;
    let who = facts.office.member_name(told.by);
    let day = past_day(facts.wall(told.at), facts.today());
    let text = format!("Say that you know what they told {who} {day}, and do not ask for it again");
    Some(Clause::new(text, Source::Entry(told.id)))
}
