//! What lines are read as.

use super::{office, outcome, read};

/// Lines with what they are read as in the office of these tests.
#[track_caller]
fn are_read(cases: &[(&str, &str)]) {
    let desk = office();
    for (line, wanted) in cases {
        assert_eq!(outcome(&read(&desk, line)), *wanted, "{line:?}");
    }
}

#[test]
fn a_line_says_who_does_what_by_when_in_any_order() {
    are_read(&[
        ("Dan calls Carl Lindgren about mats thu 2pm", "Dan Ortiz | calls Carl Lindgren about mats | 2026-03-05T14:00"),
        (
            "Dan Ortiz calls Mr Lindgren about mats: Thursday 12 March, 14:00, in 9 days.",
            "Dan Ortiz | calls Mr Lindgren about mats | 2026-03-12T14:00",
        ),
        (
            "Dan will call back tomorrow 10am about the bumper",
            "Dan Ortiz | call back about the bumper | 2026-03-04T10:00",
        ),
        (
            "Dan will call back tomorrow about the bumper at 10am",
            "Dan Ortiz | call back about the bumper | 2026-03-04T10:00",
        ),
        ("mats+bumper thu 2p @sam", "Sam Okoye | mats+bumper | 2026-03-05T14:00"),
        ("Tomorrow 10am, Dan'll call Maria.", "Dan Ortiz | call Maria. | 2026-03-04T10:00"),
        ("Dan to call Ana friday 3p", "Dan Ortiz | call Ana | 2026-03-06T15:00"),
        ("ask Dan to call Ana tomorrow 10am", "Dan Ortiz | call Ana | 2026-03-04T10:00"),
        ("tell Ana Dan will call tomorrow 10am", "Dan Ortiz | tell Ana Dan will call | 2026-03-04T10:00"),
        ("Sam Okoye will ring Maria on thursday 12 march at 14:00", "Sam Okoye | ring Maria | 2026-03-12T14:00"),
        ("I'll call Ana in 20 min", "Ruth Adler | call Ana | 2026-03-03T09:20"),
        ("We will send the plates by friday 11:00", "Ruth Adler | send the plates | 2026-03-06T11:00"),
        ("@da order MATS, fri 10am!", "Dan Ortiz | order MATS! | 2026-03-06T10:00"),
        ("call Ana @ 10am tomorrow @me", "Ruth Adler | call Ana | 2026-03-04T10:00"),
        ("call Ana the 14th 10am", "Ruth Adler | call Ana | 2026-03-14T10:00"),
        ("call Ana tomorrow at 3", "Ruth Adler | call Ana | 2026-03-04T15:00"),
        ("tomorrow morning at 9 call Ana", "Ruth Adler | call Ana | 2026-03-04T09:00"),
        ("quarter past 4 call Ana", "Ruth Adler | call Ana | 2026-03-03T16:15"),
        ("call Ana first thing tomorrow", "Ruth Adler | call Ana | 2026-03-04T08:00"),
        ("call Ana first thing tomorrow morning", "Ruth Adler | call Ana | 2026-03-04T08:00"),
        ("call Ana tomorrow afternoon after lunch", "Ruth Adler | call Ana | 2026-03-04T13:00"),
        ("call Ana friday afternoon end of day", "Ruth Adler | call Ana | 2026-03-06T18:00"),
        (
            "call Ana tomorrow morning end of day",
            "Mismatch \"The time and the part of the day disagree: Wednesday 4 March, 18:00, or Wednesday 4 March, \
             08:00?\" [\"call Ana wed 4 mar 08:00\"]",
        ),
        ("drop by tomorrow 10am", "Ruth Adler | drop by | 2026-03-04T10:00"),
        ("call Ana 2026-03-06T17:00:00+01:00 please", "Ruth Adler | call Ana please | 2026-03-06T17:00"),
        ("ｃａｌｌ Ａｎａ ｔｍｒ １４：３０", "Ruth Adler | ｃａｌｌ Ａｎａ | 2026-03-04T14:30"),
    ]);
}

#[test]
fn nobody_named_is_the_one_who_types() {
    are_read(&[
        ("call Dan tomorrow 10am", "Ruth Adler | call Dan | 2026-03-04T10:00"),
        ("Mats will be fitted friday 17:00", "Ruth Adler | Mats will be fitted | 2026-03-06T17:00"),
        ("she will come tomorrow 10am", "Ruth Adler | she will come | 2026-03-04T10:00"),
        ("bring the car to the shop friday 10am", "Ruth Adler | bring the car to the shop | 2026-03-06T10:00"),
        ("the sam to be oiled friday 10am", "Ruth Adler | the sam to be oiled | 2026-03-06T10:00"),
        ("mail dan@example.com tomorrow 10am", "Ruth Adler | mail dan@example.com | 2026-03-04T10:00"),
    ]);
}

#[test]
fn a_line_with_neither_time_nor_owner_is_a_note() {
    for note in [
        "hello there",
        "sun roof",
        "sat nav broken",
        "mon cheri",
        "fix may bug",
        "a quarter of the price",
        "delivery takes 7-8 days",
        "open 24/7",
        "in march 2021 he bought a van",
        "31,500 miles, plate 7ABC-123",
        "+1 (206) 555-0142",
        "part no. 10-12-14b, page 12",
        "$16.45 or 12%",
        "call at 12 Elm Street",
        "https://example.com/10:30",
        "Wants the Monday roast",
        "",
        "  \t ",
    ] {
        are_read(&[(note, format!("note: {}", note.trim()).as_str())]);
    }
    let long = "tomorrow 10am ".repeat(200);
    are_read(&[(&long, format!("note: {}", long.trim()).as_str())]);
}

#[test]
fn numbers_and_words_that_are_no_time_stay_text() {
    are_read(&[
        ("3 mats tomorrow 10am", "Ruth Adler | 3 mats | 2026-03-04T10:00"),
        ("order 12 tiles by friday 5pm", "Ruth Adler | order 12 tiles | 2026-03-06T17:00"),
        ("second bumper tomorrow 10am", "Ruth Adler | second bumper | 2026-03-04T10:00"),
        ("the 2nd bumper tomorrow 10am", "Ruth Adler | the 2nd bumper | 2026-03-04T10:00"),
        ("install sat nav fri 10am", "Ruth Adler | install sat nav | 2026-03-06T10:00"),
        ("the may bug friday 10am", "Ruth Adler | the may bug | 2026-03-06T10:00"),
        (
            "in march 2021 he bought a van, call fri 9am",
            "Ruth Adler | in march 2021 he bought a van, call | 2026-03-06T09:00",
        ),
        ("phone 206 555 0142 tomorrow 10am", "Ruth Adler | phone 206 555 0142 | 2026-03-04T10:00"),
        ("tomorrow 10am 31,500 miles service", "Ruth Adler | 31,500 miles service | 2026-03-04T10:00"),
        ("$40 deposit due friday 10am", "Ruth Adler | $40 deposit | 2026-03-06T10:00"),
        ("open 24/7, call friday 10am", "Ruth Adler | open 24/7, call | 2026-03-06T10:00"),
        ("visit 12 Elm Street tomorrow 10am", "Ruth Adler | visit 12 Elm Street | 2026-03-04T10:00"),
        ("20 min call tomorrow 10am", "Ruth Adler | 20 min call | 2026-03-04T10:00"),
        ("page 12 fri 10am", "Ruth Adler | page 12 | 2026-03-06T10:00"),
        ("closing costs tomorrow 10am", "Ruth Adler | closing costs | 2026-03-04T10:00"),
        ("move tomorrow's visit to friday 10am", "Ruth Adler | move tomorrow's visit | 2026-03-06T10:00"),
    ]);
}

#[test]
fn what_speaks_against_a_promise_stands_beside_it() {
    are_read(&[
        ("call Ana yesterday 3pm", "Ruth Adler | call Ana | 2026-03-02T15:00 Past"),
        ("call Ana 8:15", "Ruth Adler | call Ana | 2026-03-03T08:15 Past"),
        ("call Ana sat 20:00", "Ruth Adler | call Ana | 2026-03-07T20:00 Closed"),
        ("tomorrow 10am", "Ruth Adler |  | 2026-03-04T10:00 NoText"),
    ]);
}

#[test]
fn names_that_are_words_are_told_from_the_words() {
    let desk = office();
    for name in ["Will Smith", "May Lee", "Carl Jung", "Amy"] {
        desk.add_member(name, None).unwrap();
    }
    for (line, wanted) in [
        ("May will call tomorrow 10am", "May Lee | call | 2026-03-04T10:00"),
        ("Will will call Will tomorrow 3pm", "Will Smith | call Will | 2026-03-04T15:00"),
        ("call Will tomorrow 10am", "Ruth Adler | call Will | 2026-03-04T10:00"),
        ("Amy will call tomorrow 10am", "Amy | call | 2026-03-04T10:00"),
        ("@amy reyes call tomorrow 10am", "Amy Reyes | call | 2026-03-04T10:00"),
        ("bring the car to the shop friday 10am", "Ruth Adler | bring the car to the shop | 2026-03-06T10:00"),
        ("call Ana 5 may 10am", "Ruth Adler | call Ana | 2026-05-05T10:00"),
    ] {
        assert_eq!(outcome(&read(&desk, line)), wanted, "{line:?}");
    }
}

#[test]
fn a_customer_may_do_something_too() {
    let desk = office();
    let zoe = desk.customer("Zoe Hale", "");
    let read = desk.capture("Zoe will call tomorrow 10am", Some(zoe)).unwrap();
    assert_eq!(outcome(&read), "Ruth Adler | Zoe will call | 2026-03-04T10:00");
}

#[test]
fn a_promise_is_said_back_in_full() {
    let echo = read(&office(), "Dan will call back thu about the bumper at 2").echo.unwrap();
    assert_eq!(echo.said, "Dan Ortiz calls back about the bumper: Thursday 5 March, 14:00, in 2 days.");
    assert_eq!((echo.weekday.as_str(), echo.date.as_str()), ("Thursday", "5 March"));
    assert_eq!((echo.time.as_str(), echo.distance.as_str()), ("14:00", "in 2 days"));
    assert_eq!(echo.when, "Thursday 5 March, 14:00, in 2 days");
    assert!(echo.note.is_some_and(|note| note.contains("within opening hours")));
    let thing = read(&office(), "mats+bumper thu 2p @sam").echo.unwrap();
    assert_eq!(thing.said, "Sam Okoye: mats and bumper. Thursday 5 March, 14:00, in 2 days.");
}

#[test]
fn a_name_is_known_with_its_accents_and_without_them() {
    let desk = office();
    let jorg = desk.customer("Jörg Müller", "");
    for line in ["Jörg will call tomorrow 10am", "Jorg will call tomorrow 10am", "Jörg'll call tomorrow 10am"] {
        let read = desk.capture(line, Some(jorg)).unwrap();
        assert!(read.problems.is_empty(), "{line}: {:?}", read.problems);
    }
    let unknown = read(&desk, "José'll call Ana tomorrow 10am").problems.remove(0);
    assert!(unknown.message.contains("José") && !unknown.message.contains("'ll"), "{}", unknown.message);
    desk.add_member("José Silva", None).unwrap();
    for line in ["José'll call Ana tomorrow 10am", "Jose'll call Ana tomorrow 10am", "JOSÉ will call Ana tomorrow 10am"]
    {
        assert_eq!(outcome(&read(&desk, line)), "José Silva | call Ana | 2026-03-04T10:00", "{line}");
    }
    desk.add_member("Jose Hale", None).unwrap();
    assert_eq!(outcome(&read(&desk, "José will call Ana tomorrow 10am")), "José Silva | call Ana | 2026-03-04T10:00");
    assert_eq!(outcome(&read(&desk, "Jose will call Ana tomorrow 10am")), "Jose Hale | call Ana | 2026-03-04T10:00");
}
