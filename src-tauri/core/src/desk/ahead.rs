//! Noticing a clock that is behind.

use super::Desk;
use crate::{error::Result, log, time::Timestamp};

impl Desk {
    /// When the last entry was made, if that is still to come by this desk's clock; `None` where the clock can be right.
    pub fn last_entry_ahead(&self) -> Result<Option<Timestamp>> {
        let now = self.now();
        let last = self.read(|db| log::greatest_id(db, self.id, now))?.made_at();
        Ok(Some(last).filter(|last| *last > now))
    }
}
