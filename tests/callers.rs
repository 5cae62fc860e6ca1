//! The telephone rings: who it may be, and never a guess.

use crate::support::{
    desk::{TestDesk, everything},
    shared_text,
};
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
fn what_is_to_be_known_first_stands_in_the_row_of_who_calls() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let given = everything("Carl Lindgren");
    desk.add_customer(NewCustomer { note: "Wife ill: do not ask for her. ".repeat(20), ..given }).unwrap();
    desk.settle();
    let note = desk.caller("+1 206 555 0142").unwrap().hits.remove(0).note;
    assert!(note.starts_with("Wife ill: do not ask for her.") && note.ends_with('…') && note.chars().count() == 241);
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

#[test]
fn every_address_in_use_is_read_as_its_standard_says() {
    let Some(table) = shared_text("telephony/tel_uris.tsv") else { return };
    let desk = TestDesk::at("2026-03-02T09:00Z");
    desk.customer("Tom Adler", "+1 201 555 0123");
    let mut tried = 0;
    for line in table.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [uri, expected, ..] = cells.as_slice() else { panic!("{line}") };
        let caller = called(&desk, uri);
        match *expected {
            // Its context says where it is dialled, and makes no other number of it.
            expected if expected.contains("NOT concatenation") => assert_eq!(caller.number, "863-1234", "{uri}"),
            "" => assert_eq!((caller.kind, caller.number.as_str()), (CallerKind::Withheld, ""), "{uri}"),
            number => assert_eq!((caller.kind, caller.number.as_str()), (CallerKind::Number, number), "{uri}"),
        }
        assert_eq!(caller.certain, *expected == "+12015550123", "{uri} is {caller:?}");
        tried += 1;
    }
    assert!(tried > 10, "{tried} addresses");
}

#[test]
fn every_invitation_of_a_sip_telephone_is_read_header_by_header() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    desk.customer("Alice Example", "+1 650 253 0000");
    desk.customer("André Petit", "+33 1 42 68 53 00");
    let invitations: [(&str, &str, CallerKind, &str, &str); 6] = [
        ("00", "+16502530000", CallerKind::Number, "Alice Example", "Alice Example"),
        ("02", "+16502530000", CallerKind::Number, "", "Alice Example"),
        ("04", "0016502530000", CallerKind::Number, "", "Alice Example"),
        ("06", "+33142685300", CallerKind::Number, "=?UTF-8?Q?Andr=C3=A9?=", "André Petit"),
        ("08", "7042", CallerKind::Number, "", ""),
        ("10", "", CallerKind::Withheld, "<script>alert(1)</script>", ""),
    ];
    for (n, number, kind, name, customer) in invitations {
        let Some(text) = shared_text(&format!("telephony/invite-{n}.sip")) else { return };
        let from = text.lines().find_map(|line| line.strip_prefix("From: ")).expect("an invitation is from somebody");
        let caller = called(&desk, from);
        assert_eq!((caller.kind, caller.number.as_str(), caller.name.as_str()), (kind, number, name), "{n}");
        let hits: Vec<&str> = caller.hits.iter().map(|hit| hit.name.as_str()).collect();
        assert_eq!(hits, Some(customer).filter(|name| !name.is_empty()).into_iter().collect::<Vec<_>>(), "{n}");
        // Each line of it, whole or from any sign on, is answered too.
        for line in text.lines() {
            for (at, _) in line.match_indices([':', '<', '"', '@', ';']) {
                let caller = called(&desk, &line[at..]);
                assert_eq!(caller.kind == CallerKind::Number, !caller.number.is_empty(), "{line}");
            }
        }
    }
}

#[test]
fn an_assistant_says_which_way_a_call_goes_and_that_it_has_ended() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    desk.customer("Carl Lindgren", "(206) 555-0142");
    let caller = called(&desk, "/N:S /C:2065550142 /T:O /I:7");
    assert_eq!((caller.outgoing, caller.ended, names(&caller)), (true, false, vec![("Carl Lindgren", "same number")]));
    assert!(called(&desk, "/N:E /C:2065550142 /T:O /I:7").ended);
    assert_eq!(called(&desk, "/N:S /C: /T:I /I:7").kind, CallerKind::Withheld);
}
