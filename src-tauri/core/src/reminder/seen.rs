//! A person's answer: "seen". Opening what is due is one too.

use super::{Notice, read::read_one};
use crate::{
    cache::read_promise,
    desk::{Desk, New, Subject, Written},
    error::Result,
    event::{Body, Nothing, Seen},
    id::Id,
    roles::Action,
};

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

    /// Whether nothing of a notice waits any more: every promise of it was answered, put off, moved or closed. Then it is
    /// taken off the screen.
    pub fn is_handled(&self, notice: &Notice) -> Result<bool> {
        let now = self.now();
        self.read(|db| {
            for mark in &notice.marks {
                if !mark.step.is_about_a_promise() {
                    continue;
                }
                let facts = read_one(db, mark.about)?.filter(|facts| facts.due_at == mark.due_at);
                if facts.is_some_and(|facts| !facts.answered && !facts.is_quiet(now)) {
                    return Ok(false);
                }
            }
            Ok(notice.marks.iter().any(|mark| mark.step.is_about_a_promise()))
        })
    }
}
