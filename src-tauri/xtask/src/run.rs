//! Opens the window, after installing and building what is missing.

use crate::command::{become_program, cargo, program, run as run_program, say};
use crate::node::Node;
use crate::{apt, demo, place, ui};
use anyhow::{Result, bail};

/// Asks for an office to try Kept out on.
const DEMO: &str = "--demo";

/// Opens the window with those arguments; with `--demo` on an office of its own.
///
/// # Errors
/// One sentence, where anything on the way fails.
pub fn run(args: &[String]) -> Result<()> {
    let is_demo = args.iter().any(|arg| arg == DEMO);
    if is_demo && args.len() > 1 {
        bail!("--demo has a folder of its own and takes nothing beside it.");
    }
    apt::install(apt::TO_BUILD)?;
    let node = Node::find()?;
    ui::install(&node)?;
    ui::build(&node)?;
    say("Building Kept (the first time takes about ten minutes)");
    run_program(cargo().args(["build", "--package", "kept"]), "Kept could not be built")?;
    let mut kept = program(place::built("kept"));
    if is_demo {
        kept.arg("--home").arg(demo::office()?);
    } else {
        kept.args(args);
    }
    say("Opening Kept");
    become_program(kept.current_dir(std::env::current_dir()?), "Kept could not be opened")
}
