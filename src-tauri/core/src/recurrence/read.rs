//! From words to what was said of a rule. No word is left over, and what could mean two rules is refused.

use super::{
    next::{Occurrence, OnClosed, Series},
    parts::Parts,
    rule::{MOST_EVERY, MOST_TIMES, Nth},
    words::{Meaning, Unit, meaning},
};
use crate::{
    error::{Code, Error, Result},
    time::{Day, WallTime},
    when::{
        self, Problem, Sense, WhenContext,
        tokens::{Kind, Token, scan},
    },
};

/// The longest text that is read, in characters.
const LONGEST: usize = 200;

/// A series as it was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The series.
    pub series: Series,
    /// Its first time.
    pub first: Occurrence,
    /// What was decided in reading, in sentences.
    pub note: Option<String>,
    /// What speaks against the first time.
    pub problems: Vec<Problem>,
}

/// Reads a series: "every monday 10am", "every 2 weeks", "last friday of the month", "every 31st until 24 dec". `first`:
/// its first time where that is known already; it says what the words leave out, and must agree with the rest.
///
/// # Errors
/// `Invalid` for what is not understood as a whole; `NoTime` where day or time is missing; `Ambiguous` where two rules
/// could be meant; `Mismatch` where the first time and the rule disagree; `Impossible` for days that never come.
pub fn read(text: &str, first: Option<WallTime>, on_closed: OnClosed, ctx: &WhenContext<'_>) -> Result<Said> {
    if text.chars().nth(LONGEST).is_some() {
        return Err(Error::invalid("That is too long for a rule."));
    }
    let tokens = scan(text);
    let mut reader = Reader { text, tokens: &tokens, at: 0, parts: Parts::default(), ctx };
    reader.read_all()?;
    let parts = reader.parts;
    let anchor = first.map(WallTime::day).or(parts.starting);
    let rule = parts.rule(anchor)?;
    let said = match first {
        Some(first) => parts.beginning(rule, first, on_closed, ctx)?,
        None => parts.soonest(rule, on_closed, ctx)?,
    };
    if said.series.rule.until.is_some_and(|until| until < said.first.day) {
        return Err(Error::new(Code::Impossible, "That would end before it begins."));
    }
    Ok(said)
}

/// The answer to words that are no rule.
pub(super) fn not_understood() -> Error {
    Error::invalid("That is not understood as a rule; write for example every monday 10:00, or every 2 weeks.")
        .suggest(["every monday 10:00".to_owned(), "last friday of the month 10:00".to_owned()])
}

/// The answer to two rules in one.
pub(super) fn said_twice() -> Error {
    Error::new(Code::Ambiguous, "Two rules are named there; name one.")
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    at: usize,
    parts: Parts,
    ctx: &'a WhenContext<'a>,
}

fn once<T>(part: &mut Option<T>, value: T) -> Result<()> {
    part.replace(value).map_or(Ok(()), |_| Err(said_twice()))
}

impl Reader<'_> {
    /// What stands `n` tokens on means, and its length.
    fn word(&self, n: usize) -> Option<(Meaning, usize)> {
        self.tokens.get(self.at + n..).and_then(meaning)
    }

    fn means(&self, n: usize, wanted: Meaning) -> bool {
        self.word(n).is_some_and(|(meaning, _)| meaning == wanted)
    }

    fn number(&self, n: usize) -> Option<u32> {
        match self.tokens.get(self.at + n).map(|token| &token.kind) {
            Some(Kind::Number(value, _)) => Some(*value),
            _ => None,
        }
    }

    fn is_mark(&self, n: usize, mark: char) -> bool {
        matches!(self.tokens.get(self.at + n).map(|token| &token.kind), Some(Kind::Mark(c)) if *c == mark)
    }

    fn touches(&self, n: usize) -> bool {
        let before = (self.at + n).checked_sub(1).and_then(|at| self.tokens.get(at));
        before.zip(self.tokens.get(self.at + n)).is_some_and(|(before, token)| before.touches(token))
    }

    fn unit(&self, n: usize) -> Option<Unit> {
        match self.word(n) {
            Some((Meaning::Unit(unit), _)) => Some(unit),
            _ => None,
        }
    }

    fn weekday(&self, n: usize) -> Option<u32> {
        match self.word(n) {
            Some((Meaning::Weekday(day), _)) => Some(day),
            _ => None,
        }
    }

    fn month(&self, n: usize) -> Option<u32> {
        match self.word(n) {
            Some((Meaning::Month(month), _)) => Some(month),
            _ => None,
        }
    }

    /// "2nd", "second", "last" at `n`: which it is, and of how many tokens.
    fn nth(&self, n: usize) -> Option<(Option<u32>, usize)> {
        match (self.word(n), self.number(n)) {
            (Some((Meaning::Nth(nth), length)), _) => Some((Some(nth), length)),
            (Some((Meaning::Last, length)), _) => Some((None, length)),
            (_, Some(nth)) if self.means(n + 1, Meaning::Ordinal) && self.touches(n + 1) => Some((Some(nth), 2)),
            _ => None,
        }
    }

    fn read_all(&mut self) -> Result<()> {
        while self.at < self.tokens.len() {
            let is_read = match self.word(0) {
                Some((Meaning::Every, length)) => {
                    self.at += length;
                    self.parts.comes_again = true;
                    self.after_every()?;
                    true
                }
                Some((Meaning::Each(every, unit), length)) => {
                    self.at += length;
                    self.parts.comes_again = true;
                    self.set_unit(every, unit)?;
                    true
                }
                Some((Meaning::Until, length)) => {
                    self.at += length;
                    let until = self.day_said()?;
                    once(&mut self.parts.until, until)?;
                    true
                }
                Some((Meaning::Starting, length)) => {
                    self.at += length;
                    let starting = self.day_said()?;
                    once(&mut self.parts.starting, starting)?;
                    true
                }
                Some((Meaning::Of, length)) => self.of(length)?,
                Some((Meaning::On, length)) => {
                    self.at += length;
                    let is_read = self.which()?;
                    self.at -= if is_read { 0 } else { length };
                    is_read
                }
                _ => self.times()? || self.which()?,
            };
            if !is_read {
                let token = self.tokens.get(self.at).ok_or_else(not_understood)?;
                let word = self.text.get(token.start..token.end).unwrap_or_default();
                let touches = self.touches(0);
                match self.parts.rest.last_mut().filter(|_| touches) {
                    Some(last) => last.push_str(word),
                    None => self.parts.rest.push(word.to_owned()),
                }
                self.at += 1;
            }
        }
        Ok(())
    }

    fn set_unit(&mut self, every: u16, unit: Unit) -> Result<()> {
        once(&mut self.parts.every, every)?;
        once(&mut self.parts.unit, unit)
    }

    /// "every" is passed: every how many of what, or on which days.
    fn after_every(&mut self) -> Result<()> {
        if self.means(0, Meaning::Other) {
            self.at += 1;
            if let Some(unit) = self.unit(0) {
                self.at += 1;
                return self.set_unit(2, unit);
            }
            once(&mut self.parts.every, 2)?;
            return if self.weekday(0).is_some() && self.which()? { Ok(()) } else { Err(not_understood()) };
        }
        let count = match (self.number(0), self.word(0), self.nth(0)) {
            (_, _, Some((Some(nth @ 2..), length))) if self.unit(length).is_some() => Some((nth, length)),
            (Some(number), ..) => Some((number, 1)),
            (_, Some((Meaning::Count(number), length)), _) => Some((number, length)),
            _ => None,
        };
        if let Some((count, length)) = count
            && let Some(unit) = self.unit(length)
        {
            let every = u16::try_from(count).ok().filter(|every| (1..=MOST_EVERY).contains(every));
            let every = every.ok_or_else(|| {
                Error::new(Code::Impossible, "Something comes again every 1 to 100 days, weeks, months or years.")
            })?;
            self.at += length + 1;
            return self.set_unit(every, unit);
        }
        if let Some(unit) = self.unit(0) {
            self.at += 1;
            return self.set_unit(1, unit);
        }
        if self.which()? { Ok(()) } else { Err(not_understood()) }
    }

    /// Which days: "monday and thursday", "the 31st", "last friday", "24 november", "weekday".
    fn which(&mut self) -> Result<bool> {
        let the = usize::from(self.means(0, Meaning::The));
        if let Some((nth, length)) = self.nth(the) {
            return self.nth_of_something(nth, the + length);
        }
        if let (Some(day), Some(month)) = (self.number(the), self.month(the + 1)) {
            self.at += the + 2;
            return self.set_date(day, month);
        }
        if let Some(month) = self.month(the) {
            let skip = 1 + usize::from(self.means(the + 1, Meaning::The));
            let is_time = self.is_mark(the + skip + 1, ':');
            let Some(day) = self.number(the + skip).filter(|day| *day <= 31 && !is_time) else { return Ok(false) };
            let ordinal = usize::from(self.means(the + skip + 1, Meaning::Ordinal) && self.touches(the + skip + 1));
            self.at += the + skip + 1 + ordinal;
            return self.set_date(day, month);
        }
        match self.word(0) {
            Some((Meaning::Weekday(_), _)) => self.weekdays(),
            Some((Meaning::Weekdays, length)) => {
                self.at += length;
                self.add_weekdays(&[0, 1, 2, 3, 4])
            }
            Some((Meaning::WorkingDays, length)) => {
                self.at += length;
                self.parts.working = true;
                self.set_unit(1, Unit::Day).map(|()| true)
            }
            _ => Ok(false),
        }
    }

    /// "last friday", "31st", "last day", "24th of november"; `nth` is `None` for the last. `length`: of the tokens that
    /// say which.
    fn nth_of_something(&mut self, nth: Option<u32>, length: usize) -> Result<bool> {
        if let Some(weekday) = self.weekday(length) {
            let which = match nth {
                None => Nth::Last,
                Some(n @ 1..=4) => Nth::Of(n),
                Some(_) => {
                    let message =
                        "Not every month has a fifth one of each weekday; name the first to the fourth, or the last.";
                    return Err(Error::new(Code::Impossible, message));
                }
            };
            self.at += length + 1;
            self.parts.is_either = nth == Some(2);
            return once(&mut self.parts.nth, (which, weekday)).map(|()| true);
        }
        if self.unit(length) == Some(Unit::Day) && nth.is_none_or(|nth| nth == 1) {
            self.at += length + 1;
            return self.set_day(nth.unwrap_or(31)).map(|()| true);
        }
        let Some(day) = nth.filter(|_| self.number(length.saturating_sub(2)).is_some()) else { return Ok(false) };
        let of = usize::from(self.means(length, Meaning::Of));
        if let Some(month) = self.month(length + of) {
            self.at += length + of + 1;
            return self.set_date(day, month);
        }
        self.at += length;
        self.set_day(day).map(|()| true)
    }

    fn set_day(&mut self, day: u32) -> Result<()> {
        if !(1..=31).contains(&day) {
            return Err(Error::new(
                Code::Impossible,
                "No month has that day; they go from the 1st to the 31st at most.",
            ));
        }
        once(&mut self.parts.day, day)
    }

    fn set_date(&mut self, day: u32, month: u32) -> Result<bool> {
        // A leap year has every day that any year has.
        if Day::new(2024, month, day).is_none() {
            return Err(Error::new(Code::Impossible, "There is no such day in any year."));
        }
        once(&mut self.parts.month, month)?;
        self.set_day(day).map(|()| true)
    }

    fn weekdays(&mut self) -> Result<bool> {
        let mut days = Vec::new();
        while let Some(day) = self.weekday(0) {
            days.push(day);
            self.at += 1;
            let comma = usize::from(self.is_mark(0, ','));
            let between = comma + usize::from(self.means(comma, Meaning::And));
            if self.weekday(between).is_none() || between == 0 {
                break;
            }
            self.at += between;
        }
        self.add_weekdays(&days)
    }

    fn add_weekdays(&mut self, days: &[u32]) -> Result<bool> {
        if !self.parts.weekdays.is_empty() {
            return Err(said_twice());
        }
        self.parts.weekdays.extend(days);
        self.parts.weekdays.sort_unstable();
        self.parts.weekdays.dedup();
        Ok(true)
    }

    /// "of the month", "of every month", "of november", after which of its days was said.
    fn of(&mut self, length: usize) -> Result<bool> {
        if self.parts.nth.is_none() && self.parts.day.is_none() {
            return Ok(false);
        }
        if let Some(month) = self.month(length) {
            self.at += length + 1;
            return once(&mut self.parts.month, month).map(|()| true);
        }
        let skip = usize::from(self.means(length, Meaning::The) || self.means(length, Meaning::Every));
        if self.unit(length + skip) != Some(Unit::Month) {
            return Ok(false);
        }
        self.at += length + skip + 1;
        self.parts.comes_again = true;
        match self.parts.unit {
            Some(Unit::Month) => Ok(true),
            _ => once(&mut self.parts.unit, Unit::Month).map(|()| true),
        }
    }

    /// "10 times".
    fn times(&mut self) -> Result<bool> {
        let Some(count) = self.number(0).filter(|_| self.means(1, Meaning::Times)) else { return Ok(false) };
        if !(1..=MOST_TIMES).contains(&count) {
            return Err(Error::new(Code::Impossible, "Name a number of times from 1 to 10000."));
        }
        self.at += 2;
        once(&mut self.parts.count, count).map(|()| true)
    }

    /// A day after "until" or "starting": the longest run of words that is one.
    fn day_said(&mut self) -> Result<Day> {
        let from = self.tokens.get(self.at).ok_or_else(not_understood)?.start;
        let range = WhenContext { sense: Sense::Range, ..*self.ctx };
        for end in (self.at..self.tokens.len()).rev() {
            let words = self.tokens.get(end).and_then(|last| self.text.get(from..last.end)).unwrap_or_default();
            if let Ok(read) = when::read(words, &range)
                && read.local == read.local.day().midnight()
            {
                self.at = end + 1;
                return Ok(read.local.day());
            }
        }
        Err(Error::invalid("The day after until or starting is not understood; write for example until 24 dec 2026."))
    }
}
