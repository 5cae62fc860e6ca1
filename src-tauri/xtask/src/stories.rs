//! The page in a browser, over the real core.

use crate::command::run;
use crate::node::Node;
use crate::place;
use anyhow::Result;

/// Runs the browser stories. The bridge and the page are built already.
///
/// # Errors
/// Where one of them fails.
pub fn stories(node: &Node) -> Result<()> {
    run(
        node.npm().args(["run", "--silent", "stories"]).env("KEPT_BRIDGE_PROGRAM", place::built("bridge")),
        "A browser story failed",
    )
}
