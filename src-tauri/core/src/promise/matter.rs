//! The matter of a promise or an entry: what it began with, which everything that comes of it carries.

use crate::{
    cache::read_promise,
    desk::Writing,
    error::{Error, Result},
    event::Body,
    id::Id,
    log,
};

impl Writing<'_> {
    /// The matter of a promise or entry of a customer.
    ///
    /// # Errors
    /// This customer has none of that id.
    pub(crate) fn matter_of(&self, customer: Id, of: Id) -> Result<Id> {
        let unknown = || Error::not_found("This customer has no such promise or entry.");
        if let Some(promise) = read_promise(self.db, of)? {
            return if promise.customer == customer { Ok(promise.matter) } else { Err(unknown()) };
        }
        let entry = log::find(self.db, of)?.filter(|entry| entry.customer == customer).ok_or_else(unknown)?;
        match entry.body()? {
            Some(Body::ContactLogged(facts, _)) => Ok(facts.matter.unwrap_or(entry.id)),
            Some(Body::NoteAdded(..)) => match entry.subject.map(|of| read_promise(self.db, of)).transpose()?.flatten()
            {
                Some(promise) => Ok(promise.matter),
                None => Ok(entry.id),
            },
            _ => Err(unknown()),
        }
    }
}
