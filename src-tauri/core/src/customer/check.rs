//! What can be written about a customer: nothing of absurd size, and nothing that is plainly a mistake.

use super::{Address, NewCustomer, NewEmail, NewPhone, good_hours::read_good_hours};
use crate::{
    error::{Error, Result},
    language::read_tag,
    time::Day,
};
use std::collections::BTreeMap;

/// The longest single-line text, in characters: names of 5,000 exist.
pub(super) const LONGEST_LINE: usize = 10_000;
/// The longest note or text of an entry, in characters.
pub(crate) const LONGEST_TEXT: usize = 100_000;
/// The most phones, e-mails, tags or fields of one customer.
const MOST: usize = 200;

/// Makes sure that a text is not absurdly long.
pub(crate) fn check_length(text: &str, longest: usize, what: &str) -> Result<()> {
    if text.chars().nth(longest).is_some() {
        return Err(Error::invalid(format!("{what} is longer than {longest} characters. Shorten it.")));
    }
    Ok(())
}

/// Makes sure that a text says something, and is not absurdly long.
pub(crate) fn check_text(text: &str, what: &str) -> Result<()> {
    if text.trim().is_empty() {
        return Err(Error::invalid(format!("{what} is missing. Write it in a few words.")));
    }
    check_length(text, LONGEST_TEXT, what)
}

fn check_count(count: usize, what: &str) -> Result<()> {
    if count > MOST {
        return Err(Error::invalid(format!("There are more than {MOST} {what}. Take some away.")));
    }
    Ok(())
}

/// Checks a customer put in by hand.
pub(super) fn check_new(given: &NewCustomer) -> Result<()> {
    check_line(&given.name, "The name")?;
    check_line(&given.given_name, "The given name")?;
    check_line(&given.family_name, "The family name")?;
    check_line(&given.organization, "The organisation")?;
    check_line(&given.title, "The title")?;
    check_birthday(&given.birthday)?;
    check_language(&given.language)?;
    read_good_hours(&given.good_hours)?;
    check_length(&given.note, LONGEST_TEXT, "The note")?;
    check_line(&given.interest, "The interest")?;
    check_department(&given.department)?;
    check_phones(&given.phones)?;
    check_emails(&given.emails)?;
    check_tags(&given.tags)?;
    check_fields(&given.fields)?;
    given.address.as_ref().map_or(Ok(()), check_address)
}

/// Checks a text of one line.
pub(super) fn check_line(text: &str, what: &str) -> Result<()> {
    check_length(text, LONGEST_LINE, what)
}

/// Checks the name of a department.
///
/// # Errors
/// It is too long, or holds a line break.
pub(crate) fn check_department(name: &str) -> Result<()> {
    check_length(name, 200, "The department")?;
    if name.trim().chars().any(char::is_control) {
        return Err(Error::invalid("The department holds a line break or control character."));
    }
    Ok(())
}

pub(super) fn check_phones(phones: &[NewPhone]) -> Result<()> {
    check_count(phones.len(), "phones")?;
    for phone in phones {
        check_length(&phone.typed, 250, "A phone number")?;
        check_length(&phone.label, 250, "A phone's label")?;
        check_length(&phone.extension, 50, "An extension")?;
        if phone.typed.trim().is_empty() {
            return Err(Error::invalid("A phone number is empty. Type it, or take it away."));
        }
    }
    Ok(())
}

pub(super) fn check_emails(emails: &[NewEmail]) -> Result<()> {
    check_count(emails.len(), "e-mail addresses")?;
    for email in emails {
        check_length(&email.address, 1_000, "An e-mail address")?;
        check_length(&email.label, 250, "An e-mail's label")?;
        let whole =
            email.address.trim().rsplit_once('@').is_some_and(|(local, host)| !local.is_empty() && !host.is_empty());
        if !whole {
            return Err(Error::invalid("An e-mail address needs a name, an @ and a host, like amy@example.com."));
        }
    }
    Ok(())
}

pub(super) fn check_tags(tags: &[String]) -> Result<()> {
    check_count(tags.len(), "tags")?;
    tags.iter().try_for_each(|tag| check_length(tag, 250, "A tag"))
}

pub(super) fn check_fields(fields: &BTreeMap<String, String>) -> Result<()> {
    check_count(fields.len(), "free fields")?;
    for (name, value) in fields {
        if name.trim().is_empty() {
            return Err(Error::invalid("A free field needs a name, such as plate."));
        }
        check_length(name, 250, "A free field's name")?;
        check_line(value, "A free field")?;
    }
    Ok(())
}

pub(super) fn check_address(address: &Address) -> Result<()> {
    [&address.street, &address.city, &address.region, &address.postcode, &address.country]
        .iter()
        .try_for_each(|part| check_length(part, 1_000, "A part of the address"))
}

/// A birthday is a day of the calendar, with the year or without.
pub(super) fn check_birthday(birthday: &str) -> Result<()> {
    let given = match birthday.strip_prefix("--") {
        // Any leap year will do: the 29th of February is somebody's birthday.
        Some(month_day) => format!("2000-{month_day}"),
        None => birthday.to_owned(),
    };
    if birthday.is_empty() || (given.len() == 10 && given.parse::<Day>().is_ok()) {
        return Ok(());
    }
    Err(Error::invalid("A birthday is a day like 1969-07-20, or --07-20 when the year is not known."))
}

/// A language is a tag, as programs know it; empty where none is said.
pub(super) fn check_language(language: &str) -> Result<()> {
    if language.trim().is_empty() || read_tag(language).is_some() {
        return Ok(());
    }
    Err(Error::invalid("A language is written as a tag like en, pt or zh-Hant.").suggest(["en".to_owned()]))
}
