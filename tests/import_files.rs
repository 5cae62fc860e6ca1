//! Address books of real programs: everybody in them is found, as the manifest says wherever its two readers agree.

use crate::support::{shared, shared_text};
use kept_core::import::{self, Format, ReadFile, ReadOptions};
use proptest::prelude::*;
use serde_json::Value;
use std::path::PathBuf;

/// Cards that the manifest counts and that are nobody: the file, and why each is skipped.
const NOBODY: [(&str, &[&str]); 4] = [
    ("apple__cb7d__6.vcf", &["a group, not a person"]),
    ("apple__f4c1__5.vcf", &["a group, not a person"]),
    ("apple__fc69__4.vcf", &["a group, not a person"]),
    ("stalwartlabs__8dd6__063.vcf", &[NAMELESS, NAMELESS, "empty"]),
];
const NAMELESS: &str = "no name, phone, e-mail or organization";

/// Names that a file without any word on its encoding has, where the manifest's readers agree on a wrong one.
const READ_BETTER: [(&str, &str); 1] = [("FolkerKinzel__b38c__Hebrew.vcf", "אפרים קישון")];

fn read(path: &PathBuf) -> ReadFile {
    let bytes = std::fs::read(path).unwrap();
    import::read(&bytes, &ReadOptions::default()).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn expected(corpus: &str) -> Vec<(String, PathBuf, Value)> {
    let Some(text) = shared_text(&format!("{corpus}/expected.json")) else { return Vec::new() };
    let all: serde_json::Map<String, Value> = serde_json::from_str(&text).unwrap();
    all.into_iter().map(|(name, value)| (name.clone(), shared(&format!("{corpus}/{name}")).unwrap(), value)).collect()
}

fn texts(card: &Value, key: &str) -> Vec<String> {
    let of = |v: &Value| v.as_str().unwrap().to_owned();
    card[key].as_array().unwrap().iter().map(of).collect()
}

/// A number as both sides write it: without scheme and parameters, blanks around it off.
fn number(typed: &str) -> String {
    let bare = typed.trim().strip_prefix("tel:").map_or(typed, |rest| rest.split(';').next().unwrap());
    bare.trim().to_owned()
}

/// The same words, whatever stands between them: how folds of vCard 2.1 join is not agreed.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_card_of_every_real_address_book_is_read_as_the_manifest_says() {
    let mut wrong = Vec::new();
    let (mut agreed, mut files) = (0, 0);
    for (name, path, value) in expected("vcard") {
        files += 1;
        let file = read(&path);
        let cards = value["cards"].as_array().unwrap();
        if file.format != Format::Vcard {
            wrong.push(format!("{name}: taken for a table"));
        }
        let check = value["check"].as_str().unwrap();
        if check == "lexical-only" {
            continue;
        }
        if file.people.len() + file.skipped.len() != cards.len() {
            wrong.push(format!("{name}: {} + {} of {} cards", file.people.len(), file.skipped.len(), cards.len()));
        }
        let reasons: Vec<&str> = file.skipped.iter().map(|s| s.why.as_str()).collect();
        let nobody = NOBODY.iter().find(|(file, _)| *file == name).map_or(&[][..], |(_, reasons)| reasons);
        if reasons != nobody {
            wrong.push(format!("{name}: skipped {:?}", file.skipped));
        }
        if check != "both" || file.people.len() != cards.len() {
            continue;
        }
        for (person, card) in file.people.iter().zip(cards) {
            agreed += 1;
            let line = person.line;
            let better = READ_BETTER.iter().find(|(file, _)| *file == name).map(|(_, name)| vec![name.to_string()]);
            let names = better.unwrap_or_else(|| texts(card, "fn"));
            if !names.iter().any(|n| squeezed(n) == squeezed(&person.card.name)) && !names.is_empty() {
                wrong.push(format!("{name}:{line}: {names:?}, not {:?}", person.card.name));
            }
            let phones: Vec<String> = texts(card, "tel").iter().map(|t| number(t)).filter(|t| !t.is_empty()).collect();
            let found: Vec<String> = person.card.phones.iter().map(|p| number(&p.typed)).collect();
            if phones != found {
                wrong.push(format!("{name}:{line}: {phones:?}, not {found:?}"));
            }
            let emails: Vec<String> =
                texts(card, "email").iter().map(|t| t.trim().to_owned()).filter(|t| !t.is_empty()).collect();
            let found: Vec<String> = person.card.emails.iter().map(|e| e.address.clone()).collect();
            if emails != found {
                wrong.push(format!("{name}:{line}: {emails:?}, not {found:?}"));
            }
            let guessed = card["encoding_guessed"].as_bool().unwrap_or(false);
            if guessed && !file.encoding_guessed {
                wrong.push(format!("{name}: the encoding was guessed, and nobody says so"));
            }
        }
    }
    assert!(files >= 6 && agreed >= 3, "only {files} files, {agreed} cards");
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

fn only_name(path: &str) -> Option<(String, ReadFile)> {
    let file = read(&shared(path)?);
    Some((file.people[0].card.name.clone(), file))
}

#[test]
fn a_charset_named_once_serves_the_properties_that_name_none() {
    let Some((name, file)) = only_name("vcard/FolkerKinzel__cf27__Greek.vcf") else { return };
    assert_eq!((name.as_str(), file.encoding.as_str(), file.encoding_guessed), ("Βαγγέλης", "windows-1253", true));
}

#[test]
fn an_android_card_without_a_name_is_called_by_its_address() {
    let Some((name, file)) = only_name("vcard/mangstadt__7d11__John_Doe_ANDROID.vcf") else { return };
    assert_eq!((name.as_str(), file.people.len(), file.skipped.len()), ("john.doe@company.com", 6, 0));
    assert_eq!(file.people[3].card.phones.len(), 4);
    assert_eq!(file.people[0].card.tags, ["My Contacts"]);
}

#[test]
fn an_iphones_custom_labels_name_numbers_and_fields() {
    let Some((name, file)) = only_name("vcard/mangstadt__4bba__John_Doe_IPHONE.vcf") else { return };
    let card = &file.people[0].card;
    assert_eq!((name.as_str(), card.phones.len()), ("Mr. John Richter James Doe Sr.", 7));
    let labels: Vec<&str> = card.phones.iter().map(|p| p.label.as_str()).collect();
    assert!(labels.contains(&"mobile") && labels.contains(&"home"), "{labels:?}");
    assert!(labels.contains(&"assistant"), "{labels:?}");
    assert!(card.note.len() < 1000, "the photo is left out: its lines end in CR CR LF, and must not become a note");
}

#[test]
fn every_real_table_is_read_in_its_encoding_with_all_its_rows() {
    let mut wrong = Vec::new();
    let mut files = 0;
    for (name, path, value) in expected("csv") {
        let file = read(&path);
        let Some(rows) = value["rows_incl_header"].as_u64() else { continue };
        files += 1;
        let encoding = value["encoding"].as_str().unwrap();
        match encoding.strip_suffix('?') {
            None => {
                let encoding = encoding.strip_suffix("-bom").unwrap_or(encoding);
                if (file.encoding.as_str(), file.encoding_guessed) != (encoding, false) {
                    wrong.push(format!("{name}: {} guessed {}", file.encoding, file.encoding_guessed));
                }
            }
            Some(_) if !file.encoding_guessed => wrong.push(format!("{name}: does not say that it guesses")),
            Some(_) => {}
        }
        let delimiter = file.delimiter.map(String::from);
        if delimiter.as_deref() != value["sep"].as_str() {
            wrong.push(format!("{name}: delimiter {delimiter:?}"));
        }
        let header: Vec<String> = file.columns.iter().map(|(title, _)| title.clone()).collect();
        if header != texts(&value, "header") {
            wrong.push(format!("{name}: header {header:?}"));
        }
        if (file.people.len() + file.skipped.len() + 1) as u64 != rows {
            wrong.push(format!("{name}: {} + {} rows of {rows}", file.people.len(), file.skipped.len()));
        }
    }
    assert!(files >= 3, "only {files} files");
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// Damages a file a little: cuts, repeats, overwrites; the same for the same seed.
fn damaged(bytes: &[u8], seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below.max(1)
    };
    let mut out = bytes.to_vec();
    for _ in 0..=next(4) {
        let (from, at) = (next(out.len()), next(out.len()));
        let to = (from + next(40)).min(out.len());
        match next(5) {
            0 => drop(out.drain(from..to)),
            1 => out.truncate(from),
            2 => out
                .splice(at..at, bytes[from.min(bytes.len())..to.min(bytes.len()).max(from.min(bytes.len()))].to_vec())
                .for_each(drop),
            _ => out
                .iter_mut()
                .skip(from)
                .take(1 + to % 3)
                .for_each(|b| *b = [b'"', b';', b'=', b'\\', 0, 0xFF, b'\n', b':'][at % 8]),
        }
    }
    out
}

#[test]
fn a_damaged_file_never_stops_the_program() {
    let mut read = 0;
    for (_, path, _) in expected("vcard").into_iter().chain(expected("csv")) {
        let bytes = std::fs::read(&path).unwrap();
        if bytes.len() > 20_000 {
            continue;
        }
        for seed in 0..60 {
            let damaged = damaged(&bytes, seed);
            for format in [None, Some(Format::Vcard), Some(Format::Csv)] {
                let options = ReadOptions { format, ..ReadOptions::default() };
                read += usize::from(import::read(&damaged, &options).is_ok());
            }
        }
    }
    assert!(read > 500, "only {read} damaged files were still text");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_at_all_stop_the_program(bytes in proptest::collection::vec(any::<u8>(), 0..600), text in "(BEGIN:VCARD|END:VCARD|[\\PC\r\n\t;:=,\"']){0,200}") {
        for bytes in [bytes.as_slice(), text.as_bytes()] {
            for format in [None, Some(Format::Vcard), Some(Format::Csv)] {
                let _ = import::read(bytes, &ReadOptions { format, ..ReadOptions::default() });
            }
        }
    }
}
