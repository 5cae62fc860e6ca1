//! What was put in, as it is written to the log: numbers read with the office's region, lists without repeats.

use super::{NewCustomer, NewEmail, NewPhone, good_hours::read_good_hours};
use crate::{
    event::{CustomerFacts, CustomerWords, EmailWords, PhoneWords},
    language, phone,
};

/// A phone as the log keeps it: as typed, and the number it was read as.
pub(crate) fn phone_words(given: NewPhone, region: &str) -> PhoneWords {
    let read = phone::read(&given.typed, region);
    let extension = if given.extension.is_empty() { read.extension } else { given.extension };
    PhoneWords { typed: given.typed, e164: read.e164, label: given.label, extension }
}

/// An e-mail as the log keeps it.
pub(crate) fn email_words(given: NewEmail) -> EmailWords {
    EmailWords { address: given.address, label: given.label }
}

/// A language as the log keeps it: in the usual letters, and none where it is no tag.
pub(crate) fn language_words(typed: &str) -> String {
    language::read_tag(typed).map(|tag| language::usual(&tag)).unwrap_or_default()
}

/// Good hours as the log keeps them: in their canonical form, and none where they cannot be read.
pub(crate) fn good_hours_words(typed: &str) -> String {
    read_good_hours(typed).unwrap_or_default()
}

/// A new customer as the log keeps it. One without a name gets the firm's, else the first phone or address.
pub(crate) fn customer_words(mut given: NewCustomer, region: &str) -> (CustomerFacts, CustomerWords) {
    if given.name.trim().is_empty() {
        given.name = derived_name(&given);
    }
    let mut tags: Vec<String> = given.tags.into_iter().filter(|tag| !tag.trim().is_empty()).collect();
    tags.sort();
    tags.dedup();
    let words = CustomerWords {
        name: given.name,
        given_name: given.given_name,
        family_name: given.family_name,
        organization: given.organization,
        title: given.title,
        birthday: given.birthday,
        language: language_words(&given.language),
        good_hours: good_hours_words(&given.good_hours),
        phones: given.phones.into_iter().map(|phone| phone_words(phone, region)).collect(),
        emails: given.emails.into_iter().map(email_words).collect(),
        address: given.address.filter(|address| !address.is_empty()),
        tags,
        fields: given.fields.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
        note: given.note,
        interest: given.interest.trim().to_owned(),
        department: given.department.trim().to_owned(),
    };
    (CustomerFacts { kind: given.kind, source: None }, words)
}

fn derived_name(given: &NewCustomer) -> String {
    let parts = [given.given_name.trim(), given.family_name.trim()];
    let full = parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
    let others = [full.as_str(), given.organization.trim()].into_iter();
    let phone = given.phones.first().map(|phone| phone.typed.trim());
    let email = given.emails.first().map(|email| email.address.trim());
    others.chain(phone).chain(email).find(|name| !name.is_empty()).unwrap_or_default().to_owned()
}
