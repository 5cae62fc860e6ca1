//! The library of recurrence. No other module names it.

use super::rule::Rule;
use crate::time::{Day, Timestamp, Zone};
use rrule::RRuleSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The most days of a rule that are looked through: a daily one for longer than anybody lives.
const MOST: usize = 50_000;

/// The days of a rule that counts from `start`, in order, for as long as `take` wants more. Whether it had enough before
/// the days ended.
///
/// The library is asked in UTC, where every day has 24 hours: it is about days, and times are for the zone.
pub(super) fn walk(rule: &Rule, start: Day, mut take: impl FnMut(Day) -> bool) -> bool {
    let begin = format!("DTSTART:{:04}{:02}{:02}T000000Z", start.year(), start.month(), start.day());
    // The text is our own and within bounds; should the library fall over it all the same, the rule has no days.
    let walked = catch_unwind(AssertUnwindSafe(|| {
        let Ok(set) = format!("{begin}\nRRULE:{}", rule.endless()).parse::<RRuleSet>() else { return false };
        let days = set.limit();
        let mut days = days.into_iter().take(MOST);
        days.any(|at| !take(Zone::UTC.wall(Timestamp::from_millis(at.timestamp_millis())).day()))
    }));
    walked.unwrap_or(false)
}
