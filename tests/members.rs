//! Members: a second of the same name, leaving with what is owed handed over, and the hours they work by.

use crate::support::desk::TestDesk;
use kept_core::{api, error::Code};
use serde_json::{Value, json};

fn call(desk: &TestDesk, name: &str, args: Value) -> kept_core::error::Result<Value> {
    api::call(desk, name, args).map(|reply| reply.value)
}

#[test]
fn a_second_dan_comes_with_more_of_the_name() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let add = |name: &str| call(&desk, "member_add", json!({ "name": name, "role": "manager", "new": true }));
    for taken in ["Dan", "dan ortiz", "DAN", "Dan  Ortiz "] {
        let refused = add(taken).unwrap_err();
        assert_eq!(refused.code, Code::Refused, "{taken}");
        assert!(refused.message.contains("Dan Ortiz is here already."), "{}", refused.message);
    }
    let dan = desk.members().into_iter().find(|member| member.name == "Dan Ortiz").unwrap();
    assert_eq!(dan.role, kept_core::event::Role::Sales, "nobody's role was changed on the way");
    add("Dan Miller").unwrap();
    add("Dana").unwrap();
    add("Da").unwrap();
    assert_eq!(desk.members().len(), 7);
}

#[test]
fn the_name_of_somebody_who_has_left_is_free() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    call(&desk, "member_leave", json!({ "member": "Dan", "hand_to": "Sam" })).unwrap();
    call(&desk, "member_add", json!({ "name": "Dan", "new": true })).unwrap();
    assert_eq!(desk.members().iter().filter(|member| member.name.starts_with("Dan")).count(), 2);
}

#[test]
fn who_leaves_hands_over_what_they_owe_and_the_answer_counts_it() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl Lindgren", "");
    let mats = desk.promise(carl, "Mats", "17:00", "Dan");
    let seats = desk.promise(carl, "Seats", "tomorrow 10am", "Dan");
    desk.promise(carl, "Plates", "17:00", "Amy");
    call(&desk, "promise_keep", json!({ "id": seats.id })).unwrap();
    let gone = call(&desk, "member_leave", json!({ "member": "Dan", "hand_to": "Sam" })).unwrap();
    assert_eq!(
        gone,
        json!({ "name": "Dan Ortiz", "role": "sales", "left": true, "signed_in": false, "handed_over": 1 })
    );
    assert_eq!(call(&desk, "promise_show", json!({ "id": mats.id })).unwrap()["owner"], "Sam Okoye");
}

#[test]
fn who_leaves_while_signed_in_is_signed_out() {
    let mut desk = TestDesk::at("2026-03-02T09:00Z");
    call(&desk, "member_add", json!({ "name": "Amy Reyes", "role": "manager" })).unwrap();
    let gone = call(&desk, "member_leave", json!({ "member": "Ruth", "hand_to": "Amy" })).unwrap();
    assert_eq!((&gone["handed_over"], &gone["signed_in"]), (&json!(0), &json!(false)));
    let refused = call(&desk, "customer_add", json!({ "name": "Eve" })).unwrap_err();
    assert!(refused.message.contains("Nobody is signed in"), "{}", refused.message);
    desk.reopen();
    assert!(desk.member().is_none(), "several could be meant, so nobody is");
    call(&desk, "sign_in", json!({ "member": "Amy" })).unwrap();
}

#[test]
fn hours_are_read_as_a_week_and_say_what_is_wrong() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let read = |text: &str| call(&desk, "hours_read", json!({ "text": text }));
    let week = read("Mon-Fri 8-12, 13:00-18:00; sat 22:00-24:00").unwrap();
    assert_eq!(week["hours"], "mon-fri 08:00-12:00,13:00-18:00; sat 22:00-24:00");
    let days = week["week"].as_array().unwrap();
    assert_eq!(days.len(), 7);
    assert_eq!(days[4], json!([{ "from": "08:00", "to": "12:00" }, { "from": "13:00", "to": "18:00" }]));
    assert_eq!((&days[5], &days[6]), (&json!([{ "from": "22:00", "to": "24:00" }]), &json!([])));
    let always = read(" ").unwrap();
    assert_eq!(always, json!({ "hours": "", "week": [[], [], [], [], [], [], []] }));
    let wrong = read("tue 08:00-12:00,11:00-13:00").unwrap_err();
    assert!(wrong.message.contains("On Tuesday"), "{}", wrong.message);
    assert_eq!(desk.office().settings.hours, "", "reading writes nothing");
}
