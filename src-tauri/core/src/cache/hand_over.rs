//! Offers that stand or went back, each time a matter went from one to the next, and what is checked by which promise.

use crate::{
    error::Result,
    fold::{Hop, PromiseState},
    id::Id,
};
use rusqlite::{Connection, params};

/// The time at which a manager hears that a matter is passed on.
pub(crate) const TOLD_AT: i64 = 3;
/// The step under which that stands in the log.
pub(crate) const PASSED_ON: &str = "passed-on";

/// Caches what is offered of a promise. `old`: as it was cached before.
pub(super) fn put_hand_over(db: &Connection, old: Option<&PromiseState>, promise: &PromiseState) -> Result<()> {
    put_offer(db, old, promise)?;
    put_hops(db, old, promise)?;
    // What was taken back stays: it may be brought back.
    if let Some(checked) = promise.verifies.filter(|_| old.is_none()) {
        db.prepare_cached("INSERT OR IGNORE INTO verifying (promise, by) VALUES (?1, ?2)")?
            .execute([checked, promise.id])?;
    }
    Ok(())
}

fn put_offer(db: &Connection, old: Option<&PromiseState>, promise: &PromiseState) -> Result<()> {
    let offer = promise.offer.as_ref().filter(|_| promise.is_open());
    let Some(offer) = offer else {
        if old.is_some_and(|old| old.offer.is_some()) {
            db.prepare_cached("DELETE FROM offer WHERE promise = ?1")?.execute([promise.id])?;
        }
        return Ok(());
    };
    db.prepare_cached(
        "INSERT OR REPLACE INTO offer (promise, offer, customer, owner, giver, taker, until_at, declined)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        promise.id,
        offer.id,
        promise.customer,
        promise.owner,
        offer.by,
        offer.to,
        offer.until,
        offer.declined.is_some()
    ])?;
    Ok(())
}

/// Whether the managers are still to be told that its matter is passed on, if it is one of its own that they are told at.
fn is_untold(promise: &PromiseState) -> bool {
    promise.is_open() && !promise.rounds.told.iter().any(|(_, step)| step == PASSED_ON)
}

fn put_hops(db: &Connection, old: Option<&PromiseState>, promise: &PromiseState) -> Result<()> {
    let hops = |promise: &PromiseState| if promise.taken_back { Vec::new() } else { promise.hops.clone() };
    let (before, after) = (old.map(hops).unwrap_or_default(), hops(promise));
    if before == after && (after.is_empty() || old.is_some_and(|old| is_untold(old) == is_untold(promise))) {
        return Ok(());
    }
    for gone in &before {
        db.prepare_cached("DELETE FROM hop WHERE matter = ?1 AND event = ?2")?
            .execute(params![promise.matter, gone.event])?;
    }
    for hop in &after {
        db.prepare_cached(
            "INSERT OR REPLACE INTO hop (matter, event, promise, giver, taker, at, number, untold)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?7)",
        )?
        .execute(params![
            promise.matter,
            hop.event,
            promise.id,
            hop.from,
            hop.to,
            hop.at,
            is_untold(promise)
        ])?;
    }
    number_hops(db, promise.matter)
}

/// Counts the hops of a matter anew, across its promises: the number follows from the set of them.
fn number_hops(db: &Connection, matter: Id) -> Result<()> {
    let mut statement = db.prepare_cached("SELECT event, number FROM hop WHERE matter = ?1 ORDER BY event")?;
    let found = statement.query_map([matter], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let found: Vec<(Id, i64)> = found.collect::<rusqlite::Result<_>>()?;
    let mut number = db.prepare_cached("UPDATE hop SET number = ?3 WHERE matter = ?1 AND event = ?2")?;
    for ((event, before), now) in found.into_iter().zip(1_i64..) {
        if before != now {
            number.execute(params![matter, event, now])?;
        }
    }
    Ok(())
}

/// Each time a matter went over, in order, whichever promise of it did.
pub(crate) fn hops_of(db: &Connection, matter: Id) -> Result<Vec<Hop>> {
    let mut statement =
        db.prepare_cached("SELECT event, at, giver, taker FROM hop WHERE matter = ?1 ORDER BY event")?;
    let hops = statement.query_map([matter], |row| {
        Ok(Hop { event: row.get(0)?, at: row.get(1)?, from: row.get(2)?, to: row.get(3)? })
    })?;
    Ok(hops.collect::<rusqlite::Result<_>>()?)
}

/// The promises by which the keeping of one is checked, whatever became of them.
pub(crate) fn all_verifying(db: &Connection, promise: Id) -> Result<Vec<PromiseState>> {
    let mut statement = db.prepare_cached(
        "SELECT p.state FROM verifying v JOIN promise p ON p.id = v.by WHERE v.promise = ?1 ORDER BY v.by",
    )?;
    let mut rows = statement.query([promise])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(super::parse_promise(&row.get::<_, String>(0)?)?);
    }
    Ok(found)
}
