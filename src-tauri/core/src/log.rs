//! The only writer of the table `event`, and the ways to read it.

use crate::{
    error::{Code, Error, Result},
    event::{Event, Hash, chain_hash, words_hash},
    id::Id,
};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// The columns of an event, in the order [`read_event`] takes them.
pub(crate) const COLUMNS: &str = "id, kind, customer, subject, member, desk, batch, occurred_at, recorded_at, v, facts, words, words_salt, words_hash, prev, hash";

/// The event in a row of [`COLUMNS`].
pub(crate) fn read_event(row: &Row<'_>) -> rusqlite::Result<Event> {
    Ok(Event {
        id: row.get(0)?,
        kind: row.get(1)?,
        customer: row.get(2)?,
        subject: row.get(3)?,
        member: row.get(4)?,
        desk: row.get(5)?,
        batch: row.get(6)?,
        occurred_at: row.get(7)?,
        recorded_at: row.get(8)?,
        v: row.get(9)?,
        facts: row.get(10)?,
        words: row.get(11)?,
        words_salt: row.get(12)?,
        words_hash: row.get(13)?,
        prev: row.get(14)?,
        hash: row.get(15)?,
    })
}

/// Where a desk's chain stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Chain {
    /// Events written.
    pub(crate) count: u64,
    /// The last of them.
    pub(crate) last_id: Id,
    /// Its hash, which the next one builds on.
    pub(crate) hash: Hash,
}

/// Where the chain of `desk` stands; at nothing when it has written nothing.
pub(crate) fn chain(db: &Connection, desk: Id) -> Result<Chain> {
    let read = |row: &Row<'_>| {
        Ok(Chain { count: row.get::<_, i64>(0)?.unsigned_abs(), last_id: row.get(1)?, hash: row.get(2)? })
    };
    let found = db
        .prepare_cached("SELECT count, last_id, hash FROM chain WHERE desk = ?1")?
        .query_row([desk], read)
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// Notes where the chain of `desk` stands.
pub(crate) fn set_chain(db: &Connection, desk: Id, chain: Chain) -> Result<()> {
    let count = i64::try_from(chain.count).unwrap_or(i64::MAX);
    db.prepare_cached(
        "INSERT INTO chain (desk, count, last_id, hash) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (desk) DO UPDATE SET count = excluded.count, last_id = excluded.last_id, hash = excluded.hash",
    )?
    .execute(params![desk, count, chain.last_id, chain.hash])?;
    Ok(())
}

/// How far ahead of this PC's clock another desk's ids may be and still move ours.
const TRUSTED_AHEAD_MS: i64 = 5 * crate::time::MINUTE_MS;

/// The greatest id that a new one must exceed: of this desk's own events, and of all others not absurdly ahead.
pub(crate) fn greatest_id(db: &Connection, desk: Id, now: crate::time::Timestamp) -> Result<Id> {
    let mut newest = db.prepare_cached("SELECT id, desk FROM event INDEXED BY event_id ORDER BY id DESC")?;
    let mut rows = newest.query([])?;
    while let Some(row) = rows.next()? {
        let (id, by): (Id, Id) = (row.get(0)?, row.get(1)?);
        if by == desk || id.made_at().since_ms(now) <= TRUSTED_AHEAD_MS {
            return Ok(id);
        }
    }
    Ok(Id::ZERO)
}

/// Seals a new event into its desk's chain: digests its words, links it to `prev`, and digests the whole.
pub(crate) fn seal(event: &mut Event, prev: Hash) {
    event.words_hash = words_hash(event.words_salt.as_ref(), event.words.as_deref());
    event.prev = prev;
    event.hash = chain_hash(event);
}

/// Whether the event is as it was sealed, as far as can be told once its words may have been erased.
pub(crate) fn is_intact(event: &Event) -> bool {
    let words =
        event.words.is_none() || event.words_hash == words_hash(event.words_salt.as_ref(), event.words.as_deref());
    words && event.hash == chain_hash(event)
}

/// Writes an event. Whether it was new: one that is there already is left as it is.
pub(crate) fn insert(db: &Connection, event: &Event) -> Result<bool> {
    let written = db
        .prepare_cached(
            "INSERT INTO event (id, kind, customer, subject, member, desk, batch, occurred_at, recorded_at, v, facts, words, words_salt, words_hash, prev, hash)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16) ON CONFLICT DO NOTHING",
        )?
        .execute(params![
            event.id,
            event.kind,
            event.customer,
            event.subject,
            event.member,
            event.desk,
            event.batch,
            event.occurred_at,
            event.recorded_at,
            event.v,
            event.facts,
            event.words,
            event.words_salt,
            event.words_hash,
            event.prev,
            event.hash
        ])?;
    Ok(written == 1)
}

fn select(db: &Connection, condition: &str, parameter: Id) -> Result<Vec<Event>> {
    let mut statement = db.prepare_cached(&format!("SELECT {COLUMNS} FROM event WHERE {condition}"))?;
    let events = statement.query_map([parameter], read_event)?.collect::<rusqlite::Result<_>>()?;
    Ok(events)
}

/// The events about a promise, an entry, a customer's card, a member or an import, in id order.
pub(crate) fn about(db: &Connection, subject: Id) -> Result<Vec<Event>> {
    select(db, "subject = ?1 ORDER BY id", subject)
}

/// A customer's contacts since then that stand, newest first.
pub(crate) fn contacts_since(db: &Connection, customer: Id, since: crate::time::Timestamp) -> Result<Vec<Event>> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM event WHERE customer = ?1 AND occurred_at >= ?2 AND kind = 'contact_logged'
         ORDER BY occurred_at DESC, id DESC"
    ))?;
    let found: Vec<Event> =
        statement.query_map(params![customer, since], read_event)?.collect::<rusqlite::Result<_>>()?;
    if found.is_empty() {
        return Ok(found);
    }
    let taken_back = crate::fold::retractions(&marks_of(db, customer)?)?;
    Ok(found.into_iter().filter(|event| !taken_back.contains_key(&event.id)).collect())
}

/// The corrections and retractions among a customer's events, in id order.
pub(crate) fn marks_of(db: &Connection, customer: Id) -> Result<Vec<Event>> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM event INDEXED BY event_mark
         WHERE customer = ?1 AND kind IN ('entry_corrected', 'retracted') ORDER BY id"
    ))?;
    let events = statement.query_map([customer], read_event)?.collect::<rusqlite::Result<_>>()?;
    Ok(events)
}

/// The office's own events, in id order.
pub(crate) fn office(db: &Connection) -> Result<Vec<Event>> {
    select(db, "customer = ?1 ORDER BY id", Id::ZERO)
}

/// All events, in id order.
pub(crate) fn all(db: &Connection) -> Result<Vec<Event>> {
    let mut statement = db.prepare(&format!("SELECT {COLUMNS} FROM event INDEXED BY event_id ORDER BY id"))?;
    let events = statement.query_map([], read_event)?.collect::<rusqlite::Result<_>>()?;
    Ok(events)
}

/// The events of one import, in id order.
pub(crate) fn of_batch(db: &Connection, batch: Id) -> Result<Vec<Event>> {
    select(db, "batch = ?1 ORDER BY id", batch)
}

/// The event of that id.
///
/// # Errors
/// There is none.
pub(crate) fn get(db: &Connection, id: Id) -> Result<Event> {
    find(db, id)?.ok_or_else(|| Error::new(Code::NotFound, format!("There is no entry {id}.")))
}

/// The event of that id, if there is one.
pub(crate) fn find(db: &Connection, id: Id) -> Result<Option<Event>> {
    Ok(select(db, "id = ?1", id)?.pop())
}
