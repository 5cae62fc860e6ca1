//! What is known about a customer.

use super::{Restriction, Undone, restriction::fold_restrictions, standing};
use crate::{
    customer::{Address, Card, Email, Phone},
    error::Result,
    event::{
        Body, CustomerChangedFacts, CustomerChangedWords, CustomerFacts, CustomerWords, EmailWords, Event, PhoneWords,
    },
    id::Id,
    time::Timestamp,
};

/// A customer as the customer_* events leave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerState {
    /// The customer.
    pub id: Id,
    /// What is written about them.
    pub card: Card,
    /// When they were added.
    pub added_at: Timestamp,
    /// Who added them.
    pub added_by: Id,
    /// Whether adding them was taken back, by itself or with its import.
    pub taken_back: bool,
    /// The import they came with.
    pub batch: Option<Id>,
    /// Digests of the imported cards and rows that told of them.
    pub sources: Vec<String>,
    /// How they may not be reached.
    pub restrictions: Vec<Restriction>,
}

/// The customer told by `events`, all those whose subject it is; `None` while the event that added it has not arrived.
///
/// The later id wins per field; phones, e-mails and tags are sets of elements with ids of their own.
pub fn fold_customer(events: &[Event], undone: &Undone) -> Result<Option<CustomerState>> {
    let Some(added) = events.iter().find(|event| event.kind == "customer_added") else { return Ok(None) };
    let mut customer = CustomerState {
        id: added.id,
        card: Card::default(),
        added_at: added.occurred_at,
        added_by: added.member,
        taken_back: true,
        batch: added.batch,
        sources: Vec::new(),
        restrictions: fold_restrictions(events)?,
    };
    let mut tags = Tags::default();
    for (event, body) in standing(events, undone)? {
        match body {
            Body::CustomerAdded(facts, words) => {
                customer.taken_back = false;
                customer.sources.extend(facts.source.clone());
                customer.card.begin(event.id, facts, words, &mut tags);
            }
            Body::CustomerChanged(facts, words) => {
                customer.sources.extend(facts.source.clone());
                customer.card.change(event.id, facts, words, &mut tags);
            }
            Body::PromiseMade(..)
            | Body::PromiseReworded(..)
            | Body::PromiseFirmed(..)
            | Body::PromiseMoved(..)
            | Body::PromiseHandedOver(..)
            | Body::PromiseOffered(..)
            | Body::HandoverAccepted(..)
            | Body::HandoverDeclined(..)
            | Body::PromiseSnoozed(..)
            | Body::PromiseAcknowledged(..)
            | Body::PromiseEscalated(..)
            | Body::PromiseRepeatSet(..)
            | Body::PromiseKept(..)
            | Body::PromiseBroken(..)
            | Body::PromiseWithdrawn(..)
            | Body::CustomersRelated(..)
            | Body::ContactRestricted(..)
            | Body::ContactAllowed(..)
            | Body::ContactLogged(..)
            | Body::OfficeChanged(..)
            | Body::OfficeDaySet(..)
            | Body::MemberAdded(..)
            | Body::MemberChanged(..)
            | Body::MemberLeft(..)
            | Body::MemberAway(..)
            | Body::NoteAdded(..)
            | Body::EntryCorrected(..)
            | Body::ImportRun(..)
            | Body::Retracted(..) => {}
        }
    }
    // What was added by an event taken back is unknown to a name left behind: show the first name ever given.
    if customer.taken_back
        && let Some(Body::CustomerAdded(facts, words)) = added.body()?
    {
        customer.card.begin(added.id, facts, words, &mut tags);
    }
    customer.card.tags = tags.sorted();
    Ok(Some(customer))
}

/// The customer told by the event that adds them, which stands and is all there is.
pub(crate) fn fold_added(event: &Event, facts: CustomerFacts, words: CustomerWords) -> CustomerState {
    let mut tags = Tags::default();
    let sources = facts.source.clone().into_iter().collect();
    let mut card = Card::default();
    card.begin(event.id, facts, words, &mut tags);
    card.tags = tags.sorted();
    CustomerState {
        id: event.id,
        card,
        added_at: event.occurred_at,
        added_by: event.member,
        taken_back: false,
        batch: event.batch,
        sources,
        restrictions: Vec::new(),
    }
}

/// Tags with the ids of their elements.
#[derive(Default)]
struct Tags(Vec<(String, String)>);

impl Tags {
    /// Each once, in order.
    fn sorted(self) -> Vec<String> {
        let mut tags: Vec<String> = self.0.into_iter().map(|(_, tag)| tag).collect();
        tags.sort();
        tags.dedup();
        tags
    }
}

/// The id of the `n`-th element of a list that `event` added.
fn element(event: Id, list: char, n: usize) -> String {
    format!("{event}.{list}{n}")
}

/// The id of the tag `tag`, if the customer has it, from the events that gave it: those elements to remove.
pub(crate) fn tag_elements(events: &[Event], undone: &Undone, tag: &str) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for (event, body) in standing(events, undone)? {
        let tags = match body {
            Body::CustomerAdded(_, words) => words.tags,
            Body::CustomerChanged(_, words) => words.tags,
            _ => continue,
        };
        found.extend(tags.iter().enumerate().filter(|(_, t)| *t == tag).map(|(n, _)| element(event.id, 't', n)));
    }
    Ok(found)
}

impl Card {
    fn begin(&mut self, event: Id, facts: CustomerFacts, words: CustomerWords, tags: &mut Tags) {
        self.kind = facts.kind;
        self.name = words.name;
        self.given_name = words.given_name;
        self.family_name = words.family_name;
        self.organization = words.organization;
        self.title = words.title;
        self.birthday = words.birthday;
        self.language = words.language;
        self.good_hours = words.good_hours;
        self.address = words.address.filter(|address| !address.is_empty());
        self.note = words.note;
        self.interest = words.interest;
        self.department = words.department;
        self.fields = words.fields;
        self.add_elements(event, words.phones, words.emails, words.tags, tags);
    }

    fn change(&mut self, event: Id, facts: CustomerChangedFacts, words: CustomerChangedWords, tags: &mut Tags) {
        let set = |field: &mut String, value: Option<String>| {
            if let Some(value) = value {
                *field = value;
            }
        };
        self.kind = facts.kind.unwrap_or(self.kind);
        set(&mut self.name, words.name);
        set(&mut self.given_name, words.given_name);
        set(&mut self.family_name, words.family_name);
        set(&mut self.organization, words.organization);
        set(&mut self.title, words.title);
        set(&mut self.birthday, words.birthday);
        set(&mut self.language, words.language);
        set(&mut self.good_hours, words.good_hours);
        set(&mut self.note, words.note);
        set(&mut self.interest, words.interest);
        set(&mut self.department, words.department);
        if let Some(address) = words.address {
            self.address = Some(address).filter(|address: &Address| !address.is_empty());
        }
        for (name, value) in words.fields {
            if value.is_empty() {
                self.fields.remove(&name);
            } else {
                self.fields.insert(name, value);
            }
        }
        self.phones.retain(|phone| !facts.removed.contains(&phone.id));
        self.emails.retain(|email| !facts.removed.contains(&email.id));
        tags.0.retain(|(id, _)| !facts.removed.contains(id));
        self.add_elements(event, words.phones, words.emails, words.tags, tags);
    }

    fn add_elements(
        &mut self,
        event: Id,
        phones: Vec<PhoneWords>,
        emails: Vec<EmailWords>,
        added: Vec<String>,
        tags: &mut Tags,
    ) {
        self.phones.extend(phones.into_iter().enumerate().map(|(n, phone)| Phone {
            id: element(event, 'p', n),
            e164: phone.e164,
            typed: phone.typed,
            label: phone.label,
            extension: phone.extension,
        }));
        self.emails.extend(emails.into_iter().enumerate().map(|(n, email)| Email {
            id: element(event, 'e', n),
            address: email.address,
            label: email.label,
        }));
        tags.0.extend(added.into_iter().enumerate().map(|(n, tag)| (element(event, 't', n), tag)));
    }
}
