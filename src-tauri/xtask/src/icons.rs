//! Every size of the icons, from their drawings.

use crate::command::{run, say};
use crate::node::Node;
use crate::place;
use anyhow::Result;
use std::fs;

/// The tool that draws them, the same as the window's.
const TOOL: &str = "@tauri-apps/cli@2.12.5";

/// Draws icons/*.png, .ico and .icns from icons/*.svg.
///
/// # Errors
/// Where the tool cannot be fetched or run.
pub fn icons() -> Result<()> {
    let icons = place::root().join("icons");
    let made = place::target().join("icons");
    let node = Node::find()?;
    for (drawing, sizes, taken) in [
        (
            "kept",
            None,
            &["32x32.png", "128x128.png", "128x128@2x.png", "icon.png", "icon.icns", "icon.ico"].map(|n| (n, n))[..],
        ),
        ("kept-dot", Some("64"), &[("64x64.png", "kept-dot.png")][..]),
        ("tray", Some("64"), &[("64x64.png", "tray.png")][..]),
        ("tray-dot", Some("64"), &[("64x64.png", "tray-dot.png")][..]),
    ] {
        say(&format!("Drawing icons/{drawing}.svg"));
        let out = made.join(drawing);
        let mut tool = node.npm();
        tool.current_dir(place::root()).args(["exec", "--yes", "--package", TOOL, "--", "tauri", "icon"]);
        tool.arg(icons.join(format!("{drawing}.svg"))).arg("--output").arg(&out);
        if let Some(sizes) = sizes {
            tool.args(["--png", sizes]);
        }
        run(&mut tool, "The icons could not be drawn")?;
        for (from, to) in taken {
            fs::copy(out.join(from), icons.join(to))?;
        }
    }
    Ok(())
}
