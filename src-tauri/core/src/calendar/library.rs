//! The library of opening hours and public holidays. No other module names it.

use crate::time::Day;
use opening_hours::{ContextHolidays, OpeningHours, RuleKind, localization::Country};
use std::{str::FromStr, sync::OnceLock};

/// From and to, in seconds since midnight; `to` is not part of it.
pub(crate) type Span = (u32, u32);

/// The open times of Monday to Sunday.
pub(crate) type Week = [Vec<Span>; 7];

/// A Monday of a plain week, to ask what a week is like.
const SOME_MONDAY: (i32, u32, u32) = (2026, 3, 2);

/// The open times that an expression of the library gives a week without holidays; `None` when it is none. It is asked
/// once, so that every later question is one look at a list.
pub(crate) fn week(expression: &str) -> Option<Week> {
    let hours = OpeningHours::from_str(expression).ok()?;
    let (year, month, day) = SOME_MONDAY;
    let monday = Day::new(year, month, day)?;
    let of = |ahead: i64| -> Vec<Span> {
        let open = hours.schedule_at(monday.plus_days(ahead).calendar()).into_iter();
        let seconds = |t: opening_hours::schedule::TimeRange| {
            (u32::from(t.range.start.mins_from_midnight()) * 60, u32::from(t.range.end.mins_from_midnight()) * 60)
        };
        open.filter(|t| t.kind == RuleKind::Open).map(seconds).collect()
    };
    Some([0, 1, 2, 3, 4, 5, 6].map(of))
}

/// The public holidays of a country.
#[derive(Debug, Clone)]
pub struct Holidays {
    country: Country,
    /// Unpacked when first asked: that takes longer than all else that opening an office does.
    unpacked: OnceLock<(ContextHolidays, ContextHolidays)>,
}

impl Holidays {
    /// Those of a country by its code of two letters; `None` when the library knows none of it.
    pub fn of(country: &str) -> Option<Holidays> {
        Some(Holidays { country: Country::from_str(country).ok()?, unpacked: OnceLock::new() })
    }

    /// Whether the whole country keeps that day.
    pub fn is_national(&self, day: Day) -> bool {
        self.unpacked().0.get_public().contains(day.calendar())
    }

    /// Whether some part of the country keeps that day; the library does not know which.
    pub fn is_regional(&self, day: Day) -> bool {
        self.unpacked().1.get_public().contains(day.calendar())
    }

    fn unpacked(&self) -> &(ContextHolidays, ContextHolidays) {
        self.unpacked.get_or_init(|| (self.country.holidays(), self.country.holidays_regional()))
    }
}

impl PartialEq for Holidays {
    fn eq(&self, other: &Self) -> bool {
        self.country == other.country
    }
}

impl Eq for Holidays {}
