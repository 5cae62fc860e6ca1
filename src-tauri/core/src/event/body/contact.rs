//! What the event of a call, a visit or a message says.

use crate::id::Id;
use serde::{Deserialize, Serialize};

/// How we were in touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum ContactKind {
    /// A phone call.
    Call,
    /// Somebody came, or we went.
    Visit,
    /// E-mail.
    Email,
    /// Paper.
    Letter,
    /// SMS, chat, messenger.
    Message,
    /// Nothing passed between us: a note for ourselves.
    Note,
}

/// Who began it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// The customer.
    In,
    /// We.
    Out,
}

/// How a contact ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// We spoke with the customer.
    Reached,
    /// Nobody answered.
    NoAnswer,
    /// A voicemail was left; the promise stays open.
    LeftVoicemail,
    /// The line was busy.
    Busy,
    /// The number is somebody else's.
    WrongNumber,
    /// The customer hung up.
    HungUp,
    /// The customer did not want to speak with us.
    Refused,
}

/// A contact; one that names a promise is an attempt at it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactFacts {
    /// How.
    pub contact: ContactKind,
    /// Who began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// How it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// The matter it is about: the promise or entry that one began with. `None`: of its own, or told by what it names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<Id>,
}

impl ContactFacts {
    /// Whether a person spoke with the customer.
    pub fn is_conversation(&self) -> bool {
        is_conversation(self.contact, self.outcome)
    }
}

/// Whether a person spoke with the customer: by telephone or face to face, and they were reached.
pub fn is_conversation(contact: ContactKind, outcome: Option<Outcome>) -> bool {
    matches!(contact, ContactKind::Call | ContactKind::Visit) && matches!(outcome, None | Some(Outcome::Reached))
}
