//! Who of a file is known already: by the same card or row imported before, by the id of our own export, else by phone or
//! e-mail and a name that fits.
//!
//! A number or address alone is not enough: a household shares them, and two people must not become one on a guess.

use super::Person;
use crate::{
    cache::{email_point, read_card, sound_points, source_point},
    customer::{Card, CustomerChange, NewCustomer, customer_words},
    desk::Writing,
    error::{Error, Result},
    event::{CustomerFacts, CustomerWords},
    find::{Terms, same_words},
    id::Id,
};
use rusqlite::{Connection, params};
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

/// A card or row, read as far as that needs no look at what the import itself has written.
pub(super) struct Prepared {
    pub(super) person: Person,
    /// A digest of the card or row, by which the same one is known again.
    pub(super) source: String,
    pub(super) facts: CustomerFacts,
    pub(super) words: CustomerWords,
    pub(super) terms: Terms,
    /// Its contact points: phone numbers and e-mail addresses, each once, and last the card or row itself.
    pub(super) points: Vec<String>,
    /// The sounds of the name, which match nobody.
    pub(super) sounds: Vec<String>,
    /// Customers there before whose contact points these are, one for each that is theirs.
    known: Vec<Id>,
    /// Whether the very same card or row was imported before.
    is_same: bool,
}

impl Prepared {
    /// Reads a card or row with the phone numbers of `region`. `db`: the office as it was before the import.
    pub(super) fn of(db: &Connection, person: Person, region: &str) -> Result<Prepared> {
        let json = serde_json::to_vec(&person.card).map_err(|_| Error::invalid("A row cannot be written."))?;
        let digest: [u8; 32] = Sha256::digest(json).into();
        let source = format!("{:032x}", digest.first_chunk().copied().map_or(0, u128::from_be_bytes));
        let (mut facts, words) = customer_words(person.card.clone(), region);
        facts.source = Some(source.clone());
        let phones = words.phones.iter().filter_map(|phone| phone.e164.as_deref());
        let mut points: Vec<String> = phones.map(|number| format!("p:{number}")).collect();
        points.extend(words.emails.iter().map(|email| email_point(&email.address)));
        points.sort();
        points.dedup();
        let mut known = Vec::new();
        for point in &points {
            known.extend(customers_at(db, point)?);
        }
        let itself = source_point(&source);
        let is_same = !customers_at(db, &itself)?.is_empty();
        points.push(itself);
        let (terms, sounds) = (Terms::of_words(&words), sound_points(&words.name).collect());
        Ok(Prepared { person, source, facts, words, terms, points, sounds, known, is_same })
    }
}

/// Finds out whether the office knows this person, or the import has added them already.
pub(super) fn match_person(writing: &Writing<'_>, prepared: &Prepared) -> Result<Match> {
    let (db, Prepared { person, points, known, is_same, .. }) = (writing.db, prepared);
    if *is_same || points.last().is_some_and(|itself| !writing.customers_at(itself).is_empty()) {
        return Ok(Match::Same);
    }
    if let Some(customer) = own_customer(db, person)? {
        return Ok(Match::Known(customer));
    }
    let mut shared: BTreeMap<Id, usize> = BTreeMap::new();
    let just = points.iter().flat_map(|point| writing.customers_at(point).iter().take(MOST_AT_A_POINT));
    for customer in known.iter().chain(just) {
        *shared.entry(*customer).or_default() += 1;
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

/// Customers of one number or address that are looked at: one that very many share says nothing about who it is.
const MOST_AT_A_POINT: usize = 20;

/// The customers of a contact point.
fn customers_at(db: &Connection, point: &str) -> Result<Vec<Id>> {
    let mut statement =
        db.prepare_cached("SELECT customer FROM contact_point WHERE value = ?1 ORDER BY customer LIMIT ?2")?;
    let most = i64::try_from(MOST_AT_A_POINT).unwrap_or(i64::MAX);
    Ok(statement.query_map(params![point, most], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// The customer whose id the row or card bears: it was exported from this office.
fn own_customer(db: &Connection, person: &Person) -> Result<Option<Id>> {
    let Some(id) = person.uid.as_deref().and_then(|uid| uid.parse::<Id>().ok()) else { return Ok(None) };
    Ok(read_card(db, id)?.filter(|(_, live)| *live).map(|_| id))
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
        language: fill(&card.language, given.language),
        good_hours: fill(&card.good_hours, given.good_hours),
        note: fill(&card.note, given.note),
        interest: fill(&card.interest, given.interest),
        department: fill(&card.department, given.department),
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
