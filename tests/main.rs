//! Stories told through public calls.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on must fail"
)]

mod architecture;
mod capture;
mod crash;
mod customers;
mod demo;
mod doubles;
mod entries;
mod export_round_trip;
mod finding;
mod import_files;
mod import_headers;
mod imports;
mod keeping;
mod opening;
mod order;
mod phones;
mod promises;
mod reminders;
mod report;
mod roles;
mod story_minivan;
mod support;
mod text;
mod when;
mod wire;
