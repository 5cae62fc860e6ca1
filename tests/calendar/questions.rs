//! Open? When next? How long? For any hours, in any zone, around every change of the clocks.

use super::{Office, day, moment, offices};
use kept_core::{
    calendar::{Calendar, DayTimes, Days, OwnDay},
    hours::Hours,
    time::{DAY_MS, HOUR_MS, MINUTE_MS, Timestamp, Zone},
};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn working_time_is_what_a_clock_read_every_minute_counts((office, from) in offices(), minutes in 0_i64..4 * 24 * 60) {
        let to = from.plus_ms(minutes * MINUTE_MS);
        let calendar = office.calendar();
        prop_assert_eq!(calendar.working_ms(from, to), office.counted(from, to) * MINUTE_MS);
        prop_assert_eq!(calendar.working_ms(to, from), -calendar.working_ms(from, to));
        prop_assert_eq!(calendar.is_open(from), office.is_open(from));
    }

    #[test]
    fn working_time_is_additive_and_never_runs_backwards(
        (office, from) in offices(),
        first in 0_i64..20 * DAY_MS,
        second in -20 * DAY_MS..20 * DAY_MS,
    ) {
        let calendar = office.calendar();
        let (middle, end) = (from.plus_ms(first), from.plus_ms(second));
        let whole = calendar.working_ms(from, end);
        prop_assert_eq!(calendar.working_ms(from, middle) + calendar.working_ms(middle, end), whole);
        prop_assert!((0..=first).contains(&calendar.working_ms(from, middle)));
    }

    #[test]
    fn working_time_that_was_added_measures_the_same_and_no_earlier_moment_has_it(
        (office, from) in offices(),
        ms in 1_i64..60 * HOUR_MS,
        more in 1_i64..10 * HOUR_MS,
    ) {
        let calendar = office.calendar();
        let reached = calendar.after_working_ms(from, ms).unwrap();
        prop_assert_eq!(calendar.working_ms(from, reached), ms);
        prop_assert_eq!(calendar.working_ms(from, reached.plus_ms(-1)), ms - 1);
        prop_assert!(calendar.after_working_ms(from, ms + more).unwrap() > reached);
        prop_assert_eq!(calendar.after_working_ms(reached, more), calendar.after_working_ms(from, ms + more));
    }

    #[test]
    fn the_next_opening_is_open_and_every_minute_before_it_is_not((office, from) in offices()) {
        let opening = office.calendar().next_opening(from).unwrap();
        prop_assert!(office.is_open(opening.at));
        prop_assert_eq!(opening.rolled, opening.at != from);
        prop_assert_eq!(office.counted(from, opening.at), 0);
        prop_assert!(!opening.rolled || !office.is_open(opening.at.plus_ms(-1)));
    }

    #[test]
    fn the_next_closing_ends_an_open_time_whole((office, from) in offices()) {
        let calendar = office.calendar();
        let opening = calendar.next_opening(from).unwrap().at;
        match calendar.next_closing(from) {
            Some(closing) => {
                prop_assert!(!office.is_open(closing) && office.is_open(closing.plus_ms(-1)));
                prop_assert_eq!(office.counted(opening, closing) * MINUTE_MS, closing.since_ms(opening));
            }
            None => prop_assert!(office.week.iter().all(|day| day.as_slice() == [(0, 24 * 60)]), "it never closes"),
        }
    }

    #[test]
    fn working_days_forth_and_back_meet((office, at) in offices(), count in 1_i64..30) {
        let calendar = office.calendar();
        let today = office.zone.wall(at).day();
        let there = calendar.working_day(today, count).unwrap();
        prop_assert!(calendar.works_on(there));
        let between = (1..there.days_since(today)).filter(|n| calendar.works_on(today.plus_days(*n))).count();
        prop_assert_eq!(between, usize::try_from(count).unwrap() - 1);
        if calendar.works_on(today) {
            prop_assert_eq!(calendar.working_day(there, -count), Some(today));
        }
    }
}

fn berlin() -> Zone {
    "Europe/Berlin".parse().unwrap()
}

#[test]
fn a_lunch_break_and_a_night_are_no_working_time() {
    let hours = Hours::parse("mon-fri 08:00-12:00,13:00-18:00; sat 09:00-13:00").unwrap();
    let calendar = Calendar::new(berlin(), &hours);
    // Friday 6 March 2026, 11:00 in Berlin.
    let from = moment("2026-03-06T10:00:00Z");
    for (minutes, reached) in [
        (30, "2026-03-06T10:30:00Z"),
        (60, "2026-03-06T11:00:00Z"),
        (61, "2026-03-06T12:01:00Z"),
        (6 * 60, "2026-03-06T17:00:00Z"),
        (7 * 60, "2026-03-07T09:00:00Z"),
        (11 * 60, "2026-03-09T08:00:00Z"),
    ] {
        let at = calendar.after_working_ms(from, minutes * MINUTE_MS);
        assert_eq!(at, Some(moment(reached)), "{minutes} minutes");
    }
    assert_eq!(calendar.after_working_ms(from, 0), Some(from));
    assert_eq!(calendar.opening(day("2026-03-07")), Some(moment("2026-03-07T08:00:00Z")));
    assert_eq!((calendar.opening(day("2026-03-08")), calendar.closing(day("2026-03-08"))), (None, None));
    assert_eq!(calendar.working_day(day("2026-03-06"), 2), Some(day("2026-03-09")));
}

#[test]
fn an_hour_that_the_clocks_skip_is_none_and_one_that_comes_twice_is_two() {
    let hours = Hours::parse("sun 00:00-06:00").unwrap();
    let calendar = Calendar::new(berlin(), &hours);
    for (sunday, worked) in [("2026-03-22", 6), ("2026-03-29", 5), ("2026-10-25", 7)] {
        let (from, to) = (day(sunday).midnight(), day(sunday).plus_days(1).midnight());
        let (from, to) = (berlin().first(from), berlin().first(to));
        assert_eq!(calendar.working_ms(from, to), worked * HOUR_MS, "{sunday}");
    }
    let half = Hours::parse("sun 02:30-04:00").unwrap();
    let calendar = Calendar::new(berlin(), &half);
    let opening = calendar.next_opening(moment("2026-03-28T12:00:00Z")).unwrap();
    assert_eq!(opening.at, moment("2026-03-29T01:00:00Z"), "02:30 is skipped: it opens with the first minute after");
    assert!(opening.rolled);
}

#[test]
fn hours_past_midnight_are_one_stretch() {
    let hours = Hours::parse("fri 18:00-24:00; sat 00:00-02:00").unwrap();
    let calendar = Calendar::new(berlin(), &hours);
    let friday_evening = moment("2026-03-06T20:00:00Z");
    assert_eq!(calendar.next_closing(friday_evening), Some(moment("2026-03-07T01:00:00Z")));
    assert_eq!(calendar.after_working_ms(friday_evening, 4 * HOUR_MS), Some(moment("2026-03-07T00:00:00Z")));
    assert_eq!(calendar.closing(day("2026-03-06")), Some(moment("2026-03-06T23:00:00Z")));
}

#[test]
fn an_office_without_hours_is_always_open_and_working_time_is_real_time() {
    let unset = Hours::default();
    let around_the_clock = Hours::parse("mon-sun 00:00-24:00").unwrap();
    let at = moment("2026-03-29T00:30:00Z");
    for hours in [&unset, &around_the_clock] {
        let calendar = Calendar::new(berlin(), hours);
        assert!(calendar.is_open(at) && calendar.is_open(moment("2026-03-28T23:00:00Z")));
        assert_eq!(calendar.next_opening(at).map(|opening| (opening.at, opening.rolled)), Some((at, false)));
        assert_eq!(calendar.next_closing(at), None);
        assert_eq!(calendar.working_ms(at, at.plus_ms(50 * HOUR_MS)), 50 * HOUR_MS);
        assert_eq!(calendar.after_working_ms(at, 50 * HOUR_MS), Some(at.plus_ms(50 * HOUR_MS)));
        assert_eq!(calendar.working_day(day("2026-03-06"), 1), Some(day("2026-03-07")));
    }
}

#[test]
fn an_office_that_never_opens_is_answered_at_once() {
    let mut days = Days::default();
    for n in 0..800 {
        let closed = OwnDay { times: DayTimes::Closed, name: String::new() };
        days.set(day("2026-01-01").plus_days(n), false, Some(closed));
    }
    let hours = Hours::parse("mon-fri 09:00-17:00").unwrap().with_days(days);
    let calendar = Calendar::new(berlin(), &hours);
    let at = moment("2026-03-02T09:00:00Z");
    assert!(!calendar.is_open(at));
    assert_eq!((calendar.next_opening(at), calendar.next_closing(at)), (None, None));
    assert_eq!(calendar.after_working_ms(at, MINUTE_MS), None);
    assert_eq!(calendar.working_day(day("2026-03-02"), 1), None);
    assert_eq!(calendar.working_ms(at, at.plus_ms(300 * DAY_MS)), 0);
}

#[test]
fn the_ends_of_the_calendar_are_no_trouble() {
    let office = Office::new(berlin(), std::array::from_fn(|_| vec![(9 * 60, 17 * 60)]));
    let calendar = office.calendar();
    for at in [i64::MIN, 0, i64::MAX].map(Timestamp::from_millis) {
        calendar.next_opening(at);
        calendar.next_closing(at);
        calendar.after_working_ms(at, i64::MAX);
        calendar.working_ms(at, at.plus_ms(DAY_MS));
        calendar.working_day(berlin().wall(at).day(), 400);
    }
}
