//! What the host asks of the window it serves.

use crate::Host;
use kept_core::desk::Change;
use kept_core::reminder::Notice;
use std::sync::Arc;

/// A window, as the host sees it.
pub trait Front: Send + Sync {
    /// Something was written, here or by another program.
    fn changed(&self, host: &Arc<Host>, change: &Change);

    /// Announces something due outside the window. Whether the desktop took it: that a person saw it, nobody knows.
    fn announce(&self, host: &Arc<Host>, notice: &Notice) -> bool;

    /// The bell has looked, as it does after every change and four times a minute: something may have become late.
    fn looked(&self, _: &Arc<Host>) {}

    /// Whether [`announce`](Self::announce) reaches a desktop, and is more than what the window itself says.
    fn has_desktop(&self) -> bool {
        true
    }

    /// Says within the window what was announced.
    fn rang(&self, notices: &[Notice]);
}
