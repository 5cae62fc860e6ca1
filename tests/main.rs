//! Stories told through public calls.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on must fail")]

mod export_round_trip;
mod import_files;
mod import_headers;
mod phones;
mod support;
mod when;
