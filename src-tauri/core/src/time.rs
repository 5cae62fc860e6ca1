//! Moments, days, wall times and zones. The only module that knows which calendar library is behind them.
//!
//! A [`Timestamp`] is when something happens. A [`WallTime`] is what a person said ("Friday 17:00"); with its
//! [`Zone`] it becomes a timestamp, except where the clocks skip that hour or show it twice ([`Reading`]).

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Timelike};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::{fmt, str::FromStr};

/// Milliseconds in a minute.
pub const MINUTE_MS: i64 = 60_000;
/// Milliseconds in an hour.
pub const HOUR_MS: i64 = 60 * MINUTE_MS;
/// Milliseconds in a day of 24 hours.
pub const DAY_MS: i64 = 24 * HOUR_MS;

/// A moment, in milliseconds since 1970-01-01T00:00:00Z; between the years 0001 and 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Timestamp(i64);

/// The first and last moments that have a four-digit year.
const FIRST_MS: i64 = -62_135_596_800_000;
const LAST_MS: i64 = 253_402_300_799_999;

impl Timestamp {
    /// The moment so many milliseconds after the epoch, held within the years 0001 to 9999.
    pub fn from_millis(ms: i64) -> Self {
        Timestamp(ms.clamp(FIRST_MS, LAST_MS))
    }

    /// Milliseconds since the epoch.
    pub fn millis(self) -> i64 {
        self.0
    }

    /// The moment `ms` milliseconds later (earlier when negative).
    pub fn plus_ms(self, ms: i64) -> Self {
        Self::from_millis(self.0.saturating_add(ms))
    }

    /// Milliseconds from `earlier` to this moment; negative when this one is first.
    pub fn since_ms(self, earlier: Timestamp) -> i64 {
        self.0 - earlier.0
    }

    /// The UTC wall time of this moment.
    fn utc(self) -> NaiveDateTime {
        chrono::DateTime::from_timestamp_millis(self.0).map(|d| d.naive_utc()).unwrap_or_default()
    }
}

impl rusqlite::ToSql for Timestamp {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        Ok(self.0.into())
    }
}

impl rusqlite::types::FromSql for Timestamp {
    fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        i64::column_result(value).map(Timestamp::from_millis)
    }
}

/// RFC 3339 in UTC with milliseconds: `2026-03-06T16:00:00.000Z`.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.utc().format("%Y-%m-%dT%H:%M:%S%.3fZ"))
    }
}

/// What was given is no date, time or zone of the form asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a {0}")]
pub struct Malformed(&'static str);

/// Reads RFC 3339 with any offset.
impl FromStr for Timestamp {
    type Err = Malformed;
    fn from_str(s: &str) -> Result<Self, Malformed> {
        let read = chrono::DateTime::parse_from_rfc3339(s.trim()).map_err(|_| Malformed("moment"))?;
        let ms = read.timestamp_millis();
        if (FIRST_MS..=LAST_MS).contains(&ms) { Ok(Timestamp(ms)) } else { Err(Malformed("moment")) }
    }
}

/// A day of the (proleptic Gregorian) calendar, written `2026-03-06`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

impl Day {
    /// The day of that year, month (1 to 12) and day of the month; `None` where there is none.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        (1..=9999).contains(&year).then(|| NaiveDate::from_ymd_opt(year, month, day).map(Day)).flatten()
    }

    /// The year, 1 to 9999.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The weekday, 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> u32 {
        self.0.weekday().num_days_from_monday()
    }

    /// The ISO 8601 week: its year and number.
    pub fn iso_week(self) -> (i32, u32) {
        let week = self.0.iso_week();
        (week.year(), week.week())
    }

    /// The day so many days later (earlier when negative), held within the calendar.
    pub fn plus_days(self, days: i64) -> Self {
        TimeDelta::try_days(days).and_then(|d| self.0.checked_add_signed(d)).map_or(self, Day)
    }

    /// Days from `earlier` to this day.
    pub fn days_since(self, earlier: Day) -> i64 {
        (self.0 - earlier.0).num_days()
    }

    /// Days since 1970-01-01: one number per day, for storing and sorting.
    pub fn number(self) -> i64 {
        self.0.num_days_from_ce() as i64 - 719_163
    }

    /// The day of that [`number`](Self::number).
    pub fn from_number(number: i64) -> Option<Self> {
        i32::try_from(number + 719_163).ok().and_then(NaiveDate::from_num_days_from_ce_opt).map(Day)
    }

    /// This day at that time; `None` where a clock does not show it.
    pub fn at(self, hour: u32, minute: u32, second: u32) -> Option<WallTime> {
        self.0.and_hms_opt(hour, minute, second).map(WallTime)
    }

    /// The first moment of the wall clock on this day, 00:00.
    pub fn midnight(self) -> WallTime {
        WallTime(self.0.and_time(chrono::NaiveTime::MIN))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}

impl FromStr for Day {
    type Err = Malformed;
    fn from_str(s: &str) -> Result<Self, Malformed> {
        let read = NaiveDate::parse_from_str(s, "%Y-%m-%d").map_err(|_| Malformed("day"))?;
        Day::new(read.year(), read.month(), read.day()).ok_or(Malformed("day"))
    }
}

/// What a clock on the wall shows, to the second, with the day: `2026-03-06T17:00:00`. It needs a [`Zone`] to be a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WallTime(NaiveDateTime);

impl WallTime {
    /// The day it shows.
    pub fn day(self) -> Day {
        Day(self.0.date())
    }

    /// The hour, 0 to 23.
    pub fn hour(self) -> u32 {
        self.0.hour()
    }

    /// The minute, 0 to 59.
    pub fn minute(self) -> u32 {
        self.0.minute()
    }

    /// The second, 0 to 59.
    pub fn second(self) -> u32 {
        self.0.second()
    }

    /// Seconds since that day's midnight by the wall clock, 0 to 86,399.
    pub fn second_of_day(self) -> u32 {
        self.0.num_seconds_from_midnight()
    }

    /// What the clock would show so many seconds later, were it never put forward or back.
    pub fn plus_seconds(self, seconds: i64) -> Self {
        TimeDelta::try_seconds(seconds).and_then(|d| self.0.checked_add_signed(d)).map_or(self, WallTime)
    }
}

impl fmt::Display for WallTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%dT%H:%M:%S"))
    }
}

impl FromStr for WallTime {
    type Err = Malformed;
    fn from_str(s: &str) -> Result<Self, Malformed> {
        let read = NaiveDateTime::parse_from_str(s, "%Y-%m-%dT%H:%M:%S").map_err(|_| Malformed("wall time"))?;
        if (1..=9999).contains(&read.year()) { Ok(WallTime(read)) } else { Err(Malformed("wall time")) }
    }
}

/// A time zone of the IANA database, such as `Europe/Berlin`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Zone(chrono_tz::Tz);

/// What a wall time means in a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// It is shown once.
    Once(Timestamp),
    /// The clocks skip it; `next` is the first moment after the gap.
    Skipped {
        /// The first moment after the gap.
        next: Timestamp,
    },
    /// The clocks are put back and show it twice.
    Twice {
        /// The earlier of the two moments.
        first: Timestamp,
        /// The later of the two moments.
        second: Timestamp,
    },
}

impl Zone {
    /// Coordinated Universal Time.
    pub const UTC: Zone = Zone(chrono_tz::UTC);

    /// The zone's name in the IANA database.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// Every zone of the database, by name.
    pub fn all() -> impl Iterator<Item = Zone> {
        chrono_tz::TZ_VARIANTS.iter().map(|z| Zone(*z))
    }

    /// What clocks in this zone show at `at`.
    pub fn wall(self, at: Timestamp) -> WallTime {
        WallTime(self.0.from_utc_datetime(&at.utc()).naive_local())
    }

    /// Seconds that clocks in this zone are ahead of UTC at `at`.
    pub fn offset_seconds(self, at: Timestamp) -> i64 {
        use chrono::Offset;
        i64::from(self.0.offset_from_utc_datetime(&at.utc()).fix().local_minus_utc())
    }

    /// The moment or moments when clocks in this zone show `wall`.
    pub fn read(self, wall: WallTime) -> Reading {
        use chrono::offset::LocalResult;
        let millis = |d: chrono::DateTime<chrono_tz::Tz>| Timestamp::from_millis(d.timestamp_millis());
        match self.0.from_local_datetime(&wall.0) {
            LocalResult::Single(at) => Reading::Once(millis(at)),
            LocalResult::Ambiguous(a, b) => Reading::Twice { first: millis(a.min(b)), second: millis(a.max(b)) },
            LocalResult::None => Reading::Skipped { next: self.after_gap(wall) },
        }
    }

    /// The first moment after the gap in which `wall` lies. Found by bisection: the zone's offset changes once in it.
    fn after_gap(self, wall: WallTime) -> Timestamp {
        let as_utc = Timestamp::from_millis(wall.0.and_utc().timestamp_millis());
        let (mut before, mut after) = (as_utc.plus_ms(-2 * DAY_MS), as_utc.plus_ms(2 * DAY_MS));
        while after.since_ms(before) > 1 {
            let middle = before.plus_ms(after.since_ms(before) / 2);
            if self.wall(middle) > wall { after = middle } else { before = middle }
        }
        after
    }

    /// The moment clocks show `wall`: the first of two, or the first after a gap.
    pub fn first(self, wall: WallTime) -> Timestamp {
        match self.read(wall) {
            Reading::Once(at) | Reading::Skipped { next: at } | Reading::Twice { first: at, .. } => at,
        }
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Zone {
    type Err = Malformed;
    fn from_str(s: &str) -> Result<Self, Malformed> {
        s.parse().map(Zone).map_err(|_| Malformed("time zone"))
    }
}

/// Each of these travels as its text.
macro_rules! as_text {
    ($($type:ty),*) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(d)?;
                text.parse().map_err(D::Error::custom)
            }
        }
    )*};
}
as_text!(Timestamp, Day, WallTime, Zone);
