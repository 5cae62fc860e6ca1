//! The days of a rule beside a calendar that is read day by day, and their times across changes of the clocks.

use super::{day, rules, said};
use kept_core::{
    calendar::Calendar,
    hours::Hours,
    recurrence::{Cycle, Next, Nth, Occurrence, OnClosed, Rule, Series},
    time::{DAY_MS, Day, Timestamp, Zone},
};
use proptest::prelude::*;

/// The last day of a month.
fn month_end(day: Day) -> u32 {
    (28..=31).rev().find(|d| Day::new(day.year(), day.month(), *d).is_some()).unwrap()
}

/// Whether a rule that counts from `start` names `day`, as one would find out with a finger on the wall calendar.
fn names(rule: &Rule, start: Day, day: Day) -> bool {
    let every = i64::from(rule.every);
    let months = i64::from(day.year() - start.year()) * 12 + i64::from(day.month()) - i64::from(start.month());
    let weeks = (day.plus_days(-i64::from(day.weekday()))).days_since(start.plus_days(-i64::from(start.weekday()))) / 7;
    let is_nth = |nth: Nth, weekday: u32| {
        day.weekday() == weekday
            && match nth {
                Nth::Of(n) => (day.day() - 1) / 7 + 1 == n,
                Nth::Last => day.day() + 7 > month_end(day),
            }
    };
    day >= start
        && match &rule.cycle {
            Cycle::Days => day.days_since(start) % every == 0,
            Cycle::Weeks(days) => weeks % every == 0 && days.contains(&day.weekday()),
            Cycle::MonthDay(of) => months % every == 0 && day.day() == (*of).min(month_end(day)),
            Cycle::MonthWeekday(nth, weekday) => months % every == 0 && is_nth(*nth, *weekday),
            Cycle::YearDay { month, day: of } => {
                i64::from(day.year() - start.year()) % every == 0
                    && day.month() == *month
                    && day.day() == (*of).min(month_end(day))
            }
            Cycle::YearWeekday { month, nth, weekday } => {
                i64::from(day.year() - start.year()) % every == 0 && day.month() == *month && is_nth(*nth, *weekday)
            }
        }
}

/// The days that a calendar read day by day names, the first so many.
fn named(rule: &Rule, start: Day, count: usize) -> Vec<Day> {
    (0..366 * 30).map(|n| start.plus_days(n)).filter(|day| names(rule, start, *day)).take(count).collect()
}

fn series(rule: Rule, start: Day, minute: i64, zone: Zone, on_closed: OnClosed) -> Series {
    Series { rule, start: start.midnight().plus_seconds(minute * 60), zone, on_closed }
}

/// The first times of a series, each made when the one before was answered just after it was due.
fn times(series: &Series, hours: &Hours, count: usize) -> Vec<Occurrence> {
    let mut found: Vec<Occurrence> = Vec::new();
    let mut later_than = series.zone.first(series.start.day().midnight()).plus_ms(-DAY_MS);
    while found.len() < count
        && let Next::At(next, _) = series.next(hours, found.last().map(|last| last.day), later_than)
    {
        later_than = next.at;
        found.push(next);
    }
    found
}

fn changes() -> Vec<(Zone, Timestamp)> {
    let text = crate::support::shared_text("time/dst_transitions_2023_2030.tsv").unwrap();
    let row = |line: &str| {
        let mut columns = line.split('\t');
        Some((columns.next()?.parse().ok()?, columns.next()?.parse().ok()?))
    };
    text.lines().skip(1).filter_map(row).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 700, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_days_are_those_of_the_wall_calendar(rule in rules(), from in 0_i64..3000) {
        let start = day("2024-01-01").plus_days(from);
        let series = series(rule.clone(), start, 600, Zone::UTC, OnClosed::Keep);
        let found: Vec<Day> = times(&series, &Hours::default(), 8).into_iter().map(|next| next.day).collect();
        let wanted = named(&rule, start, 8);
        // Thirty years are looked through here, so that a rare day may be missing there.
        prop_assert_eq!(found.iter().take(wanted.len()).copied().collect::<Vec<_>>(), wanted, "{}", rule);
    }

    #[test]
    fn the_wall_time_holds_across_every_change_of_the_clocks(
        (zone, at) in prop::sample::select(changes()),
        rule in rules(),
        minute in 0_i64..24 * 60,
        back in 0_i64..40,
    ) {
        let start = zone.wall(at).day().plus_days(-back);
        let series = series(rule, start, minute, zone, OnClosed::Keep);
        let mut last = None;
        for next in times(&series, &Hours::default(), 12) {
            let meant = next.day.midnight().plus_seconds(minute * 60);
            prop_assert_eq!(next.at, zone.first(meant), "the first of two, the first after a gap");
            prop_assert_eq!(zone.wall(next.at), next.local);
            prop_assert_eq!(series.why_moved(&next).is_some(), next.local != meant, "a gap is said");
            prop_assert!(last.is_none_or(|last| next.at > last));
            last = Some(next.at);
        }
    }

    #[test]
    fn closed_days_are_left_out_or_rolled_and_nothing_drifts(
        rule in rules(),
        from in 0_i64..3000,
        open in prop::collection::btree_set(0_usize..7, 1..7),
        on_closed in prop::sample::select(vec![OnClosed::Skip, OnClosed::Forward, OnClosed::Back]),
    ) {
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let text: Vec<_> = open.iter().map(|day| format!("{} 09:00-17:00", names[*day])).collect();
        let hours = Hours::parse(&text.join("; ")).unwrap();
        let zone: Zone = "Europe/Berlin".parse().unwrap();
        let calendar = Calendar::new(zone, &hours);
        let start = day("2024-01-01").plus_days(from);
        let series = series(rule.clone(), start, 600, zone, on_closed);
        let (mut last, mut last_day) = (None, None);
        for next in times(&series, &hours, 8) {
            prop_assert!(self::names(&rule, start, next.day), "the day it is counted by is one of the rule's");
            let lies = next.local.day();
            let is_closed = |weekday: &u32| !open.contains(&(*weekday as usize));
            let never = match &rule.cycle {
                Cycle::Weeks(days) => days.iter().all(is_closed),
                Cycle::MonthWeekday(_, weekday) | Cycle::YearWeekday { weekday, .. } => is_closed(weekday),
                Cycle::Days | Cycle::MonthDay(_) | Cycle::YearDay { .. } => false,
            };
            prop_assert!(calendar.works_on(lies) || (on_closed == OnClosed::Skip && never), "{} {}", rule, lies);
            match on_closed {
                OnClosed::Skip | OnClosed::Keep => prop_assert_eq!(lies, next.day),
                OnClosed::Forward => prop_assert!((0..7).contains(&lies.days_since(next.day))),
                OnClosed::Back => prop_assert!((0..7).contains(&next.day.days_since(lies))),
            }
            prop_assert!(last.is_none_or(|last| next.at > last), "strictly later than the last");
            prop_assert!(last_day.is_none_or(|last| next.day > last));
            (last, last_day) = (Some(next.at), Some(next.day));
        }
    }

    #[test]
    fn the_next_is_later_than_the_answer_however_late_that_comes(
        rule in rules(), late in 0_i64..2000, minute in 0_i64..24 * 60,
    ) {
        let start = day("2025-01-01");
        let series = series(rule.clone(), start, minute, Zone::UTC, OnClosed::Keep);
        let answered = Zone::UTC.first(start.midnight()).plus_ms(late * DAY_MS);
        let Next::At(next, passed) = series.next(&Hours::default(), Some(start), answered) else {
            return Err(TestCaseError::fail("the series does not end"));
        };
        prop_assert!(next.at > answered && next.day > start);
        let between = named(&rule, start, 5000).into_iter().filter(|day| *day > start && *day < next.day);
        let at = |day: Day| Zone::UTC.first(day.midnight().plus_seconds(minute * 60));
        let between: Vec<Day> = between.collect();
        prop_assert_eq!(between.len(), passed as usize);
        prop_assert!(between.iter().all(|day| at(*day) <= answered), "none to come is left out");
    }
}

#[test]
fn the_31st_is_the_last_day_of_each_month_and_the_31st_again() {
    let read = said("every 31st starting 31 jan 2027 at 10:00");
    let days: Vec<_> = times(&read.series, &Hours::default(), 6).iter().map(|next| next.local.to_string()).collect();
    assert_eq!(
        days,
        ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31", "2027-06-30"]
            .map(|d| format!("{d}T10:00:00"))
    );
    let read = said("every 29 february 10:00");
    let days: Vec<_> = times(&read.series, &Hours::default(), 3).iter().map(|next| next.day.to_string()).collect();
    assert_eq!(days, ["2027-02-28", "2028-02-29", "2029-02-28"]);
}

#[test]
fn the_library_agrees_with_another_on_rules_that_both_know() {
    for (rule, start, expected) in [
        ("FREQ=DAILY;INTERVAL=1", "2026-01-05", "0105 0106 0107 0108 0109 0110 0111 0112 0113 0114"),
        ("FREQ=MONTHLY;INTERVAL=1;BYDAY=-1MO", "2026-01-01", "0126 0223 0330 0427 0525 0629"),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU,SU", "2026-01-05", "0106 0111 0120 0125 0203 0208 0217 0222"),
    ] {
        let series = series(rule.parse().unwrap(), day(start), 540, Zone::UTC, OnClosed::Keep);
        let wanted: Vec<_> = expected.split(' ').collect();
        let found = times(&series, &Hours::default(), wanted.len());
        let found: Vec<_> = found.iter().map(|next| format!("{:02}{:02}", next.day.month(), next.day.day())).collect();
        assert_eq!(found, wanted, "{rule}");
    }
}

#[test]
fn a_time_that_the_clocks_skip_is_the_first_after_them_and_that_is_said() {
    let read = said("every sunday 2:30am");
    let found = times(&read.series, &Hours::default(), 5);
    let gap = found.iter().find(|next| next.day == day("2026-03-29")).unwrap();
    assert_eq!(
        (gap.local.to_string().as_str(), gap.at.to_string().as_str()),
        ("2026-03-29T03:00:00", "2026-03-29T01:00:00.000Z")
    );
    assert_eq!(read.series.why_moved(gap).as_deref(), Some("The clocks skip 02:30 on that day; it is 03:00 instead."));
    assert_eq!(found[4].local.to_string(), "2026-04-05T02:30:00", "the series keeps its time");
}

#[test]
fn a_series_outlives_an_office_that_closes_for_good() {
    let closed = Hours::parse("mon 09:00-10:00").unwrap();
    let read = said("every wednesday 10:00");
    let series = Series { on_closed: OnClosed::Skip, ..read.series };
    let now = "2026-03-04T10:00:00Z".parse().unwrap();
    let Next::At(next, _) = series.next(&closed, Some(day("2026-03-04")), now) else { panic!("it fell silent") };
    assert_eq!(next.local.to_string(), "2026-03-11T10:00:00", "a day that is closed is better than none");
}
