//! `capture`: what a line would become, without writing anything.

use crate::support::{Office, hostile, keys};
use serde_json::json;

#[test]
fn a_line_is_answered_as_the_promise_it_would_become() {
    let office = Office::staffed();
    // From Monday 2 March 2026, 09:00 in Los Angeles.
    let read = office.json(&["capture", "Dan will call back tomorrow 10am about the bumper"]);
    assert_eq!(keys(&read)[..3], ["promise", "note", "problems"]);
    assert_eq!(
        read["promise"],
        json!({ "text": "call back about the bumper", "owner": "Dan Ortiz", "due_at": "2026-03-03T18:00:00.000Z",
                "due_local": "2026-03-03T10:00:00", "zone": "America/Los_Angeles" })
    );
    assert_eq!((&read["note"], &read["problems"]), (&"".into(), &json!([])));
    let mine = office.json(&["capture", "Call Maria fri 9:00"]);
    assert_eq!(mine["promise"]["owner"], "Ana Cruz", "nobody named is the one who acts");
    let amys = office.json(&["--as", "amy", "capture", "Call Maria fri 9:00"]);
    assert_eq!(amys["promise"]["owner"], "Amy Reyes");
}

#[test]
fn problems_have_codes_and_lines_to_type_instead() {
    let office = Office::staffed();
    for (line, code, has_promise) in [
        ("call Maria thu 14", "ambiguous", false),
        ("friday 12 march 9:00 call", "mismatch", false),
        ("call 2026-03-08 02:30", "impossible", false),
        ("Dan will call", "no_time", false),
        ("@zoe call fri 9:00", "unknown_owner", false),
        ("Dan and Amy will call fri 9:00", "two_owners", false),
        ("call Maria sun 9:00", "closed", true),
        ("call Maria yesterday 9:00", "past", true),
    ] {
        let read = office.json(&["capture", line]);
        assert_eq!(read["problems"][0]["code"], code, "{line}");
        assert_eq!(read["promise"].is_object(), has_promise, "{line}");
        let instead = read["problems"][0]["suggest"][0].as_str().unwrap_or_else(|| panic!("{line}: {read}"));
        let again = office.json(&["capture", instead]);
        assert_eq!((&again["problems"], again["promise"].is_object()), (&json!([]), true), "{line}: {instead}");
    }
}

#[test]
fn whatever_the_line_it_exits_0_and_writes_nothing() {
    let office = Office::staffed();
    let before = office.json(&["check"])["events"].clone();
    let mut lines: Vec<String> = hostile().into_iter().step_by(11).collect();
    lines.extend(["", " ", "9".repeat(100_000).as_str(), "tomorrow 10am"].map(str::to_owned));
    for line in lines {
        let read = office.json(&["capture", "--", &line]);
        assert!(read["problems"].is_array(), "{line}");
    }
    let nobody = office.json(&["capture", "hello", "--customer", "nobody@example.com"]);
    assert_eq!((&nobody["promise"], &nobody["note"]), (&json!(null), &"hello".into()));
    assert_eq!(office.json(&["check"])["events"], before);
    assert_eq!(office.json(&["queue"])["total"], 0);
}

#[test]
fn on_a_customers_page_their_name_is_no_colleagues() {
    let office = Office::staffed();
    let zoe = office.customer("Zoe Hale");
    let line = "Zoe will call fri 9:00";
    assert_eq!(office.json(&["capture", line])["problems"][0]["code"], "unknown_owner");
    let read = office.json(&["capture", line, "--customer", &zoe]);
    assert_eq!((&read["promise"]["text"], &read["problems"]), (&"Zoe will call".into(), &json!([])));
}

#[test]
fn people_are_told_in_sentences() {
    let office = Office::staffed();
    let told = |line: &str| office.run(&["capture", line]).out;
    assert_eq!(told("Dan will call back tomorrow 10am"), "Dan Ortiz calls back: Tuesday 3 March, 10:00, tomorrow.\n");
    assert_eq!(told("likes tea"), "A note: likes tea\n");
    let two = told("call Maria thu 14");
    assert!(two.starts_with("Is 14:00 meant, or Saturday 14 March?\n  call Maria thu 5 mar 14:00\n"), "{two}");
}
