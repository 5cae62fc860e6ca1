//! The one decision: what is to be told about a promise now, to whom, and when to ask again.

use super::{Facts, Rules, Step};
use crate::{id::Id, time::Timestamp};

/// What is to be told about one promise.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decision {
    /// Steps due now, each with those who are to be told.
    pub steps: Vec<(Step, Vec<Id>)>,
    /// When to ask again, if nobody does anything before; `None`: only after a change.
    pub next_at: Option<Timestamp>,
    /// Whether nothing is left to tell of itself: somebody answered, or every step was told.
    pub is_finished: bool,
}

impl Decision {
    fn ask_at(&mut self, at: Timestamp) {
        self.next_at = Some(self.next_at.map_or(at, |next| next.min(at)));
    }
}

/// Snoozes of one due time after which the managers are told.
const SNOOZES: u32 = 3;

/// What is to be told about a promise at `now`. The same facts always give the same answer.
pub fn decide(facts: &Facts, rules: &Rules<'_>, now: Timestamp) -> Decision {
    let mut decision = Decision::default();
    if now < facts.due_at {
        decision.ask_at(facts.due_at);
        return decision;
    }
    if facts.snoozes >= SNOOZES && !facts.checks && !facts.is_shown(Step::Snoozes) {
        let managers = rules.managers(facts.owner, now);
        if !managers.is_empty() {
            decision.steps.push((Step::Snoozes, managers));
        }
    }
    match facts.quieted.filter(|quieted| quieted.covers(now)) {
        Some(quieted) => decision.ask_at(quieted.until),
        None if facts.answered => decision.is_finished = true,
        None => climb(facts, rules, now, &mut decision),
    }
    if !decision.steps.is_empty()
        && let Some(end) = rules.quiet_end(now)
    {
        decision.steps.clear();
        decision.ask_at(end);
    }
    decision
}

/// The steps of the present round, which has begun and is not answered.
fn climb(facts: &Facts, rules: &Rules<'_>, now: Timestamp, decision: &mut Decision) {
    let from = rules.delivery(facts.began_at(now));
    if now < from {
        return decision.ask_at(from);
    }
    let answers = rules.answers_for(facts.owner, now);
    let opening = match facts.round {
        0 => Step::Due,
        round => Step::Anew(round),
    };
    // A round that begins before the first announcement was made is told by it.
    let untold = [Step::Due, opening].into_iter().filter(|step| !facts.is_shown(*step));
    decision.steps.extend(untold.map(|step| (step, vec![answers])));
    decision.steps.dedup();
    // A time that lies ahead was marked by a clock that was put back since.
    let told_at = facts.told_at(opening).filter(|at| (from..=now).contains(at));
    let is_told = facts.told.iter().any(|told| told.step == opening);
    let told_at = rules.counts_from(from, told_at.unwrap_or(if is_told { from } else { now }));
    let mut is_last = decision.steps.is_empty();
    let steps = rules.ladder.steps().filter(|(step, _)| !facts.checks && !facts.is_shown(*step));
    for (step, after_ms) in steps {
        let to = match step {
            Step::Backup => rules.backup(facts.owner, now).into_iter().collect(),
            Step::Managers => rules.managers(facts.owner, now),
            _ => vec![answers],
        };
        if to.is_empty() {
            continue;
        }
        is_last = false;
        match rules.later(told_at, after_ms) {
            at if at <= now => decision.steps.push((step, to)),
            at => decision.ask_at(at),
        }
    }
    decision.is_finished = is_last;
}
