//! What each kind of event says: its facts and its words.

use super::Event;
pub use crate::customer::{Address, Kind as CustomerKind};
use crate::{
    error::{Code, Error, Result},
    id::Id,
    recurrence::OnClosed,
    time::{Day, Timestamp, WallTime, Zone},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::collections::BTreeMap;

/// No facts, or no words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Nothing {}

/// What somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Text {
    /// To the letter.
    pub text: String,
}

/// Why something was done; empty when not said.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Reason {
    /// In the member's words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// What showed that a promise was kept; empty when not said.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Evidence {
    /// In the member's words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub evidence: String,
}

/// A name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Name {
    /// As typed; `None` leaves it as it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// What a member may do; see `roles`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The front desk.
    #[default]
    Reception,
    /// Sales people with a callback queue.
    Sales,
    /// Managers.
    Manager,
}

/// A member's role and backup; `None` leaves it as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RoleFacts {
    /// The role from now on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Who hears of what this member does not answer; [`Id::ZERO`]: nobody in particular.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub backup: Option<Id>,
}

/// A member is away, from one moment to another. It takes the place of every absence of theirs that it touches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AwayFacts {
    /// The first moment.
    pub from: Timestamp,
    /// The first moment back; the same as `from`: they are not away after all.
    pub to: Timestamp,
    /// Who answers for what they owe meanwhile.
    pub backup: Id,
}

/// A member leaves; their open promises go to somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leaving {
    /// Who takes over.
    pub hand_to: Id,
}

/// Office settings; `None` leaves one as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct OfficeFacts {
    /// IANA zone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<Zone>,
    /// Region code of libphonenumber, for numbers typed without a country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// BCP 47 locale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// Opening hours in their canonical form; empty: always open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<String>,
    /// Country and subdivision whose holidays are kept; empty: none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holidays: Option<String>,
    /// Quiet hours in their canonical form; empty: off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quiet: Option<String>,
    /// The steps after a first announcement, in their canonical form; empty: those by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ladder: Option<String>,
    /// Days without a word from us after which a customer is listed; 0: never.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gone_quiet: Option<u32>,
}

/// The office's name; `None` leaves it as it is.
pub type OfficeWords = Name;

/// Times of its own for a day, or for each of several in a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayFacts {
    /// The day, or the first of them.
    pub first: Day,
    /// The last of them; the same as the first when not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Day>,
    /// Whether the same days of every year are meant.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub yearly: bool,
    /// The times in their canonical form: `closed`, `usual`, or `10:00-12:00,13:00-16:00`; `None` takes the days' own
    /// times away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<String>,
}

/// What kind of customer; `None` leaves it as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CustomerFacts {
    /// Person or organisation.
    pub kind: CustomerKind,
    /// Digest of the imported card or row, by which the same one is known again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// A phone as it was put in and read then.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PhoneWords {
    /// As typed.
    pub typed: String,
    /// E.164 as read with the region of that day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub e164: Option<String>,
    /// What it is for.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Extension.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub extension: String,
}

/// An e-mail address as it was put in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct EmailWords {
    /// As typed.
    pub address: String,
    /// What it is for.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub label: String,
}

/// What was written about a new customer.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CustomerWords {
    /// Full name.
    pub name: String,
    /// Given name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub given_name: String,
    /// Family name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub family_name: String,
    /// Firm.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub organization: String,
    /// Role there.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Birthday.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub birthday: String,
    /// Phones; the n-th is the element `<event>.p<n>`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<PhoneWords>,
    /// E-mails; the n-th is the element `<event>.e<n>`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<EmailWords>,
    /// Address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// Tags; the n-th is the element `<event>.t<n>`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Free fields.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, String>,
    /// Note.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Facts of a change: which elements were taken away.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CustomerChangedFacts {
    /// Person or organisation from now on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<CustomerKind>,
    /// Elements (phones, e-mails, tags) taken away.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<String>,
    /// Digest of the imported card or row, by which the same one is known again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// Words of a change: `None` leaves a field as it is, empty text empties it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CustomerChangedWords {
    /// Full name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Given name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given_name: Option<String>,
    /// Family name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family_name: Option<String>,
    /// Firm.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    /// Role there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Birthday.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub birthday: Option<String>,
    /// Phones added.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<PhoneWords>,
    /// E-mails added.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<EmailWords>,
    /// Address from now on; one without any part empties it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// Tags added.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Free fields set; an empty value takes one away.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, String>,
    /// Note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

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
}

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
}

/// Quiet until then; the due time stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snooze {
    /// When the reminder comes back.
    pub until: Timestamp,
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

/// What is taken back: one event, or all of one import.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Retraction {
    /// The event taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Id>,
    /// The import taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub batch: Option<Id>,
    /// Customers of that import who stay, because more happened with them since.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<Id>,
}

/// How much an import read; what it added and changed is told by its events.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportFacts {
    /// Cards and rows read.
    pub read: u64,
    /// Rows left out.
    pub skipped: u64,
}

/// The names of the imported files.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportWords {
    /// Without their folders.
    pub files: Vec<String>,
}

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
