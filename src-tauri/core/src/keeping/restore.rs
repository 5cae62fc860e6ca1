//! Putting a backup in the place of the office. What was there is set aside, never deleted.

use crate::{
    clock::Clock,
    desk::{Desk, OpenOptions},
    error::{Code, Error, Result},
    roles::{Action, may},
    store::{Head, OfficeLock, count_events, newest_backup, put_in_place, set_aside, verify, write_backup},
};
use rusqlite::{Connection, OpenFlags};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

/// Restores `file` in `home`. `allowed`: the acting member's name, who must be a manager of the office there is; where that
/// office cannot be opened, anybody may. Gives where the office that was there has been set aside.
///
/// # Errors
/// The window is open, the file is not a whole office, or the one who acts is not a manager; nothing is changed then.
pub fn restore(home: &Path, file: &Path, acting: Option<&str>, clock: &Arc<dyn Clock>) -> Result<Option<PathBuf>> {
    require_manager(home, acting, clock)?;
    put_back(home, file, clock)
}

/// Restores the newest verified backup in the place of a damaged office.
///
/// # Errors
/// There is no backup, or the office is not damaged.
pub fn restore_newest(home: &Path, clock: &Arc<dyn Clock>) -> Result<Option<PathBuf>> {
    let backup =
        newest_backup(home).ok_or_else(|| Error::not_found("There is no verified backup in the data folder."))?;
    match open(home, clock) {
        Err(error) if error.code == Code::Damaged => put_back(home, &backup.file, clock),
        Err(error) => Err(error),
        Ok(_) => Err(Error::refused("The office opens without fault, so nothing was restored.")),
    }
}

/// Drops the caches and folds the whole log again. A manager's.
pub fn rebuild(desk: Desk, home: &Path, clock: &Arc<dyn Clock>, progress: &mut dyn FnMut(u64)) -> Result<()> {
    desk.allow(Action::Rebuild)?;
    drop(desk);
    let alone = OfficeLock::alone(home, "Rebuilding")?;
    drop(alone);
    open(home, clock)?.refold_everything(progress)
}

fn open(home: &Path, clock: &Arc<dyn Clock>) -> Result<Desk> {
    Desk::open(OpenOptions { home: home.to_owned(), clock: Arc::clone(clock), window: None })
}

fn require_manager(home: &Path, acting: Option<&str>, clock: &Arc<dyn Clock>) -> Result<()> {
    let desk = match open(home, clock) {
        Ok(desk) => desk,
        // What cannot be opened has no members to ask.
        Err(error) if error.code == Code::Damaged => return Ok(()),
        Err(error) => return Err(error),
    };
    if desk.office().members.is_empty() {
        return Ok(());
    }
    if let Some(name) = acting {
        desk.act_as(name)?;
    }
    match desk.member() {
        Some(member) if may(member.role, Action::Restore) => Ok(()),
        Some(_) => Err(Error::refused("Restoring a backup is for a manager. Ask one to sign in.")),
        None => Err(Error::refused("Nobody is signed in. Say who you are first.")),
    }
}

fn put_back(home: &Path, file: &Path, clock: &Arc<dyn Clock>) -> Result<Option<PathBuf>> {
    let now = clock.now();
    let _alone = OfficeLock::alone(home, "Restoring")?;
    verify(file)?;
    // A copy is made and verified first: until it is whole, nothing that is there is touched.
    let copy = home.join("kept.db.restoring");
    let source = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    write_backup(&source, &copy)?;
    drop(source);
    let events = count_events(&copy)?;
    let aside = set_aside(home, "before-restore", now)?;
    put_in_place(home, &copy)?;
    // From here on this desk writes a new chain: the old one may go on elsewhere, or in the file set aside.
    let identity = home.join("desk");
    if identity.exists() {
        std::fs::rename(&identity, home.join("desk.before-restore"))
            .map_err(|e| Error::new(Code::Storage, format!("The desk's identity could not be replaced: {e}.")))?;
    }
    Head { count: events.count, last_id: events.last_id }.write(home)?;
    Ok(aside)
}
