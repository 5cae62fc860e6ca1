//! How the brief says times and texts: short enough to be read aloud.

use crate::{
    time::{DAY_MS, HOUR_MS, MINUTE_MS, WallTime},
    when::{WEEKDAYS, long_day, to_the_minute},
};

/// A length of time in the largest unit that fits, as one would say it.
pub(crate) fn span(ms: i64) -> String {
    let (count, unit) = match ms {
        _ if ms < MINUTE_MS => return "under a minute".to_owned(),
        _ if ms < HOUR_MS => (ms / MINUTE_MS, "minute"),
        _ if ms < DAY_MS => (ms / HOUR_MS, "hour"),
        _ => (ms / DAY_MS, "day"),
    };
    counted(count, unit)
}

/// `1 day`, `3 days`.
pub(super) fn counted(count: i64, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

/// A wall time as one would say it today: "today 17:00", "yesterday 09:30", "Friday 6 March 17:00".
pub(crate) fn day_and_time(at: WallTime, today: WallTime) -> String {
    let day = match at.day().days_since(today.day()) {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        _ => long_day(at.day(), today.day()),
    };
    format!("{day} {}", to_the_minute(at))
}

/// A past day in a word or three: "today", "yesterday", "Friday" within the week, else "Friday 6 March".
pub(crate) fn past_day(at: WallTime, today: WallTime) -> String {
    match today.day().days_since(at.day()) {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        2..=6 => WEEKDAYS.get(at.day().weekday() as usize).copied().unwrap_or_default().to_owned(),
        _ => long_day(at.day(), today.day()),
    }
}

/// The first line of somebody's words, in quotes, with at most so many characters of it.
pub(crate) fn quoted(text: &str, most: usize) -> String {
    let line = text.trim().split(['\n', '\r']).next().unwrap_or_default().trim().trim_end_matches('.');
    let short: String = line.chars().take(most).collect();
    if short.len() < line.len() { format!("“{}…”", short.trim_end()) } else { format!("“{short}”") }
}

/// With a capital letter at its beginning, where it has one.
pub(crate) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
