//! The core of Kept: customers, the promises made to them, and their history, over one SQLite file.
//!
//! It knows nothing of windows, notifications or the network, and never reads a clock of its own accord.
//! The map, from the ground up: values ([`time`], [`clock`], [`id`], [`error`]); the log and its meaning ([`event`],
//! [`fold`]).

mod cache;
pub mod clock;
pub mod customer;
pub mod desk;
pub mod error;
pub mod event;
mod find;
pub mod fold;
pub mod home;
pub mod hours;
pub mod id;
mod log;
pub mod office;
pub mod phone;
pub mod roles;
mod store;
pub mod time;
