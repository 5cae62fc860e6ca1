//! Answering for a promise and making the next one, in one write: the customer was reached, and something new was said.

use super::{NewPromise, PromiseRow};
use crate::{
    cache::read_promise,
    customer::{LONGEST_TEXT, check_length},
    desk::{Desk, Written},
    error::{Error, Result},
    id::Id,
    roles::Action,
};
use serde::Serialize;

/// A promise that was kept, and the one made with the same words.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct KeptAndMade {
    /// The promise kept.
    pub kept: PromiseRow,
    /// The promise made.
    pub made: PromiseRow,
    /// What was written, in order: each can be taken back for itself.
    pub written: Vec<Id>,
}

impl Desk {
    /// Notes that a promise was kept and what showed it, and makes the next one to the same customer. Both, or neither.
    ///
    /// # Errors
    /// There is no such open promise, nothing shows that what checks a colleague's promise was done, or the next one cannot be
    /// made.
    pub fn keep_and_make(&self, promise: Id, evidence: &str, next: &NewPromise) -> Result<Written<KeptAndMade>> {
        self.allow(Action::WriteEntries)?;
        check_length(evidence, LONGEST_TEXT, "What showed it")?;
        let written = self.write(|writing| {
            let state =
                read_promise(writing.db, promise)?.ok_or_else(|| Error::not_found("There is no such promise."))?;
            let kept = writing.keep(&state, evidence, None)?;
            // What comes of a promise belongs to what that was about.
            let next = NewPromise { of: next.of.or(Some(promise)), ..next.clone() };
            Ok((kept, writing.make_promise(state.customer, &next, None)?))
        })?;
        let (answer, made) = written.value;
        let (kept, made) = (self.show_promise(promise)?, self.show_promise(made)?);
        let ids = vec![answer, made.id];
        Ok(Written { value: KeptAndMade { kept, made, written: ids }, change: written.change })
    }
}
