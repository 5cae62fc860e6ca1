//! A person's answer: "seen". Opening what is due is one too.

use super::{Notice, NoticeKind, read::read_one};
use crate::{
    cache::read_promise,
    desk::{Desk, New, Subject, Written},
    error::Result,
    event::{Body, Nothing, Seen},
    id::Id,
    roles::Action,
    time::Timestamp,
};
use rusqlite::Connection;

impl Desk {
    /// Notes that somebody saw what is due: nothing more is told of these due times until a snooze ends, but at openings
    /// while they are late. What is not due, quiet, closed or seen already is left as it is. Gives how many were seen.
    pub fn see_reminders(&self, promises: &[Id]) -> Result<Written<u64>> {
        self.allow(Action::WriteEntries)?;
        self.write(|writing| {
            let mut seen = 0;
            for id in promises {
                let Some(promise) = read_promise(writing.db, *id)?.filter(|promise| promise.is_open()) else {
                    continue;
                };
                let rounds = &promise.rounds;
                let is_quiet = rounds.quieted.is_some_and(|quieted| quieted.covers(writing.now));
                if rounds.answered || is_quiet || writing.now < promise.due.due_at {
                    continue;
                }
                let body =
                    Body::PromiseAcknowledged(Seen { due_at: promise.due.due_at, round: rounds.round }, Nothing {});
                writing.append(New::about(promise.customer, Subject::Of(promise.id), body))?;
                seen += 1;
            }
            Ok(seen)
        })
    }

    /// Whether nothing of a notice waits any more: every promise of it was put off, moved or closed, or answered where it is
    /// an answer that was asked for. Then it is taken off the screen.
    pub fn is_handled(&self, notice: &Notice) -> Result<bool> {
        let now = self.now();
        // What is told at an opening is late whether somebody has seen it or not.
        let asks = notice.marks.iter().any(|mark| mark.step.is_about_a_promise());
        self.read(|db| {
            for (promise, due_at) in notice.promises.iter().zip(&notice.dues) {
                if still_waits(db, notice.kind, *promise, *due_at, asks, now)? {
                    return Ok(false);
                }
            }
            Ok(!notice.promises.is_empty())
        })
    }
}

/// Whether what was announced for that due time, for the end of that offer or for that try, waits at `now`. Where it `asks` for an answer,
/// one that was answered does not.
pub(super) fn still_waits(
    db: &Connection,
    kind: NoticeKind,
    promise: Id,
    due_at: Timestamp,
    asks: bool,
    now: Timestamp,
) -> Result<bool> {
    match kind {
        NoticeKind::Offered | NoticeKind::Returned => {
            let offer = read_promise(db, promise)?.and_then(|state| state.offer).filter(|offer| offer.until == due_at);
            return Ok(offer.is_some_and(|offer| offer.is_open(now) == (kind == NoticeKind::Offered)));
        }
        NoticeKind::NextTry => {
            let state = read_promise(db, promise)?.filter(|state| now < state.due.due_at);
            return Ok(state.is_some_and(|state| state.next_try() == Some(due_at)));
        }
        NoticeKind::PassedOn => return Ok(read_promise(db, promise)?.is_some_and(|state| state.is_open())),
        NoticeKind::Due | NoticeKind::Digest | NoticeKind::Late | NoticeKind::Escalated | NoticeKind::Away => {}
    }
    let facts = read_one(db, promise)?.filter(|facts| facts.due_at == due_at);
    Ok(facts.is_some_and(|facts| !(facts.is_quiet(now) || (asks && facts.answered))))
}
