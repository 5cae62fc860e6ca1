//! Whether the check of the page's types checks anything: generated code can silence it.

use crate::command::say;
use crate::node::Node;
use crate::place;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::PathBuf;

/// A file with an error in it; gone again when this is.
struct Planted(PathBuf);

impl Drop for Planted {
    fn drop(&mut self) {
        // Where it cannot be removed, the next check of the types says so.
        let _ = fs::remove_file(&self.0);
    }
}

/// Plants a type error in the page's sources and expects the check to find it.
///
/// # Errors
/// Where it does not.
pub fn is_found(node: &Node) -> Result<()> {
    say("Planting a type error, which svelte-check must find");
    let planted = Planted(place::ui().join("src").join("planted-type-error.ts"));
    fs::write(&planted.0, "export const minutes: number = 'ten'\n").context("The type error could not be planted")?;
    let output = node.npm().args(["run", "--silent", "check"]).output().context("svelte-check could not be started")?;
    let said = String::from_utf8_lossy(&output.stdout);
    if output.status.success() || !said.contains("planted-type-error.ts") {
        bail!("svelte-check did not find a planted type error: it checks nothing.");
    }
    Ok(())
}
