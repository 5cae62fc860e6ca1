//! Opening the office, and answering what the window asks.

use crate::{Front, State, bell, upkeep};
use kept_core::clock::Clock;
use kept_core::desk::{Change, Desk, OpenOptions};
use kept_core::error::{Code, Error, Result};
use kept_core::time::Timestamp;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

/// The longest message of the page that is written to the log, in characters.
const LONGEST_LOG: usize = 500;

/// The office in one folder, whether it opens or not, and the threads that serve its window.
pub struct Host {
    home: PathBuf,
    clock: Arc<dyn Clock>,
    holder: String,
    front: Box<dyn Front>,
    office: Mutex<Office>,
    settled: Condvar,
    bell: Sender<Nudge>,
    upkeep: Sender<Nudge>,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

enum Office {
    Opening,
    Open(Arc<Desk>),
    Failed(Error),
}

/// Why a waiting thread should look up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nudge {
    /// Something changed.
    Look,
    /// The window is closing.
    Stop,
}

impl Host {
    /// Begins to open the office in `home`, and serves `front` until [`close`](Self::close). `holder` is how somebody who
    /// opens it a second time is told where it is open.
    pub fn start(home: PathBuf, clock: Arc<dyn Clock>, holder: String, front: Box<dyn Front>) -> Arc<Host> {
        let (bell, bell_nudges) = channel();
        let (upkeep, upkeep_nudges) = channel();
        let host = Arc::new(Host {
            home,
            clock,
            holder,
            front,
            office: Mutex::new(Office::Opening),
            settled: Condvar::new(),
            bell,
            upkeep,
            threads: Mutex::default(),
        });
        let (opening, ringing, tending) = (host.clone(), host.clone(), host.clone());
        let threads = vec![
            std::thread::spawn(move || opening.open()),
            std::thread::spawn(move || bell::attend(&ringing, &bell_nudges)),
            std::thread::spawn(move || upkeep::attend(&tending, &upkeep_nudges)),
        ];
        host.threads.lock().unwrap_or_else(PoisonError::into_inner).extend(threads);
        host
    }

    /// Answers one call of the window: of the core's table, or one of the host's own.
    ///
    /// # Errors
    /// What the core says, or why the office is not open.
    pub fn call(self: &Arc<Self>, name: &str, args: Value) -> Result<Value> {
        match name {
            "state" => self.state(),
            "retry_open" => self.retry_open(),
            "restore_newest" => self.restore_newest(),
            "log_ui" => Ok(log_ui(&args)),
            _ => {
                let reply = kept_core::api::call(&*self.desk()?, name, args);
                if let Err(error) = &reply {
                    tracing::info!(call = name, code = error.code.name(), "refused");
                }
                let reply = reply?;
                if let Some(change) = &reply.change {
                    self.changed(change);
                } else if name == "sign_in" {
                    // Nothing was written, and yet the day is another one's.
                    self.nudge();
                }
                Ok(reply.value)
            }
        }
    }

    /// The open office; waits while it is being opened.
    ///
    /// # Errors
    /// Why it is not open.
    pub fn desk(&self) -> Result<Arc<Desk>> {
        let settled = self
            .settled
            .wait_while(self.office(), |office| matches!(office, Office::Opening))
            .unwrap_or_else(PoisonError::into_inner);
        match &*settled {
            Office::Open(desk) => Ok(desk.clone()),
            Office::Failed(error) => Err(error.clone()),
            Office::Opening => Err(Error::new(Code::Locked, "The office is still being opened. Try again.")),
        }
    }

    /// The open office, for what is done beside the work; `None` while there is none, which the window knows of.
    pub fn desk_if_open(&self) -> Option<Arc<Desk>> {
        match &*self.office() {
            Office::Open(desk) => Some(desk.clone()),
            Office::Opening | Office::Failed(_) => None,
        }
    }

    /// The present moment.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The window.
    pub(crate) fn front(&self) -> &dyn Front {
        &*self.front
    }

    /// Tells the window, the bell and the upkeep that something was written.
    pub(crate) fn changed(self: &Arc<Self>, change: &Change) {
        self.front.changed(self, change);
        self.nudge();
    }

    /// Lets the bell and the upkeep look now instead of at their next round.
    pub fn nudge(&self) {
        // A thread that has ended needs no nudge.
        let _ = self.bell.send(Nudge::Look);
        let _ = self.upkeep.send(Nudge::Look);
    }

    /// Ends the threads and closes the office.
    pub fn close(&self) {
        let _ = self.bell.send(Nudge::Stop);
        let _ = self.upkeep.send(Nudge::Stop);
        let threads = std::mem::take(&mut *self.threads.lock().unwrap_or_else(PoisonError::into_inner));
        for thread in threads {
            // One that panicked has said so already.
            let _ = thread.join();
        }
        *self.office() = Office::Failed(Error::new(Code::Locked, "Kept is closing."));
    }

    fn state(&self) -> Result<Value> {
        let state = match self.desk() {
            Ok(desk) => State::of(&desk, &self.home, self.now())?,
            Err(error) => State::failed(&error, &self.home, self.now()),
        };
        serde_json::to_value(state).map_err(|_| Error::invalid("The state of the office could not be told."))
    }

    fn retry_open(&self) -> Result<Value> {
        self.reopen(|_| Ok(()))
    }

    fn restore_newest(&self) -> Result<Value> {
        self.reopen(|host| kept_core::keeping::restore_newest(&host.home, &host.clock).map(|_| ()))
    }

    /// Opens an office that could not be opened once more, after `mending` it.
    fn reopen(&self, mending: impl FnOnce(&Host) -> Result<()>) -> Result<Value> {
        {
            let mut office = self.office();
            if !matches!(*office, Office::Failed(_)) {
                return Err(Error::refused("The office is open already."));
            }
            *office = Office::Opening;
        }
        match mending(self) {
            Ok(()) => self.open(),
            Err(error) => self.settle(Office::Failed(error)),
        }
        self.nudge();
        self.state()
    }

    fn open(&self) {
        let options =
            OpenOptions { home: self.home.clone(), clock: self.clock.clone(), window: Some(self.holder.clone()) };
        self.settle(match Desk::open(options) {
            Ok(desk) => Office::Open(Arc::new(desk)),
            Err(error) => {
                tracing::error!(code = error.code.name(), "the office could not be opened");
                Office::Failed(error)
            }
        });
    }

    fn settle(&self, office: Office) {
        *self.office() = office;
        self.settled.notify_all();
        self.nudge();
    }

    fn office(&self) -> MutexGuard<'_, Office> {
        self.office.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Writes what the page reports of itself to the log.
fn log_ui(args: &Value) -> Value {
    let message: String =
        args.get("message").and_then(Value::as_str).unwrap_or_default().chars().take(LONGEST_LOG).collect();
    tracing::warn!(message, "the page reports");
    json!(null)
}
