//! What is late at every opening, once its ladder is at its end: told to whoever answers for it and to the managers,
//! whether or not somebody has seen it.

use super::{Call, Facts, Mark, Rules, Step, Why, decide};
use crate::{
    id::Id,
    time::{Day, Timestamp},
};

/// How far ahead the next opening is looked for, in days.
const LOOK_AHEAD_DAYS: i64 = 400;

/// Today's opening, if it has come.
pub(super) fn opening(rules: &Rules<'_>, now: Timestamp) -> Option<Timestamp> {
    rules.calendar().opening(today(rules, now)).filter(|opening| *opening <= now)
}

/// The next opening of a day.
pub(super) fn next_opening(rules: &Rules<'_>, now: Timestamp) -> Option<Timestamp> {
    let today = today(rules, now);
    let of = |n: i64| rules.calendar().opening(today.plus_days(n)).filter(|opening| *opening > now);
    (0..LOOK_AHEAD_DAYS).find_map(of)
}

fn today(rules: &Rules<'_>, now: Timestamp) -> Day {
    rules.zone().wall(now).day()
}

/// Whether a promise belongs to what is told at an opening: it was late by then and told to its end, or answered, before.
pub fn is_late_at(facts: &Facts, rules: &Rules<'_>, opening: Timestamp, now: Timestamp) -> bool {
    let since = |at: Timestamp| at >= opening && at <= now;
    facts.agreed_due_at < opening
        && facts.due_at < opening
        && !facts.is_quiet(now)
        && !facts.answered_at.is_some_and(since)
        && !facts.told.iter().any(|told| told.shown_at.or(told.at).is_some_and(since))
        && decide(facts, rules, now).is_finished
}

/// Who is told of a late promise at an opening. `is_told`: whether a member heard at this opening, by member and step.
pub(super) fn calls(
    facts: &Facts,
    rules: &Rules<'_>,
    opening: Timestamp,
    now: Timestamp,
    is_told: &impl Fn(Id, Step) -> bool,
) -> Vec<Call> {
    let answers = rules.answers_for(facts.owner, now);
    // What only checks a colleague's promise is told to its owner alone.
    let managers = if facts.checks { Vec::new() } else { rules.managers(facts.owner, now) };
    let others = managers
        .into_iter()
        .filter(|manager| *manager != answers)
        .map(|manager| (manager, Step::OpeningOthers, Why::Escalated));
    [(answers, Step::Opening, Why::Late)]
        .into_iter()
        .chain(others)
        .filter(|(to, step, _)| !is_told(*to, *step))
        .map(|(to, step, why)| Call {
            why,
            to,
            promise: facts.promise,
            due_at: facts.due_at,
            owner: facts.owner,
            marks: vec![Mark { about: to, due_at: opening, step, customer: facts.customer, to: vec![to] }],
        })
        .collect()
}
