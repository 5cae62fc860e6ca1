//! Days with opening times of their own: a holiday of the region, a works outing, Christmas Eve.

use super::{CalendarDay, check_name};
use crate::{
    calendar::DayTimes,
    desk::{Desk, New, Subject, Written},
    error::{Error, Result},
    event::{Body, DayFacts, Name},
    fold::MOST_DAYS,
    id::Id,
    roles::Action,
    time::Day,
};
use serde::Deserialize;

/// Days to be given times of their own.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct DayChange {
    /// The day, or the first of several in a row: `2026-12-24`.
    #[ts(type = "string")]
    pub first: Day,
    /// The last of them; only the first when not said.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub last: Option<Day>,
    /// Whether the same days of every year are meant.
    #[serde(default)]
    pub yearly: bool,
    /// `closed`, `usual` for a holiday that is worked, or `10:00-12:00,13:00-16:00`; empty takes the days' own times away.
    pub times: String,
    /// What the day is called.
    #[serde(default)]
    pub name: String,
}

impl Desk {
    /// Gives days opening times of their own, or takes them away. A manager's. Gives the days as they are kept then.
    ///
    /// # Errors
    /// The times cannot be read or overlap; the last day is before the first, or more than a year after it.
    pub fn set_days(&self, given: &DayChange) -> Result<Written<Vec<CalendarDay>>> {
        self.allow(Action::ChangeOffice)?;
        let last = given.last.unwrap_or(given.first);
        let ahead = last.days_since(given.first);
        if ahead < 0 {
            return Err(Error::invalid("The last of these days is before the first."));
        }
        if ahead >= MOST_DAYS {
            return Err(Error::invalid("These are more than a year of days; set them in parts."));
        }
        let times = match given.times.trim() {
            "" => None,
            times => Some(times.parse::<DayTimes>()?.to_string()),
        };
        let name = match given.name.trim() {
            "" => None,
            name => Some(check_name(name, "The day's")?),
        };
        let facts =
            DayFacts { first: given.first, last: given.last.filter(|_| ahead > 0), yearly: given.yearly, times };
        let body = Body::OfficeDaySet(facts, Name { name });
        let written = self.write(|writing| writing.append(New::about(Id::ZERO, Subject::Nothing, body)))?;
        let office = self.office();
        let days = (0..=ahead).map(|n| CalendarDay::of(&office.settings, given.first.plus_days(n)));
        Ok(Written { value: days.collect(), change: written.change })
    }
}
