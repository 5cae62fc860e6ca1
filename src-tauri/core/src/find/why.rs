//! Why a customer matched, in a few words: what was typed is seldom what is shown first.

use super::fold::{asked, digits, glued, spellings, words};
use crate::customer::{Card, Phone};

/// Why `card` matches `query`; "dealt with last" for an empty one.
pub(super) fn why(card: &Card, query: &str) -> String {
    if query.trim().is_empty() {
        return "dealt with last".to_owned();
    }
    let chunks: Vec<&str> = query.split_whitespace().collect();
    let mut reasons: Vec<String> = Vec::new();
    let number: String =
        digits(&chunks.iter().filter(|chunk| !chunk.chars().any(char::is_alphabetic)).copied().collect::<String>());
    if number.len() >= 3
        && let Some(reason) = card.phones.iter().find_map(|phone| by_number(phone, &number))
    {
        reasons.push(reason);
    }
    for chunk in &chunks {
        let is_number = !chunk.chars().any(char::is_alphabetic) && !reasons.is_empty();
        if is_number {
            continue;
        }
        let reason = by_text(card, chunk);
        if let Some(reason) = reason.filter(|reason| !reasons.contains(reason)) {
            reasons.push(reason);
        }
    }
    if reasons.is_empty()
        && let Some(reason) = by_text(card, query)
    {
        reasons.push(reason);
    }
    reasons.truncate(3);
    if reasons.is_empty() { "name".to_owned() } else { reasons.join(", ") }
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
fn by_text(card: &Card, typed: &str) -> Option<String> {
    let names = [&card.name, &card.given_name, &card.family_name];
    if names.iter().any(|name| holds(name, typed)) {
        return Some("name".to_owned());
    }
    if holds(&card.organization, typed) {
        return Some(format!("works at {}", card.organization));
    }
    if let Some(email) = card.emails.iter().find(|email| holds(&email.address, typed)) {
        return Some(format!("e-mail {}", email.address));
    }
    if let Some((name, value)) = card.fields.iter().find(|(_, value)| holds(value, typed)) {
        return Some(format!("{name} {value}"));
    }
    card.tags.iter().find(|tag| holds(tag, typed)).map(|tag| format!("tag {tag}"))
}

/// Whether every word typed begins one of the text's, or both agree in one piece.
fn holds(text: &str, typed: &str) -> bool {
    let indexed: Vec<String> = words(text).flat_map(spellings).collect();
    let begins =
        |word: &str| asked(word).iter().any(|asked| indexed.iter().any(|spelling| spelling.starts_with(asked)));
    let mut typed_words = words(typed).peekable();
    let in_one = glued(typed);
    (typed_words.peek().is_some() && typed_words.all(begins))
        || (!in_one.is_empty() && glued(text).starts_with(&in_one))
}
