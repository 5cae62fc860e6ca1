//! What the host asks of the window it serves.

use crate::Host;
use kept_core::desk::Change;
use kept_core::reminder::Notice;
use std::sync::Arc;

/// What came of an announcement outside the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Announced {
    /// The desktop took it: that a person saw it, nobody knows.
    Taken,
    /// The desktop did not want it.
    Refused,
    /// The desktop did not answer in time.
    Unanswered,
    /// There is nothing that could show it.
    NoDesktop,
}

/// A window, as the host sees it.
pub trait Front: Send + Sync {
    /// Something was written, here or by another program.
    fn changed(&self, host: &Arc<Host>, change: &Change);

    /// Announces something due outside the window, with a `sound` or without.
    fn announce(&self, host: &Arc<Host>, notice: &Notice, sound: bool) -> Announced;

    /// The bell has looked, as it does after every change and four times a minute: something may have become late.
    fn looked(&self, _: &Arc<Host>) {}

    /// Whether [`announce`](Self::announce) reaches a desktop, and is more than what the window itself says.
    fn has_desktop(&self) -> bool {
        true
    }

    /// Says within the window what was announced.
    fn rang(&self, notices: &[Notice]);

    /// Whether a person who looks at the screen sees what the window says.
    fn is_in_sight(&self) -> bool {
        false
    }

    /// Draws eyes to the window, where nothing else can.
    fn ask_for_attention(&self) {}
}
