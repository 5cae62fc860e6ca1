//! Asking the index. Whatever a query holds, it never fails: its words are folded and quoted, never passed on raw.

use super::{
    fold::{asked, digits, glued, plain, same_words, words},
    terms::holding,
    why::Typed,
};
use crate::{
    cache::{parse_card, parse_restrictions},
    customer::{Card, Kind, Related, related_to},
    desk::Desk,
    error::Result,
    event::Channel,
    id::Id,
    time::Timestamp,
};
use rusqlite::{Connection, params};
use serde::Serialize;

/// A customer who may be meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Hit {
    /// The customer.
    pub id: Id,
    /// Their name.
    pub name: String,
    /// Person or organisation.
    pub kind: Kind,
    /// Their firm.
    pub organization: String,
    /// Their numbers, E.164 where they could be read.
    pub phones: Vec<String>,
    /// Their addresses.
    pub emails: Vec<String>,
    /// Why they matched.
    pub why: String,
    /// How many promises to them are open.
    pub open_promises: u64,
    /// Whether one of them is late.
    pub late: bool,
    /// What should be known before anything else, cut short where it is long; empty where nothing is written.
    pub note: String,
    /// Whether they are not to be called.
    pub do_not_call: bool,
    /// Who belongs to them, and what is owed to those.
    pub related: Vec<Related>,
}

/// Who may be meant, those dealt with last first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Found {
    /// At most as many as asked for.
    pub hits: Vec<Hit>,
    /// How many there are; `None` when there are more than are shown.
    pub total: Option<u64>,
}

/// The longest query that is looked at, in characters, and its most words.
const LONGEST: usize = 200;
const MOST_WORDS: usize = 12;
/// So many characters of a note stand in a row.
const MOST_OF_A_NOTE: usize = 240;
/// The most hits of one answer.
const MOST: usize = 1000;

impl Desk {
    /// Customers who may be meant by `query`, those dealt with last first; an empty query means everybody.
    pub fn find(&self, query: &str, limit: usize) -> Result<Found> {
        let now = self.now();
        let limit = limit.clamp(1, MOST);
        let query: String = query.chars().take(LONGEST).collect();
        self.read(|db| {
            let places = Asked::read(&query).places(db, limit + 1)?;
            let more = places.len() > limit;
            let typed = Typed::read(&query);
            let hits = places
                .into_iter()
                .take(limit)
                .filter_map(|place| hit_in(db, place, &typed, now).transpose())
                .collect::<Result<Vec<_>>>()?;
            let total = if more { None } else { Some(hits.len() as u64) };
            Ok(Found { hits, total })
        })
    }
}

/// A query as the index is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Asked {
    /// The whole query as words; `None` when it holds none.
    words: Option<String>,
    /// What is left of it as words once its digits are taken for a number; `None` when nothing is.
    rest: Option<String>,
    /// Its digits as parts of a number, one of which must occur; empty when there are fewer than three.
    number: Option<String>,
    /// Whether it asks for everybody.
    everybody: bool,
}

impl Asked {
    fn read(query: &str) -> Asked {
        let chunks: Vec<&str> = query.split_whitespace().take(MOST_WORDS).collect();
        let numeric = |chunk: &&str| is_part_of_number(chunk);
        let number = number_parts(&chunks.iter().copied().filter(|chunk| numeric(chunk)).collect::<String>());
        let rest: Vec<&str> = chunks.iter().copied().filter(|chunk| !numeric(chunk)).collect();
        let words = all_of(&chunks);
        Asked { everybody: words.is_none() && query.trim().is_empty(), words, rest: all_of(&rest), number }
    }

    /// The places of those meant, highest (dealt with last) first.
    fn places(&self, db: &Connection, limit: usize) -> Result<Vec<i64>> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let collect = |sql: &str, parameters: &[&dyn rusqlite::ToSql]| -> Result<Vec<i64>> {
            let mut statement = db.prepare_cached(sql)?;
            Ok(statement.query_map(parameters, |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
        };
        if self.everybody {
            return collect(
                "SELECT place FROM customer_tally WHERE place IS NOT NULL ORDER BY place DESC LIMIT ?1",
                &[&limit],
            );
        }
        let mut places = match &self.words {
            Some(words) => collect(
                "SELECT rowid FROM find_words WHERE find_words MATCH ?1 ORDER BY rowid DESC LIMIT ?2",
                &[words, &limit],
            )?,
            None => Vec::new(),
        };
        places.extend(match (&self.number, &self.rest) {
            (Some(number), None) => collect(
                "SELECT rowid FROM find_digits WHERE find_digits MATCH ?1 ORDER BY rowid DESC LIMIT ?2",
                &[number, &limit],
            )?,
            (Some(number), Some(rest)) => in_both(db, rest, number, limit)?,
            (None, _) => Vec::new(),
        });
        places.sort_unstable_by(|a, b| b.cmp(a));
        places.dedup();
        places.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        Ok(places)
    }
}

/// The places of those who match both words and number, highest first, at most `limit`. Both lists are read side by side,
/// only as far as needed: either may be long.
fn in_both(db: &Connection, words: &str, number: &str, limit: i64) -> Result<Vec<i64>> {
    let mut by_words =
        db.prepare_cached("SELECT rowid FROM find_words WHERE find_words MATCH ?1 ORDER BY rowid DESC")?;
    let mut by_number =
        db.prepare_cached("SELECT rowid FROM find_digits WHERE find_digits MATCH ?1 ORDER BY rowid DESC")?;
    let mut by_words = by_words.query_map([words], |row| row.get::<_, i64>(0))?;
    let mut by_number = by_number.query_map([number], |row| row.get::<_, i64>(0))?;
    let (mut one, mut other) = (by_words.next().transpose()?, by_number.next().transpose()?);
    let mut both = Vec::new();
    while let (Some(a), Some(b)) = (one, other) {
        if a == b {
            both.push(a);
            if both.len() as i64 >= limit {
                break;
            }
        }
        if a >= b {
            one = by_words.next().transpose()?;
        }
        if b >= a {
            other = by_number.next().transpose()?;
        }
    }
    Ok(both)
}

/// Whether a chunk can only be part of a number: digits and what is written between them.
fn is_part_of_number(chunk: &str) -> bool {
    let folded = crate::phone::fold_digits(chunk);
    folded.chars().any(|c| c.is_ascii_digit())
        && folded
            .chars()
            .all(|c| c.is_ascii_digit() || "+-./()\u{2010}\u{2011}\u{2013}\u{a0}".contains(c) || c.is_whitespace())
}

/// The ways a typed number may stand in the index: as it is, without `00`, without a trunk `0` or `(0)`.
fn number_parts(typed: &str) -> Option<String> {
    let whole = digits(typed);
    let without_trunk = digits(&typed.replace("(0)", ""));
    let ways = [Some(whole.as_str()), Some(without_trunk.as_str()), whole.strip_prefix("00"), whole.strip_prefix('0')];
    let mut parts: Vec<String> = Vec::new();
    for way in ways.into_iter().flatten().filter(|way| way.len() >= 3) {
        let part = holding(way);
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    (!parts.is_empty()).then(|| parts.join(" OR "))
}

/// All chunks, each by the beginnings of its words, in the language of the index; or the chunks in one piece, for a
/// plate typed with spaces. `None` when there is no word in them.
fn all_of(chunks: &[&str]) -> Option<String> {
    let each: Vec<String> = chunks.iter().filter_map(|chunk| one_of(chunk)).collect();
    if each.is_empty() {
        return None;
    }
    let all = each.join(" AND ");
    let in_one = glued(&chunks.concat());
    let plate = each.len() > 1 && in_one.len() <= 20 && in_one.bytes().any(|b| b.is_ascii_digit());
    Some(if plate { format!("({all}) OR {}", beginning(&in_one)) } else { all })
}

/// A chunk: every word in it by one of its spellings, or all of it in one piece.
fn one_of(chunk: &str) -> Option<String> {
    let found: Vec<&str> = words(chunk).filter(|word| !plain(word).is_empty() || !asked(word).is_empty()).collect();
    let each: Vec<String> = found
        .iter()
        .map(|word| {
            let spellings: Vec<String> = asked(word).iter().map(|spelling| beginning(spelling)).collect();
            if spellings.len() == 1 { spellings.concat() } else { format!("({})", spellings.join(" OR ")) }
        })
        .collect();
    match each.len() {
        0 => None,
        1 => Some(each.concat()),
        _ => Some(format!("(({}) OR {})", each.join(" AND "), beginning(&glued(chunk)))),
    }
}

/// Words that begin so. Folded text holds letters and digits alone, so quoting it is enough.
fn beginning(folded: &str) -> String {
    format!("\"{folded}\"*")
}

/// The customer in that place of the index; `None` where it is empty.
pub(super) fn hit_in(db: &Connection, place: i64, typed: &Typed, now: Timestamp) -> Result<Option<Hit>> {
    let mut statement = db.prepare_cached(
        "SELECT c.id, c.card, c.restrictions FROM customer_tally t JOIN customer c ON c.id = t.customer WHERE t.place = ?1",
    )?;
    let mut rows = statement.query([place])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let (id, json, restrictions): (Id, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
    let card = parse_card(&json)?;
    let (open_promises, late) = db
        .prepare_cached(
            "SELECT count(*), coalesce(max(agreed_due_at < ?2), 0) FROM promise WHERE customer = ?1 AND outcome = 0 AND checks = 0",
        )?
        .query_row(params![id, now], |row| Ok((row.get::<_, i64>(0)?.unsigned_abs(), row.get(1)?)))?;
    let why = typed.why(&card);
    let Card { name, kind, organization, phones, emails, note, .. } = card;
    Ok(Some(Hit {
        id,
        name,
        kind,
        organization,
        phones: phones.into_iter().map(|phone| phone.e164.unwrap_or(phone.typed)).collect(),
        emails: emails.into_iter().map(|email| email.address).collect(),
        why,
        open_promises,
        late,
        note: shortened(&note),
        do_not_call: parse_restrictions(&restrictions)?.iter().any(|one| one.channel == Channel::Call),
        related: related_to(db, id, now)?,
    }))
}

/// The beginning of a note, with a mark where there is more of it.
pub(crate) fn shortened(note: &str) -> String {
    match note.char_indices().nth(MOST_OF_A_NOTE) {
        Some((end, _)) => format!("{}…", note.get(..end).unwrap_or_default()),
        None => note.to_owned(),
    }
}

/// Customers whose name is made of the same words as `name`, in any order, at most `limit`.
pub(crate) fn customers_named(db: &Connection, name: &str, limit: usize) -> Result<Vec<Id>> {
    let chunks: Vec<&str> = words(name).take(MOST_WORDS).collect();
    let Some(query) = all_of(&chunks) else { return Ok(Vec::new()) };
    let mut statement = db.prepare_cached(
        "SELECT c.id, c.name FROM find_words f JOIN customer_tally t ON t.place = f.rowid JOIN customer c ON c.id = t.customer
         WHERE find_words MATCH ?1 ORDER BY f.rowid DESC LIMIT 50",
    )?;
    let found: Vec<(Id, String)> =
        statement.query_map([query], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    Ok(found.into_iter().filter(|(_, other)| same_words(other, name)).map(|(id, _)| id).take(limit).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_a_query_are_asked_as_part_of_a_number() {
        let asked = Asked::read("(206) 555-0142");
        assert_eq!(asked.number.as_deref(), Some("\"2065 0655 6555 5550 5501 5014 0142\""));
        assert_eq!(asked.rest, None);
        assert_eq!(
            Asked::read("00442079").number.as_deref(),
            Some("\"0044 0442 4420 4207 2079\" OR \"4420 4207 2079\" OR \"0442 4420 4207 2079\"")
        );
        assert_eq!(Asked::read("lindgren 0142").rest.as_deref(), Some("\"lindgren\"*"));
        assert_eq!(Asked::read("12").number, None);
    }

    #[test]
    fn an_accent_is_asked_for_with_and_without() {
        assert_eq!(Asked::read("Müll").words.as_deref(), Some("(\"mull\"* OR \"muell\"*)"));
    }

    #[test]
    fn signs_alone_ask_for_nobody() {
        let asked = Asked::read("\"*()^ --");
        assert_eq!((asked.words, asked.number, asked.everybody), (None, None, false));
    }
}
