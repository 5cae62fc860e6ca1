//! Another due time.

use super::{
    PromiseRow, check_happened,
    due::{read_due, read_happened},
    require_open,
};
use crate::{
    desk::{Desk, New, Subject, Written},
    error::Result,
    event::{Body, Moved, Nothing},
    id::Id,
};

impl Desk {
    /// Moves a promise. With the customer's agreement the new time is what they may hold us to; without it only queue
    /// and bell follow, and late stays late.
    pub fn move_promise(&self, promise: Id, due: &str, agreed: bool, at: Option<&str>) -> Result<Written<PromiseRow>> {
        self.write_promise(promise, |writing, state| {
            require_open(state)?;
            let at = read_happened(at, &writing.office.settings, writing.now)?;
            check_happened(at, state, writing.now)?;
            let due = read_due(due, &writing.office.settings, writing.now)?;
            let body = Body::PromiseMoved(Moved { due, agreed }, Nothing {});
            writing.append(New::about(state.customer, Subject::Of(promise), body).at(at))?;
            writing.move_verifying(promise, due, agreed)
        })
    }
}
