//! What waits for an answer: how far its reminder has gone, for the lists.

use super::{Facts, Rules, Step, read::read_one};
use crate::{
    error::Result,
    fold::OfficeState,
    promise::PromiseRow,
    time::{MINUTE_MS, Timestamp},
};
use rusqlite::Connection;
use serde::Serialize;

/// How far the reminder of something due has gone, for want of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum WaitingStep {
    /// It is due.
    Due,
    /// It was told again.
    Again,
    /// The owner's backup was told.
    Backup,
    /// The managers were told.
    Managers,
}

/// Something due that nobody answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Waiting {
    /// How far its reminder has gone.
    pub step: WaitingStep,
    /// Whether nobody could be told when it fell due: Kept was closed, asleep or paused.
    pub missed: bool,
}

/// So much later than its moment something is told only where Kept was not running: it looks four times a minute.
const MISSED_AFTER_MS: i64 = 2 * MINUTE_MS;

impl Waiting {
    /// How what is due and unanswered stands at `now`; `None` where it is answered, quiet or not due.
    pub fn of(facts: &Facts, rules: &Rules<'_>, now: Timestamp) -> Option<Waiting> {
        if now < facts.due_at || facts.answered || facts.is_quiet(now) {
            return None;
        }
        let step = facts.told.iter().filter(|told| told.is_shown).map(|told| reached(told.step)).max();
        let opening = match facts.round {
            0 => Step::Due,
            round => Step::Anew(round),
        };
        let told_at = facts.told_at(opening).unwrap_or(now);
        let missed = told_at.since_ms(rules.delivery(facts.began_at(now))) > MISSED_AFTER_MS;
        Some(Waiting { step: step.unwrap_or(WaitingStep::Due), missed })
    }
}

/// How far a reminder has gone with that step.
fn reached(step: Step) -> WaitingStep {
    match step {
        Step::Repeat | Step::Anew(_) => WaitingStep::Again,
        Step::Backup => WaitingStep::Backup,
        Step::Managers | Step::Snoozes => WaitingStep::Managers,
        Step::Due
        | Step::Opening
        | Step::OpeningOthers
        | Step::Away
        | Step::AwayBackup
        | Step::Offered
        | Step::Returned
        | Step::PassedOn
        | Step::NextTry => WaitingStep::Due,
    }
}

/// Notes on each row that waits how far its reminder has gone. What cannot be read is left as due.
pub(crate) fn note_waiting(
    db: &Connection,
    office: &OfficeState,
    rows: &mut [PromiseRow],
    now: Timestamp,
) -> Result<()> {
    let rules = Rules::of(office);
    for row in rows.iter_mut().filter(|row| row.waiting.is_some()) {
        if let Some(facts) = read_one(db, row.id)? {
            row.waiting = Waiting::of(&facts, &rules, now);
        }
    }
    Ok(())
}
