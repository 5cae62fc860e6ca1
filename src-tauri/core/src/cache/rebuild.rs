//! Dropping the caches and folding everything again: after a change of their shape, on demand, and as the oracle of tests.

use super::{put_customer, put_promise, put_relation};
use crate::{
    error::Result,
    event::Event,
    find::{count_entries, place_all_stale},
    fold::{Undone, fold_customer, fold_promise, fold_relation},
    id::Id,
    log::{COLUMNS, read_event},
    store::{CACHE_VERSION, CREATE_CACHES, schema_caches},
};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// Kinds that stand in a timeline as marks on what they concern, not as entries of their own.
pub(crate) const MARKS: [&str; 2] = ["entry_corrected", "retracted"];

/// Drops the caches and makes them anew from the log, inside the caller's transaction. `progress` hears of customers done.
pub(crate) fn rebuild(db: &Connection, undone: &Undone, progress: &mut dyn FnMut(u64)) -> Result<()> {
    for table in schema_caches() {
        db.execute_batch(&format!("DROP TABLE IF EXISTS {table}"))?;
    }
    db.execute_batch(CREATE_CACHES)?;
    // The log is clustered by customer: one pass folds them one after the other.
    let mut statement =
        db.prepare(&format!("SELECT {COLUMNS} FROM event WHERE customer <> ?1 ORDER BY customer, occurred_at, id"))?;
    let mut rows = statement.query([Id::ZERO])?;
    let mut events: Vec<Event> = Vec::new();
    let mut done = 0;
    loop {
        let next = rows.next()?.map(read_event).transpose()?;
        let same = next.as_ref().zip(events.first()).is_some_and(|(next, first)| next.customer == first.customer);
        if !same && !events.is_empty() {
            put_all_of(db, undone, &mut events)?;
            done += 1;
            progress(done);
        }
        match next {
            Some(event) => events.push(event),
            None => break,
        }
    }
    place_all_stale(db)?;
    db.execute("INSERT OR REPLACE INTO setting (name, value) VALUES ('cache_version', ?1)", [CACHE_VERSION])?;
    Ok(())
}

/// Caches what all events of one customer tell, none of which were cached before, and empties the list. The search
/// index is left to [`place_all_stale`].
pub(crate) fn put_all_of(db: &Connection, undone: &Undone, events: &mut Vec<Event>) -> Result<()> {
    let Some(customer) = events.first().map(|event| event.customer) else { return Ok(()) };
    let shown = events.iter().filter(|event| !MARKS.contains(&event.kind.as_str())).count();
    if let Some((last_at, last_id)) = events.iter().map(|event| (event.occurred_at, event.id)).max() {
        count_entries(db, customer, i64::try_from(shown).unwrap_or(i64::MAX), last_at, last_id)?;
    }
    let mut subjects: BTreeMap<Id, Vec<Event>> = BTreeMap::new();
    for event in events.drain(..) {
        if let Some(subject) = event.subject {
            subjects.entry(subject).or_default().push(event);
        }
    }
    for about in subjects.values_mut() {
        about.sort_by_key(|event| event.id);
        if let Some(customer) = fold_customer(about, undone)? {
            put_customer(db, &customer)?;
        } else if let Some(promise) = fold_promise(about, undone)? {
            put_promise(db, &promise)?;
        } else if let Some(relation) = fold_relation(about, undone)? {
            put_relation(db, &relation)?;
        }
    }
    Ok(())
}

/// Tables and columns that a rebuild must give again to the letter, each with a total order.
const COMPARED: &[(&str, &str)] = &[
    (
        "customer",
        "SELECT id, name, card, live, added_at, added_by, batch, sources, restrictions FROM customer ORDER BY id",
    ),
    ("customer_tally", "SELECT customer, entries, last_at, last_id, place FROM customer_tally ORDER BY customer"),
    ("contact_point", "SELECT value, customer FROM contact_point ORDER BY value, customer"),
    (
        "promise",
        "SELECT id, customer, owner, outcome, due_at, agreed_due_at, agreed_day, agreed_month, agreed_week, delay_ms, checks, state FROM promise ORDER BY id",
    ),
    (
        "reminder",
        "SELECT promise, customer, owner, due_at, agreed_due_at, quiet_from, quiet_until, round, snoozes, answered, told, tentative, attempts, made_at, answered_at, checks, try_at, planned_at FROM reminder ORDER BY promise",
    ),
    (
        "relation",
        "SELECT customer, relation, other, kind, called, seen_back, may_speak, may_be_spoken_for FROM relation ORDER BY customer, relation",
    ),
    ("series_promise", "SELECT series, number, promise FROM series_promise ORDER BY series, number, promise"),
    ("offer", "SELECT promise, offer, customer, owner, giver, taker, until_at, declined FROM offer ORDER BY promise"),
    ("hop", "SELECT matter, event, promise, giver, taker, at, number, untold FROM hop ORDER BY matter, event"),
    ("verifying", "SELECT promise, by FROM verifying ORDER BY promise, by"),
    ("missed_due", "SELECT customer, due_at, promise, until FROM missed_due ORDER BY customer, due_at, promise"),
    (
        "report_tally",
        "SELECT grain, period, owner, outcome, promises FROM report_tally WHERE promises <> 0 ORDER BY grain, period, owner, outcome",
    ),
];

/// The caches whose rows differ from what a rebuild gives, by name. The rebuild is rolled back.
pub(crate) fn are_equal_to_a_rebuild(db: &Connection, undone: &Undone) -> Result<Vec<&'static str>> {
    let digest = || COMPARED.iter().map(|(_, sql)| digest_rows(db, sql)).collect::<Result<Vec<_>>>();
    place_all_stale(db)?;
    let before = digest()?;
    rebuild(db, undone, &mut |_| {})?;
    let after = digest()?;
    let differs = before.iter().zip(&after).zip(COMPARED).filter(|((before, after), _)| before != after);
    Ok(differs.map(|(_, (table, _))| *table).collect())
}

fn digest_rows(db: &Connection, sql: &str) -> Result<crate::event::Hash> {
    use sha2::{Digest, Sha256};
    let mut digest = Sha256::new();
    let mut statement = db.prepare(sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            digest.update(format!("{:?};", row.get_ref(column)?));
        }
    }
    Ok(digest.finalize().into())
}
