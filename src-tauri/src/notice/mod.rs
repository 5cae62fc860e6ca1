//! Notifications on the desktop: shown, answered, replaced, withdrawn, and known again after a restart.
//!
//! There is one place on the screen for each sort of notice, and what is shown there replaces what was: a first announcement
//! never waits behind another. A notification that was accepted is not one that a person has seen: services pause, and say
//! nothing of it. The list in the window stays the truth.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "linux")]
use linux as system;
#[cfg(target_os = "macos")]
mod macos;
#[cfg(target_os = "macos")]
use macos as system;
#[cfg(target_os = "windows")]
mod windows;
#[cfg(target_os = "windows")]
use windows as system;

mod memory;
mod place;

pub use place::Place;

use kept_core::desk::Desk;
use kept_core::id::Id;
use kept_core::reminder::Notice;
use kept_host::Announced;
use memory::Memory;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What a person did with a notification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// Pressed it.
    Open,
    /// Pressed one that was replaced in that very moment: nobody knows which was meant.
    OpenEarlier,
    /// Pressed the button of that name.
    Button(String),
    /// Put it away, or the desktop did. That is no answer.
    Gone,
}

/// What is shown.
#[derive(Debug, Clone)]
pub struct Notification {
    /// Where it is shown, in place of what is there.
    pub place: Place,
    /// Names what it says: the same for a repeat.
    pub key: String,
    /// One line that is enough on its own.
    pub title: String,
    /// The rest, as plain text.
    pub body: String,
    /// Name and label of each button, besides opening.
    pub buttons: Vec<(String, &'static str)>,
    /// Whether it may be heard.
    pub sound: bool,
}

/// The notifications of this program.
pub struct Notices {
    system: system::System,
    standing: Arc<Mutex<Standing>>,
}

/// What stands on the desktop, as far as is known.
struct Standing {
    notices: HashMap<Place, Notice>,
    /// Those of them that were put away: they can still be pressed where a desktop keeps a history.
    gone: HashSet<Place>,
    memory: Memory,
    /// Whether what an earlier start left on the desktop was looked at.
    is_renewed: bool,
}

impl Notices {
    /// Notifications of the program of that name, remembered in `home`. What a person does with one is told to `heard`, with
    /// what it was about, on a thread of its own.
    pub fn of(
        name: &str,
        home: &Path,
        heard: impl Fn(Place, Heard, Option<Notice>) + Send + Sync + 'static,
    ) -> Notices {
        let standing = Arc::new(Mutex::new(Standing {
            notices: HashMap::new(),
            gone: HashSet::new(),
            memory: Memory::of(home),
            is_renewed: false,
        }));
        let (known, heard) = (standing.clone(), Arc::new(heard));
        let system = system::System::of(name, move |place, what| {
            let about = held(&known).heard(place, &what);
            if what != Heard::Gone {
                let heard = heard.clone();
                std::thread::spawn(move || heard(place, what, about));
            }
        });
        Notices { system, standing }
    }

    /// Shows a notification about a notice, or about nothing.
    pub fn show(&self, what: Notification, about: Option<&Notice>) -> Announced {
        let place = what.place;
        let announced = self.system.show(what);
        if announced == Announced::Taken {
            let (id, session) = (self.system.id(place), self.system.session());
            let covered = held(&self.standing).shown(place, id, session, about);
            covered.into_iter().for_each(|place| self.withdraw(place));
        }
        announced
    }

    /// Takes a notification off the desktop, if it is still there.
    pub fn withdraw(&self, place: Place) {
        held(&self.standing).forget(place);
        self.system.withdraw(place);
    }

    /// Withdraws those of which nothing waits any more.
    pub fn withdraw_handled(&self, desk: &Desk) {
        let notices: Vec<(Place, Notice)> = {
            let standing = held(&self.standing);
            let there = standing.notices.iter().filter(|(place, _)| !standing.gone.contains(place));
            there.map(|(place, notice)| (*place, notice.clone())).collect()
        };
        for (place, notice) in notices {
            if desk.is_handled(&notice).unwrap_or(false) {
                self.withdraw(place);
            }
        }
    }

    /// What an earlier start left on the desktop is shown once more in its place, by `say`, where it still waits and the very
    /// service that shows it still runs: some tell only the program that showed it what a person does with it.
    pub fn renew(&self, desk: &Desk, say: impl Fn(&Notice)) {
        let left = {
            let mut standing = held(&self.standing);
            if std::mem::replace(&mut standing.is_renewed, true) {
                return;
            }
            standing.memory.left()
        };
        if left.is_empty() {
            return;
        }
        let is_same_session = self.system.session().is_some_and(|session| held(&self.standing).memory.is_of(&session));
        for (place, id, remembered) in left {
            if held(&self.standing).notices.contains_key(&place) {
                continue;
            }
            if !is_same_session {
                held(&self.standing).forget(place);
                continue;
            }
            self.system.know(place, id);
            match desk.restate(&remembered) {
                Ok(Some(notice)) => say(&notice),
                Ok(None) | Err(_) => self.withdraw(place),
            }
        }
    }
}

impl Standing {
    /// Something stands there now. Gives the places of what says no more than this.
    fn shown(&mut self, place: Place, id: Option<u32>, session: Option<String>, about: Option<&Notice>) -> Vec<Place> {
        let Some(notice) = about else {
            self.notices.remove(&place);
            return Vec::new();
        };
        self.gone.remove(&place);
        if !notice.promises.is_empty() {
            self.memory.keep(place, id, session, notice.standing());
        }
        let said: HashSet<Id> = notice.promises.iter().copied().collect();
        let is_covered = |other: Place, earlier: &Notice| {
            place.covers(other) && earlier.promises.iter().all(|promise| said.contains(promise))
        };
        let covered =
            self.notices.iter().filter(|(other, earlier)| is_covered(**other, earlier)).map(|(other, _)| *other);
        let covered = covered.collect();
        self.notices.insert(place, notice.clone());
        covered
    }

    /// What it was about that a person did something with.
    fn heard(&mut self, place: Place, what: &Heard) -> Option<Notice> {
        match what {
            Heard::Gone => {
                self.gone.insert(place);
                self.memory.forget(place);
                None
            }
            Heard::OpenEarlier => None,
            Heard::Open | Heard::Button(_) => self.notices.get(&place).cloned(),
        }
    }

    fn forget(&mut self, place: Place) {
        self.notices.remove(&place);
        self.gone.remove(&place);
        self.memory.forget(place);
    }
}

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
