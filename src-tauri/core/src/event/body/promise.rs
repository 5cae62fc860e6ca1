//! What events of a promise say.

use crate::{
    id::Id,
    recurrence::OnClosed,
    time::{Day, Timestamp, WallTime, Zone},
};
use serde::{Deserialize, Serialize};

/// A due time: what was meant, and when that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// The moment.
    pub due_at: Timestamp,
    /// The wall time that was said.
    pub due_local: WallTime,
    /// In this zone.
    pub zone: Zone,
}

/// How a promise comes again: its place in a series of promises, each made when the one before is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repeat {
    /// The first promise of the series; `None` in that promise itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<Id>,
    /// Its number in the series, 1 for the first.
    pub number: u32,
    /// The rule, a part of RFC 5545's; kept as text, so that one of a newer version does no harm.
    pub rule: String,
    /// The day from which the rule counts, and the time of day.
    pub start: WallTime,
    /// In this zone.
    pub zone: Zone,
    /// What becomes of days on which the office is closed.
    #[serde(default)]
    pub on_closed: OnClosed,
    /// The day the rule names for this promise, which may be due on another because that one is closed.
    pub day: Day,
    /// Days of the rule that were passed over since the promise before.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub passed: u32,
    /// The event that answered the promise before, with which this one was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Id>,
}

fn is_zero(n: &u32) -> bool {
    *n == 0
}

/// Whether, and how, a promise comes again from now on; `None`: no more.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RepeatFacts {
    /// How.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeat: Option<Repeat>,
}

/// Terms of a new promise. Its first due time counts as agreed with the customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromiseFacts {
    /// The one accountable person.
    pub owner: Id,
    /// When it is due.
    #[serde(flatten)]
    pub due: Due,
    /// Whether the time is only when we decide, not yet the thing itself.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub tentative: bool,
    /// How it comes again; `None`: it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeat: Option<Repeat>,
    /// The matter it comes of: the promise or entry that one began with. `None`: one of its own, named by this promise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<Id>,
    /// The promise of a colleague's whose keeping is to be checked with the customer. `None`: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verifies: Option<Id>,
}

/// A new due time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// The new time.
    #[serde(flatten)]
    pub due: Due,
    /// Whether the customer agreed to it.
    pub agreed: bool,
}

/// A new owner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOver {
    /// Who answers for it from now on.
    pub to: Id,
    /// Whether it went over because its owner left the office: the customer was not passed on by hand.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub leaving: bool,
}

/// A colleague is asked to take a promise over. Until they say so its owner stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Who is asked.
    pub to: Id,
    /// Taken before then, or it went back: the time that was said, whatever becomes of the opening hours.
    pub until: Timestamp,
}

/// An offer was answered by the one who was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferAnswer {
    /// The event that made the offer.
    pub offer: Id,
}

/// Quiet until then; the due time stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snooze {
    /// When the reminder comes back.
    pub until: Timestamp,
    /// Whether it is the next try after one at which nobody was reached, rather than a wish for quiet.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub planned: bool,
}

/// A reminder was seen by somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// The due time it was about.
    pub due_at: Timestamp,
    /// The round of that reminder.
    pub round: u32,
}

/// Others than the owner were told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Escalation {
    /// The due time it was about.
    pub due_at: Timestamp,
    /// The step by its name, kept as text so that one of a newer version does no harm.
    pub step: String,
    /// Who was told.
    pub to: Vec<Id>,
}
