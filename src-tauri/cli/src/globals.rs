//! The options that every command takes, before or after it, and the environment in their place.

use crate::failure::Failure;
use clap::Args;
use kept_core::{
    clock::{Clock, StandingClock, SystemClock},
    home::default_home,
    time::Timestamp,
};
use std::{
    ffi::{OsStr, OsString},
    path::PathBuf,
    sync::Arc,
};

/// As typed.
#[derive(Debug, Args)]
pub struct GlobalArgs {
    /// The data folder (or KEPT_HOME); the window's own when not said
    #[arg(long, global = true, value_name = "DIR")]
    home: Option<PathBuf>,
    /// Let the clock stand at this RFC 3339 instant (or KEPT_NOW)
    #[arg(long, global = true, value_name = "INSTANT", allow_hyphen_values = true)]
    now: Option<String>,
    /// Who acts (or KEPT_AS), by name or an unambiguous beginning of it
    #[arg(long = "as", global = true, value_name = "MEMBER")]
    acting: Option<String>,
    /// One JSON document on stdout instead of tables
    #[arg(long, global = true)]
    json: bool,
}

/// As understood.
pub struct Globals {
    /// The data folder.
    pub home: PathBuf,
    /// Where time comes from.
    pub clock: Arc<dyn Clock>,
    /// Who acts, as typed.
    pub acting: Option<String>,
    /// Whether a program reads the answer.
    pub json: bool,
}

impl Globals {
    /// Options, else the environment, else what is usual.
    pub fn read(args: GlobalArgs) -> Result<Globals, Failure> {
        let home = args.home.or_else(|| variable("KEPT_HOME").map(PathBuf::from)).unwrap_or_else(default_home);
        let clock: Arc<dyn Clock> = match args.now.map_or_else(|| text("KEPT_NOW"), |now| Ok(Some(now)))? {
            Some(now) => Arc::new(StandingClock::at(instant(&now)?)),
            None => Arc::new(SystemClock),
        };
        let acting = args.acting.map_or_else(|| text("KEPT_AS"), |name| Ok(Some(name)))?;
        Ok(Globals { home, clock, acting, json: args.json })
    }
}

fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

fn text(name: &str) -> Result<Option<String>, Failure> {
    let read = variable(name).map(OsString::into_string).transpose();
    read.map_err(|_| Failure::wrong_usage(format!("The variable {name} is not UTF-8 text.")))
}

fn instant(text: &str) -> Result<Timestamp, Failure> {
    text.parse().map_err(|_| {
        Failure::wrong_usage("--now and KEPT_NOW take an RFC 3339 instant, like 2026-03-06T16:00:00Z.".to_owned())
    })
}

/// Whether `--json` stands among the arguments, for what must be said before they have been understood.
pub fn wants_json(args: &[OsString]) -> bool {
    args.iter().skip(1).take_while(|arg| *arg != OsStr::new("--")).any(|arg| arg == OsStr::new("--json"))
}
