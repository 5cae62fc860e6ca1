//! Reminders: what is due now and has not been announced. The list is the truth; a notification is a courtesy.
//!
//! Marks are desk-local and keyed by promise, due time and step, so that a moved promise is announced again. A mark is
//! made before the notification is shown and completed after: a crash between the two repeats it under the same key.

mod notice;

pub use notice::{Notice, NoticeKind};

use crate::{
    desk::Desk,
    error::Result,
    fold::OfficeState,
    id::Id,
    promise::{PromiseRow, read_row},
    time::Timestamp,
};
use rusqlite::{Connection, params};
use serde::Serialize;

/// What is due now, and when to ask again.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Ring {
    /// What has not been announced yet, in the order of its due times.
    pub notices: Vec<Notice>,
    /// When the next promise is due; `None` when none is.
    #[ts(type = "string | null")]
    pub next_at: Option<Timestamp>,
}

/// The step of a first announcement.
const FIRST: &str = "due";

impl Desk {
    /// What is due at `now` and has not been announced at this desk. Writes nothing.
    ///
    /// Several at once, due in the same minute or while Kept was not running, are one notice naming up to three and the
    /// exact count, whoever they belong to: on this PC everything due is announced.
    pub fn ring(&self, now: Timestamp) -> Result<Ring> {
        let office = self.office();
        let signed_in = self.member().map_or_else(String::new, |member| member.name);
        self.read(|db| {
            let due = unannounced(db, &office, now)?;
            let zone = office.settings.zone;
            Ok(Ring {
                notices: notice::bundle(due, &signed_in, zone, now).into_iter().collect(),
                next_at: next_due(db, now)?,
            })
        })
    }

    /// What the bell would announce at `at`, for every member; with `mark` it is recorded as announced then.
    pub fn due(&self, at: Timestamp, mark: bool) -> Result<Ring> {
        let office = self.office();
        let ring = self.read(|db| {
            let due = unannounced(db, &office, at)?;
            Ok(Ring { notices: notice::per_member(due, office.settings.zone, at), next_at: next_due(db, at)? })
        })?;
        if mark {
            for notice in &ring.notices {
                self.record_attempt(notice, at)?;
                self.record_shown(notice, at)?;
            }
        }
        Ok(ring)
    }

    /// Records, before it is shown, that a notice is about to be.
    pub fn record_attempt(&self, notice: &Notice, at: Timestamp) -> Result<()> {
        self.mark(notice, |db, promise, due_at| {
            db.prepare_cached(
                "INSERT INTO reminder_mark (promise, due_at, step, attempted_at) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (promise, due_at, step) DO UPDATE SET attempted_at = excluded.attempted_at",
            )?
            .execute(params![promise, due_at, FIRST, at])
        })
    }

    /// Records that a notice was shown.
    pub fn record_shown(&self, notice: &Notice, at: Timestamp) -> Result<()> {
        self.mark(notice, |db, promise, due_at| {
            db.prepare_cached(
                "UPDATE reminder_mark SET shown_at = ?4 WHERE promise = ?1 AND due_at = ?2 AND step = ?3",
            )?
            .execute(params![promise, due_at, FIRST, at])
        })
    }

    fn mark(&self, notice: &Notice, act: impl Fn(&Connection, Id, Timestamp) -> rusqlite::Result<usize>) -> Result<()> {
        self.write_local(|db| {
            for (promise, announced) in notice.promises.iter().zip(&notice.announced) {
                act(db, *promise, *announced)?;
            }
            Ok(())
        })
    }
}

/// A promise that is due, and the time for which it is announced: its due time, or the end of its snooze.
pub(crate) struct Due {
    pub(crate) row: PromiseRow,
    pub(crate) remind_at: Timestamp,
}

/// What is due and has not been shown, by due time.
fn unannounced(db: &Connection, office: &OfficeState, now: Timestamp) -> Result<Vec<Due>> {
    let mut statement = db.prepare_cached(
        "WITH found AS MATERIALIZED (SELECT id, remind_at FROM promise p INDEXED BY promise_remind
           WHERE outcome = 0 AND remind_at <= ?1 AND NOT EXISTS (SELECT 1 FROM reminder_mark m
             WHERE m.promise = p.id AND m.due_at = p.remind_at AND m.step = ?2 AND m.shown_at IS NOT NULL))
         SELECT p.state, c.card, found.remind_at FROM found CROSS JOIN promise p ON p.id = found.id
           LEFT JOIN customer c ON c.id = p.customer ORDER BY p.due_at, p.id",
    )?;
    let mut rows = statement.query(params![now, FIRST])?;
    let mut due = Vec::new();
    while let Some(row) = rows.next()? {
        due.push(Due { row: read_row(row, office, now)?, remind_at: row.get(2)? });
    }
    Ok(due)
}

/// The next moment at which something has to be announced.
fn next_due(db: &Connection, now: Timestamp) -> Result<Option<Timestamp>> {
    Ok(db
        .prepare_cached(
            "SELECT min(remind_at) FROM promise INDEXED BY promise_remind WHERE outcome = 0 AND remind_at > ?1",
        )?
        .query_row([now], |row| row.get(0))?)
}
