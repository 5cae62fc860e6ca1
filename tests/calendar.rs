//! One calendar for everything: what it says of any moment agrees with a clock on the wall that is read minute by minute.

mod days;
mod holidays;
mod questions;

use kept_core::{
    calendar::Calendar,
    hours::Hours,
    time::{Day, MINUTE_MS, Timestamp, Zone},
};
use proptest::prelude::*;

/// An office's week as it was made up, beside the program's reading of it.
#[derive(Debug, Clone)]
struct Office {
    zone: Zone,
    /// The open times of each weekday, in minutes.
    week: [Vec<(u32, u32)>; 7],
    hours: Hours,
}

impl Office {
    fn new(zone: Zone, week: [Vec<(u32, u32)>; 7]) -> Office {
        let day = |(name, spans): (&str, &Vec<(u32, u32)>)| {
            let clock = |minute: u32| format!("{:02}:{:02}", minute / 60, minute % 60);
            let spans: Vec<_> = spans.iter().map(|(from, to)| format!("{}-{}", clock(*from), clock(*to))).collect();
            (!spans.is_empty()).then(|| format!("{name} {}", spans.join(",")))
        };
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let text: Vec<_> = names.into_iter().zip(&week).filter_map(day).collect();
        Office { zone, hours: Hours::parse(&text.join("; ")).unwrap(), week }
    }

    fn calendar(&self) -> Calendar<'_> {
        Calendar::new(self.zone, &self.hours)
    }

    /// Whether the clock on the wall shows an open time.
    fn is_open(&self, at: Timestamp) -> bool {
        let wall = self.zone.wall(at);
        let minute = wall.hour() * 60 + wall.minute();
        self.week[wall.day().weekday() as usize].iter().any(|(from, to)| (*from..*to).contains(&minute))
    }

    /// The working minutes between two moments, counted one by one.
    fn counted(&self, from: Timestamp, to: Timestamp) -> i64 {
        let minutes = to.since_ms(from) / MINUTE_MS;
        (0..minutes).filter(|n| self.is_open(from.plus_ms(n * MINUTE_MS))).count().try_into().unwrap()
    }
}

/// When the clocks change, in zones all over the world.
fn changes() -> Vec<(Zone, Timestamp)> {
    let text = crate::support::shared_text("time/dst_transitions_2023_2030.tsv").unwrap();
    let row = |line: &str| {
        let mut columns = line.split('\t');
        Some((columns.next()?.parse().ok()?, columns.next()?.parse().ok()?))
    };
    let changes: Vec<_> = text.lines().skip(1).filter_map(row).collect();
    assert!(changes.len() > 100, "the table of changes is read");
    changes
}

/// Up to three open times of a day.
fn spans() -> impl Strategy<Value = Vec<(u32, u32)>> {
    prop::collection::btree_set(0_u32..=96, 0..=6).prop_map(|quarters| {
        let sorted: Vec<u32> = quarters.into_iter().collect();
        sorted.chunks_exact(2).map(|pair| (pair[0] * 15, pair[1] * 15)).collect()
    })
}

/// An office that is open at some time, with a moment that is mostly near a change of its clocks.
fn offices() -> impl Strategy<Value = (Office, Timestamp)> {
    let near = prop::sample::select(changes()).prop_flat_map(|(zone, at)| {
        (Just(zone), (-3 * 24 * 60_i64..3 * 24 * 60).prop_map(move |minutes| at.plus_ms(minutes * MINUTE_MS)))
    });
    let anywhere = (
        prop::sample::select(Zone::all().collect::<Vec<_>>()),
        (1_600_000_000_i64 / 60..1_900_000_000 / 60).prop_map(|minute| Timestamp::from_millis(minute * MINUTE_MS)),
    );
    let week = [spans(), spans(), spans(), spans(), spans(), spans(), spans()]
        .prop_filter("an office opens at some time", |week| week.iter().any(|day| !day.is_empty()));
    (prop_oneof![3 => near, 1 => anywhere], week).prop_map(|((zone, at), week)| (Office::new(zone, week), at))
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn moment(text: &str) -> Timestamp {
    text.parse().unwrap()
}
