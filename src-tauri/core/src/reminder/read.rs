//! Reading facts and marks. A row that cannot be read is set aside and named; it never stops the others.

use super::{Facts, Step, Told, facts::told_to_others};
use crate::{error::Result, fold::Quieted, id::Id, time::Timestamp};
use rusqlite::{Connection, Row, params, types::ValueRef};

/// What was looked at.
pub(super) struct Seen {
    pub(super) facts: Facts,
    /// When it was to be looked at, in milliseconds.
    pub(super) look_at: i64,
}

/// What was read, and the rows that could not be, by the ends of their ids.
#[derive(Default)]
pub(super) struct Rows {
    pub(super) seen: Vec<Seen>,
    pub(super) unread: Vec<String>,
}

/// Which promises are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// Those whose time for being looked at has come.
    ToLookAt,
    /// All that are due.
    Due,
}

const COLUMNS: &str = "r.promise, r.customer, r.owner, r.due_at, r.agreed_due_at, r.quiet_from, r.quiet_until, r.round,
    r.snoozes, r.answered, r.told, r.look_at, m.step, m.attempted_at, m.shown_at,
    r.answered_at, r.checks
  FROM reminder r %index LEFT JOIN reminder_mark m ON m.promise = r.promise AND m.due_at = r.due_at";

/// The facts of those promises at `now`, by due time.
pub(super) fn read(db: &Connection, which: Which, now: Timestamp) -> Result<Rows> {
    let (index, side) = match which {
        Which::ToLookAt => ("INDEXED BY reminder_look", "r.look_at <= ?1"),
        Which::Due => ("INDEXED BY reminder_due", "r.due_at <= ?1"),
    };
    let columns = COLUMNS.replace("%index", index);
    let mut statement = db.prepare_cached(&format!("SELECT {columns} WHERE {side} ORDER BY r.due_at, r.promise"))?;
    collect(statement.query([now])?)
}

/// The facts of one promise; nothing when it is not open.
pub(super) fn read_one(db: &Connection, promise: Id) -> Result<Option<Facts>> {
    let columns = COLUMNS.replace("%index", "");
    let mut statement = db.prepare_cached(&format!("SELECT {columns} WHERE r.promise = ?1"))?;
    let rows = collect(statement.query([promise])?)?;
    Ok(rows.seen.into_iter().next().map(|seen| seen.facts))
}

fn collect(mut rows: rusqlite::Rows<'_>) -> Result<Rows> {
    let mut found = Rows::default();
    while let Some(row) = rows.next()? {
        let told = match row.get_ref(12)? {
            ValueRef::Null => Ok(None),
            _ => told(row),
        };
        let same = found.seen.last_mut().filter(|last| row.get(0).is_ok_and(|id: Id| id == last.facts.promise));
        match (told, same) {
            (Ok(told), Some(last)) => last.facts.told.extend(told),
            (Ok(told), None) => match facts(row) {
                Ok(mut seen) => {
                    seen.facts.told.extend(told);
                    found.seen.push(seen);
                }
                Err(_) => found.unread.push(name(row)),
            },
            (Err(_), _) => found.unread.push(name(row)),
        }
    }
    found.unread.dedup();
    Ok(found)
}

fn facts(row: &Row<'_>) -> rusqlite::Result<Seen> {
    let (from, until): (Option<Timestamp>, Option<Timestamp>) = (row.get(5)?, row.get(6)?);
    let told: String = row.get(10)?;
    Ok(Seen {
        facts: Facts {
            promise: row.get(0)?,
            customer: row.get(1)?,
            owner: row.get(2)?,
            due_at: row.get(3)?,
            agreed_due_at: row.get(4)?,
            quieted: from.zip(until).map(|(from, until)| Quieted { from, until }),
            round: row.get(7)?,
            snoozes: row.get(8)?,
            answered: row.get(9)?,
            answered_at: row.get(15)?,
            checks: row.get(16)?,
            told: told_to_others(told.split_whitespace()).collect(),
        },
        look_at: row.get(11)?,
    })
}

/// A mark; `None` for a step of a newer version.
fn told(row: &Row<'_>) -> rusqlite::Result<Option<Told>> {
    let (step, at, shown_at): (String, Timestamp, Option<Timestamp>) = (row.get(12)?, row.get(13)?, row.get(14)?);
    Ok(Step::named(&step).map(|step| Told { step, at: Some(at), shown_at, is_shown: shown_at.is_some() }))
}

/// The id of a row as far as there is one.
fn name(row: &Row<'_>) -> String {
    match row.get_ref(0) {
        Ok(ValueRef::Blob(bytes)) => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
        _ => "unknown".to_owned(),
    }
}

/// Whether a step was shown at this desk.
pub(super) fn marked(db: &Connection, about: Id, due_at: Timestamp, step: Step) -> Result<bool> {
    let mut statement = db.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM reminder_mark WHERE promise = ?1 AND due_at = ?2 AND step = ?3
           AND shown_at IS NOT NULL)",
    )?;
    Ok(statement.query_row(params![about, due_at, step.to_string()], |row| row.get(0))?)
}
