//! Likely doubles: other customers with the same number or address, or a name that is or sounds the same.

use super::NewCustomer;
use crate::{
    cache::{contact_points, email_point, read_card, sound_points},
    desk::Desk,
    error::Result,
    find::{are_alike, customers_named, same_words},
    id::Id,
    phone,
};
use rusqlite::{Connection, params};
use serde::Serialize;

/// Another customer who may be the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Double {
    /// The other customer.
    pub id: Id,
    /// Their name.
    pub name: String,
    /// Why they may be the same, in words.
    pub why: String,
}

/// The most that are named.
const MOST: usize = 5;
/// The most with one sound that are looked at.
const MOST_ALIKE: usize = 50;

impl Desk {
    /// Customers who may be the same as this one, at most five: by number, by address, by name, by the sound of it.
    pub(super) fn doubles(&self, customer: Id) -> Result<Vec<Double>> {
        self.read(|db| {
            let Some((card, _)) = read_card(db, customer)? else { return Ok(Vec::new()) };
            doubles_of(db, contact_points(&card).into_iter().collect(), &card.name, Some(customer))
        })
    }

    /// Customers who may be the same as one who is being typed in, at most five. `except`: the one who is being changed.
    /// Nothing needs to be whole yet; what cannot be read is passed over.
    ///
    /// # Errors
    /// The office cannot be read.
    pub fn likely_doubles(&self, draft: &NewCustomer, except: Option<Id>) -> Result<Vec<Double>> {
        let region = self.office().settings.region.clone();
        let numbers = draft.phones.iter().filter_map(|typed| phone::read(&typed.typed, &region).e164);
        let addresses = draft.emails.iter().filter(|email| email.address.contains('@'));
        let points: Vec<String> = numbers
            .map(|number| format!("p:{number}"))
            .chain(addresses.map(|email| email_point(&email.address)))
            .collect();
        let spoken = format!("{} {}", draft.given_name, draft.family_name);
        let name = if draft.name.trim().is_empty() { spoken.trim() } else { draft.name.trim() };
        self.read(|db| doubles_of(db, points, name, except))
    }
}

fn doubles_of(db: &Connection, mut points: Vec<String>, name: &str, except: Option<Id>) -> Result<Vec<Double>> {
    points.sort_by_key(|point| !point.starts_with("p:"));
    let mut found: Vec<(Id, String)> = Vec::new();
    for point in &points {
        let why = match point.split_once(':') {
            Some(("p", number)) => format!("same phone {}", phone::spaced(number)),
            Some((_, address)) => format!("same e-mail {address}"),
            None => continue,
        };
        found.extend(customers_with(db, point, MOST + 1)?.into_iter().map(|other| (other, why.clone())));
    }
    found.extend(customers_named(db, name, MOST + 1)?.into_iter().map(|other| (other, "same name".to_owned())));
    for point in sound_points(name) {
        for other in customers_with(db, &point, MOST_ALIKE)? {
            if let Some((card, _)) = read_card(db, other)?
                && !same_words(&card.name, name)
                && are_alike(&card.name, name)
            {
                found.push((other, "the name sounds the same".to_owned()));
            }
        }
    }
    let mut doubles: Vec<Double> = Vec::new();
    for (other, why) in found.into_iter().filter(|(other, _)| Some(*other) != except) {
        if let Some(known) = doubles.iter_mut().find(|double| double.id == other) {
            if !known.why.contains(&why) {
                known.why = format!("{}, {why}", known.why);
            }
        } else if doubles.len() < MOST
            && let Some((card, true)) = read_card(db, other)?
        {
            doubles.push(Double { id: other, name: card.name, why });
        }
    }
    Ok(doubles)
}

fn customers_with(db: &Connection, point: &str, most: usize) -> Result<Vec<Id>> {
    let mut statement =
        db.prepare_cached("SELECT customer FROM contact_point WHERE value = ?1 ORDER BY customer LIMIT ?2")?;
    Ok(statement.query_map(params![point, most as i64], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}
