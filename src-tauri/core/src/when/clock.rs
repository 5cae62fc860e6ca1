//! The times of day and lengths of time that can be said.

use super::grammar::{Clock, Cursor, Said};
use super::words::{Meaning, Unit};
use crate::error::{Code, Error, Result};

/// Reads one time of day at the cursor; whether there was one.
pub(super) fn read(cursor: &mut Cursor, said: &mut Said) -> Result<bool> {
    let is_read = time(cursor, said)?;
    if is_read {
        said.is_second |= second_time(cursor);
    }
    Ok(is_read)
}

/// "(the second time)", as the echo has it.
fn second_time(cursor: &mut Cursor) -> bool {
    let opens = usize::from(cursor.is_mark(0, '('));
    let is_second = cursor.word(opens) == Some(Meaning::SecondTime);
    if is_second {
        cursor.take(opens + 1);
        cursor.take(usize::from(opens == 1 && cursor.is_mark(0, ')')));
    }
    is_second
}

fn time(cursor: &mut Cursor, said: &mut Said) -> Result<bool> {
    let is_at = cursor.word(0) == Some(Meaning::At);
    let skip = usize::from(is_at);
    cursor.take(skip);
    if with_minutes(cursor, said)? || past_or_to(cursor, said)? || named(cursor, said)? {
        return Ok(true);
    }
    let Some((number, digits)) = hour(cursor) else { return Ok(false) };
    cursor.take(1);
    if let Some((is_pm, length)) = half_day(cursor, 0) {
        cursor.take(length);
        said.take_time(twelve_hours(number, 0, 0, is_pm)?, None)?;
        return Ok(true);
    }
    // "at 14h" is an hour; "14h" alone could be how long it takes.
    let is_hours = is_at && cursor.word(0) == Some(Meaning::Unit(Unit::Hour)) && cursor.touches(0);
    let is_oclock = cursor.word(0) == Some(Meaning::OClock) || is_hours;
    cursor.take(usize::from(is_oclock));
    if let Some((is_pm, length)) = half_day(cursor, 0).filter(|_| is_oclock) {
        cursor.take(length);
        said.take_time(twelve_hours(number, 0, 0, is_pm)?, None)?;
        return Ok(true);
    }
    if digits > 2 {
        return Ok(false);
    }
    said.take_time(Clock::Number { number, is_hour: is_at || is_oclock }, None)?;
    Ok(true)
}

/// A number, or a number in words, that could be an hour.
fn hour(cursor: &Cursor) -> Option<(u32, usize)> {
    cursor.number(0).or_else(|| match cursor.word(0) {
        Some(Meaning::Count(count)) => Some((count, 2)),
        _ => None,
    })
}

/// `15:30`, `15:30:00`, `16.45`, each with or without "am" or "pm".
fn with_minutes(cursor: &mut Cursor, said: &mut Said) -> Result<bool> {
    let Some((hour, hour_digits)) = cursor.number(0).filter(|(_, digits)| *digits <= 2) else { return Ok(false) };
    let is_dotted = cursor.mark(1, '.');
    let Some((minute, 2)) = cursor.touching_number(2).filter(|_| is_dotted || cursor.mark(1, ':')) else {
        return Ok(false);
    };
    let second = cursor.touching_number(4).filter(|(_, digits)| !is_dotted && cursor.mark(3, ':') && *digits == 2);
    cursor.take(if second.is_some() { 5 } else { 3 });
    let second = second.map_or(0, |(second, _)| second);
    let is_date = is_dotted && (1..=31).contains(&hour) && (1..=12).contains(&minute) && hour_digits <= 2;
    let time = match half_day(cursor, 0) {
        Some((is_pm, length)) => {
            cursor.take(length);
            twelve_hours(hour, minute, second, is_pm)?
        }
        None => exact(hour, minute, second)?,
    };
    said.take_time(time, is_date.then_some((hour, minute)))?;
    Ok(true)
}

/// "quarter past 4", "half past", "10 to 5", "ten minutes past 5 pm".
fn past_or_to(cursor: &mut Cursor, said: &mut Said) -> Result<bool> {
    let a = usize::from(cursor.word(0) == Some(Meaning::A));
    let (minutes, length) = match (cursor.word(a), hour(cursor)) {
        (Some(Meaning::Quarter), _) => (15, a + 1),
        (Some(Meaning::Half), _) if a == 0 => (30, 1),
        (_, Some((minutes @ 1..=59, _))) if cursor.word(1) == Some(Meaning::Unit(Unit::Minute)) => (minutes, 2),
        (_, Some((minutes @ 1..=59, _))) => (minutes, 1),
        _ => return Ok(false),
    };
    let is_to = match cursor.word(length) {
        Some(Meaning::Past) => false,
        Some(Meaning::To) if cursor.word(0) != Some(Meaning::Half) => true,
        _ => return Ok(false),
    };
    cursor.take(length + 1);
    let minutes = i32::try_from(minutes).unwrap_or(0);
    let shift = if is_to { -minutes } else { minutes };
    let Some((number, _)) = hour(cursor) else {
        let minute = u32::try_from(shift.rem_euclid(60)).unwrap_or(0);
        said.take_time(Clock::Floating { minute }, None)?;
        return Ok(true);
    };
    cursor.take(1);
    cursor.take(usize::from(cursor.word(0) == Some(Meaning::OClock)));
    let time = match half_day(cursor, 0) {
        Some((is_pm, length)) => {
            cursor.take(length);
            shifted(twelve_hours(number, 0, 0, is_pm)?, shift)
        }
        None if (1..=12).contains(&number) => Clock::Twelve { hour: number, shift },
        None => shifted(exact(number, 0, 0)?, shift),
    };
    said.take_time(time, None)?;
    Ok(true)
}

/// "noon", "opening", "end of day" ...
fn named(cursor: &mut Cursor, said: &mut Said) -> Result<bool> {
    let the = usize::from(cursor.word(0) == Some(Meaning::The));
    let twelve = usize::from(the == 0 && cursor.number(0).is_some_and(|(n, _)| n == 12));
    let time = match cursor.word(the + twelve) {
        Some(Meaning::Noon) => Clock::Exact { hour: 12, minute: 0, second: 0 },
        Some(Meaning::Midnight) => Clock::Midnight,
        Some(Meaning::Opening) if twelve == 0 => Clock::Opening,
        Some(Meaning::Closing) if twelve == 0 => Clock::Closing,
        _ => return Ok(false),
    };
    cursor.take(the + twelve + 1);
    said.take_time(time, None)?;
    Ok(true)
}

/// Whether "am" or "pm" stands `n` places on (`true` for pm), and how many places it takes. A single letter counts
/// for the morning only where it touches the number: "2 a" could be the beginning of anything.
pub(super) fn half_day(cursor: &Cursor, n: usize) -> Option<(bool, usize)> {
    match cursor.word(n)? {
        Meaning::Am => Some((false, 1)),
        Meaning::Pm | Meaning::P => Some((true, 1)),
        Meaning::A if cursor.touches(n) => Some((false, 1)),
        _ => None,
    }
}

fn twelve_hours(hour: u32, minute: u32, second: u32, is_pm: bool) -> Result<Clock> {
    match hour {
        1..=12 => exact(hour % 12 + if is_pm { 12 } else { 0 }, minute, second),
        13..=23 if is_pm => exact(hour, minute, second),
        _ => Err(Error::new(Code::Impossible, "There is no such hour of the morning or afternoon; write it as 15:30.")),
    }
}

fn exact(hour: u32, minute: u32, second: u32) -> Result<Clock> {
    if hour < 24 && minute < 60 && second < 60 {
        return Ok(Clock::Exact { hour, minute, second });
    }
    Err(Error::new(Code::Impossible, "No clock shows that time; the hours go from 00:00 to 23:59."))
}

fn shifted(time: Clock, shift: i32) -> Clock {
    let Clock::Exact { hour, .. } = time else { return time };
    let (hour, minute) = shift_hour(hour, shift);
    Clock::Exact { hour, minute, second: 0 }
}

/// The hour and minute so many minutes after a full hour, on the clock's round of a day.
pub(super) fn shift_hour(hour: u32, shift: i32) -> (u32, u32) {
    let minutes = (i64::from(hour) * 60 + i64::from(shift)).rem_euclid(24 * 60);
    let minutes = u32::try_from(minutes).unwrap_or(0);
    (minutes / 60, minutes % 60)
}
