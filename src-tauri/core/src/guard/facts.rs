//! What the guard weighs, read in a few look-ups by the customer alone.

use crate::{
    brief::{Contacts, Facts},
    cache::read_card,
    error::{Error, Result},
    event::Body,
    fold::{Member, OfficeState, retractions},
    id::Id,
    log::{self, COLUMNS, read_event},
    office::{Mismatch, mismatch},
    promise::open_promises_of,
    time::{DAY_MS, HOUR_MS, Timestamp},
};
use rusqlite::{Connection, params};
use std::collections::BTreeSet;

/// How far back missed due times count.
const MEMORY_MS: i64 = 90 * DAY_MS;
/// How many of the newest changes of a card are searched for the one that wrote the note.
const CHANGES: usize = 50;
/// A promise that passed within so much time is rung about without ado: one says sorry and goes on.
pub(super) const GRACE_MS: i64 = HOUR_MS;

/// Due times that passed unkept, lately.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Missed {
    /// Of how many promises.
    pub(crate) promises: u64,
    /// The promise of the last of them.
    pub(crate) last: Id,
    /// When that was due.
    pub(crate) last_at: Timestamp,
}

/// What is known before somebody dials.
pub(crate) struct GuardFacts<'a> {
    /// What the brief is told from.
    pub(crate) known: Facts<'a>,
    /// Due times missed in the last 90 days.
    pub(crate) missed: Option<Missed>,
    /// Whether a colleague pinned the note by hand after the customer was added: it is meant for whoever calls.
    pub(crate) is_note_pinned: bool,
    /// Whether the caller is in another department than the one that serves the customer.
    pub(crate) mismatch: Option<Mismatch>,
}

/// Reads the facts about a call by `caller`, and gives what is made of them.
pub(super) fn with_facts<T>(
    db: &Connection,
    office: &OfficeState,
    caller: Option<&Member>,
    customer: Id,
    now: Timestamp,
    then: impl FnOnce(&GuardFacts<'_>) -> T,
) -> Result<T> {
    let (card, _) = read_card(db, customer)?.ok_or_else(|| Error::not_found("There is no such customer."))?;
    let open = open_promises_of(db, office, customer, now)?;
    let contacts = Contacts::read(db, customer, now)?;
    let viewer = caller.map(|caller| caller.id);
    let is_note_pinned = !card.note.trim().is_empty() && is_pinned(db, customer, viewer)?;
    let mismatch = caller.and_then(|caller| mismatch(office, caller, &card, now));
    let known = Facts::new((customer, &card), &open, &contacts, office, viewer, now);
    Ok(then(&GuardFacts { known, missed: missed(db, customer, now)?, is_note_pinned, mismatch }))
}

/// Due times of the customer's promises that passed unkept.
fn missed(db: &Connection, customer: Id, now: Timestamp) -> Result<Option<Missed>> {
    let mut statement = db.prepare_cached(
        "SELECT promise, due_at FROM missed_due
         WHERE customer = ?1 AND due_at >= ?2 AND due_at < ?3 AND coalesce(until, ?4) > due_at + ?5 ORDER BY due_at DESC",
    )?;
    let since = now.plus_ms(-MEMORY_MS);
    let rows: Vec<(Id, Timestamp)> = statement
        .query_map(params![customer, since, now, now, GRACE_MS], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let Some((last, last_at)) = rows.first().copied() else { return Ok(None) };
    let promises: BTreeSet<Id> = rows.into_iter().map(|(promise, _)| promise).collect();
    Ok(Some(Missed { promises: promises.len() as u64, last, last_at }))
}

/// Whether the note as it stands was written into the card later, by hand, by somebody else than the caller. One that came
/// with the customer, as from an address book, warns nobody of a call.
fn is_pinned(db: &Connection, customer: Id, caller: Option<Id>) -> Result<bool> {
    let mut statement =
        db.prepare_cached(&format!("SELECT {COLUMNS} FROM event WHERE subject = ?1 ORDER BY id DESC LIMIT {CHANGES}"))?;
    let mut rows = statement.query([customer])?;
    let gone = retractions(&log::marks_of(db, customer)?)?;
    while let Some(row) = rows.next()? {
        let event = read_event(row)?;
        if gone.contains_key(&event.id) {
            continue;
        }
        if let Some(Body::CustomerChanged(_, words)) = event.body()?
            && words.note.is_some()
        {
            return Ok(event.batch.is_none() && Some(event.member) != caller);
        }
    }
    Ok(false)
}
