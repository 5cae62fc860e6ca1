//! When to try again to reach somebody: at another time of day than those at which they did not answer.

use crate::{
    calendar::Calendar,
    hours::Hours,
    time::{Day, MINUTE_MS, Timestamp, Zone},
};

/// Into so many parts a day's work is cut, each as long as the others: morning, midday, afternoon and the end of the day.
const PARTS: i64 = 4;
/// Tries are planned at quarters of an hour.
const STEP_MS: i64 = 15 * MINUTE_MS;
/// How long somebody is left in peace at least.
const REST_MS: i64 = 15 * MINUTE_MS;
/// How many working days are looked at: a week's hours come round within them.
const WORKING_DAYS: usize = 8;
/// How far they are looked for, in days: over any season.
const LOOK_AHEAD_DAYS: i64 = 400;

/// A moment at which somebody could be tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Chance {
    at: Timestamp,
    part: i64,
}

/// When somebody can be rung: while the office is open, and in the hours that they like, where those are known.
#[derive(Debug, Clone, Copy)]
pub struct Reach<'a> {
    calendar: Calendar<'a>,
    zone: Zone,
    good: Option<&'a Hours>,
    /// Whether an office without hours rings in the good hours outside the usual times of work too.
    at_any_hour: bool,
}

/// When to try again at `now`, within the opening hours and the customer's good hours: at a part of the day that was not
/// tried, and before `due`, where that is still to come. An office without hours rings at the usual times of work; outside
/// them only who never likes calls within. Where every part was tried, one tried least; where there is no time
/// left before `due`, after it. `tried`: when nobody was reached. `None` where the office does not open any more, or never
/// in the good hours.
pub fn next_attempt(reach: Reach<'_>, now: Timestamp, due: Timestamp, tried: &[Timestamp]) -> Option<Timestamp> {
    let within = |reach| attempt_within(reach, now, due, tried);
    within(reach).or_else(|| reach.good.and_then(|_| within(Reach { at_any_hour: true, ..reach })))
}

fn attempt_within(reach: Reach<'_>, now: Timestamp, due: Timestamp, tried: &[Timestamp]) -> Option<Timestamp> {
    let parts: Vec<i64> = tried.iter().filter_map(|at| reach.part_of(*at)).collect();
    let last = parts.last().copied();
    let tries = |part: i64| parts.iter().filter(|tried| **tried == part).count();
    let from = now.plus_ms(REST_MS);
    let best =
        |chances: Vec<Chance>| chances.into_iter().min_by_key(|one| (tries(one.part), Some(one.part) == last, one.at));
    best(reach.chances(from, Some(due))).or_else(|| best(reach.chances(from, None))).map(|one| one.at)
}

impl<'a> Reach<'a> {
    /// While the office is open by `calendar`, in its `zone`, and in the `good` hours, where the customer named some.
    pub fn new(calendar: Calendar<'a>, zone: Zone, good: Option<&'a Hours>) -> Self {
        Reach { calendar, zone, good, at_any_hour: false }
    }

    fn is_possible(self, at: Timestamp) -> bool {
        let is_work = || {
            let day = self.zone.wall(at).day();
            self.calendar.opening(day).is_some_and(|opening| opening <= at)
                && self.calendar.closing(day).is_some_and(|closing| at < closing)
        };
        self.calendar.is_open(at)
            && self.good.is_none_or(|good| good.is_open(self.zone.wall(at)))
            && (self.at_any_hour || is_work())
    }

    /// The part of its day in which a moment lies; what is before the beginning belongs to the first, what is after the end
    /// to the last. `None` on a day without a time.
    fn part_of(self, at: Timestamp) -> Option<i64> {
        let (first, last) = self.span(self.zone.wall(at).day())?;
        let length = last.since_ms(first);
        let into = at.since_ms(first).clamp(0, length - 1);
        Some(into * PARTS / length)
    }

    /// From when and until when somebody can be rung on a day.
    fn span(self, day: Day) -> Option<(Timestamp, Timestamp)> {
        let opening = || Some((self.calendar.opening(day)?, self.calendar.closing(day)?));
        let (first, last) = match self.good {
            None => opening()?,
            Some(good) => {
                let at = |second: u32| self.zone.first(day.midnight().plus_seconds(i64::from(second)));
                let open = self.calendar.open_on(day);
                let meets = good
                    .usual(day)
                    .iter()
                    .flat_map(|(from, to)| open.iter().map(move |(opens, closes)| (*from.max(opens), *to.min(closes))));
                let meets: Vec<(u32, u32)> = meets.filter(|(from, to)| from < to).collect();
                let (first, last) =
                    (at(meets.iter().map(|(from, _)| *from).min()?), at(meets.iter().map(|(_, to)| *to).max()?));
                if self.at_any_hour {
                    (first, last)
                } else {
                    let (opening, closing) = opening()?;
                    (first.max(opening), last.min(closing))
                }
            }
        };
        (first < last).then_some((first, last))
    }

    /// One moment for each part of the next days on which somebody can be rung, from then on and before another: the
    /// possible one nearest its middle.
    fn chances(self, from: Timestamp, before: Option<Timestamp>) -> Vec<Chance> {
        let today = self.zone.wall(from).day();
        let days = (0..LOOK_AHEAD_DAYS).map(|ahead| today.plus_days(ahead));
        let spans = days.filter(|day| self.calendar.works_on(*day)).filter_map(|day| self.span(day));
        let mut found = Vec::new();
        for (opening, closing) in spans.take(WORKING_DAYS) {
            if before.is_some_and(|before| opening >= before) {
                break;
            }
            for part in 0..PARTS {
                let edge = |n: i64| opening.plus_ms(closing.since_ms(opening) * n / PARTS);
                let (first, last) =
                    (edge(part).max(from), before.map_or(edge(part + 1), |end| edge(part + 1).min(end)));
                let middle = edge(part).plus_ms(edge(part + 1).since_ms(edge(part)) / 2);
                let at = quarters(first, last).filter(|at| self.is_possible(*at));
                found.extend(at.min_by_key(|at| at.since_ms(middle).abs()).map(|at| Chance { at, part }));
            }
        }
        found
    }
}

/// The quarters of an hour from `first` on and before `last`.
fn quarters(first: Timestamp, last: Timestamp) -> impl Iterator<Item = Timestamp> {
    let begin = first.plus_ms((-first.millis()).rem_euclid(STEP_MS));
    let count = (last.since_ms(begin) + STEP_MS - 1).div_euclid(STEP_MS).max(0);
    (0..count).map(move |n| begin.plus_ms(n * STEP_MS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        hours::Hours,
        time::{DAY_MS, HOUR_MS},
    };
    use proptest::prelude::*;

    fn plan(hours: &str, now: &str, due: &str, tried: &[&str]) -> String {
        plan_within(hours, "", now, due, tried)
    }

    fn plan_within(hours: &str, good: &str, now: &str, due: &str, tried: &[&str]) -> String {
        let at = |text: &str| format!("{text}:00Z").parse::<Timestamp>().unwrap();
        let hours = Hours::parse(hours).unwrap();
        let tried: Vec<_> = tried.iter().map(|text| at(text)).collect();
        let good = Hours::parse(good).ok().filter(Hours::are_set);
        let reach = Reach::new(Calendar::new(Zone::UTC, &hours), Zone::UTC, good.as_ref());
        let next = next_attempt(reach, at(now), at(due), &tried);
        next.map_or_else(String::new, |at| at.to_string().chars().take(16).collect())
    }

    const WEEK: &str = "mon-fri 08:00-12:00,13:00-18:00";

    #[test]
    fn who_does_not_answer_in_the_morning_is_tried_at_midday_the_same_day() {
        let next = plan(WEEK, "2026-03-02T09:10", "2026-03-03T17:00", &["2026-03-02T09:10"]);
        assert_eq!(next, "2026-03-02T11:45");
    }

    #[test]
    fn three_tries_are_at_three_parts_of_the_day() {
        let tried = ["2026-03-02T09:10", "2026-03-02T11:45"];
        assert_eq!(plan(WEEK, "2026-03-02T11:45", "2026-03-03T17:00", &tried), "2026-03-02T14:15");
    }

    #[test]
    fn at_the_end_of_friday_monday_morning_comes_next() {
        let next = plan(WEEK, "2026-03-06T17:30", "2026-03-10T17:00", &["2026-03-06T17:30"]);
        assert_eq!(next, "2026-03-09T09:15");
    }

    #[test]
    fn what_breaks_within_the_hour_is_tried_once_more_before_it_does() {
        let next = plan(WEEK, "2026-03-02T16:00", "2026-03-02T17:00", &["2026-03-02T16:00"]);
        assert_eq!(next, "2026-03-02T16:45");
    }

    #[test]
    fn what_is_late_is_tried_as_soon_as_another_part_of_the_day_comes() {
        let next = plan(WEEK, "2026-03-02T16:00", "2026-03-02T10:00", &["2026-03-02T16:00"]);
        assert_eq!(next, "2026-03-03T09:15");
    }

    #[test]
    fn where_every_part_was_tried_the_one_tried_least_and_not_last_comes_next() {
        let tried = ["2026-03-02T09:10", "2026-03-02T11:45", "2026-03-02T14:15", "2026-03-02T16:45"];
        assert_eq!(plan(WEEK, "2026-03-02T16:45", "2026-03-09T17:00", &tried), "2026-03-03T09:15");
    }

    #[test]
    fn an_office_without_hours_is_rung_from_nine_to_six() {
        let next = plan("", "2026-03-02T20:00", "2026-03-04T17:00", &["2026-03-02T20:00"]);
        assert_eq!(next, "2026-03-03T10:00");
    }

    #[test]
    fn who_likes_calls_after_five_is_tried_then_each_day_at_another_time() {
        let good = "mon-fri 17:00-24:00";
        let first = plan_within(WEEK, good, "2026-03-02T09:10", "2026-03-06T17:30", &["2026-03-02T09:10"]);
        assert_eq!(first, "2026-03-02T17:15");
        let tried = ["2026-03-02T09:10", "2026-03-02T17:15"];
        let second = plan_within(WEEK, good, "2026-03-02T17:15", "2026-03-06T17:30", &tried);
        assert_eq!(second, "2026-03-02T17:30");
    }

    #[test]
    fn good_hours_that_come_only_after_it_is_due_are_better_than_any_others() {
        let next = plan_within(WEEK, "sat 10:00-12:00; wed 9-10", "2026-03-02T09:10", "2026-03-02T17:00", &[]);
        assert_eq!(next, "2026-03-04T09:00");
    }

    #[test]
    fn good_hours_in_which_the_office_is_closed_are_no_time_at_all() {
        assert_eq!(plan_within(WEEK, "sun 10:00-12:00", "2026-03-02T09:10", "2026-03-02T17:00", &[]), "");
    }

    #[test]
    fn an_office_without_hours_rings_in_the_evening_who_likes_that() {
        let next = plan_within("", "mon-sun 20:00-21:00", "2026-03-02T09:10", "2026-03-04T17:00", &[]);
        assert_eq!(next, "2026-03-02T20:00");
    }

    #[test]
    fn an_office_without_hours_rings_who_likes_mornings_in_the_morning_and_not_at_night() {
        let tried = ["2026-03-02T09:10"];
        let next = plan_within("", "mon-sun 00:00-12:00", "2026-03-02T09:10", "2026-03-04T17:00", &tried);
        assert_eq!(next, "2026-03-02T10:00");
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn a_try_is_open_later_and_at_an_untried_part_while_one_is_left_before_the_due_time(
            hours in prop::sample::select(vec![
                "", WEEK, "mon-fri 09:00-17:30", "mon-sat 07:00-12:00", "tue,thu 10:00-10:30", "mon-sun 22:00-24:00", "sat 10:00-14:00",
            ]),
            zone in prop::sample::select(vec!["UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe"]),
            now in 1_767_225_600_000_i64..1_830_297_600_000,
            due_in in -2 * DAY_MS..9 * DAY_MS,
            tried in prop::collection::vec(0..6 * DAY_MS, 0..5),
            good in prop::sample::select(vec![
                "", "", "mon-fri 09:00-11:00,16:00-24:00", "sun,tue 00:00-10:15", "mon-sun 00:00-12:00", "mon-sun 20:00-21:00",
            ]),
        ) {
            let good = Hours::parse(good).ok().filter(Hours::are_set);
            let (hours, zone) = (Hours::parse(hours).unwrap(), zone.parse::<Zone>().unwrap());
            let calendar = Calendar::new(zone, &hours);
            let now = Timestamp::from_millis(now);
            let due = now.plus_ms(due_in);
            let tried: Vec<_> = tried.into_iter().map(|ago| now.plus_ms(-ago)).collect();
            let mut reach = Reach::new(calendar, zone, good.as_ref());
            let is_good = |at: Timestamp| good.as_ref().is_none_or(|good| good.is_open(zone.wall(at)));
            let is_by_day = |at: Timestamp| (9 * 3600..18 * 3600).contains(&zone.wall(at).second_of_day());
            let Some(next) = next_attempt(reach, now, due, &tried) else {
                // They never meet: looked for by another way.
                let some = quarters(now, now.plus_ms(15 * DAY_MS)).find(|at| calendar.is_open(*at) && is_good(*at));
                prop_assert!(good.is_some() && some.is_none(), "{some:?}");
                return Ok(());
            };
            if !hours.are_set() {
                let some = quarters(now, now.plus_ms(15 * DAY_MS)).find(|at| is_good(*at) && is_by_day(*at));
                prop_assert!(some.is_none() || is_by_day(next), "{} is at night, {:?} is not", next, some);
                reach.at_any_hour = some.is_none();
            }
            prop_assert!(next > now);
            prop_assert!(good.as_ref().is_none_or(|good| good.is_open(zone.wall(next))), "{} is no good hour", next);
            prop_assert!(calendar.is_open(next), "{} is closed", next);
            let parts: Vec<_> = tried.iter().filter_map(|at| reach.part_of(*at)).collect();
            // Looked for by another way: every quarter of an hour until it is due.
            let left = quarters(now.plus_ms(REST_MS), due).filter(|at| reach.is_possible(*at));
            let left: Vec<_> = left.filter_map(|at| inside(reach, at)).collect();
            let part = reach.part_of(next).unwrap();
            if left.iter().any(|part| !parts.contains(part)) {
                prop_assert!(!parts.contains(&part), "{} was tried before", next);
            }
            if !left.is_empty() {
                prop_assert!(next < due, "{} is too late", next);
            }
            prop_assert!(next.since_ms(now) < 400 * DAY_MS + HOUR_MS);
        }
    }

    /// The part of the day of a moment between beginning and end.
    fn inside(reach: Reach<'_>, at: Timestamp) -> Option<i64> {
        let (first, last) = reach.span(reach.zone.wall(at).day())?;
        (first <= at && at < last).then(|| reach.part_of(at)).flatten()
    }
}
