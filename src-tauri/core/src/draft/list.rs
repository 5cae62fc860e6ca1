use super::Draft;
use crate::{desk::Desk, error::Result};

impl Desk {
    /// The drafts of whoever is signed in, the latest first. Empty when nothing is half-typed.
    pub fn drafts(&self) -> Result<Vec<Draft>> {
        let member = self.draft_owner();
        self.read(|db| {
            let mut statement = db.prepare_cached(
                "SELECT key, value, saved_at FROM draft WHERE member = ?1 ORDER BY saved_at DESC, key",
            )?;
            let drafts = statement
                .query_map([member], |row| Ok(Draft { key: row.get(0)?, value: row.get(1)?, saved_at: row.get(2)? }))?;
            Ok(drafts.collect::<rusqlite::Result<_>>()?)
        })
    }
}
