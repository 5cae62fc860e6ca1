//! The desk: one installation of Kept, and the object through which everything is done.
//!
//! One writer, and read connections that see the last committed state without waiting for it. Every write gives back its
//! value and what it changed.

mod accept;
mod ahead;
mod bell;
mod bulk;
mod change;
mod foreign;
mod idle;
mod owed;
mod progress;
mod refold;
mod who;
mod write;

pub(crate) use bell::BellMemory;
pub use change::{Change, Written};
pub(crate) use progress::Job;
pub use progress::{Progress, Stage};
pub(crate) use write::{New, Subject, Writing};

use crate::{
    clock::Clock,
    error::{Code, Error, Result},
    event::Event,
    fold::{OfficeState, fold_office},
    id::Id,
    log,
    store::{self, OfficeLock, WindowLock},
    time::Timestamp,
};
use rusqlite::Connection;
use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, RwLock},
};

/// How an office is opened.
pub struct OpenOptions {
    /// The data folder; made when it is not there.
    pub home: PathBuf,
    /// Where time comes from.
    pub clock: Arc<dyn Clock>,
    /// Whether it is the window that opens it, which there is one of; in the words by which another is told who holds it.
    pub window: Option<String>,
}

/// An open office.
pub struct Desk {
    home: PathBuf,
    id: Id,
    clock: Arc<dyn Clock>,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    office: RwLock<Arc<OfficeState>>,
    acting: RwLock<Option<Id>>,
    watch: Mutex<foreign::Watch>,
    /// The ids between which this desk itself wrote, until others' writes are next looked for: each from after the first
    /// to the second. No other process writes in between.
    own_writes: Mutex<Vec<(Id, Id)>>,
    work: progress::LongWork,
    bell: Mutex<BellMemory>,
    _office: OfficeLock,
    _window: Option<WindowLock>,
}

/// Read connections kept for the next reader.
const READERS: usize = 2;

impl Desk {
    /// Opens the office in a folder, making it when it is new.
    ///
    /// # Errors
    /// `locked`: another window has it. `newer`: a newer Kept wrote it. `damaged`: it was set aside, and the newest
    /// backup is named. `storage`: the disk or folder does not let Kept work there.
    pub fn open(options: OpenOptions) -> Result<Desk> {
        let now = options.clock.now();
        let opened = store::open(&options.home, now, random()?, options.window.as_deref())?;
        let state = fold_office(&log::office(&opened.writer)?)?;
        let watch = foreign::Watch::from_now(store::read_connection(&opened.home)?)?;
        let desk = Desk {
            home: opened.home,
            id: opened.desk,
            clock: options.clock,
            writer: Mutex::new(opened.writer),
            readers: Mutex::new(Vec::new()),
            office: RwLock::new(Arc::new(state)),
            acting: RwLock::new(None),
            watch: Mutex::new(watch),
            own_writes: Mutex::new(Vec::new()),
            work: progress::LongWork::default(),
            bell: Mutex::new(BellMemory::default()),
            _office: opened._office,
            _window: opened._window,
        };
        if opened.caches_stale {
            desk.refold_everything(&mut |_| {})?;
        }
        desk.resume_signed_in()?;
        Ok(desk)
    }

    /// The data folder.
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// The present moment, by the desk's clock.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The office as it was last committed.
    pub fn office(&self) -> Arc<OfficeState> {
        Arc::clone(&self.office.read().unwrap_or_else(std::sync::PoisonError::into_inner))
    }

    /// Folds the office's own events again, after one of them was written.
    fn reload_office(&self, db: &Connection) -> Result<()> {
        let state = Arc::new(fold_office(&log::office(db)?)?);
        *self.office.write().unwrap_or_else(std::sync::PoisonError::into_inner) = state;
        Ok(())
    }

    /// Reads the last committed state.
    pub(crate) fn read<T>(&self, look: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let waiting = held(&self.readers).pop();
        let connection = match waiting {
            Some(connection) => connection,
            None => store::read_connection(&self.home)?,
        };
        // One snapshot for all that is read together.
        connection.execute_batch("BEGIN")?;
        let result = look(&connection);
        connection.execute_batch("COMMIT")?;
        let mut readers = held(&self.readers);
        if readers.len() < READERS {
            readers.push(connection);
        }
        result
    }

    /// Every event this desk has, in id order: what another desk would be sent.
    pub fn events(&self) -> Result<Vec<Event>> {
        self.read(log::all)
    }

    /// Writes a whole, verified copy of the office to `file`. An older backup there is replaced.
    ///
    /// # Errors
    /// The file is the office's own or something else than a backup, or its folder cannot be written; it is then as it was.
    pub fn backup(&self, file: &Path) -> Result<()> {
        store::check_target(&self.home, file)?;
        let connection = store::read_connection(&self.home)?;
        connection.pragma_update(None, "query_only", "OFF")?;
        store::write_backup(&connection, file)
    }

    /// Makes a verified backup in the data folder, of which seven are kept.
    pub fn backup_here(&self) -> Result<store::Backup> {
        let connection = store::read_connection(&self.home)?;
        connection.pragma_update(None, "query_only", "OFF")?;
        store::make_backup(&connection, &self.home, self.now())
    }
}

/// Takes a lock, whoever fell over while holding it: what it guards is only ever replaced whole.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// Random bytes from the operating system.
pub(crate) fn random() -> Result<u128> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)
        .map_err(|_| Error::new(Code::Storage, "The system gives no random numbers, so nothing can be saved."))?;
    Ok(u128::from_le_bytes(bytes))
}
