//! Stories told through public calls.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on must fail")]

mod phones;
mod support;
mod when;
