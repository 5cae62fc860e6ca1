//! What falls due while somebody is away: they and whoever stands in are told the working day before, at closing time.

use super::{Call, Mark, Rules, Step, Why, read::marked};
use crate::{
    error::Result,
    fold::{Absence, Member, OfficeState},
    id::Id,
    time::{DAY_MS, Timestamp},
};
use rusqlite::{Connection, params};

/// When an absence is told: at closing time of the working day before; where there is none, a day before.
fn told_from(absence: &Absence, rules: &Rules<'_>) -> Timestamp {
    let calendar = rules.calendar();
    let before = calendar.working_day(rules.zone().wall(absence.from).day(), -1);
    let closing = before.and_then(|day| calendar.closing(day));
    closing.unwrap_or_else(|| absence.from.plus_ms(-DAY_MS)).min(absence.from)
}

/// Who is to be told of absences at `now`, and when the next one is.
pub(super) fn calls(
    db: &Connection,
    office: &OfficeState,
    rules: &Rules<'_>,
    now: Timestamp,
) -> Result<(Vec<Call>, Option<Timestamp>)> {
    let (mut calls, mut next_at) = (Vec::new(), None);
    for member in office.present() {
        for absence in member.absences.iter().filter(|absence| now < absence.to) {
            let at = rules.delivery(told_from(absence, rules));
            let backup = rules.answers_for(absence.backup, absence.from);
            let told = [(member.id, Step::Away), (backup, Step::AwayBackup)];
            let mut untold = Vec::new();
            for (to, step) in told {
                if !marked(db, absence.id, absence.from, step)? {
                    untold.push((to, step));
                }
            }
            if untold.is_empty() {
                continue;
            }
            let owed = falls_due(db, member, absence, now)?;
            if owed.is_empty() {
                continue;
            }
            let quiet_end = rules.quiet_end(now);
            if now < at || quiet_end.is_some() {
                let at = at.max(quiet_end.unwrap_or(at));
                next_at = Some(next_at.map_or(at, |next: Timestamp| next.min(at)));
                continue;
            }
            for (promise, due_at) in owed {
                calls.extend(untold.iter().map(|(to, step)| Call {
                    why: Why::Away(absence.id),
                    to: *to,
                    promise,
                    due_at,
                    owner: member.id,
                    marks: vec![Mark {
                        about: absence.id,
                        due_at: absence.from,
                        step: *step,
                        customer: Id::ZERO,
                        to: vec![*to],
                    }],
                }));
            }
        }
    }
    Ok((calls, next_at))
}

/// What a member owes that falls due in an absence and is still to come.
fn falls_due(db: &Connection, member: &Member, absence: &Absence, now: Timestamp) -> Result<Vec<(Id, Timestamp)>> {
    let mut statement = db.prepare_cached(
        "SELECT id, due_at FROM promise INDEXED BY promise_owner_open
         WHERE outcome = 0 AND owner = ?1 AND due_at >= ?2 AND due_at < ?3 ORDER BY due_at, id",
    )?;
    let rows = statement
        .query_map(params![member.id, absence.from.max(now), absence.to], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
