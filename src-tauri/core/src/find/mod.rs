//! Who is this: one box for names, numbers, addresses and references.

mod fold;
mod index;
mod place;
mod query;
mod why;

pub(crate) use fold::{name_words, same_words};
pub(crate) use index::{
    count_entries, count_entry, index_customer, merge_a_little, place_all_stale, place_one, place_stale, stale,
};
pub(crate) use query::customers_named;
pub use query::{Found, Hit};
