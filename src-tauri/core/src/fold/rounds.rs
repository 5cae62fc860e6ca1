//! How a promise's reminder stands, told from what people did about it.
//!
//! A reminder goes in rounds. The first begins at the due time; a snooze answers a round and begins the next at its end; a
//! hand-over of what is due begins one at once, for the new owner. Rounds are numbered, not timed: a wrong clock ends none.

use crate::{
    event::{Due, Escalation, Seen, Snooze},
    time::{MINUTE_MS, Timestamp},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A time for which somebody wanted no reminder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quieted {
    /// When that was said.
    pub from: Timestamp,
    /// When the reminder comes back.
    pub until: Timestamp,
}

/// How much longer than it was meant to be a snooze may seem before the clock is not believed.
const TOLERATED_MS: i64 = 5 * MINUTE_MS;

impl Quieted {
    /// Whether the reminder is quiet then. A clock put back since would make it longer than it was meant to be: then it is
    /// over.
    pub fn covers(&self, at: Timestamp) -> bool {
        let meant = self.until.since_ms(self.from).max(0);
        at < self.until && self.until.since_ms(at) <= meant.saturating_add(TOLERATED_MS)
    }
}

/// The rounds of one due time.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Rounds {
    /// The present round, 0 for the first.
    pub round: u32,
    /// The snooze that began it.
    pub quieted: Option<Quieted>,
    /// How often this due time was snoozed.
    pub snoozes: u32,
    /// Whether somebody answered in this round.
    pub answered: bool,
    /// When that was first written down.
    pub answered_at: Option<Timestamp>,
    /// What others than the owner were told, of whatever due time.
    pub told: BTreeSet<(Timestamp, String)>,
}

impl Rounds {
    pub(super) fn begin_anew(&mut self) {
        *self = Rounds { told: std::mem::take(&mut self.told), ..Rounds::default() };
    }

    pub(super) fn snoozed(&mut self, due: &Due, from: Timestamp, snooze: &Snooze) {
        let until = snooze.until;
        // One that ends before anything is due quiets nothing.
        if until > due.due_at {
            self.round = self.round.saturating_add(1);
            // Whoever tries again has not put it off.
            self.snoozes = self.snoozes.saturating_add(u32::from(!snooze.planned));
            self.quieted = Some(Quieted { from, until });
            self.answered = false;
            self.answered_at = None;
        }
    }

    /// Whether what is due was handed over with this, so that the new owner is told at once.
    pub(super) fn handed_over(&mut self, due: &Due, at: Timestamp) -> bool {
        let is_due = at >= due.due_at;
        if is_due {
            self.round = self.round.saturating_add(1);
            self.quieted = None;
            self.answered = false;
            self.answered_at = None;
        }
        is_due
    }

    /// The same, but taking it over is an answer: whoever did knows of it.
    pub(super) fn taken_over(&mut self, due: &Due, at: Timestamp) -> bool {
        let is_due = self.handed_over(due, at);
        if is_due {
            self.answer(at);
        }
        is_due
    }

    pub(super) fn attempted(&mut self, due: &Due, at: Timestamp) {
        let is_quiet = self.quieted.is_some_and(|quieted| quieted.covers(at));
        if at >= due.due_at && !is_quiet {
            self.answer(at);
        }
    }

    pub(super) fn seen(&mut self, due: &Due, seen: &Seen, at: Timestamp) {
        if seen.due_at == due.due_at && seen.round == self.round {
            self.answer(at);
        }
    }

    fn answer(&mut self, at: Timestamp) {
        self.answered = true;
        self.answered_at.get_or_insert(at);
    }

    pub(super) fn escalated(&mut self, escalation: Escalation) {
        self.told.insert((escalation.due_at, escalation.step));
    }
}
