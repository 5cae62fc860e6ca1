//! The words of the language that is typed, found by their first; and the few of the other language that may stand among them.

use super::{Meaning, Table, dutch, english, french, german, italian, portuguese, spanish};
use crate::when::tokens::{Kind, Token, plain_word, scan};
use std::{collections::HashMap, sync::LazyLock};

/// A language whose words are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tongue {
    English,
    German,
    French,
    Spanish,
    Italian,
    Portuguese,
    Dutch,
}

/// The languages by their codes.
const TONGUES: [(&str, Tongue); 7] = [
    ("en", Tongue::English),
    ("de", Tongue::German),
    ("fr", Tongue::French),
    ("es", Tongue::Spanish),
    ("it", Tongue::Italian),
    ("pt", Tongue::Portuguese),
    ("nl", Tongue::Dutch),
];

impl Tongue {
    fn table(self) -> &'static Table {
        match self {
            Tongue::English => &english::ENGLISH,
            Tongue::German => &german::GERMAN,
            Tongue::French => &french::FRENCH,
            Tongue::Spanish => &spanish::SPANISH,
            Tongue::Italian => &italian::ITALIAN,
            Tongue::Portuguese => &portuguese::PORTUGUESE,
            Tongue::Dutch => &dutch::DUTCH,
        }
    }
}

/// The language of the office, which decides the order of a date in numbers, and the one in which a line is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Languages {
    office: Tongue,
    typed: Tongue,
}

impl Default for Languages {
    /// English alone.
    fn default() -> Self {
        Languages { office: Tongue::English, typed: Tongue::English }
    }
}

impl Languages {
    /// Those of an office with that locale (BCP 47); English where its language is none of those that are read.
    pub fn of_locale(locale: &str) -> Languages {
        let code = locale.split(['-', '_']).next().unwrap_or_default().to_lowercase();
        let tongue = TONGUES.iter().find(|(known, _)| *known == code).map_or(Tongue::English, |(_, tongue)| *tongue);
        Languages { office: tongue, typed: tongue }
    }

    /// The same office, where English is typed; `None` where that is its language anyway.
    pub(crate) fn in_english(self) -> Option<Languages> {
        (self.office != Tongue::English).then_some(Languages { typed: Tongue::English, ..self })
    }

    /// Every office's own language, and English in each of them.
    pub(crate) fn all() -> impl Iterator<Item = Languages> {
        let own = TONGUES.iter().map(|(_, tongue)| Languages { office: *tongue, typed: *tongue });
        own.chain(TONGUES.iter().filter_map(|(_, tongue)| Languages { office: *tongue, typed: *tongue }.in_english()))
    }

    /// The language that is typed.
    pub(crate) fn typed(self) -> Tongue {
        self.typed
    }

    /// The table of the language that is typed.
    pub(in crate::when) fn table(self) -> &'static Table {
        self.typed.table()
    }

    /// The words that are read.
    pub(crate) fn lexicon(self) -> &'static Lexicon {
        static ALL: LazyLock<Vec<(Languages, Lexicon)>> =
            LazyLock::new(|| Languages::all().map(|languages| (languages, Lexicon::new(languages))).collect());
        static NONE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(Languages::default()));
        ALL.iter().find(|(languages, _)| *languages == self).map_or(&NONE, |(_, lexicon)| lexicon)
    }
}

/// A phrase without its first word.
struct Phrase {
    rest: Vec<Kind>,
    meaning: Meaning,
    is_own: bool,
}

/// The words that are read in one language, with those of another that can be mistaken for nothing in it.
pub(crate) struct Lexicon {
    /// By their first word, longest first.
    phrases: HashMap<String, Vec<Phrase>>,
    /// The words that end a compound with a day: "nachmittag".
    endings: Vec<(&'static str, &'static str)>,
    /// Whether the day comes first in a date of numbers, as the office writes it.
    pub(in crate::when) is_day_first: bool,
}

impl Lexicon {
    fn new(languages: Languages) -> Lexicon {
        let Languages { office, typed } = languages;
        let is_day_first = office != Tongue::English;
        let mut lexicon = Lexicon { phrases: HashMap::new(), endings: Vec::new(), is_day_first };
        lexicon.take(typed.table(), true, |_, _| true);
        let other = if typed == office { Tongue::English } else { office };
        if other != typed {
            lexicon.take(other.table(), false, crosses);
        }
        for phrases in lexicon.phrases.values_mut() {
            phrases.sort_by_key(|phrase| std::cmp::Reverse((phrase.rest.len(), phrase.is_own)));
        }
        lexicon.endings = match typed {
            Tongue::German => german::ENDINGS.to_vec(),
            Tongue::Dutch => dutch::ENDINGS.to_vec(),
            _ => Vec::new(),
        };
        lexicon
    }

    fn take(&mut self, table: &'static Table, is_own: bool, may: fn(&str, Meaning) -> bool) {
        let names = |names: &'static [&'static str], meaning: fn(u32) -> Meaning| {
            names.iter().zip(0..).map(move |(name, n)| (*name, meaning(n)))
        };
        let weekdays = names(&table.weekdays, Meaning::Weekday);
        let months = names(&table.months, |month| Meaning::Month(month + 1));
        for (text, meaning) in table.words.iter().copied().chain(weekdays).chain(months) {
            if may(text, meaning) {
                self.put(text, meaning, is_own);
            }
        }
    }

    fn put(&mut self, text: &str, meaning: Meaning, is_own: bool) {
        // The second spelling is the first again where nothing is spelled out.
        for text in [text.to_owned(), spelled_out(text)] {
            let mut kinds = scan(&text).into_iter().map(|token| match token.kind {
                Kind::Word(word) => Kind::Word(plain_word(&word)),
                other @ (Kind::Number(..) | Kind::Mark(_)) => other,
            });
            let Some(first) = kinds.next().and_then(|kind| key(&kind).map(str::to_owned)) else { continue };
            let (rest, phrases): (Vec<Kind>, _) = (kinds.collect(), self.phrases.entry(first).or_default());
            if !phrases.iter().any(|known| known.rest == rest) {
                phrases.push(Phrase { rest, meaning, is_own });
            }
        }
    }

    /// What the longest phrase at the beginning of `tokens` means, and of how many tokens it is; `None` when the first
    /// is no word that is known here.
    pub(crate) fn meaning(&self, tokens: &[Token]) -> Option<(Meaning, usize)> {
        let (first, after) = tokens.split_first()?;
        let found = self.phrases.get(first.key()?)?.iter().find(|phrase| begins(after, &phrase.rest))?;
        Some((found.meaning, 1 + found.rest.len()))
    }

    /// What a word means by itself.
    pub(crate) fn word(&self, word: &str) -> Option<Meaning> {
        let phrases = self.phrases.get(word)?;
        phrases.iter().find(|phrase| phrase.rest.is_empty()).map(|phrase| phrase.meaning)
    }

    /// Which tokens are words of the language that is typed.
    pub(crate) fn covered(&self, tokens: &[Token]) -> Vec<bool> {
        let mut covered = vec![false; tokens.len()];
        let mut at = 0;
        while let Some((first, after)) = tokens.get(at..).and_then(<[Token]>::split_first) {
            let phrases = first.key().and_then(|key| self.phrases.get(key));
            let found = phrases.and_then(|all| all.iter().find(|phrase| phrase.is_own && begins(after, &phrase.rest)));
            let length = found.map_or(0, |phrase| 1 + phrase.rest.len());
            covered.iter_mut().skip(at).take(length).for_each(|token| *token = true);
            at += length.max(1);
        }
        covered
    }

    /// Splits what is written as one word, a day with a part of it: "freitagnachmittag".
    pub(crate) fn split(&self, tokens: Vec<Token>) -> Vec<Token> {
        if self.endings.is_empty() {
            return tokens;
        }
        let mut split = Vec::with_capacity(tokens.len() + 1);
        for token in tokens {
            match self.parts(&token) {
                Some((first, second)) => split.extend([first, second]),
                None => split.push(token),
            }
        }
        split
    }

    fn parts(&self, token: &Token) -> Option<(Token, Token)> {
        let word = token.word().filter(|word| word.is_ascii() && word.len() == token.end - token.start)?;
        let of = |(ending, part): &(&str, &'static str)| {
            let day = word.strip_suffix(ending).filter(|day| !day.is_empty())?;
            matches!(self.word(day)?, Meaning::Weekday(_) | Meaning::Days(_)).then_some((day.len(), *part))
        };
        let (length, part) = self.endings.iter().find_map(of)?;
        let middle = token.start + length;
        let day = word.get(..length)?.to_owned();
        let first = Token { kind: Kind::Word(day), plain: None, start: token.start, end: middle, is_split: false };
        let second =
            Token { kind: Kind::Word(part.to_owned()), plain: None, start: middle, end: token.end, is_split: true };
        Some((first, second))
    }
}

fn key(kind: &Kind) -> Option<&str> {
    match kind {
        Kind::Word(word) => Some(word),
        Kind::Mark('\'') => Some("'"),
        Kind::Number(..) | Kind::Mark(_) => None,
    }
}

fn begins(tokens: &[Token], phrase: &[Kind]) -> bool {
    tokens.len() >= phrase.len()
        && tokens.iter().zip(phrase).all(|(token, kind)| match kind {
            Kind::Word(word) => token.word() == Some(word),
            Kind::Number(..) | Kind::Mark(_) => token.kind == *kind,
        })
}

/// Whether a word may stand among those of the other language: it is long, or says nothing else in any of them.
fn crosses(text: &str, meaning: Meaning) -> bool {
    match meaning {
        Meaning::Weekday(_) | Meaning::Month(_) => text.len() >= 5,
        Meaning::Days(_) | Meaning::Am | Meaning::Pm | Meaning::OClock | Meaning::Noon | Meaning::Midnight => {
            text.len() >= 2
        }
        Meaning::Closing | Meaning::BeforeLunch | Meaning::AfterLunch => true,
        Meaning::Opening | Meaning::SecondTime => text.contains(' '),
        _ => false,
    }
}

/// The spelling of a keyboard without these letters: "maerz".
fn spelled_out(text: &str) -> String {
    text.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue")
}
