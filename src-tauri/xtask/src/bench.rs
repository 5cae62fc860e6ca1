//! How long each job of the core takes.

use crate::command::{cargo, run, say};
use anyhow::Result;

/// Measures the core, built for speed.
///
/// # Errors
/// Where it cannot be built or measured.
pub fn bench(args: &[String]) -> Result<()> {
    say("Measuring the core (cargo bench)");
    let mut command = cargo();
    command.args(["bench", "--package", "kept-core", "--bench", "speed", "--"]).args(args);
    run(&mut command, "The measurement did not finish")
}
