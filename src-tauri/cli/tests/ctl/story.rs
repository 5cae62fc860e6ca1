//! A call, a promise and what became of it.

use crate::support::{Office, id};
use serde_json::Value;

fn kinds(office: &Office, customer: &str) -> Vec<String> {
    let page = office.json(&["timeline", customer]);
    page["entries"].as_array().unwrap().iter().map(|entry| entry["kind"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_promise_is_missed_moved_kept_and_taken_back_in_the_open() {
    let mut office = Office::staffed();
    let customer = office.customer("Maria Gonzalez");
    let promise = office.promise(&customer, "Dan calls back with the price", "fri 17:00");
    office.now = "2026-03-07T01:00:00Z".to_owned();
    assert_eq!(office.json(&["promise", "show", &promise])["late"], false, "late is after, to the second");
    office.now = "2026-03-07T01:00:01Z".to_owned();
    assert_eq!(office.json(&["promise", "show", &promise])["late"], true);
    assert_eq!(kinds(&office, &customer), ["promise_missed", "promise_made", "customer_added"]);
    let shown = office.json(&["customer", "show", &customer]);
    assert!(shown["brief"].as_str().unwrap().contains("Late"), "{}", shown["brief"]);
    assert_eq!(shown["open_promises"][0]["id"], promise.as_str());

    office.now = "2026-03-07T02:00:00Z".to_owned();
    let kept = office.json(&["promise", "keep", &promise, "--at", "fri 16:50", "--evidence", "Called from the car"]);
    assert_eq!(
        (&kept["late_ms"], &kept["state"]),
        (&0.into(), &"kept".into()),
        "kept 16:50 and typed later is on time"
    );
    assert_eq!(office.refusal(&["promise", "keep", &promise]), "refused");
    assert_eq!(office.refusal(&["promise", "break", &promise, "--reason", "x"]), "refused");
    let page = office.json(&["timeline", &customer, "--kind", "promise_kept"]);
    let close = id(&page["entries"][0]);
    assert_eq!(page["entries"][0]["promise"], promise.as_str());
    assert_ne!(page["entries"][0]["occurred_at"], page["entries"][0]["recorded_at"]);

    office.json(&["take-back", &close, "--reason", "It was another customer"]);
    assert_eq!(office.json(&["promise", "show", &promise])["state"], "open", "a close taken back leaves it open");
    assert_eq!(office.json(&["timeline", &customer, "--kind", "promise_kept"])["entries"][0]["retracted"], true);
    office.json(&["redo", &close]);
    assert_eq!(office.json(&["promise", "show", &promise])["state"], "kept");
    assert_eq!(office.refusal(&["redo", &close]), "refused");
    assert_eq!(office.refusal(&["take-back", &promise]), "refused", "it is due, so undo cannot hide it");
    assert_eq!(office.json(&["check"])["ok"], true);
}

#[test]
fn an_entry_is_corrected_and_the_history_shows_it() {
    let office = Office::staffed();
    let customer = office.customer("Maria Gonzalez");
    let logged = office.json(&["log", &customer, "--kind", "call", "--out", "--outcome", "no_answer", "--at", "8:30"]);
    let entry = logged["entry"].as_str().unwrap();
    let corrected = office.json(&["correct", entry, "Nobody there"]);
    assert_eq!((&corrected["id"], &corrected["text"]), (&entry.into(), &"Nobody there".into()));
    office.json(&["correct", &entry[entry.len() - 6..], "Nobody there yet"]);
    let page = office.json(&["timeline", &customer]);
    let shown = page["entries"].as_array().unwrap().iter().find(|shown| shown["id"] == entry).unwrap();
    assert_eq!((&shown["text"], &shown["corrected"]), (&"Nobody there yet".into(), &true.into()));
    assert_eq!(shown["before_correction"], serde_json::json!(["", "Nobody there"]));
    assert_eq!(shown["occurred_at"], "2026-03-02T16:30:00.000Z");
    let promise = office.promise(&customer, "x", "fri 9:00");
    assert_eq!(office.refusal(&["correct", &promise, "y"]), "refused", "a promise keeps its words");
    assert_eq!(office.refusal(&["correct", entry, "  "]), "invalid");
}

#[test]
fn a_customer_taken_back_is_gone_until_brought_back() {
    let office = Office::staffed();
    let customer = id(&office.json(&["customer", "add", "Mistake", "--email", "m@example.com"]));
    office.json(&["take-back", "m@example.com"]);
    assert_eq!(office.json(&["find", "mistake"])["total"], 0);
    assert_eq!(office.refusal(&["log", &customer, "--kind", "note", "x"]), "refused");
    office.json(&["redo", &customer]);
    assert_eq!(office.json(&["find", "mistake"])["total"], 1);
    office.json(&["log", &customer, "--kind", "note", "x"]);
    assert_eq!(office.refusal(&["take-back", &customer]), "refused", "more has happened since");
}

#[test]
fn what_says_nothing_is_not_logged() {
    let office = Office::staffed();
    let customer = office.customer("Maria Gonzalez");
    assert_eq!(office.refusal(&["log", &customer, "--kind", "call", ""]), "invalid");
    assert_eq!(office.refusal(&["log", &customer, "--kind", "call", "x", "--at", "tomorrow 9:00"]), "invalid");
    assert_eq!(office.refusal(&["log", &customer, "--kind", "note", "--in", "x"]), "invalid");
    assert_eq!(
        office.refusal(&["log", &customer, "--kind", "note", "x", "--promise", "", "--due", "fri 9:00"]),
        "invalid"
    );
    assert_eq!(office.refusal(&["log", &customer, "--kind", "note", "x", "--promise", "y", "--due", "8:00"]), "past");
    assert_eq!(office.json(&["timeline", &customer])["entries"].as_array().unwrap().len(), 1, "all or nothing");
    assert_eq!(office.json(&["customer", "show", &customer])["open_promises"], Value::Array(Vec::new()));
}

#[test]
fn people_read_queue_and_timeline_in_tables() {
    let mut office = Office::staffed();
    let customer = office.customer("Maria Gonzalez");
    let promise = office.promise(&customer, "The price", "fri 17:00");
    office.now = "2026-03-07T03:00:00Z".to_owned();
    let queue = office.run(&["queue"]).out;
    for said in
        ["today 17:00", "late by 2 h", "Maria Gonzalez", "The price", "Dan Ortiz", &promise[28..], "1 promise, 1 late"]
    {
        assert!(queue.contains(said), "{said}: {queue}");
    }
    let timeline = office.run(&["timeline", &customer]).out;
    for said in ["promise missed", "promise made", "customer added", "Mon 2 Mar 09:00"] {
        assert!(timeline.contains(said), "{said}: {timeline}");
    }
    let commands: [&[&str]; 9] = [
        &["customer", "show", &customer],
        &["find", "maria"],
        &["office", "show"],
        &["member", "list"],
        &["due"],
        &["report", "kept"],
        &["imports"],
        &["check"],
        &["promise", "show", &promise],
    ];
    for command in commands {
        let said = office.run(command);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{command:?}");
        assert!(!said.out.trim().is_empty() && !said.out.starts_with('{'), "{command:?}: {}", said.out);
    }
}
