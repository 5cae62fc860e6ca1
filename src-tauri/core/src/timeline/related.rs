//! What an entry by which two customers belong together says.

use crate::{
    cache::read_card,
    error::Result,
    event::{Body, Event, RelationKind},
    fold::{Undone, fold_relation},
    log,
};
use rusqlite::Connection;

/// The sentence of such an entry: who the other one is, and what was said or changed.
pub(super) fn related(db: &Connection, event: &Event, undone: &Undone) -> Result<String> {
    let Some(Body::CustomersRelated(facts, words)) = event.body()? else { return Ok(String::new()) };
    let about = event.subject.unwrap_or(event.id);
    let Some(state) = fold_relation(&log::about(db, about)?, undone)? else {
        return Ok("Belongs to a customer not here yet.".to_owned());
    };
    let other = read_card(db, state.other)?.map(|(card, _)| card.name);
    let other = other.unwrap_or_else(|| "a customer not here yet".to_owned());
    if facts.ended == Some(true) {
        return Ok(format!("Does not belong to {other} any more."));
    }
    let mut said = Vec::new();
    if let Some(relation) = facts.relation {
        let what = match relation {
            RelationKind::Household => "same household",
            RelationKind::Partner => "partner",
            RelationKind::Parent => "parent",
            RelationKind::Child => "child",
            RelationKind::Employer => "works for them",
            RelationKind::Employee => "works here",
            RelationKind::Other => words.called.as_deref().unwrap_or(&state.called),
        };
        said.push(what.to_owned());
    }
    let may = |may: bool| if may { "may" } else { "may not" };
    said.extend(facts.may_speak.map(|speaks| format!("{} speak for them", may(speaks))));
    said.extend(facts.may_be_spoken_for.map(|speaks| format!("they {} speak for this customer", may(speaks))));
    Ok(if said.is_empty() { format!("{other}.") } else { format!("{other}: {}.", said.join(", ")) })
}
