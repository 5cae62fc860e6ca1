//! Making a promise.

use super::{PromiseRow, series::read_terms};
use crate::{
    cache::read_card,
    customer::check_text,
    desk::{Desk, New, Subject, Writing, Written},
    error::{Error, Result},
    event::{Body, PromiseFacts, Text},
    id::Id,
    recurrence::OnClosed,
    roles::Action,
    time::Timestamp,
};
use serde::Deserialize;

/// A promise to be made.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct NewPromise {
    /// What is promised, in the words used.
    pub text: String,
    /// When, as typed.
    #[serde(default)]
    pub due: String,
    /// Who answers for it, by name; the one who acts when not said.
    #[serde(default)]
    pub owner: Option<String>,
    /// Whether the time is only when we decide.
    #[serde(default)]
    pub tentative: bool,
    /// How it comes again, as typed: "every monday 10am"; what it leaves out is taken from `due`, which may be empty where
    /// nothing is left out.
    #[serde(default)]
    pub repeat: Option<String>,
    /// What becomes of closed days, where it comes again.
    #[serde(default)]
    pub on_closed: OnClosed,
    /// The promise or entry it comes of, whose matter goes on with it.
    #[serde(default)]
    pub of: Option<Id>,
    /// Whether whoever makes it for a colleague promises, too, to check with the customer that it was kept.
    #[serde(default)]
    pub verify: bool,
}

impl Desk {
    /// Makes a promise to a customer.
    ///
    /// # Errors
    /// Nothing is promised; the due time cannot be read or has passed; the owner is nobody or several; no such customer.
    pub fn make_promise(&self, customer: Id, given: &NewPromise) -> Result<Written<PromiseRow>> {
        self.allow(Action::WriteEntries)?;
        let written = self.write(|writing| writing.make_promise(customer, given, None))?;
        Ok(Written { value: self.show_promise(written.value)?, change: written.change })
    }
}

impl Writing<'_> {
    /// Writes a new promise. Gives its id.
    pub(crate) fn make_promise(&mut self, customer: Id, given: &NewPromise, at: Option<Timestamp>) -> Result<Id> {
        self.require_customer(customer)?;
        check_text(&given.text, "The promise")?;
        let owner = match &given.owner {
            Some(name) => self.office.find_member(name)?.id,
            None => self.by,
        };
        let NewPromise { due, repeat, on_closed, .. } = given;
        let (due, repeat) = read_terms(due, repeat.as_deref(), *on_closed, &self.office.settings, self.now)?;
        let matter = given.of.map(|of| self.matter_of(customer, of)).transpose()?;
        let facts = PromiseFacts { owner, due, tentative: given.tentative, repeat, matter, verifies: None };
        let body = Body::PromiseMade(facts, Text { text: given.text.clone() });
        let promise = self.append(New::about(customer, Subject::Itself, body).at(at))?;
        if given.verify && owner != self.by {
            self.promise_to_verify(customer, (promise, &given.text), due, matter, at)?;
        }
        Ok(promise)
    }

    /// Makes sure that there is such a customer and that they were not taken back.
    pub(crate) fn require_customer(&self, customer: Id) -> Result<()> {
        match read_card(self.db, customer)? {
            Some((_, true)) => Ok(()),
            Some((_, false)) => Err(Error::refused("This customer was taken back. Bring them back first.")),
            None => Err(Error::not_found("There is no such customer.")),
        }
    }
}
