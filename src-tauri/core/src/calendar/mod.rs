//! One calendar for everything: when the office is open, when it opens and closes next, and how much working time lies
//! between two moments.
//!
//! [`Hours`] knows the wall: the week, its holidays and days of its own. A [`Calendar`] holds it in a zone, across changes
//! of the clocks. Without any hours set, the office is always open and working time is real time.

mod library;
mod own;
mod stretch;

pub use library::Holidays;
pub(crate) use library::week;
pub use own::{DayTimes, Days, OwnDay};

use crate::{
    hours::Hours,
    time::{DAY_MS, Day, Timestamp, Zone},
};
use stretch::Stretches;

/// How far an opening or closing is looked for, in days: over any season, and over a year of closed days.
const LOOK_AHEAD_DAYS: i64 = 400;
/// How far working time is added, in days: thirty years. What takes longer is a slip of the hand.
const MOST_DAYS: i64 = 30 * 366;

/// An office's hours in its zone. Small: made anew for each question.
#[derive(Debug, Clone, Copy)]
pub struct Calendar<'a> {
    zone: Zone,
    hours: &'a Hours,
}

/// A moment held against the opening hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rolled {
    /// The moment: as it was given, or the opening after it.
    pub at: Timestamp,
    /// Whether it was moved, because the office is closed at the moment given. Whoever shows it says so.
    pub rolled: bool,
}

impl<'a> Calendar<'a> {
    /// These hours, by the clock of that zone.
    pub fn new(zone: Zone, hours: &'a Hours) -> Self {
        Calendar { zone, hours }
    }

    /// Whether the office is open at that moment; at the moment of closing it is not.
    pub fn is_open(self, at: Timestamp) -> bool {
        self.hours.is_open(self.zone.wall(at))
    }

    /// The first moment from `from` on when the office is open. `None` when it stays closed for more than a year.
    pub fn next_opening(self, from: Timestamp) -> Option<Rolled> {
        if self.hours.is_always_open() || self.is_open(from) {
            return Some(Rolled { at: from, rolled: false });
        }
        let open = self.ahead(from).next()?;
        Some(Rolled { at: open.0, rolled: true })
    }

    /// When the office closes next: at the end of the time in which it is open at `from`, or of the next such time. Times
    /// that touch, as at midnight, are one. `None` when it stays open, or closed, for more than a year.
    pub fn next_closing(self, from: Timestamp) -> Option<Timestamp> {
        if self.hours.is_always_open() {
            return None;
        }
        let mut stretches = self.ahead(from);
        let mut end = stretches.next()?.1;
        for (open, close) in stretches {
            if open > end {
                return Some(end);
            }
            end = close;
        }
        // Nothing opens after it: it is the last closing, unless what was looked at ended there too.
        (end < self.horizon(from)).then_some(end)
    }

    /// Milliseconds of working time from `from` to `to`; negative when `to` is first.
    pub fn working_ms(self, from: Timestamp, to: Timestamp) -> i64 {
        if self.hours.is_always_open() {
            return to.since_ms(from);
        }
        if to < from {
            return -self.working_ms(to, from);
        }
        Stretches::between(self, from, to).map(|(open, close)| close.since_ms(open)).sum()
    }

    /// The first moment by which so many milliseconds of working time have passed since `from`; `from` itself for none.
    /// `None` when it would take longer than thirty years, or the office never opens.
    pub fn after_working_ms(self, from: Timestamp, ms: i64) -> Option<Timestamp> {
        if ms <= 0 {
            return Some(from);
        }
        if self.hours.is_always_open() {
            return (ms <= MOST_DAYS * DAY_MS).then(|| from.plus_ms(ms));
        }
        let mut left = ms;
        let mut last = from;
        for (open, close) in Stretches::between(self, from, from.plus_ms(MOST_DAYS * DAY_MS)) {
            let length = close.since_ms(open);
            if open.since_ms(last) > LOOK_AHEAD_DAYS * DAY_MS {
                return None;
            }
            if length >= left {
                return Some(open.plus_ms(left));
            }
            (left, last) = (left - length, close);
        }
        None
    }

    /// Whether the office is open at some time of that day. Where no hours are set, every day is a working day.
    pub fn works_on(self, day: Day) -> bool {
        !self.hours.intervals(day).is_empty()
    }

    /// The so-manieth working day after `day`, before it when negative; `day` itself for 0. `None` when there are not so
    /// many within thirty years.
    pub fn working_day(self, day: Day, count: i64) -> Option<Day> {
        let step = count.signum();
        let (mut at, mut left, mut closed) = (day, count.abs(), 0);
        for _ in 0..MOST_DAYS {
            if left == 0 {
                return Some(at);
            }
            at = at.plus_days(step);
            let works = self.works_on(at);
            left -= i64::from(works);
            closed = if works { 0 } else { closed + 1 };
            if closed > LOOK_AHEAD_DAYS {
                return None;
            }
        }
        None
    }

    /// The day's open times, in seconds since midnight by the clock on the wall; all of it where no hours are set.
    pub fn open_on(self, day: Day) -> &'a [(u32, u32)] {
        self.hours.intervals(day)
    }

    /// When that day's work begins; where no hours are set, at 09:00. `None` on a closed day.
    pub fn opening(self, day: Day) -> Option<Timestamp> {
        self.hours.opening(day).map(|wall| self.zone.first(wall))
    }

    /// When that day's work ends; where no hours are set, at 18:00. `None` on a closed day.
    pub fn closing(self, day: Day) -> Option<Timestamp> {
        self.hours.closing(day).map(|wall| self.zone.first(wall))
    }

    fn horizon(self, from: Timestamp) -> Timestamp {
        from.plus_ms(LOOK_AHEAD_DAYS * DAY_MS)
    }

    fn ahead(self, from: Timestamp) -> Stretches<'a> {
        Stretches::between(self, from, self.horizon(from))
    }
}
