//! Text split into numbers, words and marks, each with its place in the text.

use crate::phone::fold_digit;
use unicode_normalization::UnicodeNormalization;

/// A run of digits, a run of letters, or one other character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A number, and how many digits it was typed with. A number too great to be a date or time is `u32::MAX`.
    Number(u32, usize),
    /// A word in lower case.
    Word(String),
    /// Any other character that is no blank.
    Mark(char),
}

/// A piece of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// What it is.
    pub kind: Kind,
    /// A word without its accents, where it has any.
    pub plain: Option<String>,
    /// The byte of the text where it begins.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// Whether it is the second part of what is written as one word.
    pub is_split: bool,
}

impl Token {
    fn new(kind: Kind, start: usize, end: usize) -> Token {
        Token { kind, plain: None, start, end, is_split: false }
    }

    /// Whether nothing stands between this token and the `next`.
    pub(crate) fn touches(&self, next: &Token) -> bool {
        self.end == next.start && !next.is_split
    }

    /// The word that it is, as the tables of words have it: in lower case and without accents.
    pub(crate) fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(self.plain.as_ref().unwrap_or(word)),
            Kind::Number(..) | Kind::Mark(_) => None,
        }
    }

    /// By what a phrase is found that begins with it: a word, or the apostrophe before one.
    pub(crate) fn key(&self) -> Option<&str> {
        match self.kind {
            Kind::Mark('\'') => Some("'"),
            Kind::Word(_) | Kind::Number(..) | Kind::Mark(_) => self.word(),
        }
    }
}

/// A word in lower case without its accents.
pub(crate) fn plain_word(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            _ if c.is_ascii() => plain.push(c),
            _ if is_combining(c) => {}
            'ß' => plain.push_str("ss"),
            'œ' => plain.push_str("oe"),
            _ => plain.push(std::iter::once(c).nfd().next().filter(char::is_ascii_alphabetic).unwrap_or(c)),
        }
    }
    plain
}

/// Whether it is an accent that stands after its letter.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Splits a text. Digits and letters of other widths and scripts count as the plain ones; marks that only steer the
/// direction of writing count as nothing.
pub(crate) fn scan(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    for (start, typed) in text.char_indices() {
        let end = start + typed.len_utf8();
        let c = plain(typed);
        let last = tokens.last_mut().filter(|t| t.end == start);
        if is_invisible(c) {
            if let Some(last) = last {
                last.end = end;
            }
            continue;
        }
        if c.is_whitespace() {
            continue;
        }
        match (last, c.to_digit(10)) {
            (Some(Token { kind: Kind::Number(value, digits), end: e, .. }), Some(digit)) => {
                *value = value.checked_mul(10).and_then(|v| v.checked_add(digit)).unwrap_or(u32::MAX);
                *digits += 1;
                *e = end;
            }
            (Some(Token { kind: Kind::Word(word), end: e, .. }), None)
                if c.is_alphabetic() || c == '\'' || is_combining(c) =>
            {
                word.extend(c.to_lowercase());
                *e = end;
            }
            (_, Some(digit)) => tokens.push(Token::new(Kind::Number(digit, 1), start, end)),
            (_, None) if c.is_alphabetic() => {
                tokens.push(Token::new(Kind::Word(c.to_lowercase().collect()), start, end));
            }
            (_, None) => tokens.push(Token::new(Kind::Mark(c), start, end)),
        }
    }
    for token in &mut tokens {
        if let Kind::Word(word) = &mut token.kind
            && !word.is_ascii()
        {
            *word = word.nfc().collect();
            token.plain = Some(plain_word(word)).filter(|plain| plain != word);
        }
    }
    tokens
}

/// The plain form of a full-width or otherwise dressed character.
fn plain(c: char) -> char {
    match fold_digit(c) {
        c if c.is_ascii() => c,
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        c => {
            let mut parts = std::iter::once(c).nfkc();
            // A circled or raised figure is no digit of a time.
            parts.next().filter(|p| parts.next().is_none() && !p.is_ascii_digit()).unwrap_or(c)
        }
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{61C}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_token_knows_its_place_in_the_text() {
        let text = "Ｔｍｒ ٢٠:30, o’clock 99999999999";
        let tokens = scan(text);
        let pieces: Vec<_> = tokens.iter().map(|t| text.get(t.start..t.end).unwrap()).collect();
        assert_eq!(pieces, ["Ｔｍｒ", "٢٠", ":", "30", ",", "o’clock", "99999999999"]);
        let kinds: Vec<_> = tokens.into_iter().map(|t| t.kind).collect();
        assert_eq!(kinds[..2], [Kind::Word("tmr".into()), Kind::Number(20, 2)]);
        assert_eq!(kinds[5..], [Kind::Word("o'clock".into()), Kind::Number(u32::MAX, 11)]);
    }

    #[test]
    fn marks_of_direction_count_as_nothing() {
        let tokens = scan("\u{202A}2\u{200E}0:30\u{202C}");
        let kinds: Vec<_> = tokens.into_iter().map(|t| t.kind).collect();
        assert_eq!(kinds, [Kind::Number(20, 2), Kind::Mark(':'), Kind::Number(30, 2)]);
    }
}
