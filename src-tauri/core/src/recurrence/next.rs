//! The next time of a series.

use super::{library::walk, rule::Rule};
use crate::{
    calendar::Calendar,
    hours::Hours,
    time::{DAY_MS, Day, Timestamp, WallTime, Zone},
};
use serde::{Deserialize, Serialize};

/// What becomes of a day on which the office is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum OnClosed {
    /// It counts all the same.
    #[default]
    Keep,
    /// It is left out.
    Skip,
    /// The next working day takes its place.
    Forward,
    /// The working day before takes its place.
    Back,
}

/// A rule in civil time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// On which days.
    pub rule: Rule,
    /// The day from which it counts, and its time of day.
    pub start: WallTime,
    /// In this zone.
    pub zone: Zone,
    /// What becomes of closed days.
    pub on_closed: OnClosed,
}

/// One time of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    /// The day the rule names.
    pub day: Day,
    /// The moment.
    pub at: Timestamp,
    /// What the clock on the wall shows then: the series' own time, on the rule's day, unless that was closed or the
    /// clocks skip it.
    pub local: WallTime,
}

/// What comes next in a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// This; and how many days of the rule between were passed over, because they went by or the office is closed then.
    At(Occurrence, u32),
    /// Nothing: the rule has ended.
    Ended,
}

/// How many closed days in a row are left out; after them a day counts although it is closed, because a series that is
/// wanted must not fall silent over a calendar.
const MOST_CLOSED: u32 = 800;
/// A day before this is not worth being held against the calendar: rolling goes no further.
const REACH_MS: i64 = 60 * DAY_MS;
/// How far a closed day is rolled, in days.
const FURTHEST_ROLL: i64 = 40;

impl Series {
    /// The first time of the series whose day is after `last` and whose moment is later than `later_than`. Without a
    /// `last`, its first day may be its start.
    ///
    /// A time that the clocks skip is the first moment after them; one that comes twice is the first of the two.
    pub fn next(&self, hours: &Hours, last: Option<Day>, later_than: Timestamp) -> Next {
        let mut passed = 0;
        let mut closed = 0;
        let mut least_bad = None;
        let mut found = None;
        walk(&self.rule, self.start.day(), |day| {
            if last.is_some_and(|last| day <= last) {
                return true;
            }
            if self.rule.until.is_some_and(|until| day > until) {
                return false;
            }
            let itself = self.on(day, day);
            if itself.at.since_ms(later_than) > -REACH_MS {
                match self.placed(day, hours) {
                    Some(placed) if placed.at > later_than => {
                        found = Some((placed, passed));
                        return false;
                    }
                    Some(_) => {}
                    None if itself.at > later_than => {
                        least_bad = least_bad.or(Some((itself, passed)));
                        closed += 1;
                        if closed > MOST_CLOSED {
                            return false;
                        }
                    }
                    None => {}
                }
            }
            passed += 1;
            true
        });
        // Closed for good is no end of the series, but running out of days is.
        let least_bad = least_bad.filter(|_| closed > MOST_CLOSED || hours_never_open(self.zone, hours, later_than));
        found.or(least_bad).map_or(Next::Ended, |(occurrence, passed)| Next::At(occurrence, passed))
    }

    /// Where the day that the rule names comes to lie; `None` when it is left out.
    fn placed(&self, day: Day, hours: &Hours) -> Option<Occurrence> {
        let calendar = Calendar::new(self.zone, hours);
        let works = |day: &Day| calendar.works_on(*day);
        if self.on_closed == OnClosed::Keep || works(&day) {
            return Some(self.on(day, day));
        }
        let step = match self.on_closed {
            OnClosed::Keep | OnClosed::Skip => return None,
            OnClosed::Forward => 1,
            OnClosed::Back => -1,
        };
        let lies = (1..=FURTHEST_ROLL).map(|n| day.plus_days(n * step)).find(works);
        // Where nothing near is open, the day itself is better than none.
        Some(self.on(day, lies.unwrap_or(day)))
    }

    /// The rule's `day` at the series' time, lying on `lies`.
    fn on(&self, day: Day, lies: Day) -> Occurrence {
        let meant = lies.midnight().plus_seconds(i64::from(self.start.second_of_day()));
        let at = self.zone.first(meant);
        Occurrence { day, at, local: self.zone.wall(at) }
    }

    /// Why an occurrence does not lie on the rule's day at the series' time, as a sentence; `None` when it does.
    pub fn why_moved(&self, occurrence: &Occurrence) -> Option<String> {
        let (day, lies) = (occurrence.day, occurrence.local.day());
        let meant = lies.midnight().plus_seconds(i64::from(self.start.second_of_day()));
        if self.zone.first(meant) == occurrence.at && self.zone.wall(occurrence.at) != meant {
            let (meant, shown) = (crate::when::to_the_minute(meant), crate::when::to_the_minute(occurrence.local));
            return Some(format!("The clocks skip {meant} on that day; it is {shown} instead."));
        }
        let said = crate::when::long_day(day, lies);
        (day != lies).then(|| format!("Meant for {said}, when the office is closed."))
    }
}

fn hours_never_open(zone: Zone, hours: &Hours, from: Timestamp) -> bool {
    Calendar::new(zone, hours).next_opening(from).is_none()
}
