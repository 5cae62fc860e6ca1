//! The words that say who does something and when, beside those of [`crate::when`]. A language is a table of this
//! shape; [`english`](super::english) is one.

use super::saying::Saying;
use crate::when::{
    Languages, Lexicon, Tongue,
    spot::{is_month, is_word_of_time, names_a_time},
    tokens::{Kind, Token, plain_word, scan},
};
use std::{collections::HashMap, sync::LazyLock};

/// What a word or phrase does in a line. Each is a list in the table of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    /// After a name: that person does it. "will".
    Will,
    /// After a name: that person is to do it. "to".
    To,
    /// The one who types.
    Me,
    /// Who may do something and is nobody here: "he", "customer".
    Others,
    /// Between several names or times.
    Joiners,
    /// Before a thing: what follows is no name and no date.
    Articles,
    /// The article of one certain thing, which a day may have too: "the 14th".
    The,
    /// What another clause begins with: "and".
    Clauses,
    /// Before a name and "to": "ask Dan to".
    Asking,
    /// What members do: "call". After a time such a word begins what is promised.
    Actions,
    /// Words that begin another part of the sentence, and no thing: "about", "because".
    Turns,
    /// Said before a time and changing nothing: "by".
    Before,
    /// Verbs that such a word may belong to: "drop by".
    Phrasal,
    /// Of these, those that only a time follows: "by", but not "for".
    Pins,
    /// Of these, those before which four digits are a time: "at 1400".
    ClockPins,
    /// Before a length of time: "in 2 hours".
    Within,
    /// Of these, those that "not" turns around: "don't call before 10am".
    Bounds,
    /// Said before a time that only limits: "after".
    Limits,
    /// Not then.
    Negations,
    /// Again and again.
    Repeats,
    /// Said after a time and changing nothing: "sharp".
    Trailing,
    /// Names of time zones, said after a time.
    Zones,
    /// After a number: it is no time but an amount.
    Amounts,
    /// Weekdays and months that are also other words.
    Everyday,
    /// Times too vague to be one moment: "next month".
    Vague,
    /// After a name, a verb that says what they do, and stays in what is promised: "ruft".
    Does,
    /// The same of several, which is also how the verb is named: "bellen". It says who does it where two are named.
    DoesTogether,
    /// Before a day in numbers: "am 18.9.". What follows is a date, and no amount.
    Dates,
    /// Words of the calendar that are also names: "Sam" for samedi.
    Names,
}

/// The words of a language. The phrases of a list are separated by commas, in lower case.
pub(super) struct Table {
    /// What each list holds.
    pub lists: &'static [(List, &'static str)],
    /// The same, at the end of the name itself. "'ll".
    pub will_endings: &'static [&'static str],
    /// What looks like a date and never is one, as typed.
    pub idioms: &'static [&'static str],
    /// Parts of the day.
    pub parts: &'static [(&'static str, Part)],
    /// How the echo says who does what by when; `is_verb`: the text begins with what they do.
    pub says: fn(&Saying<'_>) -> String,
    /// Whether the verb comes before who does it once something else has come before the verb.
    pub is_verb_second: bool,
    /// What names an owner after their name, as a suggestion: "will".
    pub names_owner: &'static str,
    /// What joins the last of several things.
    pub and: &'static str,
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

impl Part {
    /// From and until which hour.
    pub(super) const fn of(from: u32, until: u32) -> Part {
        Part { from: from * 60, until: until * 60, is_today: false, needs_day: false }
    }

    /// Of today: "tonight".
    pub(super) const fn today(self) -> Part {
        Part { is_today: true, ..self }
    }

    /// One only beside a day.
    pub(super) const fn beside_a_day(self) -> Part {
        Part { needs_day: true, ..self }
    }
}

/// A phrase without its first word.
struct Phrase<T> {
    rest: Vec<Kind>,
    is: T,
}

/// What begins with a word.
#[derive(Default)]
struct Entry {
    /// The lists that the word itself is in.
    lists: u32,
    phrases: Vec<Phrase<List>>,
    parts: Vec<Phrase<Part>>,
}

/// A language whose lines are read: its words, found by their first.
pub(super) struct Language {
    /// The table itself.
    pub table: &'static Table,
    /// Which it is, and of which office.
    pub languages: Languages,
    words: HashMap<String, Entry>,
}

impl Language {
    /// The language that is typed.
    pub(super) fn of(languages: Languages) -> &'static Language {
        static ALL: LazyLock<Vec<Language>> = LazyLock::new(|| Languages::all().map(Language::new).collect());
        static ENGLISH: LazyLock<Language> = LazyLock::new(|| Language::new(Languages::default()));
        ALL.iter().find(|language| language.languages == languages).unwrap_or(&ENGLISH)
    }

    fn new(languages: Languages) -> Language {
        let table = match languages.typed() {
            Tongue::English => &super::english::ENGLISH,
            Tongue::German => &super::german::GERMAN,
            Tongue::French => &super::french::FRENCH,
            Tongue::Spanish => &super::spanish::SPANISH,
            Tongue::Italian => &super::italian::ITALIAN,
            Tongue::Portuguese => &super::portuguese::PORTUGUESE,
            Tongue::Dutch => &super::dutch::DUTCH,
        };
        let mut language = Language { table, languages, words: HashMap::new() };
        for (list, phrases) in table.lists {
            for phrase in phrases.split(',').map(str::trim) {
                if let Some((entry, rest)) = language.entry(phrase) {
                    match rest.is_empty() {
                        true => entry.lists |= list.bit(),
                        false => entry.phrases.push(Phrase { rest, is: *list }),
                    }
                }
            }
        }
        for (phrase, part) in table.parts {
            if let Some((entry, rest)) = language.entry(phrase) {
                entry.parts.push(Phrase { rest, is: *part });
            }
        }
        language
    }

    fn entry(&mut self, phrase: &str) -> Option<(&mut Entry, Vec<Kind>)> {
        let mut kinds = scan(phrase).into_iter().map(|token| match token.kind {
            Kind::Word(word) => Kind::Word(plain_word(&word)),
            other @ (Kind::Number(..) | Kind::Mark(_)) => other,
        });
        let first = match kinds.next()? {
            Kind::Word(word) => word,
            Kind::Mark(mark) => mark.to_string(),
            Kind::Number(..) => return None,
        };
        let rest = kinds.collect();
        Some((self.words.entry(first).or_default(), rest))
    }

    /// The words of the calendar and the clock.
    pub(super) fn lexicon(&self) -> &'static Lexicon {
        self.languages.lexicon()
    }

    /// The lists that a token is in by itself, as bits.
    pub(super) fn lists(&self, token: &Token) -> u32 {
        token.word().and_then(|word| self.words.get(word)).map_or(0, |entry| entry.lists)
    }

    /// Whether a word is in that list.
    pub(super) fn has(&self, word: &str, list: List) -> bool {
        self.words.get(word).is_some_and(|entry| entry.lists & list.bit() != 0)
    }

    /// The same for a word as typed, with its accents.
    pub(super) fn is(&self, typed: &str, list: List) -> bool {
        self.has(&plain_word(typed), list)
    }

    /// Of how many tokens the longest phrase of that list is that begins at `at`; 0 when none does.
    pub(super) fn phrase(&self, tokens: &[Token], at: usize, list: List) -> usize {
        let Some((entry, after)) = self.found(tokens, at) else { return 0 };
        let alone = usize::from(entry.lists & list.bit() != 0);
        let all = entry.phrases.iter().filter(|phrase| phrase.is == list && begins(after, &phrase.rest));
        all.map(|phrase| 1 + phrase.rest.len()).max().unwrap_or(0).max(alone)
    }

    /// Of how many tokens the longest phrase of that list is that ends before `end`; 0 when none does.
    pub(super) fn phrase_before(&self, tokens: &[Token], end: usize, list: List) -> usize {
        (1..=5.min(end)).rev().find(|length| self.phrase(tokens, end - length, list) == *length).unwrap_or(0)
    }

    /// The part of the day that begins at `at`, and of how many tokens it is.
    pub(super) fn part(&self, tokens: &[Token], at: usize) -> Option<(usize, Part)> {
        let (entry, after) = self.found(tokens, at)?;
        let all = entry.parts.iter().filter(|phrase| begins(after, &phrase.rest));
        all.map(|phrase| (1 + phrase.rest.len(), phrase.is)).max_by_key(|(length, _)| *length)
    }

    /// Whether a token says something in this language.
    pub(super) fn knows(&self, tokens: &[Token], at: usize) -> usize {
        let Some((entry, after)) = self.found(tokens, at) else { return 0 };
        let alone = usize::from(entry.lists != 0);
        let phrases = entry.phrases.iter().map(|phrase| &phrase.rest);
        let all = phrases.chain(entry.parts.iter().map(|phrase| &phrase.rest)).filter(|rest| begins(after, rest));
        all.map(|rest| 1 + rest.len()).max().unwrap_or(0).max(alone)
    }

    fn found<'a>(&self, tokens: &'a [Token], at: usize) -> Option<(&Entry, &'a [Token])> {
        let (first, after) = tokens.get(at..)?.split_first()?;
        Some((self.words.get(first.key()?)?, after))
    }

    /// Whether a word is one of the sentence's own, and stands for nobody by a few of its letters.
    pub(super) fn is_ordinary(&self, word: &str) -> bool {
        const ORDINARY: u32 = List::Others.bit()
            | List::Turns.bit()
            | List::Actions.bit()
            | List::Articles.bit()
            | List::Asking.bit()
            | List::Before.bit()
            | List::Will.bit()
            | List::Does.bit()
            | List::To.bit();
        self.words.get(word).is_some_and(|entry| entry.lists & ORDINARY != 0)
    }

    /// Whether a word belongs to the calendar or the clock.
    pub(super) fn is_calendar(&self, word: &str) -> bool {
        is_word_of_time(word, self.lexicon())
    }

    /// Whether a word is a month's name.
    pub(super) fn is_month(&self, word: &str) -> bool {
        is_month(word, self.lexicon())
    }

    /// Whether a time begins at that token: "@ noon".
    pub(super) fn at_times(&self, tokens: &[Token], at: usize) -> bool {
        tokens.get(at..).is_some_and(|rest| names_a_time(rest, self.lexicon()))
    }

    /// How a line names its owner, as a suggestion: "Dan Ortiz will".
    pub(super) fn names_owner(&self, owner: &str) -> String {
        format!("{owner} {}", self.table.names_owner)
    }
}

impl List {
    /// Its place among the lists that a word is in.
    pub(super) const fn bit(self) -> u32 {
        1 << self as u32
    }
}

fn begins(tokens: &[Token], phrase: &[Kind]) -> bool {
    tokens.len() >= phrase.len()
        && tokens.iter().zip(phrase).all(|(token, kind)| match kind {
            Kind::Word(word) => token.word() == Some(word),
            Kind::Number(..) | Kind::Mark(_) => token.kind == *kind,
        })
}
