//! Every reason why a call may hurt, the worst first. Each is a function of the facts: a new one is a line in [`all`].

use super::{
    Better, BetterAct, GuardFacts,
    facts::GRACE_MS,
    wording::{name, named},
};
use crate::{
    brief::{Clause, Source, past_day},
    event::Outcome,
    promise::PromiseRow,
};

/// From so many promises missed in 90 days on, trust is thin.
const MANY_MISSED: u64 = 2;
/// So many late promises are named.
const NAMED: usize = 2;

/// Something that speaks against the call.
pub(super) struct Reason {
    /// Why, the weightiest first.
    pub(super) clauses: Vec<Clause>,
    /// What to do, in at most six words.
    pub(super) advice: String,
    /// What to do instead of dialling.
    pub(super) better: Better,
}

/// What speaks against the call, the worst first.
pub(super) fn all(facts: &GuardFacts<'_>) -> Vec<Reason> {
    [turned_down, late, wrong_department, told_to_another, often_missed, pinned]
        .iter()
        .filter_map(|reason| reason(facts))
        .collect()
}

fn better(act: BetterAct, label: impl Into<String>, from: Source) -> Better {
    Better { act, label: label.into(), from, member: None }
}

fn let_call(member: &str, from: Source) -> Better {
    let label = format!("Let {} call", name(member));
    Better { act: BetterAct::LetCall, label, from, member: Some(member.to_owned()) }
}

/// They hung up or refused when they were last rung.
fn turned_down(facts: &GuardFacts<'_>) -> Option<Reason> {
    let known = &facts.known;
    let last = known.contacts.turned_down()?;
    let who = name(known.office.member_name(last.by));
    let day = past_day(known.wall(last.at), known.today());
    let what = if last.outcome == Some(Outcome::HungUp) { "hung up on" } else { "refused to speak with" };
    let clauses = vec![Clause::new(format!("{what} {who} {day}"), Source::Entry(last.id))];
    let caller = known.viewer.map(|caller| known.office.member_name(caller));
    let mends = known.open.iter().find(|open| open.made_at >= last.at);
    Some(match mends.filter(|mends| Some(mends.owner.as_str()) != caller) {
        Some(mends) => Reason {
            clauses,
            advice: "do not call now".to_owned(),
            better: let_call(&mends.owner, Source::Promise(mends.id)),
        },
        None => Reason {
            clauses,
            advice: "apologise, sell nothing".to_owned(),
            better: better(BetterAct::SeeEntry, "See what happened first", Source::Entry(last.id)),
        },
    })
}

/// What is open and so late that a word of excuse at the beginning is not enough, the latest first.
fn late_by_far<'a>(facts: &'a GuardFacts<'_>) -> Vec<&'a PromiseRow> {
    facts.known.late().into_iter().filter(|late| late.late_ms > GRACE_MS).collect()
}

/// The time that was agreed has passed.
fn late(facts: &GuardFacts<'_>) -> Option<Reason> {
    let known = &facts.known;
    let late = late_by_far(facts);
    let worst = late.first()?;
    let day = past_day(known.wall(worst.agreed_due_at), known.today());
    let mut clauses = vec![Clause::new(format!("deadline passed {day}"), Source::Promise(worst.id))];
    for (n, promise) in late.iter().take(NAMED).enumerate() {
        let word = if n == 0 { "promised " } else { "and " };
        clauses.push(Clause::new(format!("{word}{}", named(&promise.text)), Source::Promise(promise.id)));
    }
    if let Some(next) = late.get(NAMED) {
        clauses.push(Clause::new(format!("{} more late", late.len() - NAMED), Source::Promise(next.id)));
    }
    let from = Source::Promise(worst.id);
    Some(Reason {
        clauses,
        advice: "recover, do not schedule".to_owned(),
        better: better(BetterAct::SeePromise, "See what was promised", from),
    })
}

/// The caller is in another department than the one that serves what they want.
fn wrong_department(facts: &GuardFacts<'_>) -> Option<Reason> {
    let mismatch = facts.mismatch.as_ref()?;
    let from = Source::Card(facts.known.customer);
    let wants = if mismatch.wants.trim().is_empty() { String::new() } else { named(&mismatch.wants) + ", " };
    let clauses = vec![
        Clause::new(format!("you are in {}", named(&mismatch.is_in)), from),
        Clause::new(format!("they want {wants}{}", named(&mismatch.serves)), from),
    ];
    Some(match &mismatch.better {
        Some(colleague) => {
            Reason { clauses, advice: format!("let {} call", name(colleague)), better: let_call(colleague, from) }
        }
        None => Reason {
            clauses,
            advice: "ask who serves them".to_owned(),
            better: better(BetterAct::SeeCard, "See what they want", from),
        },
    })
}

/// They told it to somebody else, who wrote it down, and a third owes them the answer.
fn told_to_another(facts: &GuardFacts<'_>) -> Option<Reason> {
    let known = &facts.known;
    let told = known.contacts.told_to_another(known.viewer, known.now)?;
    let caller = known.viewer.map(|caller| known.office.member_name(caller));
    let is_callers = |open: &&PromiseRow| caller.is_some_and(|caller| open.is_answered_by(caller));
    if known.viewer_checks || known.open.iter().any(is_callers) {
        return None;
    }
    let owed = known.open.first()?;
    let day = past_day(known.wall(told.at), known.today());
    let clauses = vec![
        Clause::new(format!("told {} all {day}", name(known.office.member_name(told.by))), Source::Entry(told.id)),
        Clause::new(format!("{} owes them an answer", name(&owed.owner)), Source::Promise(owed.id)),
    ];
    Some(Reason {
        clauses,
        advice: "read it, do not ask again".to_owned(),
        better: better(BetterAct::SeeEntry, "Read what they told us", Source::Entry(told.id)),
    })
}

/// Several promises to them were not kept in time, and nobody has spoken with them since the last of them.
fn often_missed(facts: &GuardFacts<'_>) -> Option<Reason> {
    let missed = facts.missed.filter(|missed| missed.promises >= MANY_MISSED)?;
    // Those that are open and late have been named.
    if missed.promises <= late_by_far(facts).len() as u64 {
        return None;
    }
    let spoken = facts.known.contacts.spoken().is_some_and(|spoken| spoken.at > missed.last_at);
    if spoken {
        return None;
    }
    let from = Source::Promise(missed.last);
    Some(Reason {
        clauses: vec![Clause::new(format!("{} promises missed in 90 days", missed.promises), from)],
        advice: "apologise first".to_owned(),
        better: better(BetterAct::SeeCard, "See the customer first", Source::Card(facts.known.customer)),
    })
}

/// A colleague pinned a note for whoever calls.
fn pinned(facts: &GuardFacts<'_>) -> Option<Reason> {
    let from = Source::Note(facts.known.customer);
    Some(Reason {
        clauses: vec![Clause::new(format!("note: {}", named(&facts.known.card.note)), from)],
        advice: "mind it".to_owned(),
        better: better(BetterAct::SeeCard, "Read the note first", from),
    })
    .filter(|_| facts.is_note_pinned)
}
