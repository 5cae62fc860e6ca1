//! An entry as a timeline shows it.

use super::{Line, missed, related::related};
use crate::{
    cache::read_promise,
    customer::named_channels,
    entry::{End, is_taken},
    error::Result,
    event::{
        Body, ContactKind, CustomerChangedFacts, CustomerChangedWords, Direction, Due, Escalation, Event, Outcome,
    },
    fold::{Member, OfficeState, PromiseState, retractions},
    id::Id,
    log,
    promise::repeat_words,
    reminder::Step,
    time::{Timestamp, WallTime, Zone},
};
use rusqlite::Connection;
use serde::Serialize;
use std::{collections::BTreeMap, rc::Rc};

/// An entry, with all marks on it.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct TimelineEntry {
    /// The entry.
    pub id: Id,
    /// The event's kind, or `promise_missed`.
    pub kind: String,
    /// When it happened.
    #[ts(type = "string")]
    pub occurred_at: Timestamp,
    /// When it was written down.
    #[ts(type = "string")]
    pub recorded_at: Timestamp,
    /// Who did it; the owner for a missed due time.
    pub by: String,
    /// What it says.
    pub text: String,
    /// The promise it is about.
    pub promise: Option<Id>,
    /// That promise's words.
    pub promise_text: Option<String>,
    /// Whether it was taken back.
    pub retracted: bool,
    /// How we were in touch.
    pub contact: Option<ContactKind>,
    /// Who began.
    pub direction: Option<Direction>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// Whether its words were corrected.
    pub corrected: bool,
    /// What stood there before, oldest first.
    pub before_correction: Vec<String>,
    /// The owner a promise was given.
    pub owner: Option<String>,
    /// The due time it set or missed; the end of a snooze.
    #[ts(type = "string | null")]
    pub due_at: Option<Timestamp>,
    /// That due time as it was meant.
    #[ts(type = "string | null")]
    pub due_local: Option<WallTime>,
    /// In this zone.
    #[ts(type = "string | null")]
    pub zone: Option<Zone>,
    /// Whether the customer agreed to it.
    pub agreed: Option<bool>,
    /// Why.
    pub reason: Option<String>,
    /// Whether whoever acts may still take it back.
    pub can_take_back: bool,
    /// Whether whoever acts may still correct it.
    pub can_correct: bool,
}

/// Dresses the lines of a page, reading what several of them share once.
pub(super) struct Dresser<'a> {
    db: &'a Connection,
    office: &'a OfficeState,
    member: Option<&'a Member>,
    now: Timestamp,
    promises: BTreeMap<Id, Option<Rc<PromiseState>>>,
    /// Corrections and retractions, by what they are about.
    marks: BTreeMap<Id, Vec<Event>>,
}

impl<'a> Dresser<'a> {
    /// For lines of that customer.
    pub(super) fn new(
        db: &'a Connection,
        office: &'a OfficeState,
        member: Option<&'a Member>,
        now: Timestamp,
        customer: Id,
    ) -> Result<Self> {
        let mut marks: BTreeMap<Id, Vec<Event>> = BTreeMap::new();
        for mark in log::marks_of(db, customer)? {
            marks.entry(mark.subject.unwrap_or(mark.id)).or_default().push(mark);
        }
        Ok(Dresser { db, office, member, now, promises: BTreeMap::new(), marks })
    }

    pub(super) fn dress(&mut self, line: &Line) -> Result<TimelineEntry> {
        match line {
            Line::Recorded(event) => self.dress_event(event),
            Line::Missed(missed) => self.dress_missed(missed),
        }
    }

    fn promise(&mut self, id: Id) -> Result<Option<Rc<PromiseState>>> {
        if let Some(known) = self.promises.get(&id) {
            return Ok(known.clone());
        }
        let promise = read_promise(self.db, id)?.map(Rc::new);
        self.promises.insert(id, promise.clone());
        Ok(promise)
    }

    fn marks_about(&self, id: Id) -> &[Event] {
        self.marks.get(&id).map_or(&[], Vec::as_slice)
    }

    fn dress_missed(&mut self, missed: &missed::Missed) -> Result<TimelineEntry> {
        let promise = self.promise(missed.promise)?;
        let owner = promise.as_ref().map(|promise| self.office.member_name(promise.owner).to_owned());
        let due = promise.as_ref().and_then(|promise| {
            promise.agreed_dues.iter().map(|agreed| agreed.due).find(|due| due.due_at == missed.due_at)
        });
        let mut entry = blank(missed.entry_id(), missed::KIND, missed.due_at, missed.due_at);
        entry.by = owner.clone().unwrap_or_default();
        entry.owner = owner;
        entry.text = promise.map(|promise| promise.text.clone()).unwrap_or_default();
        entry.promise = Some(missed.promise);
        entry.promise_text = Some(entry.text.clone());
        entry.set_due(due);
        Ok(entry)
    }

    fn dress_event(&mut self, event: &Event) -> Result<TimelineEntry> {
        let mut entry = blank(event.id, &event.kind, event.occurred_at, event.recorded_at);
        entry.by = self.office.member_name(event.member).to_owned();
        let subject = event.subject.filter(|subject| *subject != event.customer);
        let promise = match subject {
            Some(subject) => self.promise(subject)?,
            None => None,
        };
        entry.promise = promise.as_ref().map(|promise| promise.id);
        entry.promise_text = promise.as_ref().map(|promise| promise.text.clone());
        match event.body()? {
            Some(body) => self.tell(&mut entry, event, body)?,
            None => entry.text = "Recorded by a newer version of Kept.".to_owned(),
        }
        if entry.text.is_empty() && entry.contact.is_none() {
            entry.text = entry.promise_text.clone().unwrap_or_default();
        }
        self.mark(&mut entry, event)?;
        // One that came of a series is withdrawn, not taken back: the series would end with it.
        let of_itself = promise.filter(|promise| promise.repeat.as_ref().is_none_or(|repeat| repeat.number == 1));
        let due = of_itself.map(|promise| promise.due.due_at.min(promise.agreed.due_at));
        let end = End::of(event, due, self.member, &self.office.settings, self.now);
        entry.can_take_back = end.take_back && !entry.retracted && !is_taken(self.db, &self.office.undone, event)?;
        entry.can_correct = end.correct && !entry.retracted;
        Ok(entry)
    }

    fn tell(&self, entry: &mut TimelineEntry, event: &Event, body: Body) -> Result<()> {
        match body {
            Body::ContactLogged(facts, words) => {
                entry.contact = Some(facts.contact);
                entry.direction = facts.direction;
                entry.outcome = facts.outcome;
                entry.text = words.text;
            }
            Body::NoteAdded(_, words) => {
                entry.contact = Some(ContactKind::Note);
                entry.text = words.text;
            }
            Body::PromiseMade(facts, words) => {
                entry.text = words.text;
                entry.owner = Some(self.office.member_name(facts.owner).to_owned());
                entry.set_due(Some(facts.due));
            }
            Body::PromiseMoved(moved, _) => {
                entry.set_due(Some(moved.due));
                entry.agreed = Some(moved.agreed);
            }
            Body::PromiseHandedOver(hand, _) => entry.owner = Some(self.office.member_name(hand.to).to_owned()),
            Body::PromiseOffered(offer, _) => {
                entry.owner = Some(self.office.member_name(offer.to).to_owned());
                entry.due_at = Some(offer.until);
            }
            Body::HandoverDeclined(_, words) => {
                entry.text.clone_from(&words.reason);
                entry.reason = Some(words.reason);
            }
            Body::PromiseSnoozed(snooze, _) => entry.due_at = Some(snooze.until),
            Body::PromiseAcknowledged(seen, _) => entry.due_at = Some(seen.due_at),
            Body::PromiseEscalated(escalation, _) => {
                // It stands in the log in the name of whoever was silent.
                entry.by = "Kept".to_owned();
                entry.due_at = Some(escalation.due_at);
                entry.text = told(&escalation, self.office);
            }
            Body::PromiseRepeatSet(set, _) => entry.text = repeat_words(set.repeat.as_ref()),
            Body::PromiseReworded(_, words) | Body::EntryCorrected(_, words) => entry.text = words.text,
            Body::PromiseKept(_, words) => entry.text = words.evidence,
            Body::PromiseBroken(_, words) | Body::PromiseWithdrawn(_, words) | Body::Retracted(_, words) => {
                entry.text.clone_from(&words.reason);
                entry.reason = Some(words.reason);
            }
            Body::CustomerAdded(..) => {
                let import = event.batch.and_then(|batch| self.office.imports.iter().find(|import| import.id == batch));
                entry.text =
                    import.map_or("Added.".to_owned(), |import| format!("Imported from {}.", import.files.join(", ")));
            }
            Body::CustomerChanged(facts, words) => entry.text = changed(&facts, &words),
            Body::CustomersRelated(..) => entry.text = related(self.db, event, &self.office.undone)?,
            Body::ContactRestricted(facts, words) => {
                entry.text = format!("No {} any more: {}", named_channels(&facts.channels), words.reason);
                entry.reason = Some(words.reason);
            }
            Body::ContactAllowed(facts, words) => {
                entry.text = format!("Again: {}. {}", named_channels(&facts.channels), words.reason);
                entry.reason = Some(words.reason);
            }
            Body::PromiseFirmed(..)
            | Body::HandoverAccepted(..)
            | Body::OfficeChanged(..)
            | Body::OfficeDaySet(..)
            | Body::MemberAdded(..)
            | Body::MemberChanged(..)
            | Body::MemberLeft(..)
            | Body::MemberAway(..)
            | Body::ImportRun(..) => {}
        }
        Ok(())
    }

    /// Notes corrections and retractions of an entry.
    fn mark(&self, entry: &mut TimelineEntry, event: &Event) -> Result<()> {
        let in_undone_import = event
            .batch
            .and_then(|batch| self.office.undone.get(&batch))
            // A mark not to contact somebody outlasts the import that brought it.
            .is_some_and(|kept| !kept.contains(&event.customer) && event.kind != "contact_restricted");
        let about = self.marks_about(event.subject.unwrap_or(event.id));
        entry.retracted = in_undone_import || retractions(about)?.contains_key(&event.id);
        if entry.contact.is_none() {
            return Ok(());
        }
        let corrections = self.marks_about(event.id);
        let taken_back = retractions(corrections)?;
        for correction in
            corrections.iter().filter(|event| event.kind == "entry_corrected" && !taken_back.contains_key(&event.id))
        {
            if let Some(Body::EntryCorrected(_, words)) = correction.body()? {
                entry.corrected = true;
                entry.before_correction.push(std::mem::replace(&mut entry.text, words.text));
            }
        }
        Ok(())
    }
}

impl TimelineEntry {
    fn set_due(&mut self, due: Option<Due>) {
        self.due_at = due.map(|due| due.due_at);
        self.due_local = due.map(|due| due.due_local);
        self.zone = due.map(|due| due.zone);
    }
}

fn blank(id: Id, kind: &str, occurred_at: Timestamp, recorded_at: Timestamp) -> TimelineEntry {
    TimelineEntry {
        id,
        kind: kind.to_owned(),
        occurred_at,
        recorded_at,
        by: String::new(),
        text: String::new(),
        promise: None,
        promise_text: None,
        retracted: false,
        contact: None,
        direction: None,
        outcome: None,
        corrected: false,
        before_correction: Vec::new(),
        owner: None,
        due_at: None,
        due_local: None,
        zone: None,
        agreed: None,
        reason: None,
        can_take_back: false,
        can_correct: false,
    }
}

/// Who was told, and why, as a sentence.
fn told(escalation: &Escalation, office: &OfficeState) -> String {
    let names: Vec<&str> = escalation.to.iter().map(|id| office.member_name(*id)).collect();
    let why = match Step::named(&escalation.step) {
        Some(Step::Snoozes) => "it was put off for the third time",
        Some(Step::PassedOn) => "the matter went from one to another for the third time",
        _ => "nobody had answered",
    };
    format!("Told {}: {why}.", names.join(" and "))
}

/// What a change was about, as a sentence.
fn changed(facts: &CustomerChangedFacts, words: &CustomerChangedWords) -> String {
    let mut what: Vec<&str> = Vec::new();
    let removed = |list: &str| {
        facts.removed.iter().any(|element| element.rsplit('.').next().is_some_and(|part| part.starts_with(list)))
    };
    let mut note = |is: bool, name: &'static str| {
        if is {
            what.push(name);
        }
    };
    note(words.name.is_some() || words.given_name.is_some() || words.family_name.is_some(), "name");
    note(facts.kind.is_some(), "kind");
    note(words.organization.is_some(), "organisation");
    note(words.title.is_some(), "title");
    note(words.interest.is_some(), "interest");
    note(words.department.is_some(), "department");
    note(!words.phones.is_empty() || removed("p"), "phones");
    note(!words.emails.is_empty() || removed("e"), "e-mails");
    note(words.address.is_some(), "address");
    note(words.birthday.is_some(), "birthday");
    note(words.language.is_some(), "language");
    note(words.good_hours.is_some(), "good hours");
    note(!words.tags.is_empty() || removed("t"), "tags");
    note(!words.fields.is_empty(), "fields");
    note(words.note.is_some(), "note");
    if what.is_empty() { "Changed.".to_owned() } else { format!("Changed: {}.", what.join(", ")) }
}
