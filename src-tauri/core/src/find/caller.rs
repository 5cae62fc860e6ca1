//! Who is calling: a number as a telephone hands it over, and the customers who have it.
//!
//! What a telephone hands over is chosen by whoever calls. It is only ever read as a number: not as a name, a path or a
//! query, and what is no number is said to be none.

use super::{fold::digits, handed_over::HandedOver, query::Hit, query::hit_in, terms::holding, why::Typed};
use crate::{
    customer::Phone,
    desk::Desk,
    error::Result,
    id::Id,
    phone::{self, ReadPhone},
};
use rusqlite::{Connection, params};
use serde::Serialize;

/// The most digits a number may have.
const MOST_DIGITS: usize = 20;
/// Digits at the end that two numbers share where one was written without its area or country code.
const SAME_ENDING: usize = 7;
/// Fewer digits belong to an extension or a service, not to a customer.
const FEWEST_DIGITS: usize = 5;
/// The most customers that are named, and the most that are looked at for the same ending.
const MOST: usize = 20;
const MOST_LOOKED_AT: i64 = 200;

/// What was handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum CallerKind {
    /// A number.
    Number,
    /// None: the caller withholds it, or the telephone does not know it.
    Withheld,
    /// Something that is no number.
    NoNumber,
}

/// A caller, and who it may be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Caller {
    /// What was handed over.
    pub kind: CallerKind,
    /// The number, E.164 where it is certain which one is meant; empty where there is none.
    pub number: String,
    /// Who the telephone says it is, which anybody can have it say; empty where it says nothing.
    pub name: String,
    /// Whether the telephone says that we are calling them.
    pub outgoing: bool,
    /// Whether the telephone says that the call has ended.
    pub ended: bool,
    /// Whether the customers have exactly this number; else only its last digits are theirs.
    pub certain: bool,
    /// Customers who may be calling, those dealt with last first, each with the reason.
    pub hits: Vec<Hit>,
}

impl Desk {
    /// Who may be calling from `text`, as a telephone hands it over. It never fails on a text, whatever it holds.
    pub fn caller(&self, text: &str) -> Result<Caller> {
        let region = self.office().settings.region.clone();
        let handed = HandedOver::read(text);
        let (kind, number) = read(&handed, &region);
        let HandedOver { name, outgoing, ended, .. } = handed;
        let mut caller =
            Caller { kind, number: String::new(), name, outgoing, ended, certain: false, hits: Vec::new() };
        if kind != CallerKind::Number {
            return Ok(caller);
        }
        caller.number = number.e164.clone().unwrap_or_else(|| written(&handed.number));
        let now = self.now();
        self.read(|db| {
            let exact = number.e164.as_deref().map_or(Ok(Vec::new()), |e164| exactly(db, e164))?;
            caller.certain = !exact.is_empty();
            let places = if caller.certain { exact } else { by_ending(db, &number)? };
            let typed = Typed::read(&caller.number);
            for (place, why) in places {
                caller.hits.extend(hit_in(db, place, &typed, now)?.map(|hit| Hit { why, ..hit }));
            }
            Ok(caller)
        })
    }
}

/// What was handed over, and the number in it.
fn read(handed: &HandedOver, region: &str) -> (CallerKind, ReadPhone) {
    let number = phone::read(&handed.number, region);
    let kind = match number.digits.len() {
        // "anonymous", or a placeholder that the softphone did not fill in.
        0 if !handed.is_cut => CallerKind::Withheld,
        0 => CallerKind::NoNumber,
        _ if number.e164.is_some() => CallerKind::Number,
        digits if digits <= MOST_DIGITS && is_dialled(&handed.number) => CallerKind::Number,
        _ => CallerKind::NoNumber,
    };
    (kind, number)
}

/// A number that is not certain, as it is written down: without scheme, host and parameters.
fn written(text: &str) -> String {
    let line = phone::dialled(text);
    let number = line.strip_prefix("tel:").map(|rest| rest.split(';').next().unwrap_or_default().to_owned());
    number.unwrap_or(line).trim().to_owned()
}

/// Whether it holds nothing but what is dialled, and what is written between it.
fn is_dialled(text: &str) -> bool {
    let dialled = |c: char| c.is_ascii_digit() || c.is_whitespace() || "+-./()#*,;".contains(c);
    phone::fold_digits(&written(text)).chars().all(dialled)
}

/// The places of the customers with exactly this number, highest first.
fn exactly(db: &Connection, e164: &str) -> Result<Vec<(i64, String)>> {
    let mut statement = db.prepare_cached(
        "SELECT t.place FROM contact_point p JOIN customer_tally t ON t.customer = p.customer
         WHERE p.value = ?1 AND t.place IS NOT NULL ORDER BY t.place DESC LIMIT ?2",
    )?;
    let places = statement.query_map(params![format!("p:{e164}"), MOST as i64], |row| row.get(0))?;
    places.map(|place| Ok((place?, "same number".to_owned()))).collect()
}

/// The places of the customers one of whose numbers ends like this one, highest first.
fn by_ending(db: &Connection, number: &ReadPhone) -> Result<Vec<(i64, String)>> {
    let whole = number.e164.as_deref().map_or_else(|| number.digits.clone(), digits);
    let whole = whole.trim_start_matches('0');
    if whole.len() < FEWEST_DIGITS {
        return Ok(Vec::new());
    }
    let ending = whole.get(whole.len().saturating_sub(SAME_ENDING)..).unwrap_or(whole);
    let mut statement = db.prepare_cached(
        "SELECT t.place, c.id, c.card FROM find_digits f JOIN customer_tally t ON t.place = f.rowid JOIN customer c ON c.id = t.customer
         WHERE find_digits MATCH ?1 ORDER BY f.rowid DESC LIMIT ?2",
    )?;
    let mut rows = statement.query(params![holding(ending), MOST_LOOKED_AT])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (place, _, card): (i64, Id, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let card = crate::cache::parse_card(&card)?;
        found.extend(card.phones.iter().find_map(|phone| same_ending(phone, whole)).map(|why| (place, why)));
    }
    found.truncate(MOST);
    Ok(found)
}

/// Why a phone may be the one that is calling: as many digits as both have are the same.
fn same_ending(phone: &Phone, calling: &str) -> Option<String> {
    let numbers = [phone.e164.as_deref().map(digits).unwrap_or_default(), digits(&phone.typed)];
    numbers.iter().map(|number| number.trim_start_matches('0')).find_map(|number| {
        let (short, long) = if number.len() < calling.len() { (number, calling) } else { (calling, number) };
        match short.len() {
            same if number == calling && same >= FEWEST_DIGITS => Some("same number".to_owned()),
            same if same >= SAME_ENDING && long.ends_with(short) => Some(format!("same last {same} digits")),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str) -> CallerKind {
        read(&HandedOver::read(text), "US").0
    }

    #[test]
    fn what_hides_the_caller_is_a_withheld_number() {
        for text in [
            "",
            "  ",
            "\"\"",
            "%CallerNumber%",
            "{number}",
            "$CALLERID",
            "anonymous",
            "Private",
            "sip:anonymous@10.0.0.1",
            "\u{202e}\u{200f}",
        ] {
            assert_eq!(kind(text), CallerKind::Withheld, "{text:?}");
        }
    }

    #[test]
    fn what_is_no_number_is_said_to_be_none() {
        let long = "1".repeat(10_000);
        for text in
            [long.as_str(), "<script>alert(1)</script>", "%1", "../../etc/passwd2", "--help=1", "1;rm -rf ~", "7f3c"]
        {
            assert_eq!(kind(text), CallerKind::NoNumber, "{text:.40}");
        }
        assert_eq!(kind(&"x".repeat(10_000)), CallerKind::NoNumber);
    }

    #[test]
    fn a_number_is_read_through_what_stands_around_it() {
        for text in [
            "+1 206 555 0142",
            "\"+12065550142\"",
            "\u{200e}+1\u{a0}206\u{a0}555\u{a0}0142\u{202c}",
            "tel:+1-206-555-0142",
            "2065550142",
            "sip:+12065550142@pbx.example",
        ] {
            let (kind, number) = read(&HandedOver::read(text), "US");
            assert_eq!((kind, number.e164.as_deref()), (CallerKind::Number, Some("+12065550142")), "{text:?}");
        }
        assert_eq!(kind("101"), CallerKind::Number, "an extension of the house");
        assert_eq!(kind("*31#555-0142"), CallerKind::Number);
    }

    #[test]
    fn what_is_written_down_is_what_is_dialled() {
        for (text, line) in [
            ("TEL:7042;phone-context=pbx.example", "7042"),
            ("sip:7042@pbx.example;user=phone", "7042"),
            ("7042", "7042"),
            ("callto://555-0142", "555-0142"),
        ] {
            assert_eq!((kind(text), written(text).as_str()), (CallerKind::Number, line), "{text}");
        }
    }
}
