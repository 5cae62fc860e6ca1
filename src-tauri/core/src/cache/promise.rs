//! The cached state of a promise, the due times it may miss, and its part in the report.

use super::{hand_over::put_hand_over, reminder::put_reminder};
use crate::{
    error::{Code, Error, Result},
    fold::{PromiseState, State},
    id::Id,
    time::{Day, Timestamp},
};
use rusqlite::{Connection, OptionalExtension, params};

/// What a promise counts as in the report; open ones count as late by the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Still owed.
    Open = 0,
    /// Kept by the time agreed.
    KeptOnTime = 1,
    /// Kept after it.
    KeptLate = 2,
    /// Could not be kept.
    Broken = 3,
    /// No longer wanted.
    Withdrawn = 4,
    /// Taken back by its maker before it was due.
    TakenBack = 5,
}

impl Standing {
    /// What `promise` counts as.
    pub fn of(promise: &PromiseState) -> Standing {
        match promise.state {
            _ if promise.taken_back => Standing::TakenBack,
            State::Open => Standing::Open,
            State::Kept if promise.is_kept_on_time() => Standing::KeptOnTime,
            State::Kept => Standing::KeptLate,
            State::Broken => Standing::Broken,
            State::Withdrawn => Standing::Withdrawn,
        }
    }
}

/// What an open promise that only checks a colleague's stands under in the tally of the report: the queue counts it, the
/// report does not, since it is nothing that was promised to the customer.
const OPEN_CHECK: i64 = 6;

/// How late a promise was kept, against the first agreed time it missed; `None` unless it was kept late.
fn delay_ms(promise: &PromiseState) -> Option<i64> {
    if Standing::of(promise) != Standing::KeptLate {
        return None;
    }
    let end = promise.end.as_ref()?.at;
    let missed = promise.agreed_dues.iter().find(|agreed| agreed.until.is_some_and(|until| until > agreed.due.due_at));
    Some(end.since_ms(missed.map_or(promise.agreed.due_at, |agreed| agreed.due.due_at)).max(0))
}

/// The promise as cached; `None` when there is none.
pub(crate) fn read_promise(db: &Connection, id: Id) -> Result<Option<PromiseState>> {
    let json: Option<String> =
        db.prepare_cached("SELECT state FROM promise WHERE id = ?1")?.query_row([id], |row| row.get(0)).optional()?;
    json.map(|json| parse_promise(&json)).transpose()
}

/// Reads a promise as it is cached.
pub(crate) fn parse_promise(json: &str) -> Result<PromiseState> {
    serde_json::from_str(json)
        .map_err(|_| Error::new(Code::Damaged, "A cached promise cannot be read. Run `keptctl rebuild`."))
}

/// Caches a promise as folded; report and missed due times change by the difference.
pub(crate) fn put_promise(db: &Connection, promise: &PromiseState) -> Result<()> {
    let before = read_promise(db, promise.id)?;
    if let Some(old) = &before {
        if old == promise {
            return Ok(());
        }
        count_in_report(db, old, -1)?;
        take_out_of_series(db, old)?;
        for agreed in &old.agreed_dues {
            db.prepare_cached("DELETE FROM missed_due WHERE customer = ?1 AND due_at = ?2 AND promise = ?3")?
                .execute(params![old.customer, agreed.due.due_at, old.id])?;
        }
    }
    let json = serde_json::to_string(promise).map_err(|_| Error::invalid("The promise cannot be written."))?;
    let [(_, month), (_, week)] = periods(promise.agreed.due_local.day());
    db.prepare_cached(
        "INSERT INTO promise (id, customer, owner, outcome, due_at, agreed_due_at, agreed_day, delay_ms, state,
           agreed_month, agreed_week, checks)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
         ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, outcome = excluded.outcome, due_at = excluded.due_at,
           agreed_due_at = excluded.agreed_due_at, agreed_day = excluded.agreed_day,
           agreed_month = excluded.agreed_month, agreed_week = excluded.agreed_week, delay_ms = excluded.delay_ms,
           state = excluded.state, checks = excluded.checks",
    )?
    .execute(params![
        promise.id,
        promise.customer,
        promise.owner,
        Standing::of(promise) as i64,
        promise.due.due_at,
        promise.agreed.due_at,
        promise.agreed.due_local.day().number(),
        delay_ms(promise),
        json,
        month,
        week,
        promise.verifies.is_some()
    ])?;
    count_in_report(db, promise, 1)?;
    put_in_series(db, promise)?;
    put_reminder(db, promise)?;
    put_hand_over(db, before.as_ref(), promise)?;
    put_missed(db, promise)
}

fn take_out_of_series(db: &Connection, promise: &PromiseState) -> Result<()> {
    if let (Some(series), Some(repeat)) = (promise.series(), &promise.repeat) {
        db.prepare_cached("DELETE FROM series_promise WHERE series = ?1 AND number = ?2 AND promise = ?3")?
            .execute(params![series, repeat.number, promise.id])?;
    }
    Ok(())
}

fn put_in_series(db: &Connection, promise: &PromiseState) -> Result<()> {
    if let (Some(series), Some(repeat)) = (promise.series(), &promise.repeat) {
        db.prepare_cached("INSERT OR IGNORE INTO series_promise (series, number, promise) VALUES (?1, ?2, ?3)")?
            .execute(params![series, repeat.number, promise.id])?;
    }
    Ok(())
}

/// The promises of a series that come after that number, in order, those taken back among them.
pub(crate) fn later_in_series(db: &Connection, series: Id, number: u32) -> Result<Vec<PromiseState>> {
    let mut statement = db.prepare_cached(
        "SELECT p.state FROM series_promise s JOIN promise p ON p.id = s.promise
         WHERE s.series = ?1 AND s.number > ?2 ORDER BY s.number, s.promise",
    )?;
    let mut rows = statement.query(params![series, number])?;
    let mut later = Vec::new();
    while let Some(row) = rows.next()? {
        later.push(parse_promise(&row.get::<_, String>(0)?)?);
    }
    Ok(later)
}

fn put_missed(db: &Connection, promise: &PromiseState) -> Result<()> {
    // What only checks is told to its owner alone: the customer did not wait for it.
    if promise.taken_back || promise.verifies.is_some() {
        return Ok(());
    }
    for agreed in &promise.agreed_dues {
        if agreed.until.is_none_or(|until: Timestamp| until > agreed.due.due_at) {
            db.prepare_cached(
                "INSERT OR IGNORE INTO missed_due (customer, due_at, promise, until) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![promise.customer, agreed.due.due_at, promise.id, agreed.until])?;
        }
    }
    Ok(())
}

/// The first days of the periods a day belongs to: its month (grain 0) and its ISO week (grain 1).
pub(crate) fn periods(day: Day) -> [(i64, i64); 2] {
    let month = day.plus_days(1 - i64::from(day.day()));
    let week = day.plus_days(-i64::from(day.weekday()));
    [(0, month.number()), (1, week.number())]
}

fn count_in_report(db: &Connection, promise: &PromiseState, by: i64) -> Result<()> {
    let outcome = match Standing::of(promise) {
        standing if promise.verifies.is_none() => standing as i64,
        Standing::Open => OPEN_CHECK,
        _ => return Ok(()),
    };
    for (grain, period) in periods(promise.agreed.due_local.day()) {
        db.prepare_cached(
            "INSERT INTO report_tally (grain, period, owner, outcome, promises) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (grain, outcome, period, owner) DO UPDATE SET promises = promises + excluded.promises",
        )?
        .execute(params![grain, period, promise.owner, outcome, by])?;
    }
    Ok(())
}
