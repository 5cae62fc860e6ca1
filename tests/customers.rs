//! Customers: adding, changing, showing, taking back.

use crate::support::desk::{TestDesk, everything};
use kept_core::{
    customer::{CustomerChange, NewCustomer, NewPhone},
    error::Code,
};

#[test]
fn everything_put_in_comes_out_again() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let added = desk.add_customer(everything("Carl Lindgren")).unwrap().value;
    let shown = desk.show_customer(added.id).unwrap();
    assert_eq!(shown.card.phones[0].e164.as_deref(), Some("+12065550142"));
    assert_eq!(shown.card.phones[0].typed, "(206) 555-0142 x12");
    assert_eq!(shown.card.phones[0].extension, "12");
    assert_eq!(shown.card.emails[0].address, "Carl@Lindgren.example");
    assert_eq!(shown.card.fields["plate"], "7ABC-123");
    assert_eq!(shown.card.birthday, "1969-07-20");
    assert_eq!(shown.entries, 1);
    assert_eq!(shown.created_at, desk.now());
}

#[test]
fn a_change_replaces_single_values_and_adds_to_lists() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let id = desk.add_customer(everything("Carl Lindgren")).unwrap().value.id;
    let change = CustomerChange {
        name: Some("Carl J. Lindgren".into()),
        note: Some(String::new()),
        add_phones: vec![NewPhone { typed: "+44 20 7946 0812".into(), ..NewPhone::default() }],
        remove_emails: vec!["carl@lindgren.example".into()],
        add_tags: vec!["van".into()],
        remove_tags: vec!["vip".into()],
        remove_fields: vec!["plate".into()],
        ..CustomerChange::default()
    };
    let card = desk.change_customer(id, change).unwrap().value.card;
    assert_eq!(card.name, "Carl J. Lindgren");
    assert_eq!(card.note, "");
    assert_eq!(card.phones.len(), 2);
    assert!(card.emails.is_empty() && card.fields.is_empty());
    assert_eq!(card.tags, ["van"]);
}

#[test]
fn a_change_that_changes_nothing_leaves_no_entry() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let id = desk.add_customer(everything("Carl Lindgren")).unwrap().value.id;
    let same = CustomerChange {
        name: Some("Carl Lindgren".into()),
        add_tags: vec!["vip".into()],
        ..CustomerChange::default()
    };
    let written = desk.change_customer(id, same).unwrap();
    assert!(written.change.is_empty());
    assert_eq!(desk.kinds(id), ["customer_added"]);
}

#[test]
fn what_cannot_be_a_customer_is_refused_in_one_sentence_and_nothing_is_written() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let refused = [
        NewCustomer::default(),
        NewCustomer { name: "   ".into(), ..NewCustomer::default() },
        NewCustomer { name: "x".repeat(20_000), ..NewCustomer::default() },
        NewCustomer { birthday: "2026-02-30".into(), ..everything("A") },
        NewCustomer { phones: vec![NewPhone::default()], ..everything("A") },
    ];
    for given in refused {
        let error = desk.add_customer(given).unwrap_err();
        assert_eq!(error.code, Code::Invalid, "{}", error.message);
        assert!(error.message.ends_with('.'), "{}", error.message);
    }
    assert_eq!(desk.check().unwrap().customers, 0);
}

#[test]
fn a_phone_alone_is_enough_to_be_a_customer() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let phones = vec![NewPhone { typed: "206 555 0142".into(), ..NewPhone::default() }];
    let added = desk.add_customer(NewCustomer { phones, ..NewCustomer::default() }).unwrap().value;
    assert_eq!(added.card.name, "206 555 0142");
}

#[test]
fn a_likely_double_is_a_warning_with_its_reason() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    desk.add_customer(everything("Carl Lindgren")).unwrap();
    let by_phone = desk.add_customer(everything("Anna Lindgren")).unwrap().value;
    assert_eq!(by_phone.doubles.len(), 1);
    assert_eq!(by_phone.doubles[0].why, "same phone +1 206 555 0142, same e-mail carl@lindgren.example");
    let by_name =
        desk.add_customer(NewCustomer { name: "Lindgren, Carl".into(), ..NewCustomer::default() }).unwrap().value;
    assert_eq!(by_name.doubles[0].why, "same name");
}

#[test]
fn adding_a_customer_can_be_taken_back_until_more_has_happened() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let gone = desk.customer("Gone", "");
    desk.take_back(gone, "").unwrap();
    assert!(desk.found("gone").is_empty());
    assert!(desk.show_customer(gone).unwrap().taken_back);
    desk.redo(gone).unwrap();
    assert_eq!(desk.found("gone"), ["Gone"]);
    desk.note(gone, "called about the van");
    let refused = desk.take_back(gone, "").unwrap_err();
    assert_eq!(refused.code, Code::Refused);
}

#[test]
fn a_customer_is_meant_by_id_ending_number_or_address() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.add_customer(everything("Carl")).unwrap().value.id;
    let id = carl.to_string();
    for text in [id.as_str(), &id[id.len() - 8..], "206-555-0142", "+12065550142", "carl@lindgren.EXAMPLE"] {
        assert_eq!(desk.resolve_customer(text).unwrap(), carl, "{text}");
    }
    for text in ["", "zzz", "000000", "206-555-0199", "nobody@example.com", "--help"] {
        assert_eq!(desk.resolve_customer(text).unwrap_err().code, Code::NotFound, "{text}");
    }
}
