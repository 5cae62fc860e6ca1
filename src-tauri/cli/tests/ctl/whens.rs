//! Times in words, as the commands take them.

use crate::support::{Office, id};

#[test]
fn due_times_are_read_in_the_offices_zone_and_hours() {
    let office = Office::staffed();
    let customer = office.customer("Maria Gonzalez");
    let promise = office.promise(&customer, "The price", "fri 9:00");
    // From Monday 2 March 2026, 09:00 in Los Angeles.
    let cases = [
        ("tmr 2p", "2026-03-03T14:00:00"),
        ("tomorrow 10am", "2026-03-03T10:00:00"),
        ("today 15:30", "2026-03-02T15:30:00"),
        ("16.45", "2026-03-02T16:45:00"),
        ("noon", "2026-03-02T12:00:00"),
        ("quarter past 4", "2026-03-02T16:15:00"),
        ("in 20 min", "2026-03-02T09:20:00"),
        ("in 2 hours", "2026-03-02T11:00:00"),
        ("in a week at 10am", "2026-03-09T10:00:00"),
        ("24 nov 9:00", "2026-11-24T09:00:00"),
        ("dec 24 9am", "2026-12-24T09:00:00"),
        ("2026-03-10 08:30", "2026-03-10T08:30:00"),
        ("next monday 9am", "2026-03-09T09:00:00"),
        ("mon 5p", "2026-03-02T17:00:00"),
        ("tomorrow at 5", "2026-03-03T17:00:00"),
        ("２０２６-０３-１０ ０８:３０", "2026-03-10T08:30:00"),
        ("2026-03-06T17:00:00-08:00", "2026-03-06T17:00:00"),
        ("2026-11-01 01:30", "2026-11-01T01:30:00"),
    ];
    for (words, local) in cases {
        let moved = office.json(&["promise", "move", &promise, "--due", words, "--agreed"]);
        assert_eq!((&moved["due_local"], &moved["zone"]), (&local.into(), &"America/Los_Angeles".into()), "{words}");
    }
    assert_eq!(office.json(&["promise", "show", &promise])["due_at"], "2026-11-01T08:30:00.000Z", "the first of two");
}

#[test]
fn what_is_not_one_moment_to_come_is_refused_by_its_code() {
    let office = Office::staffed();
    let customer = office.customer("Maria Gonzalez");
    let cases = [
        ("thu 14", "ambiguous"),
        ("fri 5", "ambiguous"),
        ("friday 12 march 9:00", "mismatch"),
        ("2026-03-08 02:30", "impossible"),
        ("30 feb 9:00", "impossible"),
        ("2026-02-30T09:00:00Z", "impossible"),
        ("tomorrow", "no_time"),
        ("8:30", "past"),
        ("yesterday 3pm", "past"),
        ("25:00", "impossible"),
        ("soon", "invalid"),
        ("", "invalid"),
        ("fri 9:00 bring cake", "invalid"),
    ];
    for (words, code) in cases {
        let args = ["promise", "make", &customer, "x", "--due", words, "--owner", "dan"];
        let told = office.refusal(&args);
        assert_eq!(told, code, "{words}");
    }
    let absurd = "9".repeat(100_000);
    assert_eq!(office.refusal(&["promise", "make", &customer, "x", "--due", &absurd]), "invalid");
    assert_eq!(office.json(&["queue"])["total"], 0, "nothing was written");
}

#[test]
fn what_happened_is_told_later_but_never_earlier_than_it_could() {
    let mut office = Office::staffed();
    let customer = office.customer("Maria Gonzalez");
    let promise = office.promise(&customer, "The price", "17:00");
    office.now = "2026-03-03T01:10:00Z".to_owned();
    for at in ["tomorrow 9:00", "18:00", "sun 16:00", "8:00"] {
        assert_eq!(office.refusal(&["promise", "keep", &promise, "--at", at]), "invalid", "{at}");
    }
    let kept = office.json(&["promise", "keep", &promise, "--at", "20 min ago", "--evidence", "Called back"]);
    assert_eq!(
        (&kept["closed_at"], &kept["late"], &kept["late_ms"]),
        (&"2026-03-03T00:50:00.000Z".into(), &false.into(), &0.into())
    );
}

#[test]
fn a_range_takes_a_day_alone_as_its_first_instant() {
    let office = Office::staffed();
    let customer = office.customer("Maria Gonzalez");
    office.promise(&customer, "Thursday", "thu 9:00");
    office.promise(&customer, "Friday", "fri 9:00");
    assert_eq!(office.json(&["queue", "--until", "fri"])["total"], 1);
    assert_eq!(office.json(&["queue", "--until", "sat"])["total"], 2);
    let rows = office.json(&["report", "kept", "--from", "2026-03-06", "--to", "2026-03-07"]);
    assert_eq!(rows["rows"][0]["made"], 1);
    let whole = office.json(&["report", "kept", "--from", "2026-03-05", "--to", "2026-03-06"]);
    assert_eq!(whole["rows"][0]["made"], 1, "the end is not part of it");
    assert_eq!(office.refusal(&["report", "kept", "--from", "whenever"]), "invalid");
    let far = office.json(&["queue", "--until", "9999-12-31T23:59:59Z"]);
    assert_eq!(far["total"], 2);
}

#[test]
fn what_was_decided_in_reading_a_time_is_said_beside_the_answer() {
    let office = Office::staffed();
    let customer = office.customer("Maria Gonzalez");
    let made = office.run_json(&["promise", "make", &customer, "x", "--due", "sat 5p"]);
    assert!(made.err.contains("Saturday 7 March, 17:00") && made.err.contains("closed"), "{}", made.err);
    assert_eq!(made.value()["due_local"], "2026-03-07T17:00:00");
    let bare = office.run_json(&["promise", "move", &id(&made.value()), "--due", "tomorrow at 5", "--not-agreed"]);
    assert_eq!(bare.value()["due_local"], "2026-03-03T17:00:00");
    assert!(bare.err.contains("17:00"), "{}", bare.err);
}
