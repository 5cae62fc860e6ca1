//! What the bell goes by, for each open promise: narrow rows, so that looking costs little however many there are.

use crate::{error::Result, fold::PromiseState};
use rusqlite::{Connection, params};

/// Never, in milliseconds: nothing is to be told about it of itself any more.
pub(crate) const NEVER_MS: i64 = i64::MAX;

/// Caches how the reminder of a promise stands; it is to be looked at from the time on at which something may be told.
pub(super) fn put_reminder(db: &Connection, promise: &PromiseState) -> Result<()> {
    if !promise.is_open() {
        db.prepare_cached("DELETE FROM reminder WHERE promise = ?1")?.execute([promise.id])?;
        return Ok(());
    }
    let (rounds, due_at) = (&promise.rounds, promise.due.due_at);
    let told: Vec<&str> = rounds.told.iter().filter(|(due, _)| *due == due_at).map(|(_, step)| step.as_str()).collect();
    // What snoozed often is told to the managers at once, though it is quiet.
    let look_at = rounds.quieted.filter(|_| rounds.snoozes < 3).map_or(due_at, |quieted| quieted.until.max(due_at));
    db.prepare_cached(
        "INSERT OR REPLACE INTO reminder (promise, customer, owner, due_at, agreed_due_at, quiet_from, quiet_until, round,
           snoozes, answered, told, tentative, attempts, made_at, look_at, answered_at, checks, try_at, planned_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)",
    )?
    .execute(params![
        promise.id,
        promise.customer,
        promise.owner,
        due_at,
        promise.agreed.due_at,
        rounds.quieted.map(|quieted| quieted.from),
        rounds.quieted.map(|quieted| quieted.until),
        rounds.round,
        rounds.snoozes,
        rounds.answered,
        told.join(" "),
        promise.tentative,
        promise.attempts,
        promise.made_at,
        look_at,
        rounds.answered_at,
        promise.verifies.is_some(),
        promise.next_try(),
        promise.planned_at
    ])?;
    Ok(())
}
