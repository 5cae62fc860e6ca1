//! `demo`: five stories to try Kept out on.

use crate::support::Office;

#[test]
fn the_demo_tells_five_stories_in_an_empty_office_only() {
    let office = Office::empty();
    let made = office.json(&["demo", "--as", "Ruth Adler"]);
    assert_eq!((&made["customers"], &made["promises"]), (&5.into(), &17.into()));
    let queue = office.json(&["queue"]);
    assert!(queue["late"].as_u64().unwrap() >= 2, "{queue}");
    assert_eq!(office.json(&["member", "list"])["members"].as_array().unwrap().len(), 4);
    let due = office.json(&["due"]);
    assert!(!due["notices"].as_array().unwrap().is_empty(), "the bell has something to announce");
    assert_eq!(office.json(&["check"])["ok"], true);
    assert_eq!(office.refusal(&["demo"]), "refused");
    let people = Office::staffed();
    people.customer("Maria Gonzalez");
    assert_eq!(people.refusal(&["demo"]), "refused");
    assert!(Office::empty().run(&["demo", "--as", "Ruth"]).out.starts_with("Made 5 customers with "));
}
