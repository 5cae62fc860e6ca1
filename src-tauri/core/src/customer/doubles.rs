//! Likely doubles: other customers with the same number, address or name.

use crate::{
    cache::{contact_points, read_card},
    desk::Desk,
    error::Result,
    find::customers_named,
    id::Id,
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

impl Desk {
    /// Customers who may be the same as this one, at most five, by number, by address, then by name.
    pub(super) fn doubles(&self, customer: Id) -> Result<Vec<Double>> {
        self.read(|db| doubles_of(db, customer))
    }
}

fn doubles_of(db: &Connection, customer: Id) -> Result<Vec<Double>> {
    let Some((card, _)) = read_card(db, customer)? else { return Ok(Vec::new()) };
    let mut found: Vec<(Id, String)> = Vec::new();
    let points = contact_points(&card);
    let is_phone = |point: &&String| point.starts_with("p:");
    for point in points.iter().filter(is_phone).chain(points.iter().filter(|point| !is_phone(point))) {
        let others: Vec<Id> = db
            .prepare_cached(
                "SELECT customer FROM contact_point WHERE value = ?1 AND customer <> ?2 ORDER BY customer LIMIT ?3",
            )?
            .query_map(params![point, customer, MOST as i64], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let why = match point.split_once(':') {
            Some(("p", number)) => format!("same phone {number}"),
            Some((_, address)) => format!("same e-mail {address}"),
            None => continue,
        };
        found.extend(others.into_iter().map(|other| (other, why.clone())));
    }
    found.extend(customers_named(db, &card.name, MOST)?.into_iter().map(|other| (other, "same name".to_owned())));
    let mut doubles: Vec<Double> = Vec::new();
    for (other, why) in found {
        if other == customer || doubles.len() >= MOST || doubles.iter().any(|double| double.id == other) {
            continue;
        }
        if let Some((card, true)) = read_card(db, other)? {
            doubles.push(Double { id: other, name: card.name, why });
        }
    }
    Ok(doubles)
}
