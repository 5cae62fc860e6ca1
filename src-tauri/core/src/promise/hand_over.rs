//! Another owner.

use super::{PromiseRow, check_happened, due::read_happened, require_open};
use crate::{
    desk::{Desk, New, Subject, Written},
    error::{Error, Result},
    event::{Body, HandOver, Nothing},
    id::Id,
};

impl Desk {
    /// Hands a promise to a colleague, by name, at once.
    pub fn hand_over_promise(&self, promise: Id, to: &str, at: Option<&str>) -> Result<Written<PromiseRow>> {
        self.write_promise(promise, |writing, state| {
            require_open(state)?;
            let to = writing.office.find_member(to)?.id;
            if to == state.owner {
                return Err(Error::invalid("The promise is theirs already."));
            }
            let at = read_happened(at, &writing.office.settings, writing.now)?;
            check_happened(at, state, writing.now)?;
            let body = Body::PromiseHandedOver(HandOver { to, leaving: false }, Nothing {});
            writing.append(New::about(state.customer, Subject::Of(promise), body).at(at)).map(drop)
        })
    }
}
