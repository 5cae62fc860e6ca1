//! Times that stand within other words: where each could be, and in which form it was written. Whether it is meant as a
//! time there is for the caller to decide, who sees the words around it.

use super::grammar::{Clock, Cursor, Placed, Said, Which, lexemes, once, part_once};
use super::tokens::Token;
use super::words::{Languages, Lexicon, Meaning};
use super::{When, WhenContext, calendar, clock, resolve};
use crate::error::{Code, Error, Result};
use crate::time::Timestamp;
use std::ops::Range;

/// How a time is written, as far as that says how surely it is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// It can be nothing else: "tomorrow", "in 20 min", "next monday", "10am", "15:30", "2026-03-10".
    Plain,
    /// A weekday alone.
    Weekday,
    /// A month in words with a day; `day_first`: "24 nov".
    Month { day_first: bool },
    /// Day and month in numbers, without a year.
    Numeric,
    /// A day without a month; `the`: "the 3rd", "3rd".
    Ordinal { the: bool },
    /// A number with a letter: "2p", "3a".
    Letter,
    /// A number with a dot: "16.45".
    Dotted,
    /// "at 3".
    At,
    /// "quarter past 4"; `numeric`: "10 to 5".
    PastTo { numeric: bool },
    /// "half past", "20 past".
    Floating { numeric: bool },
    /// "noon", "closing", "end of day".
    Named,
    /// A number alone.
    Number,
    /// "now".
    Now,
}

/// Which part of a moment is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Half {
    /// The day.
    Day,
    /// The time of day.
    Clock,
    /// Both: "in 20 min", an instant.
    Both,
}

/// A place where a time could be meant.
#[derive(Debug, Clone)]
pub(crate) struct Spot {
    /// The tokens of it.
    pub(crate) tokens: Range<usize>,
    /// How it is written.
    pub(crate) form: Form,
    /// Which part of a moment it is.
    pub(crate) half: Half,
    /// Whether it begins with a word that says that a time of day follows: "at".
    pub(crate) has_at: bool,
    meaning: Meant,
}

#[derive(Debug, Clone)]
enum Meant {
    Instant(Timestamp),
    Said(Said),
    /// It is written like a time, and there is none such.
    Wrong(Error),
}

impl Spot {
    /// A moment given as an instant.
    pub(crate) fn instant(tokens: Range<usize>, at: Timestamp) -> Spot {
        Spot { tokens, form: Form::Plain, half: Half::Both, has_at: false, meaning: Meant::Instant(at) }
    }

    /// Whether it is written like a time of which there is none.
    pub(crate) fn is_wrong(&self) -> bool {
        matches!(self.meaning, Meant::Wrong(_))
    }
}

/// Every place where a time could be meant, in order; none overlaps another. `is_text`: tokens that are no part of any.
pub(crate) fn spots(tokens: &[Token], languages: Languages, is_text: impl Fn(usize) -> bool) -> Vec<Spot> {
    let lexemes = lexemes(tokens, languages.lexicon());
    let mut spots = Vec::new();
    let mut at = 0;
    while let Some(first) = lexemes.get(at) {
        let free = |placed: &Placed| !placed.tokens.clone().any(&is_text);
        let read = Some(first).filter(|first| free(first)).and_then(|_| read_at(&lexemes, at, languages));
        let read = read.filter(|(_, end)| lexemes.get(at..*end).is_some_and(|all| all.iter().all(free)));
        let Some((spot, end)) = read else {
            at += 1;
            continue;
        };
        spots.push(spot);
        at = end.max(at + 1);
    }
    spots
}

/// Reads one part of a time at that lexeme. Gives it with the lexeme after it.
fn read_at(lexemes: &[Placed], at: usize, languages: Languages) -> Option<(Spot, usize)> {
    let begin = Cursor::new(lexemes, at, languages);
    let mut cursor = begin;
    let mut said = Said::default();
    let read = match calendar::read(&mut cursor, &mut said) {
        Ok(false) => {
            cursor = begin;
            said = Said::default();
            clock::read(&mut cursor, &mut said)
        }
        read => read,
    };
    let (meaning, end) = match read {
        Ok(false) => return None,
        Ok(true) => (Meant::Said(said), cursor.at()),
        Err(error) => (Meant::Wrong(error), cursor.at().max(at + wrong_length(&begin))),
    };
    let words = Words { begin, length: end.checked_sub(at)? };
    let half = match &meaning {
        Meant::Said(said) if said.is_now || said.minutes.is_some() || said.working_minutes.is_some() => Half::Both,
        Meant::Said(said) if said.time.is_some() => Half::Clock,
        Meant::Said(_) => Half::Day,
        Meant::Instant(_) => Half::Both,
        Meant::Wrong(_) if words.has(|m| matches!(m, Meaning::Am | Meaning::Pm | Meaning::P)) => Half::Clock,
        Meant::Wrong(_) if words.marked(':') => Half::Clock,
        Meant::Wrong(_) => Half::Day,
    };
    let form = match &meaning {
        Meant::Said(said) => form(said, &words),
        Meant::Instant(_) => Form::Plain,
        Meant::Wrong(_) => wrong_form(&words),
    };
    let first = lexemes.get(at)?.tokens.start;
    let last = lexemes.get(end.checked_sub(1)?)?.tokens.end;
    let has_at = matches!(begin.word(0), Some(Meaning::At | Meaning::Hour(_)));
    Some((Spot { tokens: first..last, form, half, has_at, meaning }, end))
}

/// How many lexemes a time that is none takes: those of its numbers and the marks and words within.
fn wrong_length(cursor: &Cursor<'_>) -> usize {
    let is_part = |n: usize| {
        cursor.touching_number(n).is_some()
            || [':', '.', '/', '-'].iter().any(|m| cursor.mark(n, *m) && cursor.touching_number(n + 1).is_some())
            || matches!(
                cursor.word(n),
                Some(Meaning::Am | Meaning::Pm | Meaning::P | Meaning::Ordinal | Meaning::Month(_) | Meaning::Of)
            )
            || (cursor.number(n).is_some()
                && matches!(n.checked_sub(1).and_then(|b| cursor.word(b)), Some(Meaning::Month(_) | Meaning::The)))
    };
    1 + (1..8).take_while(|n| is_part(*n)).count()
}

/// The lexemes of one spot.
struct Words<'a> {
    begin: Cursor<'a>,
    length: usize,
}

impl Words<'_> {
    fn has(&self, is_it: impl Fn(Meaning) -> bool) -> bool {
        (0..self.length).filter_map(|n| self.begin.word(n)).any(is_it)
    }

    fn has_number(&self) -> bool {
        (0..self.length).any(|n| self.begin.number(n).is_some())
    }

    fn marked(&self, mark: char) -> bool {
        (1..self.length).any(|n| self.begin.mark(n, mark))
    }
}

fn form(said: &Said, words: &Words<'_>) -> Form {
    if said.is_now {
        return Form::Now;
    }
    if let Some((_, which)) = said.weekday {
        let is_said = which != Which::Nearest || words.has(|m| m == Meaning::This);
        return if is_said || said.day_of_month.is_some() { Form::Plain } else { Form::Weekday };
    }
    if let Some(date) = said.date {
        return match (date.year, words.begin.word(0)) {
            (Some(_), _) => Form::Plain,
            (None, Some(Meaning::Month(_))) => Form::Month { day_first: false },
            (None, _) if words.has(|m| matches!(m, Meaning::Month(_) | Meaning::WeekdayOrMonth(..))) => {
                Form::Month { day_first: true }
            }
            (None, _) => Form::Numeric,
        };
    }
    if said.day_of_month.is_some() {
        return Form::Ordinal { the: words.has(|m| m == Meaning::The) };
    }
    let Some(time) = said.time else { return Form::Plain };
    let is_lettered = words.has(|m| matches!(m, Meaning::P | Meaning::A));
    match time {
        Clock::Exact { .. }
            if words.marked('.')
                && !words.has(|m| {
                    matches!(
                        m,
                        Meaning::Am | Meaning::Pm | Meaning::Of12(..) | Meaning::OClock | Meaning::Hours | Meaning::H
                    )
                }) =>
        {
            Form::Dotted
        }
        Clock::Exact { .. } if words.has(|m| m == Meaning::Noon) => Form::Named,
        Clock::Exact { .. } if is_lettered && !words.marked(':') => Form::Letter,
        Clock::Exact { .. } => Form::Plain,
        Clock::Twelve { .. } => {
            let is_worded = |m: Meaning| {
                matches!(
                    m,
                    Meaning::Quarter
                        | Meaning::Half
                        | Meaning::HalfTo
                        | Meaning::ThreeQuarters
                        | Meaning::Tail(_)
                        | Meaning::OClock
                        | Meaning::Hours
                        | Meaning::H
                        | Meaning::Unit(_)
                )
            };
            // "at 10 to 5" could be a number of people; "um zehn vor fünf" could not.
            let is_spelled = words.has(|m| m == Meaning::At) && !words.has_number();
            Form::PastTo { numeric: !words.has(is_worded) && !is_spelled }
        }
        Clock::Number { is_hour: true, .. } if words.has(|m| m == Meaning::OClock) => Form::Plain,
        Clock::Number { is_hour: true, .. }
            if words.begin.word(0) == Some(Meaning::At) && words.has(|m| matches!(m, Meaning::Hours | Meaning::H)) =>
        {
            Form::Plain
        }
        // "2 heures" without "à" is how long something takes, as well.
        Clock::Number { is_hour: true, number: 0..=12 } if words.has(|m| matches!(m, Meaning::Hours | Meaning::H)) => {
            Form::Letter
        }
        Clock::Number { is_hour: true, .. } => Form::At,
        Clock::Number { is_hour: false, .. } => Form::Number,
        Clock::Floating { .. } => {
            Form::Floating { numeric: !words.has(|m| matches!(m, Meaning::Quarter | Meaning::Half)) }
        }
        Clock::BeforeLunch | Clock::AfterLunch if words.begin.is_day_first() => Form::Plain,
        Clock::Midnight | Clock::Opening | Clock::Closing | Clock::BeforeLunch | Clock::AfterLunch => Form::Named,
    }
}

fn wrong_form(words: &Words<'_>) -> Form {
    let is_after_month = matches!(words.begin.word(0), Some(Meaning::Month(_)));
    match () {
        () if words.has(|m| matches!(m, Meaning::Am | Meaning::Pm)) || words.marked(':') => Form::Plain,
        () if words.has(|m| m == Meaning::P) => Form::Letter,
        () if words.has(|m| matches!(m, Meaning::Month(_))) => Form::Month { day_first: !is_after_month },
        () if words.has(|m| m == Meaning::Ordinal) => Form::Ordinal { the: words.has(|m| m == Meaning::The) },
        () => Form::Numeric,
    }
}

/// The moment that these parts of it mean together.
///
/// # Errors
/// As for [`super::read`].
pub(crate) fn meant(spots: &[&Spot], ctx: &WhenContext<'_>) -> Result<When> {
    let mut whole = Said::default();
    for spot in spots {
        match &spot.meaning {
            Meant::Instant(at) if spots.len() == 1 => return resolve::instant(*at, ctx),
            Meant::Instant(_) => {
                return Err(Error::new(Code::Ambiguous, "An instant stands alone, without another day or time."));
            }
            Meant::Wrong(error) => return Err(error.clone()),
            Meant::Said(said) => whole.join(said, ctx.languages)?,
        }
    }
    resolve::resolve(&whole, ctx)
}

impl Said {
    /// Takes in what was said elsewhere.
    fn join(&mut self, other: &Said, languages: Languages) -> Result<()> {
        fn take<T: Copy>(part: &mut Option<T>, other: Option<T>) -> Result<()> {
            other.map_or(Ok(()), |value| once(part, value))
        }
        take(&mut self.weekday, other.weekday)?;
        take(&mut self.date, other.date)?;
        take(&mut self.day_of_month, other.day_of_month)?;
        take(&mut self.days, other.days)?;
        take(&mut self.months, other.months)?;
        take(&mut self.loosely, other.loosely)?;
        take(&mut self.minutes, other.minutes)?;
        take(&mut self.working_minutes, other.working_minutes)?;
        take(&mut self.working_days, other.working_days)?;
        if let Some(time) = other.time {
            self.take_time(time, other.dotted, languages)?;
        }
        other.part.map_or(Ok(()), |part| part_once(&mut self.part, part))?;
        if self.is_next_week && other.is_next_week {
            return Err(Error::new(Code::Ambiguous, "Two days are named there; name one."));
        }
        self.is_next_week |= other.is_next_week;
        self.is_now |= other.is_now;
        self.is_second |= other.is_second;
        Ok(())
    }
}

/// Whether the first of these tokens is a word of the calendar or the clock.
pub(crate) fn names_a_time(tokens: &[Token], lexicon: &Lexicon) -> bool {
    says_a_time(lexicon.meaning(tokens).map(|(meaning, _)| meaning))
}

/// Whether a word is one of the calendar or the clock.
pub(crate) fn is_word_of_time(word: &str, lexicon: &Lexicon) -> bool {
    says_a_time(lexicon.word(word))
}

fn says_a_time(meaning: Option<Meaning>) -> bool {
    matches!(
        meaning,
        Some(
            Meaning::Weekday(_)
                | Meaning::Month(_)
                | Meaning::WeekdayOrMonth(..)
                | Meaning::Days(_)
                | Meaning::Am
                | Meaning::Pm
                | Meaning::Noon
                | Meaning::Midnight
                | Meaning::OClock
                | Meaning::Hours
                | Meaning::Closing
        )
    )
}

/// Whether a word is a month's name.
pub(crate) fn is_month(word: &str, lexicon: &Lexicon) -> bool {
    matches!(lexicon.word(word), Some(Meaning::Month(_)))
}
