//! Why a customer matched, in a few words: what was typed is seldom what is shown first.

use super::fold::{asked, begins, digits, glued, words};
use crate::customer::{Card, Phone};

/// What was typed, folded once for all that matched.
pub(super) struct Typed {
    is_empty: bool,
    /// The digits of what can only be a number.
    number: String,
    chunks: Vec<Chunk>,
    whole: Chunk,
}

/// A typed piece.
struct Chunk {
    has_letters: bool,
    /// Its words, each in every spelling it may stand for.
    words: Vec<Vec<String>>,
    in_one: String,
}

impl Chunk {
    fn of(text: &str) -> Chunk {
        Chunk {
            has_letters: text.chars().any(char::is_alphabetic),
            words: words(text).map(asked).collect(),
            in_one: glued(text),
        }
    }

    /// Whether every word of it begins one of the text's, or both agree in one piece.
    fn stands_in(&self, text: &str) -> bool {
        let begins_one = |spellings: &Vec<String>| words(text).any(|word| begins(word, spellings));
        (!self.words.is_empty() && self.words.iter().all(begins_one))
            || (!self.in_one.is_empty() && glued(text).starts_with(&self.in_one))
    }
}

impl Typed {
    pub(super) fn read(query: &str) -> Typed {
        let letterless = |chunk: &&str| !chunk.chars().any(char::is_alphabetic);
        Typed {
            is_empty: query.trim().is_empty(),
            number: digits(&query.split_whitespace().filter(letterless).collect::<String>()),
            chunks: query.split_whitespace().map(Chunk::of).collect(),
            whole: Chunk::of(query),
        }
    }

    /// Why `card` matches; "dealt with last" where nothing was typed.
    pub(super) fn why(&self, card: &Card) -> String {
        if self.is_empty {
            return "dealt with last".to_owned();
        }
        let by_number =
            (self.number.len() >= 3).then(|| card.phones.iter().find_map(|phone| by_number(phone, &self.number)));
        let mut reasons: Vec<String> = by_number.flatten().into_iter().collect();
        let number_explains = !reasons.is_empty();
        for chunk in self.chunks.iter().filter(|chunk| chunk.has_letters || !number_explains) {
            if let Some(reason) = by_text(card, chunk).filter(|reason| !reasons.contains(reason)) {
                reasons.push(reason);
            }
        }
        if reasons.is_empty() {
            reasons.extend(by_text(card, &self.whole));
        }
        reasons.truncate(3);
        if reasons.is_empty() { "name".to_owned() } else { reasons.join(", ") }
    }
}

/// How a phone holds the digits typed, with or without a trunk or international prefix.
fn by_number(phone: &Phone, typed: &str) -> Option<String> {
    let read = phone.e164.as_deref().map(digits).unwrap_or_default();
    let raw = digits(&phone.typed);
    let ways = [Some(typed), typed.strip_prefix("00"), typed.strip_prefix('0')];
    ways.into_iter().flatten().filter(|way| way.len() >= 3).find_map(|way| {
        let among = [&read, &raw];
        if among.iter().any(|number| *number == way) {
            Some("phone number".to_owned())
        } else if among.iter().any(|number| number.ends_with(way)) {
            Some(format!("phone ends in {way}"))
        } else if among.iter().any(|number| number.contains(way)) {
            Some(format!("phone contains {way}"))
        } else {
            None
        }
    })
}

/// What of the card holds a typed piece: the name first, then what is rarer.
fn by_text(card: &Card, typed: &Chunk) -> Option<String> {
    let names = [&card.name, &card.given_name, &card.family_name];
    if names.iter().any(|name| typed.stands_in(name)) {
        return Some("name".to_owned());
    }
    if typed.stands_in(&card.organization) {
        return Some(format!("works at {}", card.organization));
    }
    if let Some(email) = card.emails.iter().find(|email| typed.stands_in(&email.address)) {
        return Some(format!("e-mail {}", email.address));
    }
    if let Some((name, value)) = card.fields.iter().find(|(_, value)| typed.stands_in(value)) {
        return Some(format!("{name} {value}"));
    }
    card.tags.iter().find(|tag| typed.stands_in(tag)).map(|tag| format!("tag {tag}"))
}
