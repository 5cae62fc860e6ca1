//! Logging a contact or a note, with the promise that came of it.

use crate::{
    cache::read_promise,
    customer::{LONGEST_TEXT, check_length},
    desk::{Desk, New, Subject, Written},
    error::{Error, Result},
    event::{Body, ContactFacts, ContactKind, Direction, Nothing, Outcome, Text},
    id::Id,
    promise::{NewPromise, PromiseRow, read_happened},
    roles::Action,
};
use serde::{Deserialize, Serialize};

/// A contact to be logged.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct NewContact {
    /// How.
    pub contact: ContactKind,
    /// Who began it.
    #[serde(default)]
    pub direction: Option<Direction>,
    /// How it ended.
    #[serde(default)]
    pub outcome: Option<Outcome>,
    /// When, if not now, as typed.
    #[serde(default)]
    pub at: Option<String>,
    /// What passed.
    #[serde(default)]
    pub text: String,
    /// What was promised.
    #[serde(default)]
    pub promise: Option<NewPromise>,
    /// The promise this was an attempt at.
    #[serde(default)]
    pub of_promise: Option<Id>,
}

/// What was logged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Logged {
    /// The entry.
    pub entry: Id,
    /// The promise made with it.
    pub promise: Option<Id>,
}

impl Desk {
    /// Logs a contact or note, and makes the promise that came of it, in one write.
    ///
    /// # Errors
    /// It says nothing at all, lies in the future, or the promise cannot be made.
    pub fn log_contact(&self, customer: Id, given: &NewContact) -> Result<Written<Logged>> {
        self.allow(Action::WriteEntries)?;
        check_length(&given.text, LONGEST_TEXT, "The entry")?;
        if given.text.trim().is_empty() && given.outcome.is_none() && given.promise.is_none() {
            return Err(Error::invalid("The entry says nothing. Write what passed, or choose how it ended."));
        }
        if given.contact == ContactKind::Note && (given.outcome.is_some() || given.direction.is_some()) {
            return Err(Error::invalid(
                "A note has no outcome and no direction. Log a call, visit or message instead.",
            ));
        }
        self.write(|writing| {
            writing.require_customer(customer)?;
            let at = read_happened(given.at.as_deref(), &writing.office.settings, writing.now)?;
            if at.is_some_and(|at| at > writing.now) {
                return Err(Error::invalid("That time has not come yet. Say when it happened."));
            }
            let (subject, matter) = match given.of_promise {
                Some(promise) => {
                    let state = read_promise(writing.db, promise)?.filter(|state| state.customer == customer);
                    let state = state.ok_or_else(|| Error::not_found("This customer has no such promise."))?;
                    if at.is_some_and(|at| at < state.made_at) {
                        return Err(Error::invalid("That is before the promise was made."));
                    }
                    (Subject::Of(promise), Some(state.matter))
                }
                None => (Subject::Nothing, None),
            };
            let text = Text { text: given.text.clone() };
            let body = match given.contact {
                ContactKind::Note => Body::NoteAdded(Nothing {}, text),
                contact => Body::ContactLogged(
                    ContactFacts { contact, direction: given.direction, outcome: given.outcome, matter },
                    text,
                ),
            };
            let entry = writing.append(New::about(customer, subject, body).at(at))?;
            let promise = match &given.promise {
                Some(new) => {
                    // What is promised in a call belongs to what the call was about, or begins with it.
                    let new = NewPromise { of: new.of.or(given.of_promise).or(Some(entry)), ..new.clone() };
                    Some(writing.make_promise(customer, &new, at)?)
                }
                None => None,
            };
            Ok(Logged { entry, promise })
        })
    }

    /// Logs an outgoing call as an attempt at a promise.
    pub fn attempt_promise(
        &self,
        promise: Id,
        outcome: Outcome,
        text: &str,
        at: Option<&str>,
    ) -> Result<Written<PromiseRow>> {
        let customer = self.show_promise(promise)?.customer;
        let contact = NewContact {
            contact: ContactKind::Call,
            direction: Some(Direction::Out),
            outcome: Some(outcome),
            at: at.map(str::to_owned),
            text: text.to_owned(),
            promise: None,
            of_promise: Some(promise),
        };
        let written = self.log_contact(customer, &contact)?;
        Ok(Written { value: self.show_promise(promise)?, change: written.change })
    }
}
