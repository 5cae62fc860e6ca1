//! Parts of the open promises, read and counted.

use crate::{
    error::Result,
    fold::OfficeState,
    id::Id,
    promise::{PromiseRow, read_row},
    reminder::note_waiting,
    time::Timestamp,
};
use rusqlite::{Connection, ToSql, params};

/// A part of the open promises: of one owner or of all, from one due time to another.
pub(super) struct Slice {
    pub(super) owner: Option<Id>,
    pub(super) from: Option<Timestamp>,
    pub(super) until: Option<Timestamp>,
    pub(super) now: Timestamp,
}

/// Those of several parts that do not overlap, as [`Slice::rows`] gives them.
pub(super) fn rows(
    slices: &[Slice],
    db: &Connection,
    office: &OfficeState,
    late: bool,
    limit: u32,
) -> Result<Vec<PromiseRow>> {
    let mut found = Vec::new();
    for slice in slices {
        found.extend(slice.rows(db, office, late, limit)?);
    }
    if slices.len() > 1 {
        found.sort_by_key(|row| (row.due_at, row.id));
        found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    }
    Ok(found)
}

/// How many of them are late.
pub(super) fn count_late(slices: &[Slice], db: &Connection) -> Result<u64> {
    slices.iter().map(|slice| slice.count_late(db)).sum()
}

/// How many of them there are.
pub(super) fn count(slices: &[Slice], db: &Connection) -> Result<u64> {
    slices.iter().map(|slice| slice.count(db)).sum()
}

impl Slice {
    fn first_ms(&self) -> i64 {
        self.from.map_or(i64::MIN, Timestamp::millis)
    }

    fn last_ms(&self) -> i64 {
        self.until.map_or(i64::MAX, Timestamp::millis)
    }

    /// The late ones or the others, by due time, at most `limit`.
    fn rows(&self, db: &Connection, office: &OfficeState, late: bool, limit: u32) -> Result<Vec<PromiseRow>> {
        // Found by a narrow index first; only the rows shown are read whole.
        let (index, side) = match (self.owner, late) {
            (None, true) => ("promise_open_agreed", "agreed_due_at < ?1"),
            (None, false) => ("promise_open", "agreed_due_at >= ?1"),
            (Some(_), true) => ("promise_owner_agreed", "agreed_due_at < ?1 AND owner = ?5"),
            (Some(_), false) => ("promise_owner_open", "agreed_due_at >= ?1 AND owner = ?5"),
        };
        let sql = format!(
            "WITH found AS MATERIALIZED (SELECT id, due_at FROM promise INDEXED BY {index}
               WHERE outcome = 0 AND {side} AND due_at <= ?2 AND due_at >= ?4 ORDER BY due_at, id LIMIT ?3)
             SELECT p.state, c.card, c.restrictions FROM found CROSS JOIN promise p ON p.id = found.id
               LEFT JOIN customer c ON c.id = p.customer ORDER BY found.due_at, found.id"
        );
        let mut statement = db.prepare_cached(&sql)?;
        let (until, limit, from) = (self.last_ms(), i64::from(limit), self.first_ms());
        let mut parameters: Vec<&dyn ToSql> = vec![&self.now, &until, &limit, &from];
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
    fn count_late(&self, db: &Connection) -> Result<u64> {
        let count: i64 = match self.owner {
            None => db
                .prepare_cached("SELECT count(*) FROM promise INDEXED BY promise_open_agreed WHERE outcome = 0 AND agreed_due_at < ?1 AND due_at BETWEEN ?2 AND ?3")?
                .query_row(params![self.now, self.first_ms(), self.last_ms()], |row| row.get(0))?,
            Some(owner) => db
                .prepare_cached("SELECT count(*) FROM promise INDEXED BY promise_owner_agreed WHERE outcome = 0 AND owner = ?4 AND agreed_due_at < ?1 AND due_at BETWEEN ?2 AND ?3")?
                .query_row(params![self.now, self.first_ms(), self.last_ms(), owner], |row| row.get(0))?,
        };
        Ok(count.unsigned_abs())
    }

    /// How many there are. Without an end they are counted by the report's tally, which is kept up to date (6: what only
    /// checks); only what is stood in for has a beginning, and it has an end.
    fn count(&self, db: &Connection) -> Result<u64> {
        let count: i64 = match (self.owner, self.until) {
            (None, None) => db
                .prepare_cached("SELECT coalesce(sum(promises), 0) FROM report_tally WHERE grain = 0 AND outcome IN (0, 6)")?
                .query_row([], |row| row.get(0))?,
            (Some(owner), None) => db
                .prepare_cached("SELECT coalesce(sum(promises), 0) FROM report_tally WHERE grain = 0 AND outcome IN (0, 6) AND owner = ?1")?
                .query_row([owner], |row| row.get(0))?,
            (None, Some(until)) => db
                .prepare_cached("SELECT count(*) FROM promise INDEXED BY promise_open WHERE outcome = 0 AND due_at BETWEEN ?1 AND ?2")?
                .query_row(params![self.first_ms(), until], |row| row.get(0))?,
            (Some(owner), Some(until)) => db
                .prepare_cached("SELECT count(*) FROM promise INDEXED BY promise_owner_open WHERE outcome = 0 AND owner = ?3 AND due_at BETWEEN ?1 AND ?2")?
                .query_row(params![self.first_ms(), until, owner], |row| row.get(0))?,
        };
        Ok(count.unsigned_abs())
    }
}
