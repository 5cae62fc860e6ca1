//! What each kind of event says: its facts and its words.

mod contact;
mod customer;
mod import;
mod office;
mod promise;
mod relation;
mod restriction;
mod said;

pub use self::{
    contact::{ContactFacts, ContactKind, Direction, Outcome, is_conversation},
    customer::{CustomerChangedFacts, CustomerChangedWords, CustomerFacts, CustomerWords, EmailWords, PhoneWords},
    import::{ImportFacts, ImportWords, Retraction},
    office::{AwayFacts, DayFacts, Leaving, OfficeFacts, OfficeWords, Role, RoleFacts},
    promise::{Due, Escalation, HandOver, Moved, Offer, OfferAnswer, PromiseFacts, Repeat, RepeatFacts, Seen, Snooze},
    relation::{RelationFacts, RelationKind, RelationWords},
    restriction::{AllowanceFacts, Channel, RestrictionFacts},
    said::{Evidence, Name, Nothing, Reason, Text},
};
pub use crate::customer::{Address, Kind as CustomerKind};

use super::Event;
use crate::error::{Code, Error, Result};
use serde::{Serialize, de::DeserializeOwned};

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident $name:literal ($facts:ty, $words:ty),)*) => {
        /// What an event says, by its kind.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Body {
            $($(#[$doc])* $variant($facts, $words),)*
        }

        impl Body {
            /// The kind's name, noun_pastverb.
            pub fn kind(&self) -> &'static str {
                match self { $(Body::$variant(..) => $name,)* }
            }

            /// Facts and words as they are stored; no words where nothing was written.
            pub fn write(&self) -> Result<(String, Option<String>)> {
                match self { $(Body::$variant(facts, words) => Ok((text(facts)?, Some(text(words)?).filter(|w| w != "{}"))),)* }
            }

            /// What `event` says; `None` for a kind of a newer version.
            pub(super) fn read(event: &Event) -> Result<Option<Body>> {
                match event.kind.as_str() {
                    $($name => Ok(Some(Body::$variant(parse(event, &event.facts)?, match &event.words {
                        Some(words) => parse(event, words)?,
                        None => Default::default(),
                    }))),)*
                    _ => Ok(None),
                }
            }
        }
    };
}

fn text(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|e| Error::new(Code::Invalid, format!("The entry cannot be written: {e}.")))
}

fn parse<T: DeserializeOwned>(event: &Event, json: &str) -> Result<T> {
    serde_json::from_str(json).map_err(|_| {
        Error::new(Code::Damaged, format!("Entry {} ({}) cannot be read; it is kept as it is.", event.id, event.kind))
    })
}

kinds! {
    /// Office settings were set.
    OfficeChanged "office_changed" (OfficeFacts, OfficeWords),
    /// Days got opening times of their own, or lost them.
    OfficeDaySet "office_day_set" (DayFacts, Name),
    /// Somebody joined the office.
    MemberAdded "member_added" (RoleFacts, Name),
    /// A member's name or role was changed.
    MemberChanged "member_changed" (RoleFacts, Name),
    /// A member left.
    MemberLeft "member_left" (Leaving, Nothing),
    /// A member is away for a time.
    MemberAway "member_away" (AwayFacts, Nothing),
    /// A customer was added.
    CustomerAdded "customer_added" (CustomerFacts, CustomerWords),
    /// Something about a customer was changed.
    CustomerChanged "customer_changed" (CustomerChangedFacts, CustomerChangedWords),
    /// Two customers belong together; later ones about the same say what changed.
    CustomersRelated "customers_related" (RelationFacts, RelationWords),
    /// A customer may not be reached in some ways any more.
    ContactRestricted "contact_restricted" (RestrictionFacts, Reason),
    /// They may be again.
    ContactAllowed "contact_allowed" (AllowanceFacts, Reason),
    /// We were in touch, or tried.
    ContactLogged "contact_logged" (ContactFacts, Text),
    /// A note was written.
    NoteAdded "note_added" (Nothing, Text),
    /// The words of an entry were corrected.
    EntryCorrected "entry_corrected" (Nothing, Text),
    /// A promise was made.
    PromiseMade "promise_made" (PromiseFacts, Text),
    /// A promise was put into other words.
    PromiseReworded "promise_reworded" (Nothing, Text),
    /// A promise became firm.
    PromiseFirmed "promise_firmed" (Nothing, Nothing),
    /// A promise got a new due time.
    PromiseMoved "promise_moved" (Moved, Nothing),
    /// A promise got a new owner.
    PromiseHandedOver "promise_handed_over" (HandOver, Nothing),
    /// A colleague was asked to take a promise over.
    PromiseOffered "promise_offered" (Offer, Nothing),
    /// Whoever was asked took it over.
    HandoverAccepted "handover_accepted" (OfferAnswer, Nothing),
    /// Whoever was asked did not take it over.
    HandoverDeclined "handover_declined" (OfferAnswer, Reason),
    /// Its reminder was put off.
    PromiseSnoozed "promise_snoozed" (Snooze, Nothing),
    /// Its reminder was seen.
    PromiseAcknowledged "promise_acknowledged" (Seen, Nothing),
    /// Others than its owner were told that nobody answered.
    PromiseEscalated "promise_escalated" (Escalation, Nothing),
    /// It was said how a promise comes again, or that it does not any more.
    PromiseRepeatSet "promise_repeat_set" (RepeatFacts, Nothing),
    /// A promise was kept.
    PromiseKept "promise_kept" (Nothing, Evidence),
    /// A promise could not be kept.
    PromiseBroken "promise_broken" (Nothing, Reason),
    /// The customer no longer wants it.
    PromiseWithdrawn "promise_withdrawn" (Nothing, Reason),
    /// Files were imported.
    ImportRun "import_run" (ImportFacts, ImportWords),
    /// Something was taken back.
    Retracted "retracted" (Retraction, Reason),
}
