//! The days and dates that can be said, and the distances from now.

use super::clock::half_day;
use super::grammar::{Cursor, Date, Said, Which, once};
use super::words::{Meaning, Unit};
use crate::error::{Code, Error, Result};

/// Reads one day, date or distance at the cursor; whether there was one.
pub(super) fn read(cursor: &mut Cursor, said: &mut Said) -> Result<bool> {
    Ok(distance(cursor, said)?
        || relative(cursor, said)?
        || weekday(cursor, said)?
        || year_first(cursor, said)?
        || numeric(cursor, said)?
        || day_first(cursor, said)?
        || month_first(cursor, said)?
        || day_of_month(cursor, said)?)
}

/// "today", "tomorrow", "now".
fn relative(cursor: &mut Cursor, said: &mut Said) -> Result<bool> {
    match cursor.word(0) {
        Some(Meaning::Days(days)) => once(&mut said.days, days)?,
        Some(Meaning::Now) if !said.is_now => said.is_now = true,
        _ => return Ok(false),
    }
    cursor.take(1);
    Ok(true)
}

/// "friday", "next monday", "last friday", "friday next week".
fn weekday(cursor: &mut Cursor, said: &mut Said) -> Result<bool> {
    let (day, which, length) = match (cursor.word(0), cursor.word(1)) {
        (Some(Meaning::Weekday(day)), _) => (day, Which::Nearest, 1),
        (Some(Meaning::Next), Some(Meaning::Weekday(day))) => (day, Which::Next, 2),
        (Some(Meaning::Last), Some(Meaning::Weekday(day))) => (day, Which::Last, 2),
        (Some(Meaning::This), Some(Meaning::Weekday(day))) => (day, Which::Nearest, 2),
        (Some(Meaning::Next), Some(Meaning::Unit(Unit::Week))) if !said.is_next_week => {
            said.is_next_week = true;
            cursor.take(2);
            return Ok(true);
        }
        _ => return Ok(false),
    };
    cursor.take(length);
    once(&mut said.weekday, (day, which))?;
    Ok(true)
}

/// `2026-03-10`, `2026/3/10`; a T before the time belongs to it.
fn year_first(cursor: &mut Cursor, said: &mut Said) -> Result<bool> {
    let Some((year, 4)) = cursor.number(0) else { return Ok(false) };
    let Some(mark) = ['-', '/', '.'].into_iter().find(|m| cursor.mark(1, *m) && cursor.mark(3, *m)) else {
        return Ok(false);
    };
    let (Some((month, 1 | 2)), Some((day, 1 | 2))) = (cursor.touching_number(2), cursor.touching_number(4)) else {
        return Ok(false);
    };
    if mark == '.' || cursor.mark(5, mark) {
        return Ok(false);
    }
    cursor.take(5);
    let has_time =
        cursor.word(0) == Some(Meaning::TimeMark) && cursor.touches(0) && cursor.touching_number(1).is_some();
    cursor.take(usize::from(has_time));
    once(&mut said.date, checked(i32::try_from(year).ok(), month, day)?)?;
    Ok(true)
}

/// `24.11.`, `24.11.2026`, `24/11`, `24/11/2026`, `24-11-2026`. With dots the day comes first everywhere; otherwise a
/// day up to 12 could be the month.
fn numeric(cursor: &mut Cursor, said: &mut Said) -> Result<bool> {
    let (Some((first, 1 | 2)), Some((second, digits @ (1 | 2)))) = (cursor.number(0), cursor.touching_number(2)) else {
        return Ok(false);
    };
    let Some(mark) = ['.', '/', '-'].into_iter().find(|m| cursor.mark(1, *m)) else { return Ok(false) };
    let year = cursor.touching_number(4).filter(|(_, digits)| cursor.mark(3, mark) && *digits == 4);
    let is_day = |n: u32| (1..=31).contains(&n);
    let is_month = |n: u32| (1..=12).contains(&n);
    let length = match (mark, year) {
        (_, Some(_)) => 5,
        ('.', None) if cursor.mark(3, '.') && !cursor.touches(4) && is_day(first) && is_month(second) => 4,
        ('.', None)
            if digits == 2 && (half_day(cursor, 3).is_some() || first < 24 || !is_day(first) || !is_month(second)) =>
        {
            return Ok(false);
        }
        ('.', None) if digits == 2 => 3,
        ('/', None) if !cursor.mark(3, '/') => 3,
        ('.', None) if is_day(first) && is_month(second) => return Err(either(first, second)),
        _ => return Ok(false),
    };
    let (day, month) = match (is_month(first), is_month(second)) {
        _ if mark == '.' => (first, second),
        (true, true) if first != second => return Err(either(first, second)),
        (true, false) => (second, first),
        _ => (first, second),
    };
    cursor.take(length);
    let year = year.and_then(|(year, _)| i32::try_from(year).ok());
    once(&mut said.date, checked(year, month, day)?)?;
    Ok(true)
}

/// Two numbers of which either could be the month.
fn either(first: u32, second: u32) -> Error {
    let date = |day: u32, month: u32| format!("{day} {}", super::echo::month(month)).to_lowercase();
    let mut both = vec![date(first, second)];
    both.extend((first <= 12 && first != second).then(|| date(second, first)));
    Error::new(
        Code::Ambiguous,
        format!(
            "{first} and {second} could be a day and its month in either order, or no date; write the month's name."
        ),
    )
    .suggest(both)
}

/// "24 nov", "the 3rd of march 2027".
fn day_first(cursor: &mut Cursor, said: &mut Said) -> Result<bool> {
    let the = usize::from(cursor.word(0) == Some(Meaning::The));
    let Some((day, 1 | 2)) = cursor.number(the) else { return Ok(false) };
    let ordinal = usize::from(is_ordinal(cursor, the + 1));
    let of = usize::from(cursor.word(the + 1 + ordinal) == Some(Meaning::Of));
    let Some(Meaning::Month(month)) = cursor.word(the + 1 + ordinal + of) else { return Ok(false) };
    cursor.take(the + ordinal + of + 2);
    let year = year_after(cursor);
    once(&mut said.date, checked(year, month, day)?)?;
    Ok(true)
}

/// "dec 24", "march the 3rd, 2027". A number that begins a time is no day: "dec 9am" names none.
fn month_first(cursor: &mut Cursor, said: &mut Said) -> Result<bool> {
    let Some(Meaning::Month(month)) = cursor.word(0) else { return Ok(false) };
    let the = usize::from(cursor.word(1) == Some(Meaning::The));
    let Some((day, 1 | 2)) = cursor.number(1 + the) else { return Ok(false) };
    let after = 2 + the;
    let is_time = half_day(cursor, after).is_some() || cursor.mark(after, ':');
    if is_time || cursor.mark(after, '.') && cursor.touches(after + 1) {
        return Ok(false);
    }
    let ordinal = usize::from(is_ordinal(cursor, after));
    cursor.take(after + ordinal);
    let year = year_after(cursor);
    once(&mut said.date, checked(year, month, day)?)?;
    Ok(true)
}

/// "the 14th", "14th", "the 14".
fn day_of_month(cursor: &mut Cursor, said: &mut Said) -> Result<bool> {
    let the = usize::from(cursor.word(0) == Some(Meaning::The));
    let Some((day, 1 | 2)) = cursor.number(the) else { return Ok(false) };
    let ordinal = usize::from(is_ordinal(cursor, the + 1));
    if the + ordinal == 0 {
        return Ok(false);
    }
    if !(1..=31).contains(&day) {
        return Err(Error::new(Code::Impossible, "No month has that day; they go from the 1st to the 31st at most."));
    }
    cursor.take(the + 1 + ordinal);
    once(&mut said.day_of_month, day)?;
    Ok(true)
}

fn is_ordinal(cursor: &Cursor, n: usize) -> bool {
    cursor.word(n) == Some(Meaning::Ordinal) && cursor.touches(n)
}

/// The four digits of a year after a day and month, with or without a comma. Four digits that begin a date are none.
fn year_after(cursor: &mut Cursor) -> Option<i32> {
    let comma = usize::from(cursor.mark(0, ','));
    let (year, _) = cursor.number(comma).filter(|(_, digits)| *digits == 4)?;
    if cursor.mark(comma + 1, '-') || cursor.mark(comma + 1, ':') {
        return None;
    }
    cursor.take(comma + 1);
    i32::try_from(year).ok()
}

/// A date whose numbers a calendar could show.
fn checked(year: Option<i32>, month: u32, day: u32) -> Result<Date> {
    // 29 February is there in some years; the year decides later.
    if crate::time::Day::new(year.unwrap_or(2000), month, day).is_none() {
        return Err(no_such_day(year, month, day));
    }
    Ok(Date { year, month, day })
}

/// The answer to a day that its month does not have.
pub(super) fn no_such_day(year: Option<i32>, month: u32, day: u32) -> Error {
    let last = (28..=31).rev().find(|d| crate::time::Day::new(year.unwrap_or(2001), month, *d).is_some());
    let year = year.map(|y| format!(" {y}")).unwrap_or_default();
    let name = super::echo::month(month);
    match last {
        Some(last) if day > last => Error::new(
            Code::Impossible,
            format!("There is no {day} {name}{year}; its last day is {last} {name}{year}."),
        )
        .suggest([format!("{last} {name}{year}").to_lowercase()]),
        _ => Error::new(Code::Impossible, "There is no such day; write for example 24 nov or 2026-11-24."),
    }
}

/// "in 20 min", "in a week", "an hour and a half ago", "3 days from now".
fn distance(cursor: &mut Cursor, said: &mut Said) -> Result<bool> {
    let is_in = cursor.word(0) == Some(Meaning::In);
    let mut at = usize::from(is_in);
    let mut sum = Length::default();
    while let Some((part, length)) = part(cursor, at) {
        sum.add(&part);
        at += length;
        let and = usize::from(cursor.word(at) == Some(Meaning::And));
        if self::part(cursor, at + and).is_none() {
            break;
        }
        at += and;
    }
    let sign = match cursor.word(at) {
        _ if sum == Length::default() => return Ok(false),
        Some(Meaning::Ago) if !is_in => -1,
        Some(Meaning::FromNow) if !is_in => 1,
        _ if is_in => 1,
        _ => return Ok(false),
    };
    cursor.take(at + usize::from(!is_in));
    let Length { minutes, days, months, working_minutes, working_days } = sum;
    if sign < 0 && (working_minutes.is_some() || working_days.is_some()) {
        return Err(Error::invalid("Working time is counted forward only; name the day itself."));
    }
    working_minutes.map_or(Ok(()), |n| once(&mut said.working_minutes, n))?;
    working_days.map_or(Ok(()), |n| once(&mut said.working_days, n))?;
    minutes.map_or(Ok(()), |n| once(&mut said.minutes, n.saturating_mul(sign)))?;
    days.map_or(Ok(()), |n| once(&mut said.days, n.saturating_mul(sign)))?;
    months.map_or(Ok(()), |n| once(&mut said.months, n.saturating_mul(sign)))?;
    Ok(true)
}

/// A length of time, in the parts that differ on a calendar.
#[derive(Debug, Default, PartialEq, Eq)]
struct Length {
    minutes: Option<i64>,
    days: Option<i64>,
    months: Option<i64>,
    working_minutes: Option<i64>,
    working_days: Option<i64>,
}

impl Length {
    /// So much working time; `None` for a unit that has no working time of its own.
    fn of_working(count: i64, unit: Unit) -> Option<Self> {
        match unit {
            Unit::Minute => Some(Length { working_minutes: Some(count), ..Length::default() }),
            Unit::Hour => Some(Length { working_minutes: Some(count.saturating_mul(60)), ..Length::default() }),
            Unit::Day => Some(Length { working_days: Some(count), ..Length::default() }),
            Unit::Week | Unit::Month | Unit::Year => None,
        }
    }

    fn of(count: i64, unit: Unit) -> Self {
        let (minutes, days, months) = match unit {
            Unit::Minute => (Some(count), None, None),
            Unit::Hour => (Some(count.saturating_mul(60)), None, None),
            Unit::Day => (None, Some(count), None),
            Unit::Week => (None, Some(count.saturating_mul(7)), None),
            Unit::Month => (None, None, Some(count)),
            Unit::Year => (None, None, Some(count.saturating_mul(12))),
        };
        Length { minutes, days, months, ..Length::default() }
    }

    fn add(&mut self, other: &Length) {
        let sum = |a: Option<i64>, b: Option<i64>| a.zip(b).map(|(a, b)| a.saturating_add(b)).or(a).or(b);
        self.minutes = sum(self.minutes, other.minutes);
        self.days = sum(self.days, other.days);
        self.months = sum(self.months, other.months);
        self.working_minutes = sum(self.working_minutes, other.working_minutes);
        self.working_days = sum(self.working_days, other.working_days);
    }
}

/// One counted unit `at` places on, and how many places it takes: "20 min", "half an hour", "1.5 hours", "a week".
fn part(cursor: &Cursor, at: usize) -> Option<(Length, usize)> {
    let unit = |n: usize| match cursor.word(at + n) {
        Some(Meaning::Unit(unit)) => Some(unit),
        _ => None,
    };
    if cursor.word(at) == Some(Meaning::Half) {
        let one = usize::from(matches!(cursor.word(at + 1), Some(Meaning::A | Meaning::Count(1))));
        return (unit(1 + one)? == Unit::Hour).then(|| (Length::of(30, Unit::Minute), 2 + one));
    }
    let count = match (cursor.number(at), cursor.word(at)) {
        (Some((count, _)), _) | (_, Some(Meaning::Count(count))) => i64::from(count),
        (_, Some(Meaning::A)) => 1,
        _ => return None,
    };
    if let Some((tenths, 1)) = cursor.touching_number(at + 2).filter(|_| cursor.mark(at + 1, '.')) {
        let minutes = count.saturating_mul(60).saturating_add(i64::from(tenths) * 6);
        return (unit(3)? == Unit::Hour).then(|| (Length::of(minutes, Unit::Minute), 4));
    }
    if let Some(Meaning::Working(unit)) = cursor.word(at + 1) {
        return Some((Length::of_working(count, unit)?, 2));
    }
    let mut length = Length::of(count, unit(1)?);
    let is_half_more = unit(1) == Some(Unit::Hour)
        && cursor.word(at + 2) == Some(Meaning::And)
        && cursor.word(at + 3) == Some(Meaning::A)
        && cursor.word(at + 4) == Some(Meaning::Half);
    if is_half_more {
        length.add(&Length::of(30, Unit::Minute));
    }
    Some((length, if is_half_more { 5 } else { 2 }))
}
