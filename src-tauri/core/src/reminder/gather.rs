//! Everything that is to be told at a moment, and when to ask again.

use super::{
    Call, Rules, Step, away,
    call::calls,
    hand_over,
    ladder::decide,
    next_try, opening,
    read::{Which, marked, read},
};
use crate::{cache::NEVER_MS, error::Result, fold::OfficeState, id::Id, time::Timestamp};
use rusqlite::Connection;
use std::collections::HashMap;

/// When a promise is to be looked at again, if it still stands as it was looked at.
pub(super) struct Moved {
    pub(super) promise: Id,
    pub(super) round: u32,
    pub(super) answered: bool,
    pub(super) from_ms: i64,
    pub(super) to_ms: i64,
}

/// What is to be told.
#[derive(Default)]
pub(super) struct Gathered {
    /// By due time.
    pub(super) calls: Vec<Call>,
    /// When to ask again.
    pub(super) next_at: Option<Timestamp>,
    /// The promises to be looked at at another time.
    pub(super) moved: Vec<Moved>,
    /// Those not due yet that a clock which ran ahead had put off: with when they were to be looked at, and are due.
    pub(super) put_off: Vec<(Id, i64, Timestamp)>,
    /// Rows that could not be read.
    pub(super) unread: Vec<String>,
    /// The opening that was looked at.
    pub(super) opening: Option<Timestamp>,
}

/// What is to be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    /// All that is due, or only what is to be looked at by now.
    pub(super) everything: bool,
    /// The opening whose late promises were told already.
    pub(super) opening: Option<Timestamp>,
}

fn earlier(a: Option<Timestamp>, b: Option<Timestamp>) -> Option<Timestamp> {
    a.into_iter().chain(b).min()
}

/// Looks at what may have to be told at `now`.
pub(super) fn gather(db: &Connection, office: &OfficeState, look: Look, now: Timestamp) -> Result<Gathered> {
    let rules = Rules::of(office);
    let mut gathered = Gathered::default();
    let which = if look.everything { Which::Due } else { Which::ToLookAt };
    let rows = read(db, which, now)?;
    gathered.unread = rows.unread;
    for seen in &rows.seen {
        let decision = decide(&seen.facts, &rules, now);
        gathered.next_at = earlier(gathered.next_at, decision.next_at);
        // What is to be told stays to be looked at until it was shown.
        let to_ms = match decision.next_at {
            _ if !decision.steps.is_empty() => seen.look_at.min(now.millis()),
            next_at => next_at.map_or(NEVER_MS, Timestamp::millis),
        };
        if to_ms != seen.look_at {
            let (facts, from_ms) = (&seen.facts, seen.look_at);
            let (promise, round, answered) = (facts.promise, facts.round, facts.answered);
            gathered.moved.push(Moved { promise, round, answered, from_ms, to_ms });
        }
        gathered.calls.extend(calls(&seen.facts, &decision));
    }
    if look.everything {
        gathered.put_off = put_off(db, now)?;
    }
    gathered.next_at = earlier(gathered.next_at, next_look(db, which, now)?);
    at_opening(db, &rules, look, now, &mut gathered)?;
    let (handed, next_at) = hand_over::calls(db, &rules, now)?;
    gathered.calls.extend(handed);
    gathered.next_at = earlier(gathered.next_at, next_at);
    let (tries, next_at) = next_try::calls(db, &rules, now)?;
    gathered.calls.extend(tries);
    gathered.next_at = earlier(gathered.next_at, next_at);
    let (absences, next_at) = away::calls(db, office, &rules, now)?;
    gathered.calls.extend(absences);
    gathered.next_at = earlier(gathered.next_at, next_at);
    Ok(gathered)
}

/// Promises that are not due yet and are to be looked at later than that.
fn put_off(db: &Connection, now: Timestamp) -> Result<Vec<(Id, i64, Timestamp)>> {
    let mut statement = db.prepare_cached(
        "SELECT promise, look_at, due_at FROM reminder INDEXED BY reminder_look
         WHERE look_at > ?1 AND due_at > ?1 AND look_at > due_at",
    )?;
    let rows = statement.query_map([now], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// When the next promise is to be looked at that was not looked at now.
fn next_look(db: &Connection, which: Which, now: Timestamp) -> Result<Option<Timestamp>> {
    let sql = match which {
        Which::ToLookAt => "SELECT min(look_at) FROM reminder WHERE look_at > ?1 AND look_at < ?2",
        Which::Due => "SELECT min(due_at) FROM reminder WHERE due_at > ?1 AND due_at < ?2",
    };
    Ok(db.prepare_cached(sql)?.query_row(rusqlite::params![now, NEVER_MS], |row| row.get(0))?)
}

/// What is late at today's opening, if it has come and was not looked at yet.
fn at_opening(db: &Connection, rules: &Rules<'_>, look: Look, now: Timestamp, gathered: &mut Gathered) -> Result<()> {
    let is_any_due: bool = db
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM reminder WHERE due_at < ?1)")?
        .query_row([now], |row| row.get(0))?;
    if !is_any_due {
        return Ok(());
    }
    gathered.next_at = earlier(gathered.next_at, opening::next_opening(rules, now));
    let Some(opening) = opening::opening(rules, now) else { return Ok(()) };
    if look.opening == Some(opening) {
        gathered.opening = Some(opening);
        return Ok(());
    }
    if let Some(end) = rules.quiet_end(now) {
        gathered.next_at = earlier(gathered.next_at, Some(end));
        return Ok(());
    }
    let mut told: HashMap<(Id, Step), bool> = HashMap::new();
    let rows = read(db, Which::Due, now)?;
    let before = gathered.calls.len();
    for seen in rows.seen.iter().filter(|seen| opening::is_late_at(&seen.facts, rules, opening, now)) {
        let answers = rules.answers_for(seen.facts.owner, now);
        let managers = rules.managers(seen.facts.owner, now).into_iter().map(|manager| (manager, Step::OpeningOthers));
        for (to, step) in [(answers, Step::Opening)].into_iter().chain(managers) {
            if let std::collections::hash_map::Entry::Vacant(unknown) = told.entry((to, step)) {
                unknown.insert(marked(db, to, opening, step)?);
            }
        }
        let is_told = |to: Id, step: Step| told.get(&(to, step)).copied().unwrap_or_default();
        gathered.calls.extend(opening::calls(&seen.facts, rules, opening, now, &is_told));
    }
    // What is not shown yet is looked at again.
    gathered.opening = Some(opening).filter(|_| gathered.calls.len() == before);
    Ok(())
}
