//! Changing what is written about a customer.

use super::{
    Address, Card, CustomerDetail, Kind, NewEmail, NewPhone,
    check::{
        LONGEST_TEXT, check_address, check_birthday, check_department, check_emails, check_fields, check_language,
        check_length, check_line, check_phones, check_tags,
    },
    good_hours::read_good_hours,
    phone_words,
    words::{email_words, good_hours_words, language_words},
};
use crate::{
    cache::{email_point, read_card},
    desk::{Desk, New, Subject, Writing, Written},
    error::{Error, Result},
    event::{Body, CustomerChangedFacts, CustomerChangedWords},
    fold::tag_elements,
    id::Id,
    log, phone,
    roles::Action,
};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What is to be changed: `None` leaves a field as it is, empty text empties it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, ts_rs::TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CustomerChange {
    /// Person or organisation.
    pub kind: Option<Kind>,
    /// Full name; may not become empty.
    pub name: Option<String>,
    /// Given name.
    pub given_name: Option<String>,
    /// Family name.
    pub family_name: Option<String>,
    /// Firm.
    pub organization: Option<String>,
    /// Role there.
    pub title: Option<String>,
    /// Birthday.
    pub birthday: Option<String>,
    /// Language, a BCP 47 tag.
    pub language: Option<String>,
    /// When they like to be called, written like opening hours, or `after 17:00`.
    pub good_hours: Option<String>,
    /// Address, whole; one without any part takes it away.
    pub address: Option<Address>,
    /// Note.
    pub note: Option<String>,
    /// What they want, in their own words.
    pub interest: Option<String>,
    /// The department that serves it.
    pub department: Option<String>,
    /// Phones to be added.
    pub add_phones: Vec<NewPhone>,
    /// Phones to be taken away, as typed or as E.164.
    pub remove_phones: Vec<String>,
    /// E-mails to be added.
    pub add_emails: Vec<NewEmail>,
    /// E-mails to be taken away.
    pub remove_emails: Vec<String>,
    /// Tags to be added.
    pub add_tags: Vec<String>,
    /// Tags to be taken away.
    pub remove_tags: Vec<String>,
    /// Free fields to be set; an empty value takes one away.
    pub set_fields: BTreeMap<String, String>,
    /// Free fields to be taken away.
    pub remove_fields: Vec<String>,
}

impl CustomerChange {
    fn check(&self) -> Result<()> {
        if self.name.as_ref().is_some_and(|name| name.trim().is_empty()) {
            return Err(Error::invalid("A customer needs a name; it cannot be emptied."));
        }
        let lines = [
            (&self.name, "The name"),
            (&self.given_name, "The given name"),
            (&self.family_name, "The family name"),
            (&self.organization, "The organisation"),
            (&self.title, "The title"),
        ];
        lines.iter().try_for_each(|(line, what)| line.as_ref().map_or(Ok(()), |line| check_line(line, what)))?;
        self.birthday.as_ref().map_or(Ok(()), |birthday| check_birthday(birthday))?;
        self.language.as_ref().map_or(Ok(()), |language| check_language(language))?;
        self.good_hours.as_ref().map_or(Ok(()), |hours| read_good_hours(hours).map(drop))?;
        self.note.as_ref().map_or(Ok(()), |note| check_length(note, LONGEST_TEXT, "The note"))?;
        self.interest.as_ref().map_or(Ok(()), |interest| check_line(interest, "The interest"))?;
        self.department.as_ref().map_or(Ok(()), |department| check_department(department))?;
        self.address.as_ref().map_or(Ok(()), check_address)?;
        check_phones(&self.add_phones)?;
        check_emails(&self.add_emails)?;
        check_tags(&self.add_tags)?;
        check_fields(&self.set_fields)
    }
}

impl Desk {
    /// Changes a customer. What is already so is not written again.
    ///
    /// # Errors
    /// There is no such customer, or a phone, address or tag to be taken away is not theirs.
    pub fn change_customer(&self, customer: Id, change: CustomerChange) -> Result<Written<CustomerDetail>> {
        self.allow(Action::WriteCustomers)?;
        change.check()?;
        let written = self.write(|writing| writing.change_customer(customer, change, None))?;
        let mut detail = self.show_customer(customer)?;
        detail.doubles = self.doubles(customer)?;
        Ok(Written { value: detail, change: written.change })
    }
}

impl Writing<'_> {
    /// Writes what of `change` is new. Whether anything was.
    pub(crate) fn change_customer(
        &mut self,
        customer: Id,
        change: CustomerChange,
        import: Option<(Id, String)>,
    ) -> Result<bool> {
        let Some((card, true)) = read_card(self.db, customer)? else {
            return Err(Error::not_found("There is no such customer."));
        };
        let region = self.office.settings.region.clone();
        let removed = self.removed_elements(customer, &card, &change, &region)?;
        let (batch, source) = import.unzip();
        let facts = CustomerChangedFacts { kind: change.kind.filter(|kind| *kind != card.kind), removed, source };
        let words = new_words(&card, change, &region);
        if facts.kind.is_none() && facts.removed.is_empty() && words == CustomerChangedWords::default() {
            return Ok(false);
        }
        let body = Body::CustomerChanged(facts, words);
        self.append(New { batch, ..New::about(customer, Subject::Of(customer), body) })?;
        Ok(true)
    }

    /// The elements that `change` takes away.
    fn removed_elements(
        &self,
        customer: Id,
        card: &Card,
        change: &CustomerChange,
        region: &str,
    ) -> Result<Vec<String>> {
        let mut removed = Vec::new();
        for gone in &change.remove_phones {
            let number = phone::read(gone, region).e164;
            let is_it = |phone: &&super::Phone| phone.typed == *gone || (number.is_some() && phone.e164 == number);
            let before = removed.len();
            removed.extend(card.phones.iter().filter(is_it).map(|phone| phone.id.clone()));
            if removed.len() == before {
                return Err(Error::not_found("The customer has no such phone number to take away."));
            }
        }
        for gone in &change.remove_emails {
            let before = removed.len();
            let is_it = |email: &&super::Email| email_point(&email.address) == email_point(gone);
            removed.extend(card.emails.iter().filter(is_it).map(|email| email.id.clone()));
            if removed.len() == before {
                return Err(Error::not_found("The customer has no such e-mail address to take away."));
            }
        }
        for gone in &change.remove_tags {
            if !card.tags.contains(gone) {
                return Err(Error::not_found("The customer has no such tag to take away."));
            }
            removed.extend(tag_elements(&log::about(self.db, customer)?, &self.office.undone, gone)?);
        }
        if change.remove_fields.iter().any(|name| !card.fields.contains_key(name)) {
            return Err(Error::not_found("The customer has no such free field to take away."));
        }
        Ok(removed)
    }
}

fn trimmed(text: String) -> String {
    text.trim().to_owned()
}

/// What of `change` differs from the card.
fn new_words(card: &Card, change: CustomerChange, region: &str) -> CustomerChangedWords {
    let differing = |value: Option<String>, now: &str| value.filter(|value| value != now);
    let mut fields: BTreeMap<String, String> = change
        .set_fields
        .into_iter()
        .filter(|(name, value)| card.fields.get(name).map_or("", |now| now) != value)
        .collect();
    fields.extend(change.remove_fields.into_iter().map(|name| (name, String::new())));
    let mut tags: Vec<String> =
        change.add_tags.into_iter().filter(|tag| !tag.trim().is_empty() && !card.tags.contains(tag)).collect();
    tags.sort();
    tags.dedup();
    let kept_phones: Vec<&super::Phone> =
        card.phones.iter().filter(|p| !change.remove_phones.contains(&p.typed)).collect();
    let phones = change.add_phones.into_iter().map(|phone| phone_words(phone, region)).filter(|new| {
        let same = |old: &&super::Phone| {
            old.extension == new.extension && (old.typed == new.typed || (old.e164.is_some() && old.e164 == new.e164))
        };
        !kept_phones.iter().any(|old| same(old) && (new.label.is_empty() || new.label == old.label))
    });
    let kept_emails: Vec<&super::Email> =
        card.emails.iter().filter(|e| !change.remove_emails.contains(&e.address)).collect();
    let emails = change.add_emails.into_iter().map(email_words).filter(|new| {
        !kept_emails.iter().any(|old| {
            email_point(&old.address) == email_point(&new.address) && (new.label.is_empty() || new.label == old.label)
        })
    });
    CustomerChangedWords {
        name: differing(change.name, &card.name),
        given_name: differing(change.given_name, &card.given_name),
        family_name: differing(change.family_name, &card.family_name),
        organization: differing(change.organization, &card.organization),
        title: differing(change.title, &card.title),
        birthday: differing(change.birthday, &card.birthday),
        language: differing(change.language.map(|tag| language_words(&tag)), &card.language),
        good_hours: differing(change.good_hours.map(|hours| good_hours_words(&hours)), &card.good_hours),
        phones: phones.collect(),
        emails: emails.collect(),
        address: change.address.filter(|new| *new != card.address.clone().unwrap_or_default()),
        tags,
        fields,
        note: differing(change.note, &card.note),
        interest: differing(change.interest.map(trimmed), &card.interest),
        department: differing(change.department.map(trimmed), &card.department),
    }
}
