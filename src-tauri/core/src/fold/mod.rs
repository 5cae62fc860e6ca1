//! The meaning of the log: `fold(events)`, pure. There is no second way to state.
//!
//! Events are taken in id order, and the result depends on the set alone, never on the order of arrival.

mod customer;
mod hand_over;
mod office;
mod promise;
mod relation;
mod restriction;
mod rounds;

pub use customer::{CustomerState, fold_customer};
pub(crate) use customer::{fold_added, tag_elements};
pub use hand_over::{Hop, OfferStanding, OfferState};
pub(crate) use office::MOST_DAYS;
pub use office::{Absence, ImportState, Member, OfficeSettings, OfficeState, fold_office};
pub use promise::{AgreedDue, PromiseEnd, PromiseState, State, fold_promise};
pub use relation::{RelationState, fold_relation};
pub use restriction::Restriction;
pub use rounds::{Quieted, Rounds};

use crate::{
    error::Result,
    event::{Body, Event},
    id::Id,
};
use std::collections::{BTreeMap, BTreeSet};

/// Imports that have been taken back, each with the customers who stay all the same.
pub type Undone = BTreeMap<Id, BTreeSet<Id>>;

/// The events that still stand, in id order, each with what it says; retractions themselves and kinds of a newer
/// version left out. A retraction can itself be retracted: the later word counts.
///
/// # Errors
/// A known kind with a bad shape.
pub(crate) fn standing<'e>(events: &'e [Event], undone: &Undone) -> Result<Vec<(&'e Event, Body)>> {
    let mut sorted: Vec<&Event> = events.iter().collect();
    sorted.sort_by_key(|event| event.id);
    sorted.dedup_by_key(|event| event.id);
    let mut gone = BTreeSet::new();
    let mut stand = Vec::with_capacity(sorted.len());
    // A retraction is always younger than what it takes back, so the youngest decides first.
    for event in sorted.into_iter().rev() {
        let in_undone_batch =
            event.batch.and_then(|batch| undone.get(&batch)).is_some_and(|kept| !kept.contains(&event.customer));
        if gone.contains(&event.id) || in_undone_batch {
            continue;
        }
        match event.body()? {
            Some(Body::Retracted(retraction, _)) => gone.extend(retraction.target),
            Some(body) => stand.push((event, body)),
            None => {}
        }
    }
    stand.reverse();
    Ok(stand)
}

/// Whether `id` is among events that no longer stand, told from the retractions among `events`.
pub fn is_retracted(events: &[Event], id: Id) -> Result<bool> {
    Ok(retractions(events)?.contains_key(&id))
}

/// What has been taken back by the retractions among `events`, each with the id of the retraction that counts.
pub fn retractions(events: &[Event]) -> Result<BTreeMap<Id, Id>> {
    let mut sorted: Vec<&Event> = events.iter().filter(|event| event.kind == "retracted").collect();
    sorted.sort_by_key(|event| std::cmp::Reverse(event.id));
    let mut gone = BTreeMap::new();
    for event in sorted {
        if gone.contains_key(&event.id) {
            continue;
        }
        if let Some(Body::Retracted(retraction, _)) = event.body()?
            && let Some(target) = retraction.target
        {
            gone.entry(target).or_insert(event.id);
        }
    }
    Ok(gone)
}
