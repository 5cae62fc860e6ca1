//! The core of Kept: customers, the promises made to them, and their history, over one SQLite file.
//!
//! It knows nothing of windows, notifications or the network, and never reads a clock of its own accord.
//! The map, from the ground up: values ([`time`], [`clock`], [`id`], [`error`], [`phone`]).

pub mod clock;
pub mod customer;
pub mod error;
pub mod hours;
pub mod id;
pub mod phone;
pub mod time;
pub mod when;
