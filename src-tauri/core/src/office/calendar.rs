//! The office's calendar, shown: its week, the days that differ, and how it stands at a moment.

use super::{OpenSpan, change::read_holidays, week::open_spans};
use crate::{
    calendar::Holidays,
    desk::Desk,
    error::{Error, Result},
    fold::OfficeSettings,
    hours::Hours,
    time::{Day, Timestamp, WallTime, Zone},
};
use serde::Serialize;
use std::sync::Arc;

/// Where it comes from that a day differs from its weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum DaySource {
    /// Nothing: it is a day like any other.
    Week,
    /// The office set this one day.
    Own,
    /// The office set this day of every year.
    Yearly,
    /// The whole country keeps it as a holiday.
    National,
    /// A part of the country keeps it; which, is not known. The office does not keep it until it sets it itself.
    Regional,
}

/// A day of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct CalendarDay {
    /// The day.
    #[ts(type = "string")]
    pub day: Day,
    /// Why it differs.
    pub source: DaySource,
    /// Whether the whole country keeps it as a holiday, whatever the office set.
    pub is_holiday: bool,
    /// What it is called; often empty.
    pub name: String,
    /// The office's own times as they were set: `closed`, `usual`, `10:00-13:00`; empty where it set none.
    pub times: String,
    /// When the office is open then.
    pub open: Vec<OpenSpan>,
}

impl CalendarDay {
    pub(super) fn of(office: &OfficeSettings, day: Day) -> CalendarDay {
        let days = office.times.days();
        let own = days.own(day);
        let is_holiday = days.is_holiday(day);
        let source = match own {
            Some((_, false)) => DaySource::Own,
            Some((_, true)) => DaySource::Yearly,
            None if is_holiday => DaySource::National,
            None if days.holidays().is_some_and(|holidays| holidays.is_regional(day)) => DaySource::Regional,
            None => DaySource::Week,
        };
        CalendarDay {
            day,
            source,
            is_holiday,
            name: own.map(|(own, _)| own.name.clone()).unwrap_or_default(),
            times: own.map(|(own, _)| own.times.to_string()).unwrap_or_default(),
            open: open_spans(office.times.intervals(day)),
        }
    }
}

/// The days of a year that differ from their weekday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct CalendarDays {
    /// How many there are.
    pub total: usize,
    /// In order. Those of the source `regional` are proposals and change nothing.
    pub days: Vec<CalendarDay>,
    /// What is not known of the holidays asked about. Often empty.
    pub notes: Vec<String>,
}

/// The office's calendar, and what is to be known about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct CalendarShown {
    /// The zone by whose clock it opens.
    #[ts(type = "string")]
    pub zone: Zone,
    /// Opening hours in their canonical form; empty: always open.
    pub hours: String,
    /// The open times of Monday to Sunday, seven lists; all of them empty where no hours are set.
    pub week: Vec<Vec<OpenSpan>>,
    /// Whose holidays are kept; empty: none.
    pub holidays: String,
    /// Whether the national days of that country are known.
    pub country_known: bool,
    /// Whether the days of that part of the country are known: true where none was named.
    pub subdivision_known: bool,
    /// What the office should know: holidays that are not known, hours that cannot be read. Often empty.
    pub notes: Vec<String>,
    /// How it stands now.
    pub now: OpenAt,
}

/// How the office stands at a moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct OpenAt {
    /// The moment asked about.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// Whether it is open then.
    pub open: bool,
    /// The first moment from then on when it is open; `null` when it stays closed for more than a year.
    #[ts(type = "string | null")]
    pub opens_at: Option<Timestamp>,
    /// The same by the clock on the wall.
    #[ts(type = "string | null")]
    pub opens_local: Option<WallTime>,
    /// Whether that is later than the moment asked about.
    pub rolled: bool,
    /// When it closes next; `null` when it stays open, or closed, for more than a year.
    #[ts(type = "string | null")]
    pub closes_at: Option<Timestamp>,
    /// The same by the clock on the wall.
    #[ts(type = "string | null")]
    pub closes_local: Option<WallTime>,
}

impl OpenAt {
    fn of(office: &OfficeSettings, at: Timestamp) -> OpenAt {
        let calendar = office.calendar();
        let (opens, closes_at) = (calendar.next_opening(at), calendar.next_closing(at));
        OpenAt {
            at,
            open: calendar.is_open(at),
            opens_at: opens.map(|rolled| rolled.at),
            opens_local: opens.map(|rolled| office.zone.wall(rolled.at)),
            rolled: opens.is_some_and(|rolled| rolled.rolled),
            closes_at,
            closes_local: closes_at.map(|at| office.zone.wall(at)),
        }
    }
}

/// The country and the part of it whose holidays are named.
fn split(holidays: &str) -> (&str, &str) {
    holidays.split_once('-').unwrap_or((holidays, ""))
}

/// What is not known of these holidays, as a sentence.
fn unknown_of(holidays: &str) -> Option<String> {
    let (country, part) = split(holidays);
    if !country.is_empty() && Holidays::of(country).is_none() {
        Some(format!("Kept knows no holidays of {country}; set its days yourself."))
    } else if !part.is_empty() {
        Some(format!(
            "Kept knows the days that all of {country} keeps, not those of {part}; set what {part} keeps besides yourself."
        ))
    } else {
        None
    }
}

impl Desk {
    /// The office's calendar as it is kept now.
    pub fn show_calendar(&self) -> CalendarShown {
        let office = self.office();
        let settings = &office.settings;
        let (country, part) = split(&settings.holidays);
        let country_known = Holidays::of(country).is_some();
        let mut notes = Vec::new();
        if let Err(error) = Hours::parse(&settings.hours) {
            notes.push(format!("{} Until they are set again, the office counts as always open.", error.message));
        }
        notes.extend(unknown_of(&settings.holidays));
        if country_known && !settings.times.are_set() {
            notes.push("Holidays count once opening hours are set; until then the office is always open.".to_owned());
        }
        let now = OpenAt::of(settings, self.now());
        if now.opens_at.is_none() {
            notes.push("The office stays closed for more than a year; check its hours and days.".to_owned());
        }
        let week = super::week::week_of(&settings.times);
        CalendarShown {
            zone: settings.zone,
            hours: settings.hours.clone(),
            week,
            holidays: settings.holidays.clone(),
            country_known: country_known || country.is_empty(),
            subdivision_known: part.is_empty(),
            notes,
            now,
        }
    }

    /// The days of a year that differ from their weekday, and the days some part of the country keeps, as proposals.
    /// `holidays`: as if the office kept those instead of its own; nothing is written.
    ///
    /// # Errors
    /// The year is not one from 1900 to 2199; the holidays are of no country.
    pub fn calendar_days(&self, year: i32, holidays: Option<&str>) -> Result<CalendarDays> {
        let office = self.office();
        let mut settings = office.settings.clone();
        if let Some(holidays) = holidays {
            settings.holidays = read_holidays(holidays)?;
            let mut days = settings.times.days().clone();
            days.keep(Holidays::of(split(&settings.holidays).0));
            settings.times = Arc::new(settings.times.as_ref().clone().with_days(days));
        }
        let first = Some(year).filter(|year| (1900..=2199).contains(year)).and_then(|year| Day::new(year, 1, 1));
        let first = first.ok_or_else(|| Error::invalid("Name a year from 1900 to 2199."))?;
        let all = (0..366).map(|n| first.plus_days(n)).filter(|day| day.year() == year);
        let days: Vec<_> =
            all.map(|day| CalendarDay::of(&settings, day)).filter(|day| day.source != DaySource::Week).collect();
        Ok(CalendarDays { total: days.len(), days, notes: unknown_of(&settings.holidays).into_iter().collect() })
    }

    /// How the office stands at a moment.
    pub fn open_at(&self, at: Timestamp) -> OpenAt {
        OpenAt::of(&self.office().settings, at)
    }

    /// Milliseconds of working time from one moment to another; negative when the second is first.
    pub fn working_ms(&self, from: Timestamp, to: Timestamp) -> i64 {
        self.office().settings.calendar().working_ms(from, to)
    }
}
