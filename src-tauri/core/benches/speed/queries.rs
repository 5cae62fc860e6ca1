//! What is typed: beginnings of names and ends of numbers, of the latest customers more often than of the others.

use super::office::Office;
use rusqlite::{Connection, OpenFlags};
use serde_json::Value;

/// Customers drawn from an office.
pub struct Sample {
    pub customers: Vec<Drawn>,
    /// The one with most entries.
    pub longest: String,
}

/// What is known of one.
pub struct Drawn {
    pub id: String,
    pub name: String,
    pub phones: Vec<String>,
    pub emails: Vec<String>,
    pub fields: Vec<String>,
}

/// Draws that are the same in every run.
pub struct Draws(u64);

impl Draws {
    pub fn new(seed: u64) -> Draws {
        Draws(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end.max(1)
    }
}

impl Sample {
    pub fn of(office: &Office) -> Sample {
        let db = Connection::open_with_flags(office.home.join("kept.db"), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
        let ids: Vec<Vec<u8>> = db
            .prepare("SELECT customer FROM customer_tally WHERE place IS NOT NULL ORDER BY place DESC")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let mut draws = Draws::new(42);
        let mut card = db.prepare("SELECT card FROM customer WHERE id = ?1").unwrap();
        let customers = (0..4000)
            .map(|_| {
                // The lesser of three: skewed towards those dealt with last.
                let at = (0..3).map(|_| draws.below(ids.len())).min().unwrap();
                let id = ids.get(at).unwrap();
                let json: String = card.query_row([id], |row| row.get(0)).unwrap();
                Drawn::of(id, &serde_json::from_str(&json).unwrap())
            })
            .collect();
        let longest: Vec<u8> = db
            .query_row("SELECT customer FROM customer_tally ORDER BY entries DESC LIMIT 1", [], |row| row.get(0))
            .unwrap();
        Sample { customers, longest: uuid(&longest) }
    }
}

impl Drawn {
    fn of(id: &[u8], card: &Value) -> Drawn {
        let list = |name: &str, part: &str| -> Vec<String> {
            let items = card[name].as_array().into_iter().flatten();
            items.filter_map(|item| item[part].as_str()).map(str::to_owned).collect()
        };
        Drawn {
            id: uuid(id),
            name: card["name"].as_str().unwrap_or_default().to_owned(),
            phones: list("phones", "e164"),
            emails: list("emails", "address"),
            fields: card["fields"]
                .as_object()
                .into_iter()
                .flatten()
                .filter_map(|(_, v)| v.as_str())
                .map(str::to_owned)
                .collect(),
        }
    }
}

fn uuid(bytes: &[u8]) -> String {
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

fn first(text: &str, letters: usize) -> String {
    text.chars().take(letters).collect()
}

fn last(text: &str, letters: usize) -> String {
    let skip = text.chars().count().saturating_sub(letters);
    text.chars().skip(skip).collect()
}

const MANY: usize = 400;

/// Different queries of one sort, at most [`MANY`].
fn different(sample: &Sample, mut make: impl FnMut(&Drawn, &mut Draws) -> Option<String>) -> Vec<String> {
    let mut draws = Draws::new(7);
    let mut found = Vec::new();
    for drawn in &sample.customers {
        if let Some(query) = make(drawn, &mut draws).filter(|query| !found.contains(query)) {
            found.push(query);
        }
        if found.len() == MANY {
            break;
        }
    }
    found
}

fn word(drawn: &Drawn, draws: &mut Draws) -> Option<String> {
    let words: Vec<&str> = drawn.name.split_whitespace().collect();
    words.get(draws.below(words.len())).map(|word| (*word).to_owned())
}

/// The first `letters` letters of a name; repeated where there are too few different ones.
pub fn beginnings(sample: &Sample, letters: usize) -> Vec<String> {
    let found = different(sample, |drawn, draws| Some(first(&word(drawn, draws)?, letters)));
    found.iter().cycle().take(found.len().max(200)).cloned().collect()
}

/// Two words of a name, in either order, whole or begun.
pub fn two_words(sample: &Sample) -> Vec<String> {
    different(sample, |drawn, draws| {
        let (given, family) = drawn.name.split_once(' ')?;
        let cut = |word: &str, draws: &mut Draws| first(word, 2 + draws.below(9));
        let (given, family) = (cut(given, draws), cut(family, draws));
        Some(if draws.below(2) == 0 { format!("{given} {family}") } else { format!("{family} {given}") })
    })
}

/// Pairs of the commonest names, and of their first letters.
pub fn common_pairs() -> Vec<String> {
    let given = [
        "james", "mary", "robert", "patricia", "john", "jennifer", "michael", "peter", "maria", "hans", "j", "m", "s",
        "ma", "jo",
    ];
    let family = [
        "smith", "johnson", "williams", "brown", "jones", "müller", "schmidt", "garcia", "miller", "davis", "s", "m",
        "b", "sm", "mu",
    ];
    given.iter().flat_map(|given| family.iter().map(move |family| format!("{given} {family}"))).collect()
}

/// The last `digits` digits of a number.
pub fn endings(sample: &Sample, digits: usize) -> Vec<String> {
    different(sample, |drawn, _| drawn.phones.first().map(|phone| last(phone, digits)))
}

/// Some digits out of the middle of a number, three to six.
pub fn middles(sample: &Sample) -> Vec<String> {
    different(sample, |drawn, draws| {
        let digits: String = drawn.phones.first()?.chars().filter(char::is_ascii_digit).collect();
        let length = 3 + draws.below(4);
        let from = draws.below(digits.len().saturating_sub(length));
        digits.get(from..from + length).map(str::to_owned)
    })
}

/// Addresses, plates and references, whole or begun.
pub fn references(sample: &Sample) -> Vec<String> {
    different(sample, |drawn, draws| {
        let all: Vec<&String> = drawn.emails.iter().chain(&drawn.fields).collect();
        let text = all.get(draws.below(all.len()))?;
        Some(first(text, 4 + draws.below(30)))
    })
}

/// Queries that nobody answers to.
pub fn misses(sample: &Sample) -> Vec<String> {
    different(sample, |drawn, draws| {
        let word = word(drawn, draws)?;
        Some(match draws.below(4) {
            0 => format!("{word}qx"),
            1 => format!("{word} zzq"),
            2 => format!("9990{:06}", draws.below(1_000_000)),
            _ => format!("{} xq", first(&word, 1 + draws.below(2))),
        })
    })
}
