//! A part of the day beside a time: the reading that lies within it, or both where they disagree.

use super::grammar::{Clock, Said};
use super::resolve::{LATE, judged, resolve};
use super::{ProblemCode, Sense, When, WhenContext, day, echo};
use crate::error::{Code, Error, Result};
use crate::hours::Hours;
use crate::time::{Day, WallTime};
use std::ops::Range;

/// The most times that are suggested.
const MOST_SUGGESTED: usize = 5;
const HALF_DAY: i64 = 12 * 3600;

/// "tomorrow morning at 9": the reading that lies within that part of the day, from and until which hour.
pub(super) fn in_part(said: &Said, from: u32, until: u32, ctx: &WhenContext<'_>) -> Result<When> {
    let bare = Said { part: None, ..said.clone() };
    let minutes = from * 60..until * 60;
    let today = ctx.zone.wall(ctx.now).day();
    if said.time.is_none() {
        let day = day::meant(&bare, LATE, ctx)?;
        let suggest = hours_in(day, &minutes, ctx).into_iter().take(MOST_SUGGESTED);
        let message = format!("At what time on {}?", echo::long_day(day, today));
        return Err(Error::new(Code::NoTime, message)
            .suggest(suggest.map(|wall| echo::short(wall, today, ctx.languages)).collect::<Vec<_>>()));
    }
    if matches!(said.time, Some(Clock::Opening | Clock::Closing | Clock::BeforeLunch | Clock::AfterLunch)) {
        return named(resolve(&bare, ctx)?, &minutes, ctx);
    }
    let hours = Hours::parse(&format!("mon-sun {from:02}:00-{until:02}:00"))?;
    let read = resolve(&bare, &WhenContext { hours: &hours, ..*ctx })?;
    if !minutes.contains(&(read.local.second_of_day() / 60)) {
        return Err(disagree(read.local, read.local.day(), &minutes, ctx));
    }
    let note = read.note.filter(|_| said.is_second);
    let mut judged = judged(read.at, read.local, note, false, ctx)?;
    judged.problems.splice(0..0, read.problems.into_iter().filter(|problem| problem.code == ProblemCode::Twice));
    Ok(judged)
}

/// "first thing tomorrow morning": a time that the office's own hours tell, which a part of the day, in minutes after
/// midnight, says once more. The end of the day is the end of its last part, too.
pub(crate) fn named(read: When, minutes: &Range<u32>, ctx: &WhenContext<'_>) -> Result<When> {
    let minute = read.local.second_of_day() / 60;
    let is_in = minutes.contains(&minute) || minute == minutes.end;
    if is_in { Ok(read) } else { Err(disagree(read.local, read.local.day(), minutes, ctx)) }
}

/// The answer to a time that does not lie in the part of the day beside it, in minutes after midnight, or not on its
/// `day`: the time as it was said, and one in that part.
pub(crate) fn disagree(local: WallTime, day: Day, minutes: &Range<u32>, ctx: &WhenContext<'_>) -> Error {
    let today = ctx.zone.wall(ctx.now).day();
    let is_in = |wall: &WallTime| minutes.contains(&(wall.second_of_day() / 60));
    let second = i64::from(local.second_of_day());
    let same = day.midnight().plus_seconds(second);
    // 16:00 of a morning is a slip for 4 more likely than for 8, where the office is open at 4.
    let turned = day.midnight().plus_seconds((second + HALF_DAY) % (2 * HALF_DAY));
    let likely = [same, turned].into_iter().find(|wall| is_in(wall) && ctx.hours.is_open(*wall));
    let other = likely.or_else(|| hours_in(day, minutes, ctx).first().copied()).filter(|other| *other != local);
    let or = other.map_or_else(String::new, |other| format!(", or {}", echo::long(other, today)));
    let message = format!("The time and the part of the day disagree: {}{or}?", echo::long(local, today));
    let both = [Some(local), other].into_iter().flatten();
    Error::new(Code::Mismatch, message)
        .suggest(both.map(|wall| echo::short(wall, today, ctx.languages)).collect::<Vec<_>>())
}

/// The full hours of a part of a day, in minutes after midnight, that are still to come (or that have been): those in
/// which the office is open, or all of them where it is not.
fn hours_in(day: Day, minutes: &Range<u32>, ctx: &WhenContext<'_>) -> Vec<WallTime> {
    let fits = |wall: &WallTime| (ctx.zone.first(*wall) > ctx.now) == (ctx.sense != Sense::Past);
    let hours = minutes.start.div_ceil(60)..minutes.end.div_ceil(60);
    let all: Vec<WallTime> = hours.filter_map(|hour| day.at(hour, 0, 0)).filter(fits).collect();
    let open: Vec<WallTime> = all.iter().copied().filter(|wall| ctx.hours.is_open(*wall)).collect();
    if open.is_empty() { all } else { open }
}
