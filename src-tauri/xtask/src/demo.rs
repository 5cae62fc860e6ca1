//! An office to try Kept out on.

use crate::command::{cargo, program, run, say};
use crate::place;
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;

/// Makes a new office with the five stories in it, in a folder of its own among what is built, and gives the folder. An
/// earlier one may still be open, and stays; all of them go with `target`.
///
/// # Errors
/// Where keptctl cannot be built or the office cannot be made.
pub fn office() -> Result<PathBuf> {
    let all = place::target().join("demo");
    fs::create_dir_all(&all).with_context(|| format!("{} could not be made", all.display()))?;
    let taken = fs::read_dir(&all)?.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok()).max();
    let home = all.join((taken.unwrap_or(0) + 1).to_string());
    say("Building keptctl");
    run(cargo().args(["build", "--package", "keptctl"]), "keptctl could not be built")?;
    say(&format!("Telling five stories in {}", home.display()));
    let mut demo = program(place::built("keptctl"));
    // Whoever tries it is the manager of the stories; nothing of the environment may lead to the real office.
    demo.args(["demo", "--as", "Ruth Adler", "--home"]).arg(&home).env_remove("KEPT_NOW");
    run(&mut demo, "The demo office could not be made")?;
    Ok(home)
}
