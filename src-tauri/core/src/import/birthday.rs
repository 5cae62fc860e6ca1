//! Birthdays as other programs write them: `1969-07-20`, `--07-20`, or the text as it stood where it is not certain.

use crate::time::Day;
use serde::{Deserialize, Serialize};

/// Which of two small numbers comes first in dates such as `4/5/1985`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// `25/12/1985`.
    DayFirst,
    /// `12/25/1985`.
    MonthFirst,
}

/// What one cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Birthday {
    /// No date was given; some programs write zeros.
    None,
    /// It can be read in one way only; `evidence` is the order it shows, if it shows one.
    Certain { date: String, evidence: Option<DateOrder> },
    /// Day and month could be either way round.
    Either { first: u32, second: u32, year: i32 },
    /// Anything else, kept as it is.
    Text,
}

/// A birthday in the form it is stored in, if there is such a day. Without a year, 29 February counts.
pub(super) fn date(year: Option<i32>, month: u32, day: u32) -> Option<String> {
    match year {
        Some(year) => Day::new(year, month, day).map(|d| d.to_string()),
        None => Day::new(2000, month, day).map(|d| format!("--{:02}-{:02}", d.month(), d.day())),
    }
}

/// Reads a birthday without knowing the habits of its country.
pub(super) fn read(text: &str) -> Birthday {
    let text = text.trim();
    if text.is_empty() || text.bytes().all(|b| matches!(b, b'0' | b'/' | b'.' | b'-')) {
        return Birthday::None;
    }
    let certain = |year, month, day, evidence| {
        date(year, month, day).map_or(Birthday::Text, |date| Birthday::Certain { date, evidence })
    };
    // "1985-04-15T00:00:00Z", "1985-04-15 00:00": midnight carries nothing, any other hour does not matter for a birthday.
    let day_part = match text.split_once(['T', ' ']) {
        Some((day, clock)) if clock.starts_with(|c: char| c.is_ascii_digit()) && clock.contains(':') => day,
        _ => text,
    };
    if let Some(rest) = day_part.strip_prefix("--") {
        let rest = rest.replace('-', "");
        return match (rest.get(..2).and_then(number), rest.get(2..).and_then(number)) {
            (Some(month), Some(day)) if rest.len() == 4 => certain(None, month, day, None),
            _ => Birthday::Text,
        };
    }
    if day_part.len() == 8 && day_part.bytes().all(|b| b.is_ascii_digit()) {
        let part = |range: std::ops::Range<usize>| day_part.get(range).and_then(number);
        return match (part(0..4), part(4..6), part(6..8)) {
            (Some(year), Some(month), Some(day)) => certain(Some(year as i32), month, day, None),
            _ => Birthday::Text,
        };
    }
    let separator = day_part.bytes().find(|b| !b.is_ascii_digit());
    let parts: Vec<Option<u32>> = match separator {
        Some(s @ (b'-' | b'/' | b'.')) => {
            day_part.trim_end_matches('.').split(s as char).map(|p| number(p.trim())).collect()
        }
        _ => return in_words(day_part).unwrap_or(Birthday::Text),
    };
    let [Some(a), Some(b), Some(c)] = parts.as_slice() else { return in_words(day_part).unwrap_or(Birthday::Text) };
    let (a, b, c) = (*a, *b, *c);
    let year_digits = |at: fn(&str) -> Option<&str>| at(day_part).map_or(0, |p| p.trim().len());
    if year_digits(|t| t.split(['-', '/', '.']).next()) == 4 {
        return certain(Some(a as i32), b, c, None);
    }
    if year_digits(|t| t.trim_end_matches('.').rsplit(['-', '/', '.']).next()) != 4 {
        return Birthday::Text;
    }
    let year = c as i32;
    match (separator, a > 12, b > 12) {
        (Some(b'.'), _, false) => certain(Some(year), b, a, Some(DateOrder::DayFirst)),
        (_, true, false) => certain(Some(year), b, a, Some(DateOrder::DayFirst)),
        (_, false, true) => certain(Some(year), a, b, Some(DateOrder::MonthFirst)),
        (_, false, false) if a == b => certain(Some(year), a, b, None),
        (_, false, false) if date(Some(year), a, b).is_some() => Birthday::Either { first: a, second: b, year },
        _ => Birthday::Text,
    }
}

/// `15 April 1985`, `Apr 15, 1985`, `April 15`.
fn in_words(text: &str) -> Option<Birthday> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    const LONG: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let (mut month, mut day, mut year) = (None, None, None);
    for word in text.split([' ', ',', '-', '.']).filter(|w| !w.is_empty()) {
        let lower = word.to_ascii_lowercase();
        if let Some(n) = number(&lower) {
            match lower.len() {
                1 | 2 if day.is_none() => day = Some(n),
                4 if year.is_none() => year = Some(n as i32),
                _ => return None,
            }
        } else {
            let named = MONTHS.iter().chain(&LONG).position(|m| *m == lower || lower == "sept" && *m == "sep")?;
            if month.replace(named as u32 % 12 + 1).is_some() {
                return None;
            }
        }
    }
    date(year, month?, day?).map(|date| Birthday::Certain { date, evidence: None })
}

fn number(text: &str) -> Option<u32> {
    (!text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// A birthday given in three columns; `None` when that is no day.
pub(super) fn from_parts(year: &str, month: &str, day: &str) -> Option<String> {
    let year = match number(year.trim()) {
        Some(0) | None if year.trim().trim_matches('0').is_empty() => None,
        Some(year) => Some(year as i32),
        None => return None,
    };
    date(year, number(month.trim())?, number(day.trim())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn certain(text: &str) -> String {
        match read(text) {
            Birthday::Certain { date, .. } => date,
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn dates_that_can_mean_one_thing_only_are_read() {
        for text in ["1985-04-15", "19850415", "1985/4/15", "15.04.1985", "15.4.1985", "4/15/1985", "15/4/1985"] {
            assert_eq!(certain(text), "1985-04-15", "{text}");
        }
        for text in ["1985-04-15T00:00:00Z", "1985-04-15 00:00:00", "15 April 1985", "Apr 15, 1985", "15-Apr-1985"] {
            assert_eq!(certain(text), "1985-04-15", "{text}");
        }
        for text in ["--04-15", "--0415", " --04-15 ", "April 15"] {
            assert_eq!(certain(text), "--04-15", "{text}");
        }
        assert_eq!(certain("--02-29"), "--02-29", "a birthday on a leap day has no year to be checked against");
    }

    #[test]
    fn what_is_not_certain_stays_text() {
        assert_eq!(read("4/5/1985"), Birthday::Either { first: 4, second: 5, year: 1985 });
        for text in ["4/15/85", "206-12-15", "spring 1985", "31.02.1985", "1985", "15/15/1985", "12345678901"] {
            assert_eq!(read(text), Birthday::Text, "{text}");
        }
        assert_eq!(read("0/0/00"), Birthday::None, "Outlook writes this for no birthday");
    }

    #[test]
    fn three_columns_make_one_birthday() {
        assert_eq!(from_parts("1985", "4", "15").as_deref(), Some("1985-04-15"));
        assert_eq!(from_parts("", "04", "15").as_deref(), Some("--04-15"));
        assert_eq!(from_parts("1985", "", "15"), None);
    }
}
