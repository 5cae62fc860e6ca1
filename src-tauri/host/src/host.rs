//! Opening the office, and answering what the window asks.

use crate::pulse::Pulse;
use crate::{Front, State, bell, diagnostics, test_bell, upkeep, watch};
use kept_core::clock::Clock;
use kept_core::desk::{Change, Desk, OpenOptions};
use kept_core::error::{Code, Error, Result};
use kept_core::roles::Action;
use kept_core::time::Timestamp;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

/// The longest message of the page that is written to the log, in characters.
const LONGEST_LOG: usize = 500;

/// How often, and how many times, it is looked whether everybody has let go of an office that is to be replaced: 15 s.
const LETTING_GO: (Duration, u32) = (Duration::from_millis(20), 750);

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
    watch: Sender<Nudge>,
    pulse: Pulse,
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
        let (watch, watch_nudges) = channel();
        let host = Arc::new(Host {
            home,
            clock,
            holder,
            front,
            office: Mutex::new(Office::Opening),
            settled: Condvar::new(),
            bell,
            upkeep,
            watch,
            pulse: Pulse::default(),
            threads: Mutex::default(),
        });
        let (opening, ringing, tending, watching) = (host.clone(), host.clone(), host.clone(), host.clone());
        let threads = vec![
            std::thread::spawn(move || opening.open()),
            std::thread::spawn(move || bell::attend(&ringing, &bell_nudges)),
            std::thread::spawn(move || upkeep::attend(&tending, &upkeep_nudges)),
            std::thread::spawn(move || watch::attend(&watching, &watch_nudges)),
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
            "restore" => self.restore(&args),
            "bell_state" => Ok(json!(self.pulse.state())),
            "notify_test" => test_bell::ring(self),
            "diagnostics" => Ok(diagnostics::text(self)),
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

    /// The data folder.
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// The present moment.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The window.
    pub(crate) fn front(&self) -> &dyn Front {
        &*self.front
    }

    /// How the bell is doing.
    pub(crate) fn pulse(&self) -> &Pulse {
        &self.pulse
    }

    /// Tells the window, the bell and the upkeep that something was written.
    pub(crate) fn changed(self: &Arc<Self>, change: &Change) {
        if change.office || change.everything {
            self.look_for_a_pause();
        }
        self.front.changed(self, change);
        self.nudge();
    }

    /// Notes until when the reminders of this desk are paused. Where that cannot be read, what was known stays.
    pub(crate) fn look_for_a_pause(&self) {
        if let Some(Ok(until)) = self.desk_if_open().map(|desk| desk.reminders_paused(self.now())) {
            self.pulse.paused(until);
        }
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
        let _ = self.watch.send(Nudge::Stop);
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

    /// Puts a backup in the place of the open office, for whoever is signed in. The office is closed meanwhile: calls wait.
    fn restore(self: &Arc<Self>, args: &Value) -> Result<Value> {
        let file = args.get("file").and_then(Value::as_str).map(Path::new);
        let file = file.ok_or_else(|| Error::invalid("Name the backup to be restored."))?;
        let desk = self.desk()?;
        // All that can be refused is refused while the office is still open.
        desk.look_into_backup(file)?;
        let acting = desk.member().map(|member| member.name);
        let taken = std::mem::replace(&mut *self.office(), Office::Opening);
        let waiting = Arc::downgrade(&desk);
        drop((taken, desk));
        let restored = match self.everybody_has_let_go(|| waiting.strong_count() == 0) {
            true => kept_core::keeping::restore(&self.home, file, acting.as_deref(), &self.clock),
            false => Err(Error::new(Code::Locked, "Something is still being done here. Try again when it is.")),
        };
        // Whatever came of it, an office is opened again: the old one is only ever replaced by a whole one.
        match waiting.upgrade() {
            Some(desk) => self.settle(Office::Open(desk)),
            None => self.open(),
        }
        let aside = restored?;
        tracing::info!("a backup was restored");
        self.changed(&Change { office: true, promises: true, everything: true, ..Change::default() });
        let mut state = self.state()?;
        if let Some(state) = state.as_object_mut() {
            state.insert("set_aside".into(), json!(aside.map(|aside| aside.display().to_string())));
        }
        Ok(state)
    }

    /// Waits until `gone`, at most 15 s. Whether it came to that.
    fn everybody_has_let_go(&self, gone: impl Fn() -> bool) -> bool {
        let (step, most) = LETTING_GO;
        let mut office = self.office();
        for _ in 0..most {
            if gone() {
                return true;
            }
            office = self.settled.wait_timeout(office, step).unwrap_or_else(PoisonError::into_inner).0;
        }
        gone()
    }

    /// Writes to `file`, which a person has chosen in the system's own dialog: `customers` as CSV or vCard by its ending, a
    /// `backup`, or the `import_report` that `args` hold. Gives what was written.
    ///
    /// # Errors
    /// What the core says; the file is then as it was.
    pub fn save(&self, what: &str, args: &Value, file: &Path) -> Result<Value> {
        let desk = self.desk()?;
        let mut customers = None;
        match what {
            "customers" => customers = Some(desk.export(file, None)?),
            "backup" => {
                desk.allow(Action::Backup)?;
                desk.backup(file)?;
            }
            "import_report" => {
                let report = args.get("report").cloned().unwrap_or_default();
                let report =
                    serde_json::from_value(report).map_err(|_| Error::invalid("There is no report to save."))?;
                kept_core::import::save_report(&report, file)?;
            }
            _ => return Err(Error::invalid("Kept does not know what is to be saved.")),
        }
        Ok(json!({ "path": file.display().to_string(), "customers": customers }))
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
