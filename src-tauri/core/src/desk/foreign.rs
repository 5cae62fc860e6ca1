//! Noticing what other processes wrote to the same file.

use super::{Change, Desk, held};
use crate::{error::Result, id::Id};
use rusqlite::Connection;

/// How far this desk has seen the log.
pub(super) struct Watch {
    connection: Connection,
    version: i64,
    last_id: Id,
}

impl Watch {
    pub(super) fn from_now(connection: Connection) -> Result<Watch> {
        let mut watch = Watch { connection, version: 0, last_id: Id::ZERO };
        watch.version = watch.data_version()?;
        watch.last_id = newest(&watch.connection)?;
        Ok(watch)
    }

    /// SQLite's own count of changes by other connections: the cheap question.
    fn data_version(&self) -> Result<i64> {
        Ok(self.connection.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))?)
    }
}

fn newest(db: &Connection) -> Result<Id> {
    Ok(db
        .prepare_cached("SELECT max(id) FROM event")?
        .query_row([], |row| row.get::<_, Option<Id>>(0))?
        .unwrap_or_default())
}

impl Desk {
    /// What was written since the last call by anybody but this desk itself, whose writers were told at once; `None` when
    /// nothing was. Cheap enough to ask twice a second.
    pub fn poll_writes(&self) -> Result<Option<Change>> {
        let mut watch = held(&self.watch);
        let version = watch.data_version()?;
        if version == watch.version {
            return Ok(None);
        }
        let own = std::mem::take(&mut *held(&self.own_writes));
        let mut change = Change::default();
        let mut last_id = watch.last_id;
        {
            let mut statement = watch
                .connection
                .prepare_cached("SELECT id, kind, customer FROM event INDEXED BY event_id WHERE id > ?1 ORDER BY id")?;
            let mut rows = statement.query([last_id])?;
            while let Some(row) = rows.next()? {
                last_id = row.get(0)?;
                if own.iter().any(|(before, last)| *before < last_id && last_id <= *last) {
                    continue;
                }
                change.note(&row.get::<_, String>(1)?, row.get(2)?);
            }
        }
        (watch.version, watch.last_id) = (version, last_id);
        if change.office {
            self.reload_office(&watch.connection)?;
        }
        Ok(Some(change).filter(|change| !change.is_empty()))
    }

    /// Folds the office again if another process changed it since.
    pub(super) fn follow_foreign_office(&self, db: &Connection) -> Result<()> {
        let newest: Option<Id> = db
            .prepare_cached("SELECT max(id) FROM event WHERE customer = ?1")?
            .query_row([Id::ZERO], |row| row.get(0))?;
        if newest > self.office().last_id {
            self.reload_office(db)?;
        }
        Ok(())
    }
}
