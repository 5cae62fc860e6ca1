//! Days that differ from their weekday: set by a manager, shown with their reason, and reckoned with everywhere.

use crate::support::desk::TestDesk;
use kept_core::{
    api,
    error::{Code, Error},
};
use serde_json::{Value, json};

/// Monday 14 December 2026 in an office of Berlin that is open from Monday to Friday.
fn desk() -> TestDesk {
    let desk = TestDesk::in_zone("Europe/Berlin", "2026-12-14T09:00Z");
    desk.opens("mon-fri 09:00-17:00");
    desk
}

fn call(desk: &TestDesk, name: &str, args: Value) -> Result<Value, Error> {
    api::call(desk, name, args).map(|reply| reply.value)
}

fn set(desk: &TestDesk, args: Value) -> Value {
    call(desk, "calendar_set", args).unwrap()
}

fn holidays(desk: &TestDesk, whose: &str) {
    call(desk, "office_change", json!({ "holidays": whose })).unwrap();
}

/// Whether the office is closed at a due time in words.
fn is_closed(desk: &TestDesk, due: &str) -> bool {
    let read = call(desk, "when_read", json!({ "text": due })).unwrap();
    read["problems"].as_array().unwrap().iter().any(|problem| problem["code"] == "closed")
}

#[test]
fn a_holiday_is_closed_until_the_office_says_otherwise() {
    let desk = desk();
    assert!(!is_closed(&desk, "25 dec 10:00"));
    holidays(&desk, "DE");
    assert!(is_closed(&desk, "25 dec 10:00"));
    let read = call(&desk, "when_read", json!({ "text": "25 dec 10:00" })).unwrap();
    assert_eq!(read["problems"][0]["suggest"], json!(["mon 28 dec 09:00"]));
    let answer = set(&desk, json!({ "first": "2026-12-25", "times": "usual", "name": "Worked this year" }));
    assert_eq!(answer["days"][0]["open"], json!([{ "from": "09:00", "to": "17:00" }]));
    assert_eq!((&answer["days"][0]["source"], &answer["days"][0]["is_holiday"]), (&json!("own"), &json!(true)));
    assert!(!is_closed(&desk, "25 dec 10:00"));
    set(&desk, json!({ "first": "2026-12-25", "times": "" }));
    assert!(is_closed(&desk, "25 dec 10:00"), "its own times were taken away");
}

#[test]
fn a_day_of_its_own_counts_before_the_week_and_a_single_one_before_every_year_s() {
    let mut desk = desk();
    set(&desk, json!({ "first": "2026-12-24", "yearly": true, "times": "9-12", "name": "Christmas Eve" }));
    set(&desk, json!({ "first": "2026-12-28", "last": "2027-01-01", "times": "closed", "name": "Holidays" }));
    set(&desk, json!({ "first": "2026-12-19", "times": "10:00-14:00", "name": "Open Saturday" }));
    desk.reopen();
    for (due, closed) in [
        ("19 dec 11:00", false),
        ("24 dec 11:00", false),
        ("24 dec 13:00", true),
        ("2027-12-24 11:00", false),
        ("2027-12-24 13:00", true),
        ("29 dec 10:00", true),
        ("4 jan 10:00", false),
    ] {
        assert_eq!(is_closed(&desk, due), closed, "{due}");
    }
    set(&desk, json!({ "first": "2027-12-24", "times": "usual" }));
    assert!(!is_closed(&desk, "2027-12-24 13:00"));
    let days = call(&desk, "calendar_days", json!({ "year": 2026 })).unwrap();
    assert_eq!(days["total"], 6);
    assert_eq!(
        days["days"][1],
        json!({ "day": "2026-12-24", "source": "yearly", "is_holiday": false, "name": "Christmas Eve",
                "times": "09:00-12:00", "open": [{ "from": "09:00", "to": "12:00" }] })
    );
}

#[test]
fn the_days_of_a_region_are_proposed_and_change_nothing() {
    let desk = desk();
    holidays(&desk, "DE-BY");
    let days = call(&desk, "calendar_days", json!({ "year": 2027 })).unwrap();
    let assumption = days["days"].as_array().unwrap().iter().find(|day| day["day"] == "2027-01-06").unwrap();
    assert_eq!((&assumption["source"], &assumption["is_holiday"]), (&json!("regional"), &json!(false)));
    assert!(!is_closed(&desk, "6 jan 2027 10:00"));
    set(&desk, json!({ "first": "2027-01-06", "yearly": true, "times": "closed", "name": "Epiphany" }));
    assert!(is_closed(&desk, "6 jan 2027 10:00"));
}

#[test]
fn what_is_not_known_of_holidays_is_said() {
    let desk = desk();
    let shown = || call(&desk, "calendar_show", json!({})).unwrap();
    for (whose, country, subdivision, said) in [
        ("", true, true, ""),
        ("DE", true, true, ""),
        ("DE-BY", true, false, "not those of BY"),
        ("IN", false, true, "no holidays of IN"),
        ("AE-DU", false, false, "no holidays of AE"),
    ] {
        holidays(&desk, whose);
        let shown = shown();
        assert_eq!(shown["country_known"], country, "{whose}");
        assert_eq!(shown["subdivision_known"], subdivision, "{whose}");
        let notes = shown["notes"].to_string();
        assert!(notes.contains(said) && (said.is_empty() == (notes == "[]")), "{whose}: {notes}");
    }
    let error = call(&desk, "office_change", json!({ "holidays": "XX" })).unwrap_err();
    assert_eq!(error.code, Code::Invalid);
}

#[test]
fn holidays_count_once_hours_are_set() {
    let desk = TestDesk::in_zone("Europe/Berlin", "2026-12-14T09:00Z");
    holidays(&desk, "DE");
    assert!(!is_closed(&desk, "25 dec 10:00"), "until hours are set the office is always open");
    let notes = call(&desk, "calendar_show", json!({})).unwrap()["notes"].to_string();
    assert!(notes.contains("once opening hours are set"), "{notes}");
}

#[test]
fn how_the_office_stands_is_told_for_now_and_for_any_moment() {
    let desk = desk();
    let now = call(&desk, "calendar_show", json!({})).unwrap()["now"].clone();
    assert_eq!(
        (&now["open"], &now["rolled"], &now["closes_local"]),
        (&json!(true), &json!(false), &json!("2026-12-14T17:00:00"))
    );
    let later = call(&desk, "open_at", json!({ "at": "2026-12-18T20:00:00Z" })).unwrap();
    assert_eq!(
        (&later["open"], &later["rolled"], &later["opens_local"]),
        (&json!(false), &json!(true), &json!("2026-12-21T09:00:00"))
    );
    let worked = json!({ "from": "2026-12-18T15:00:00Z", "to": "2026-12-21T09:00:00Z" });
    assert_eq!(call(&desk, "working_time", worked).unwrap(), json!({ "working_ms": 2 * 3_600_000 }));
}

#[test]
fn wrong_days_get_a_sentence_and_change_nothing() {
    let desk = desk();
    let before = desk.events().unwrap().len();
    for (args, said) in [
        (json!({ "first": "2026-12-24", "times": "sometimes" }), "are written like"),
        (json!({ "first": "2026-12-24", "times": "9-12,11-14" }), "overlap"),
        (json!({ "first": "2026-12-24", "times": "18-2" }), "does not end on the day"),
        (json!({ "first": "2026-12-24", "last": "2026-12-23", "times": "closed" }), "before the first"),
        (json!({ "first": "2026-12-24", "last": "2028-12-24", "times": "closed" }), "more than a year"),
        (json!({ "first": "2026-02-30", "times": "closed" }), "not understood"),
    ] {
        let error = call(&desk, "calendar_set", args).unwrap_err();
        assert!(error.message.contains(said), "{}", error.message);
    }
    assert!(call(&desk, "calendar_days", json!({ "year": 5 })).is_err());
    assert_eq!(desk.events().unwrap().len(), before);
}

#[test]
fn working_hours_and_days_can_be_said() {
    // 10:00 on Monday in Berlin.
    let desk = desk();
    let local = |text: &str| call(&desk, "when_read", json!({ "text": text })).unwrap()["local"].clone();
    for (text, at) in [
        ("in 3 working hours", "2026-12-14T13:00:00"),
        ("in 7 working hours", "2026-12-14T17:00:00"),
        ("in 8 business hours", "2026-12-15T10:00:00"),
        ("in 1 working hour and 30 working minutes", "2026-12-14T11:30:00"),
        ("in 5 working days at 10:00", "2026-12-21T10:00:00"),
        ("in a working day at 9am", "2026-12-15T09:00:00"),
    ] {
        assert_eq!(local(text), at, "{text}");
    }
    desk.it_is("2026-12-18T19:00Z");
    let read = call(&desk, "when_read", json!({ "text": "in 2 working hours" })).unwrap();
    assert_eq!(read["local"], "2026-12-21T11:00:00");
    assert_eq!(read["echo"], "Monday 21 December, 11:00, in 3 days");
    assert_eq!(
        read["note"],
        "Counted in opening hours; the office is closed now, so from Monday 21 December, 09:00 on."
    );
    for (text, code) in [
        ("2 working hours ago", Code::Invalid),
        ("in 2 working hours at 10:00", Code::Invalid),
        ("in 3 working days", Code::NoTime),
        ("in 90000000 working hours", Code::Impossible),
    ] {
        let error = call(&desk, "when_read", json!({ "text": text })).unwrap_err();
        assert_eq!(error.code, code, "{text}: {}", error.message);
    }
}

#[test]
fn the_days_of_a_country_are_shown_before_they_are_kept() {
    let desk = desk();
    let days = |holidays: Value| call(&desk, "calendar_days", json!({ "year": 2026, "holidays": holidays }));
    let shown = days(json!("gb-sct")).unwrap();
    let list = shown["days"].as_array().unwrap();
    assert!(list.iter().any(|day| day["day"] == "2026-12-25" && day["source"] == "national"));
    assert!(shown["notes"][0].as_str().unwrap().contains("not those of SCT"));
    assert!(days(json!("XK")).unwrap()["notes"][0].as_str().unwrap().contains("no holidays of XK"));
    assert!(days(json!("nowhere")).is_err());
    assert_eq!(days(Value::Null).unwrap()["days"].as_array().unwrap().len(), 0, "nothing was written");
}
