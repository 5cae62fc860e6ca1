//! Answering for a promise: kept, broken, or no longer wanted.

use super::{PromiseRow, check_happened, due::read_happened, require_open};
use crate::{
    customer::{LONGEST_TEXT, check_length, check_text},
    desk::{Desk, New, Subject, Writing, Written},
    error::{Error, Result},
    event::{Body, Evidence, Nothing, Reason},
    fold::PromiseState,
    id::Id,
    time::Timestamp,
};

impl Desk {
    /// Notes that a promise was kept, and what showed it. `at`: when, if not now.
    ///
    /// # Errors
    /// There is no such open promise, that moment cannot be, or nothing shows that what checks a colleague's promise was done.
    pub fn keep_promise(&self, promise: Id, evidence: &str, at: Option<&str>) -> Result<Written<PromiseRow>> {
        check_length(evidence, LONGEST_TEXT, "What showed it")?;
        self.write_promise(promise, |writing, state| {
            let at = writing.happened(state, at)?;
            writing.keep(state, evidence, at).map(drop)
        })
    }

    /// Notes that a promise could not be kept, and why.
    pub fn break_promise(&self, promise: Id, reason: &str, at: Option<&str>) -> Result<Written<PromiseRow>> {
        let body = Body::PromiseBroken(Nothing {}, Reason { reason: reason.to_owned() });
        self.give_up(promise, reason, body, at)
    }

    /// Notes that the customer no longer wants it, and why.
    pub fn withdraw_promise(&self, promise: Id, reason: &str, at: Option<&str>) -> Result<Written<PromiseRow>> {
        let body = Body::PromiseWithdrawn(Nothing {}, Reason { reason: reason.to_owned() });
        self.give_up(promise, reason, body, at)
    }

    fn give_up(&self, promise: Id, reason: &str, body: Body, at: Option<&str>) -> Result<Written<PromiseRow>> {
        check_text(reason, "The reason")?;
        self.write_promise(promise, |writing, state| {
            let at = writing.happened(state, at)?;
            let answer = writing.append(New::about(state.customer, Subject::Of(promise), body).at(at))?;
            // Of what was not kept, or is not wanted, there is nothing to ask.
            writing.withdraw_verifying(promise, reason)?;
            writing.make_next(state, answer)
        })
    }
}

impl Writing<'_> {
    /// When the end of an open promise happened, as typed.
    fn happened(&self, promise: &PromiseState, at: Option<&str>) -> Result<Option<Timestamp>> {
        require_open(promise)?;
        let at = read_happened(at, &self.office.settings, self.now)?;
        check_happened(at, promise, self.now)?;
        Ok(at)
    }

    /// Notes that an open promise was kept, with all that follows from it, and gives the event that says so.
    ///
    /// # Errors
    /// It is not open, or nothing shows that what checks a colleague's promise was done.
    pub(super) fn keep(&mut self, promise: &PromiseState, evidence: &str, at: Option<Timestamp>) -> Result<Id> {
        require_open(promise)?;
        if promise.verifies.is_some() && evidence.trim().is_empty() {
            return Err(Error::invalid("Say what showed it: ask the customer, and write what they said."));
        }
        let body = Body::PromiseKept(Nothing {}, Evidence { evidence: evidence.to_owned() });
        let answer = self.append(New::about(promise.customer, Subject::Of(promise.id), body).at(at))?;
        self.hasten_verifying(promise.id)?;
        self.make_next(promise, answer)?;
        Ok(answer)
    }
}
