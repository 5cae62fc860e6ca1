//! The third sentence: when a person last spoke with them, and what they want.

use super::{
    Clause, Contact, Facts, Source,
    said::{counted, quoted, span},
};
use crate::event::ContactKind;

/// The most characters of an interest that are read aloud.
const READ: usize = 80;

pub(super) fn clauses(facts: &Facts<'_>) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = spoken(facts).into_iter().collect();
    let Some((last, spoken)) = facts.contacts.last.first().map(|last| (last, facts.contacts.spoken())) else {
        clauses.extend(wants(facts, true));
        return clauses;
    };
    if spoken.is_some_and(|spoken| spoken.id != last.id) && !last.is_in_vain() && !last.is_turned_down() {
        let text = format!("the last contact was {}, {}", kind(last), facts.when(last.at));
        clauses.push(Clause::new(text, Source::Entry(last.id)));
    }
    clauses.extend(wants(facts, clauses.is_empty()));
    clauses
}

/// When a person last spoke with them, or that nobody has.
fn spoken(facts: &Facts<'_>) -> Option<Clause> {
    let last = facts.contacts.last.first()?;
    let Some(spoken) = facts.contacts.spoken() else {
        let among = match facts.contacts.more {
            true => format!("in the last {}", counted(facts.contacts.last.len() as i64, "contact")),
            false => "yet".to_owned(),
        };
        return Some(Clause::new(format!("No person has spoken with them {among}"), Source::Entry(last.id)));
    };
    let who = facts.office.member_name(spoken.by);
    let mut text = format!("{who} last spoke with them: {}, {}", kind(spoken), facts.when(spoken.at));
    if spoken.id != last.id
        && let Some(ago) = ago(facts, spoken)
    {
        text.push_str(&format!(", {ago} ago"));
    }
    Some(Clause::new(text, Source::Entry(spoken.id)))
}

/// How long ago that was: beside a day that is named by the calendar, and nothing beside "yesterday".
fn ago(facts: &Facts<'_>, spoken: &Contact) -> Option<String> {
    let zone = facts.office.settings.zone;
    match zone.wall(facts.now).day().days_since(zone.wall(spoken.at).day()) {
        days @ 2.. => Some(counted(days, "day")),
        1 => None,
        _ => Some(span(facts.now.since_ms(spoken.at))),
    }
}

/// What they want, and who serves it.
fn wants(facts: &Facts<'_>, is_first: bool) -> Option<Clause> {
    let (interest, department) = (facts.card.interest.trim(), facts.card.department.trim());
    let word = if is_first { "They" } else { "they" };
    let text = match (interest.is_empty(), department.is_empty()) {
        (true, true) => return None,
        (true, false) => format!("{} serves them", quoted(department, READ)),
        (false, true) => format!("{word} want {}", quoted(interest, READ)),
        (false, false) => format!("{word} want {} ({department})", quoted(interest, READ)),
    };
    Some(Clause::new(text, Source::Card(facts.customer)))
}

fn kind(contact: &Contact) -> &'static str {
    match contact.kind {
        ContactKind::Call => "a call",
        ContactKind::Visit => "a visit",
        ContactKind::Email => "an e-mail",
        ContactKind::Letter => "a letter",
        ContactKind::Message => "a message",
        ContactKind::Note => "a note",
    }
}
