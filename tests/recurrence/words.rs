//! The words of a rule, and what it is said back as.

use super::{NOW, day, refusal, rules, said, said_at};
use kept_core::{
    error::Code,
    recurrence::{OnClosed, Rule},
    time::Zone,
};
use proptest::prelude::*;

#[test]
fn the_ways_people_say_that_something_comes_again_are_read() {
    for (text, words, first) in [
        ("every monday 10am", "every Monday, 10:00", "2026-03-09T10:00:00"),
        ("every tuesday 10am", "every Tuesday, 10:00", "2026-03-03T10:00:00"),
        ("every tuesday 8:30", "every Tuesday, 08:30", "2026-03-10T08:30:00"),
        ("every mon, wed and fri at 14:00", "every Monday, Wednesday and Friday, 14:00", "2026-03-04T14:00:00"),
        ("every other thu 10:00", "every 2 weeks on Thursday, 10:00", "2026-03-05T10:00:00"),
        ("every 2 weeks on monday 10:00", "every 2 weeks on Monday, 10:00", "2026-03-09T10:00:00"),
        ("every 2 weeks starting fri 6 mar at 10:00", "every 2 weeks on Friday, 10:00", "2026-03-06T10:00:00"),
        ("every day at noon", "every day, 12:00", "2026-03-03T12:00:00"),
        ("daily 8:30", "every day, 08:30", "2026-03-04T08:30:00"),
        ("every 3 days 10:00", "every 3 days, 10:00", "2026-03-03T10:00:00"),
        ("every third day 10:00", "every 3 days, 10:00", "2026-03-03T10:00:00"),
        ("every weekday 9:30", "every weekday, 09:30", "2026-03-03T09:30:00"),
        ("every 31st 10:00", "every month on the 31st, 10:00", "2026-03-31T10:00:00"),
        ("the 31st of every month 10:00", "every month on the 31st, 10:00", "2026-03-31T10:00:00"),
        ("every month on the 2nd at 10:00", "every month on the 2nd, 10:00", "2026-04-02T10:00:00"),
        ("every last day of the month 17:00", "every month on the 31st, 17:00", "2026-03-31T17:00:00"),
        ("last friday of the month 10:00", "every month on the last Friday, 10:00", "2026-03-27T10:00:00"),
        ("every second tuesday of the month 10:00", "every month on the second Tuesday, 10:00", "2026-03-10T10:00:00"),
        (
            "every 2 months on the first monday 10:00",
            "every 2 months on the first Monday, 10:00",
            "2026-04-06T10:00:00",
        ),
        ("quarterly on the 15th 10:00", "every 3 months on the 15th, 10:00", "2026-03-15T10:00:00"),
        ("every 24 nov 9:00", "every year on 24 November, 09:00", "2026-11-24T09:00:00"),
        ("every november 24th 9:00", "every year on 24 November, 09:00", "2026-11-24T09:00:00"),
        ("yearly on 29 february 9:00", "every year on 29 February, 09:00", "2027-02-28T09:00:00"),
        (
            "every last friday of november 9am",
            "every year on the last Friday of November, 09:00",
            "2026-11-27T09:00:00",
        ),
        ("every monday 10:00 until 24 dec 2026", "every Monday, 10:00, until 24 December 2026", "2026-03-09T10:00:00"),
        ("every monday until 24 dec at 10:00", "every Monday, 10:00, until 24 December 2026", "2026-03-09T10:00:00"),
        ("every monday 10:00, 10 times", "every Monday, 10:00, 10 times", "2026-03-09T10:00:00"),
        ("every monday quarter past 4", "every Monday, 16:15", "2026-03-09T16:15:00"),
        ("EVERY Mon ١٠:٠٠", "every Monday, 10:00", "2026-03-09T10:00:00"),
    ] {
        let read = said(text);
        assert_eq!(read.series.rule.words(read.series.start), words, "{text}");
        assert_eq!(read.first.local.to_string(), first, "{text}");
    }
}

#[test]
fn what_could_mean_two_rules_or_none_is_refused() {
    for (text, code) in [
        ("every second monday 10:00", Code::Ambiguous),
        ("every monday every friday 10:00", Code::Ambiguous),
        ("every month on the 3rd on the 5th 10:00", Code::Ambiguous),
        ("every 2 weeks 10:00", Code::NoTime),
        ("every month 10:00", Code::NoTime),
        ("every monday", Code::NoTime),
        ("every fifth friday of the month 10:00", Code::Impossible),
        ("every 31st of february 10:00", Code::Impossible),
        ("every 32nd 10:00", Code::Impossible),
        ("every 0 days 10:00", Code::Impossible),
        ("every 5000 weeks on monday 10:00", Code::Impossible),
        ("every monday 10:00, 0 times", Code::Impossible),
        ("every monday 10:00 until 4 mar", Code::Impossible),
        ("monday 10:00", Code::Invalid),
        ("24 nov 10:00", Code::Invalid),
        ("every now and then 10:00", Code::Invalid),
        ("every", Code::Invalid),
        ("", Code::Invalid),
        ("every monday 10:00 until whenever", Code::Invalid),
        ("every monday 10:00 about the bumper", Code::Invalid),
    ] {
        let error = refusal(text);
        assert_eq!(error.code, code, "{text}: {}", error.message);
        assert!(error.message.ends_with(['.', '?']), "{text}: {}", error.message);
    }
    assert_eq!(
        refusal("every second monday 10:00").suggest,
        ["every other monday", "every second monday of the month"]
    );
}

#[test]
fn a_first_time_says_what_the_words_leave_out_and_must_agree_with_them() {
    let zone = "Europe/Berlin".parse().unwrap();
    let read = |text: &str, first: &str| {
        said_at(text, Some(first.parse().unwrap()), OnClosed::Keep, NOW.parse().unwrap(), zone)
            .map(|said| said.series.rule.words(said.series.start))
    };
    for (text, words) in [
        ("every 2 weeks", "every 2 weeks on Friday, 10:00"),
        ("monthly", "every month on the 6th, 10:00"),
        ("yearly", "every year on 6 March, 10:00"),
        ("every day", "every day, 10:00"),
        ("every friday", "every Friday, 10:00"),
        ("first friday of the month", "every month on the first Friday, 10:00"),
    ] {
        assert_eq!(read(text, "2026-03-06T10:00:00").as_deref(), Ok(words), "{text}");
    }
    for text in ["every monday", "every 31st", "every friday 11:00", "last friday of the month"] {
        assert_eq!(read(text, "2026-03-06T10:00:00").unwrap_err().code, Code::Mismatch, "{text}");
    }
}

#[test]
fn what_short_months_do_is_said() {
    assert_eq!(said("every 31st 10:00").note.as_deref(), Some("In a shorter month it is the last day."));
    assert_eq!(said("every 28th 10:00").note, None);
    assert_eq!(said("every working day 10:00").series.on_closed, OnClosed::Skip);
}

#[test]
fn days_on_which_the_office_is_always_closed_cannot_all_be_left_out() {
    let zone = "Europe/Berlin".parse().unwrap();
    let read = |on_closed| said_at("every sunday 10:00", None, on_closed, NOW.parse().unwrap(), zone);
    assert_eq!(read(OnClosed::Skip).unwrap_err().code, Code::Impossible);
    assert_eq!(read(OnClosed::Forward).unwrap().first.local.to_string(), "2026-03-09T10:00:00");
    let back = read(OnClosed::Back).unwrap();
    assert_eq!(back.first.local.to_string(), "2026-03-07T10:00:00");
    assert_eq!(back.note.as_deref(), Some("Meant for Sunday 8 March, when the office is closed."));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_rule_said_back_is_read_as_the_same(
        mut rule in rules(),
        minute in 0_i64..24 * 60,
        until in prop::option::of(3000_i64..6000),
        count in prop::option::of(1_u32..200),
    ) {
        rule.until = until.map(|days| day("2026-03-03").plus_days(days));
        rule.count = count;
        let time = day("2026-03-03").midnight().plus_seconds(minute * 60);
        let words = rule.words(time);
        let read = said_at(&words, None, OnClosed::Keep, NOW.parse().unwrap(), Zone::UTC);
        let read = read.map(|said| (said.series.rule.clone(), said.series.start.second_of_day()));
        prop_assert_eq!(read, Ok((rule.clone(), time.second_of_day())), "{}", words);
        prop_assert_eq!(rule.to_string().parse::<Rule>(), Ok(rule));
    }

    #[test]
    fn no_text_brings_it_down(text in "\\PC{0,60}", glue in prop::collection::vec(
        prop::sample::select(vec!["every", "2", "31st", "last", "friday", "of", "the", "month", "until", "10:00", "times",
            "monday", ",", "and", "on", "day", "other", "second", "24", "nov", "starting", "weeks", "9", "0", "99999999999"]),
        0..9,
    )) {
        for text in [text, glue.join(" ")] {
            for first in [None, Some("2026-03-06T10:00:00".parse().unwrap())] {
                let read = said_at(&text, first, OnClosed::Back, NOW.parse().unwrap(), Zone::UTC);
                if let Err(error) = read {
                    prop_assert!(!error.message.is_empty());
                }
            }
        }
    }
}

#[test]
fn the_text_of_a_rule_is_read_strictly() {
    for text in [
        "",
        "FREQ=HOURLY;INTERVAL=1",
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=1;COUNT=0",
        "FREQ=DAILY;INTERVAL=1;UNTIL=20260230",
        "FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=",
        "FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=TU,MO",
        "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=32",
        "FREQ=MONTHLY;INTERVAL=1;BYDAY=5FR",
        "FREQ=YEARLY;INTERVAL=1;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=1;BYEASTER=1",
        "FREQ=DAILY;INTERVAL=1\nRRULE:FREQ=DAILY",
        "FREQ=TÄGLICH;INTERVAL=1",
    ] {
        assert!(text.parse::<Rule>().is_err(), "{text}");
    }
}

#[test]
fn words_that_belong_to_no_rule_are_named() {
    for (text, left) in [("every friday for ever", "for ever"), ("every day 10:00 xyzzy", "xyzzy")] {
        let refused = refusal(text);
        assert!(refused.message.contains(left) && refused.message.contains("not understood in a rule"), "{refused}");
    }
}
