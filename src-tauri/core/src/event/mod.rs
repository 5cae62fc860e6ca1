//! Events: everything that ever happened, and the only thing that is ever written.
//!
//! An event is a row of facts (ids, times, owners, outcomes) and words (what people typed). Both are kept verbatim, so
//! that a kind this version does not know is stored and handed on unharmed. Shapes are for ever: a meaning is never
//! changed, a new kind is made instead.

mod body;
mod chain;

pub use body::{
    Address, AllowanceFacts, AwayFacts, Body, Channel, ContactFacts, ContactKind, CustomerChangedFacts,
    CustomerChangedWords, CustomerFacts, CustomerWords, DayFacts, Direction, Due, EmailWords, Escalation, Evidence,
    HandOver, ImportFacts, ImportWords, Leaving, Moved, Name, Nothing, Offer, OfferAnswer, OfficeFacts, OfficeWords,
    Outcome, PhoneWords, PromiseFacts, Reason, RelationFacts, RelationKind, RelationWords, Repeat, RepeatFacts,
    RestrictionFacts, Retraction, Role, RoleFacts, Seen, Snooze, Text, is_conversation,
};
pub use chain::{chain_hash, words_hash};

use crate::{error::Result, id::Id, time::Timestamp};

/// A SHA-256 digest.
pub type Hash = [u8; 32];

/// One row of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its id; a thing that begins with this event has the same one.
    pub id: Id,
    /// What sort of thing happened: noun_pastverb.
    pub kind: String,
    /// The customer concerned; [`Id::ZERO`] where it is the office's own.
    pub customer: Id,
    /// What it is about: a promise, an entry, a member, an import.
    pub subject: Option<Id>,
    /// Who did it.
    pub member: Id,
    /// Where it was written.
    pub desk: Id,
    /// The import it belongs to.
    pub batch: Option<Id>,
    /// When it happened.
    pub occurred_at: Timestamp,
    /// When it was written down.
    pub recorded_at: Timestamp,
    /// The version of the kind's shape.
    pub v: u16,
    /// Facts, a JSON object, verbatim.
    pub facts: String,
    /// Words, a JSON object, verbatim; `None` when there were none or they have been erased.
    pub words: Option<String>,
    /// Random bytes that keep [`Event::words_hash`] from being guessed back.
    pub words_salt: Option<[u8; 16]>,
    /// Digest of salt and words as they were written.
    pub words_hash: Hash,
    /// The [`Event::hash`] of this desk's event before.
    pub prev: Hash,
    /// Digest of everything but the words themselves.
    pub hash: Hash,
}

impl Event {
    /// What the event says. `None`: a kind of a newer version.
    ///
    /// # Errors
    /// A known kind whose facts or words have a shape it never had; the message names the event.
    pub fn body(&self) -> Result<Option<Body>> {
        Body::read(self)
    }
}
