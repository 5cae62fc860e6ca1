//! What the window itself remembers of this desk: what it has said or offered once, and does not again.

use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What was said or offered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remembered {
    /// That closing the window leaves Kept running.
    pub told_of_closing: bool,
    /// To start with the computer.
    pub offered_login: bool,
    /// The key that brings up the bar over any program; empty where there is none.
    pub anywhere: String,
}

/// A small file in the data folder. One that cannot be read or written costs a repetition, nothing else.
#[derive(Debug)]
pub struct Memory {
    file: PathBuf,
    now: Mutex<Remembered>,
}

impl Memory {
    /// What is remembered in that data folder.
    pub fn of(home: &Path) -> Memory {
        let file = home.join("window.json");
        let known = std::fs::read(&file).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Memory { file, now: Mutex::new(known.unwrap_or_default()) }
    }

    /// What is remembered now.
    pub fn get(&self) -> Remembered {
        self.lock().clone()
    }

    /// Remembers something more.
    pub fn set(&self, change: impl FnOnce(&mut Remembered)) {
        let mut now = self.lock();
        let before = now.clone();
        change(&mut now);
        if *now == before {
            return;
        }
        let written = serde_json::to_vec(&*now).map_err(std::io::Error::from);
        if let Err(error) = written.and_then(|bytes| std::fs::write(&self.file, bytes)) {
            tracing::warn!(%error, "what the window remembers could not be written");
        }
    }

    fn lock(&self) -> MutexGuard<'_, Remembered> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_once_is_remembered_also_after_a_restart() {
        let home = tempfile::tempdir().unwrap();
        let memory = Memory::of(home.path());
        assert_eq!(memory.get(), Remembered::default());
        memory.set(|it| it.told_of_closing = true);
        assert_eq!(Memory::of(home.path()).get(), Remembered { told_of_closing: true, ..Remembered::default() });
    }

    #[test]
    fn a_file_that_cannot_be_read_is_as_none() {
        let home = tempfile::tempdir().unwrap();
        std::fs::write(home.path().join("window.json"), "\0{").unwrap();
        assert_eq!(Memory::of(home.path()).get(), Remembered::default());
    }
}
