//! What is written for other programs comes back to the letter, whatever people are called and whatever they typed.

use crate::support::shared_text;
use kept_core::customer::{Address, Card, Email, Kind, Phone};
use kept_core::export::{self, ExportRow};
use kept_core::import::{self, ReadOptions};
use std::collections::BTreeMap;

/// Names, notes and everything else that real people and unkind ones have put into such fields.
fn texts() -> Vec<String> {
    let naughty: Vec<String> =
        serde_json::from_str(&shared_text("hostile/blns.json").expect("a copy is in the fixtures")).unwrap();
    let mut texts = naughty;
    for path in ["hostile/csv-injection.txt", "hostile/xss-payloads.txt"] {
        texts.extend(shared_text(path).unwrap_or_default().lines().map(str::to_owned));
    }
    for line in shared_text("names/names.tsv").unwrap_or_default().lines().skip(1) {
        texts.extend(line.split('\t').map(str::to_owned));
    }
    texts.retain(|text| !text.is_empty());
    texts
}

fn row(n: usize, text: &str) -> ExportRow {
    let some = || text.to_owned();
    let card = Card {
        kind: Kind::Person,
        name: some(),
        given_name: some(),
        family_name: some(),
        organization: some(),
        title: some(),
        birthday: some(),
        phones: vec![Phone { typed: some(), label: some(), extension: some(), ..Phone::default() }],
        emails: vec![Email { address: some(), label: some(), ..Email::default() }],
        address: Some(Address { street: some(), city: some(), region: some(), postcode: some(), country: some() }),
        tags: vec![some()],
        fields: BTreeMap::from([("plate".to_owned(), some())]),
        note: some(),
        interest: some(),
        department: some(),
        ..Card::default()
    };
    ExportRow { id: format!("{n:08}"), card }
}

/// `has_wants`: whether the format has a place for what they want.
fn assert_comes_back(rows: &[ExportRow], file: &[u8], has_wants: bool) {
    let read = import::read(file, &ReadOptions::default()).unwrap();
    assert_eq!(read.skipped, []);
    assert_eq!(read.people.len(), rows.len());
    for (person, row) in read.people.iter().zip(rows) {
        let (found, card) = (&person.card, &row.card);
        assert_eq!(person.uid.as_ref(), Some(&row.id));
        let texts = [
            &found.name,
            &found.given_name,
            &found.family_name,
            &found.organization,
            &found.title,
            &found.birthday,
            &found.note,
        ];
        assert!(texts.iter().all(|text| **text == card.name), "{found:?}");
        let wants = if has_wants { card.name.as_str() } else { "" };
        assert_eq!((found.interest.as_str(), found.department.as_str()), (wants, wants));
        assert_eq!(
            (&found.phones[0].typed, &found.phones[0].label, &found.phones[0].extension),
            (&card.name, &card.name, &card.name)
        );
        assert_eq!((&found.emails[0].address, &found.emails[0].label), (&card.name, &card.name));
        assert_eq!((&found.address, &found.tags, &found.fields), (&card.address, &card.tags, &card.fields));
    }
}

#[test]
fn every_difficult_text_comes_back_from_a_table_and_from_cards() {
    let rows: Vec<ExportRow> = texts().iter().enumerate().map(|(n, text)| row(n, text)).collect();
    assert!(rows.len() > 500);
    let (mut table, mut cards) = (Vec::new(), Vec::new());
    export::csv(&rows, &mut table).unwrap();
    export::vcf(&rows, &mut cards).unwrap();
    assert_comes_back(&rows, &table, false);
    assert_comes_back(&rows, &cards, true);
}

#[test]
fn no_cell_of_the_table_begins_a_formula() {
    let rows: Vec<ExportRow> = texts().iter().enumerate().map(|(n, text)| row(n, text)).collect();
    let mut table = Vec::new();
    export::csv(&rows, &mut table).unwrap();
    let is_number =
        |cell: &str| cell.trim_start_matches(['+', '-']).chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',');
    for record in csv::Reader::from_reader(table.as_slice()).records() {
        for cell in &record.unwrap() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']) || is_number(cell), "{cell}");
        }
    }
}
