//! Caches of the fold: what lists and searches read. Written in the transaction of the event, dropped and rebuilt at will.

mod customer;
mod hand_over;
mod promise;
mod rebuild;
mod relation;
mod reminder;

pub(crate) use customer::{
    contact_points, email_point, parse_card, parse_restrictions, points_of, put_customer, put_new_customer, put_points,
    put_points_of, read_card, read_restrictions, sound_points, source_point,
};
pub(crate) use hand_over::{PASSED_ON, TOLD_AT, all_verifying, hops_of};
pub use promise::Standing;
pub(crate) use promise::{later_in_series, parse_promise, periods, put_promise, read_promise};
pub(crate) use rebuild::{MARKS, are_equal_to_a_rebuild, put_all_of, rebuild};
pub(crate) use relation::{CachedRelation, put_relation, relations_of};
pub(crate) use reminder::NEVER_MS;
