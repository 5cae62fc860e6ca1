//! From words to what was said: which day, which time, which length of time. Nothing is decided here, and no word is
//! left over.

use super::tokens::{Kind, Token};
use super::words::{Languages, Lexicon, Meaning};
use super::{calendar, clock};
use crate::error::{Code, Error, Result};
use std::ops::Range;

/// What was said, before it is held against the calendar.
#[derive(Debug, Clone, Default)]
pub(super) struct Said {
    pub weekday: Option<(u32, Which)>,
    pub date: Option<Date>,
    /// A day without a month: "the 14th".
    pub day_of_month: Option<u32>,
    /// Days from today.
    pub days: Option<i64>,
    /// Months from today.
    pub months: Option<i64>,
    /// Minutes from now.
    pub minutes: Option<i64>,
    /// Minutes of working time from now.
    pub working_minutes: Option<i64>,
    /// Working days after today.
    pub working_days: Option<i64>,
    pub time: Option<Clock>,
    pub is_next_week: bool,
    pub is_now: bool,
    /// Of a time that comes twice on its day, the second.
    pub is_second: bool,
    /// The part of the day, from and until which hour.
    pub part: Option<(u32, u32)>,
    /// What people say for another number of days: as it was said, and as it may be meant.
    pub loosely: Option<(u32, u32)>,
    /// A time with a dot that could be a day and month as well.
    pub dotted: Option<(u32, u32)>,
}

/// Which of the days of that name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// The nearest, in the direction of what is read.
    Nearest,
    /// That of the next calendar week.
    Next,
    /// The coming one or that of the next calendar week, where they are the same.
    Coming,
    /// The latest one before today.
    Last,
}

/// A day with its month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Date {
    pub year: Option<i32>,
    pub month: u32,
    pub day: u32,
}

/// A time of day, as it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clock {
    /// A time of which there is one a day.
    Exact {
        hour: u32,
        minute: u32,
        second: u32,
    },
    /// An hour of the twelve, so many minutes after it (before it when negative): "quarter past 4".
    Twelve {
        hour: u32,
        shift: i32,
    },
    /// A number alone; `is_hour` when "at" or "o'clock" says that it is one.
    Number {
        number: u32,
        is_hour: bool,
    },
    /// So many minutes past whichever hour is next: "half past".
    Floating {
        minute: u32,
    },
    Midnight,
    Opening,
    Closing,
    /// Where the break at noon begins.
    BeforeLunch,
    /// Where it ends.
    AfterLunch,
}

impl Said {
    /// Whether any day was named.
    pub(super) fn has_day(&self) -> bool {
        self.weekday.is_some()
            || self.date.is_some()
            || self.day_of_month.is_some()
            || self.days.is_some()
            || self.months.is_some()
            || self.working_days.is_some()
            || self.is_next_week
    }

    /// Takes in a time of day.
    pub(super) fn take_time(&mut self, time: Clock, dotted: Option<(u32, u32)>, languages: Languages) -> Result<()> {
        let had_time = self.time.replace(time).is_some();
        self.dotted = dotted.or(self.dotted);
        match (had_time, self.dotted) {
            (false, _) => Ok(()),
            (true, Some((day, month))) => {
                let date = format!("{day} {}", super::echo::month(month));
                let message =
                    format!("{day}.{month:02} could be a time, or {date}; write the month's name for a date.");
                Err(Error::new(Code::Ambiguous, message).suggest([super::echo::date(day, month, languages)]))
            }
            (true, None) => Err(Error::new(Code::Ambiguous, "Two times are named there; name one.")),
        }
    }
}

/// Fills a part of what was said that can be said once.
pub(super) fn once<T>(part: &mut Option<T>, value: T) -> Result<()> {
    match part.replace(value) {
        None => Ok(()),
        Some(_) => Err(Error::new(Code::Ambiguous, "Two days are named there; name one.")),
    }
}

/// The same for a part of the day. Said again in other words, it is the same.
pub(super) fn part_once(part: &mut Option<(u32, u32)>, value: (u32, u32)) -> Result<()> {
    match part.replace(value) {
        None => Ok(()),
        Some(before) if before == value => Ok(()),
        Some(_) => Err(Error::new(Code::Ambiguous, "Two parts of the day are named there; name one.")),
    }
}

/// A number, a word whose meaning is known, any other word, or a mark.
#[derive(Debug, Clone, Copy)]
pub(super) enum Lexeme {
    Number(u32, usize),
    Word(Meaning),
    Unknown,
    Mark(char),
}

/// A lexeme in its place.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    pub lexeme: Lexeme,
    /// Whether it touches the one before.
    pub touches: bool,
    /// The tokens it is made of.
    pub tokens: Range<usize>,
}

/// The place that is being read, and what follows it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    lexemes: &'a [Placed],
    at: usize,
    languages: Languages,
    is_day_first: bool,
}

impl<'a> Cursor<'a> {
    /// Begins to read at that lexeme.
    pub(super) fn new(lexemes: &'a [Placed], at: usize, languages: Languages) -> Self {
        Cursor { lexemes, at, languages, is_day_first: languages.lexicon().is_day_first }
    }

    /// The languages that are read.
    pub(super) fn languages(&self) -> Languages {
        self.languages
    }

    /// Whether the day comes first in a date of numbers, and a day may stand without its month after a weekday.
    pub(super) fn is_day_first(&self) -> bool {
        self.is_day_first
    }

    /// How many lexemes have been passed.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    fn lexeme(&self, n: usize) -> Option<Lexeme> {
        self.lexemes.get(self.at + n).map(|placed| placed.lexeme)
    }

    /// The number `n` places on, and how many digits it was typed with.
    pub(super) fn number(&self, n: usize) -> Option<(u32, usize)> {
        match self.lexeme(n) {
            Some(Lexeme::Number(value, digits)) => Some((value, digits)),
            _ => None,
        }
    }

    /// What the word `n` places on means.
    pub(super) fn word(&self, n: usize) -> Option<Meaning> {
        match self.lexeme(n) {
            Some(Lexeme::Word(meaning)) => Some(meaning),
            _ => None,
        }
    }

    /// Whether that mark stands `n` places on, touching what is before.
    pub(super) fn mark(&self, n: usize, mark: char) -> bool {
        self.is_mark(n, mark) && self.touches(n)
    }

    /// Whether that mark stands `n` places on.
    pub(super) fn is_mark(&self, n: usize, mark: char) -> bool {
        matches!(self.lexeme(n), Some(Lexeme::Mark(c)) if c == mark)
    }

    /// The number `n` places on, if it touches what is before.
    pub(super) fn touching_number(&self, n: usize) -> Option<(u32, usize)> {
        self.number(n).filter(|_| self.touches(n))
    }

    /// Whether what stands `n` places on touches what is before.
    pub(super) fn touches(&self, n: usize) -> bool {
        self.lexemes.get(self.at + n).is_some_and(|placed| placed.touches)
    }

    /// Whether a number, in figures or words, stands before what is read.
    pub(super) fn follows_number(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|before| self.lexemes.get(before));
        before.is_some_and(|placed| {
            matches!(placed.lexeme, Lexeme::Number(_, 1 | 2) | Lexeme::Word(Meaning::Count(_) | Meaning::A))
        })
    }

    /// Whether "the" stands `n` places on.
    pub(super) fn is_the(&self, n: usize) -> bool {
        matches!(self.word(n), Some(Meaning::The | Meaning::TheOrAm))
    }

    /// Whether nothing stands `n` places on.
    pub(super) fn ends(&self, n: usize) -> bool {
        self.at + n >= self.lexemes.len()
    }

    /// The same, `n` places on.
    pub(super) fn ahead(&self, n: usize) -> Self {
        Cursor { at: self.at + n, ..*self }
    }

    /// Goes `n` places on.
    pub(super) fn take(&mut self, n: usize) {
        self.at += n;
    }

    /// Whether what stands `n` places on is a day or a time by itself, so that "the" before it says nothing.
    fn is_light_before(&self, n: usize) -> bool {
        self.number(n).is_none()
            && !matches!(self.word(n), None | Some(Meaning::Count(_) | Meaning::CountOrMonth(..) | Meaning::Weekday(_)))
    }

    fn skips(&mut self) -> bool {
        let is_light = match self.word(0) {
            Some(Meaning::Before) => true,
            Some(Meaning::The | Meaning::TheOrAm) => self.is_day_first && self.is_light_before(1),
            Some(Meaning::To) => self.is_day_first && self.number(1).is_none(),
            // "entro venerdì", "la chiusura di venerdì".
            Some(Meaning::In | Meaning::Of) => {
                self.is_day_first
                    && matches!(
                        self.word(1),
                        Some(
                            Meaning::Weekday(_)
                                | Meaning::WeekdayOrMonth(..)
                                | Meaning::Days(_)
                                | Meaning::The
                                | Meaning::Noon
                                | Meaning::Closing
                        )
                    )
            }
            _ => false,
        };
        let is_word = is_light && !self.ends(1);
        let is_mark = match self.lexeme(0) {
            Some(Lexeme::Mark(',')) => self.at > 0 && !self.ends(1),
            Some(Lexeme::Mark('.')) => self.touches(0) && self.ends(1),
            _ => false,
        };
        self.take(usize::from(is_word || is_mark));
        is_word || is_mark
    }
}

/// What a text that is not understood is answered with. It does not repeat the text: that may be a customer's words.
pub(super) fn not_understood(languages: Languages) -> Error {
    let super::words::Away { ahead, tomorrow, units: [(_, minutes), ..], .. } = languages.table().away;
    let soon = if languages == Languages::default() { "in 20 min".to_owned() } else { format!("{ahead} 20 {minutes}") };
    Error::invalid("That is not understood as a day and time; write for example fri 15:30, or 24 nov 9:00.")
        .suggest([format!("{tomorrow} 10:00"), soon])
}

/// Collects what was said.
///
/// # Errors
/// `Invalid` when a word is left over; `Ambiguous` when a part was said twice or in a form with two readings;
/// `Impossible` for an hour or day that no clock or month has.
pub(super) fn parse(tokens: &[Token], languages: Languages) -> Result<Said> {
    let lexemes = lexemes(tokens, languages.lexicon());
    let mut cursor = Cursor::new(&lexemes, 0, languages);
    let mut said = Said::default();
    while !cursor.ends(0) {
        let is_read = cursor.skips()
            || calendar::read(&mut cursor, &mut said)?
            || clock::read(&mut cursor, &mut said)?
            || part_of_day(&mut cursor, &mut said)?;
        if !is_read {
            return Err(not_understood(languages));
        }
    }
    Ok(said)
}

/// "this afternoon", "früh": a part of a day.
fn part_of_day(cursor: &mut Cursor, said: &mut Said) -> Result<bool> {
    let (part, is_today) = match cursor.word(0) {
        Some(Meaning::Part(from, until) | Meaning::Of12(from, until)) => ((from, until), false),
        Some(Meaning::TodayPart(from, until)) => ((from, until), true),
        _ => return Ok(false),
    };
    cursor.take(1);
    part_once(&mut said.part, part)?;
    if is_today {
        once(&mut said.days, 0)?;
    }
    Ok(true)
}

/// The tokens with their meanings.
pub(super) fn lexemes(tokens: &[Token], lexicon: &Lexicon) -> Vec<Placed> {
    let mut lexemes: Vec<Placed> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(rest) = tokens.get(at..).filter(|rest| !rest.is_empty()) {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        let touches = before.zip(rest.first()).is_some_and(|(before, token)| before.touches(token));
        let (lexeme, length) = match rest.first().map(|token| &token.kind) {
            Some(Kind::Number(value, digits)) => (Lexeme::Number(*value, *digits), 1),
            Some(Kind::Mark(mark)) => match lexicon.meaning(rest) {
                Some((meaning, length)) => (Lexeme::Word(meaning), length),
                None => (Lexeme::Mark(*mark), 1),
            },
            Some(Kind::Word(_)) | None => match half_day(rest).or_else(|| lexicon.meaning(rest)) {
                Some((meaning, length)) => (Lexeme::Word(meaning), length),
                None => (Lexeme::Unknown, 1),
            },
        };
        lexemes.push(Placed { lexeme, touches, tokens: at..at + length });
        at += length;
    }
    lexemes
}

/// "a.m." and "p.m.", with or without the last dot.
fn half_day(tokens: &[Token]) -> Option<(Meaning, usize)> {
    let [letter, dot, m, rest @ ..] = tokens else { return None };
    let is_whole = letter.touches(dot) && dot.touches(m);
    let is_m = dot.kind == Kind::Mark('.') && matches!(&m.kind, Kind::Word(w) if w == "m");
    let meaning = match &letter.kind {
        Kind::Word(w) if w == "a" => Meaning::Am,
        Kind::Word(w) if w == "p" => Meaning::Pm,
        Kind::Word(_) | Kind::Number(..) | Kind::Mark(_) => return None,
    };
    let last = rest.first().is_some_and(|t| m.touches(t) && t.kind == Kind::Mark('.'));
    (is_whole && is_m).then_some((meaning, 3 + usize::from(last)))
}
