//! How two customers belong together.

use super::{Undone, standing};
use crate::{
    error::Result,
    event::{Body, Event, RelationKind},
    id::Id,
};

/// A relation as the events about it leave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelationState {
    /// The relation: the event that began it.
    pub id: Id,
    /// The customer of whom it was first said.
    pub customer: Id,
    /// The other.
    pub other: Id,
    /// What the other is to the customer.
    pub relation: RelationKind,
    /// What it is called where it is of another sort.
    pub called: String,
    /// Whether the customer may speak for the other.
    pub may_speak: bool,
    /// Whether the other may speak for the customer.
    pub may_be_spoken_for: bool,
    /// Whether it stands: neither ended nor taken back.
    pub stands: bool,
}

/// The relation told by `events`, all those about it; `None` where they are about something else, or the event that began
/// it has not arrived. The later id wins per field.
pub fn fold_relation(events: &[Event], undone: &Undone) -> Result<Option<RelationState>> {
    let begins = |event: &&Event| event.kind == "customers_related" && event.subject == Some(event.id);
    let Some(began) = events.iter().find(begins) else { return Ok(None) };
    let Some(Body::CustomersRelated(first, _)) = began.body()? else { return Ok(None) };
    let Some(other) = first.other else { return Ok(None) };
    let mut state = RelationState {
        id: began.id,
        customer: began.customer,
        other,
        relation: RelationKind::default(),
        called: String::new(),
        may_speak: false,
        may_be_spoken_for: false,
        stands: false,
    };
    let mut began_stands = false;
    let mut ended = false;
    for (event, body) in standing(events, undone)? {
        let Body::CustomersRelated(facts, words) = body else { continue };
        began_stands |= event.id == began.id;
        state.relation = facts.relation.unwrap_or(state.relation);
        state.may_speak = facts.may_speak.unwrap_or(state.may_speak);
        state.may_be_spoken_for = facts.may_be_spoken_for.unwrap_or(state.may_be_spoken_for);
        ended = facts.ended.unwrap_or(ended);
        if let Some(called) = words.called {
            state.called = called;
        }
    }
    state.stands = began_stands && !ended && state.other != state.customer;
    Ok(Some(state))
}
