//! How the reminder of a promise stands: what was recorded, in one word.

use super::{Facts, Rules, Step, decide, read::read_one};
use crate::{desk::Desk, error::Result, id::Id, time::Timestamp};
use serde::Serialize;
use std::collections::BTreeSet;

/// In what state a reminder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum ReminderState {
    /// Not due yet, or due and about to be told.
    Waiting,
    /// About to be shown, or the desktop did not take it: it is shown again.
    Attempted,
    /// Shown, and nobody answered yet.
    Shown,
    /// Somebody answered.
    Seen,
    /// Put off.
    Snoozed,
    /// The promise is closed.
    Closed,
}

/// How a reminder stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Reminder {
    /// In one word.
    pub state: ReminderState,
    /// How often it was shown for this due time, to whomever.
    pub shown: u32,
    /// How often this due time was put off.
    pub snoozes: u32,
    /// Until when it is put off.
    #[ts(type = "string | null")]
    pub until: Option<Timestamp>,
    /// When something is told next, if nobody answers.
    #[ts(type = "string | null")]
    pub next_at: Option<Timestamp>,
}

impl Reminder {
    /// How it stands at `now`; no facts: the promise is closed.
    pub fn of(facts: Option<&Facts>, rules: &Rules<'_>, now: Timestamp) -> Reminder {
        let Some(facts) = facts else {
            return Reminder { state: ReminderState::Closed, shown: 0, snoozes: 0, until: None, next_at: None };
        };
        let shown: BTreeSet<Step> = facts.told.iter().filter(|told| told.is_shown).map(|told| told.step).collect();
        let shown = shown.len();
        let until = facts.quieted.filter(|quieted| quieted.covers(now)).map(|quieted| quieted.until);
        let state = match (facts.told.iter().any(|told| !facts.is_shown(told.step)), shown) {
            _ if now < facts.due_at => ReminderState::Waiting,
            _ if until.is_some() => ReminderState::Snoozed,
            _ if facts.answered => ReminderState::Seen,
            (true, _) => ReminderState::Attempted,
            (false, 0) => ReminderState::Waiting,
            (false, _) => ReminderState::Shown,
        };
        Reminder {
            state,
            shown: u32::try_from(shown).unwrap_or(u32::MAX),
            snoozes: facts.snoozes,
            until,
            next_at: decide(facts, rules, now).next_at,
        }
    }
}

impl Desk {
    /// How the reminder of a promise stands.
    ///
    /// # Errors
    /// There is no such promise.
    pub fn reminder(&self, promise: Id) -> Result<Reminder> {
        let (office, now) = (self.office(), self.now());
        self.show_promise(promise)?;
        let facts = self.read(|db| read_one(db, promise))?;
        Ok(Reminder::of(facts.as_ref(), &Rules::of(&office), now))
    }
}
