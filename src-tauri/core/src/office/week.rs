//! Opening hours as a week, for whoever edits them day by day.

use crate::{error::Result, hours::Hours, time::Day};
use serde::Serialize;

/// A time of a day when the office is open, as wall time: `08:00` to `12:00`; the day's end is `24:00`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct OpenSpan {
    /// When it opens.
    pub from: String,
    /// When it closes.
    pub to: String,
}

/// Opening hours as they were understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ReadHours {
    /// The setting in its canonical form; empty: always open.
    pub hours: String,
    /// The open times of Monday to Sunday, seven lists; all of them empty where the office is always open.
    pub week: Vec<Vec<OpenSpan>>,
}

/// Reads opening hours as they are typed or put together from a week. Writes nothing.
///
/// # Errors
/// One sentence that names what is wrong, such as the day whose times overlap.
pub fn read_hours(text: &str) -> Result<ReadHours> {
    let hours = Hours::parse(text)?;
    Ok(ReadHours { hours: hours.to_string(), week: week_of(&hours) })
}

/// The open times of Monday to Sunday; all of them empty where no hours are set.
pub(super) fn week_of(hours: &Hours) -> Vec<Vec<OpenSpan>> {
    let monday = Day::new(2026, 3, 2);
    let of = |day: Day| if hours.are_set() { open_spans(hours.usual(day)) } else { Vec::new() };
    (0..7).filter_map(|n| Some(of(monday?.plus_days(n)))).collect()
}

/// Times of a day, in seconds since midnight, as they are shown.
pub(super) fn open_spans(spans: &[(u32, u32)]) -> Vec<OpenSpan> {
    let shown = |second: u32| format!("{:02}:{:02}", second / 3600, second / 60 % 60);
    spans.iter().map(|(from, to)| OpenSpan { from: shown(*from), to: shown(*to) }).collect()
}
