//! Whether the core and keptctl compile for Windows.

use anyhow::Result;

/// Checks them.
///
/// # Errors
/// Where they do not, or where the tools cannot be had.
pub fn check_windows() -> Result<()> {
    anyhow::bail!("not yet")
}
