//! Keeping the office safe: checking it, restoring it, rebuilding its caches, and saying how it stands.

mod about;
mod backups;
mod check;
mod diagnostics;
mod held;
mod restore;

pub use about::About;
pub use check::Checked;
pub use diagnostics::Diagnostics;
pub use held::BackupHeld;
pub use restore::{rebuild, restore, restore_newest};
