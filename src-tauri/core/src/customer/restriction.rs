//! Marking how a customer may not be reached, and lifting that.

use super::{CustomerDetail, check::LONGEST_LINE, check_length, check_text};
use crate::{
    cache::read_restrictions,
    desk::{Desk, New, Subject, Written},
    error::Result,
    event::{AllowanceFacts, Body, Channel, Reason, RestrictionFacts},
    fold::{OfficeState, Restriction},
    id::Id,
    roles::Action,
    time::Timestamp,
};
use serde::Serialize;

/// A way in which a customer may not be reached, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Restricted {
    /// This way.
    pub channel: Channel,
    /// Why, in the words of whoever marked it first.
    pub reason: String,
    /// Since when.
    #[ts(type = "string")]
    pub since: Timestamp,
    /// Who marked it.
    pub by: String,
}

impl Restricted {
    /// Restrictions with the names of those who made them.
    pub(crate) fn shown(restrictions: Vec<Restriction>, office: &OfficeState) -> Vec<Restricted> {
        let shown = |one: Restriction| Restricted {
            channel: one.channel,
            by: office.member_name(one.by).to_owned(),
            reason: one.reason,
            since: one.since,
        };
        restrictions.into_iter().map(shown).collect()
    }
}

/// What was noted about a customer.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct CustomerNoted {
    /// The entry, by which it can be taken back; `None` where it was so already.
    pub entry: Option<Id>,
    /// The customer as they are now.
    pub customer: CustomerDetail,
}

impl Desk {
    /// Forbids reaching a customer in these ways, for a reason. What is forbidden already is not written again.
    ///
    /// # Errors
    /// There is no such customer, or no reason.
    pub fn restrict_contact(&self, customer: Id, channels: &[Channel], reason: &str) -> Result<Written<CustomerNoted>> {
        self.allow(Action::WriteCustomers)?;
        check_reason(reason)?;
        let written = self.write(|writing| {
            writing.require_customer(customer)?;
            let known = read_restrictions(writing.db, customer)?;
            let channels: Vec<Channel> = Channel::ALL
                .into_iter()
                .filter(|one| channels.contains(one) && !known.iter().any(|known| known.channel == *one))
                .collect();
            if channels.is_empty() {
                return Ok(None);
            }
            let body = Body::ContactRestricted(RestrictionFacts { channels }, words(reason));
            writing.append(New::about(customer, Subject::Of(customer), body)).map(Some)
        })?;
        Ok(Written {
            value: CustomerNoted { entry: written.value, customer: self.show_customer(customer)? },
            change: written.change,
        })
    }

    /// Lifts what forbids reaching a customer in these ways, for a reason. A manager's.
    ///
    /// # Errors
    /// There is no such customer, or no reason.
    pub fn allow_contact(&self, customer: Id, channels: &[Channel], reason: &str) -> Result<Written<CustomerNoted>> {
        self.allow(Action::LiftRestriction)?;
        check_reason(reason)?;
        let written = self.write(|writing| {
            writing.require_customer(customer)?;
            let lifted = read_restrictions(writing.db, customer)?;
            let lifted: Vec<_> = lifted.into_iter().filter(|one| channels.contains(&one.channel)).collect();
            if lifted.is_empty() {
                return Ok(None);
            }
            let mut marks: Vec<Id> = lifted.iter().flat_map(|one| one.marks.iter().copied()).collect();
            marks.sort();
            marks.dedup();
            let facts = AllowanceFacts { channels: lifted.iter().map(|one| one.channel).collect(), marks };
            let body = Body::ContactAllowed(facts, words(reason));
            writing.append(New::about(customer, Subject::Of(customer), body)).map(Some)
        })?;
        Ok(Written {
            value: CustomerNoted { entry: written.value, customer: self.show_customer(customer)? },
            change: written.change,
        })
    }
}

fn check_reason(reason: &str) -> Result<()> {
    check_text(reason, "The reason")?;
    check_length(reason, LONGEST_LINE, "The reason")
}

fn words(reason: &str) -> Reason {
    Reason { reason: reason.trim().to_owned() }
}

/// Ways of reaching somebody as a sentence names them: `calls and e-mail`.
pub(crate) fn named(channels: &[Channel]) -> String {
    let names: Vec<&str> = Channel::ALL
        .into_iter()
        .filter(|channel| channels.contains(channel))
        .map(|channel| match channel {
            Channel::Call => "calls",
            Channel::Email => "e-mail",
            Channel::Letter => "letters",
            Channel::Message => "messages",
        })
        .collect();
    match names.as_slice() {
        [] => "nothing".to_owned(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
