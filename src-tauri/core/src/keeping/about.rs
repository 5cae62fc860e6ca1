//! Which Kept this is.

use crate::{desk::Desk, store::FILE_VERSION};
use serde::Serialize;

/// The program and the file, by version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct About {
    /// The program's.
    pub version: &'static str,
    /// The file's: a Kept that knows only an older one refuses it.
    pub file_version: u32,
    /// The database library's.
    pub sqlite: &'static str,
}

impl Desk {
    /// Which Kept this is.
    pub fn about(&self) -> About {
        About { version: env!("CARGO_PKG_VERSION"), file_version: FILE_VERSION, sqlite: rusqlite::version() }
    }
}
