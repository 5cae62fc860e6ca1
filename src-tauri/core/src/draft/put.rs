use super::{LONGEST_KEY, LONGEST_VALUE, MOST};
use crate::{
    desk::Desk,
    error::{Error, Result},
};
use rusqlite::params;

impl Desk {
    /// Keeps what is half-typed under `key`, in the place of what was there; with `None` the draft is gone. It is on the
    /// disk before this returns. Of more than 200 the oldest is let go.
    ///
    /// # Errors
    /// The key is missing or too long, or the text is longer than any entry could be; what was kept before stays.
    pub fn put_draft(&self, key: &str, value: Option<&str>) -> Result<()> {
        if key.is_empty() || key.len() > LONGEST_KEY {
            return Err(Error::invalid(format!("A draft needs a key of 1 to {LONGEST_KEY} bytes.")));
        }
        if value.is_some_and(|value| value.len() > LONGEST_VALUE) {
            return Err(Error::invalid("This is too long to be kept as a draft. Save it, or shorten it."));
        }
        let (member, now) = (self.draft_owner(), self.now());
        self.write_local(|db| {
            let Some(value) = value else {
                db.prepare_cached("DELETE FROM draft WHERE member = ?1 AND key = ?2")?.execute(params![member, key])?;
                return Ok(());
            };
            db.prepare_cached(
                "INSERT INTO draft (member, key, value, saved_at) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (member, key) DO UPDATE SET value = excluded.value, saved_at = excluded.saved_at",
            )?
            .execute(params![member, key, value, now])?;
            db.prepare_cached(
                "DELETE FROM draft WHERE member = ?1 AND key <> ?2 AND key NOT IN
                   (SELECT key FROM draft WHERE member = ?1 AND key <> ?2 ORDER BY saved_at DESC, key LIMIT ?3)",
            )?
            .execute(params![member, key, MOST - 1])?;
            Ok(())
        })
    }
}
