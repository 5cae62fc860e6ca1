//! Entries of a timeline: logging them, correcting them, taking them back.

mod correct;
mod log_contact;
mod take_back;

pub use log_contact::{Logged, NewContact};
pub use take_back::TakenBack;
pub(crate) use take_back::{End, is_taken, may_correct};
