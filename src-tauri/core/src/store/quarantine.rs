//! Setting a file aside instead of deleting it, and putting another in its place.

use super::{database_file, file_error};
use crate::{error::Result, time::Timestamp};
use std::path::{Path, PathBuf};

/// A moment as part of a file name: `20260306T160000Z`.
pub(crate) fn stamp(at: Timestamp) -> String {
    let text = at.to_string().replace(['-', ':'], "");
    format!("{}Z", text.split('.').next().unwrap_or_default())
}

/// Renames the office's file, with the companions SQLite keeps beside it; `None` when there is none.
pub(crate) fn set_aside(home: &Path, why: &str, now: Timestamp) -> Result<Option<PathBuf>> {
    let file = database_file(home);
    if !file.exists() {
        return Ok(None);
    }
    let free = |n: u32| {
        home.join(format!("kept.db.{why}-{}{}", stamp(now), if n == 0 { String::new() } else { format!("-{n}") }))
    };
    let aside = (0..1000).map(free).find(|path| !path.exists()).unwrap_or_else(|| free(1000));
    std::fs::rename(&file, &aside).map_err(|e| file_error("Setting aside", &file, &e))?;
    for companion in ["-wal", "-shm"] {
        let beside = home.join(format!("kept.db{companion}"));
        if beside.exists() {
            let mut target = aside.clone().into_os_string();
            target.push(companion);
            std::fs::rename(&beside, target).map_err(|e| file_error("Setting aside", &beside, &e))?;
        }
    }
    Ok(Some(aside))
}

/// Puts a finished file where the office's file belongs.
pub(crate) fn put_in_place(home: &Path, file: &Path) -> Result<()> {
    std::fs::rename(file, database_file(home)).map_err(|e| file_error("Putting in place", file, &e))
}
