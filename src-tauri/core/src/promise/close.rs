//! Answering for a promise: kept, broken, or no longer wanted.

use super::{PromiseRow, check_happened, due::read_happened, require_open};
use crate::{
    customer::{LONGEST_TEXT, check_length, check_text},
    desk::{Desk, New, Subject, Written},
    error::Result,
    event::{Body, Evidence, Nothing, Reason},
    id::Id,
};

impl Desk {
    /// Notes that a promise was kept, and what showed it. `at`: when, if not now.
    pub fn keep_promise(&self, promise: Id, evidence: &str, at: Option<&str>) -> Result<Written<PromiseRow>> {
        check_length(evidence, LONGEST_TEXT, "What showed it")?;
        self.close_promise(promise, Body::PromiseKept(Nothing {}, Evidence { evidence: evidence.to_owned() }), at)
    }

    /// Notes that a promise could not be kept, and why.
    pub fn break_promise(&self, promise: Id, reason: &str, at: Option<&str>) -> Result<Written<PromiseRow>> {
        check_text(reason, "The reason")?;
        self.close_promise(promise, Body::PromiseBroken(Nothing {}, Reason { reason: reason.to_owned() }), at)
    }

    /// Notes that the customer no longer wants it, and why.
    pub fn withdraw_promise(&self, promise: Id, reason: &str, at: Option<&str>) -> Result<Written<PromiseRow>> {
        check_text(reason, "The reason")?;
        self.close_promise(promise, Body::PromiseWithdrawn(Nothing {}, Reason { reason: reason.to_owned() }), at)
    }

    fn close_promise(&self, promise: Id, body: Body, at: Option<&str>) -> Result<Written<PromiseRow>> {
        self.write_promise(promise, |writing, state| {
            require_open(state)?;
            let at = read_happened(at, &writing.office.settings, writing.now)?;
            check_happened(at, state, writing.now)?;
            let answer = writing.append(New::about(state.customer, Subject::Of(promise), body).at(at))?;
            writing.make_next(state, answer)
        })
    }
}
