//! From what was said to one moment, or to the reason why there is none.

use super::clock::shift_hour;
use super::grammar::{Clock, Said, not_understood};
use super::{Problem, ProblemCode, Sense, When, WhenContext, day, echo, part};
use crate::calendar::Calendar;
use crate::error::{Code, Error, Result};
use crate::hours::Hours;
use crate::time::{Day, HOUR_MS, MINUTE_MS, Reading, Timestamp, WallTime};

/// The years within which words are read: what lies outside is a slip of the hand.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;
/// A time late on any day, to ask which day is meant before its time is known.
pub(super) const LATE: i64 = 86_399;

/// A moment given as an instant.
pub(super) fn instant(at: Timestamp, ctx: &WhenContext<'_>) -> Result<When> {
    judged(at, ctx.zone.wall(at), None, false, ctx)
}

/// The hour at which a break begins where none is set.
const USUAL_LUNCH: u32 = 12;

/// The moment meant by what was said.
pub(super) fn resolve(said: &Said, ctx: &WhenContext<'_>) -> Result<When> {
    if let Some((from, until)) = said.part {
        return part::in_part(said, from, until, ctx);
    }
    if let Some((days, meant)) = said.loosely {
        return loosely(said, days, meant, ctx);
    }
    if let Some(minutes) = said.working_minutes {
        return working(said, minutes, ctx);
    }
    if said.is_now || said.minutes.is_some() {
        return if said.has_day() && said.time.is_some() { twice_said(said, ctx) } else { from_now(said, ctx) };
    }
    if said.is_second {
        return second_of_two(said, ctx);
    }
    let Some(time) = said.time else { return day_alone(said, ctx) };
    match time {
        Clock::Exact { hour, minute, second } => clock_time(said, (hour, minute, second), None, ctx),
        Clock::Twelve { hour, shift } => twelve(said, hour, shift, ctx),
        Clock::Number { number, is_hour } => number_alone(said, number, is_hour, ctx),
        Clock::Floating { minute } => floating(said, minute, ctx),
        Clock::Opening => by_hours(said, ctx, ByHours::Opening),
        Clock::Closing => by_hours(said, ctx, ByHours::Closing),
        Clock::BeforeLunch => by_hours(said, ctx, ByHours::BeforeLunch),
        Clock::AfterLunch => by_hours(said, ctx, ByHours::AfterLunch),
        Clock::Midnight => {
            let today = ctx.zone.wall(ctx.now).day();
            let day = day::meant(said, LATE, ctx)?;
            let both = [day, day.plus_days(1)].map(|d| echo::short(d.midnight(), today, ctx.languages));
            let message = format!("Midnight at the beginning or at the end of {}?", echo::long_day(day, today));
            Err(Error::new(Code::Ambiguous, message).suggest(both))
        }
    }
}

/// "now", "in 20 min", "2 hours ago": they stand alone.
fn from_now(said: &Said, ctx: &WhenContext<'_>) -> Result<When> {
    if said.has_day() || said.time.is_some() || said.is_now && said.minutes.is_some() {
        return Err(Error::invalid(
            "A number of minutes or hours from now stands alone, without a day or another time.",
        ));
    }
    let ms = said.minutes.unwrap_or(0).saturating_mul(MINUTE_MS);
    let moved = ctx.now.plus_ms(ms);
    // A due time is a wall time, which has whole seconds.
    let at = if said.is_now { moved } else { moved.plus_ms(-moved.millis().rem_euclid(1000)) };
    let local = ctx.zone.wall(at);
    in_calendar(local)?;
    judged(at, local, None, false, ctx)
}

/// "in 3 working hours": so much time in which the office is open.
fn working(said: &Said, minutes: i64, ctx: &WhenContext<'_>) -> Result<When> {
    if said.has_day() || said.time.is_some() || said.is_now || said.minutes.is_some() {
        return Err(Error::invalid("A length of working time stands alone, without a day or another time."));
    }
    let calendar = Calendar::new(ctx.zone, ctx.hours);
    let opening = calendar.next_opening(ctx.now).ok_or_else(never_works)?;
    let reached = calendar.after_working_ms(ctx.now, minutes.saturating_mul(MINUTE_MS)).ok_or_else(never_works)?;
    // A due time is a wall time, which has whole seconds.
    let at = reached.plus_ms(-reached.millis().rem_euclid(1000));
    let local = ctx.zone.wall(at);
    in_calendar(local)?;
    let note = match opening.rolled {
        false => "Counted in opening hours.".to_owned(),
        true => {
            let today = ctx.zone.wall(ctx.now).day();
            let from = echo::long(ctx.zone.wall(opening.at), today);
            format!("Counted in opening hours; the office is closed now, so from {from} on.")
        }
    };
    judged(at, local, Some(note), true, ctx)
}

/// The answer where the office does not open for so long that no working time can be counted.
pub(super) fn never_works() -> Error {
    Error::new(Code::Impossible, "The office is not open for that long; name the day and time themselves.")
}

/// A day and time with their distance from now, as the echo has them: they must agree, to the unit that was said.
fn twice_said(said: &Said, ctx: &WhenContext<'_>) -> Result<When> {
    let when = resolve(&Said { minutes: None, is_now: false, ..said.clone() }, ctx)?;
    let minutes = said.minutes.unwrap_or(0);
    let away = when.at.since_ms(ctx.now);
    let from = minutes.saturating_abs().saturating_mul(MINUTE_MS);
    let unit = if minutes != 0 && minutes % 60 == 0 { HOUR_MS } else { MINUTE_MS };
    let agrees = (from..from.saturating_add(unit)).contains(&away.saturating_abs())
        && (said.is_now || away == 0 || (away < 0) == (minutes < 0));
    if agrees && !(said.is_now && said.minutes.is_some()) {
        return Ok(when);
    }
    let today = ctx.zone.wall(ctx.now).day();
    let message = format!(
        "The time and its distance disagree: {} is {}.",
        echo::long(when.local, today),
        echo::distance(when.at, when.local.day(), ctx.now, today)
    );
    let far = ctx.zone.wall(ctx.now.plus_ms(minutes.saturating_mul(MINUTE_MS)));
    let far = far.plus_seconds(-i64::from(far.second()));
    let both = [when.local, far].map(|wall| echo::short(wall, today, ctx.languages));
    Err(Error::new(Code::Mismatch, message).suggest(both))
}

/// A time that comes twice on its day, the second time.
fn second_of_two(said: &Said, ctx: &WhenContext<'_>) -> Result<When> {
    let first = resolve(&Said { is_second: false, ..said.clone() }, &WhenContext { sense: Sense::Range, ..*ctx })?;
    let today = ctx.zone.wall(ctx.now).day();
    match ctx.zone.read(first.local) {
        Reading::Twice { second, .. } => {
            let note = format!("{} comes twice on that day; the second is meant.", echo::clock(first.local));
            judged(second, first.local, Some(note), false, ctx)
        }
        Reading::Once(_) | Reading::Skipped { .. } => {
            let message = format!("{} comes only once.", echo::long(first.local, today));
            Err(Error::new(Code::Impossible, message).suggest([echo::short(first.local, today, ctx.languages)]))
        }
    }
}

/// A day without a time: the beginning of a range; nothing that could be rung.
fn day_alone(said: &Said, ctx: &WhenContext<'_>) -> Result<When> {
    if !said.has_day() {
        return Err(not_understood(ctx.languages));
    }
    if ctx.sense == Sense::Range {
        let local = day::meant(said, 0, ctx)?.midnight();
        in_calendar(local)?;
        let at = ctx.zone.first(local);
        return judged(at, ctx.zone.wall(at), None, false, ctx);
    }
    let day = day::meant(said, if ctx.sense == Sense::Past { 0 } else { LATE }, ctx)?;
    in_calendar(day.midnight())?;
    let today = ctx.zone.wall(ctx.now).day();
    let fits = |time: &WallTime| (ctx.zone.first(*time) > ctx.now) == (ctx.sense == Sense::Due);
    let opening = ctx.hours.opening(day).filter(fits).map(|time| echo::short(time, today, ctx.languages));
    let closing = ctx
        .hours
        .closing(day)
        .filter(fits)
        .map(|_| format!("{} {}", echo::short_day(day, today, ctx.languages), ctx.languages.table().end_of_day));
    let suggest = opening.into_iter().chain(closing);
    Err(Error::new(Code::NoTime, format!("At what time on {}?", echo::long_day(day, today))).suggest(suggest))
}

/// A time of which there is one a day.
fn clock_time(said: &Said, time: (u32, u32, u32), note: Option<String>, ctx: &WhenContext<'_>) -> Result<When> {
    on_clock(on_day(said, time, ctx)?, note, false, ctx)
}

/// The day meant, at that time by the clock.
fn on_day(said: &Said, (hour, minute, second): (u32, u32, u32), ctx: &WhenContext<'_>) -> Result<WallTime> {
    let second_of_day = i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second);
    Ok(day::meant(said, second_of_day, ctx)?.midnight().plus_seconds(second_of_day))
}

/// An hour of the twelve: the reading that lies within opening hours, if exactly one does.
fn twelve(said: &Said, hour: u32, shift: i32, ctx: &WhenContext<'_>) -> Result<When> {
    let read = |base: u32| {
        let (hour, minute) = shift_hour(base, shift);
        on_day(said, (hour, minute, 0), ctx)
    };
    let (morning, afternoon) = match (read(hour % 12), read(hour % 12 + 12)) {
        (Ok(morning), Ok(afternoon)) => (morning, afternoon),
        (Err(one), Err(other)) => return Err(at_either(one, &other, ctx)),
        (Err(error), Ok(_)) | (Ok(_), Err(error)) => return Err(error),
    };
    let (early, late) =
        if morning.second_of_day() < afternoon.second_of_day() { (morning, afternoon) } else { (afternoon, morning) };
    match (ctx.hours.is_open(early), ctx.hours.is_open(late)) {
        (true, false) => on_clock(early, Some(only_open(early)), false, ctx),
        (false, true) => on_clock(late, Some(only_open(late)), false, ctx),
        (true, true) | (false, false) => {
            let today = ctx.zone.wall(ctx.now).day();
            let message = format!("Is {} meant, or {}?", echo::clock(early), echo::clock(late));
            Err(Error::new(Code::Ambiguous, message)
                .suggest([early, late].map(|wall| echo::short(wall, today, ctx.languages))))
        }
    }
}

/// The answer where the day is no day at either of two hours: what it suggests, at the hour within opening hours.
fn at_either(one: Error, other: &Error, ctx: &WhenContext<'_>) -> Error {
    let both = one.suggest.iter().zip(&other.suggest).flat_map(|(one, other)| [one.clone(), other.clone()]);
    let all: Vec<String> = both.collect();
    let is_open = |typed: &&String| super::read_in_one(typed, ctx).is_ok_and(|when| when.problems.is_empty());
    let open: Vec<String> = all.iter().filter(is_open).cloned().collect();
    match (open.is_empty(), all.is_empty()) {
        (false, _) => Error { suggest: open, ..one },
        (true, false) => Error { suggest: all, ..one },
        (true, true) => one,
    }
}

fn only_open(local: WallTime) -> String {
    format!("Read as {}, the only one within opening hours.", echo::clock(local))
}

/// A number alone. It is an hour only where it can be nothing else.
fn number_alone(said: &Said, number: u32, is_hour: bool, ctx: &WhenContext<'_>) -> Result<When> {
    if number > 31 || (is_hour && number > 23) {
        return Err(Error::new(Code::Impossible, "No clock shows that hour; they go from 0 to 23."));
    }
    let is_dated = said.date.is_some() || said.day_of_month.is_some() || said.days.is_some() || said.months.is_some();
    let has_weekday_only = (said.weekday.is_some() || said.is_next_week) && !is_dated;
    let is_certain = is_hour || said.days.is_some() || said.months.is_some();
    match number {
        _ if has_weekday_only && !is_hour => Err(hour_or_day(said, number, ctx)),
        1..=12 => twelve(said, number, 0, ctx),
        0 | 13..=23 if is_certain => clock_time(said, (number, 0, 0), None, ctx),
        _ => Err(hour_or_day(said, number, ctx)),
    }
}

/// The answer to "thu 14": 14:00, or the 14th?
fn hour_or_day(said: &Said, number: u32, ctx: &WhenContext<'_>) -> Error {
    let today = ctx.zone.wall(ctx.now).day();
    let mut suggest = Vec::new();
    let hours = if (1..=11).contains(&number) { vec![number, number + 12] } else { vec![number] };
    for hour in hours.into_iter().filter(|h| *h < 24) {
        suggest.extend(on_day(said, (hour, 0, 0), ctx).ok().map(|wall| echo::short(wall, today, ctx.languages)));
    }
    let alone = Said { day_of_month: Some(number), ..Said::default() };
    let has_date = said.date.is_some() || said.day_of_month.is_some();
    let day = (1..=31).contains(&number).then(|| day::meant(&alone, LATE, ctx).ok()).flatten().filter(|_| !has_date);
    let message = match (day, number < 24) {
        (Some(day), true) => format!("Is {number:02}:00 meant, or {}?", echo::long_day(day, today)),
        (Some(day), false) => format!("At what time on {}?", echo::long_day(day, today)),
        (None, _) => "That number could be an hour or part of the date; write the time like 14:00.".to_owned(),
    };
    suggest.extend(day.map(|day| echo::short_day(day, today, ctx.languages)));
    Error::new(Code::Ambiguous, message).suggest(suggest)
}

/// "half past": the next such minute; looking back, the latest.
fn floating(said: &Said, minute: u32, ctx: &WhenContext<'_>) -> Result<When> {
    if said.has_day() {
        return Err(Error::new(Code::Ambiguous, "Past or to which hour? On a day, name it.".to_owned()));
    }
    let now = ctx.zone.wall(ctx.now);
    let this_hour = now.plus_seconds((i64::from(minute) - i64::from(now.minute())) * 60 - i64::from(now.second()));
    let is_past = ctx.sense == Sense::Past;
    let step = match (is_past, this_hour.cmp(&now)) {
        (false, std::cmp::Ordering::Greater) | (true, std::cmp::Ordering::Less | std::cmp::Ordering::Equal) => 0,
        (false, std::cmp::Ordering::Less | std::cmp::Ordering::Equal) => 3600,
        (true, std::cmp::Ordering::Greater) => -3600,
    };
    on_clock(this_hour.plus_seconds(step), None, false, ctx)
}

/// What is said by the opening hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ByHours {
    Opening,
    Closing,
    BeforeLunch,
    AfterLunch,
}

impl ByHours {
    /// When that is on a day, and whether the hours say so; `None` on a day that is closed.
    fn on(self, day: Day, hours: &Hours) -> Option<(WallTime, bool)> {
        let noon = |hour: u32| day.midnight().plus_seconds(i64::from(hour) * 3600);
        let lunch = hours.lunch(day);
        match self {
            ByHours::Opening => Some((hours.opening(day)?, true)),
            ByHours::Closing => Some((hours.closing(day)?, true)),
            ByHours::BeforeLunch => {
                hours.opening(day)?;
                Some(lunch.map_or((noon(USUAL_LUNCH), false), |(begin, _)| (begin, true)))
            }
            ByHours::AfterLunch => {
                hours.opening(day)?;
                Some(lunch.map_or((noon(USUAL_LUNCH + 1), false), |(_, end)| (end, true)))
            }
        }
    }
}

/// "opening", "end of day", "before lunch".
fn by_hours(said: &Said, ctx: &WhenContext<'_>, by: ByHours) -> Result<When> {
    // The day decides the time here, and for "friday" the time the day: ask for today's time first.
    let second_of_day = |day: Day| {
        let (wall, _) = by.on(day, ctx.hours)?;
        Some(i64::from(wall.second_of_day()) + 86_400 * wall.day().days_since(day))
    };
    let today = ctx.zone.wall(ctx.now).day();
    let day = day::meant(said, second_of_day(today).unwrap_or(LATE), ctx)?;
    match by.on(day, ctx.hours) {
        Some((local, is_set)) => {
            let note =
                (!is_set).then(|| format!("No break at noon is set for that day; {} is meant.", echo::clock(local)));
            let is_edge = is_set && matches!(by, ByHours::Closing | ByHours::BeforeLunch);
            on_clock(local, note, is_edge, ctx)
        }
        None => {
            let next = ctx.hours.next_opening(day.midnight());
            let same = next.and_then(|next| by.on(next.day(), ctx.hours)).map(|(wall, _)| wall);
            let message = format!("The office is closed on {}; name a time.", echo::long_day(day, today));
            let suggest = same.or(next).map(|wall| echo::short(wall, today, ctx.languages));
            Err(Error::new(Code::Impossible, message).suggest(suggest))
        }
    }
}

/// "in huit jours": seven days to most who say it, and eight to the letter.
fn loosely(said: &Said, days: u32, meant: u32, ctx: &WhenContext<'_>) -> Result<When> {
    let plain = Said { loosely: None, ..said.clone() };
    if said.date.is_some() || said.weekday.is_some() || said.day_of_month.is_some() {
        return resolve(&plain, ctx);
    }
    let today = ctx.zone.wall(ctx.now).day();
    let sign = said.days.unwrap_or(1).signum();
    let both = [meant, days].map(|days| {
        let other = Said { days: Some(i64::from(days) * sign), ..plain.clone() };
        match resolve(&other, ctx) {
            Ok(when) => echo::short(when.local, today, ctx.languages),
            Err(_) => echo::short_day(today.plus_days(i64::from(days) * sign), today, ctx.languages),
        }
    });
    let message = format!("In {meant} days, or in {days}?");
    Err(Error::new(Code::Ambiguous, message).suggest(both))
}

/// The moment when the clock shows `local`.
fn on_clock(local: WallTime, note: Option<String>, is_closing: bool, ctx: &WhenContext<'_>) -> Result<When> {
    in_calendar(local)?;
    let today = ctx.zone.wall(ctx.now).day();
    match ctx.zone.read(local) {
        Reading::Once(at) => judged(at, local, note, is_closing, ctx),
        Reading::Twice { first, .. } => {
            let mut when = judged(first, local, note, is_closing, ctx)?;
            let second = format!("{} {}", echo::short(local, today, ctx.languages), ctx.languages.table().second_time);
            let twice = Problem {
                code: ProblemCode::Twice,
                message: format!("{} comes twice on that day; the first is meant.", echo::clock(local)),
                suggest: vec![second.to_lowercase()],
            };
            when.problems.insert(0, twice);
            Ok(when)
        }
        Reading::Skipped { next } => {
            let next = ctx.zone.wall(next);
            let message = format!("The clocks skip {}; they go on at {}.", echo::long(local, today), echo::clock(next));
            Err(Error::new(Code::Impossible, message).suggest([echo::short(next, today, ctx.languages)]))
        }
    }
}

fn in_calendar(local: WallTime) -> Result<()> {
    if YEARS.contains(&local.day().year()) {
        return Ok(());
    }
    Err(Error::new(Code::Impossible, "That is too far away; days are read from 1900 to 2199."))
}

/// The moment, with what speaks against it.
pub(super) fn judged(
    at: Timestamp,
    local: WallTime,
    note: Option<String>,
    is_closing: bool,
    ctx: &WhenContext<'_>,
) -> Result<When> {
    let today = ctx.zone.wall(ctx.now).day();
    if ctx.sense == Sense::Past && at > ctx.now {
        let message = format!("{} is still to come; this is about what has happened.", echo::long(local, today));
        return Err(Error::invalid(message));
    }
    let mut problems = Vec::new();
    if ctx.sense == Sense::Due && at < ctx.now {
        let tomorrow = today.plus_days(1).midnight().plus_seconds(i64::from(local.second_of_day()));
        problems.push(Problem {
            code: ProblemCode::Past,
            message: format!("{} has already passed.", echo::long(local, today)),
            suggest: vec![echo::short(tomorrow, today, ctx.languages)],
        });
    }
    // The moment of closing is when "end of day" is; it would be odd to call it too late.
    if ctx.sense == Sense::Due && !is_closing && !ctx.hours.is_open(local) {
        let next = ctx.hours.next_opening(local);
        problems.push(Problem {
            code: ProblemCode::Closed,
            message: format!("The office is closed on {}.", echo::long(local, today)),
            suggest: next.map(|wall| echo::short(wall, today, ctx.languages)).into_iter().collect(),
        });
    }
    Ok(When { at, local, zone: ctx.zone, note, problems })
}
