//! The window's page: its packages, and building it.

use crate::command::{run, say};
use crate::node::Node;
use crate::{fingerprint, place};
use anyhow::Result;

/// Installs the page's packages as its lock file names them, if that file has changed since.
///
/// # Errors
/// Where npm does not.
pub fn install(node: &Node) -> Result<()> {
    let ui = place::ui();
    let now = fingerprint::of(&[ui.join("package.json"), ui.join("package-lock.json")], &[])?;
    // Within what it speaks of, so that it goes when that is deleted.
    let mark = ui.join("node_modules").join(".installed");
    if fingerprint::is_marked(&mark, &now) {
        return Ok(());
    }
    say("Installing the page's packages (npm ci)");
    run(
        node.npm().args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]),
        "The page's packages could not be installed",
    )?;
    fingerprint::set_mark(&mark, &now)
}

/// Builds the page, if its sources have changed since. The window needs it when it is compiled.
///
/// # Errors
/// Where it cannot be built.
pub fn build(node: &Node) -> Result<()> {
    let ui = place::ui();
    let now = fingerprint::of(std::slice::from_ref(&ui), &["node_modules", "dist"])?;
    let mark = place::target().join("xtask").join("page");
    if ui.join("dist").join("index.html").exists() && fingerprint::is_marked(&mark, &now) {
        return Ok(());
    }
    say("Building the page (vite build)");
    run(node.program("vite").arg("build"), "The page could not be built")?;
    fingerprint::set_mark(&mark, &now)
}
