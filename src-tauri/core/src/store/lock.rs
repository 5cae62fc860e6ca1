//! Who may use the office at the same time: one window, any number of commands, and nobody beside a restore.
//!
//! The locks are held by the operating system, so that a crash leaves none behind.

use super::file_error;
use crate::error::{Code, Error, Result};
use std::{
    fs::{File, TryLockError},
    io::{Read, Seek, Write},
    path::Path,
};

/// Held by the one window.
#[derive(Debug)]
pub(crate) struct WindowLock(#[expect(dead_code, reason = "holding the file is holding the lock")] File);

/// Held by everybody who has the office's file open; exclusively by a restore or rebuild.
#[derive(Debug)]
pub(crate) struct OfficeLock(#[expect(dead_code, reason = "holding the file is holding the lock")] File);

fn lock_file(home: &Path, name: &str) -> Result<File> {
    let path = home.join(name);
    let file = File::options()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(&path)
        .map_err(|e| file_error("Opening", &path, &e))?;
    super::folder::restrict(&path, 0o600)?;
    Ok(file)
}

/// How often a lock that is held is tried again, and how long is waited in between: a command that is just ending, or a
/// process that is just being started, lets go within moments.
const TRIES: u32 = 25;
const PAUSE: std::time::Duration = std::time::Duration::from_millis(10);

/// Takes a lock, trying again for a moment while somebody holds it.
fn try_for_a_moment(take: impl Fn() -> std::result::Result<(), TryLockError>) -> std::result::Result<(), TryLockError> {
    let mut tried = take();
    for _ in 0..TRIES {
        if !matches!(tried, Err(TryLockError::WouldBlock)) {
            break;
        }
        #[expect(clippy::disallowed_methods, reason = "the system offers no way to wait for a lock with an end")]
        std::thread::sleep(PAUSE);
        tried = take();
    }
    tried
}

impl WindowLock {
    /// Takes the window's place, leaving word of who holds it.
    pub(crate) fn take(home: &Path, holder: &str) -> Result<WindowLock> {
        let mut file = lock_file(home, "window.lock")?;
        match try_for_a_moment(|| file.try_lock()) {
            Ok(()) => {
                let written =
                    file.set_len(0).and_then(|()| file.rewind()).and_then(|()| file.write_all(holder.as_bytes()));
                written.map_err(|e| file_error("Writing", &home.join("window.lock"), &e))?;
                Ok(WindowLock(file))
            }
            Err(TryLockError::WouldBlock) => Err(Error::new(
                Code::Locked,
                format!("Kept is already open here, by {}. Use that window or close it first.", held_by(home)),
            )),
            Err(TryLockError::Error(e)) => Err(file_error("Locking", &home.join("window.lock"), &e)),
        }
    }

    /// Refuses while a window is open.
    pub(crate) fn refuse_if_held(home: &Path, doing: &str) -> Result<()> {
        let file = lock_file(home, "window.lock")?;
        match try_for_a_moment(|| file.try_lock()) {
            Ok(()) => Ok(()),
            Err(TryLockError::WouldBlock) => Err(Error::new(
                Code::Locked,
                format!("{doing} needs the window closed; it is open, by {}.", held_by(home)),
            )),
            Err(TryLockError::Error(e)) => Err(file_error("Locking", &home.join("window.lock"), &e)),
        }
    }
}

/// Who holds the window, as they left word.
fn held_by(home: &Path) -> String {
    let mut holder = String::new();
    let read = File::open(home.join("window.lock")).and_then(|mut file| file.read_to_string(&mut holder));
    match read {
        Ok(_) if !holder.trim().is_empty() => holder.trim().to_owned(),
        _ => "somebody else".to_owned(),
    }
}

/// Waits until nobody else is opening the office, and keeps others waiting while it is held: a new file is made, and an
/// old one brought up to date, by one.
pub(crate) fn opening(home: &Path) -> Result<File> {
    let file = lock_file(home, "opening.lock")?;
    file.lock().map_err(|e| file_error("Locking", &home.join("opening.lock"), &e))?;
    Ok(file)
}

impl OfficeLock {
    /// Uses the office beside others.
    pub(crate) fn share(home: &Path) -> Result<OfficeLock> {
        let file = lock_file(home, "office.lock")?;
        match try_for_a_moment(|| file.try_lock_shared()) {
            Ok(()) => Ok(OfficeLock(file)),
            Err(TryLockError::WouldBlock) => {
                Err(Error::new(Code::Locked, "The office is being restored or rebuilt. Try again when that is done."))
            }
            Err(TryLockError::Error(e)) => Err(file_error("Locking", &home.join("office.lock"), &e)),
        }
    }

    /// Has the office's file to oneself for a moment, by the window's own hand or a command's.
    pub(crate) fn alone_among_commands(home: &Path) -> Result<OfficeLock> {
        let file = lock_file(home, "office.lock")?;
        match try_for_a_moment(|| file.try_lock()) {
            Ok(()) => Ok(OfficeLock(file)),
            Err(TryLockError::WouldBlock) => Err(Error::new(Code::Locked, "Another program is using the office.")),
            Err(TryLockError::Error(e)) => Err(file_error("Locking", &home.join("office.lock"), &e)),
        }
    }

    /// Has the office to oneself.
    pub(crate) fn alone(home: &Path, doing: &str) -> Result<OfficeLock> {
        WindowLock::refuse_if_held(home, doing)?;
        Self::alone_among_commands(home).map_err(|error| match error.code {
            Code::Locked => {
                Error::new(Code::Locked, format!("{doing} needs the office to itself; another command is using it."))
            }
            _ => error,
        })
    }
}
