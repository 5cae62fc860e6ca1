//! What comes again: the words for it, its days and times across changes of the clocks, and the promises of a series.

mod days;
mod promises;
mod words;

use kept_core::{
    error::{Error, Result},
    hours::Hours,
    recurrence::{self, Cycle, Nth, OnClosed, Rule, Said},
    time::{Day, Timestamp, WallTime, Zone},
    when::{Sense, WhenContext},
};
use proptest::prelude::*;

/// An office of Berlin at 09:00 on Tuesday 3 March 2026.
const NOW: &str = "2026-03-03T08:00:00Z";

fn said_at(text: &str, first: Option<WallTime>, on_closed: OnClosed, now: Timestamp, zone: Zone) -> Result<Said> {
    let hours = Hours::parse("mon-fri 08:00-12:00,13:00-18:00; sat 09:00-13:00").unwrap();
    recurrence::read(
        text,
        first,
        on_closed,
        &WhenContext { now, zone, hours: &hours, sense: Sense::Due, languages: Default::default() },
    )
}

fn said(text: &str) -> Said {
    let berlin = "Europe/Berlin".parse().unwrap();
    said_at(text, None, OnClosed::Keep, NOW.parse().unwrap(), berlin).unwrap_or_else(|e| panic!("{text}: {e:?}"))
}

fn refusal(text: &str) -> Error {
    let berlin = "Europe/Berlin".parse().unwrap();
    match said_at(text, None, OnClosed::Keep, NOW.parse().unwrap(), berlin) {
        Ok(said) => panic!("{text:?} was read as {said:?}"),
        Err(error) => error,
    }
}

/// Any rule, without its end.
fn rules() -> impl Strategy<Value = Rule> {
    let nth = prop_oneof![(1_u32..=4).prop_map(Nth::Of), Just(Nth::Last)];
    let weeks = prop::collection::btree_set(0_u32..7, 1..=7).prop_map(|days| Cycle::Weeks(days.into_iter().collect()));
    let dates = (1_u32..=12, 1_u32..=31).prop_filter("a day of some year", |(m, d)| Day::new(2024, *m, *d).is_some());
    let cycle = prop_oneof![
        Just(Cycle::Days),
        weeks,
        (1_u32..=31).prop_map(Cycle::MonthDay),
        (nth.clone(), 0_u32..7).prop_map(|(nth, day)| Cycle::MonthWeekday(nth, day)),
        dates.prop_map(|(month, day)| Cycle::YearDay { month, day }),
        (1_u32..=12, nth, 0_u32..7).prop_map(|(month, nth, weekday)| Cycle::YearWeekday { month, nth, weekday }),
    ];
    (1_u16..=4, cycle).prop_map(|(every, cycle)| Rule { every, cycle, until: None, count: None })
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}
