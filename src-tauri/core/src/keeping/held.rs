//! What a backup holds, to be looked at before it takes the place of the office.

use crate::{desk::Desk, error::Result, fold::fold_office, id::Id, log, roles::Action, store::verify, time::Timestamp};
use rusqlite::{Connection, OpenFlags};
use serde::Serialize;
use std::path::Path;

/// What a backup holds, and what restoring it would set aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct BackupHeld {
    /// The office's name as it was then.
    pub office: String,
    /// Members who had not left.
    pub members: u64,
    /// Customers in it; `None` where an older Kept made it, which counted otherwise.
    pub customers: Option<u64>,
    /// Promises open in it; `None` as for customers.
    pub open_promises: Option<u64>,
    /// Entries of its log.
    pub events: u64,
    /// When the last of them was written down; `None` for an office without any.
    #[ts(type = "string | null")]
    pub last_at: Option<Timestamp>,
    /// Whether it is a copy of the office that is open, and not of another one.
    pub same_office: bool,
    /// Entries of the office that is open which it does not hold: restoring sets them aside.
    pub set_aside: u64,
}

impl Desk {
    /// Looks into a backup without touching the office. A manager's, like restoring.
    ///
    /// # Errors
    /// It is not a whole office that this Kept reads.
    pub fn look_into_backup(&self, file: &Path) -> Result<BackupHeld> {
        self.allow(Action::Restore)?;
        let events = verify(file)?;
        let db = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let office = fold_office(&log::office(&db)?)?;
        let (last_id, last_at) = newest(&db)?;
        let first_id: Option<Id> = db.query_row("SELECT min(id) FROM event", [], |row| row.get(0))?;
        // Caches are no part of what a backup promises: an older version's may be of another shape.
        let count = |sql: &str| db.query_row(sql, [], |row| row.get::<_, i64>(0)).ok().map(i64::unsigned_abs);
        let (same_office, set_aside) = self.read(|here| {
            let knows = |id: Id| -> Result<bool> {
                Ok(here.query_row("SELECT EXISTS (SELECT 1 FROM event WHERE id = ?1)", [id], |row| row.get(0))?)
            };
            let later: i64 = here.query_row("SELECT count(*) FROM event WHERE id > ?1", [last_id], |row| row.get(0))?;
            Ok((first_id.map(knows).transpose()?.unwrap_or_default(), later.unsigned_abs()))
        })?;
        Ok(BackupHeld {
            office: office.settings.name.clone(),
            members: office.present().count() as u64,
            customers: count("SELECT count(*) FROM customer WHERE live"),
            open_promises: count("SELECT count(*) FROM promise WHERE outcome = 0"),
            events,
            last_at,
            same_office,
            set_aside,
        })
    }
}

/// The newest entry, and when it was written down.
fn newest(db: &Connection) -> Result<(Id, Option<Timestamp>)> {
    let sql = "SELECT id, recorded_at FROM event WHERE id = (SELECT max(id) FROM event)";
    let mut statement = db.prepare(sql)?;
    let mut rows = statement.query([])?;
    match rows.next()? {
        Some(row) => Ok((row.get(0)?, Some(row.get(1)?))),
        None => Ok((Id::ZERO, None)),
    }
}
