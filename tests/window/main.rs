//! The real window: the program as built, on a display, a D-Bus and a notification service of its own.
//!
//! Everything is awaited by a condition, and everything that is started is ended. Where the tools of a desktop are
//! missing, `cargo xtask test` installs them.

#![cfg(target_os = "linux")]
#![expect(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on must fail")]

mod desktop;
mod in_the_window;
mod notifier;
mod page;
mod panel;
mod process;
mod wait;
