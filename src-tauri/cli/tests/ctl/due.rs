//! `due`: the decisions of the bell without a display, for every member, at any moment.

use crate::support::Office;
use serde_json::Value;

/// What is told at that wall time of the office's Monday, and recorded as told: kind and to whom; and when to ask again.
fn told(office: &Office, at: &str) -> (Vec<(String, String)>, String) {
    let due = office.json(&["due", "--at", &format!("2026-03-02 {at}"), "--mark"]);
    let word = |notice: &Value, key: &str| notice[key].as_str().unwrap().to_owned();
    let notices = due["notices"].as_array().unwrap().iter();
    let next = due["next_at"].as_str().unwrap_or_default().to_owned();
    (notices.map(|notice| (word(notice, "kind"), word(notice, "to"))).collect(), next)
}

#[test]
fn the_whole_ladder_can_be_read_with_the_moment_of_each_next_step() {
    let office = Office::staffed();
    office.json(&["office", "set", "zone", "UTC"]);
    office.json(&["office", "set", "hours", "mon-fri 08:00-12:00,13:00-18:00"]);
    office.json(&["member", "backup", "dan", "amy"]);
    let ana = office.customer("Ana Sousa");
    let promise = office.promise(&ana, "The price", "2026-03-02 23:50");
    office.json(&["promise", "move", &promise, "--due", "2026-03-02 22:50", "--agreed"]);
    let at = |time: &str| format!("2026-03-02T{time}:00.000Z");
    assert_eq!(told(&office, "22:49"), (vec![], at("22:50")));
    let due = ("due".to_owned(), "Dan Ortiz".to_owned());
    // Closed by then: the first announcement comes all the same, the steps wait for the opening.
    assert_eq!(told(&office, "22:50"), (vec![due], at("08:05").replace("02T", "03T")));
    let after = |time: &str| {
        let due = office.json(&["due", "--at", &format!("2026-03-03 {time}"), "--mark"]);
        let kinds = due["notices"].as_array().unwrap().iter();
        let kinds: Vec<String> = kinds.map(|n| format!("{} {}", n["kind"], n["to"]).replace('"', "")).collect();
        (kinds.join(", "), due["next_at"].as_str().unwrap_or_default().replace(":00.000Z", ""))
    };
    assert_eq!(after("08:04"), (String::new(), "2026-03-03T08:05".into()));
    assert_eq!(after("08:05"), ("late Dan Ortiz".into(), "2026-03-03T08:15".into()));
    assert_eq!(after("08:15"), ("escalated Amy Reyes".into(), "2026-03-03T08:30".into()));
    assert_eq!(after("08:30"), ("escalated Ana Cruz".into(), "2026-03-04T08:00".into()));
    let timeline = office.json(&["timeline", &ana]);
    let entries: Vec<_> = timeline["entries"].as_array().unwrap().iter().collect();
    let escalated: Vec<_> = entries.iter().filter(|entry| entry["kind"] == "promise_escalated").collect();
    assert_eq!(escalated.len(), 2, "each step to others stands in the history");
    assert_eq!(
        (&escalated[0]["by"], &escalated[0]["occurred_at"]),
        (&"Kept".into(), &"2026-03-03T08:30:00.000Z".into())
    );
    assert_eq!(office.refusal(&["take-back", escalated[0]["id"].as_str().unwrap()]), "refused", "it was told");
}
