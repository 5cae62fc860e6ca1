//! The telephone rings: who it may be, and never a guess.

use crate::support::desk::TestDesk;
use kept_core::{
    customer::{NewCustomer, NewPhone},
    find::{Caller, CallerKind},
};

fn called(desk: &TestDesk, text: &str) -> Caller {
    desk.caller(text).unwrap()
}

fn names(caller: &Caller) -> Vec<(&str, &str)> {
    caller.hits.iter().map(|hit| (hit.name.as_str(), hit.why.as_str())).collect()
}

#[test]
fn a_caller_is_known_by_exactly_their_number_however_it_is_written() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    desk.customer("Carl Lindgren", "(206) 555-0142");
    desk.customer("Ben Ortiz", "(206) 555-1420");
    for text in
        ["+12065550142", "206 555 0142", "12065550142", "tel:+1-206-555-0142", "\u{202a}+1 206 555 0142\u{202c}"]
    {
        let caller = called(&desk, text);
        assert_eq!((caller.kind, caller.certain, caller.number.as_str()), (CallerKind::Number, true, "+12065550142"));
        assert_eq!(names(&caller), [("Carl Lindgren", "same number")], "{text}");
    }
}

#[test]
fn everybody_who_has_the_number_is_named_those_dealt_with_last_first() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl Lindgren", "206 555 0142");
    desk.customer("Maja Lindgren", "206 555 0142");
    desk.it_is("2026-03-02T10:00Z").note(carl, "Asked about the mats");
    desk.settle();
    let caller = called(&desk, "+1 206 555 0142");
    assert_eq!(names(&caller), [("Carl Lindgren", "same number"), ("Maja Lindgren", "same number")]);
}

#[test]
fn a_number_written_without_its_area_code_is_offered_with_the_reason_and_is_not_certain() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let local = NewPhone { typed: "555-0142".into(), ..NewPhone::default() };
    desk.add_customer(NewCustomer { name: "Ana Sousa".into(), phones: vec![local], ..NewCustomer::default() }).unwrap();
    desk.customer("Ben Ortiz", "(206) 555-0143");
    let caller = called(&desk, "+12065550142");
    assert_eq!((caller.certain, names(&caller)), (false, vec![("Ana Sousa", "same last 7 digits")]));
}

#[test]
fn an_extension_or_a_stranger_is_nobody() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    desk.customer("Carl Lindgren", "(206) 555-0142");
    for text in ["142", "0142", "50142", "+351 912 345 678"] {
        let caller = called(&desk, text);
        assert_eq!((caller.kind, names(&caller)), (CallerKind::Number, vec![]), "{text}");
    }
}

#[test]
fn whatever_a_telephone_hands_over_is_answered() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    desk.customer("Carl Lindgren", "(206) 555-0142");
    let naughty: Vec<String> = serde_json::from_str(include_str!("fixtures/hostile/blns.json")).unwrap();
    for text in naughty {
        let caller = called(&desk, &text);
        assert!(caller.hits.is_empty(), "{text} is Carl");
        assert_eq!(caller.kind == CallerKind::Number, !caller.number.is_empty(), "{text}");
        assert!(caller.number.chars().count() <= 120 && !caller.number.contains('<'), "{text}");
    }
    let caller = called(&desk, &"1".repeat(10_000));
    assert_eq!((caller.kind, caller.number.as_str()), (CallerKind::NoNumber, ""));
    assert_eq!(called(&desk, "%CallerNumber%").kind, CallerKind::Withheld);
}

#[test]
fn a_customer_who_was_taken_back_does_not_call() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl Lindgren", "(206) 555-0142");
    desk.take_back(carl, "").unwrap();
    assert!(called(&desk, "+12065550142").hits.is_empty());
}
