//! Due times that were missed: derived from the clock, never stored as events.

use crate::{error::Result, id::Id, time::Timestamp};
use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};

/// The kind under which a missed due time stands in a timeline.
pub(super) const KIND: &str = "promise_missed";

/// An agreed due time that passed while the promise was open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Missed {
    pub(super) promise: Id,
    pub(super) due_at: Timestamp,
}

impl Missed {
    /// An id for this entry, the same on every desk: a UUID of version 8 from promise and due time.
    pub(super) fn entry_id(&self) -> Id {
        let digest = Sha256::new()
            .chain_update(self.promise.bytes())
            .chain_update(self.due_at.millis().to_be_bytes())
            .finalize();
        let mut bytes = [0; 16];
        bytes.iter_mut().zip(digest).for_each(|(byte, digest)| *byte = digest);
        let [.., version, _, variant, _, _, _, _, _, _, _] = &mut bytes;
        *version = (*version & 0x0F) | 0x80;
        *variant = (*variant & 0x3F) | 0x80;
        Id::from_bytes(bytes)
    }
}

/// The due times of a customer that were missed by `now`, the latest at or before `at`: at least `limit` of them, if
/// there are as many, and all of the same moment as the last.
pub(super) fn missed_of(
    db: &Connection,
    customer: Id,
    now: Timestamp,
    at: Timestamp,
    limit: usize,
) -> Result<Vec<Missed>> {
    let mut statement = db.prepare_cached(
        "SELECT promise, due_at FROM missed_due WHERE customer = ?1 AND due_at < ?2 AND due_at <= ?3
         ORDER BY due_at DESC, promise",
    )?;
    let mut rows = statement.query(params![customer, now, at])?;
    let mut found: Vec<Missed> = Vec::new();
    while let Some(row) = rows.next()? {
        let missed = Missed { promise: row.get(0)?, due_at: row.get(1)? };
        if found.len() >= limit && found.last().is_some_and(|last| last.due_at != missed.due_at) {
            break;
        }
        found.push(missed);
    }
    Ok(found)
}
