//! Backups: whole copies, each verified before it counts.

use super::{file_error, folder::restrict, open::read_head, pragmas, quarantine::stamp};
use crate::{
    error::{Code, Error, Result, place},
    time::Timestamp,
};
use rusqlite::{Connection, OpenFlags};
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// How many backups are kept.
const KEPT: usize = 7;

/// The day's backup and one that somebody asks for may be made in the same second, under the same name.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// A verified backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Backup {
    /// Where it lies.
    #[ts(type = "string")]
    pub file: PathBuf,
    /// When it was made.
    #[ts(type = "string")]
    pub made_at: Timestamp,
    /// Its size, in bytes.
    pub bytes: u64,
}

/// The newest verified backup in the data folder; `None` when there is none.
pub fn newest_backup(home: &Path) -> Option<Backup> {
    list_backups(home).into_iter().next()
}

/// Verified backups in the data folder, newest first. A copy counts once it bears its final name.
pub(crate) fn list_backups(home: &Path) -> Vec<Backup> {
    let Ok(entries) = std::fs::read_dir(home.join("backups")) else { return Vec::new() };
    let mut found: Vec<Backup> = entries
        .filter_map(|entry| {
            let file = entry.ok()?.path();
            let name = file.file_name()?.to_str()?;
            let made_at = moment(name.strip_prefix("kept-")?.strip_suffix(".db")?)?;
            let bytes = std::fs::metadata(&file).map_or(0, |known| known.len());
            Some(Backup { file, made_at, bytes })
        })
        .collect();
    found.sort_by(|a, b| (b.made_at, &b.file).cmp(&(a.made_at, &a.file)));
    found
}

/// Reads the stamp in a backup's name.
fn moment(stamp: &str) -> Option<Timestamp> {
    let part = |from: usize, to: usize| stamp.get(from..to);
    format!("{}-{}-{}T{}:{}:{}Z", part(0, 4)?, part(4, 6)?, part(6, 8)?, part(9, 11)?, part(11, 13)?, part(13, 15)?)
        .parse()
        .ok()
}

/// Makes a verified backup in the data folder, and lets go of the oldest when there are more than seven.
pub(crate) fn make_backup(connection: &Connection, home: &Path, now: Timestamp) -> Result<Backup> {
    let folder = home.join("backups");
    std::fs::create_dir_all(&folder).map_err(|e| file_error("Making", &folder, &e))?;
    restrict(&folder, 0o700)?;
    let file = folder.join(format!("kept-{}.db", stamp(now)));
    write_backup(connection, &file)?;
    thin(home);
    let bytes = std::fs::metadata(&file).map_or(0, |known| known.len());
    Ok(Backup { file, made_at: now, bytes })
}

/// Makes sure that a backup may be written to `file`: it is not among the office's own files, its folder is there and can
/// be written, and what it would replace is a backup too.
pub(crate) fn check_target(home: &Path, file: &Path) -> Result<()> {
    let cannot = |why: &str| Error::invalid(format!("The backup was not written to {}: {why}.", place(file)));
    let (Some(folder), Some(name)) = (file.parent(), file.file_name()) else {
        return Err(cannot("it is a folder"));
    };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let folder = folder.canonicalize().map_err(|_| cannot("there is no such folder"))?;
    if folder == home {
        return Err(cannot("the office's own files lie in that folder"));
    }
    if file.is_dir() {
        return Err(cannot("it is a folder"));
    }
    if file.exists() && verify(file).is_err() {
        return Err(cannot("there is a file of that name which is no backup"));
    }
    let mut probe = name.to_owned();
    probe.push(format!(".{}.part", std::process::id()));
    let probe = folder.join(probe);
    let tried = std::fs::File::create(&probe).and_then(|_| std::fs::remove_file(&probe));
    tried.map_err(|_| cannot("its folder may not be written to"))
}

/// Writes a whole copy to `file`, which must not be there or be an older backup, and verifies it before it gets that name.
///
/// # Errors
/// The folder cannot be written, or the copy is not whole; then nothing is left behind.
pub fn write_backup(connection: &Connection, file: &Path) -> Result<()> {
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let mut temporary = file.as_os_str().to_owned();
    temporary.push(format!(".{}.part", std::process::id()));
    let temporary = PathBuf::from(temporary);
    let remove = || match std::fs::remove_file(&temporary) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(file_error("Removing", &temporary, &e)),
        _ => Ok(()),
    };
    remove()?;
    let written = copy(connection, &temporary)
        .and_then(|()| std::fs::rename(&temporary, file).map_err(|e| file_error("Writing the backup", file, &e)));
    if written.is_err() {
        remove()?;
    }
    written
}

fn copy(connection: &Connection, target: &Path) -> Result<()> {
    // VACUUM INTO copies one committed state without keeping the writer waiting.
    let path =
        target.to_str().ok_or_else(|| Error::new(Code::Storage, "The folder's name cannot be used for a backup."))?;
    let parent = target.parent().unwrap_or(Path::new("."));
    if !parent.is_dir() && !parent.as_os_str().is_empty() {
        return Err(Error::new(Code::Storage, format!("There is no folder {} for the backup.", place(parent))));
    }
    let before = read_head(connection)?;
    connection.execute("VACUUM INTO ?1", [path])?;
    restrict(target, 0o600)?;
    let file = std::fs::File::open(target).map_err(|e| file_error("Reading", target, &e))?;
    file.sync_all().map_err(|e| file_error("Writing", target, &e))?;
    // The copy is as good as what it was made of: this is how damage in a part that nobody read is found.
    let copied = verify(target).map_err(|_| {
        Error::new(
            Code::Damaged,
            "The office's file is damaged, so no backup could be made. Restore the newest backup.",
        )
    })?;
    if copied < before.count {
        return Err(Error::new(
            Code::Storage,
            "The backup is not whole; the office's file is as it was. Check the disk.",
        ));
    }
    Ok(())
}

/// Makes sure that `file` is a whole office of a version this Kept reads. Gives the number of its events.
pub(crate) fn verify(file: &Path) -> Result<u64> {
    let unusable = |why: &str| Error::invalid(format!("{} cannot be used as a backup: {why}.", place(file)));
    if !file.is_file() {
        return Err(unusable("there is no such file"));
    }
    std::fs::File::open(file).map_err(|_| unusable("it may not be read"))?;
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let look = || -> rusqlite::Result<(i32, u32, String)> {
        let application = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
        let version = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        let sound = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        Ok((application, version, sound))
    };
    let (application, version, sound) = look().map_err(|_| unusable("it is damaged or not Kept's"))?;
    if application != pragmas::APPLICATION_ID {
        return Err(unusable("it is not Kept's"));
    }
    if version > super::open::FILE_VERSION {
        return Err(Error::new(
            Code::Newer,
            format!("{} was made by a newer Kept (file version {version}).", place(file)),
        ));
    }
    if sound != "ok" {
        return Err(unusable("it is damaged"));
    }
    Ok(read_head(&connection).map_err(|_| unusable("it is damaged"))?.count)
}

/// Lets go of what is more than seven: first of several made on one day, then of the oldest. Never of the newest.
fn thin(home: &Path) {
    let mut backups = list_backups(home);
    while backups.len() > KEPT {
        let day = |backup: &Backup| backup.made_at.to_string().get(..10).map(str::to_owned);
        let twin = (1..backups.len()).rev().find(|n| {
            let (newer, older) = (backups.get(n - 1), backups.get(*n));
            newer.zip(older).is_some_and(|(newer, older)| day(newer) == day(older))
        });
        let oldest = backups.len() - 1;
        let gone = backups.remove(twin.unwrap_or(oldest));
        if let Err(error) = std::fs::remove_file(&gone.file) {
            tracing::warn!(%error, "an old backup could not be removed");
        }
    }
}
