//! The office's calendar on the command line.

use crate::support::{Office, has_keys};

#[test]
fn days_of_its_own_are_set_listed_and_reckoned_with() {
    let office = Office::staffed();
    office.json(&["office", "set", "hours", "mon-fri 09:00-12:00,13:00-17:00"]);
    let set = office.run_json(&["office", "set", "holidays", "US-CA"]);
    assert!(set.err.contains("not those of CA"), "{}", set.err);
    assert_eq!(set.value()["holidays"], "US-CA");
    let day = office.json(&["office", "day", "2026-03-31", "closed", "--yearly", "--name", "Cesar Chavez Day"]);
    assert_eq!((&day["total"], &day["days"][0]["source"]), (&1.into(), &"yearly".into()));
    let days = office.json(&["office", "days", "2026"]);
    has_keys(&days, "total days");
    assert!(days["days"].as_array().unwrap().iter().any(|day| day["day"] == "2026-12-25"));
    let open = office.json(&["office", "open", "--at", "31 mar 10:00"]);
    has_keys(&open, "at open opens_at opens_local rolled closes_at closes_local");
    assert_eq!((&open["open"], &open["opens_local"]), (&false.into(), &"2026-04-01T09:00:00".into()));
    let shown = office.json(&["office", "calendar"]);
    has_keys(&shown, "zone hours week holidays country_known subdivision_known notes now");
    let said = office.run(&["office", "open", "--at", "31 mar 10:00"]).out;
    assert!(said.starts_with("Closed. Opens "), "{said}");
    assert!(office.run(&["office", "calendar"]).out.contains("09:00-12:00, 13:00-17:00"));
    assert!(office.run(&["office", "days", "2026"]).out.contains("Cesar Chavez Day"));
    assert_eq!(office.refusal(&["office", "day", "2026-03-31", "now and then"]), "invalid");
}

#[test]
fn a_promise_can_be_due_in_working_time() {
    let office = Office::staffed();
    office.json(&["office", "set", "hours", "mon-fri 09:00-12:00,13:00-17:00"]);
    let customer = office.customer("Maria Gonzalez");
    // It is Monday, 09:00.
    let made = office.run_json(&["promise", "make", &customer, "Call", "--due", "in 9 working hours"]);
    assert!(made.err.contains("Counted in opening hours."), "{}", made.err);
    assert_eq!(made.value()["due_local"], "2026-03-03T11:00:00");
}
