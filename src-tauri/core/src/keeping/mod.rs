//! Keeping the office safe: checking it, restoring it, rebuilding its caches.

mod check;
mod restore;

pub use check::Checked;
pub use restore::{rebuild, restore, restore_newest};
