//! How promises were kept: the headline of the product.

use crate::{
    cache::Standing,
    desk::Desk,
    error::Result,
    id::Id,
    roles::Action,
    time::{Day, Timestamp},
};
use rusqlite::{Connection, ToSql, params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How the report is broken down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum ReportBy {
    /// By the owner's name.
    #[default]
    Owner,
    /// By month: `2026-03`.
    Month,
    /// By ISO week: `2026-W10`.
    Week,
}

/// Which promises are counted: those whose agreed due time lies in the range.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReportFilter {
    /// From this moment on.
    pub from: Option<Timestamp>,
    /// Up to, not including, this moment.
    pub to: Option<Timestamp>,
    /// Broken down so.
    pub by: ReportBy,
}

/// A row of the report. `made` is the sum of all that follow it down to `taken_back`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ts_rs::TS)]
pub struct ReportRow {
    /// Owner, month or week.
    pub key: String,
    /// Promises in all.
    pub made: u64,
    /// Kept by the time agreed.
    pub kept_on_time: u64,
    /// Kept after it.
    pub kept_late: u64,
    /// Could not be kept.
    pub broken: u64,
    /// No longer wanted.
    pub withdrawn: u64,
    /// Still owed, and not late.
    pub open: u64,
    /// Still owed, and late.
    pub late_open: u64,
    /// Taken back by their maker before they were due.
    pub taken_back: u64,
    /// Of those that had to be kept by now, the share kept on time; `None` when there are none.
    pub kept_rate: Option<f64>,
    /// How late those kept late were, in the middle; `None` when there are none.
    pub median_delay_ms: Option<i64>,
}

/// The report.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Report {
    /// By key, in order.
    pub rows: Vec<ReportRow>,
}

/// What a row is counted under, before it has a name: an owner, or the number of a period's first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Owner(Id),
    Period(i64),
}

/// What is counted under one key.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Tally {
    by_standing: [u64; 6],
    late_open: u64,
    median_delay: Option<i64>,
}

impl Tally {
    fn add(&mut self, outcome: usize, promises: i64) {
        if let Some(count) = self.by_standing.get_mut(outcome) {
            *count = count.saturating_add_signed(promises);
        }
    }

    fn row(self, key: String) -> ReportRow {
        let count = |standing: Standing| self.by_standing.get(standing as usize).copied().unwrap_or_default();
        let open = count(Standing::Open);
        let (kept_on_time, kept_late, broken) =
            (count(Standing::KeptOnTime), count(Standing::KeptLate), count(Standing::Broken));
        let had_to_be_kept = kept_on_time + kept_late + broken + self.late_open;
        ReportRow {
            key,
            made: self.by_standing.iter().sum(),
            kept_on_time,
            kept_late,
            broken,
            withdrawn: count(Standing::Withdrawn),
            open: open.saturating_sub(self.late_open),
            late_open: self.late_open,
            taken_back: count(Standing::TakenBack),
            kept_rate: (had_to_be_kept > 0).then(|| kept_on_time as f64 / had_to_be_kept as f64),
            median_delay_ms: self.median_delay,
        }
    }
}

/// The median of sorted numbers, of an even count the mean of the middle two; `None` of none.
fn median(sorted: &[i64]) -> Option<i64> {
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    sorted.get(middle.checked_sub(1)?).map(|lower| lower.midpoint(upper))
}

impl Desk {
    /// How promises were kept, by the period of their agreed due time.
    pub fn report_kept(&self, filter: &ReportFilter) -> Result<Report> {
        self.allow(Action::SeeReports)?;
        let (now, office) = (self.now(), self.office());
        let tallies = self.read(|db| match (filter.from, filter.to) {
            (None, None) => from_tally(db, filter.by, now),
            _ => recount(db, filter, now),
        })?;
        let name = |key: Key| match key {
            Key::Owner(owner) => office.member_name(owner).to_owned(),
            Key::Period(day) => period_name(filter.by, day),
        };
        let mut rows: Vec<ReportRow> =
            tallies.into_iter().map(|(key, tally)| tally.row(name(key))).filter(|row| row.made > 0).collect();
        rows.sort_by(|a, b| a.key.cmp(&b.key));
        Ok(Report { rows })
    }
}

fn period_name(by: ReportBy, number: i64) -> String {
    let Some(day) = Day::from_number(number) else { return "unknown".to_owned() };
    match by {
        ReportBy::Week => {
            let (year, week) = day.iso_week();
            format!("{year:04}-W{week:02}")
        }
        ReportBy::Owner | ReportBy::Month => format!("{:04}-{:02}", day.year(), day.month()),
    }
}

/// The key a promise is counted under.
fn key_of(by: ReportBy, owner: Id, day: i64) -> Key {
    let [(_, month), (_, week)] = Day::from_number(day).map_or([(0, day); 2], crate::cache::periods);
    match by {
        ReportBy::Owner => Key::Owner(owner),
        ReportBy::Month => Key::Period(month),
        ReportBy::Week => Key::Period(week),
    }
}

/// The report of everything, from the tally that every write keeps up to date.
fn from_tally(db: &Connection, by: ReportBy, now: Timestamp) -> Result<BTreeMap<Key, Tally>> {
    let mut tallies: BTreeMap<Key, Tally> = BTreeMap::new();
    let grain = i64::from(by == ReportBy::Week);
    let column = if by == ReportBy::Owner { "owner" } else { "period" };
    let mut statement = db.prepare_cached(&format!(
        "SELECT {column}, outcome, sum(promises) FROM report_tally WHERE grain = ?1 GROUP BY {column}, outcome"
    ))?;
    let mut rows = statement.query([grain])?;
    while let Some(row) = rows.next()? {
        let key = if by == ReportBy::Owner { Key::Owner(row.get(0)?) } else { Key::Period(row.get(0)?) };
        tallies.entry(key).or_default().add(row.get::<_, u8>(1)?.into(), row.get(2)?);
    }
    let mut late = db.prepare_cached(
        "SELECT owner, agreed_day FROM promise INDEXED BY promise_open_agreed WHERE outcome = 0 AND agreed_due_at < ?1 AND checks = 0",
    )?;
    let mut rows = late.query([now])?;
    while let Some(row) = rows.next()? {
        tallies.entry(key_of(by, row.get(0)?, row.get(1)?)).or_default().late_open += 1;
    }
    let column = match by {
        ReportBy::Owner => "owner",
        ReportBy::Month => "agreed_month",
        ReportBy::Week => "agreed_week",
    };
    // The middle one of them, or the middle two.
    let mut middle = db.prepare_cached(&format!(
        "SELECT delay_ms FROM promise WHERE outcome = 2 AND checks = 0 AND {column} = ?1
         ORDER BY delay_ms LIMIT 2 - ?2 % 2 OFFSET (?2 - 1) / 2"
    ))?;
    for (key, tally) in &mut tallies {
        let kept_late = tally.by_standing.get(Standing::KeptLate as usize).copied().unwrap_or_default();
        let key: &dyn ToSql = match key {
            Key::Owner(owner) => owner,
            Key::Period(day) => day,
        };
        let count = i64::try_from(kept_late).unwrap_or(i64::MAX);
        let delays = middle.query_map(params![key, count], |row| row.get(0))?;
        tally.median_delay = median(&delays.collect::<rusqlite::Result<Vec<i64>>>()?);
    }
    Ok(tallies)
}

/// The report of a range, counted promise by promise over a covering index.
fn recount(db: &Connection, filter: &ReportFilter, now: Timestamp) -> Result<BTreeMap<Key, Tally>> {
    let mut tallies: BTreeMap<Key, Tally> = BTreeMap::new();
    let mut statement = db.prepare_cached(
        "SELECT owner, agreed_day, outcome, delay_ms, agreed_due_at FROM promise INDEXED BY promise_report
         WHERE checks = 0 AND agreed_due_at >= ?1 AND agreed_due_at < ?2",
    )?;
    let mut delays: BTreeMap<Key, Vec<i64>> = BTreeMap::new();
    let (from, to) = (filter.from.map_or(i64::MIN, Timestamp::millis), filter.to.map_or(i64::MAX, Timestamp::millis));
    let mut rows = statement.query(params![from, to])?;
    while let Some(row) = rows.next()? {
        let outcome = usize::from(row.get::<_, u8>(2)?);
        let key = key_of(filter.by, row.get(0)?, row.get(1)?);
        let tally = tallies.entry(key).or_default();
        tally.add(outcome, 1);
        if outcome == Standing::Open as usize && row.get::<_, Timestamp>(4)? < now {
            tally.late_open += 1;
        }
        if let Some(delay) = row.get(3)? {
            delays.entry(key).or_default().push(delay);
        }
    }
    for (key, mut delays) in delays {
        delays.sort_unstable();
        tallies.entry(key).or_default().median_delay = median(&delays);
    }
    Ok(tallies)
}

/// Whether the tally agrees exactly with a recount of every promise.
pub(crate) fn tally_agrees(db: &Connection, now: Timestamp) -> Result<bool> {
    let counted = |mut tallies: BTreeMap<Key, Tally>| {
        tallies.retain(|_, tally| tally.by_standing.iter().any(|count| *count > 0));
        tallies
    };
    for by in [ReportBy::Owner, ReportBy::Month, ReportBy::Week] {
        let filter = ReportFilter { from: None, to: None, by };
        if counted(from_tally(db, by, now)?) != counted(recount(db, &filter, now)?) {
            return Ok(false);
        }
    }
    Ok(true)
}
