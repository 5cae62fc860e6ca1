//! Promises that come again, on the command line.

use crate::support::{Office, id};

#[test]
fn a_care_call_comes_again_when_it_is_answered() {
    let office = Office::staffed();
    let customer = office.customer("Maria Gonzalez");
    let made =
        office.run_json(&["promise", "make", &customer, "Care call", "--repeat", "every 31st 10am", "--owner", "dan"]);
    assert!(made.err.contains("Comes every month on the 31st, 10:00, first Tuesday 31 March, 10:00"), "{}", made.err);
    let first = made.value();
    assert_eq!((&first["due_local"], &first["repeat"]["number"]), (&"2026-03-31T10:00:00".into(), &1.into()));
    let kept = office.json(&["promise", "keep", &id(&first)]);
    let next = kept["repeat"]["next"].as_str().expect("the next one").to_owned();
    assert_eq!(office.json(&["promise", "show", &next])["due_local"], "2026-04-30T10:00:00");
    assert_eq!(office.json(&["promise", "series", &next])["total"], 2);
    office.json(&["promise", "repeat", &next, "--stop"]);
    let last = office.json(&["promise", "keep", &next]);
    assert!(last.get("repeat").is_none());
    assert_eq!(office.json(&["queue"])["total"], 0);
}

#[test]
fn a_first_time_and_a_rule_go_together_or_are_refused() {
    let office = Office::staffed();
    let customer = office.customer("Maria Gonzalez");
    fn make<'a>(customer: &'a str, rest: &[&'a str]) -> Vec<&'a str> {
        [&["promise", "make", customer, "Call"], rest].concat()
    }
    let customer = customer.as_str();
    let weekly = office.json(&make(customer, &["--due", "fri 10:00", "--repeat", "weekly", "--on-closed", "forward"]));
    assert_eq!(
        (&weekly["repeat"]["words"], &weekly["repeat"]["on_closed"]),
        (&"every Friday, 10:00".into(), &"forward".into())
    );
    assert_eq!(office.refusal(&make(customer, &["--due", "fri 10:00", "--repeat", "every monday"])), "mismatch");
    assert_eq!(office.refusal(&make(customer, &["--repeat", "every monday"])), "no_time");
    assert_eq!(office.refusal(&make(customer, &["--repeat", "every second monday 10:00"])), "ambiguous");
    assert_eq!(office.run_json(&make(customer, &[])).error(2), "usage");
    assert_eq!(office.run_json(&make(customer, &["--due", "fri 10:00", "--on-closed", "skip"])).error(2), "usage");
}
