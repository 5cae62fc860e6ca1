//! Likely doubles, told while somebody is being typed in.

use crate::support::desk::TestDesk;
use kept_core::{
    api,
    customer::{NewCustomer, NewEmail, NewPhone},
};
use serde_json::json;

fn draft(name: &str, phone: &str, email: &str) -> NewCustomer {
    let mut draft = NewCustomer { name: name.into(), ..NewCustomer::default() };
    if !phone.is_empty() {
        draft.phones.push(NewPhone { typed: phone.into(), ..NewPhone::default() });
    }
    if !email.is_empty() {
        draft.emails.push(NewEmail { address: email.into(), label: String::new() });
    }
    draft
}

fn office() -> TestDesk {
    let desk = TestDesk::at("2026-03-03T08:00Z");
    desk.add_customer(draft("José Müller", "(206) 555-0142", "jose@example.com")).unwrap();
    desk.add_customer(draft("Anna Schmidt", "206 555 0177", "")).unwrap();
    desk.add_customer(draft("Carl Lindgren", "", "carl@example.com")).unwrap();
    desk
}

/// Names with the reason, as `name: why`.
fn told(desk: &TestDesk, draft: &NewCustomer) -> Vec<String> {
    let doubles = desk.likely_doubles(draft, None).unwrap();
    doubles.into_iter().map(|double| format!("{}: {}", double.name, double.why)).collect()
}

#[test]
fn the_same_number_address_name_or_sound_is_told_with_the_reason() {
    let desk = office();
    for (typed, wanted) in [
        (draft("", "+1 206-555-0142", ""), vec!["José Müller: same phone +1 206 555 0142"]),
        (draft("", "", " CARL@example.com"), vec!["Carl Lindgren: same e-mail carl@example.com"]),
        (draft("lindgren carl", "", ""), vec!["Carl Lindgren: same name"]),
        (draft("Ana Schmitt", "", ""), vec!["Anna Schmidt: the name sounds the same"]),
        (
            draft("Jose Mueller", "2065550142", ""),
            vec!["José Müller: same phone +1 206 555 0142, the name sounds the same"],
        ),
        (
            draft("Karl Lindgreen", "206 555 0177", ""),
            vec!["Anna Schmidt: same phone +1 206 555 0177", "Carl Lindgren: the name sounds the same"],
        ),
        (draft("Anna", "", ""), vec![]),
        (draft("Anna Brown", "206 555 01", "anna@"), vec![]),
        (NewCustomer::default(), vec![]),
    ] {
        assert_eq!(told(&desk, &typed), wanted, "{typed:?}");
    }
    let parts = NewCustomer { given_name: "Karl".into(), family_name: "Lindgren".into(), ..NewCustomer::default() };
    assert_eq!(told(&desk, &parts), ["Carl Lindgren: the name sounds the same"]);
}

#[test]
fn nobody_is_their_own_double_and_who_was_taken_back_is_nobodys() {
    let desk = office();
    let carl = desk.find("lindgren", 1).unwrap().hits[0].id;
    assert_eq!(desk.likely_doubles(&draft("Karl Lindgren", "", ""), Some(carl)).unwrap(), []);
    desk.take_back(carl, "").unwrap();
    assert_eq!(told(&desk, &draft("Karl Lindgren", "", "")), Vec::<String>::new());
}

#[test]
fn a_renamed_customer_is_found_by_the_new_sound_only_and_a_rebuild_changes_nothing() {
    let desk = office();
    let carl = desk.find("lindgren", 1).unwrap().hits[0].id;
    let args = json!({ "id": carl, "name": "Peter Hansen" });
    api::call(&desk, "customer_change", args).unwrap();
    assert_eq!(told(&desk, &draft("Karl Lindgren", "", "")), Vec::<String>::new());
    assert_eq!(told(&desk, &draft("Pieter Hanson", "", "")), ["Peter Hansen: the name sounds the same"]);
    assert!(desk.check().unwrap().ok);
}

#[test]
fn the_window_asks_with_what_was_typed_so_far() {
    let desk = office();
    let args = json!({ "draft": { "name": "Anna Schmid", "phones": [{ "typed": "206 555" }] }, "except": null });
    let reply = api::call(&desk, "customer_doubles", args).unwrap();
    assert_eq!(reply.value["doubles"][0]["name"], "Anna Schmidt");
    assert_eq!(reply.change, None);
}

#[test]
fn whatever_is_typed_it_answers() {
    let desk = office();
    let Some(text) = crate::support::shared_text("hostile/blns.json") else { return };
    let strings: Vec<String> = serde_json::from_str(&text).unwrap();
    for text in strings {
        desk.likely_doubles(&draft(&text, &text, &text), None).unwrap();
    }
}
