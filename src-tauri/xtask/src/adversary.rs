//! Kept's reading of dates against another's.

use crate::command::run;
use crate::node::Node;
use crate::place;
use anyhow::Result;

/// Gives the lines that the core's tests have left to chrono-node, and compares.
///
/// # Errors
/// Where Kept reads a line as another moment than was meant, or the lines are not there.
pub fn adversary(node: &Node) -> Result<()> {
    let lines = place::target().join("tmp").join("lines.json");
    run(node.program("node").arg("tests/adversary.mjs").arg(lines), "A line was read as another moment than was meant")
}
