//! Who belongs to whom, and who may speak for whom.

use super::{Card, CustomerDetail, CustomerNoted, check::check_line};
use crate::{
    cache::{CachedRelation, parse_card, parse_restrictions, relations_of},
    desk::{Desk, New, Subject, Writing, Written},
    error::{Error, Result},
    event::{Body, Channel, RelationFacts, RelationKind, RelationWords},
    find::shortened,
    fold::{RelationState, fold_relation},
    id::Id,
    log,
    roles::Action,
    time::Timestamp,
};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};

/// The most who can belong to one customer.
const MOST: usize = 200;

/// Somebody who belongs to a customer, and what is owed to them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Related {
    /// The relation.
    pub id: Id,
    /// The other customer.
    pub customer: Id,
    /// Their name.
    pub name: String,
    /// What should be known before anything else, cut short where it is long; empty where nothing is written.
    pub note: String,
    /// Whether they are not to be called.
    pub do_not_call: bool,
    /// What they are to the customer.
    pub relation: RelationKind,
    /// What it is called where it is of another sort: what they are to the customer, or the other way where it is seen back.
    pub called: String,
    /// Whether it was first said of them: then `called` says what the customer is to them.
    pub is_seen_back: bool,
    /// Whether the customer may speak for them.
    pub may_speak: bool,
    /// Whether they may speak for the customer.
    pub may_be_spoken_for: bool,
    /// How many promises to them are open.
    pub open_promises: u64,
    /// How many of these are late.
    pub late_promises: u64,
    /// When the next of them is due.
    #[ts(type = "string | null")]
    pub next_due_at: Option<Timestamp>,
}

/// A relation as it is put in, seen from one of the two.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct NewRelation {
    /// The customer from whom it is seen.
    pub customer: Id,
    /// The other one.
    pub other: Id,
    /// What the other one is.
    pub relation: RelationKind,
    /// What it is called where it is of another sort.
    pub called: Option<String>,
    /// Whether the customer may speak for the other.
    pub may_speak: Option<bool>,
    /// Whether the other may speak for the customer.
    pub may_be_spoken_for: Option<bool>,
}

/// What is to be changed of a relation, seen from one of the two: `None` leaves it as it is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct RelationChange {
    /// The relation.
    pub id: Id,
    /// The customer from whom it is seen.
    pub customer: Id,
    /// What the other one is.
    pub relation: Option<RelationKind>,
    /// What it is called where it is of another sort: what the other is to the customer, or the other way where it was first
    /// said of the other.
    pub called: Option<String>,
    /// Whether the customer may speak for the other.
    pub may_speak: Option<bool>,
    /// Whether the other may speak for the customer.
    pub may_be_spoken_for: Option<bool>,
}

impl Desk {
    /// Says that two customers belong together. Nobody may speak for the other unless that is said.
    ///
    /// # Errors
    /// One of them is not there, they are the same, or they are related already.
    pub fn relate_customers(&self, given: &NewRelation) -> Result<Written<CustomerNoted>> {
        self.allow(Action::WriteCustomers)?;
        let NewRelation { customer, other, relation, .. } = *given;
        let called = checked(relation, given.called.as_deref())?;
        let written = self.write(|writing| {
            writing.require_customer(customer)?;
            writing.require_customer(other)?;
            if customer == other {
                return Err(Error::invalid("Nobody belongs to themselves. Choose somebody else."));
            }
            let known = relations_of(writing.db, customer)?;
            if known.iter().any(|known| known.other == other) {
                return Err(Error::refused("They belong together already. Change that."));
            }
            if known.len() >= MOST || relations_of(writing.db, other)?.len() >= MOST {
                return Err(Error::invalid(format!("More than {MOST} people belong to them. Take some away.")));
            }
            let facts = RelationFacts {
                other: Some(other),
                relation: Some(relation),
                may_speak: given.may_speak,
                may_be_spoken_for: given.may_be_spoken_for,
                ended: None,
            };
            let body = Body::CustomersRelated(facts, RelationWords { called });
            writing.touch(other);
            writing.append(New::about(customer, Subject::Itself, body))
        })?;
        self.noted(customer, Some(written.value), written.change)
    }

    /// Changes what is said of a relation. What is already so is not written again.
    ///
    /// # Errors
    /// There is no such relation of that customer, or one of another sort would have no words.
    pub fn change_relation(&self, change: &RelationChange) -> Result<Written<CustomerNoted>> {
        self.allow(Action::WriteCustomers)?;
        let written = self.write(|writing| {
            let (state, is_seen_back) = writing.relation(change.id, change.customer)?;
            let (mut speaks, mut spoken_for) = (change.may_speak, change.may_be_spoken_for);
            let mut relation = change.relation;
            if is_seen_back {
                std::mem::swap(&mut speaks, &mut spoken_for);
                relation = relation.map(RelationKind::seen_back);
            }
            // What it comes to counts: the words may have been said before, or the kind.
            let called = change.called.as_deref().unwrap_or(&state.called);
            let called = checked(relation.unwrap_or(state.relation), Some(called))?;
            let facts = RelationFacts {
                relation: relation.filter(|new| *new != state.relation),
                may_speak: speaks.filter(|new| *new != state.may_speak),
                may_be_spoken_for: spoken_for.filter(|new| *new != state.may_be_spoken_for),
                ..RelationFacts::default()
            };
            let words = RelationWords { called: called.filter(|new| *new != state.called) };
            if facts == RelationFacts::default() && words == RelationWords::default() {
                return Ok(None);
            }
            let body = Body::CustomersRelated(facts, words);
            writing.touch(state.other);
            writing.append(New::about(state.customer, Subject::Of(state.id), body)).map(Some)
        })?;
        self.noted(change.customer, written.value, written.change)
    }

    /// Says that two customers do not belong together any more; nobody of them may speak for the other then.
    ///
    /// # Errors
    /// There is no such relation of that customer.
    pub fn end_relation(&self, relation: Id, customer: Id) -> Result<Written<CustomerNoted>> {
        self.allow(Action::WriteCustomers)?;
        let written = self.write(|writing| {
            let (state, _) = writing.relation(relation, customer)?;
            let facts = RelationFacts { ended: Some(true), ..RelationFacts::default() };
            let body = Body::CustomersRelated(facts, RelationWords::default());
            writing.touch(state.other);
            writing.append(New::about(state.customer, Subject::Of(state.id), body))
        })?;
        self.noted(customer, Some(written.value), written.change)
    }

    fn noted(&self, customer: Id, entry: Option<Id>, change: crate::desk::Change) -> Result<Written<CustomerNoted>> {
        let customer: CustomerDetail = self.show_customer(customer)?;
        Ok(Written { value: CustomerNoted { entry, customer }, change })
    }
}

impl Writing<'_> {
    /// A relation of that customer that stands, and whether it was first said of the other.
    fn relation(&self, relation: Id, customer: Id) -> Result<(RelationState, bool)> {
        let state = fold_relation(&log::about(self.db, relation)?, &self.office.undone)?;
        let state = state.filter(|state| state.stands && [state.customer, state.other].contains(&customer));
        let state = state.ok_or_else(|| Error::not_found("They do not belong together (any more)."))?;
        let is_seen_back = state.customer != customer;
        Ok((state, is_seen_back))
    }
}

/// What a relation is called, where that is said: one of another sort must be.
fn checked(relation: RelationKind, called: Option<&str>) -> Result<Option<String>> {
    let called = called.map(str::trim).filter(|called| !called.is_empty());
    if relation == RelationKind::Other && called.is_none() {
        return Err(Error::invalid("Say in a word or two what they are to each other."));
    }
    called.map_or(Ok(()), |called| check_line(called, "What they are to each other"))?;
    Ok(called.map(str::to_owned))
}

/// Who belongs to a customer and is still here, with what is owed to them; those first related first.
pub(crate) fn related_to(db: &Connection, customer: Id, now: Timestamp) -> Result<Vec<Related>> {
    let mut found = Vec::new();
    for one in relations_of(db, customer)? {
        found.extend(related(db, one, now)?);
    }
    Ok(found)
}

fn related(db: &Connection, one: CachedRelation, now: Timestamp) -> Result<Option<Related>> {
    let known: Option<(String, String)> = db
        .prepare_cached("SELECT card, restrictions FROM customer WHERE id = ?1 AND live")?
        .query_row([one.other], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((card, restrictions)) = known else { return Ok(None) };
    let Card { name, note, .. } = parse_card(&card)?;
    let (open_promises, late_promises, next_due_at) = db
        .prepare_cached(
            "SELECT count(*), coalesce(sum(agreed_due_at < ?2), 0), min(due_at) FROM promise
             WHERE customer = ?1 AND outcome = 0 AND checks = 0",
        )?
        .query_row(params![one.other, now], |row| {
            Ok((row.get::<_, i64>(0)?.unsigned_abs(), row.get::<_, i64>(1)?.unsigned_abs(), row.get(2)?))
        })?;
    Ok(Some(Related {
        id: one.id,
        customer: one.other,
        name,
        note: shortened(&note),
        do_not_call: parse_restrictions(&restrictions)?.iter().any(|one| one.channel == Channel::Call),
        relation: one.relation,
        called: one.called,
        is_seen_back: one.seen_back,
        may_speak: one.may_speak,
        may_be_spoken_for: one.may_be_spoken_for,
        open_promises,
        late_promises,
        next_due_at,
    }))
}
