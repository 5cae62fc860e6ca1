//! Making or dropping one preference.

use super::{LONGEST_NAME, LONGEST_VALUE, MOST, PREFIX};
use crate::{
    desk::Desk,
    error::{Error, Result},
};
use serde_json::Value;

impl Desk {
    /// Sets a preference of this desk; null drops it.
    ///
    /// # Errors
    /// The name is not of small letters, digits, `.`, `-` and `_`, the value is larger than 32 KiB, or there are 200
    /// preferences already.
    pub fn set_preference(&self, name: &str, value: &Value) -> Result<()> {
        check_name(name)?;
        let key = format!("{PREFIX}{name}");
        if value.is_null() {
            return self.write_local(|db| {
                db.prepare_cached("DELETE FROM setting WHERE name = ?1")?.execute([&key])?;
                Ok(())
            });
        }
        let text = value.to_string();
        if text.len() > LONGEST_VALUE {
            return Err(Error::invalid("This choice is too large to be kept."));
        }
        self.write_local(|db| {
            let others: i64 = db
                .prepare_cached("SELECT count(*) FROM setting WHERE name GLOB ?1 AND name <> ?2")?
                .query_row([format!("{PREFIX}*"), key.clone()], |row| row.get(0))?;
            if others >= MOST {
                return Err(Error::invalid("This desk keeps too many choices already."));
            }
            db.prepare_cached("INSERT OR REPLACE INTO setting (name, value) VALUES (?1, ?2)")?
                .execute([&key, &text])?;
            Ok(())
        })
    }
}

fn check_name(name: &str) -> Result<()> {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'_');
    let begins = name.bytes().next().is_some_and(|b| b.is_ascii_lowercase());
    if begins && name.len() <= LONGEST_NAME && name.bytes().all(fits) {
        return Ok(());
    }
    Err(Error::invalid("A choice is named by at most 64 small letters, digits, dots and dashes."))
}
