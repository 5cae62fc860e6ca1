//! Keeping the search index: one document of words and one of digits for each customer.

use super::{
    place::{free_place, place},
    terms::Terms,
};
use crate::{customer::Card, error::Result, id::Id, time::Timestamp};
use rusqlite::{Connection, OptionalExtension, params};

/// What the index holds of a customer.
pub(crate) struct Document {
    place: i64,
    terms: Terms,
}

/// Puts documents into the index, lowest place first. Nothing else may be written in between: the index writes a segment
/// out whenever a row number is lower than the one before, and before every statement that might be undone by itself.
pub(crate) fn put_documents(db: &Connection, documents: &mut [Document]) -> Result<()> {
    documents.sort_unstable_by_key(|document| document.place);
    let mut words = db.prepare_cached("INSERT INTO find_words (rowid, words) VALUES (?1, ?2)")?;
    for document in documents.iter() {
        words.execute(params![document.place, document.terms.words])?;
    }
    let mut digits = db.prepare_cached("INSERT INTO find_digits (rowid, digits) VALUES (?1, ?2)")?;
    for document in documents.iter().filter(|document| !document.terms.digits.is_empty()) {
        digits.execute(params![document.place, document.terms.digits])?;
    }
    Ok(())
}

/// Counts a customer whose only event added them, at `at`. Gives what the index is to hold.
pub(crate) fn count_new_customer(db: &Connection, customer: Id, terms: Terms, at: Timestamp) -> Result<Document> {
    let place = free_place(db, place(at, customer))?;
    db.prepare_cached(
        "INSERT INTO customer_tally (customer, entries, last_at, last_id, place) VALUES (?1, 1, ?2, ?1, ?3)",
    )?
    .execute(params![customer, at, place])?;
    Ok(Document { place, terms })
}

/// How much is written at a time, for which both indexes are set differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Amount {
    /// A customer here and there.
    Little,
    /// Very many: gathered in memory into few segments, which are left for an idle moment to merge. Merging them here would
    /// write everything twice, and wipe the pages of the first time.
    Much,
}

/// Prepares both indexes for so much.
pub(crate) fn expect(db: &Connection, amount: Amount) -> Result<()> {
    let (bytes, merge_at) = match amount {
        Amount::Little => (1 << 20, 4),
        Amount::Much => (16 << 20, 0),
    };
    for (name, value) in [("hashsize", bytes), ("automerge", merge_at)] {
        db.prepare_cached("INSERT INTO find_words (find_words, rank) VALUES (?1, ?2)")?
            .execute(params![name, value])?;
        db.prepare_cached("INSERT INTO find_digits (find_digits, rank) VALUES (?1, ?2)")?
            .execute(params![name, value])?;
    }
    Ok(())
}

/// Gives a customer their place and takes them out of their old one. Gives what the index is to hold in the new one.
fn move_customer(db: &Connection, customer: Id, card: &Card, live: bool) -> Result<Option<Document>> {
    let at = db
        .prepare_cached("SELECT place, last_at, last_id FROM customer_tally WHERE customer = ?1")?
        .query_row([customer], |row| Ok((row.get::<_, Option<i64>>(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let Some((old, last_at, last_id)) = at else { return Ok(None) };
    if let Some(old) = old {
        db.prepare_cached("DELETE FROM find_words WHERE rowid = ?1")?.execute([old])?;
        db.prepare_cached("DELETE FROM find_digits WHERE rowid = ?1")?.execute([old])?;
        db.prepare_cached("UPDATE customer_tally SET place = NULL WHERE customer = ?1")?.execute([customer])?;
    }
    db.prepare_cached("DELETE FROM find_stale WHERE customer = ?1")?.execute([customer])?;
    if !live {
        return Ok(None);
    }
    let place = free_place(db, place(last_at, last_id))?;
    db.prepare_cached("UPDATE customer_tally SET place = ?2 WHERE customer = ?1")?.execute(params![customer, place])?;
    Ok(Some(Document { place, terms: Terms::of_card(card) }))
}

/// Counts an event of a customer, and notes that the index must follow when it is the latest.
pub(crate) fn count_entry(db: &Connection, customer: Id, at: Timestamp, id: Id, shown: bool) -> Result<()> {
    count_entries(db, customer, i64::from(shown), at, id)
}

/// Counts entries of a customer, the latest of which is `last_id`, and notes that the index must follow.
pub(crate) fn count_entries(db: &Connection, customer: Id, shown: i64, last_at: Timestamp, last_id: Id) -> Result<()> {
    db.prepare_cached(
        "INSERT INTO customer_tally (customer, entries, last_at, last_id) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (customer) DO UPDATE SET entries = entries + excluded.entries,
           last_id = CASE WHEN (excluded.last_at, excluded.last_id) > (last_at, last_id) THEN excluded.last_id ELSE last_id END,
           last_at = max(last_at, excluded.last_at)",
    )?
    .execute(params![customer, shown, last_at, last_id])?;
    db.prepare_cached("INSERT OR IGNORE INTO find_stale (customer) VALUES (?1)")?.execute([customer])?;
    Ok(())
}

/// Moves up to `limit` customers dealt with since to their place. How many there were.
pub(crate) fn place_stale(db: &Connection, limit: u32) -> Result<usize> {
    let stale = stale(db, i64::from(limit))?;
    place_customers(db, &stale)?;
    Ok(stale.len())
}

/// Customers whose documents are held in memory at a time.
const STEP: usize = 5_000;

/// Moves everybody dealt with since to their place.
pub(crate) fn place_all_stale(db: &Connection) -> Result<()> {
    stale(db, -1)?.chunks(STEP).try_for_each(|some| place_customers(db, some))
}

/// Customers whose place is not up to date, lowest place first: the index writes a segment out whenever a row number
/// is lower than the one before.
pub(crate) fn stale(db: &Connection, limit: i64) -> Result<Vec<Id>> {
    let mut stale: Vec<(i64, Id)> = db
        .prepare_cached(
            "SELECT s.customer, t.last_at, t.last_id FROM (SELECT customer FROM find_stale LIMIT ?1) s
             LEFT JOIN customer_tally t ON t.customer = s.customer",
        )?
        .query_map([limit], |row| {
            let at: Option<(Timestamp, Id)> = row.get::<_, Option<Timestamp>>(1)?.zip(row.get(2)?);
            Ok((at.map_or(0, |(at, id)| place(at, id)), row.get(0)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    stale.sort_unstable();
    Ok(stale.into_iter().map(|(_, customer)| customer).collect())
}

/// Moves these customers to their places.
pub(crate) fn place_customers(db: &Connection, customers: &[Id]) -> Result<()> {
    put_documents(db, &mut move_customers(db, customers)?)
}

/// Gives these customers their places and takes them out of their old ones. Gives what the index is to hold there.
pub(crate) fn move_customers(db: &Connection, customers: &[Id]) -> Result<Vec<Document>> {
    let mut documents = Vec::with_capacity(customers.len());
    for customer in customers {
        match crate::cache::read_card(db, *customer)? {
            Some((card, live)) => documents.extend(move_customer(db, *customer, &card, live)?),
            None => {
                db.prepare_cached("DELETE FROM find_stale WHERE customer = ?1")?.execute([customer])?;
            }
        }
    }
    Ok(documents)
}

/// Merges the index a little, so that it stays quick after many moves. Whether more could be done.
pub(crate) fn merge_a_little(db: &Connection) -> Result<bool> {
    let before = db.total_changes();
    db.prepare_cached("INSERT INTO find_words (find_words, rank) VALUES ('merge', 64)")?.execute([])?;
    db.prepare_cached("INSERT INTO find_digits (find_digits, rank) VALUES ('merge', 64)")?.execute([])?;
    // FTS5 changes fewer than two rows where there was nothing left to merge.
    Ok(db.total_changes() - before >= 4)
}
