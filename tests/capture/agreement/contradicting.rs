//! Pairs of forms that contradict each other, and what each of them says.

use super::{Draw, Here};
use crate::capture::tongues::{filled, is_shown_once};
use kept_core::time::{Day, WallTime};

/// What one of the two forms says.
#[derive(Debug, Clone)]
pub enum Meant {
    /// That moment.
    At(WallTime),
    /// A time of that day, from and until which hour.
    Within(Day, u32, u32),
}

impl Meant {
    /// Whether that is what it says.
    pub fn is(&self, wall: WallTime) -> bool {
        match self {
            Meant::At(at) => *at == wall,
            Meant::Within(day, from, until) => wall.day() == *day && (*from..*until).contains(&wall.hour()),
        }
    }
}

/// What contradicts itself.
pub struct Made {
    pub kind: &'static str,
    pub said: String,
    /// What each of the two says.
    pub meant: Vec<Meant>,
    /// Whether the two are different forms; two of one form are as if the second had been forgotten.
    pub is_mismatch: bool,
}

/// A contradiction, of moments that every clock shows once.
pub fn made(draw: &mut Draw, here: &Here<'_>) -> Made {
    loop {
        let shown = |meant: &Meant| match meant {
            Meant::At(wall) => is_shown_once(here.zone, *wall) && *wall > here.now,
            Meant::Within(..) => true,
        };
        if let Some(made) = drawn(draw, here).filter(|made| made.meant.iter().all(shown)) {
            return made;
        }
    }
}

fn drawn(draw: &mut Draw, here: &Here<'_>) -> Option<Made> {
    if draw.below(3) > 0 { of_days(draw, here) } else { of_times(draw, here) }
}

/// Two days that are not one.
fn of_days(draw: &mut Draw, here: &Here<'_>) -> Option<Made> {
    let (tongue, today) = (here.tongue, here.now.day());
    let (hour, minute) = (draw.below(24) as u32, 5 * draw.below(12) as u32);
    let n = 2 + draw.below(20) as i64;
    let (far, near) = (today.plus_days(2 + draw.below(600) as i64), today.plus_days(n));
    let other = near.plus_days(1 + draw.below(9) as i64);
    let tomorrow = today.plus_days(1);
    let bare = |draw: &mut Draw, day: Day| draw.said(tongue.bare, tongue, day);
    // A weekday that no day of these is, and its next day.
    let coming = today.plus_days(1 + draw.below(6) as i64);
    let weekday = tongue.weekdays[coming.weekday() as usize];
    let ahead = tongue.ahead.replace("{n}", &n.to_string());
    let (kind, said, days, is_mismatch) = match draw.below(15) {
        0 => {
            let form = draw.of(tongue.dates);
            ("weekday, date", filled(form, tongue, far, coming.weekday() as usize), [far, coming], true)
        }
        1 => ("date, distance", format!("{}, {ahead}", bare(draw, other)), [other, near], true),
        2 => ("distance, date", format!("{ahead}, {}", bare(draw, other)), [near, other], true),
        3 => ("tomorrow, weekday", format!("{} {weekday}", tongue.tomorrow), [tomorrow, coming], true),
        4 => ("weekday, tomorrow", format!("{weekday} {}", tongue.tomorrow), [tomorrow, coming], true),
        5 => ("weekday, distance", format!("{weekday} {ahead}"), [coming, near], true),
        6 => ("date, date", format!("{}, {}", bare(draw, near), bare(draw, other)), [near, other], false),
        7 => {
            let second = today.plus_days(1 + draw.below(6) as i64);
            let said = format!("{weekday} {}", tongue.weekdays[second.weekday() as usize]);
            ("weekday, weekday", said, [coming, second], false)
        }
        8 => ("tomorrow, distance", format!("{} {ahead}", tongue.tomorrow), [tomorrow, near], false),
        9 => ("tomorrow, date", format!("{} {}", tongue.tomorrow, bare(draw, near)), [tomorrow, near], true),
        10 => {
            let form = draw.of(tongue.of_month);
            let said = format!("{weekday}, {}", filled(form, tongue, near, 0));
            ("weekday, day of the month", said, [coming, near], true)
        }
        11 => {
            let form = draw.of(tongue.of_month);
            let said = format!("{}, {}", bare(draw, other), filled(form, tongue, near, 0));
            ("date, day of the month", said, [other, near], true)
        }
        12 => {
            let weeks = 2 + draw.below(5) as i64;
            let said = format!("{weekday} {}", tongue.weeks.replace("{n}", &weeks.to_string()));
            ("weekday, weeks", said, [coming, today.plus_days(7 * weeks)], true)
        }
        13 => {
            let weeks = 2 + draw.below(5) as i64;
            let said = format!("{}, {}", tongue.weeks.replace("{n}", &weeks.to_string()), bare(draw, near));
            ("weeks, date", said, [today.plus_days(7 * weeks), near], true)
        }
        _ => {
            let monday = today.plus_days(7 - i64::from(today.weekday()));
            let next = monday.plus_days(i64::from(far.weekday()));
            if far.iso_week() == monday.iso_week() {
                return None;
            }
            ("next week, date", format!("{}, {}", bare(draw, far), tongue.next_week), [far, next], true)
        }
    };
    let is_one = days[0] == days[1]
        || kind.contains("weekday") && kind != "weekday, weekday" && {
            let [one, other] = days.map(Day::weekday);
            one == other
        };
    // A day without its month is the next of that number.
    let is_next = !kind.contains("day of the month") || near <= today.plus_days(26);
    if is_one || !is_next {
        return None;
    }
    let clock = draw.exact(tongue, hour, minute);
    let meant = days.iter().map(|day| Some(Meant::At(day.at(hour, minute, 0)?))).collect::<Option<Vec<_>>>()?;
    Some(Made { kind, said: format!("{said} {clock}"), meant, is_mismatch })
}

/// One day with two times that are not one, or a part of it that has no such time.
fn of_times(draw: &mut Draw, here: &Here<'_>) -> Option<Made> {
    let (tongue, today) = (here.tongue, here.now.day());
    let (hour, minute) = (draw.below(24) as u32, 5 * draw.below(12) as u32);
    let (said, day) = match draw.below(2) {
        0 => (tongue.tomorrow.to_owned(), today.plus_days(1)),
        _ => {
            let day = today.plus_days(1 + draw.below(6) as i64);
            (tongue.weekdays[day.weekday() as usize].to_owned(), day)
        }
    };
    let clock = draw.exact(tongue, hour, minute);
    let at = Meant::At(day.at(hour, minute, 0)?);
    let (part, from, until) = draw.of(tongue.parts);
    let is_outside = !(from..until).contains(&hour);
    // "morgen" and "demain matin" begin otherwise than a weekday does; both have a part of the day after them.
    let made = |kind, said: String, meant: Meant, is_mismatch| {
        Some(Made { kind, said, meant: vec![at.clone(), meant], is_mismatch })
    };
    match draw.below(11) {
        0 | 1 if is_outside => {
            made("part, time", format!("{said} {part} {clock}"), Meant::Within(day, from, until), true)
        }
        2 if is_outside => made("time, part", format!("{clock} {said} {part}"), Meant::Within(day, from, until), true),
        3 | 8.. => {
            let (part, from, until) = draw.of(tongue.today_parts);
            let is_in = (from..until).contains(&hour) && today.at(hour, minute, 0)? > here.now;
            let meant = Meant::At(today.at(hour, minute, 0)?);
            is_in.then(|| made("part of today, day", format!("{part} {said} {clock}"), meant, true)).flatten()
        }
        4 => {
            let second = (hour + 1 + draw.below(22) as u32) % 24;
            let also = draw.exact(tongue, second, minute);
            made("time, time", format!("{said} {clock}, {also}"), Meant::At(day.at(second, minute, 0)?), false)
        }
        5 if (hour, minute) != (12, 0) => {
            made("noon, time", format!("{said} {} {clock}", tongue.noon), Meant::At(day.at(12, 0, 0)?), false)
        }
        6 if (hour, minute) != (18, 0) => {
            made("closing, time", format!("{said} {} {clock}", tongue.closing), Meant::At(day.at(18, 0, 0)?), false)
        }
        7 if from >= 17 => {
            let evening = Meant::Within(day, from, until);
            let said = format!("{said} {part} {}", tongue.noon);
            let meant = vec![Meant::At(day.at(12, 0, 0)?), evening];
            Some(Made { kind: "part, noon", said, meant, is_mismatch: true })
        }
        _ => None,
    }
}
