//! This desk's own choices: kept here, shared with nobody, never in the log.

use crate::support::desk::TestDesk;
use kept_core::{api, error::Code};
use serde_json::{Value, json};

fn set(desk: &TestDesk, name: &str, value: Value) -> kept_core::error::Result<Value> {
    api::call(desk, "preference_set", json!({ "name": name, "value": value })).map(|reply| reply.value)
}

fn all(desk: &TestDesk) -> Value {
    api::call(desk, "preference_list", json!({})).unwrap().value
}

#[test]
fn a_choice_stays_when_the_desk_is_opened_again_and_null_drops_it() {
    let mut desk = TestDesk::at("2026-03-02T09:00Z");
    set(&desk, "theme", json!("dark")).unwrap();
    set(&desk, "keys", json!({ "find": ["/"], "promise": null })).unwrap();
    desk.reopen();
    assert_eq!(all(&desk), json!({ "preferences": { "keys": { "find": ["/"], "promise": null }, "theme": "dark" } }));
    set(&desk, "theme", Value::Null).unwrap();
    set(&desk, "theme", Value::Null).unwrap();
    assert_eq!(all(&desk)["preferences"].as_object().unwrap().len(), 1);
}

#[test]
fn anybody_may_choose_even_before_the_first_run_and_the_log_says_nothing_of_it() {
    let desk = TestDesk::empty("2026-03-02T09:00Z");
    set(&desk, "density", json!("compact")).unwrap();
    assert_eq!(all(&desk)["preferences"]["density"], "compact");
    assert!(desk.events().unwrap().is_empty());
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let before = desk.events().unwrap().len();
    for who in ["Amy", "Dan", "Ruth"] {
        desk.acts(who);
        set(&desk, "theme", json!(who)).unwrap();
    }
    assert_eq!(desk.events().unwrap().len(), before);
}

#[test]
fn a_choice_cannot_reach_another_setting_or_fill_the_disk() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let long = "n".repeat(65);
    for name in ["", "Theme", "signed in", "a/b", "ü", "1st", ".x", "a*", &long] {
        assert_eq!(set(&desk, name, json!(1)).unwrap_err().code, Code::Invalid, "{name}");
    }
    assert_eq!(set(&desk, "big", json!("x".repeat(40_000))).unwrap_err().code, Code::Invalid);
    for n in 0..200 {
        set(&desk, &format!("choice{n}"), json!(n)).unwrap();
    }
    assert_eq!(set(&desk, "one.more", json!(1)).unwrap_err().code, Code::Invalid);
    set(&desk, "choice7", json!("changed")).unwrap();
    assert_eq!(all(&desk)["preferences"]["choice7"], "changed");
    assert_eq!(all(&desk)["preferences"].as_object().unwrap().len(), 200);
    assert_eq!(desk.member().unwrap().name, "Ruth Adler", "who is signed in is a setting of another kind");
}
