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
/// The [number](Day::number) of 0001-01-01.
const FIRST_DAY: i64 = FIRST_MS / DAY_MS;
/// The [number](Day::number) of 9999-12-31.
const LAST_DAY: i64 = LAST_MS / DAY_MS;
/// 1970-01-01, counted from 0001-01-01 as day 1.
const EPOCH_DAY: i64 = 719_163;

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
        let number = self.number().saturating_add(days).clamp(FIRST_DAY, LAST_DAY);
        Day::from_number(number).unwrap_or(self)
    }

    /// The day so many months later (earlier when negative); `None` where that month is too short or the year is
    /// beyond the calendar.
    pub fn plus_months(self, months: i64) -> Option<Self> {
        let month = (i64::from(self.year()) * 12 + i64::from(self.month()) - 1).checked_add(months)?;
        let year = i32::try_from(month.div_euclid(12)).ok()?;
        Day::new(year, u32::try_from(month.rem_euclid(12)).ok()? + 1, self.day())
    }

    /// Days from `earlier` to this day.
    pub fn days_since(self, earlier: Day) -> i64 {
        (self.0 - earlier.0).num_days()
    }

    /// Days since 1970-01-01: one number per day, for storing and sorting.
    pub fn number(self) -> i64 {
        i64::from(self.0.num_days_from_ce()) - EPOCH_DAY
    }

    /// The day of that [`number`](Self::number).
    pub fn from_number(number: i64) -> Option<Self> {
        let number = Some(number).filter(|n| (FIRST_DAY..=LAST_DAY).contains(n))?;
        i32::try_from(number + EPOCH_DAY).ok().and_then(NaiveDate::from_num_days_from_ce_opt).map(Day)
    }

    /// The day as the library of opening hours takes it.
    pub(crate) fn calendar(self) -> NaiveDate {
        self.0
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
        let shifted = TimeDelta::try_seconds(seconds).and_then(|d| self.0.checked_add_signed(d));
        shifted
            .map_or_else(
                || if seconds < 0 { WallTime(NaiveDateTime::MIN) } else { WallTime(NaiveDateTime::MAX) },
                WallTime,
            )
            .held()
    }

    /// The same, held within the years 0001 to 9999 and to the second.
    fn held(self) -> Self {
        let second = self.0.with_nanosecond(0).unwrap_or(self.0);
        let edge = |ms: i64| chrono::DateTime::from_timestamp(ms.div_euclid(1000), 0).map(|d| d.naive_utc());
        let second = edge(FIRST_MS).map_or(second, |first| second.max(first));
        WallTime(edge(LAST_MS).map_or(second, |last| second.min(last)))
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
        // A leap second parses, but no clock in an office shows it.
        let is_shown = (1..=9999).contains(&read.year()) && read.nanosecond() == 0;
        if is_shown { Ok(WallTime(read)) } else { Err(Malformed("wall time")) }
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
        WallTime(self.0.from_utc_datetime(&at.utc()).naive_local()).held()
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

#[cfg(test)]
mod tests {
    use super::*;

    fn wall(text: &str) -> WallTime {
        text.parse().unwrap()
    }

    fn moment(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_skipped_hour_names_the_first_moment_after_the_gap() {
        let zone: Zone = "Europe/Berlin".parse().unwrap();
        let next = moment("2026-03-29T01:00:00Z");
        for skipped in ["2026-03-29T02:00:00", "2026-03-29T02:30:00", "2026-03-29T02:59:59"] {
            assert_eq!(zone.read(wall(skipped)), Reading::Skipped { next }, "{skipped}");
        }
        assert_eq!(zone.read(wall("2026-03-29T03:00:00")), Reading::Once(next));
        assert_eq!(zone.wall(next.plus_ms(-1)), wall("2026-03-29T01:59:59"), "a wall time is whole seconds");
    }

    #[test]
    fn an_hour_shown_twice_names_both_moments_in_order() {
        let zone: Zone = "Europe/Berlin".parse().unwrap();
        let twice = Reading::Twice { first: moment("2026-10-25T00:30:00Z"), second: moment("2026-10-25T01:30:00Z") };
        assert_eq!(zone.read(wall("2026-10-25T02:30:00")), twice);
        assert!(matches!(zone.read(wall("2026-10-25T03:00:00")), Reading::Once(_)));
        assert!(matches!(zone.read(wall("2026-10-25T01:59:59")), Reading::Once(_)));
    }

    #[test]
    fn a_whole_skipped_day_is_skipped() {
        let zone: Zone = "Pacific/Apia".parse().unwrap();
        let next = moment("2011-12-30T10:00:00Z");
        assert_eq!(zone.read(wall("2011-12-30T12:00:00")), Reading::Skipped { next });
        assert_eq!(zone.wall(next), wall("2011-12-31T00:00:00"));
    }

    #[test]
    fn every_zone_reads_back_what_it_shows_at_the_ends_of_the_calendar() {
        for zone in Zone::all() {
            for at in [i64::MIN, FIRST_MS, 0, LAST_MS, i64::MAX].map(Timestamp::from_millis) {
                let shown = zone.wall(at);
                assert_eq!(shown.to_string().parse(), Ok(shown), "{zone} {at}");
                let read = zone.first(shown);
                assert!(read.since_ms(at).abs() <= DAY_MS, "{zone} {at} read as {read}");
                zone.offset_seconds(at);
            }
        }
    }

    #[test]
    fn days_and_times_stay_within_four_digit_years() {
        let (first, last) = (Day::new(1, 1, 1).unwrap(), Day::new(9999, 12, 31).unwrap());
        assert_eq!((last.plus_days(1), last.plus_days(i64::MAX)), (last, last));
        assert_eq!((first.plus_days(-1), first.plus_days(i64::MIN)), (first, first));
        assert_eq!((Day::from_number(i64::MAX), Day::from_number(i64::MIN)), (None, None));
        assert_eq!(Day::from_number(last.number()), Some(last));
        assert_eq!(Day::from_number(first.number() - 1), None);
        assert_eq!(Day::from_number(0), Day::new(1970, 1, 1));
        assert_eq!(last.midnight().plus_seconds(i64::MAX), wall("9999-12-31T23:59:59"));
        assert_eq!(last.midnight().plus_seconds(2 * 86_400), wall("9999-12-31T23:59:59"));
        assert_eq!(first.midnight().plus_seconds(i64::MIN), first.midnight());
        assert_eq!(last.plus_months(1), None);
        assert_eq!(last.plus_months(i64::MAX), None);
        assert_eq!(Day::new(2026, 1, 31).unwrap().plus_months(1), None, "there is no 31 February");
        assert_eq!(Day::new(2026, 1, 31).unwrap().plus_months(-2), None, "nor a 31 November");
        assert_eq!(Day::new(2026, 1, 15).unwrap().plus_months(-1), Day::new(2025, 12, 15));
    }

    #[test]
    fn moments_and_wall_times_are_read_strictly() {
        for wrong in ["", "2026-03-06", "2026-02-30T10:00:00Z", "10000-01-01T00:00:00Z", "0000-12-31T23:00:00Z", "now"]
        {
            assert!(wrong.parse::<Timestamp>().is_err(), "{wrong}");
        }
        for wrong in ["", "2026-03-06T24:00:00", "2026-03-06T23:59:60", "2026-03-06 17:00:00", "2026-03-06T17:00:00Z"] {
            assert!(wrong.parse::<WallTime>().is_err(), "{wrong}");
        }
        assert_eq!(moment("2026-03-06T17:00:00+01:00").to_string(), "2026-03-06T16:00:00.000Z");
        assert_eq!(moment("0001-01-01T00:00:00Z").millis(), FIRST_MS);
    }
}
