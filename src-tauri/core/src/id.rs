//! Ids: unique across desks, sortable by when they were made.

use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

/// A UUID of version 7. Everything that happened has one; a thing's id is the id of the event that began it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(transparent)]
pub struct Id(#[ts(type = "string")] Uuid);

/// Bits of the counter that orders ids of the same millisecond.
const COUNTER_BITS: u32 = 21;

impl Id {
    /// The id of nothing: where an event concerns the office and no customer.
    pub const ZERO: Id = Id(Uuid::nil());

    /// The 16 bytes, in sorting order.
    pub fn bytes(&self) -> &[u8; 16] {
        self.0.as_bytes()
    }

    /// The id of those 16 bytes.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Id(Uuid::from_bytes(bytes))
    }

    /// When it was made, by the clock of the desk that made it.
    pub fn made_at(&self) -> Timestamp {
        Timestamp::from_millis(self.millis())
    }

    fn millis(&self) -> i64 {
        (self.0.as_u128() >> 80) as i64
    }

    /// The counter within its millisecond, 0 to 2^21 - 1: 12 bits of `rand_a` and the first 9 of `rand_b` (RFC 9562, 6.2).
    pub fn counter(&self) -> u32 {
        let bits = self.0.as_u128();
        let high = ((bits >> 64) & 0xFFF) as u32;
        let low = ((bits >> 53) & 0x1FF) as u32;
        (high << 9) | low
    }

    /// A new id, greater than `last`, the greatest of the log. `random` fills what time and counter leave free.
    ///
    /// A hybrid clock: in the same millisecond as `last`, or with a clock behind it, the counter goes on from `last`;
    /// a full counter borrows the next millisecond.
    pub fn after(last: Id, now: Timestamp, random: u128) -> Id {
        let (last_ms, now_ms) = (last.millis(), now.millis().max(0));
        if now_ms > last_ms {
            // The first counter of a millisecond leaves most of its range free for those that follow.
            let start = ((random >> 64) as u32) & ((1 << (COUNTER_BITS - 3)) - 1);
            return Id::compose(now_ms, start, random);
        }
        match last.counter() + 1 {
            full if full >> COUNTER_BITS != 0 => Id::compose(last_ms + 1, 0, random),
            next => Id::compose(last_ms, next, random),
        }
    }

    fn compose(ms: i64, counter: u32, random: u128) -> Id {
        let mut bits = ((ms as u128) & 0xFFFF_FFFF_FFFF) << 80;
        bits |= 7 << 76;
        bits |= u128::from(counter >> 9) << 64;
        bits |= 0b10 << 62;
        bits |= u128::from(counter & 0x1FF) << 53;
        bits |= random & ((1 << 53) - 1);
        Id(Uuid::from_u128(bits))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl rusqlite::ToSql for Id {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        Ok(self.bytes().as_slice().into())
    }
}

impl rusqlite::types::FromSql for Id {
    fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        <[u8; 16]>::column_result(value).map(Id::from_bytes)
    }
}

impl FromStr for Id {
    type Err = uuid::Error;
    fn from_str(s: &str) -> Result<Self, uuid::Error> {
        Uuid::try_parse(s).map(Id)
    }
}
