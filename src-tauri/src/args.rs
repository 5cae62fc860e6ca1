//! What the window is started with.

use clap::Parser;
use kept_core::clock::{Clock, SystemClock};
use std::path::PathBuf;
use std::sync::Arc;

/// Kept: no promise made to a customer is ever forgotten.
#[derive(Debug, Parser)]
#[command(name = "kept", version)]
pub struct Args {
    /// The data folder; made when it is not there
    #[arg(long, value_name = "DIR", env = "KEPT_HOME")]
    home: Option<PathBuf>,

    /// The clock shows this moment at the start and runs on
    #[cfg(debug_assertions)]
    #[arg(long, value_name = "INSTANT", env = "KEPT_NOW")]
    now: Option<kept_core::time::Timestamp>,
}

impl Args {
    /// The data folder, the same as keptctl's unless another is named.
    pub fn home(&self) -> PathBuf {
        self.home.clone().unwrap_or_else(kept_core::home::default_home)
    }

    /// Where time comes from.
    pub fn clock(&self) -> Arc<dyn Clock> {
        #[cfg(debug_assertions)]
        if let Some(now) = self.now {
            return Arc::new(kept_host::RunningClock::from(now));
        }
        Arc::new(SystemClock)
    }
}

/// How somebody who opens the office a second time is told where it is open.
pub fn holder() -> String {
    format!("the window of {} (process {})", kept_host::login_name(), std::process::id())
}
