//! What is told before a promise is due: that the time has come for which its next try was planned, or until which somebody
//! put it off. It is told once, to whoever answers for it, unless the customer was spoken with since; at its due time the
//! promise rings as ever.
//!
//! Marks are keyed by the promise and the time of the try, so that a later try is told as well.

use super::{Call, Mark, Rules, Step, Why};
use crate::{
    cache::read_restrictions,
    error::Result,
    event::{Body, Channel},
    id::Id,
    log,
    time::Timestamp,
};
use rusqlite::Connection;

/// A try whose time has come.
struct Planned {
    promise: Id,
    customer: Id,
    owner: Id,
    try_at: Timestamp,
    /// When it was planned after a try; `None`: somebody wanted to hear of it then.
    planned_at: Option<Timestamp>,
}

impl Planned {
    /// Whether the customer was spoken with since, or is not to be called any more: then there is nobody to try.
    fn is_needless(&self, db: &Connection) -> Result<bool> {
        let Some(planned_at) = self.planned_at else { return Ok(false) };
        if read_restrictions(db, self.customer)?.iter().any(|one| one.channel == Channel::Call) {
            return Ok(true);
        }
        for event in log::contacts_since(db, self.customer, planned_at)? {
            if let Some(Body::ContactLogged(facts, _)) = event.body()?
                && facts.is_conversation()
            {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Who is to be told of tries at `now`, and when to ask again.
pub(super) fn calls(db: &Connection, rules: &Rules<'_>, now: Timestamp) -> Result<(Vec<Call>, Option<Timestamp>)> {
    let next: Option<Timestamp> = db
        .prepare_cached("SELECT min(try_at) FROM reminder INDEXED BY reminder_try WHERE try_at > ?1")?
        .query_row([now], |row| row.get(0))?;
    let untold = untold(db, now)?;
    if let Some(end) = rules.quiet_end(now).filter(|_| !untold.is_empty()) {
        return Ok((Vec::new(), next.into_iter().chain([end]).min()));
    }
    let call = |planned: Planned| {
        let to = rules.answers_for(planned.owner, now);
        let mark = Mark {
            about: planned.promise,
            due_at: planned.try_at,
            step: Step::NextTry,
            customer: planned.customer,
            to: vec![to],
        };
        Call {
            why: Why::NextTry,
            to,
            promise: planned.promise,
            due_at: planned.try_at,
            owner: planned.owner,
            marks: vec![mark],
        }
    };
    Ok((untold.into_iter().map(call).collect(), next))
}

/// The tries whose time has come, of promises that are not due yet, that nobody was told.
fn untold(db: &Connection, now: Timestamp) -> Result<Vec<Planned>> {
    let mut statement = db.prepare_cached(
        "SELECT r.promise, r.customer, r.owner, r.try_at, r.planned_at FROM reminder r INDEXED BY reminder_try
         WHERE r.try_at <= ?1 AND r.due_at > ?1 AND NOT EXISTS (SELECT 1 FROM reminder_mark m
           WHERE m.promise = r.promise AND m.due_at = r.try_at AND m.step = 'next-try' AND m.shown_at IS NOT NULL)
         ORDER BY r.try_at, r.promise",
    )?;
    let rows = statement.query_map([now], |row| {
        Ok(Planned {
            promise: row.get(0)?,
            customer: row.get(1)?,
            owner: row.get(2)?,
            try_at: row.get(3)?,
            planned_at: row.get(4)?,
        })
    })?;
    let mut untold = Vec::new();
    for planned in rows {
        let planned = planned?;
        if !planned.is_needless(db)? {
            untold.push(planned);
        }
    }
    Ok(untold)
}
