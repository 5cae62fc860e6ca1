//! What stands on the desktop, written down so that the next start knows it: ids and times, no names and no words.

use super::Place;
use kept_core::reminder::Standing;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// A small file in the data folder. One that cannot be read or written costs an answer from a notification that an earlier
/// start showed, nothing else.
pub struct Memory {
    file: PathBuf,
    now: Remembered,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Remembered {
    /// The run of the service that shows them.
    session: Option<String>,
    standing: Vec<(Place, Option<u32>, Standing)>,
}

impl Memory {
    /// What is remembered in that data folder.
    pub fn of(home: &Path) -> Memory {
        let file = home.join("notifications.json");
        let known = std::fs::read(&file).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Memory { file, now: known.unwrap_or_default() }
    }

    /// Whether it is that run of the service that shows them.
    pub fn is_of(&self, session: &str) -> bool {
        self.now.session.as_deref() == Some(session)
    }

    /// What an earlier start left, with the id the desktop knows it by.
    pub fn left(&self) -> Vec<(Place, Option<u32>, Standing)> {
        self.now.standing.clone()
    }

    /// Something stands in that place.
    pub fn keep(&mut self, place: Place, id: Option<u32>, session: Option<String>, what: Standing) {
        self.now.standing.retain(|(other, ..)| *other != place);
        self.now.standing.push((place, id, what));
        self.now.session = session;
        self.write();
    }

    /// Nothing stands in that place any more.
    pub fn forget(&mut self, place: Place) {
        let before = self.now.standing.len();
        self.now.standing.retain(|(other, ..)| *other != place);
        if self.now.standing.len() != before {
            self.write();
        }
    }

    fn write(&self) {
        let written = serde_json::to_vec(&self.now).map_err(std::io::Error::from);
        if let Err(error) = written.and_then(|bytes| std::fs::write(&self.file, bytes)) {
            tracing::warn!(%error, "what stands on the desktop could not be written down");
        }
    }
}
