//! Who will be let down in the next hours of work, worst first.

use super::standing_in::owners;
use crate::{
    desk::Desk,
    error::Result,
    id::Id,
    promise::{PromiseRow, show_row},
    time::{DAY_MS, HOUR_MS, MINUTE_MS, Timestamp},
};
use rusqlite::{Connection, params};
use serde::Serialize;

/// How far ahead is looked, in working time.
const AHEAD_MS: i64 = 4 * HOUR_MS;
/// How far back a customer's missed due times count.
const MEMORY_MS: i64 = 90 * DAY_MS;
/// The most of each kind that weigh: beyond, trust is gone.
const MOST_COUNTED: u32 = 3;
/// The most promises that are looked at and the most that are shown.
const MOST_LOOKED_AT: usize = 500;
const MOST: usize = 50;

/// A promise that breaks soon.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Risk {
    /// The promise.
    pub promise: PromiseRow,
    /// Whole minutes of working time until the agreed time passes.
    pub minutes: u64,
    /// What trust would be lost, as a weight: 1, and 1 more for everything that `why` names or counts.
    pub weight: u32,
    /// What makes it worse, each a few words.
    pub why: Vec<String>,
}

/// What breaks within the next four hours of work.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Risks {
    /// Worst first: by weight over the minutes left, then by the agreed time. At most fifty.
    pub risks: Vec<Risk>,
    /// Until when was looked.
    #[ts(type = "string")]
    pub until: Timestamp,
    /// How many there are in all.
    pub total: u64,
}

impl Desk {
    /// Who will be let down in the next four hours of work: open promises whose agreed time passes by then, of a member or of
    /// everybody. Those that are late already are in the queue.
    ///
    /// # Errors
    /// There is no such member.
    pub fn risk(&self, owner: Option<&str>) -> Result<Risks> {
        let (now, office) = (self.now(), self.office());
        let owner = owner.map(|name| office.find_member(name).map(|member| member.id)).transpose()?;
        let calendar = office.settings.calendar();
        let until = calendar.after_working_ms(now, AHEAD_MS).unwrap_or_else(|| now.plus_ms(AHEAD_MS));
        self.read(|db| {
            let whose = owners(&office, owner, now);
            let breaking = breaking(db, whose.as_deref(), now, until)?;
            let total = breaking.len() as u64;
            let mut risks = Vec::new();
            for promise in breaking.into_iter().take(MOST_LOOKED_AT) {
                let row = show_row(db, &office, promise, now)?;
                let left_ms = calendar.working_ms(now, row.agreed_due_at);
                risks.push(weigh(db, row, left_ms, now)?);
            }
            // Fractions are compared by their products: weight over minutes, and a minute at least.
            risks.sort_by(|a, b| {
                let (here, there) = (u64::from(a.weight) * b.minutes.max(1), u64::from(b.weight) * a.minutes.max(1));
                there.cmp(&here).then(a.promise.agreed_due_at.cmp(&b.promise.agreed_due_at))
            });
            risks.truncate(MOST);
            Ok(Risks { risks, until, total })
        })
    }
}

/// Open promises of those owners whose agreed time passes between the two, by that time.
fn breaking(db: &Connection, whose: Option<&[Id]>, now: Timestamp, until: Timestamp) -> Result<Vec<Id>> {
    let mut statement = db.prepare_cached(
        "SELECT id, owner FROM promise INDEXED BY promise_open_agreed
         WHERE outcome = 0 AND agreed_due_at >= ?1 AND agreed_due_at <= ?2 ORDER BY agreed_due_at, id",
    )?;
    let rows = statement.query_map([now, until], |row| Ok((row.get(0)?, row.get::<_, Id>(1)?)))?;
    let mut found = Vec::new();
    for row in rows {
        let (id, owner) = row?;
        if whose.is_none_or(|whose| whose.contains(&owner)) {
            found.push(id);
        }
    }
    Ok(found)
}

fn weigh(db: &Connection, row: PromiseRow, left_ms: i64, now: Timestamp) -> Result<Risk> {
    let missed = missed_before(db, row.customer, now)?.min(MOST_COUNTED);
    let moved = row.moved.min(MOST_COUNTED);
    let mut why = Vec::new();
    match missed {
        0 => {}
        1 => why.push("1 missed due time in 90 days".to_owned()),
        MOST_COUNTED => why.push(format!("{MOST_COUNTED} or more missed due times in 90 days")),
        n => why.push(format!("{n} missed due times in 90 days")),
    }
    match moved {
        0 => {}
        1 => why.push("moved once".to_owned()),
        2 => why.push("moved twice".to_owned()),
        _ => why.push(format!("moved {} times", row.moved)),
    }
    let untried = row.attempts == 0;
    if untried {
        why.push("nobody has tried yet".to_owned());
    }
    if let Some(answers) = &row.answers {
        why.push(format!("{} is away, {answers} answers", row.owner));
    }
    let weight = 1 + missed + moved + u32::from(untried) + u32::from(row.answers.is_some());
    let minutes = u64::try_from(left_ms / MINUTE_MS).unwrap_or_default();
    Ok(Risk { promise: row, minutes, weight, why })
}

/// How many due times promised to a customer passed unkept in the days that are remembered.
fn missed_before(db: &Connection, customer: Id, now: Timestamp) -> Result<u32> {
    let mut statement =
        db.prepare_cached("SELECT count(*) FROM missed_due WHERE customer = ?1 AND due_at >= ?2 AND due_at < ?3")?;
    let count: i64 = statement.query_row(params![customer, now.plus_ms(-MEMORY_MS), now], |row| row.get(0))?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}
