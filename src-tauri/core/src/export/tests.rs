use super::*;
use crate::customer::{Address, Email, Kind, NewCustomer, NewEmail, NewPhone, Phone};
use crate::import::{self, ReadOptions};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// What a card is when it is put in again.
fn as_new(card: &Card) -> NewCustomer {
    NewCustomer {
        kind: card.kind,
        name: card.name.clone(),
        given_name: card.given_name.clone(),
        family_name: card.family_name.clone(),
        organization: card.organization.clone(),
        title: card.title.clone(),
        birthday: card.birthday.clone(),
        phones: card
            .phones
            .iter()
            .map(|p| NewPhone { typed: p.typed.clone(), label: p.label.clone(), extension: p.extension.clone() })
            .collect(),
        emails: card.emails.iter().map(|e| NewEmail { address: e.address.clone(), label: e.label.clone() }).collect(),
        address: card.address.clone(),
        tags: card.tags.clone(),
        fields: card.fields.clone(),
        note: card.note.clone(),
        interest: card.interest.clone(),
        department: card.department.clone(),
        language: card.language.clone(),
        good_hours: card.good_hours.clone(),
    }
}

fn read_back(bytes: &[u8]) -> Vec<(Option<String>, NewCustomer)> {
    let read = import::read(bytes, &ReadOptions::default()).unwrap();
    assert_eq!(read.skipped, [], "nobody is lost");
    read.people.into_iter().map(|p| (p.uid, p.card)).collect()
}

fn written(rows: &[ExportRow], write: fn(&[ExportRow], &mut Vec<u8>) -> std::io::Result<()>) -> Vec<u8> {
    let mut out = Vec::new();
    write(rows, &mut out).unwrap();
    out
}

fn assert_both_ways(rows: &[ExportRow]) {
    let expected: Vec<_> = rows.iter().map(|r| (Some(r.id.clone()), as_new(&r.card))).collect();
    assert_eq!(read_back(&written(rows, vcf)), expected, "vCard");
    // The table carries E.164 where there is one, and has no column for the kind.
    let in_a_table: Vec<_> = rows
        .iter()
        .map(|row| {
            let mut new = NewCustomer { kind: Kind::Person, ..as_new(&row.card) };
            for (phone, stored) in new.phones.iter_mut().zip(&row.card.phones) {
                phone.typed = stored.e164.clone().unwrap_or(phone.typed.clone());
            }
            new.fields.retain(|_, value| !value.is_empty());
            // Its columns are promised, and have no place for these.
            (new.language, new.good_hours) = (String::new(), String::new());
            (new.interest, new.department) = (String::new(), String::new());
            (Some(row.id.clone()), new)
        })
        .collect();
    assert_eq!(read_back(&written(rows, csv)), in_a_table, "CSV");
}

fn full_of(text: &str) -> ExportRow {
    let some = || text.to_owned();
    ExportRow {
        id: "0198c0de-0000-7000-8000-000000000001".into(),
        card: Card {
            kind: Kind::Organization,
            name: some(),
            given_name: some(),
            family_name: some(),
            organization: some(),
            title: some(),
            birthday: some(),
            phones: vec![Phone { id: "1".into(), e164: None, typed: some(), label: some(), extension: some() }],
            emails: vec![Email { id: "2".into(), address: some(), label: some() }],
            address: Some(Address { street: some(), city: some(), region: some(), postcode: some(), country: some() }),
            tags: vec![some()],
            fields: BTreeMap::from([("plate".into(), some()), (some(), "value".into())]),
            note: some(),
            interest: some(),
            department: some(),
            language: "pt-BR".into(),
            good_hours: "mon-fri 17:00-24:00; sat 10:00-12:00".into(),
        },
    }
}

/// Text as unkind people and broken programs write it.
fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-Z ,;:'\"=+@\t\r\n\\\\-]{1,12}",
        "\\PC{1,12}",
        any::<String>().prop_filter("not empty", |s| !s.is_empty()),
        "'{0,3}[=+@\t\r-].{0,4}",
        Just("BEGIN:VCARD".to_owned()),
        Just("END:VCARD\r\nBEGIN:VCARD".to_owned()),
        Just("field:name".to_owned()),
        Just("* myContacts ::: x".to_owned()),
        Just("_$!<Home>!$_".to_owned()),
        Just("tel:+1;ext=2".to_owned()),
        Just("=\"1\"".to_owned()),
    ]
}

fn maybe() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), hostile()]
}

prop_compose! {
    fn any_row()(
        id in "[0-9a-f]{8}",
        organization in any::<bool>(),
        name in hostile(),
        texts in proptest::array::uniform5(maybe()),
        phones in proptest::collection::vec((proptest::option::of("\\+[1-9][0-9]{6,12}"), hostile(), maybe(), maybe()), 0..3),
        emails in proptest::collection::vec((hostile(), maybe()), 0..3),
        address in proptest::array::uniform5(maybe()),
        tags in proptest::collection::vec(hostile(), 0..3),
        fields in proptest::collection::btree_map(maybe(), hostile(), 0..3),
        note in maybe(),
        wants in proptest::array::uniform2(maybe()),
    ) -> ExportRow {
        let [given_name, family_name, of, title, birthday] = texts;
        let [interest, department] = wants;
        let [street, city, region, postcode, country] = address;
        let address = Address { street, city, region, postcode, country };
        let phones = phones.into_iter().map(|(e164, typed, label, extension)| Phone { id: String::new(), e164, typed, label, extension });
        let emails = emails.into_iter().map(|(address, label)| Email { id: String::new(), address, label });
        ExportRow { id, card: Card {
            kind: if organization { Kind::Organization } else { Kind::Person },
            name, given_name, family_name, organization: of, title, birthday,
            phones: phones.collect(), emails: emails.collect(),
            address: Some(address).filter(|a| !a.is_empty()), tags, fields, note, interest, department, ..Card::default()
        } }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_exported_comes_back_to_the_letter(rows in proptest::collection::vec(any_row(), 1..4)) {
        assert_both_ways(&rows);
    }
}

#[test]
fn every_field_of_a_card_survives_difficult_text() {
    for text in [
        "a",
        "=1+1",
        "'=1",
        "''=1",
        "-5",
        "+49",
        "\t",
        "\r\n",
        " a ",
        "a;b\\",
        "\\",
        "\\n",
        "é\u{301}",
        "\u{0}",
        "\"",
        "\u{feff}x",
    ] {
        assert_both_ways(&[full_of(text)]);
    }
}

#[test]
fn the_table_has_the_columns_the_command_line_promises() {
    let mut row = full_of("x");
    row.card.phones = vec![
        Phone {
            e164: Some("+12065550142".into()),
            typed: "206-555-0142 x7".into(),
            extension: "7".into(),
            ..Phone::default()
        },
        Phone { typed: "+49 30 (Pforte)".into(), label: "work".into(), ..Phone::default() },
    ];
    row.card.tags = vec!["vip".into(), "fleet".into()];
    row.card.fields = BTreeMap::from([("Plate".into(), "=B-KE 1".into()), ("name".into(), "taken".into())]);
    row.card.title = "-5".into();
    // Nobody wants anything: those columns are left out.
    (row.card.interest, row.card.department) = (String::new(), String::new());
    let text = String::from_utf8(written(&[row], csv)).unwrap();
    let (header, first) = text.trim_end().split_once("\r\n").unwrap();
    assert_eq!(
        header,
        "id,name,given_name,family_name,organization,title,birthday,phone_1,phone_1_label,phone_1_extension,phone_2,\
         phone_2_label,phone_2_extension,email_1,email_1_label,street,city,region,postcode,country,tags,note,Plate,field:name"
    );
    assert_eq!(
        first,
        "0198c0de-0000-7000-8000-000000000001,x,x,x,x,-5,x,+12065550142,,7,'+49 30 (Pforte),work,,x,x,x,x,x,x,x,\
         vip;fleet,x,'=B-KE 1,taken"
    );
}

#[test]
fn a_card_can_be_read_by_others() {
    let mut row = full_of("x");
    row.card = Card {
        name: "Ada Lovelace".into(),
        given_name: "Ada".into(),
        family_name: "Lovelace".into(),
        birthday: "--12-10".into(),
        phones: vec![Phone { typed: "+44 20 1".into(), label: "mobile".into(), ..Phone::default() }],
        emails: vec![Email { address: "ada@example.org".into(), label: "Holiday flat".into(), ..Email::default() }],
        tags: vec!["vip".into(), "a,b".into()],
        note: "one\ntwo".into(),
        ..Card::default()
    };
    let text = String::from_utf8(written(&[row], vcf)).unwrap();
    assert_eq!(
        text.split("\r\n").collect::<Vec<_>>(),
        [
            "BEGIN:VCARD",
            "VERSION:3.0",
            "PRODID:-//Kept//Kept//EN",
            "UID:0198c0de-0000-7000-8000-000000000001",
            "FN:Ada Lovelace",
            "N:Lovelace;Ada;;;",
            "NOTE:one\\ntwo",
            "BDAY:--12-10",
            "TEL;TYPE=CELL:+44 20 1",
            "item1.EMAIL:ada@example.org",
            "item1.X-ABLabel:Holiday flat",
            "CATEGORIES:vip,a\\,b",
            "END:VCARD",
            "",
        ]
    );
}
