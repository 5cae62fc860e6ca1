//! Putting a reminder off. The due time stands, and late stays late.

use super::{PromiseRow, due::read_when, require_open};
use crate::{
    desk::{Desk, New, Subject, Written},
    error::{Code, Error, Result},
    event::{Body, Nothing, Snooze},
    id::Id,
    when::Sense,
};

impl Desk {
    /// Keeps the reminder of a promise quiet until then.
    pub fn snooze_promise(&self, promise: Id, until: &str) -> Result<Written<PromiseRow>> {
        self.write_promise(promise, |writing, state| {
            require_open(state)?;
            let until = read_when(until, &writing.office.settings, writing.now, Sense::Due)?.at;
            if until <= writing.now {
                return Err(Error::new(Code::Past, "That time has passed already. Give one that is still to come."));
            }
            let body = Body::PromiseSnoozed(Snooze { until, planned: false }, Nothing {});
            writing.append(New::about(state.customer, Subject::Of(promise), body)).map(drop)
        })
    }
}
