//! The second sentence: what may make this talk go wrong.

use super::{
    Clause, Contact, Facts, Source,
    said::{capital, counted, quoted},
};
use crate::event::Outcome;

/// The most characters of the note that are read aloud.
const READ: usize = 80;

pub(super) fn clauses(facts: &Facts<'_>) -> Vec<Clause> {
    let mut clauses = Vec::new();
    if let Some(turned_down) = facts.contacts.turned_down() {
        let who = facts.office.member_name(turned_down.by);
        let what = match turned_down.outcome {
            Some(Outcome::HungUp) => format!("They hung up on {who}"),
            _ => format!("They did not want to speak with {who}"),
        };
        let text = format!("{what}, {}", facts.when(turned_down.at));
        clauses.push(Clause::new(text, Source::Entry(turned_down.id)));
    }
    if let Some((first, others)) = facts.contacts.in_vain().split_first() {
        let text = format!("{}, {}", in_vain(first, others.len()), facts.when(first.at));
        clauses.push(Clause::new(text, Source::Entry(first.id)));
    }
    if let Some((times, last)) = facts.open.iter().map(|one| one.made_at).min().and_then(|at| facts.contacts.chased(at))
    {
        let times = if times == 1 { String::new() } else { format!(" {}", counted(times as i64, "time")) };
        let text = format!("they came to us{times} since it was promised, last {}", facts.when(last.at));
        clauses.push(Clause::new(text, Source::Entry(last.id)));
    }
    if !facts.card.note.trim().is_empty() {
        clauses.push(Clause::new(format!("note: {}", quoted(&facts.card.note, READ)), Source::Note(facts.customer)));
    }
    if let Some(first) = clauses.first_mut() {
        first.text = capital(&first.text);
    }
    clauses
}

/// How the last try went, and that others went before it.
fn in_vain(last: &Contact, others: usize) -> String {
    let what = match last.outcome {
        Some(Outcome::LeftVoicemail) => "a voicemail",
        Some(Outcome::Busy) => "a busy line",
        Some(Outcome::WrongNumber) => "a wrong number",
        _ => "a call nobody answered",
    };
    if others == 0 {
        format!("the last contact was {what}")
    } else {
        format!("nobody was reached {} in a row, last {what}", counted(others as i64 + 1, "time"))
    }
}
