//! `keptctl` as others call it: the real program, its stdout, stderr and exit codes.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on must fail"
)]

mod bad_input;
mod capture;
mod demo;
mod due;
mod everywhere;
mod files;
mod hours;
mod people;
mod roles;
mod safety;
mod series;
mod shapes;
mod story;
mod support;
mod whens;
