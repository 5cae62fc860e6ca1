//! Who of a file is known already: by the same card or row imported before, by the id of our own export, else by phone or
//! e-mail and a name that fits.
//!
//! A number or address alone is not enough: a household shares them, and two people must not become one on a guess.

use super::Person;
use crate::{
    cache::{email_point, read_card, source_point},
    customer::{Card, CustomerChange, NewCustomer},
    error::Result,
    event::CustomerWords,
    find::same_words,
    id::Id,
};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What a card or row means to the office.
pub(super) enum Match {
    /// Nobody there is known to be the same.
    New,
    /// The very same card or row was imported before.
    Same,
    /// A customer who is the same person, and is told more by it, or not.
    Known(Id),
}

/// A digest of a card or row, by which the same one is known again.
pub(super) fn source_of(person: &Person) -> Result<String> {
    let json =
        serde_json::to_vec(&person.card).map_err(|_| crate::error::Error::invalid("A row cannot be written."))?;
    let digest = Sha256::digest(json);
    Ok(digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect())
}

/// Finds out whether the office knows this person, whose numbers are read in `words`.
pub(super) fn match_person(db: &Connection, person: &Person, words: &CustomerWords, source: &str) -> Result<Match> {
    if !customers_at(db, &source_point(source))?.is_empty() {
        return Ok(Match::Same);
    }
    if let Some(customer) = own_customer(db, person)? {
        return Ok(Match::Known(customer));
    }
    let phones = words.phones.iter().filter_map(|phone| phone.e164.as_deref());
    let mut points: Vec<String> = phones.map(|number| format!("p:{number}")).collect();
    points.extend(person.card.emails.iter().map(|email| email_point(&email.address)));
    points.sort();
    points.dedup();
    let mut shared: BTreeMap<Id, usize> = BTreeMap::new();
    for point in &points {
        for customer in customers_at(db, point)? {
            *shared.entry(customer).or_default() += 1;
        }
    }
    let mut best: Option<(bool, usize, Id)> = None;
    for (customer, count) in shared {
        let Some((card, true)) = read_card(db, customer)? else { continue };
        let same_name = same_words(&card.name, &person.card.name);
        let better = best.is_none_or(|(name, most, _)| (same_name, count) > (name, most));
        if (same_name || fits(&card, &person.card)) && better {
            best = Some((same_name, count, customer));
        }
    }
    Ok(best.map_or(Match::New, |(_, _, customer)| Match::Known(customer)))
}

/// The customer whose id the row or card bears: it was exported from this office.
fn own_customer(db: &Connection, person: &Person) -> Result<Option<Id>> {
    let Some(id) = person.uid.as_deref().and_then(|uid| uid.parse::<Id>().ok()) else { return Ok(None) };
    Ok(read_card(db, id)?.filter(|(_, live)| *live).map(|_| id))
}

/// The customers of a contact point; a number that very many share says nothing about who it is.
fn customers_at(db: &Connection, point: &str) -> Result<Vec<Id>> {
    let mut statement =
        db.prepare_cached("SELECT customer FROM contact_point WHERE value = ?1 ORDER BY customer LIMIT 20")?;
    Ok(statement.query_map([point], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// Whether two names may be one person's: all words of the shorter stand in the longer, whole or as an initial. A name
/// that is only the number or address itself fits any.
fn fits(known: &Card, given: &NewCustomer) -> bool {
    let words = |name: &str| crate::find::name_words(name);
    let is_no_name = |name: &str| !name.chars().any(char::is_alphabetic) || name.contains('@');
    if is_no_name(&known.name) || is_no_name(&given.name) {
        return true;
    }
    let (a, b) = (words(&known.name), words(&given.name));
    let (shorter, longer) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let stands =
        |word: &String| longer.iter().any(|other| word == other || is_initial(word, other) || is_initial(other, word));
    !shorter.is_empty() && shorter.iter().all(stands)
}

fn is_initial(short: &str, long: &str) -> bool {
    short.chars().count() == 1 && long.starts_with(short)
}

/// What a file tells that the card does not hold yet. Nothing that stands there is replaced.
pub(super) fn news(card: &Card, given: NewCustomer) -> CustomerChange {
    let fill = |now: &str, new: String| Some(new).filter(|new| now.is_empty() && !new.is_empty());
    CustomerChange {
        given_name: fill(&card.given_name, given.given_name),
        family_name: fill(&card.family_name, given.family_name),
        organization: fill(&card.organization, given.organization),
        title: fill(&card.title, given.title),
        birthday: fill(&card.birthday, given.birthday),
        note: fill(&card.note, given.note),
        address: given.address.filter(|address| card.address.is_none() && !address.is_empty()),
        add_phones: given
            .phones
            .into_iter()
            .map(|phone| crate::customer::NewPhone { label: String::new(), ..phone })
            .collect(),
        add_emails: given
            .emails
            .into_iter()
            .map(|email| crate::customer::NewEmail { label: String::new(), ..email })
            .collect(),
        add_tags: given.tags,
        set_fields: given
            .fields
            .into_iter()
            .filter(|(name, value)| !value.is_empty() && !card.fields.contains_key(name))
            .collect(),
        ..CustomerChange::default()
    }
}
