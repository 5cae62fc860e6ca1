//! The file: opening it in named steps, keeping it safe, getting it back.

mod backup;
mod folder;
mod head;
mod identity;
mod lock;
mod open;
mod pragmas;
mod quarantine;

pub use backup::{Backup, newest_backup, write_backup};
pub(crate) use backup::{check_target, list_backups, make_backup, verify};
pub(crate) use head::Head;
pub(crate) use lock::{OfficeLock, WindowLock};
pub(crate) use open::{CACHE_VERSION, CREATE_CACHES, FILE_VERSION, count_events, open, read_connection, schema_caches};
pub(crate) use pragmas::CHECKPOINT_PAGES;
pub(crate) use quarantine::{put_in_place, set_aside};

use crate::error::{Code, Error, place};
use std::path::{Path, PathBuf};

/// The one file that holds all of an office.
pub(crate) fn database_file(home: &Path) -> PathBuf {
    home.join("kept.db")
}

/// Says what SQLite's refusal means for the person at the desk. Never holds a value from the database.
pub(crate) fn storage_error(error: rusqlite::Error) -> Error {
    use rusqlite::ErrorCode as Sql;
    let (code, message) = match error.sqlite_error_code() {
        Some(Sql::DiskFull) => {
            (Code::Storage, "The disk is full, so nothing was saved. Free some space and try again.".into())
        }
        Some(Sql::ReadOnly) => (
            Code::Storage,
            "The data folder may not be written to, so nothing was saved. Ask for write access to it.".into(),
        ),
        Some(Sql::DatabaseBusy | Sql::DatabaseLocked) => {
            (Code::Locked, "Another program is holding the office's file. Close it and try again.".into())
        }
        Some(Sql::DatabaseCorrupt | Sql::NotADatabase) => {
            (Code::Damaged, "The office's file is damaged. Restore the newest backup.".into())
        }
        Some(Sql::SystemIoFailure | Sql::CannotOpen | Sql::PermissionDenied) => {
            (Code::Storage, "The data folder cannot be read or written. Check the disk and its permissions.".into())
        }
        Some(Sql::TooBig) => (Code::Invalid, "This is too long to be saved. Shorten it.".into()),
        _ => (Code::Storage, format!("The office's file could not be used ({}).", kind(&error))),
    };
    Error::new(code, message)
}

/// What sort of database error it is, without the words it may quote.
fn kind(error: &rusqlite::Error) -> String {
    error.sqlite_error().map_or_else(|| "unexpected content".into(), |e| format!("code {}", e.extended_code))
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        storage_error(error)
    }
}

/// Says what went wrong with a file or folder.
pub(crate) fn file_error(doing: &str, path: &Path, error: &std::io::Error) -> Error {
    use std::io::ErrorKind::{
        AlreadyExists, NotADirectory, NotFound, PermissionDenied, ReadOnlyFilesystem, StorageFull,
    };
    let name = place(path);
    let message = match error.kind() {
        StorageFull => format!("{doing} {name} failed: the disk is full. Free some space and try again."),
        PermissionDenied | ReadOnlyFilesystem => {
            format!("{doing} {name} failed: it may not be written to. Ask for access to it.")
        }
        NotFound => format!("{doing} {name} failed: it is not there."),
        AlreadyExists | NotADirectory => format!("{doing} {name} failed: a file is in its place. Choose a folder."),
        _ => format!("{doing} {name} failed: {error}."),
    };
    Error::new(Code::Storage, message)
}
