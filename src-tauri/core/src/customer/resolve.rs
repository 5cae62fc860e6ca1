//! Which customer is meant: by id, by the ending of an id, by an exact number or address.

use crate::{
    cache::email_point,
    desk::Desk,
    error::{Code, Error, Result},
    id::Id,
    log, phone,
};
use rusqlite::Connection;

impl Desk {
    /// The customer meant by `text`: an id, an unambiguous ending of one, an exact phone number or e-mail address.
    ///
    /// # Errors
    /// Nobody is meant, or several could be.
    pub fn resolve_customer(&self, text: &str) -> Result<Id> {
        let region = self.office().settings.region.clone();
        self.read(|db| resolve_customer(db, text.trim(), &region))
    }

    /// The promise meant by `text`: an id or an unambiguous ending of one.
    pub fn resolve_promise(&self, text: &str) -> Result<Id> {
        self.read(|db| resolve(db, text.trim(), &["promise_made"], "promise"))
    }

    /// The entry meant by `text`: an id or an unambiguous ending of one.
    pub fn resolve_entry(&self, text: &str) -> Result<Id> {
        self.read(|db| resolve(db, text.trim(), &[], "entry"))
    }
}

/// The shortest ending of an id that may stand for it.
const SHORTEST_ENDING: usize = 6;

fn resolve(db: &Connection, text: &str, kinds: &[&str], what: &str) -> Result<Id> {
    let missing = || Error::not_found(format!("There is no {what} with that id."));
    if let Ok(id) = text.parse::<Id>() {
        let known = log::find(db, id)?.is_some_and(|event| kinds.is_empty() || kinds.contains(&event.kind.as_str()));
        return if known { Ok(id) } else { Err(missing()) };
    }
    let ending: String = text.chars().filter(|c| *c != '-').collect::<String>().to_uppercase();
    if ending.len() < SHORTEST_ENDING || ending.len() > 32 || !ending.chars().all(|c| c.is_ascii_hexdigit()) {
        return Err(missing());
    }
    match log::ending_in(db, &ending, kinds, 2)?.as_slice() {
        [] => Err(missing()),
        [only] => Ok(*only),
        _ => Err(Error::new(Code::Ambiguous, format!("Several ids of a {what} end so. Give more of it."))),
    }
}

fn resolve_customer(db: &Connection, text: &str, region: &str) -> Result<Id> {
    // A number or address is looked up at once; for the ending of an id every id has to be looked at.
    let point = if text.contains('@') {
        Some(email_point(text))
    } else {
        phone::read(text, region).e164.map(|number| format!("p:{number}"))
    };
    let customers: Vec<Id> = db
        .prepare_cached("SELECT customer FROM contact_point WHERE value = ?1 ORDER BY customer LIMIT 2")?
        .query_map([point.as_deref().unwrap_or_default()], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    match customers.as_slice() {
        [] => resolve(db, text, &["customer_added"], "customer").map_err(|error| match error.code {
            Code::NotFound => Error::not_found("There is no customer with that number, address or id."),
            _ => error,
        }),
        [only] => Ok(*only),
        _ => Err(Error::new(Code::Ambiguous, "Several customers have that number or address. Give the id.")),
    }
}
