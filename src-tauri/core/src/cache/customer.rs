//! The cached card of a customer, and the numbers and addresses it is matched by.

use crate::{
    customer::Card,
    error::{Code, Error, Result},
    find::{Document, count_new_customer, index_customer, sounds},
    fold::CustomerState,
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

/// Every point that a customer is kept under.
fn points(state: &CustomerState) -> BTreeSet<String> {
    let mut points = contact_points(&state.card);
    points.extend(sound_points(&state.card.name));
    points.extend(state.sources.iter().map(|source| source_point(source)));
    points
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

/// When the search index is told of a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Indexing {
    /// In the same write: whoever was just added is findable at once.
    Now,
    /// Once all of very many are there, in the order of their places: the index takes them several times faster so.
    Later,
}

/// Caches a customer as folded, and brings contact points and search index along.
pub(crate) fn put_customer(db: &Connection, state: &CustomerState, indexing: Indexing) -> Result<()> {
    let live = !state.taken_back;
    let old = read_card(db, state.id)?;
    let mut before = BTreeSet::new();
    if let Some((card, true)) = &old {
        before.extend(contact_points(card));
        before.extend(sound_points(&card.name));
    }
    before.extend(old_sources(db, state.id, old.is_some())?);
    let after = if live { points(state) } else { BTreeSet::new() };
    for gone in before.difference(&after) {
        db.prepare_cached("DELETE FROM contact_point WHERE value = ?1 AND customer = ?2")?
            .execute(params![gone, state.id])?;
    }
    for new in after.difference(&before) {
        db.prepare_cached("INSERT OR IGNORE INTO contact_point (value, customer) VALUES (?1, ?2)")?
            .execute(params![new, state.id])?;
    }
    put_card(db, state)?;
    match indexing {
        Indexing::Now => index_customer(db, state.id, &state.card, live),
        Indexing::Later => Ok(()),
    }
}

/// Caches a customer who was just added at `at` and is live, of whom nothing can be cached yet. Gives what the search
/// index is still to hold.
pub(crate) fn put_new_customer(db: &Connection, state: &CustomerState, at: Timestamp) -> Result<Document> {
    for point in points(state) {
        db.prepare_cached("INSERT OR IGNORE INTO contact_point (value, customer) VALUES (?1, ?2)")?
            .execute(params![point, state.id])?;
    }
    put_card(db, state)?;
    count_new_customer(db, state.id, &state.card, at)
}

fn put_card(db: &Connection, state: &CustomerState) -> Result<()> {
    let card = serde_json::to_string(&state.card).map_err(|_| Error::invalid("The card cannot be written."))?;
    db.prepare_cached(
        "INSERT INTO customer (id, name, card, live, added_at, added_by, batch, sources) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, card = excluded.card, live = excluded.live, sources = excluded.sources",
    )?
    .execute(params![state.id, state.card.name, card, !state.taken_back, state.added_at, state.added_by, state.batch, state.sources.join(" ")])?;
    Ok(())
}
