//! What the bridge is started with.

use clap::Parser;
use kept_core::time::Timestamp;
use std::path::PathBuf;

/// The window's page in a browser, over the real core; for tests
#[derive(Debug, Parser)]
#[command(name = "bridge", version)]
pub struct Args {
    /// The data folder; made when it is not there
    #[arg(long, value_name = "DIR", env = "KEPT_HOME")]
    pub home: PathBuf,

    /// The port on 127.0.0.1; 0 for any that is free, which is then printed
    #[arg(long, value_name = "N", default_value_t = 7411)]
    pub port: u16,

    /// The clock stands at this moment, until a test sets it
    #[arg(long, value_name = "INSTANT", env = "KEPT_NOW")]
    pub now: Option<Timestamp>,

    /// The built page
    #[arg(long, value_name = "DIR", default_value = "ui/dist")]
    pub dist: PathBuf,
}
