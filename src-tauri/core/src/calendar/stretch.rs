//! The stretches of real time in which an office is open: where wall times and moments meet.
//!
//! The office is open at a moment when the clock on its wall then shows an open time. So an hour that the clocks skip is
//! none, and one that comes twice counts twice.

use super::Calendar;
use crate::time::{DAY_MS, Day, Timestamp};

/// Walks forward in time through the open stretches, cut to what lies between two moments. They are in order and do not
/// overlap; two that touch are not joined.
pub(super) struct Stretches<'a> {
    calendar: Calendar<'a>,
    at: i64,
    end: i64,
    /// Those of the piece that was last looked at, the next one last.
    found: Vec<(i64, i64)>,
}

impl<'a> Stretches<'a> {
    pub(super) fn between(calendar: Calendar<'a>, from: Timestamp, to: Timestamp) -> Self {
        Stretches { calendar, at: from.millis(), end: to.millis(), found: Vec::new() }
    }

    /// Looks at the next piece of time: to the end of a day in UTC at most, in which the clocks change once at most.
    fn look_further(&mut self) {
        let (from, day_end) = (self.at, (self.at.div_euclid(DAY_MS) + 1) * DAY_MS);
        let to = day_end.min(self.end);
        let change = self.change(from, to);
        self.found.clear();
        self.look(from, change.unwrap_or(to));
        if let Some(change) = change {
            self.look(change, to);
        }
        self.found.reverse();
        self.at = to;
    }

    fn offset(&self, at: i64) -> i64 {
        self.calendar.zone.offset_seconds(Timestamp::from_millis(at)) * 1000
    }

    /// When the clocks change between two moments, if they do.
    fn change(&self, from: i64, to: i64) -> Option<i64> {
        let before = self.offset(from);
        if before == self.offset(to - 1) {
            return None;
        }
        let (mut low, mut high) = (from, to - 1);
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if self.offset(middle) == before { low = middle } else { high = middle }
        }
        Some(high)
    }

    /// Adds the open stretches between two moments between which the clocks do not change.
    fn look(&mut self, from: i64, to: i64) {
        let offset = self.offset(from);
        let (first, last) = (from + offset, to + offset);
        for number in first.div_euclid(DAY_MS)..=(last - 1).div_euclid(DAY_MS) {
            let Some(day) = Day::from_number(number) else { continue };
            for (open, close) in self.calendar.hours.intervals(day) {
                let of = |second: u32| number * DAY_MS + i64::from(second) * 1000;
                let (open, close) = (of(*open).max(first), of(*close).min(last));
                if open < close {
                    self.found.push((open - offset, close - offset));
                }
            }
        }
    }
}

impl Iterator for Stretches<'_> {
    type Item = (Timestamp, Timestamp);

    fn next(&mut self) -> Option<Self::Item> {
        while self.found.is_empty() && self.at < self.end {
            self.look_further();
        }
        self.found.pop().map(|(from, to)| (Timestamp::from_millis(from), Timestamp::from_millis(to)))
    }
}
