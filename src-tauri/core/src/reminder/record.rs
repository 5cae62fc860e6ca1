//! Recording what is about to be told, and what was.

use super::{Mark, Notice, gather::Gathered};
use crate::{
    cache::read_promise,
    desk::{Change, Desk, New, Subject, Writing},
    error::Result,
    event::{Body, Escalation, Nothing},
    time::Timestamp,
};
use rusqlite::{Connection, params};

/// Marks of one write. Between them others may write: ten thousand at once hold nobody up.
const AT_ONCE: usize = 250;

impl Desk {
    /// Records, before it is shown, that a notice is about to be.
    pub fn record_attempt(&self, notice: &Notice, at: Timestamp) -> Result<()> {
        self.record_attempts(&notice.marks, at)
    }

    /// Records that a notice was shown. What others than its owner were told stands in the log from then on.
    pub fn record_shown(&self, notice: &Notice, at: Timestamp) -> Result<Change> {
        self.record_marks(&notice.marks, at)
    }

    pub(super) fn record_attempts(&self, marks: &[Mark], at: Timestamp) -> Result<()> {
        self.write_local(|db| {
            let mut statement = db.prepare_cached(
                "INSERT INTO reminder_mark (promise, due_at, step, attempted_at) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT DO NOTHING",
            )?;
            for mark in marks {
                statement.execute(params![mark.about, mark.due_at, mark.step.to_string(), at])?;
            }
            Ok(())
        })
    }

    pub(super) fn record_marks(&self, marks: &[Mark], at: Timestamp) -> Result<Change> {
        let (told, own): (Vec<&Mark>, Vec<&Mark>) = marks.iter().partition(|mark| mark.step.is_told_to_others());
        if !own.is_empty() {
            self.write_local(|db| own.iter().try_for_each(|mark| shown(db, mark, at)))?;
        }
        let mut all = Change::default();
        for some in told.chunks(AT_ONCE) {
            let written = self.write_as(self.id(), |writing| {
                for mark in some {
                    writing.escalate(mark, at)?;
                    shown(writing.db, mark, at)?;
                }
                Ok(())
            })?;
            all.add(written.change);
        }
        Ok(all)
    }
}

fn shown(db: &Connection, mark: &Mark, at: Timestamp) -> Result<()> {
    db.prepare_cached(
        "INSERT INTO reminder_mark (promise, due_at, step, attempted_at, shown_at) VALUES (?1, ?2, ?3, ?4, ?4)
         ON CONFLICT (promise, due_at, step) DO UPDATE SET shown_at = excluded.shown_at",
    )?
    .execute(params![mark.about, mark.due_at, mark.step.to_string(), at])?;
    Ok(())
}

impl Writing<'_> {
    /// Notes in the log who was told, unless the promise was answered for meanwhile or it stands there already. The event is
    /// in the name of the owner, whose silence it tells.
    fn escalate(&mut self, mark: &Mark, at: Timestamp) -> Result<()> {
        let Some(promise) = read_promise(self.db, mark.about)? else { return Ok(()) };
        let step = mark.step.to_string();
        if !promise.is_open() || promise.rounds.told.contains(&(mark.due_at, step.clone())) {
            return Ok(());
        }
        let told = Escalation { due_at: mark.due_at, step, to: mark.to.clone() };
        self.by = promise.owner;
        let body = Body::PromiseEscalated(told, Nothing {});
        self.append(New::about(promise.customer, Subject::Of(mark.about), body).at(Some(at))).map(drop)
    }
}

/// Moves on when promises are looked at, where they still stand as they were looked at.
pub(super) fn move_on(db: &Connection, gathered: &Gathered) -> Result<()> {
    let mut statement = db.prepare_cached(
        "UPDATE reminder SET look_at = ?5 WHERE promise = ?1 AND round = ?2 AND answered = ?3 AND look_at = ?4",
    )?;
    for one in &gathered.moved {
        statement.execute(params![one.promise, one.round, one.answered, one.from_ms, one.to_ms])?;
    }
    let mut statement =
        db.prepare_cached("UPDATE reminder SET look_at = due_at WHERE promise = ?1 AND look_at = ?2 AND due_at = ?3")?;
    for (promise, from_ms, due_at) in &gathered.put_off {
        statement.execute(params![promise, from_ms, due_at])?;
    }
    Ok(())
}
