//! A note outside the database of how far it had got: an office whose last entries went missing opens without an error,
//! and this is what tells.

use super::folder::write_private;
use crate::{error::Result, id::Id};
use std::path::Path;

/// How many events this desk had written, and the last of them. It may lag behind the database, and never leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) count: u64,
    pub(crate) last_id: Id,
}

impl Head {
    /// The head noted in `home`; `None` when there is none or it cannot be read.
    pub(crate) fn read(home: &Path) -> Option<Head> {
        let text = std::fs::read_to_string(home.join("head")).ok()?;
        let (count, last_id) = text.trim().split_once(' ')?;
        Some(Head { count: count.parse().ok()?, last_id: last_id.parse().ok()? })
    }

    /// Notes it, after a commit. Not synced: it may be lost, and then only warns later.
    pub(crate) fn write(self, home: &Path) -> Result<()> {
        write_private(&home.join("head"), format!("{} {}\n", self.count, self.last_id).as_bytes())
    }
}
