//! Text as a terminal may be given it, and days, times and lengths of time in few letters.

use kept_core::time::{DAY_MS, Day, HOUR_MS, MINUTE_MS, WallTime};

/// Text that cannot steer the terminal or turn its neighbours around: other control characters are shown as `�`.
pub fn plain(text: &str) -> String {
    let shown = |c: char| match c {
        '\n' => '\n',
        '\t' => ' ',
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => '\u{FFFD}',
        c if c.is_control() => '\u{FFFD}',
        c => c,
    };
    text.replace("\r\n", "\n").chars().map(shown).collect()
}

/// The last characters of an id: enough to name it by, as its beginning is only a time.
pub fn ending(id: &str) -> &str {
    id.len().checked_sub(8).and_then(|from| id.get(from..)).unwrap_or(id)
}

/// `today`, `yesterday`, `tomorrow`, `Fri 6 Mar`; with the year where it is not this one.
pub fn short_day(day: Day, today: Day) -> String {
    const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let weekdays_from = |weekday: u32| WEEKDAYS.get(weekday as usize).copied().unwrap_or_default();
    match day.days_since(today) {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        _ => {
            let month = MONTHS.get(day.month().saturating_sub(1) as usize).copied().unwrap_or_default();
            let year = if day.year() == today.year() { String::new() } else { format!(" {}", day.year()) };
            format!("{} {} {month}{year}", weekdays_from(day.weekday()), day.day())
        }
    }
}

/// `17:00`, with the seconds only where there are some.
pub fn short_time(wall: WallTime) -> String {
    let seconds = if wall.second() == 0 { String::new() } else { format!(":{:02}", wall.second()) };
    format!("{:02}:{:02}{seconds}", wall.hour(), wall.minute())
}

/// A length of time in its two largest units: `2 d 4 h`, `35 min`, `under a minute`.
pub fn length(ms: i64) -> String {
    let parts = [(ms / DAY_MS, "d"), (ms % DAY_MS / HOUR_MS, "h"), (ms % HOUR_MS / MINUTE_MS, "min")];
    let said: Vec<String> = parts
        .iter()
        .skip_while(|(count, _)| *count == 0)
        .take(2)
        .filter(|(count, _)| *count > 0)
        .map(|(count, unit)| format!("{count} {unit}"))
        .collect();
    if said.is_empty() { "under a minute".to_owned() } else { said.join(" ") }
}

/// `1 promise`, `3 promises`.
pub fn count(n: u64, one: &str, several: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {several}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_steer_the_terminal() {
        assert_eq!(plain("a\u{1b}[31mb\u{7}c\u{202e}d\te\r\nf\rg"), "a\u{fffd}[31mb\u{fffd}c\u{fffd}d e\nf\u{fffd}g");
        assert_eq!(plain("Müller 山田 👩‍👧"), "Müller 山田 👩‍👧");
    }

    #[test]
    fn days_are_said_as_one_would() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let today = day("2026-03-06");
        let said = |text: &str| short_day(day(text), today);
        assert_eq!([said("2026-03-06"), said("2026-03-07"), said("2026-03-05")], ["today", "tomorrow", "yesterday"]);
        assert_eq!([said("2026-03-09"), said("2027-01-01")], ["Mon 9 Mar", "Fri 1 Jan 2027"]);
    }

    #[test]
    fn lengths_have_two_units_at_most() {
        assert_eq!(length(0), "under a minute");
        assert_eq!(length(35 * MINUTE_MS), "35 min");
        assert_eq!(length(2 * DAY_MS + 4 * HOUR_MS + MINUTE_MS), "2 d 4 h");
        assert_eq!(length(2 * DAY_MS + MINUTE_MS), "2 d");
    }
}
