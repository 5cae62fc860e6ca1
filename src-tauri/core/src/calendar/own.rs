//! The days on which an office keeps other times than its week says: closed for a works outing, open on a holiday,
//! shorter on Christmas Eve.

use super::library::{Holidays, Span};
use crate::{hours::read_spans, time::Day};
use std::{collections::BTreeMap, fmt, str::FromStr};

/// The times of one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayTimes {
    /// Closed all day.
    Closed,
    /// As on any such weekday, though it be a holiday.
    Usual,
    /// Open at these times, in seconds since midnight and in order.
    Open(Vec<Span>),
}

/// `closed`, `usual`, or times like `10:00-12:00,13:00-16:00`.
impl FromStr for DayTimes {
    type Err = crate::error::Error;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.trim().to_lowercase().as_str() {
            "closed" | "off" => Ok(DayTimes::Closed),
            "usual" => Ok(DayTimes::Usual),
            times => read_spans(times).map(DayTimes::Open),
        }
    }
}

/// In its canonical form; reading it gives the same times.
impl fmt::Display for DayTimes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |second: u32| format!("{:02}:{:02}", second / 3600, second / 60 % 60);
        match self {
            DayTimes::Closed => f.write_str("closed"),
            DayTimes::Usual => f.write_str("usual"),
            DayTimes::Open(spans) => {
                let spans: Vec<_> = spans.iter().map(|(from, to)| format!("{}-{}", shown(*from), shown(*to))).collect();
                f.write_str(&spans.join(","))
            }
        }
    }
}

/// A day with times of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnDay {
    /// When it is open.
    pub times: DayTimes,
    /// What it is called; often empty.
    pub name: String,
}

/// Everything by which single days differ from the week.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Days {
    holidays: Option<Holidays>,
    once: BTreeMap<Day, OwnDay>,
    /// By month and day.
    yearly: BTreeMap<(u32, u32), OwnDay>,
}

impl Days {
    /// Keeps the national days of a country; `None`: no holidays.
    pub fn keep(&mut self, holidays: Option<Holidays>) {
        self.holidays = holidays;
    }

    /// The holidays that are kept.
    pub fn holidays(&self) -> Option<&Holidays> {
        self.holidays.as_ref()
    }

    /// Gives a day times of its own, in that year or in every one; `None` takes them away.
    pub fn set(&mut self, day: Day, yearly: bool, own: Option<OwnDay>) {
        fn put<K: Ord>(map: &mut BTreeMap<K, OwnDay>, key: K, own: Option<OwnDay>) {
            match own {
                Some(own) => drop(map.insert(key, own)),
                None => drop(map.remove(&key)),
            }
        }
        if yearly {
            put(&mut self.yearly, (day.month(), day.day()), own);
        } else {
            put(&mut self.once, day, own);
        }
    }

    /// What the office set for that day, and whether for every year. A single day counts before one of every year.
    pub fn own(&self, day: Day) -> Option<(&OwnDay, bool)> {
        if self.once.is_empty() && self.yearly.is_empty() {
            return None;
        }
        let yearly = || self.yearly.get(&(day.month(), day.day())).map(|own| (own, true));
        self.once.get(&day).map(|own| (own, false)).or_else(yearly)
    }

    /// Whether the whole country keeps that day as a holiday.
    pub fn is_holiday(&self, day: Day) -> bool {
        self.holidays.as_ref().is_some_and(|holidays| holidays.is_national(day))
    }

    /// Whether no day is set apart by the office itself.
    pub fn has_none_of_its_own(&self) -> bool {
        self.once.is_empty() && self.yearly.is_empty()
    }
}
