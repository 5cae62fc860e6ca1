//! The core of Kept: customers, the promises made to them, and their history, over one SQLite file.
//!
//! It knows nothing of windows, notifications or the network, and never reads a clock of its own accord.
//! The map, from the ground up: values ([`time`], [`clock`], [`id`], [`error`]); the log and its meaning ([`event`],
//! [`fold`]).

pub mod api;
pub mod brief;
mod cache;
pub mod calendar;
pub mod capture;
pub mod clock;
pub mod customer;
pub mod demo;
pub mod desk;
pub mod draft;
pub mod entry;
pub mod error;
pub mod event;
pub mod export;
pub mod find;
pub mod fold;
pub mod generate;
pub mod guard;
pub mod home;
pub mod hours;
pub mod id;
pub mod import;
pub mod keeping;
pub mod language;
mod log;
pub mod office;
pub mod phone;
mod preference;
pub mod promise;
pub mod queue;
pub mod recurrence;
pub mod reminder;
pub mod report;
pub mod roles;
pub mod store;
pub mod time;
pub mod timeline;
pub mod when;
