//! Who is this: one box for names, numbers, addresses and references.

mod fold;
mod index;
mod place;
mod query;
mod sound;
mod why;

pub(crate) use fold::{name_words, same_words};
pub(crate) use index::{
    Document, FEW_WORDS, MANY_WORDS, count_entries, count_entry, count_new_customer, gather_words, index_customer,
    merge_a_little, place_all_stale, place_customers, place_stale, put_documents, stale,
};
pub(crate) use query::customers_named;
pub use query::{Found, Hit};
pub(crate) use sound::{are_alike, sounds};
