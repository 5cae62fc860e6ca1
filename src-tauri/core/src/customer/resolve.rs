//! Which customer is meant: by id, by the ending of an id, by an exact number or address.

use crate::{
    cache::email_point,
    desk::Desk,
    error::{Code, Error, Result},
    id::Id,
    log, phone,
};
use rusqlite::{Connection, params};

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
        self.read(|db| resolve(db, text.trim(), &PROMISES))
    }

    /// The entry meant by `text`: an id or an unambiguous ending of one.
    pub fn resolve_entry(&self, text: &str) -> Result<Id> {
        self.read(|db| resolve(db, text.trim(), &ENTRIES))
    }
}

/// The shortest ending of an id that may stand for it.
const SHORTEST_ENDING: usize = 6;

/// A kind of thing that an id may stand for.
struct Things {
    /// What one is called.
    what: &'static str,
    /// The kind of the event that begins one; `None`: any event.
    kind: Option<&'static str>,
    /// Their ids that end in the bytes `?1`, `?2` in number, from the narrowest index that holds them all.
    ending_in: &'static str,
}

const CUSTOMERS: Things = Things {
    what: "customer",
    kind: Some("customer_added"),
    ending_in: "SELECT customer FROM customer_tally WHERE substr(customer, -?2) = ?1 ORDER BY customer",
};
const PROMISES: Things = Things {
    what: "promise",
    kind: Some("promise_made"),
    ending_in: "SELECT id FROM promise WHERE substr(id, -?2) = ?1 ORDER BY id",
};
const ENTRIES: Things = Things {
    what: "entry",
    kind: None,
    ending_in: "SELECT id FROM event INDEXED BY event_id WHERE substr(id, -?2) = ?1 ORDER BY id",
};

fn resolve(db: &Connection, text: &str, things: &Things) -> Result<Id> {
    let what = things.what;
    let missing = || Error::not_found(format!("There is no {what} with that id."));
    if let Ok(id) = text.parse::<Id>() {
        let known = log::find(db, id)?.is_some_and(|event| things.kind.is_none_or(|kind| kind == event.kind));
        return if known { Ok(id) } else { Err(missing()) };
    }
    let ending: String = text.chars().filter(|c| *c != '-').collect::<String>().to_lowercase();
    if ending.len() < SHORTEST_ENDING || ending.len() > 32 || !ending.chars().all(|c| c.is_ascii_hexdigit()) {
        return Err(missing());
    }
    let bytes = last_bytes(&ending);
    let mut statement = db.prepare_cached(things.ending_in)?;
    let found = statement.query_map(params![bytes, bytes.len() as i64], |row| row.get::<_, Id>(0))?;
    let ids: Vec<Id> = found.collect::<rusqlite::Result<_>>()?;
    // An odd digit at the beginning is no whole byte.
    let meant: Vec<Id> = ids.into_iter().filter(|id| id.to_string().replace('-', "").ends_with(&ending)).collect();
    match meant.as_slice() {
        [] => Err(missing()),
        [only] => Ok(*only),
        _ => Err(Error::new(Code::Ambiguous, format!("Several ids of a {what} end so. Give more of it."))),
    }
}

/// The whole bytes at the end of hexadecimal digits.
fn last_bytes(digits: &str) -> Vec<u8> {
    let values: Vec<u8> = digits.chars().filter_map(|c| c.to_digit(16)).map(|digit| digit as u8).collect();
    values.rchunks_exact(2).rev().map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit)).collect()
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
        [] => resolve(db, text, &CUSTOMERS).map_err(|error| match error.code {
            Code::NotFound => Error::not_found("There is no customer with that number, address or id."),
            _ => error,
        }),
        [only] => Ok(*only),
        _ => Err(Error::new(Code::Ambiguous, "Several customers have that number or address. Give the id.")),
    }
}
