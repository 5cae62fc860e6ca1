//! Where the index has a customer: a number that grows with the last time they were dealt with, so that the order of
//! row numbers is the order of results.

use crate::{error::Result, id::Id, time::Timestamp};
use rusqlite::{Connection, OptionalExtension};

/// Bits left for telling apart customers dealt with in the same millisecond.
const TIE_BITS: u32 = 21;

/// The place of a customer whose latest event is `last_id`, which happened at `last_at`: 42 bits of milliseconds, then
/// the counter of the id, so that it follows from the set of events and not from the order in which they arrived.
pub(super) fn place(last_at: Timestamp, last_id: Id) -> i64 {
    let ms = last_at.millis().clamp(0, (1 << 42) - 1);
    (ms << TIE_BITS) | i64::from(last_id.counter())
}

/// The nearest place at or below `wanted` that nobody has.
pub(super) fn free_place(db: &Connection, wanted: i64) -> Result<i64> {
    let mut taken = db.prepare_cached("SELECT 1 FROM customer_tally WHERE place = ?1")?;
    let mut place = wanted;
    while taken.query_row([place], |_| Ok(())).optional()?.is_some() {
        place -= 1;
    }
    Ok(place)
}
