//! Phone numbers against the oracle: libphonenumber's own reading of thousands of typed forms.

use crate::support::shared_text;
use kept_core::phone::{self, ReadPhone};

/// Typed forms that are read though the oracle does not, with the reason. The note of each row names its form.
const READ_NEVERTHELESS: [(&str, &str); 2] = [
    ("unicode hyphen/thin space", "a thin space is a space to whoever pasted it"),
    ("sip:+16502530000@pbx.example.com", "the oracle takes no scheme but tel:"),
];

struct Row {
    typed: String,
    region: String,
    e164: String,
    extension: String,
    note: String,
}

fn rows() -> Vec<Row> {
    let Some(text) = shared_text("phones/phones.tsv") else { return Vec::new() };
    let read = |line: &str| {
        let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
        let [typed, region, _, _, e164, _, _, _, extension, _, _, note] = cells.try_into().expect("12 columns");
        Row { typed, region, e164, extension, note }
    };
    text.lines().skip(1).map(read).collect()
}

#[test]
fn every_number_is_read_as_the_oracle_reads_it() {
    let rows = rows();
    assert!(rows.len() > 300, "only {} rows", rows.len());
    let mut wrong = Vec::new();
    for row in &rows {
        let read = phone::read(&row.typed, &row.region);
        let is_excepted = READ_NEVERTHELESS.iter().any(|(form, _)| row.note.ends_with(form) || row.typed == *form);
        let expected = Some(row.e164.clone()).filter(|e| !e.is_empty());
        let agrees =
            if is_excepted { read.e164.is_some() } else { read.e164 == expected && read.extension == row.extension };
        if !agrees {
            wrong.push(format!(
                "{:?} in {}: {read:?}, not {:?} ext {:?}",
                row.typed, row.region, row.e164, row.extension
            ));
        }
    }
    assert!(wrong.is_empty(), "{} of {} rows disagree:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn a_number_pasted_with_thin_spaces_is_the_same_line_as_without() {
    let rows = rows();
    let mut pasted = 0;
    for row in rows.iter().filter(|r| r.note.ends_with("unicode hyphen/thin space")) {
        let plain = row.typed.replace(['\u{2009}', '\u{2010}'], " ");
        let (read, same) = (phone::read(&row.typed, &row.region), phone::read(&plain, &row.region));
        assert!(read.is_same_line(&same), "{:?} in {}: {read:?}, {same:?}", row.typed, row.region);
        pasted += 1;
    }
    assert!(pasted > 10, "only {pasted} such rows");
}

#[test]
fn the_digits_typed_can_always_be_searched() {
    for row in rows() {
        let read = phone::read(&row.typed, &row.region);
        assert!(read.digits.bytes().all(|b| b.is_ascii_digit()), "{:?}", row.typed);
        let typed = phone::fold_digits(&row.typed).chars().filter(char::is_ascii_digit).collect::<String>();
        let searched = format!("{}{}", read.digits, read.extension);
        assert!(searched == typed, "{:?}: {searched} of {typed}", row.typed);
    }
}

#[test]
fn two_forms_are_the_same_line_only_when_the_oracle_is_sure_of_the_whole_number() {
    let Some(text) = shared_text("phones/match_pairs.tsv") else { return };
    let region_of = |e164: &str| {
        let codes =
            [("+1", "US"), ("+44", "GB"), ("+33", "FR"), ("+39", "IT"), ("+54", "AR"), ("+52", "MX"), ("+7", "RU")];
        codes.iter().find(|(code, _)| e164.starts_with(code)).map_or("US", |(_, region)| *region)
    };
    let mut pairs = 0;
    for line in text.lines().skip(1) {
        let [a, b, verdict] = line.split('\t').collect::<Vec<_>>().try_into().expect("3 columns");
        let region = region_of(a);
        let (left, right) = (phone::read(a, region), phone::read(b, region));
        let is_certain = ["EXACT_MATCH", "NSN_MATCH"].contains(&verdict);
        assert_eq!(left.is_same_line(&right), is_certain, "{a} and {b}: {left:?}, {right:?}");
        pairs += 1;
    }
    assert!(pairs > 10, "only {pairs} pairs");
}

#[test]
fn unread_numbers_are_never_the_same_line() {
    let nothing = ReadPhone::default();
    assert!(!nothing.is_same_line(&nothing), "two withheld numbers are not one caller");
}
