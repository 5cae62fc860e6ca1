//! What is owed, in the order in which it should be answered for: late first, then by due time.

mod attention;
mod risk;
mod slice;
mod standing_in;
mod today;

pub use attention::Attention;
pub use risk::{Risk, Risks};
pub use today::{Today, TodayGroup, TodayKey};

use crate::{desk::Desk, error::Result, promise::PromiseRow, time::Timestamp};
use serde::Serialize;
use slice::{count, count_late, rows};
use standing_in::slices;

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
    /// Only what this member answers for, by name: what they owe, and what is late or due today of those for whom they stand
    /// in. Everybody's when not said.
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
            let slices = slices(&office, owner, filter.until, now);
            let mut promises = rows(&slices, db, &office, true, filter.limit)?;
            let left = filter.limit.saturating_sub(u32::try_from(promises.len()).unwrap_or(u32::MAX));
            if left > 0 {
                promises.extend(rows(&slices, db, &office, false, left)?);
            }
            Ok(Queue { promises, late: count_late(&slices, db)?, total: count(&slices, db)? })
        })
    }
}
