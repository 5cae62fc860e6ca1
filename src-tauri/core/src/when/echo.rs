//! What was understood, said back; and the short form in which something else is suggested.

use super::words::{Away, Languages, MONTHS, WEEKDAYS};
use crate::time::{Day, HOUR_MS, MINUTE_MS, Reading, Timestamp, WallTime, Zone};

/// A moment for a person to check: `Friday 6 March, 17:00, in 3 days`. The year is said when it is not this one, the
/// zone when it is not the office's, and which of two equal hours when it is the second.
pub fn echo(at: Timestamp, local: WallTime, zone: Zone, now: Timestamp, office_zone: Zone) -> String {
    let today = zone.wall(now).day();
    let zone_name = if zone == office_zone { String::new() } else { format!(" ({zone})") };
    let is_second = matches!(zone.read(local), Reading::Twice { second, .. } if at >= second);
    let which = if is_second { " (the second time)" } else { "" };
    format!("{}{zone_name}{which}, {}", long(local, today), distance(at, local.day(), now, today))
}

/// A moment in pieces, for those who say it their own way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pieces {
    /// `Friday`.
    pub(crate) weekday: String,
    /// `6 March`, with the year when it is not this one.
    pub(crate) date: String,
    /// `17:00`.
    pub(crate) time: String,
    /// `in 3 days`.
    pub(crate) distance: String,
}

/// A moment of the office's own zone in pieces.
pub(crate) fn pieces(at: Timestamp, local: WallTime, zone: Zone, now: Timestamp, languages: Languages) -> Pieces {
    let today = zone.wall(now).day();
    let day = local.day();
    let table = languages.table();
    let month = table.months.get((day.month() as usize).wrapping_sub(1)).copied().unwrap_or("");
    Pieces {
        weekday: table.weekdays.get(day.weekday() as usize).copied().unwrap_or("").to_owned(),
        date: format!("{}{} {month}{}", day.day(), table.of, year(day, today)),
        time: clock(local),
        distance: distance_in(at, day, now, today, languages),
    }
}

/// A moment of the office's own zone for a person to check, in the language that is typed: `Freitag 6. März, 17:00, in
/// 3 Tagen`.
pub(crate) fn echo_in(at: Timestamp, local: WallTime, zone: Zone, now: Timestamp, languages: Languages) -> String {
    let Pieces { weekday, date, time, distance } = pieces(at, local, zone, now, languages);
    let is_second = matches!(zone.read(local), Reading::Twice { second, .. } if at >= second);
    let which = if is_second { format!(" ({})", languages.table().second_time) } else { String::new() };
    format!("{weekday} {date}, {time}{which}, {distance}")
}

/// `Friday 6 March, 17:00`, with the year when it is not today's.
pub(super) fn long(local: WallTime, today: Day) -> String {
    format!("{}, {}", long_day(local.day(), today), clock(local))
}

/// `Friday 6 March`, with the year when it is not today's.
pub(crate) fn long_day(day: Day, today: Day) -> String {
    format!("{} {} {}{}", weekday(day.weekday()), day.day(), month(day.month()), year(day, today))
}

/// `Fri 6 Mar, 17:00`, without the day where that is today's.
pub(crate) fn brief(local: WallTime, today: Day) -> String {
    let (day, time) = (local.day(), to_the_minute(local));
    if day == today {
        return time;
    }
    let three = |name: &'static str| name.get(..3).unwrap_or(name);
    let (weekday, month) = (three(weekday(day.weekday())), three(month(day.month())));
    format!("{weekday} {} {month}{}, {time}", day.day(), year(day, today))
}

/// What could be typed for that time: `fri 6 mar 17:00`.
pub(crate) fn short(local: WallTime, today: Day, languages: Languages) -> String {
    format!("{} {}", short_day(local.day(), today, languages), clock(local))
}

/// What could be typed for that day: `fri 6 mar`; in full in other languages, where three letters may be a month too.
pub(crate) fn short_day(day: Day, today: Day, languages: Languages) -> String {
    let (weekday, month) = (day.weekday() as usize, day.month());
    if languages == Languages::default() || languages.typed() == Languages::default().typed() {
        let three = |name: &str| name.get(..3).unwrap_or(name).to_lowercase();
        let weekday = three(super::echo::weekday(day.weekday()));
        return format!("{weekday} {} {}{}", day.day(), three(super::echo::month(month)), year(day, today));
    }
    let weekday = languages.table().weekdays.get(weekday).copied().unwrap_or("");
    format!("{weekday} {}{}", date(day.day(), month, languages), year(day, today)).to_lowercase()
}

/// What could be typed for a day and its month: `24 november`, `24 de noviembre`.
pub(super) fn date(day: u32, month: u32, languages: Languages) -> String {
    let table = languages.table();
    let name = table.months.get((month as usize).wrapping_sub(1)).copied().unwrap_or("");
    format!("{day}{} {name}", table.of).to_lowercase()
}

/// The weekday's name; 0 is Monday.
pub(super) fn weekday(weekday: u32) -> &'static str {
    WEEKDAYS.get(weekday as usize).copied().unwrap_or("")
}

/// The month's name; 1 is January.
pub(super) fn month(month: u32) -> &'static str {
    MONTHS.get((month as usize).wrapping_sub(1)).copied().unwrap_or("")
}

/// `17:00`.
pub(crate) fn to_the_minute(local: WallTime) -> String {
    format!("{:02}:{:02}", local.hour(), local.minute())
}

/// `17:00`, with the seconds where there are some.
pub(crate) fn clock(local: WallTime) -> String {
    let seconds = if local.second() == 0 { String::new() } else { format!(":{:02}", local.second()) };
    format!("{}{seconds}", to_the_minute(local))
}

fn year(day: Day, today: Day) -> String {
    if day.year() == today.year() { String::new() } else { format!(" {}", day.year()) }
}

/// `in 3 days`, `20 minutes ago`: whole units, what is left over is not said.
pub(super) fn distance(at: Timestamp, day: Day, now: Timestamp, today: Day) -> String {
    distance_in(at, day, now, today, Languages::default())
}

fn distance_in(at: Timestamp, day: Day, now: Timestamp, today: Day, languages: Languages) -> String {
    let Away { ahead, back: (before, after), units: [minute, hour, days_of], now: this_moment, tomorrow, yesterday } =
        languages.table().away;
    let ms = at.since_ms(now);
    let days = day.days_since(today);
    let (count, unit) = match (ms.abs(), days.abs()) {
        (near, _) if near < MINUTE_MS => return this_moment.to_owned(),
        (near, _) if near < HOUR_MS => (near / MINUTE_MS, minute),
        (near, 0) => (near / HOUR_MS, hour),
        (_, 1) if ms > 0 => return tomorrow.to_owned(),
        (_, 1) => return yesterday.to_owned(),
        (_, days) => (days, days_of),
    };
    let unit = if count == 1 { unit.0 } else { unit.1 };
    if ms > 0 {
        format!("{ahead} {count} {unit}")
    } else {
        format!("{before} {count} {unit} {after}").trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_said_with_its_distance() {
        let (berlin, london) = ("Europe/Berlin".parse().unwrap(), "Europe/London".parse().unwrap());
        let now: Timestamp = "2026-03-03T09:00:00+01:00".parse().unwrap();
        for (at, zone, said) in [
            ("2026-03-06T17:00:00+01:00", berlin, "Friday 6 March, 17:00, in 3 days"),
            ("2026-03-03T09:20:00+01:00", berlin, "Tuesday 3 March, 09:20, in 20 minutes"),
            ("2026-03-03T10:30:00+01:00", berlin, "Tuesday 3 March, 10:30, in 1 hour"),
            ("2026-03-03T07:00:00+01:00", berlin, "Tuesday 3 March, 07:00, 2 hours ago"),
            ("2026-03-03T08:59:00+01:00", berlin, "Tuesday 3 March, 08:59, 1 minute ago"),
            ("2026-03-03T09:00:30+01:00", berlin, "Tuesday 3 March, 09:00:30, now"),
            ("2026-03-04T08:00:00+01:00", berlin, "Wednesday 4 March, 08:00, tomorrow"),
            ("2026-03-02T18:00:00+01:00", berlin, "Monday 2 March, 18:00, yesterday"),
            ("2027-03-05T17:00:00+01:00", berlin, "Friday 5 March 2027, 17:00, in 367 days"),
            ("2026-03-06T17:00:00+00:00", london, "Friday 6 March, 17:00 (Europe/London), in 3 days"),
            ("2026-10-25T00:30:00Z", berlin, "Sunday 25 October, 02:30, in 236 days"),
            ("2026-10-25T01:30:00Z", berlin, "Sunday 25 October, 02:30 (the second time), in 236 days"),
        ] {
            let at: Timestamp = at.parse().unwrap();
            let zone: Zone = zone;
            assert_eq!(echo(at, zone.wall(at), zone, now, berlin), said);
        }
    }
}
