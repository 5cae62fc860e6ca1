//! Find: one box for everything that is known of somebody.

use crate::support::desk::{TestDesk, everything};
use kept_core::customer::{CustomerChange, NewCustomer, NewPhone};

fn why(desk: &TestDesk, query: &str) -> String {
    desk.find(query, 20).unwrap().hits.first().map(|hit| hit.why.clone()).unwrap_or_default()
}

#[test]
fn names_are_found_in_any_order_by_their_beginnings() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    desk.customer("Carl Lindgren", "");
    desk.customer("Anna Lindqvist", "");
    for query in ["carl", "lindgren carl", "LIND c", "c l", "lindg"] {
        assert_eq!(desk.found(query), ["Carl Lindgren"], "{query}");
    }
    assert!(desk.found("indgren").is_empty(), "not the middle of a word");
}

#[test]
fn names_are_found_with_and_without_accents() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    for name in ["Jürgen Müller", "Мария Иванова", "José Núñez", "Łukasz Żak", "Øyvind Åsen"] {
        desk.customer(name, "");
    }
    for (query, name) in [
        ("muller", "Jürgen Müller"),
        ("mueller", "Jürgen Müller"),
        ("MÜLLER", "Jürgen Müller"),
        ("mu\u{308}ller", "Jürgen Müller"),
        ("ivanova", "Мария Иванова"),
        ("иванова", "Мария Иванова"),
        ("nunez jose", "José Núñez"),
        ("lukasz", "Łukasz Żak"),
        ("oyvind", "Øyvind Åsen"),
        ("aasen", "Øyvind Åsen"),
    ] {
        assert_eq!(desk.found(query), [name], "{query}");
    }
    desk.customer("Anna Mueller", "");
    assert_eq!(desk.found("müller"), ["Anna Mueller", "Jürgen Müller"]);
    assert_eq!(desk.found("muller"), ["Anna Mueller", "Jürgen Müller"]);
}

#[test]
fn three_digits_anywhere_in_a_phone_are_enough_in_any_format() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    desk.customer("Carl", "(206) 555-0142");
    let london = NewCustomer {
        name: "Kane".into(),
        phones: vec![NewPhone { typed: "+44 20 7946 0812".into(), ..NewPhone::default() }],
        ..NewCustomer::default()
    };
    desk.add_customer(london).unwrap();
    for query in
        ["142", "0142", "5550", "206 555 0142", "+1 (206) 555-0142", "1-206", "206/5550142", "٠١٤٢", "０１４２"]
    {
        assert_eq!(desk.found(query), ["Carl"], "{query}");
    }
    for query in ["0812", "020 7946", "0044 20 7946 0812", "+44 (0)20 7946 0812", "kane 7946"] {
        assert_eq!(desk.found(query), ["Kane"], "{query}");
    }
    assert_eq!(why(&desk, "0142"), "phone ends in 0142");
    assert_eq!(why(&desk, "555"), "phone contains 555");
    assert!(desk.found("01").is_empty());
}

#[test]
fn mail_plates_and_firms_are_found_and_the_reason_is_given() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    desk.add_customer(everything("Carl Lindgren")).unwrap();
    for (query, reason) in [
        ("carl@lindgren.example", "name, e-mail Carl@Lindgren.example"),
        ("7abc", "plate 7ABC-123"),
        ("7ABC123", "plate 7ABC-123"),
        ("7abc 123", "plate 7ABC-123"),
        ("abc-123", ""),
        ("sons", "works at Lindgren & Sons"),
        ("vip", "tag vip"),
    ] {
        let found = desk.found(query);
        assert_eq!(found.is_empty(), reason.is_empty(), "{query}");
        assert!(
            why(&desk, query) == reason || (query.contains('@') && why(&desk, query).contains("e-mail")),
            "{query}: {}",
            why(&desk, query)
        );
    }
}

#[test]
fn the_one_dealt_with_last_comes_first() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let first = desk.customer("Ann First", "");
    desk.it_is("2026-03-02T09:01Z").customer("Ann Second", "");
    assert_eq!(desk.found("ann"), ["Ann Second", "Ann First"]);
    desk.it_is("2026-03-02T09:02Z").note(first, "called");
    assert_eq!(desk.settle().found("ann"), ["Ann First", "Ann Second"]);
    assert_eq!(desk.found(""), ["Ann First", "Ann Second"], "nothing typed: those dealt with last");
}

#[test]
fn a_renamed_customer_is_found_at_once_by_the_new_name_only() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let id = desk.customer("Anna Lindgren", "206 555 0142");
    let change = CustomerChange {
        name: Some("Anna Berg".into()),
        remove_phones: vec!["+12065550142".into()],
        ..CustomerChange::default()
    };
    desk.change_customer(id, change).unwrap();
    assert_eq!(desk.found("berg"), ["Anna Berg"]);
    assert!(desk.found("lindgren").is_empty() && desk.found("0142").is_empty());
}

#[test]
fn a_query_never_fails_whatever_it_holds() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    desk.customer("Carl", "");
    let long = "x".repeat(100_000);
    for query in [
        "\"",
        "*",
        "a*b\"c",
        "NEAR(a b)",
        "-carl",
        "carl OR",
        "(",
        "words:carl",
        "\0",
        "^carl",
        long.as_str(),
        "carl AND",
        "'; drop table event; --",
    ] {
        desk.find(query, 20).unwrap();
    }
}
