//! What only the system can tell: that somebody has unlocked the screen, and that the computer has come back from sleep. The
//! bell looks at once then.
//!
//! It notices sleep, and a clock or a zone that was set, by itself within a second on every system (`kept_host::watch`), and
//! looks every 15 s whatever happens, so that a system which tells nothing costs seconds. On Windows and macOS nothing is
//! asked for here.

#[cfg(target_os = "linux")]
mod linux;

use kept_host::Host;
use std::sync::Arc;

/// Lets the bell look whenever the system says that somebody is back.
#[cfg(target_os = "linux")]
pub fn heed(host: &Arc<Host>) {
    linux::heed(host);
}

/// Nothing is asked for here.
#[cfg(not(target_os = "linux"))]
pub fn heed(_: &Arc<Host>) {}
