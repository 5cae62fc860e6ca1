//! What must hold wherever the office is, on the days when the clocks change and on all others.

use super::{Office, office};
use crate::support::shared_text;
use kept_core::error::Code;
use kept_core::hours::Hours;
use kept_core::time::{DAY_MS, Reading, Timestamp, WallTime, Zone};
use kept_core::when::{self, Languages, ProblemCode, Sense};
use proptest::prelude::*;

/// One change of the clocks.
pub struct Change {
    pub zone: Zone,
    pub at: Timestamp,
    pub is_gap: bool,
    start: WallTime,
    end: WallTime,
    pub probe: WallTime,
    pub first: Timestamp,
    pub second: Timestamp,
}

pub fn changes() -> Vec<Change> {
    let Some(text) = shared_text("time/dst_transitions_2023_2030.tsv") else { return Vec::new() };
    let read = |line: &str| {
        let [zone, at, _, _, kind, start, end, probe, fold0, fold1] =
            line.split('\t').collect::<Vec<_>>().try_into().expect("10 columns");
        Change {
            zone: zone.parse().unwrap(),
            at: at.parse().unwrap(),
            is_gap: kind == "gap",
            start: start.parse().unwrap(),
            end: end.parse().unwrap(),
            probe: probe.parse().unwrap(),
            first: fold0.parse().unwrap(),
            second: fold1.parse().unwrap(),
        }
    };
    let changes: Vec<Change> = text.lines().skip(1).map(read).collect();
    assert!(changes.len() > 100, "only {} changes of the clocks", changes.len());
    changes
}

fn office_in(zone: Zone, now: Timestamp) -> Office {
    Office { now, zone, hours: Hours::default(), languages: Languages::default() }
}

/// A wall time as it is typed.
fn typed(wall: WallTime) -> String {
    wall.to_string().replace('T', " ")
}

#[test]
fn a_zone_reads_every_wall_time_around_a_change_of_the_clocks() {
    for change in changes() {
        let Change { zone, at, .. } = change;
        let expected = if change.is_gap {
            Reading::Skipped { next: at }
        } else {
            Reading::Twice { first: change.first, second: change.second }
        };
        assert_eq!(zone.read(change.probe), expected, "{zone} {}", change.probe);
        assert!(matches!(zone.read(change.start.plus_seconds(-1)), Reading::Once(_)), "{zone} before {}", change.start);
        assert!(matches!(zone.read(change.end), Reading::Once(_)), "{zone} from {}", change.end);
        assert!(!matches!(zone.read(change.start), Reading::Once(_)), "{zone} {}", change.start);
        assert!(!matches!(zone.read(change.end.plus_seconds(-1)), Reading::Once(_)), "{zone} until {}", change.end);
        for minutes in -180..=180 {
            let moment = at.plus_ms(minutes * 60_000);
            let shown = zone.wall(moment);
            let is_read = match zone.read(shown) {
                Reading::Once(read) => read == moment,
                Reading::Twice { first, second } => first == moment || second == moment,
                Reading::Skipped { .. } => false,
            };
            assert!(is_read, "{zone} shows {shown} at {moment}");
        }
    }
}

#[test]
fn the_meant_wall_time_holds_on_the_days_around_a_change_of_the_clocks() {
    for change in changes() {
        let zone = change.zone;
        let office = office_in(zone, change.at.plus_ms(-10 * DAY_MS));
        for days in -3..=3 {
            let day = change.start.day().plus_days(days);
            let read = office.read(&format!("{day} 10:00"), Sense::Due).unwrap();
            assert_eq!(zone.wall(read.at), day.at(10, 0, 0).unwrap(), "{zone} {day}");
        }
        let days = change.start.day().days_since(zone.wall(office.now).day()) + 1;
        let read = office.read(&format!("in {days} days at 10:00"), Sense::Due).unwrap();
        assert_eq!(zone.wall(read.at), change.start.day().plus_days(1).at(10, 0, 0).unwrap(), "{zone} in {days} days");
    }
}

#[test]
fn a_skipped_hour_is_refused_and_a_repeated_one_is_the_first_and_the_second_is_one_key_away() {
    for change in changes() {
        let office = office_in(change.zone, change.at.plus_ms(-10 * DAY_MS));
        let text = typed(change.probe);
        if change.is_gap {
            assert_eq!(office.refusal(&text, Sense::Due).code, Code::Impossible, "{} {text}", change.zone);
        } else {
            let read = office.read(&text, Sense::Due).unwrap();
            assert_eq!((read.at, read.local), (change.first, change.probe), "{} {text}", change.zone);
            let [twice] = &read.problems[..] else { panic!("{} {text}: {:?}", change.zone, read.problems) };
            assert!(twice.code == ProblemCode::Twice && twice.message.contains("comes twice"), "{twice:?}");
            let [second] = &twice.suggest[..] else { panic!("{} {text}: {twice:?}", change.zone) };
            let read = office.read(second, Sense::Due).unwrap();
            assert_eq!((read.at, read.local), (change.second, change.probe), "{} {second}", change.zone);
            assert_eq!(read.problems, [], "{} {second}", change.zone);
        }
    }
}

#[test]
fn minutes_from_now_are_real_minutes_over_a_change_of_the_clocks() {
    for change in changes() {
        let office = office_in(change.zone, change.at.plus_ms(-60_000));
        let read = office.read("in 2 min", Sense::Due).unwrap();
        assert_eq!(
            (read.at, read.local),
            (change.at.plus_ms(60_000), change.zone.wall(change.at.plus_ms(60_000))),
            "{}",
            change.zone
        );
    }
}

#[test]
fn a_day_whose_midnight_is_skipped_begins_after_the_gap() {
    let mut skipped = 0;
    for change in changes().into_iter().filter(|c| c.is_gap && c.start == c.start.day().midnight()) {
        let office = office_in(change.zone, change.at.plus_ms(-10 * DAY_MS));
        let read = office.read(&change.start.day().to_string(), Sense::Range).unwrap();
        assert_eq!((read.at, read.local), (change.at, change.end), "{}", change.zone);
        skipped += 1;
    }
    assert!(skipped > 0, "no zone of the table skips a midnight");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_said_back_is_read_as_the_same_moment(
        now in 1_600_000_000_i64..1_900_000_000,
        minutes in -800_000_i64..800_000,
        zone in prop::sample::select(Zone::all().collect::<Vec<_>>()),
    ) {
        let now = Timestamp::from_millis(now / 60 * 60_000);
        let at = now.plus_ms(minutes * 60_000);
        let office = office_in(zone, now);
        let local = zone.wall(at);
        let said = when::echo(at, local, zone, now, zone);
        let (moment, _) = said.rsplit_once(", ").unwrap();
        let is_second = matches!(zone.read(local), Reading::Twice { second, .. } if second == at);
        prop_assert_eq!(moment.ends_with("(the second time)"), is_second, "{}", said);
        if !is_second {
            let sense = if at >= now { Sense::Due } else { Sense::Past };
            let read = office.read(moment, sense);
            prop_assert_eq!(read.map(|w| w.at), Ok(at), "{} in {}", said, zone);
        }
    }
}

#[test]
fn an_instant_is_read_to_the_millisecond_and_in_any_offset() {
    let read = office().read(" 2026-03-06T10:00:00.250-05:00 ", Sense::Due).unwrap();
    assert_eq!(read.at.to_string(), "2026-03-06T15:00:00.250Z");
    assert_eq!(read.local.to_string(), "2026-03-06T16:00:00");
}
