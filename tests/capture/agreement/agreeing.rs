//! Two forms that say the same day, and times in the part of the day that is named.

use super::{Draw, Here};
use crate::capture::tongues::is_shown_once;
use kept_core::time::{Day, WallTime};

/// What agrees with itself.
pub struct Made {
    pub kind: &'static str,
    pub said: String,
    pub meant: WallTime,
}

/// Words for a moment to come that every clock shows once.
pub fn made(draw: &mut Draw, here: &Here<'_>) -> Made {
    loop {
        let is_fit = |made: &Made| is_shown_once(here.zone, made.meant) && made.meant > here.now;
        if let Some(made) = drawn(draw, here).filter(is_fit) {
            return made;
        }
    }
}

fn drawn(draw: &mut Draw, here: &Here<'_>) -> Option<Made> {
    let (tongue, today) = (here.tongue, here.now.day());
    let (hour, minute) = (draw.below(24) as u32, 5 * draw.below(12) as u32);
    let n = 2 + draw.below(20) as i64;
    let (far, near) = (today.plus_days(2 + draw.below(600) as i64), today.plus_days(n));
    let (tomorrow, soon) = (today.plus_days(1), today.plus_days(1 + draw.below(6) as i64));
    let weekday = |day: Day| tongue.weekdays[day.weekday() as usize];
    let ahead = tongue.ahead.replace("{n}", &n.to_string());
    let clock = draw.exact(tongue, hour, minute);
    let (part, from, until) = draw.of(tongue.parts);
    let is_in = |from: u32, until: u32| (from..until).contains(&hour);
    let (kind, said, day) = match draw.below(16) {
        0 | 1 => ("weekday, date", format!("{} {clock}", draw.said(tongue.dates, tongue, far)), far),
        2 => ("date, distance", format!("{}, {ahead} {clock}", draw.said(tongue.bare, tongue, near)), near),
        3 => ("distance, date", format!("{ahead}, {} {clock}", draw.said(tongue.bare, tongue, near)), near),
        4 => ("tomorrow, weekday", format!("{} {} {clock}", tongue.tomorrow, weekday(tomorrow)), tomorrow),
        5 => ("weekday, tomorrow", format!("{} {} {clock}", weekday(tomorrow), tongue.tomorrow), tomorrow),
        6 => ("weekday, distance", format!("{} {ahead} {clock}", weekday(near)), near),
        7 => {
            let date = draw.said(tongue.bare, tongue, tomorrow);
            ("tomorrow, date", format!("{} {date} {clock}", tongue.tomorrow), tomorrow)
        }
        8 => {
            let said = format!("{}, {} {clock}", weekday(near), draw.said(tongue.of_month, tongue, near));
            ("weekday, day of the month", said, near)
        }
        9 => {
            let said = draw.said(tongue.bare, tongue, near);
            ("date, day of the month", format!("{said}, {} {clock}", draw.said(tongue.of_month, tongue, near)), near)
        }
        10 => {
            let weeks = 2 + draw.below(5) as i64;
            let day = today.plus_days(7 * weeks);
            let said = tongue.weeks.replace("{n}", &weeks.to_string());
            ("weekday, weeks", format!("{} {said} {clock}", weekday(day)), day)
        }
        11 => {
            let monday = today.plus_days(7 - i64::from(today.weekday()));
            let day = monday.plus_days(draw.below(7) as i64);
            let said = format!("{}, {} {clock}", draw.said(tongue.bare, tongue, day), tongue.next_week);
            ("next week, date", said, day)
        }
        12 if is_in(from, until) => ("part, time", format!("{} {part} {clock}", weekday(soon)), soon),
        13 if is_in(from, until) => ("time, part", format!("{clock} {} {part}", tongue.tomorrow), tomorrow),
        14 => {
            let (part, from, until) = draw.of(tongue.today_parts);
            if !is_in(from, until) {
                return None;
            }
            ("part of today, time", format!("{part} {clock}"), today)
        }
        15 => {
            let said = format!("{} {}", draw.said(tongue.dates, tongue, far), tongue.noon);
            return Some(Made { kind: "noon", said, meant: far.at(12, 0, 0)? });
        }
        _ => return None,
    };
    Some(Made { kind, said, meant: day.at(hour, minute, 0)? })
}
