//! The README's pictures, as the window test took them.

use crate::{
    command::{run, say},
    place,
};
use anyhow::{Context, Result, bail};
use std::{fs, process::Command};

/// Takes every picture in tests/screens anew from the last window test: the window alone, in as few bytes as it needs.
///
/// # Errors
/// Where the test took none of them, or ImageMagick fails.
pub fn screens() -> Result<()> {
    let taken = place::target().join("screens");
    let kept = place::root().join("tests").join("screens");
    let mut count = 0;
    for entry in fs::read_dir(&kept).context("There is no folder tests/screens")? {
        let entry = entry?;
        let picture = taken.join(entry.file_name());
        if picture.extension().is_some_and(|e| e == "png") && picture.is_file() {
            let mut convert = Command::new("convert");
            convert.arg(&picture).args(["-bordercolor", "black", "-border", "1", "-trim", "+repage", "-strip"]);
            convert.args(["-colors", "256", "-define", "png:compression-level=9"]).arg(entry.path());
            run(&mut convert, "ImageMagick could not write a picture")?;
            count += 1;
        }
    }
    if count == 0 {
        bail!("There are no pictures yet: run `cargo xtask test` first.");
    }
    say(&format!("{count} pictures in tests/screens are new"));
    Ok(())
}
