//! The words that say who does something and when, beside those of [`crate::when`]. A language is a table of this
//! shape; [`ENGLISH`](super::english::ENGLISH) is one.

use crate::when::tokens::{Kind, Token};

/// What the words of a language mean in a line. A phrase is words separated by blanks, in lower case.
pub(super) struct Language {
    /// After a name: that person does it. "will".
    pub will: &'static [&'static str],
    /// The same, at the end of the name itself. "'ll".
    pub will_endings: &'static [&'static str],
    /// After a name: that person is to do it. "to".
    pub to: &'static [&'static str],
    /// The one who types.
    pub me: &'static [&'static str],
    /// Who may do something and is nobody here: "he", "customer".
    pub others: &'static [&'static str],
    /// Between several names or times.
    pub joiners: &'static [&'static str],
    /// Before a thing: what follows is no name and no date.
    pub articles: &'static [&'static str],
    /// The article of one certain thing, which a day may have too: "the 14th".
    pub the: &'static [&'static str],
    /// What another clause begins with: "and".
    pub clauses: &'static [&'static str],
    /// Before a name and "to": "ask Dan to".
    pub asking: &'static [&'static str],
    /// What members do: "call". After a time such a word begins what is promised.
    pub actions: &'static [&'static str],
    /// Words that begin another part of the sentence, and no thing: "about", "because".
    pub turns: &'static [&'static str],
    /// Said before a time and changing nothing: "by".
    pub before: &'static [&'static str],
    /// Verbs that such a word may belong to: "drop by".
    pub phrasal: &'static [&'static str],
    /// Of these, those that only a time follows: "by", but not "for".
    pub pins: &'static [&'static str],
    /// Of these, those before which four digits are a time: "at 1400".
    pub clock_pins: &'static [&'static str],
    /// Before a length of time: "in 2 hours".
    pub within: &'static [&'static str],
    /// Of these, those that "not" turns around: "don't call before 10am".
    pub bounds: &'static [&'static str],
    /// Said before a time that only limits: "after".
    pub limits: &'static [&'static str],
    /// Not then.
    pub negations: &'static [&'static str],
    /// Again and again.
    pub repeats: &'static [&'static str],
    /// Said after a time and changing nothing: "sharp".
    pub trailing: &'static [&'static str],
    /// Names of time zones, said after a time.
    pub zones: &'static [&'static str],
    /// After a number: it is no time but an amount.
    pub amounts: &'static [&'static str],
    /// Weekdays and months that are also other words.
    pub everyday: &'static [&'static str],
    /// What looks like a date and never is one, as typed.
    pub idioms: &'static [&'static str],
    /// Parts of the day.
    pub parts: &'static [(&'static str, Part)],
    /// Times too vague to be one moment: "next month".
    pub vague: &'static [&'static str],
    /// How the echo says who does what by when; `is_verb`: the text begins with what they do.
    pub says: fn(owner: &str, text: &str, when: &str, is_verb: bool) -> String,
    /// How a line names its owner, as a suggestion: "Dan Ortiz will".
    pub names_owner: fn(owner: &str) -> String,
    /// What to promise where a line names nothing.
    pub usual: &'static str,
    /// What could be typed for the end of that day.
    pub end_of_day: &'static str,
}

/// A part of the day, and what of it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    /// From when, in minutes after midnight.
    pub from: u32,
    /// Until when.
    pub until: u32,
    /// Whether it names today, as "tonight" does.
    pub is_today: bool,
    /// Whether it is one only beside a day: "friday morning", but not "good morning".
    pub needs_day: bool,
}

/// The word at a token, if it is one.
pub(super) fn word(tokens: &[Token], at: usize) -> Option<&str> {
    match &tokens.get(at)?.kind {
        Kind::Word(word) => Some(word),
        Kind::Number(..) | Kind::Mark(_) => None,
    }
}

/// Of how many tokens the longest of these phrases is that begins at `at`; 0 when none does.
pub(super) fn phrase(tokens: &[Token], at: usize, phrases: &[&str]) -> usize {
    let length = |phrase: &&str| {
        let mut length = 0;
        for part in phrase.split(' ') {
            if word(tokens, at + length) != Some(part) {
                return 0;
            }
            length += 1;
        }
        length
    };
    phrases.iter().map(length).max().unwrap_or(0)
}

/// Of how many tokens the longest of these phrases is that ends before `end`; 0 when none does.
pub(super) fn phrase_before(tokens: &[Token], end: usize, phrases: &[&str]) -> usize {
    (1..=5.min(end)).rev().find(|length| phrase(tokens, end - length, phrases) == *length).unwrap_or(0)
}

impl Language {
    /// Whether a word is one of the sentence's own, and stands for nobody by a few of its letters.
    pub(super) fn is_ordinary(&self, word: &str) -> bool {
        [self.others, self.turns, self.actions, self.articles, self.asking, self.before, self.will, self.to]
            .iter()
            .any(|words| words.contains(&word))
    }

    /// Whether a word belongs to the calendar or the clock.
    pub(super) fn is_calendar(&self, word: &str) -> bool {
        let token = Token { kind: Kind::Word(word.to_owned()), start: 0, end: word.len() };
        crate::when::spot::names_a_time(&[token])
    }

    /// Whether a word is a month's name.
    pub(super) fn is_month(&self, word: &str) -> bool {
        let token = Token { kind: Kind::Word(word.to_owned()), start: 0, end: word.len() };
        crate::when::spot::names_a_month(&[token])
    }

    /// Whether a time begins at that token: "@ noon".
    pub(super) fn at_times(&self, tokens: &[Token], at: usize) -> bool {
        tokens.get(at..).is_some_and(crate::when::spot::names_a_time)
    }
}
