//! Whether everything is as it was written.

use crate::{
    desk::Desk,
    error::Result,
    event::Hash,
    id::Id,
    log::{COLUMNS, is_intact, read_event},
    report::tally_agrees,
};
use rusqlite::Connection;
use serde::Serialize;
use std::collections::BTreeMap;

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Checked {
    /// Whether there are no problems.
    pub ok: bool,
    /// Events in the log.
    pub events: u64,
    /// Customers not taken back.
    pub customers: u64,
    /// Promises still owed.
    pub open_promises: u64,
    /// What is wrong, a sentence each; at most 20.
    pub problems: Vec<String>,
}

/// The most problems that are listed.
const MOST: usize = 20;

impl Desk {
    /// Reads the whole file, follows every desk's chain, and compares caches and report with a recount.
    pub fn check(&self) -> Result<Checked> {
        let now = self.now();
        let mut checked = self.read(|db| {
            let count =
                |sql: &str| -> Result<u64> { Ok(db.query_row(sql, [], |row| row.get::<_, i64>(0))?.unsigned_abs()) };
            let mut problems = Vec::new();
            sound_pages(db, &mut problems)?;
            unbroken_chains(db, &mut problems)?;
            if !tally_agrees(db, now)? {
                problems.push("The report's tally differs from a recount. Run `keptctl rebuild`.".to_owned());
            }
            Ok(Checked {
                ok: false,
                events: count("SELECT count(*) FROM event")?,
                customers: count("SELECT count(*) FROM customer WHERE live")?,
                open_promises: count("SELECT count(*) FROM promise WHERE outcome = 0")?,
                problems,
            })
        })?;
        if checked.problems.is_empty() {
            let differ = self.caches_that_differ()?;
            checked.problems.extend(
                differ.iter().map(|cache| format!("The cache {cache} differs from the log. Run `keptctl rebuild`.")),
            );
        }
        checked.problems.truncate(MOST);
        checked.ok = checked.problems.is_empty();
        Ok(checked)
    }
}

fn sound_pages(db: &Connection, problems: &mut Vec<String>) -> Result<()> {
    see_the_index_as_it_is(db)?;
    let mut statement = db.prepare("PRAGMA integrity_check(5)")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let said: String = row.get(0)?;
        if said != "ok" {
            problems.push("The file is damaged. Restore the newest backup.".to_owned());
            break;
        }
    }
    Ok(())
}

/// Makes this connection forget what it remembers of the search index from before another connection wrote to it.
///
/// A search does so by itself; SQLite's own check does not, and would call an index damaged that only has moved on
/// (`fts5IntegrityMethod` of SQLite 3.54 begins no FTS5 transaction).
fn see_the_index_as_it_is(db: &Connection) -> Result<()> {
    for index in ["find_words", "find_digits"] {
        db.prepare(&format!("SELECT rowid FROM {index}('a') LIMIT 1"))?.exists([])?;
    }
    Ok(())
}

/// Follows the chain of every desk in the order it was written.
fn unbroken_chains(db: &Connection, problems: &mut Vec<String>) -> Result<()> {
    let mut ends: BTreeMap<Id, (Hash, i64)> = BTreeMap::new();
    let mut statement = db.prepare(&format!("SELECT {COLUMNS} FROM event INDEXED BY event_id ORDER BY id"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let event = read_event(row)?;
        let (prev, count) = ends.entry(event.desk).or_insert(([0; 32], 0));
        if problems.len() < MOST && !is_intact(&event) {
            problems.push(format!("Entry {} is not as it was written.", event.id));
        } else if problems.len() < MOST && *prev != event.prev {
            problems.push(format!("An entry before {} is missing or was altered.", event.id));
        }
        (*prev, *count) = (event.hash, *count + 1);
    }
    let mut statement = db.prepare("SELECT desk, count, hash FROM chain ORDER BY desk")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (desk, count, hash): (Id, i64, Hash) = (row.get(0)?, row.get(1)?, row.get(2)?);
        if ends.remove(&desk) != Some((hash, count)) {
            problems.push("The last entries of a desk are missing or were altered.".to_owned());
        }
    }
    if !ends.is_empty() {
        problems.push("There are entries of a desk without a chain.".to_owned());
    }
    Ok(())
}
