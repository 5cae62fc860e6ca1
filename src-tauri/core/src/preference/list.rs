//! Reading all preferences.

use super::PREFIX;
use crate::{desk::Desk, error::Result};
use serde_json::Value;
use std::collections::BTreeMap;

impl Desk {
    /// Every preference of this desk by name, sorted. One that cannot be read is left out, as if it had never been set.
    pub fn preferences(&self) -> Result<BTreeMap<String, Value>> {
        self.read(|db| {
            let mut statement =
                db.prepare_cached("SELECT name, value FROM setting WHERE name GLOB ?1 ORDER BY name")?;
            let rows = statement.query_map([format!("{PREFIX}*")], |row| Ok((row.get(0)?, row.get(1)?)))?;
            let mut found = BTreeMap::new();
            for row in rows {
                let (name, value): (String, String) = row?;
                if let (Some(name), Ok(value)) = (name.strip_prefix(PREFIX), serde_json::from_str(&value)) {
                    found.insert(name.to_owned(), value);
                }
            }
            Ok(found)
        })
    }
}
