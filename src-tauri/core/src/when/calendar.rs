//! The days and dates that can be said, and the distances from now.

use super::clock::{half_day, is_hour_word};
use super::grammar::{Cursor, Date, Said, Which, once};
use super::words::{Languages, Meaning, Tongue, Unit};
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

/// "friday", "next monday", "last friday", "friday next week", "el lunes que viene", "jeudi 12 à 10h".
fn weekday(cursor: &mut Cursor, said: &mut Said) -> Result<bool> {
    let is_the = cursor.is_day_first() && cursor.is_the(0);
    let the = usize::from(is_the);
    let which = |n: usize| match cursor.word(n)? {
        Meaning::Next => Some(Which::Next),
        Meaning::Coming => Some(Which::Coming),
        Meaning::Last => Some(Which::Last),
        Meaning::This => Some(Which::Nearest),
        _ => None,
    };
    let before = which(the);
    let at = the + usize::from(before.is_some());
    let Some(day) = weekday_at(cursor, at) else {
        let length = match (cursor.word(0), cursor.word(1)) {
            (Some(Meaning::Next), Some(Meaning::Unit(Unit::Week))) => 2,
            (Some(Meaning::NextWeek), _) => 1,
            _ => return Ok(false),
        };
        if said.is_next_week {
            return Ok(false);
        }
        said.is_next_week = true;
        cursor.take(length);
        return Ok(true);
    };
    // "monday next week": that is the week, not the day after.
    let after =
        which(at + 1).filter(|_| cursor.is_day_first() && before.is_none() && weekday_at(cursor, at + 2).is_none());
    cursor.take(at + 1 + usize::from(after.is_some()));
    // "Mi. 10 Uhr": the dot of what was shortened.
    let is_shortened = cursor.is_day_first() && cursor.mark(0, '.') && !cursor.ends(1) && !cursor.touches(1);
    cursor.take(usize::from(is_shortened));
    once(&mut said.weekday, (day, before.or(after).unwrap_or(Which::Nearest)))?;
    if let Some((number, length)) = day_after_weekday(cursor) {
        cursor.take(length);
        once(&mut said.day_of_month, number)?;
    }
    Ok(true)
}

fn weekday_at(cursor: &Cursor, n: usize) -> Option<u32> {
    match cursor.word(n)? {
        Meaning::Weekday(day) | Meaning::WeekdayOrMonth(day, _) => Some(day),
        _ => None,
    }
}

/// "jeudi 12 à 10h", "Donnerstag, 12., 10 Uhr": a day of the month without "the", where a time follows that can be nothing
/// else; and how many places it takes.
fn day_after_weekday(cursor: &Cursor) -> Option<(u32, usize)> {
    if !cursor.is_day_first() {
        return None;
    }
    let comma = usize::from(cursor.mark(0, ','));
    let (number, 1 | 2) = cursor.number(comma)? else { return None };
    let after = comma + 1;
    let ordinal = ordinal(cursor, after);
    let is_day = (1..=31).contains(&number) && !begins_clock(cursor, comma);
    let time = after + ordinal + usize::from(cursor.mark(after + ordinal, ','));
    (is_day && (begins_clock(cursor, time) || cursor.word(time) == Some(Meaning::At)))
        .then_some((number, after + ordinal))
}

/// Whether a time of day stands there that can be nothing else.
fn begins_clock(cursor: &Cursor, n: usize) -> bool {
    let is_number = cursor.number(n).is_some() || matches!(cursor.word(n), Some(Meaning::Count(_)));
    let minutes = |mark: char| cursor.mark(n + 1, mark) && matches!(cursor.touching_number(n + 2), Some((0..=59, 2)));
    is_number && (is_hour_word(cursor, n + 1) || half_day(cursor, n + 1).is_some() || minutes(':'))
        || matches!(
            cursor.word(n),
            Some(
                Meaning::Noon
                    | Meaning::HalfTo
                    | Meaning::Opening
                    | Meaning::Closing
                    | Meaning::BeforeLunch
                    | Meaning::AfterLunch
                    | Meaning::Hour(_)
            )
        )
}

/// Of how many places the mark of an ordinal is that stands there: "24th", "24." where the day comes first.
fn ordinal(cursor: &Cursor, n: usize) -> usize {
    let is_dot = cursor.is_day_first()
        && (cursor.mark(n, '.') || cursor.mark(n, '°'))
        && cursor.touching_number(n + 1).is_none();
    usize::from(is_ordinal(cursor, n) || is_dot)
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
    once(&mut said.date, checked(cursor, i32::try_from(year).ok(), month, day)?)?;
    Ok(true)
}

/// `24.11.`, `24.11.2026`, `24/11`, `24/11/2026`, `24-11-2026`. With dots the day comes first everywhere; otherwise a
/// day up to 12 could be the month.
fn numeric(cursor: &mut Cursor, said: &mut Said) -> Result<bool> {
    if cursor.is_day_first() && cursor.is_the(0) && cursor.number(1).is_some() {
        let mut after = cursor.ahead(1);
        let is_read = numeric(&mut after, said)?;
        *cursor = if is_read { after } else { *cursor };
        return Ok(is_read);
    }
    let (Some((first, 1 | 2)), Some((second, digits @ (1 | 2)))) = (cursor.number(0), cursor.touching_number(2)) else {
        return Ok(false);
    };
    let Some(mark) = ['.', '/', '-'].into_iter().find(|m| cursor.mark(1, *m)) else { return Ok(false) };
    let is_day_first = cursor.is_day_first();
    let year = cursor
        .touching_number(4)
        .filter(|(_, digits)| cursor.mark(3, mark) && (*digits == 4 || is_day_first && *digits == 2));
    let is_day = |n: u32| (1..=31).contains(&n);
    let is_month = |n: u32| (1..=12).contains(&n);
    let length = match (mark, year) {
        (_, Some(_)) => 5,
        ('.', None) if cursor.mark(3, '.') && ends_there(cursor, 4) && is_day(first) && is_month(second) => 4,
        ('.', None)
            if digits == 2 && (half_day(cursor, 3).is_some() || first < 24 || !is_day(first) || !is_month(second)) =>
        {
            return Ok(false);
        }
        ('.', None) if digits == 2 => 3,
        ('/', None) if !cursor.mark(3, '/') => 3,
        ('.', None) if is_day_first && is_day(first) && is_month(second) => 3,
        ('.', None) if is_day(first) && is_month(second) => return Err(either(first, second, cursor.languages())),
        _ => return Ok(false),
    };
    let (day, month) = match (is_month(first), is_month(second)) {
        _ if mark == '.' || is_day_first => (first, second),
        (true, true) if first != second => return Err(either(first, second, cursor.languages())),
        (true, false) => (second, first),
        _ => (first, second),
    };
    cursor.take(length);
    let year = year.and_then(|(year, digits)| i32::try_from(if digits == 2 { 2000 + year } else { year }).ok());
    once(&mut said.date, checked(cursor, year, month, day)?)?;
    Ok(true)
}

/// Whether what stands `n` places on is no part of what is before: it is apart, or a mark between words.
fn ends_there(cursor: &Cursor, n: usize) -> bool {
    !cursor.touches(n) || [',', ';', ':', '!', '?', ')'].iter().any(|mark| cursor.mark(n, *mark))
}

/// Two numbers of which either could be the month.
fn either(first: u32, second: u32, languages: Languages) -> Error {
    let date = |day: u32, month: u32| super::echo::date(day, month, languages);
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
    let the = usize::from(cursor.is_the(0) || is_the_day(cursor));
    let Some((day, 1 | 2)) = cursor.number(the) else { return Ok(false) };
    let ordinal = ordinal(cursor, the + 1);
    let of = usize::from(cursor.word(the + 1 + ordinal) == Some(Meaning::Of));
    let month = match cursor.word(the + 1 + ordinal + of) {
        Some(Meaning::Month(month) | Meaning::WeekdayOrMonth(_, month) | Meaning::CountOrMonth(_, month)) => month,
        _ => return Ok(false),
    };
    cursor.take(the + ordinal + of + 2);
    // "24. Nov. 2026": the dot of what was shortened.
    let is_shortened = cursor.is_day_first() && cursor.mark(0, '.') && !cursor.touches(1);
    cursor.take(usize::from(is_shortened));
    let year = year_after(cursor);
    once(&mut said.date, checked(cursor, year, month, day)?)?;
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
    once(&mut said.date, checked(cursor, year, month, day)?)?;
    Ok(true)
}

/// "the 14th", "14th", "the 14".
fn day_of_month(cursor: &mut Cursor, said: &mut Said) -> Result<bool> {
    let the = usize::from(cursor.is_the(0) || is_the_day(cursor));
    let Some((day, 1 | 2)) = cursor.number(the) else { return Ok(false) };
    let ordinal = match the {
        0 => usize::from(is_ordinal(cursor, the + 1)),
        _ => ordinal(cursor, the + 1),
    };
    if the + ordinal == 0 || cursor.is_day_first() && begins_clock(cursor, the) {
        return Ok(false);
    }
    if !(1..=31).contains(&day) {
        return Err(Error::new(Code::Impossible, "No month has that day; they go from the 1st to the 31st at most."));
    }
    cursor.take(the + 1 + ordinal);
    once(&mut said.day_of_month, day)?;
    Ok(true)
}

/// "dia 24": the day of that number, and no number of days.
fn is_the_day(cursor: &Cursor) -> bool {
    cursor.is_day_first() && cursor.word(0) == Some(Meaning::Unit(Unit::Day)) && !cursor.follows_number()
}

fn is_ordinal(cursor: &Cursor, n: usize) -> bool {
    let is_mark = match cursor.word(n) {
        Some(Meaning::Ordinal) => true,
        // "1º" is written with a letter that is also an article.
        Some(Meaning::The) => cursor.languages().typed() == Tongue::Portuguese,
        _ => false,
    };
    is_mark && cursor.touches(n)
}

/// The four digits of a year after a day and month, with or without a comma. Four digits that begin a date are none.
fn year_after(cursor: &mut Cursor) -> Option<i32> {
    let comma = usize::from(cursor.mark(0, ',') || cursor.is_day_first() && cursor.word(0) == Some(Meaning::Of));
    let (year, _) = cursor.number(comma).filter(|(_, digits)| *digits == 4)?;
    if cursor.mark(comma + 1, '-') || cursor.mark(comma + 1, ':') {
        return None;
    }
    cursor.take(comma + 1);
    i32::try_from(year).ok()
}

/// A date whose numbers a calendar could show.
fn checked(cursor: &Cursor, year: Option<i32>, month: u32, day: u32) -> Result<Date> {
    // 29 February is there in some years; the year decides later.
    if crate::time::Day::new(year.unwrap_or(2000), month, day).is_none() {
        return Err(no_such_day(year, month, day, cursor.languages()));
    }
    Ok(Date { year, month, day })
}

/// The answer to a day that its month does not have.
pub(super) fn no_such_day(year: Option<i32>, month: u32, day: u32, languages: Languages) -> Error {
    let last = (28..=31).rev().find(|d| crate::time::Day::new(year.unwrap_or(2001), month, *d).is_some());
    let year = year.map(|y| format!(" {y}")).unwrap_or_default();
    let name = super::echo::month(month);
    match last {
        Some(last) if day > last => Error::new(
            Code::Impossible,
            format!("There is no {day} {name}{year}; its last day is {last} {name}{year}."),
        )
        .suggest([format!("{}{year}", super::echo::date(last, month, languages))]),
        _ => Error::new(Code::Impossible, "There is no such day; write for example 24 nov or 2026-11-24."),
    }
}

/// "in 20 min", "in a week", "an hour and a half ago", "3 days from now".
fn distance(cursor: &mut Cursor, said: &mut Said) -> Result<bool> {
    let first = cursor.word(0);
    let is_in = matches!(first, Some(Meaning::In | Meaning::PastOrIn));
    let is_ago = matches!(first, Some(Meaning::AgoFirst | Meaning::ToOrAgo));
    let mut at = usize::from(is_in || is_ago);
    let mut sum = Length::default();
    let mut loosely = None;
    while let Some((part, length)) = part(cursor, at) {
        if let Some(Meaning::Loosely(days, meant)) = cursor.word(at) {
            loosely = Some((days, meant));
        }
        sum.add(&part);
        at += length;
        // "dans 3 jours 15h20": the day, and then the time on it.
        let has_day = sum.days.is_some() || sum.months.is_some() || sum.working_days.is_some();
        if has_day && matches!(cursor.word(at + 1), Some(Meaning::Hours | Meaning::H)) {
            break;
        }
        let and = usize::from(matches!(cursor.word(at), Some(Meaning::And | Meaning::Plus)));
        if self::part(cursor, at + and).is_none() {
            break;
        }
        at += and;
    }
    let is_bare = !is_in && !is_ago;
    let sign = match cursor.word(at) {
        _ if sum == Length::default() => return Ok(false),
        Some(Meaning::Ago) if is_bare => -1,
        Some(Meaning::FromNow) if is_bare => 1,
        _ if is_in => 1,
        _ if is_ago => -1,
        _ => return Ok(false),
    };
    cursor.take(at + usize::from(is_bare));
    loosely.map_or(Ok(()), |loosely| once(&mut said.loosely, loosely))?;
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
        Some(Meaning::Hours | Meaning::H) => Some(Unit::Hour),
        _ => None,
    };
    match cursor.word(at) {
        Some(Meaning::Minutes(minutes)) => return Some((Length::of(i64::from(minutes), Unit::Minute), 1)),
        Some(Meaning::Loosely(days, _)) => return Some((Length::of(i64::from(days), Unit::Day), 1)),
        _ => {}
    }
    if cursor.word(at) == Some(Meaning::Half) {
        let one = usize::from(matches!(cursor.word(at + 1), Some(Meaning::A | Meaning::Count(1))));
        return (unit(1 + one)? == Unit::Hour).then(|| (Length::of(30, Unit::Minute), 2 + one));
    }
    let count = match (cursor.number(at), cursor.word(at)) {
        (Some((count, _)), _) | (_, Some(Meaning::Count(count) | Meaning::CountOrMonth(count, _))) => i64::from(count),
        (_, Some(Meaning::A)) => 1,
        _ => return None,
    };
    if let Some(Meaning::Minutes(minutes)) = cursor.word(at + 1) {
        return Some((Length::of(count.saturating_mul(i64::from(minutes)), Unit::Minute), 2));
    }
    let is_decimal = cursor.mark(at + 1, '.') || cursor.is_day_first() && cursor.mark(at + 1, ',');
    if let Some((tenths, 1)) = cursor.touching_number(at + 2).filter(|_| is_decimal) {
        let minutes = count.saturating_mul(60).saturating_add(i64::from(tenths) * 6);
        return (unit(3)? == Unit::Hour).then(|| (Length::of(minutes, Unit::Minute), 4));
    }
    if let Some(Meaning::Working(unit)) = cursor.word(at + 1) {
        return Some((Length::of_working(count, unit)?, 2));
    }
    let mut length = Length::of(count, unit(1)?);
    // "1h30", "una hora y media".
    if let (Some(Meaning::H), Some((minutes @ 0..=59, 2))) = (cursor.word(at + 1), cursor.touching_number(at + 2)) {
        length.add(&Length::of(i64::from(minutes), Unit::Minute));
        return Some((length, 3));
    }
    if let Some(Meaning::Tail(minutes @ 1..)) = cursor.word(at + 2).filter(|_| unit(1) == Some(Unit::Hour)) {
        length.add(&Length::of(i64::from(minutes), Unit::Minute));
        return Some((length, 3));
    }
    let is_half_more = unit(1) == Some(Unit::Hour)
        && cursor.word(at + 2) == Some(Meaning::And)
        && cursor.word(at + 3) == Some(Meaning::A)
        && cursor.word(at + 4) == Some(Meaning::Half);
    if is_half_more {
        length.add(&Length::of(30, Unit::Minute));
    }
    Some((length, if is_half_more { 5 } else { 2 }))
}
