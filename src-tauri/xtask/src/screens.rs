//! The README's pictures, as the window test took them.

use crate::{command::say, place};
use anyhow::{Context, Result, bail};
use std::fs;

/// Copies the pictures of the last window test to tests/screens.
///
/// # Errors
/// Where there are none.
pub fn screens() -> Result<()> {
    let taken = place::target().join("screens");
    let kept = place::root().join("tests").join("screens");
    fs::create_dir_all(&kept)?;
    let mut count = 0;
    for entry in fs::read_dir(&taken).context("There are no pictures yet: run `cargo xtask test` first")? {
        let entry = entry?;
        if entry.path().extension().is_some_and(|e| e == "png") {
            fs::copy(entry.path(), kept.join(entry.file_name()))?;
            count += 1;
        }
    }
    if count == 0 {
        bail!("There are no pictures yet: run `cargo xtask test` first.");
    }
    say(&format!("{count} pictures are in tests/screens"));
    Ok(())
}
