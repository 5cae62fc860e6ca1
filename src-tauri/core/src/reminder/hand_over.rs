//! What is told about hand-overs: to whoever is asked to take a promise over, to its owner when nobody took it, and to the
//! managers when a matter is passed on for the third time.
//!
//! Marks are keyed by the offer and the time at which it goes back, so that each is told once, also over a restart.

use super::{Call, Mark, Rules, Step, Why};
use crate::{
    error::Result,
    id::Id,
    time::{DAY_MS, Timestamp},
};
use rusqlite::{Connection, params};

/// An offer that nobody has taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfferFacts {
    /// The promise.
    pub promise: Id,
    /// The event that made the offer.
    pub offer: Id,
    /// To whom it was promised.
    pub customer: Id,
    /// Whose it is.
    pub owner: Id,
    /// Who made the offer.
    pub giver: Id,
    /// Who is asked.
    pub taker: Id,
    /// Taken before then, or it goes back.
    pub until: Timestamp,
    /// Whether whoever is asked said no.
    pub declined: bool,
}

/// What is to be told about an offer at `now`: the step and whom, and when to ask again. The same facts always give the same
/// answer.
pub fn decide_offer(
    facts: &OfferFacts,
    rules: &Rules<'_>,
    now: Timestamp,
) -> (Option<(Step, Vec<Id>)>, Option<Timestamp>) {
    let is_back = facts.declined || now >= facts.until;
    let goes_back = Some(facts.until).filter(|_| !is_back);
    if let Some(end) = rules.quiet_end(now) {
        return (None, Some(goes_back.map_or(end, |until| until.min(end))));
    }
    if !is_back {
        return (Some((Step::Offered, vec![facts.taker])), goes_back);
    }
    let mut to = vec![rules.answers_for(facts.owner, now)];
    // Whoever handed over what is another's, as a manager does, hears that it did not work.
    let giver = rules.answers_for(facts.giver, now);
    if !to.contains(&giver) {
        to.push(giver);
    }
    (Some((Step::Returned, to)), None)
}

/// Older ones that went back are no news.
const NEWS_MS: i64 = 30 * DAY_MS;

/// Who is to be told of hand-overs at `now`, and when to ask again.
pub(super) fn calls(db: &Connection, rules: &Rules<'_>, now: Timestamp) -> Result<(Vec<Call>, Option<Timestamp>)> {
    let (mut calls, mut next_at) = (Vec::new(), None);
    for (facts, is_told) in untold(db, now)? {
        let (step, ask_at) = decide_offer(&facts, rules, now);
        next_at = next_at.into_iter().chain(ask_at).min();
        let Some((step, to)) = step.filter(|(step, _)| *step != Step::Offered || !is_told) else { continue };
        let why = if step == Step::Offered { Why::Offered } else { Why::Returned };
        for person in &to {
            let mark = Mark { about: facts.offer, due_at: facts.until, step, customer: facts.customer, to: to.clone() };
            calls.push(Call {
                why,
                to: *person,
                promise: facts.promise,
                due_at: facts.until,
                owner: facts.owner,
                marks: vec![mark],
            });
        }
    }
    if rules.quiet_end(now).is_none() {
        passed_on(db, rules, now, &mut calls)?;
    }
    Ok((calls, next_at))
}

/// Offers that nobody took, of which something is to be told, with whether whoever is asked knows already.
fn untold(db: &Connection, now: Timestamp) -> Result<Vec<(OfferFacts, bool)>> {
    let mut statement = db.prepare_cached(
        "SELECT o.promise, o.offer, o.customer, o.owner, o.giver, o.taker, o.until_at, o.declined,
           EXISTS (SELECT 1 FROM reminder_mark m WHERE m.promise = o.offer AND m.due_at = o.until_at
             AND m.step = 'offered' AND m.shown_at IS NOT NULL)
         FROM offer o INDEXED BY offer_until
         WHERE o.until_at > ?1 AND NOT EXISTS (SELECT 1 FROM reminder_mark m WHERE m.promise = o.offer
           AND m.due_at = o.until_at AND m.step = 'returned' AND m.shown_at IS NOT NULL)
         ORDER BY o.until_at, o.promise",
    )?;
    let rows = statement.query_map([now.plus_ms(-NEWS_MS)], |row| {
        Ok((
            OfferFacts {
                promise: row.get(0)?,
                offer: row.get(1)?,
                customer: row.get(2)?,
                owner: row.get(3)?,
                giver: row.get(4)?,
                taker: row.get(5)?,
                until: row.get(6)?,
                declined: row.get(7)?,
            },
            row.get(8)?,
        ))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Matters that were passed on for the third time, of which the managers do not know.
fn passed_on(db: &Connection, rules: &Rules<'_>, now: Timestamp, calls: &mut Vec<Call>) -> Result<()> {
    let mut statement = db.prepare_cached(
        "SELECT h.promise, h.at, p.customer, p.owner FROM hop h INDEXED BY hop_third JOIN promise p ON p.id = h.promise
         WHERE h.number = 3 AND h.untold = 1 ORDER BY h.at, h.promise",
    )?;
    let mut rows = statement.query(params![])?;
    while let Some(row) = rows.next()? {
        let (promise, at, customer, owner): (Id, Timestamp, Id, Id) =
            (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        let to = rules.managers(owner, now);
        for manager in &to {
            let mark = Mark { about: promise, due_at: at, step: Step::PassedOn, customer, to: to.clone() };
            calls.push(Call { why: Why::PassedOn, to: *manager, promise, due_at: at, owner, marks: vec![mark] });
        }
    }
    Ok(())
}
