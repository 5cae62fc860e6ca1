//! Long work under way, as another thread may look at it and call it off.

use super::{Desk, held};
use crate::error::{Error, Result};
use serde::Serialize;
use std::sync::{
    Mutex,
    atomic::{AtomicBool, AtomicU64, Ordering},
};

/// What long work is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// A file is being read.
    Reading,
    /// A backup is being made first.
    BackingUp,
    /// It is being written, and counted.
    Writing,
    /// Everything is written; from here it can no longer be called off.
    Finishing,
}

/// How far long work has got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Progress {
    /// What it is at.
    pub stage: Stage,
    /// Cards or rows done in this stage.
    pub done: u64,
    /// Of how many; 0 while nobody knows.
    pub total: u64,
}

/// The long work of a desk, of which there is one at a time.
#[derive(Default)]
pub(super) struct LongWork {
    /// The stage and how many there are to do in it; `None` while nothing is under way.
    at: Mutex<Option<(Stage, u64)>>,
    done: AtomicU64,
    called_off: AtomicBool,
}

/// Long work as the one who does it holds it; dropped, it is over.
pub(crate) struct Job<'a>(&'a LongWork);

impl Job<'_> {
    /// Goes on to the next stage, with `total` to do in it.
    ///
    /// # Errors
    /// It was called off.
    pub(crate) fn stage(&self, stage: Stage, total: u64) -> Result<()> {
        self.unless_called_off()?;
        self.0.done.store(0, Ordering::Relaxed);
        *held(&self.0.at) = Some((stage, total));
        Ok(())
    }

    /// Counts one more done.
    ///
    /// # Errors
    /// It was called off.
    pub(crate) fn step(&self) -> Result<()> {
        self.0.done.fetch_add(1, Ordering::Relaxed);
        self.unless_called_off()
    }

    fn unless_called_off(&self) -> Result<()> {
        if self.0.called_off.load(Ordering::Relaxed) {
            return Err(Error::refused("This was cancelled, and nothing was written."));
        }
        Ok(())
    }
}

impl Drop for Job<'_> {
    fn drop(&mut self) {
        *held(&self.0.at) = None;
    }
}

impl Desk {
    /// Begins long work, which is then counted and can be called off.
    ///
    /// # Errors
    /// Other long work is under way.
    pub(crate) fn begin_job(&self) -> Result<Job<'_>> {
        let mut at = held(&self.work.at);
        if at.is_some() {
            return Err(Error::refused("Another import is under way. Wait until it is done, or cancel it."));
        }
        *at = Some((Stage::Reading, 0));
        self.work.done.store(0, Ordering::Relaxed);
        self.work.called_off.store(false, Ordering::Relaxed);
        Ok(Job(&self.work))
    }

    /// How far the long work under way has got; `None` when there is none.
    pub fn progress(&self) -> Option<Progress> {
        let (stage, total) = (*held(&self.work.at))?;
        Some(Progress { stage, done: self.work.done.load(Ordering::Relaxed), total })
    }

    /// Calls off the long work under way; it ends at its next step, and nothing of it is written. Whether there was any
    /// that could still be called off.
    pub fn call_off(&self) -> bool {
        let can_be = matches!(*held(&self.work.at), Some((stage, _)) if stage != Stage::Finishing);
        if can_be {
            self.work.called_off.store(true, Ordering::Relaxed);
        }
        can_be
    }
}
