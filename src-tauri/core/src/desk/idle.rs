//! What is done when nobody waits: the search index follows, the log is checkpointed, the day's backup is made.

use super::{Desk, held};
use crate::{
    error::Result,
    find::{merge_a_little, place_stale},
    store,
    time::DAY_MS,
};
use rusqlite::Connection;

/// Customers moved to their place in one step.
const STEP: u32 = 20;

/// Pages of the log ahead that are not worth two waits for the disk: 1 MiB.
const FEW_PAGES: i64 = 256;

/// Brings what was written to its place in the file, if it is more than a little.
fn checkpoint(db: &Connection) -> Result<()> {
    let waiting: i64 =
        db.query_row("PRAGMA wal_checkpoint(NOOP)", [], |row| Ok(row.get::<_, i64>(1)?.saturating_sub(row.get(2)?)))?;
    if waiting > FEW_PAGES {
        db.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?;
    }
    Ok(())
}

impl Desk {
    /// One small step of upkeep; no wait for it is longer than one write. Whether there is more to do at once.
    pub fn idle(&self) -> Result<bool> {
        let db = held(&self.writer);
        db.execute_batch("BEGIN IMMEDIATE")?;
        let placed = place_stale(&db, STEP);
        db.execute_batch(if placed.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
        if placed? > 0 {
            return Ok(true);
        }
        if merge_a_little(&db)? {
            return Ok(true);
        }
        checkpoint(&db)?;
        Ok(false)
    }

    /// Makes the day's backup, if the newest is older than a day and there is something to keep. Whether one was made.
    pub fn daily_backup(&self) -> Result<bool> {
        let now = self.now();
        let fresh = store::newest_backup(&self.home).is_some_and(|backup| {
            let age = now.since_ms(backup.made_at);
            (0..DAY_MS).contains(&age)
        });
        if fresh || !self.office().is_set_up {
            return Ok(false);
        }
        self.backup_here().map(|_| true)
    }
}
