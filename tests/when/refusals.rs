//! What is refused, with which code, and what is suggested instead.

use super::{Office, office};
use crate::support::shared_text;
use kept_core::error::Code;
use kept_core::when::Sense;
use proptest::prelude::*;

#[test]
fn what_could_mean_two_things_is_ambiguous() {
    let office = office();
    for (text, suggest) in [
        ("thu 14", &["thu 5 mar 14:00", "sat 14 mar"][..]),
        ("thu 4", &["thu 5 mar 04:00", "thu 5 mar 16:00", "wed 4 mar"]),
        ("next thu 14", &["thu 12 mar 14:00", "sat 14 mar"]),
        ("14", &["tue 3 mar 14:00", "sat 14 mar"]),
        ("at 7", &["tue 3 mar 07:00", "tue 3 mar 19:00"]),
        ("12", &["tue 3 mar 00:00", "tue 3 mar 12:00"]),
        ("sun 8th at 10", &["sun 8 mar 10:00", "sun 8 mar 22:00"]),
        ("24 nov 14", &["tue 24 nov 14:00"]),
        ("3/12 14:00", &["3 december", "12 march"]),
        ("12.03 14:00", &["12 march"]),
        ("12.3 14:00", &["12 march", "3 december"]),
        ("fri midnight", &["fri 6 mar 00:00", "sat 7 mar 00:00"]),
    ] {
        let error = office.refusal(text, Sense::Due);
        assert_eq!(
            (error.code, &error.suggest[..]),
            (Code::Ambiguous, &suggest.iter().map(|s| s.to_string()).collect::<Vec<_>>()[..]),
            "{text}: {error}"
        );
    }
    for text in ["9am 10am", "fri mon 10:00", "next week 10:00", "the 3rd the 4th 10:00", "friday half past"] {
        assert_eq!(office.refusal(text, Sense::Due).code, Code::Ambiguous, "{text}");
    }
    let always_open = office.open("");
    assert_eq!(always_open.refusal("at 4", Sense::Due).code, Code::Ambiguous, "both lie within the hours");
}

#[test]
fn every_suggestion_can_be_typed() {
    let office = office();
    for text in [
        "thu 14",
        "thu 4",
        "14",
        "at 7",
        "3/12 14:00",
        "12.03 14:00",
        "fri midnight",
        "fri 7 march 14:00",
        "31 feb 9:00",
        "fri",
        "sun opening",
        "29 mar 02:30",
        "next week",
    ] {
        let error = office.refusal(text, Sense::Due);
        assert!(!error.suggest.is_empty(), "{text}: {error}");
        for suggestion in error.suggest {
            office.read(&suggestion, Sense::Range).unwrap_or_else(|e| panic!("{text}: {suggestion}: {e}"));
        }
    }
}

#[test]
fn a_weekday_that_disagrees_with_its_date_is_a_mismatch_and_nothing_is_moved() {
    let office = office();
    let error = office.refusal("fri 14th 10:00", Sense::Due);
    assert_eq!(error.code, Code::Mismatch);
    assert_eq!(error.message, "The day and date disagree: Saturday 14 March, or Friday 6 March?");
    assert_eq!(error.suggest, ["sat 14 mar 10:00", "fri 6 mar 10:00"]);
    for text in [
        "friday 12 march 14:00",
        "mon 2026-03-10 9:00",
        "tomorrow friday 9:00",
        "tomorrow 2026-03-05 9:00",
        "next monday 16 march 9:00",
        "monday 2 march 10:00",
        "the 5th 6 march 9:00",
    ] {
        assert_eq!(office.refusal(text, Sense::Due).code, Code::Mismatch, "{text}");
    }
}

#[test]
fn a_day_or_hour_that_does_not_exist_is_impossible() {
    let office = office();
    for text in [
        "31 feb 9:00",
        "31 april 10:00",
        "feb 30 10:00",
        "2026-02-29 10:00",
        "29 feb 10:00",
        "2026-13-01 10:00",
        "32 march 10:00",
        "the 32nd 10:00",
        "25:00",
        "24:00",
        "10:60",
        "0am",
        "15am",
        "29 march 02:30",
        "2026-03-29 02:00",
        "at 45",
        "tomorrow 45",
        "sun opening",
        "in 5000 years 10:00",
        "in 999999999 min",
        "in 4294967295 hours",
        "0026-03-10 10:00",
        "31.2. 10:00",
    ] {
        assert_eq!(office.refusal(text, Sense::Due).code, Code::Impossible, "{text}");
    }
    let skipped = office.refusal("29 march 02:30", Sense::Due);
    assert_eq!(skipped.message, "The clocks skip Sunday 29 March, 02:30; they go on at 03:00.");
    assert_eq!(skipped.suggest, ["sun 29 mar 03:00"]);
    assert_eq!(Office::at("2026-01-31T10:00:00Z").refusal("in a month 10:00", Sense::Due).code, Code::Impossible);
    assert_eq!(
        Office::at("2027-06-01T10:00:00Z").due("29 feb 10:00"),
        "2028-02-29T10:00:00",
        "the next February has it"
    );
}

#[test]
fn a_day_alone_has_no_time() {
    let office = office();
    for text in
        ["tmr", "friday", "2026-03-10", "the 14th", "24 nov", "in a week", "next monday", "yesterday", "3 days ago"]
    {
        assert_eq!(office.refusal(text, Sense::Due).code, Code::NoTime, "{text}");
    }
    assert_eq!(office.refusal("yesterday", Sense::Past).code, Code::NoTime);
    let error = office.refusal("fri", Sense::Due);
    assert_eq!(error.message, "At what time on Friday 6 March?");
    assert_eq!(error.suggest, ["fri 6 mar 08:00", "fri 6 mar end of day"]);
    assert_eq!(office.refusal("today", Sense::Due).suggest, ["tue 3 mar end of day"], "opening has passed");
    assert_eq!(office.refusal("today", Sense::Past).suggest, ["tue 3 mar 08:00"], "closing is still to come");
}

#[test]
fn what_happened_is_not_still_to_come() {
    let office = office();
    for text in
        ["tomorrow 10:00", "16:00", "in 20 min", "next monday 9:00", "2026-03-10 10:00", "2026-03-03T08:00:00.001Z"]
    {
        assert_eq!(office.refusal(text, Sense::Past).code, Code::Invalid, "{text}");
    }
}

#[test]
fn every_word_must_be_accounted_for() {
    let office = office();
    for text in [
        "",
        " ",
        ",",
        ".",
        "tomorrow-ish 10:00",
        "call tomorrow 10:00",
        "10:00 please",
        "fri 10:00 CET",
        "9-10am",
        "tmr 10:00-11:00",
        "monday or tuesday 10:00",
        "half 4",
        "in",
        "in a",
        "at",
        "the",
        "next",
        "last 10:00",
        "20 min",
        "ago",
        "in 20",
        "march 10:00",
        "dec 9am",
        "9am dec",
        "2021",
        "31,500",
        "1700",
        "10:0",
        "10:000",
        "1:2:3",
        "12.03.26 14:00",
        "10:00 o'clock",
        "in 20 min tomorrow",
        "now 10:00",
        "-5",
        "+5",
        "5%",
        "²",
        "① am",
        "am",
        "quarter",
        "at at 5 at",
        "2026-03-10T",
        "2026-03-10T08:30Z+1",
        "2026-03",
        "2026-03-10-11 10:00",
    ] {
        assert_eq!(office.refusal(text, Sense::Due).code, Code::Invalid, "{text:?}");
    }
    assert_eq!(office.refusal(&"tomorrow ".repeat(10_000), Sense::Due).code, Code::Invalid);
    assert_eq!(office.refusal(&"9".repeat(200), Sense::Due).code, Code::Invalid);
}

#[test]
fn a_refusal_never_repeats_the_words_typed() {
    let error = office().refusal("Muster Meier fri 15:00", Sense::Due);
    assert!(
        !error.to_string().to_lowercase().contains("meier") && error.suggest.iter().all(|s| !s.contains("meier")),
        "{error}"
    );
}

#[test]
fn hostile_strings_are_refused_or_read_and_nothing_worse() {
    let Some(text) = shared_text("hostile/blns.json") else { return };
    let strings: Vec<String> = serde_json::from_str(&text).unwrap();
    assert!(strings.len() > 500);
    for text in strings {
        for sense in [Sense::Due, Sense::Past, Sense::Range] {
            let _ = office().read(&text, sense);
            let _ = office().read(&format!("tomorrow {text}"), sense);
        }
    }
}

/// Pieces that the grammar knows, so that random texts get far into it.
fn pieces() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "in",
        "a",
        "an",
        "half",
        "quarter",
        "past",
        "to",
        "at",
        "the",
        "of",
        "next",
        "last",
        "week",
        "min",
        "hours",
        "ago",
        "from now",
        "fri",
        "monday",
        "feb",
        "march",
        "tmr",
        "yesterday",
        "noon",
        "midnight",
        "closing",
        "am",
        "p",
        "th",
        "o'clock",
        "and",
        "t",
        "now",
        ":",
        ".",
        "-",
        "/",
        ",",
        "0",
        "4",
        "14",
        "29",
        "31",
        "45",
        "2026",
        "4294967295",
        "99999999999",
        "١٤",
        " ",
        " ",
    ]);
    let piece = prop_oneof![8 => known.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec((piece, prop::sample::select(vec!["", " "])), 0..12)
        .prop_map(|parts| parts.into_iter().map(|(piece, blank)| piece + blank).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_brings_it_down(text in prop_oneof![pieces(), any::<String>()], ms in any::<i64>(), sense in prop::sample::select(vec![Sense::Due, Sense::Past, Sense::Range])) {
        let office = Office { now: kept_core::time::Timestamp::from_millis(ms), ..office() };
        for office in [office, super::office()] {
            if let Ok(read) = office.read(&text, sense) {
                prop_assert!(sense != Sense::Past || read.at <= office.now, "{text:?} is still to come");
                prop_assert_eq!(read.local, office.zone.wall(read.at), "{:?}", text);
            }
        }
    }
}
