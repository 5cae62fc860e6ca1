//! The cached card of a customer, and the numbers and addresses it is matched by.

use crate::{
    customer::Card,
    error::{Code, Error, Result},
    find::{Document, Terms, count_new_customer, sounds},
    fold::{CustomerState, Restriction},
    id::Id,
    time::Timestamp,
};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeSet;

/// A customer's card and whether it is live (not taken back); `None` when there is no such customer.
pub(crate) fn read_card(db: &Connection, customer: Id) -> Result<Option<(Card, bool)>> {
    let row: Option<(String, bool)> = db
        .prepare_cached("SELECT card, live FROM customer WHERE id = ?1")?
        .query_row([customer], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    row.map(|(card, live)| Ok((parse_card(&card)?, live))).transpose()
}

/// Reads a card as it is cached.
pub(crate) fn parse_card(json: &str) -> Result<Card> {
    serde_json::from_str(json)
        .map_err(|_| Error::new(Code::Damaged, "A cached card cannot be read. Run `keptctl rebuild`."))
}

/// How a customer may not be reached, each way once.
pub(crate) fn read_restrictions(db: &Connection, customer: Id) -> Result<Vec<Restriction>> {
    let row: Option<String> = db
        .prepare_cached("SELECT restrictions FROM customer WHERE id = ?1")?
        .query_row([customer], |row| row.get(0))
        .optional()?;
    row.map_or(Ok(Vec::new()), |json| parse_restrictions(&json))
}

/// Reads restrictions as they are cached; most customers have none.
pub(crate) fn parse_restrictions(json: &str) -> Result<Vec<Restriction>> {
    if json.is_empty() {
        return Ok(Vec::new());
    }
    serde_json::from_str(json)
        .map_err(|_| Error::new(Code::Damaged, "A cached card cannot be read. Run `keptctl rebuild`."))
}

/// What a card is matched by: `p:` and an E.164 number, or `e:` and a lower-case address.
pub(crate) fn contact_points(card: &Card) -> BTreeSet<String> {
    let phones = card.phones.iter().filter_map(|phone| phone.e164.as_deref()).map(|number| format!("p:{number}"));
    let emails = card.emails.iter().map(|email| email_point(&email.address));
    phones.chain(emails).collect()
}

/// The contact point of an e-mail address.
pub(crate) fn email_point(address: &str) -> String {
    format!("e:{}", address.trim().to_lowercase())
}

/// The points of a name's sounds: by them likely doubles are found, and nobody is matched.
pub(crate) fn sound_points(name: &str) -> impl Iterator<Item = String> {
    sounds(name).into_iter().map(|sound| format!("n:{sound}"))
}

/// The contact point of an imported card or row: by it the same one is known again.
pub(crate) fn source_point(source: &str) -> String {
    format!("s:{source}")
}

fn old_sources(db: &Connection, customer: Id, is_cached: bool) -> Result<Vec<String>> {
    if !is_cached {
        return Ok(Vec::new());
    }
    let sources: String = db
        .prepare_cached("SELECT sources FROM customer WHERE id = ?1 AND live")?
        .query_row([customer], |row| row.get(0))
        .optional()?
        .unwrap_or_default();
    Ok(sources.split_whitespace().map(source_point).collect())
}

/// Caches a customer as folded, and brings the contact points along. The search index is left to the caller.
pub(crate) fn put_customer(db: &Connection, state: &CustomerState) -> Result<()> {
    let live = !state.taken_back;
    let old = read_card(db, state.id)?;
    let mut before = BTreeSet::new();
    if let Some((card, true)) = &old {
        before.extend(contact_points(card));
        before.extend(sound_points(&card.name));
    }
    before.extend(old_sources(db, state.id, old.is_some())?);
    let after: BTreeSet<String> = if live { points_of(state).into_iter().collect() } else { BTreeSet::new() };
    for gone in before.difference(&after) {
        db.prepare_cached("DELETE FROM contact_point WHERE value = ?1 AND customer = ?2")?
            .execute(params![gone, state.id])?;
    }
    put_points(db, after.difference(&before).map(|new| (new.as_str(), state.id)))?;
    put_card(db, state)
}

/// Notes under which contact points customers are matched.
pub(crate) fn put_points<'a>(db: &Connection, points: impl Iterator<Item = (&'a str, Id)>) -> Result<()> {
    let mut insert = db.prepare_cached("INSERT OR IGNORE INTO contact_point (value, customer) VALUES (?1, ?2)")?;
    for (point, customer) in points {
        insert.execute(params![point, customer])?;
    }
    Ok(())
}

/// Every point that a customer is kept under, who is live.
pub(crate) fn points_of(state: &CustomerState) -> Vec<String> {
    let sources = state.sources.iter().map(|source| source_point(source));
    contact_points(&state.card).into_iter().chain(sound_points(&state.card.name)).chain(sources).collect()
}

/// Notes every point of a customer as cached.
pub(crate) fn put_points_of(db: &Connection, customer: Id) -> Result<()> {
    let Some((card, true)) = read_card(db, customer)? else { return Ok(()) };
    let mut points = contact_points(&card);
    points.extend(sound_points(&card.name));
    points.extend(old_sources(db, customer, true)?);
    put_points(db, points.iter().map(|point| (point.as_str(), customer)))
}

/// Caches a customer who was just added at `at` and is live, of whom nothing can be cached yet. Gives what the search
/// index is still to hold; the contact points are left to the caller.
pub(crate) fn put_new_customer(
    db: &Connection,
    state: &CustomerState,
    terms: Terms,
    at: Timestamp,
) -> Result<Document> {
    put_card(db, state)?;
    count_new_customer(db, state.id, terms, at)
}

fn put_card(db: &Connection, state: &CustomerState) -> Result<()> {
    let card = serde_json::to_string(&state.card).map_err(|_| Error::invalid("The card cannot be written."))?;
    let restrictions = match state.restrictions.as_slice() {
        [] => String::new(),
        some => serde_json::to_string(some).map_err(|_| Error::invalid("The card cannot be written."))?,
    };
    db.prepare_cached(
        "INSERT INTO customer (id, name, card, live, added_at, added_by, batch, sources, restrictions) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, card = excluded.card, live = excluded.live, sources = excluded.sources, restrictions = excluded.restrictions",
    )?
    .execute(params![state.id, state.card.name, card, !state.taken_back, state.added_at, state.added_by, state.batch, state.sources.join(" "), restrictions])?;
    Ok(())
}
