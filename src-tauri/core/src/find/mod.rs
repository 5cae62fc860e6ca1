//! Who is this: one box for names, numbers, addresses and references.

mod caller;
mod fold;
mod handed_over;
mod index;
mod place;
mod query;
mod sound;
mod terms;
mod why;

pub use caller::{Caller, CallerKind};
pub(crate) use fold::{name_words, same_words};
pub(crate) use index::{
    Amount, Document, count_entries, count_entry, count_new_customer, expect, merge_a_little, move_customers,
    place_all_stale, place_customers, place_stale, put_documents, stale,
};
pub use query::{Found, Hit};
pub(crate) use query::{customers_named, shortened};
pub(crate) use sound::{are_alike, sounds};
pub(crate) use terms::Terms;
