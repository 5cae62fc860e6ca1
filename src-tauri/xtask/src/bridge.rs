//! The window's page in a browser, over the real core.

use crate::command::{become_program, cargo, program, run};
use crate::place;
use anyhow::Result;

/// Builds and becomes the bridge, with those arguments.
///
/// # Errors
/// Where it cannot be built or started.
pub fn bridge(args: &[String]) -> Result<()> {
    run(cargo().args(["build", "--quiet", "--package", "bridge"]), "The bridge could not be built")?;
    let here = std::env::current_dir()?;
    become_program(program(place::built("bridge")).args(args).current_dir(here), "The bridge could not be started")
}
