//! Stories told through public calls.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on must fail"
)]

mod architecture;
mod attention;
mod calendar;
mod callers;
mod capture;
mod crash;
mod customers;
mod demo;
mod dispositions;
mod do_not_call;
mod doubles;
mod drafts;
mod entries;
mod export_round_trip;
mod finding;
mod good_hours;
mod guard;
mod hand_over;
mod import_choices;
mod import_files;
mod import_headers;
mod imports;
mod keeping;
mod members;
mod mutation;
mod opening;
mod order;
mod phones;
mod preferences;
mod promises;
mod recurrence;
mod relations;
mod reminders;
mod report;
mod risk;
mod roles;
mod story_minivan;
mod support;
mod text;
mod when;
mod wire;
