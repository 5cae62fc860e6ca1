//! What is read, and as what.

use super::{Office, office};
use kept_core::when::{ProblemCode, Sense};

#[test]
fn every_form_of_the_contract_is_read() {
    let office = office();
    for (text, local) in [
        ("tmr 2p", "2026-03-04T14:00:00"),
        ("tomorrow 10am", "2026-03-04T10:00:00"),
        ("today 15:30", "2026-03-03T15:30:00"),
        ("16.45", "2026-03-03T16:45:00"),
        ("noon", "2026-03-03T12:00:00"),
        ("quarter past 4", "2026-03-03T16:15:00"),
        ("half past", "2026-03-03T09:30:00"),
        ("half past 4", "2026-03-03T16:30:00"),
        ("in 20 min", "2026-03-03T09:20:00"),
        ("in 2 hours", "2026-03-03T11:00:00"),
        ("in a week at 10am", "2026-03-10T10:00:00"),
        ("24 nov 9:00", "2026-11-24T09:00:00"),
        ("dec 24 9am", "2026-12-24T09:00:00"),
        ("2026-03-10 08:30", "2026-03-10T08:30:00"),
        ("next monday 9am", "2026-03-09T09:00:00"),
        ("friday 17:00", "2026-03-06T17:00:00"),
        ("fri 5pm", "2026-03-06T17:00:00"),
        ("monday 9:00", "2026-03-09T09:00:00"),
        ("thursday 12 march 14:00", "2026-03-12T14:00:00"),
        ("2026-03-06T17:00:00+01:00", "2026-03-06T17:00:00"),
        ("2026-03-06T16:00:00.000Z", "2026-03-06T17:00:00"),
        ("2026-03-06T17:00:00", "2026-03-06T17:00:00"),
        ("2026-03-06T17:00", "2026-03-06T17:00:00"),
    ] {
        assert_eq!(office.due(text), local, "{text}");
    }
}

#[test]
fn the_ways_people_type_a_time_are_read() {
    let office = office();
    for (text, local) in [
        ("10 a.m.", "2026-03-03T10:00:00"),
        ("2 P.M.", "2026-03-03T14:00:00"),
        ("2a", "2026-03-03T02:00:00"),
        ("12am", "2026-03-03T00:00:00"),
        ("12pm", "2026-03-03T12:00:00"),
        ("9.30am", "2026-03-03T09:30:00"),
        ("9:30 pm", "2026-03-03T21:30:00"),
        ("15:30:20", "2026-03-03T15:30:20"),
        ("3 o'clock", "2026-03-03T15:00:00"),
        ("3 o’clock pm", "2026-03-03T15:00:00"),
        ("at 14", "2026-03-03T14:00:00"),
        ("tomorrow 14", "2026-03-04T14:00:00"),
        ("quarter to 5", "2026-03-03T16:45:00"),
        ("a quarter to five pm", "2026-03-03T16:45:00"),
        ("ten past 4", "2026-03-03T16:10:00"),
        ("20 minutes to 5", "2026-03-03T16:40:00"),
        ("half past 14", "2026-03-03T14:30:00"),
        ("quarter past", "2026-03-03T09:15:00"),
        ("quarter to", "2026-03-03T09:45:00"),
        ("thu at 14", "2026-03-05T14:00:00"),
        ("thu at 4", "2026-03-05T16:00:00"),
        ("by friday, 5 pm.", "2026-03-06T17:00:00"),
        ("now", "2026-03-03T09:00:00"),
        ("in half an hour", "2026-03-03T09:30:00"),
        ("in an hour and a half", "2026-03-03T10:30:00"),
        ("in 1.5 hours", "2026-03-03T10:30:00"),
        ("in 1h 20min", "2026-03-03T10:20:00"),
        ("in two hours and 5 minutes", "2026-03-03T11:05:00"),
        ("45 minutes from now", "2026-03-03T09:45:00"),
        ("tmr ２：３０ pm", "2026-03-04T14:30:00"),
        ("tmr ١٤:٣٠", "2026-03-04T14:30:00"),
        ("in २० min", "2026-03-03T09:20:00"),
    ] {
        assert_eq!(office.due(text), local, "{text}");
    }
}

#[test]
fn the_ways_people_type_a_day_are_read() {
    let office = office();
    for (text, local) in [
        ("the day after tomorrow 10:00", "2026-03-05T10:00:00"),
        ("in 3 days at noon", "2026-03-06T12:00:00"),
        ("in 2 weeks 10:00", "2026-03-17T10:00:00"),
        ("in a month 10:00", "2026-04-03T10:00:00"),
        ("a week from now 10:00", "2026-03-10T10:00:00"),
        ("the 14th 10:00", "2026-03-14T10:00:00"),
        ("sat 14th 10:00", "2026-03-14T10:00:00"),
        ("on the 2nd at 10:00", "2026-04-02T10:00:00"),
        ("the 31st 10:00", "2026-03-31T10:00:00"),
        ("3rd of april 10:00", "2026-04-03T10:00:00"),
        ("April the 3rd, 10:00", "2026-04-03T10:00:00"),
        ("nov 24, 2027 9:00", "2027-11-24T09:00:00"),
        ("24 nov 2027 9:00", "2027-11-24T09:00:00"),
        ("2 march 10:00", "2027-03-02T10:00:00"),
        ("24/11 9:00", "2026-11-24T09:00:00"),
        ("11/24 9:00", "2026-11-24T09:00:00"),
        ("24/11/2026 9:00", "2026-11-24T09:00:00"),
        ("24.11. 9:00", "2026-11-24T09:00:00"),
        ("12.3. 14:00", "2026-03-12T14:00:00"),
        ("12.03.2026 14:00", "2026-03-12T14:00:00"),
        ("24.11 9:00", "2026-11-24T09:00:00"),
        ("14:00 thursday", "2026-03-05T14:00:00"),
        ("9am next monday", "2026-03-09T09:00:00"),
        ("friday next week 10:00", "2026-03-13T10:00:00"),
        ("this friday 10:00", "2026-03-06T10:00:00"),
        ("next tuesday 10:00", "2026-03-10T10:00:00"),
        ("tomorrow wednesday 10:00", "2026-03-04T10:00:00"),
        ("Sept 1 10:00", "2026-09-01T10:00:00"),
    ] {
        assert_eq!(office.due(text), local, "{text}");
    }
}

#[test]
fn a_weekday_is_today_while_its_time_is_still_to_come() {
    let office = office();
    assert_eq!(office.due("tue 9:01"), "2026-03-03T09:01:00");
    assert_eq!(office.due("tue 9:00"), "2026-03-10T09:00:00");
    assert_eq!(office.due("tue 8:59"), "2026-03-10T08:59:00");
}

#[test]
fn next_monday_is_that_of_the_next_calendar_week() {
    for (now, monday) in [
        ("2026-03-01T10:00:00Z", "2026-03-02T09:00:00"),
        ("2026-03-02T10:00:00Z", "2026-03-09T09:00:00"),
        ("2026-03-07T10:00:00Z", "2026-03-09T09:00:00"),
    ] {
        assert_eq!(Office::at(now).due("next monday 9am"), monday, "at {now}");
    }
    assert_eq!(
        Office::at("2026-03-01T10:00:00Z").due("next sunday 9am"),
        "2026-03-08T09:00:00",
        "weeks begin on Monday"
    );
}

#[test]
fn a_bare_hour_is_the_one_within_opening_hours_and_is_said() {
    let office = office();
    for (text, local) in [
        ("4", "2026-03-03T16:00:00"),
        ("at 9", "2026-03-03T09:00:00"),
        ("tomorrow at 2", "2026-03-04T14:00:00"),
        ("sat 14th at 10", "2026-03-14T10:00:00"),
        ("thursday 12 march 11", "2026-03-12T11:00:00"),
    ] {
        let read = office.read(text, Sense::Due).unwrap();
        assert_eq!(read.local.to_string(), local, "{text}");
        assert!(read.note.is_some_and(|n| n.contains("within opening hours")), "{text}");
    }
    assert_eq!(office.read("16:00", Sense::Due).unwrap().note, None, "nothing was decided there");
}

#[test]
fn opening_and_closing_follow_the_hours() {
    let office = office();
    for (text, local) in [
        ("tomorrow at opening", "2026-03-04T08:00:00"),
        ("closing", "2026-03-03T18:00:00"),
        ("sat closing", "2026-03-07T13:00:00"),
        ("end of day", "2026-03-03T18:00:00"),
        ("by the end of the day", "2026-03-03T18:00:00"),
        ("fri eod", "2026-03-06T18:00:00"),
        ("tue closing", "2026-03-03T18:00:00"),
        ("tue opening", "2026-03-10T08:00:00"),
    ] {
        assert_eq!(office.due(text), local, "{text}");
        assert!(office.read(text, Sense::Due).unwrap().problems.is_empty(), "{text}");
    }
    let unset = office.open("");
    assert_eq!(unset.due("sunday opening"), "2026-03-08T09:00:00");
    assert_eq!(unset.due("sunday end of day"), "2026-03-08T18:00:00");
}

#[test]
fn a_time_without_a_day_is_today_even_when_past() {
    let office = office();
    let read = office.read("8:15", Sense::Due).unwrap();
    assert_eq!(read.local.to_string(), "2026-03-03T08:15:00");
    let problems: Vec<_> = read.problems.iter().map(|p| (p.code, p.suggest.clone())).collect();
    assert_eq!(problems, [(ProblemCode::Past, vec!["wed 4 mar 08:15".to_owned()])]);
    for text in ["today 8:15", "yesterday 3pm", "20 min ago", "last friday 10:00", "2026-03-02T10:00:00Z"] {
        let codes: Vec<_> = office.read(text, Sense::Due).unwrap().problems.iter().map(|p| p.code).collect();
        assert_eq!(codes, [ProblemCode::Past], "{text}");
    }
}

#[test]
fn a_time_when_the_office_is_closed_is_read_and_says_so() {
    let office = office();
    let read = office.read("sat 20:00", Sense::Due).unwrap();
    assert_eq!(read.local.to_string(), "2026-03-07T20:00:00");
    assert_eq!(read.problems[0].code, ProblemCode::Closed);
    assert_eq!(read.problems[0].message, "The office is closed on Saturday 7 March, 20:00.");
    assert_eq!(read.problems[0].suggest, ["mon 9 mar 08:00"]);
    assert!(office.read("sat 20:00", Sense::Range).unwrap().problems.is_empty());
    assert!(office.open("").read("sat 20:00", Sense::Due).unwrap().problems.is_empty(), "without hours it is open");
}

#[test]
fn what_happened_is_the_latest() {
    let office = office();
    for (text, local) in [
        ("yesterday 3pm", "2026-03-02T15:00:00"),
        ("20 min ago", "2026-03-03T08:40:00"),
        ("an hour ago", "2026-03-03T08:00:00"),
        ("2 hours ago", "2026-03-03T07:00:00"),
        ("last friday 10:00", "2026-02-27T10:00:00"),
        ("friday 10:00", "2026-02-27T10:00:00"),
        ("tue 8:30", "2026-03-03T08:30:00"),
        ("tue 10:00", "2026-02-24T10:00:00"),
        ("last tuesday 8:30", "2026-02-24T08:30:00"),
        ("3 days ago at noon", "2026-02-28T12:00:00"),
        ("a week ago 10:00", "2026-02-24T10:00:00"),
        ("the 28th 10:00", "2026-02-28T10:00:00"),
        ("the 14th 10:00", "2026-02-14T10:00:00"),
        ("24 nov 9:00", "2025-11-24T09:00:00"),
        ("half past", "2026-03-03T08:30:00"),
        ("8:15", "2026-03-03T08:15:00"),
        ("now", "2026-03-03T09:00:00"),
        ("2026-03-03T08:00:00Z", "2026-03-03T09:00:00"),
    ] {
        assert_eq!(office.happened(text), local, "{text}");
    }
}

#[test]
fn in_a_range_a_day_alone_is_its_first_instant() {
    let office = office();
    for (text, local) in [
        ("2026-03-10", "2026-03-10T00:00:00"),
        ("today", "2026-03-03T00:00:00"),
        ("yesterday", "2026-03-02T00:00:00"),
        ("friday", "2026-03-06T00:00:00"),
        ("last monday", "2026-03-02T00:00:00"),
        ("next monday", "2026-03-09T00:00:00"),
        ("1 april", "2026-04-01T00:00:00"),
        ("in a week", "2026-03-10T00:00:00"),
        ("fri 12:00", "2026-03-06T12:00:00"),
        ("2026-03-10T08:00:00Z", "2026-03-10T09:00:00"),
    ] {
        assert_eq!(office.range(text), local, "{text}");
    }
}
