//! What is owed, in the order in which it should be answered for: late first, then by due time.

mod attention;
mod today;

pub use attention::Attention;
pub use today::{Today, TodayGroup, TodayKey};

use crate::{
    desk::Desk,
    error::Result,
    fold::OfficeState,
    id::Id,
    promise::{PromiseRow, read_row},
    reminder::note_waiting,
    time::Timestamp,
};
use rusqlite::{Connection, ToSql, params};
use serde::Serialize;

/// The queue: open promises, late first, then by due time.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Queue {
    /// At most as many as asked for.
    pub promises: Vec<PromiseRow>,
    /// How many are late in all.
    pub late: u64,
    /// How many are open in all.
    pub total: u64,
}

/// What of the queue is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueFilter {
    /// Only what this member answers for, by name; everybody's when not said.
    pub owner: Option<String>,
    /// Only what is due at or before then.
    pub until: Option<Timestamp>,
    /// At most so many rows.
    pub limit: u32,
}

impl Desk {
    /// Open promises, late first, then by due time.
    ///
    /// # Errors
    /// There is no such owner.
    pub fn queue(&self, filter: &QueueFilter) -> Result<Queue> {
        let (now, office) = (self.now(), self.office());
        let owner = filter.owner.as_deref().map(|name| office.find_member(name).map(|member| member.id)).transpose()?;
        self.read(|db| {
            let slice = Slice { owner, until: filter.until, now };
            let mut promises = slice.rows(db, &office, true, filter.limit)?;
            let left = filter.limit.saturating_sub(u32::try_from(promises.len()).unwrap_or(u32::MAX));
            if left > 0 {
                promises.extend(slice.rows(db, &office, false, left)?);
            }
            Ok(Queue { promises, late: slice.count_late(db)?, total: slice.count(db)? })
        })
    }
}

/// A part of the open promises.
pub(crate) struct Slice {
    pub(crate) owner: Option<Id>,
    pub(crate) until: Option<Timestamp>,
    pub(crate) now: Timestamp,
}

/// Later than any due time.
const EVER: i64 = i64::MAX;

impl Slice {
    fn until_ms(&self) -> i64 {
        self.until.map_or(EVER, Timestamp::millis)
    }

    /// The late ones or the others, by due time, at most `limit`.
    pub(crate) fn rows(
        &self,
        db: &Connection,
        office: &OfficeState,
        late: bool,
        limit: u32,
    ) -> Result<Vec<PromiseRow>> {
        // Found by a narrow index first; only the rows shown are read whole.
        let (index, side) = match (self.owner, late) {
            (None, true) => ("promise_open_agreed", "agreed_due_at < ?1"),
            (None, false) => ("promise_open", "agreed_due_at >= ?1"),
            (Some(_), true) => ("promise_owner_agreed", "agreed_due_at < ?1 AND owner = ?4"),
            (Some(_), false) => ("promise_owner_open", "agreed_due_at >= ?1 AND owner = ?4"),
        };
        let sql = format!(
            "WITH found AS MATERIALIZED (SELECT id, due_at FROM promise INDEXED BY {index}
               WHERE outcome = 0 AND {side} AND due_at <= ?2 ORDER BY due_at, id LIMIT ?3)
             SELECT p.state, c.card FROM found CROSS JOIN promise p ON p.id = found.id
               LEFT JOIN customer c ON c.id = p.customer ORDER BY found.due_at, found.id"
        );
        let mut statement = db.prepare_cached(&sql)?;
        let (until, limit) = (self.until_ms(), i64::from(limit));
        let mut parameters: Vec<&dyn ToSql> = vec![&self.now, &until, &limit];
        parameters.extend(self.owner.as_ref().map(|owner| owner as &dyn ToSql));
        let mut rows = statement.query(parameters.as_slice())?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read_row(row, office, self.now)?);
        }
        note_waiting(db, office, &mut found, self.now)?;
        Ok(found)
    }

    /// How many are late.
    pub(crate) fn count_late(&self, db: &Connection) -> Result<u64> {
        let count: i64 = match self.owner {
            None => db
                .prepare_cached("SELECT count(*) FROM promise INDEXED BY promise_open_agreed WHERE outcome = 0 AND agreed_due_at < ?1 AND due_at <= ?2")?
                .query_row(params![self.now, self.until_ms()], |row| row.get(0))?,
            Some(owner) => db
                .prepare_cached("SELECT count(*) FROM promise INDEXED BY promise_owner_agreed WHERE outcome = 0 AND owner = ?3 AND agreed_due_at < ?1 AND due_at <= ?2")?
                .query_row(params![self.now, self.until_ms(), owner], |row| row.get(0))?,
        };
        Ok(count.unsigned_abs())
    }

    /// How many there are. Without an end they are counted by the report's tally, which is kept up to date.
    pub(crate) fn count(&self, db: &Connection) -> Result<u64> {
        let count: i64 = match (self.owner, self.until) {
            (None, None) => db
                .prepare_cached("SELECT coalesce(sum(promises), 0) FROM report_tally WHERE grain = 0 AND outcome = 0")?
                .query_row([], |row| row.get(0))?,
            (Some(owner), None) => db
                .prepare_cached("SELECT coalesce(sum(promises), 0) FROM report_tally WHERE grain = 0 AND outcome = 0 AND owner = ?1")?
                .query_row([owner], |row| row.get(0))?,
            (None, Some(until)) => db
                .prepare_cached("SELECT count(*) FROM promise INDEXED BY promise_open WHERE outcome = 0 AND due_at <= ?1")?
                .query_row([until], |row| row.get(0))?,
            (Some(owner), Some(until)) => db
                .prepare_cached("SELECT count(*) FROM promise INDEXED BY promise_owner_open WHERE outcome = 0 AND owner = ?2 AND due_at <= ?1")?
                .query_row(params![until, owner], |row| row.get(0))?,
        };
        Ok(count.unsigned_abs())
    }
}
