//! What has no next step: decisions whose hour has passed, promises nobody has begun, customers who hear nothing from us.

use crate::{
    error::Result,
    event::{Body, ContactKind, Direction, Outcome},
    fold::OfficeState,
    id::Id,
    log,
    promise::{PromiseRow, show_row},
    time::{DAY_MS, Timestamp},
};
use rusqlite::{Connection, params};
use serde::Serialize;
use std::collections::BTreeSet;

/// What is owed and does not go on by itself, each list by due time and at most fifty long.
#[derive(Debug, Clone, Default, PartialEq, Serialize, ts_rs::TS)]
pub struct Attention {
    /// Tentative promises whose decision hour has passed.
    pub undecided: Vec<PromiseRow>,
    /// Promises that nobody has tried to keep, due by the end of the next working day, and made before today's opening.
    pub untried: Vec<PromiseRow>,
    /// One promise of each customer who has had no word from us for the days the office set.
    pub gone_quiet: Vec<PromiseRow>,
    /// Whether there are more than are listed.
    pub more: bool,
}

/// The most rows of a list, and the most that are looked through for one.
const MOST: usize = 50;
const MOST_LOOKED_AT: i64 = 2_000;

/// A promise with what decides whether it is listed.
struct Owed {
    promise: Id,
    customer: Id,
}

/// What has no next step at `now`, of one owner or of all.
pub(super) fn attention(db: &Connection, office: &OfficeState, owner: Option<Id>, now: Timestamp) -> Result<Attention> {
    let calendar = office.settings.calendar();
    let today = office.settings.zone.wall(now).day();
    let mut found = Attention::default();
    let ever = Timestamp::from_millis(i64::MIN);
    let undecided = owed(db, "INDEXED BY reminder_tentative WHERE tentative = 1", (ever, now, now), owner)?;
    found.undecided = shown(db, office, undecided.into_iter(), now, &mut found.more)?;
    let opening = calendar.opening(today).filter(|opening| *opening <= now);
    let next_end =
        calendar.working_day(today, 1).map(|day| office.settings.zone.first(day.plus_days(1).midnight()).plus_ms(-1));
    if let (Some(opening), Some(end)) = (opening, next_end) {
        let untried =
            owed(db, "INDEXED BY reminder_due WHERE attempts = 0 AND checks = 0", (now, end, opening), owner)?;
        found.untried = shown(db, office, untried.into_iter(), now, &mut found.more)?;
    }
    let days = i64::from(office.settings.gone_quiet);
    if days > 0 {
        let since = now.plus_ms(-days * DAY_MS);
        let last = Timestamp::from_millis(i64::MAX);
        let asked = owed(db, "INDEXED BY reminder_due WHERE answered >= 0", (ever, last, since), owner)?;
        found.more |= i64::try_from(asked.len()).is_ok_and(|asked| asked == MOST_LOOKED_AT);
        let (mut looked_at, mut quiet) = (BTreeSet::new(), Vec::new());
        for one in asked {
            if looked_at.insert(one.customer) && !had_word(db, one.customer, since)? {
                quiet.push(one);
            }
            if quiet.len() > MOST {
                break;
            }
        }
        found.gone_quiet = shown(db, office, quiet.into_iter(), now, &mut found.more)?;
    }
    Ok(found)
}

/// Open promises due after `from` and by `until`, made before then, by due time: as many as are looked through.
fn owed(
    db: &Connection,
    condition: &str,
    (from, until, made_before): (Timestamp, Timestamp, Timestamp),
    owner: Option<Id>,
) -> Result<Vec<Owed>> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT promise, customer FROM reminder {condition} AND due_at > ?1 AND due_at <= ?2 AND made_at < ?3
           AND (?4 IS NULL OR owner = ?4) ORDER BY due_at, promise LIMIT {MOST_LOOKED_AT}"
    ))?;
    let read = |row: &rusqlite::Row<'_>| Ok(Owed { promise: row.get(0)?, customer: row.get(1)? });
    let rows = statement.query_map(params![from, until, made_before, owner], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The rows of the first promises, as many as a list holds.
fn shown(
    db: &Connection,
    office: &OfficeState,
    owed: impl ExactSizeIterator<Item = Owed>,
    now: Timestamp,
    more: &mut bool,
) -> Result<Vec<PromiseRow>> {
    *more |= owed.len() > MOST;
    owed.take(MOST).map(|one| show_row(db, office, one.promise, now)).collect()
}

/// Whether a customer has had word from us since then: we spoke, or left or sent something.
fn had_word(db: &Connection, customer: Id, since: Timestamp) -> Result<bool> {
    for event in log::contacts_since(db, customer, since)? {
        let Some(Body::ContactLogged(facts, _)) = event.body()? else { continue };
        let is_lost = matches!(facts.outcome, Some(Outcome::NoAnswer | Outcome::Busy | Outcome::WrongNumber));
        let is_ours =
            facts.direction != Some(Direction::In) || matches!(facts.contact, ContactKind::Call | ContactKind::Visit);
        if is_ours && !is_lost {
            return Ok(true);
        }
    }
    Ok(false)
}
