//! Opens the window, after installing and building what is missing.

use crate::command::{become_program, cargo, program, run as run_program, say};
use crate::node::Node;
use crate::{apt, place, ui};
use anyhow::Result;

/// Opens the window with those arguments.
///
/// # Errors
/// One sentence, where anything on the way fails.
pub fn run(args: &[String]) -> Result<()> {
    apt::install(apt::TO_BUILD)?;
    let node = Node::find()?;
    ui::install(&node)?;
    ui::build(&node)?;
    say("Building Kept (the first time takes about ten minutes)");
    run_program(cargo().args(["build", "--package", "kept"]), "Kept could not be built")?;
    say("Opening Kept");
    let here = std::env::current_dir()?;
    become_program(program(place::built("kept")).args(args).current_dir(here), "Kept could not be opened")
}
