//! The times of day and lengths of time that can be said.

use super::grammar::{Clock, Cursor, Said, part_once};
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
    // "ore 16" is a time, "2 ore" a length of it.
    let is_ore = cursor.is_day_first()
        && cursor.word(0) == Some(Meaning::Unit(Unit::Hour))
        && cursor.number(1).is_some()
        && !cursor.touches(1)
        && !cursor.follows_number();
    let is_at = cursor.word(0) == Some(Meaning::At) || is_ore;
    cursor.take(usize::from(is_at));
    if with_minutes(cursor, said)?
        || with_hour_word(cursor, said)?
        || before_the_hour(cursor, said)?
        || past_or_to(cursor, said)?
        || named(cursor, said)?
    {
        return Ok(true);
    }
    let one = cursor.is_day_first() && cursor.word(0) == Some(Meaning::A) && is_hour_word(cursor, 1);
    let certain = matches!(cursor.word(0), Some(Meaning::Hour(_)));
    let Some((number, digits)) = hour(cursor).or(one.then_some((1, 1))) else { return Ok(false) };
    if one && !is_at && cursor.word(1) != Some(Meaning::OClock) {
        return Ok(false);
    }
    cursor.take(1);
    if let Some((is_pm, length)) = half_day(cursor, 0) {
        cursor.take(length);
        said.take_time(twelve_hours(number, 0, 0, is_pm)?, None, cursor.languages())?;
        return Ok(true);
    }
    // "at 14h" is an hour; "14h" alone could be how long it takes.
    let is_hours = is_at && cursor.word(0) == Some(Meaning::Unit(Unit::Hour)) && cursor.touches(0);
    let is_oclock = is_hour_word(cursor, 0) || is_hours;
    cursor.take(usize::from(is_oclock));
    if let Some((is_pm, length)) = half_day(cursor, 0).filter(|_| is_oclock) {
        cursor.take(length);
        said.take_time(twelve_hours(number, 0, 0, is_pm)?, None, cursor.languages())?;
        return Ok(true);
    }
    if digits > 2 {
        return Ok(false);
    }
    // Where an hour goes to 24, 12 is noon.
    let is_noon = is_oclock && number == 12 && cursor.is_day_first();
    let shift = tail(cursor)?;
    let is_within = matches!(cursor.word(0), Some(Meaning::Of12(..)));
    let time = match (shift, is_within) {
        (None, false) if is_noon => exact(12, 0, 0)?,
        (None, false) => Clock::Number { number, is_hour: is_at || is_oclock || certain },
        (shift, _) => of_the_twelve(cursor, said, number, shift.unwrap_or(0))?,
    };
    said.take_time(time, None, cursor.languages())?;
    Ok(true)
}

/// Whether a word stands `n` places on that makes the number before it an hour.
pub(super) fn is_hour_word(cursor: &Cursor, n: usize) -> bool {
    match cursor.word(n) {
        Some(Meaning::OClock) => true,
        Some(Meaning::Hours | Meaning::H) => cursor.is_day_first(),
        _ => false,
    }
}

/// The minutes said after an hour: "y media", "menos cuarto", "e dieci".
fn tail(cursor: &mut Cursor) -> Result<Option<i32>> {
    let sign = match cursor.word(0) {
        Some(Meaning::Tail(minutes)) => {
            cursor.take(1);
            return Ok(Some(minutes));
        }
        Some(Meaning::Plus) => 1,
        Some(Meaning::Minus) => -1,
        _ => return Ok(None),
    };
    let Some((minutes @ 1..=59, _)) = hour(&cursor.ahead(1)) else { return Ok(None) };
    let has_unit = cursor.word(2) == Some(Meaning::Unit(Unit::Minute));
    let is_another = sign > 0 && !has_unit && cursor.number(1).is_some() && minutes <= 12;
    if is_another && !is_hour_word(cursor, 2) && !cursor.mark(2, ':') {
        cursor.take(2);
        return Err(Error::new(Code::Ambiguous, "Minutes, or another hour? Write the time like 16:10."));
    }
    if is_hour_word(cursor, 2) || cursor.mark(2, ':') {
        return Ok(None);
    }
    cursor.take(2 + usize::from(has_unit));
    Ok(Some(sign * i32::try_from(minutes).unwrap_or(0)))
}

/// An hour that may be one of the twelve, so many minutes after it, in the part of the day that follows, if one does.
fn of_the_twelve(cursor: &mut Cursor, said: &mut Said, hour: u32, shift: i32) -> Result<Clock> {
    if let Some((is_pm, length)) = half_day(cursor, 0) {
        cursor.take(length);
        return Ok(shifted(twelve_hours(hour, 0, 0, is_pm)?, shift));
    }
    if let Some(Meaning::Of12(from, until)) = cursor.word(0) {
        cursor.take(1);
        return within(said, hour, shift, (from, until));
    }
    if (1..=12).contains(&hour) {
        return Ok(Clock::Twelve { hour, shift });
    }
    Ok(shifted(exact(hour, 0, 0)?, shift))
}

/// An hour, so many minutes after it, in a part of the day from and until which hour. Where it does not lie in it, both
/// are said, and disagree.
fn within(said: &mut Said, hour: u32, shift: i32, part: (u32, u32)) -> Result<Clock> {
    let all = if (1..=12).contains(&hour) { vec![hour % 12, hour % 12 + 12] } else { vec![hour] };
    let mut fitting = all.into_iter().filter(|hour| *hour < 24).map(|hour| shift_hour(hour, shift));
    let fits = |(hour, minute): &(u32, u32)| (part.0 * 60..part.1 * 60).contains(&(hour * 60 + minute));
    if let Some((hour, minute)) = fitting.find(fits) {
        return exact(hour, minute, 0);
    }
    // "12 Uhr nachts": of which day is not said.
    if hour == 12 && shift == 0 && part.1 == 24 {
        return Ok(Clock::Midnight);
    }
    part_once(&mut said.part, part)?;
    Ok(shifted(exact(hour, 0, 0)?, shift))
}

/// "16h30", "9 h 05", "16 Uhr 30", "vier Uhr zehn".
fn with_hour_word(cursor: &mut Cursor, said: &mut Said) -> Result<bool> {
    if !is_hour_word(cursor, 1) {
        return Ok(false);
    }
    let Some((hour, 1 | 2)) = hour(cursor) else { return Ok(false) };
    let minute = match (cursor.number(2), cursor.word(2)) {
        (Some((minute @ 0..=59, 2)), _) => minute,
        (_, Some(Meaning::Count(minute @ 1..=59) | Meaning::CountOrMonth(minute, _))) => minute,
        _ => return Ok(false),
    };
    // "14 Uhr 24. November", "14 Uhr 24/11", "14h 20 min".
    // "à deux heures dix mar. 8 septembre": a weekday, for a day is not written in words.
    let is_weekday = matches!(cursor.word(2), Some(Meaning::Count(_)))
        && matches!(cursor.word(3), Some(Meaning::WeekdayOrMonth(..)))
        && (cursor.number(4).is_some() || cursor.mark(4, '.') && cursor.number(5).is_some());
    let goes_on = !is_weekday
        && (['.', '/', '-', ':', ','].iter().any(|mark| cursor.mark(3, *mark) && cursor.touching_number(4).is_some())
            || cursor.mark(3, '.') && matches!(cursor.word(4), Some(Meaning::Month(_) | Meaning::WeekdayOrMonth(..)))
            || matches!(
                cursor.word(3),
                Some(
                    Meaning::Month(_) | Meaning::WeekdayOrMonth(..) | Meaning::Of | Meaning::Unit(_) | Meaning::Ordinal
                )
            )
            || is_hour_word(cursor, 3));
    if goes_on {
        return Ok(false);
    }
    let is_letter = cursor.word(1) == Some(Meaning::H);
    cursor.take(3);
    cursor.take(usize::from(is_letter && cursor.word(0) == Some(Meaning::H) && cursor.touches(0)));
    let is_within = matches!(cursor.word(0), Some(Meaning::Of12(..)));
    let time = if is_letter && !is_within {
        exact(hour, minute, 0)?
    } else {
        of_the_twelve(cursor, said, hour, i32::try_from(minute).unwrap_or(0))?
    };
    said.take_time(time, None, cursor.languages())?;
    Ok(true)
}

/// "halb fünf", "dreiviertel fünf".
fn before_the_hour(cursor: &mut Cursor, said: &mut Said) -> Result<bool> {
    let Some(shift) = before(cursor, 0) else { return Ok(false) };
    let Some((number, 1 | 2)) = hour_or_one(&cursor.ahead(1)) else { return Ok(false) };
    cursor.take(2);
    cursor.take(usize::from(is_hour_word(cursor, 0)));
    let time = of_the_twelve(cursor, said, number, shift)?;
    said.take_time(time, None, cursor.languages())?;
    Ok(true)
}

/// How many minutes before the hour that follows the word there says.
fn before(cursor: &Cursor, n: usize) -> Option<i32> {
    match cursor.word(n)? {
        Meaning::HalfTo => Some(-30),
        Meaning::ThreeQuarters => Some(-15),
        _ => None,
    }
}

/// A number, or a number in words, that could be an hour.
fn hour(cursor: &Cursor) -> Option<(u32, usize)> {
    cursor.number(0).or_else(|| match cursor.word(0) {
        Some(Meaning::Count(count) | Meaning::Hour(count) | Meaning::CountOrMonth(count, _)) => Some((count, 2)),
        _ => None,
    })
}

/// The same, where "a" is one too.
fn hour_or_one(cursor: &Cursor) -> Option<(u32, usize)> {
    hour(cursor).or_else(|| (cursor.is_day_first() && cursor.word(0) == Some(Meaning::A)).then_some((1, 1)))
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
        None => {
            let is_clock = cursor.is_day_first() && is_hour_word(cursor, 0);
            cursor.take(usize::from(is_clock));
            if let Some(Meaning::Of12(from, until)) = cursor.word(0) {
                cursor.take(1);
                within(said, hour, i32::try_from(minute).unwrap_or(0), (from, until))?
            } else {
                let time = exact(hour, minute, second)?;
                if is_clock {
                    said.take_time(time, None, cursor.languages())?;
                    return Ok(true);
                }
                time
            }
        }
    };
    said.take_time(time, is_date.then_some((hour, minute)), cursor.languages())?;
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
        Some(Meaning::Past | Meaning::PastOrIn) => false,
        Some(Meaning::To | Meaning::ToOrAgo) if cursor.word(0) != Some(Meaning::Half) => true,
        // "Viertel fünf" is 4:15 to some and nothing to others.
        _ if cursor.is_day_first() && cursor.word(0) == Some(Meaning::Quarter) && hour(&cursor.ahead(1)).is_some() => {
            cursor.take(2);
            return Err(Error::new(Code::Ambiguous, "A quarter past that hour, or a quarter to? Write it like 16:15."));
        }
        _ => return Ok(false),
    };
    cursor.take(length + 1);
    let minutes = i32::try_from(minutes).unwrap_or(0);
    let mut shift = if is_to { -minutes } else { minutes };
    if cursor.is_day_first() {
        cursor.take(usize::from(cursor.word(0) == Some(Meaning::At)));
        if let Some(more) = before(cursor, 0).filter(|_| hour_or_one(&cursor.ahead(1)).is_some()) {
            shift += more;
            cursor.take(1);
        }
    }
    let Some((number, _)) = hour_or_one(cursor) else {
        let minute = u32::try_from(shift.rem_euclid(60)).unwrap_or(0);
        said.take_time(Clock::Floating { minute }, None, cursor.languages())?;
        return Ok(true);
    };
    cursor.take(1);
    cursor.take(usize::from(is_hour_word(cursor, 0)));
    let time = of_the_twelve(cursor, said, number, shift)?;
    said.take_time(time, None, cursor.languages())?;
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
        Some(Meaning::BeforeLunch) => Clock::BeforeLunch,
        Some(Meaning::AfterLunch) => Clock::AfterLunch,
        _ => return Ok(false),
    };
    cursor.take(the + twelve + 1);
    let time = match (time, cursor.word(0)) {
        (Clock::Exact { .. }, Some(Meaning::Tail(_))) => shifted(time, tail(cursor)?.unwrap_or(0)),
        (time, _) => time,
    };
    said.take_time(time, None, cursor.languages())?;
    Ok(true)
}

/// Whether "am" or "pm" stands `n` places on (`true` for pm), and how many places it takes. A single letter counts
/// for the morning only where it touches the number: "2 a" could be the beginning of anything.
pub(super) fn half_day(cursor: &Cursor, n: usize) -> Option<(bool, usize)> {
    match cursor.word(n)? {
        Meaning::Am => Some((false, 1)),
        Meaning::Pm | Meaning::P => Some((true, 1)),
        Meaning::A | Meaning::TheOrAm if cursor.touches(n) => Some((false, 1)),
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
