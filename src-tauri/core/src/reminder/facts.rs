//! What the ladder goes by: the facts of one open promise.

use super::Step;
use crate::{
    fold::{PromiseState, Quieted},
    id::Id,
    time::Timestamp,
};

/// A step that was told, or was about to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// Which.
    pub step: Step,
    /// When it was first about to be, by this desk; `None`: another desk told it.
    pub at: Option<Timestamp>,
    /// When it was shown here.
    pub shown_at: Option<Timestamp>,
    /// Whether it was shown. What was only about to be is told again.
    pub is_shown: bool,
}

/// One open promise, and what was told about its present due time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The promise.
    pub promise: Id,
    /// To whom.
    pub customer: Id,
    /// Who owes it.
    pub owner: Id,
    /// What the bell goes by.
    pub due_at: Timestamp,
    /// What late goes by.
    pub agreed_due_at: Timestamp,
    /// The present round, 0 for the first.
    pub round: u32,
    /// The snooze that began it.
    pub quieted: Option<Quieted>,
    /// How often this due time was snoozed.
    pub snoozes: u32,
    /// Whether somebody answered in this round.
    pub answered: bool,
    /// When that was written down.
    pub answered_at: Option<Timestamp>,
    /// Whether it only checks that a colleague's promise was kept: then nobody else hears of it.
    pub checks: bool,
    /// What was told about this due time.
    pub told: Vec<Told>,
}

impl Facts {
    /// Those of a promise, with what this desk has marked about its due time; `None` when it is not open.
    pub fn of(promise: &PromiseState, marks: impl IntoIterator<Item = Told>) -> Option<Facts> {
        if !promise.is_open() {
            return None;
        }
        let (rounds, due_at) = (&promise.rounds, promise.due.due_at);
        let others = rounds.told.iter().filter(|(due, _)| *due == due_at).map(|(_, step)| step.as_str());
        let mut facts = Facts {
            promise: promise.id,
            customer: promise.customer,
            owner: promise.owner,
            due_at,
            agreed_due_at: promise.agreed.due_at,
            round: rounds.round,
            quieted: rounds.quieted,
            snoozes: rounds.snoozes,
            answered: rounds.answered,
            answered_at: rounds.answered_at,
            checks: promise.verifies.is_some(),
            told: told_to_others(others).collect(),
        };
        facts.told.extend(marks);
        Some(facts)
    }

    /// Whether a step was told.
    pub fn is_shown(&self, step: Step) -> bool {
        self.told.iter().any(|told| told.step == step && told.is_shown)
    }

    /// When this desk was first about to tell a step.
    pub fn told_at(&self, step: Step) -> Option<Timestamp> {
        self.told.iter().find(|told| told.step == step).and_then(|told| told.at)
    }

    /// Whether a snooze keeps the reminder quiet then.
    pub fn is_quiet(&self, at: Timestamp) -> bool {
        self.quieted.is_some_and(|quieted| quieted.covers(at))
    }

    /// When the present round began: at the due time, or at the end of the snooze that began it.
    pub fn began_at(&self, now: Timestamp) -> Timestamp {
        let end = self.quieted.map(|quieted| quieted.until).filter(|until| *until <= now);
        end.map_or(self.due_at, |until| until.max(self.due_at))
    }
}

/// Steps that the log says others were told. One of a newer version is left out.
pub(super) fn told_to_others<'a>(steps: impl Iterator<Item = &'a str>) -> impl Iterator<Item = Told> {
    steps.filter_map(|step| Some(Told { step: Step::named(step)?, at: None, shown_at: None, is_shown: true }))
}
