//! The terms under which a customer is found: what the index is told of a card.

use super::fold::{digits, glued, spellings, words};
use crate::{customer::Card, event::CustomerWords};
use std::collections::{BTreeMap, BTreeSet};

/// The terms of one customer, folded, each followed by a blank.
pub(crate) struct Terms {
    /// Words, each once.
    pub(super) words: String,
    /// Numbers: as read, and as typed where that is another row of digits.
    pub(super) digits: String,
}

impl Terms {
    /// The terms of a card.
    pub(crate) fn of_card(card: &Card) -> Terms {
        let texts = [&card.name, &card.given_name, &card.family_name, &card.organization];
        let emails = card.emails.iter().map(|email| email.address.as_str());
        let phones = card.phones.iter().map(|phone| (phone.e164.as_deref(), phone.typed.as_str()));
        Terms { words: words_of(texts, &card.tags, emails, &card.fields), digits: digits_of(phones) }
    }

    /// The terms of the card that begins with `words`.
    pub(crate) fn of_words(words: &CustomerWords) -> Terms {
        let texts = [&words.name, &words.given_name, &words.family_name, &words.organization];
        let emails = words.emails.iter().map(|email| email.address.as_str());
        let phones = words.phones.iter().map(|phone| (phone.e164.as_deref(), phone.typed.as_str()));
        Terms { words: words_of(texts, &words.tags, emails, &words.fields), digits: digits_of(phones) }
    }
}

fn words_of<'a>(
    texts: [&String; 4],
    tags: &[String],
    emails: impl Iterator<Item = &'a str>,
    fields: &BTreeMap<String, String>,
) -> String {
    let mut tokens = BTreeSet::new();
    for text in texts.into_iter().chain(tags) {
        add_text(text, &mut tokens);
    }
    for email in emails {
        // All of its words are asked for when it is typed whole, so it need not stand there in one piece.
        words(email).for_each(|word| tokens.extend(spellings(word)));
        if let Some((local, _)) = email.rsplit_once('@') {
            tokens.insert(glued(local));
        }
    }
    for value in fields.values() {
        add_text(value, &mut tokens);
        // A plate or reference is typed with or without its spaces.
        if value.len() <= 40 {
            tokens.insert(glued(value));
        }
    }
    tokens.remove("");
    let mut document = String::with_capacity(tokens.len() * 8);
    for token in &tokens {
        document.push_str(token);
        document.push(' ');
    }
    document
}

fn add_text(text: &str, tokens: &mut BTreeSet<String>) {
    for chunk in text.split_whitespace() {
        let mut count = 0;
        for word in words(chunk) {
            count += 1;
            tokens.extend(spellings(word));
        }
        if count > 1 {
            tokens.insert(glued(chunk));
        }
    }
}

fn digits_of<'a>(phones: impl Iterator<Item = (Option<&'a str>, &'a str)>) -> String {
    let mut document = String::new();
    for (e164, typed) in phones {
        let (read, typed) = (e164.map(digits).unwrap_or_default(), digits(typed));
        for number in [read.as_str(), if read.contains(&typed) { "" } else { &typed }] {
            add_number(number, &mut document);
        }
    }
    document
}

/// Digits in a piece of a number.
const PIECE: usize = 4;
/// Stands between two numbers, so that no row of digits is found across them.
const BETWEEN: &str = "x ";

/// Adds a number of three digits or more: every piece of it, and its last three digits, which begin no other.
fn add_number(number: &str, document: &mut String) {
    if number.len() < PIECE - 1 {
        return;
    }
    for piece in pieces(number).chain(number.get(number.len() - (PIECE - 1)..)) {
        document.push_str(piece);
        document.push(' ');
    }
    document.push_str(BETWEEN);
}

/// Every piece of a row of ASCII digits, in order.
fn pieces(digits: &str) -> impl Iterator<Item = &str> {
    (PIECE..=digits.len()).filter_map(|end| digits.get(end - PIECE..end))
}

/// Numbers that hold this row of three ASCII digits or more, in the language of the index.
pub(super) fn holding(digits: &str) -> String {
    if digits.len() < PIECE {
        return format!("\"{digits}\"*");
    }
    format!("\"{}\"", pieces(digits).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_held_in_pieces_and_by_its_last_three_digits() {
        assert_eq!(digits_of([(Some("+12065"), "2065")].into_iter()), "1206 2065 065 x ");
        assert_eq!(digits_of([(None, "12")].into_iter()), "");
    }

    #[test]
    fn digits_are_asked_for_as_a_phrase_of_their_pieces() {
        assert_eq!(holding("123"), "\"123\"*");
        assert_eq!(holding("1234"), "\"1234\"");
        assert_eq!(holding("123456"), "\"1234 2345 3456\"");
    }
}
