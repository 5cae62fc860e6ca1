//! Text is text: whatever is typed comes out byte for byte and is found by each of its words.

use crate::support::{desk::TestDesk, shared_text};
use kept_core::customer::NewCustomer;

/// Names and hostile strings of the shared data.
fn strings() -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    if let Some(json) = shared_text("hostile/blns.json") {
        all.extend(serde_json::from_str::<Vec<String>>(&json).unwrap());
    }
    for lines in ["hostile/xss-payloads.txt", "hostile/csv-injection.txt"] {
        all.extend(shared_text(lines).iter().flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()));
    }
    if let Some(payloads) = shared_text("hostile/dompurify-payloads.json") {
        let json: serde_json::Value = serde_json::from_str(&payloads).unwrap();
        all.extend(json.as_array().unwrap().iter().filter_map(|entry| entry["payload"].as_str().map(str::to_owned)));
    }
    if let Some(names) = shared_text("names/names.tsv") {
        all.extend(
            names.lines().skip(1).flat_map(|line| line.split('\t').skip(1).map(str::to_owned).collect::<Vec<_>>()),
        );
    }
    all.retain(|text| !text.trim().is_empty());
    all.sort();
    all.dedup();
    assert!(all.len() > 100);
    all
}

/// The words of a text: runs of letters, digits and their marks.
fn words(text: &str) -> Vec<String> {
    let is_word = |c: char| c.is_alphanumeric() || unicode_mark(c);
    text.split(|c| !is_word(c)).filter(|word| word.chars().any(char::is_alphanumeric)).map(str::to_owned).collect()
}

/// Combining marks of the scripts in the data.
fn unicode_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

#[test]
fn every_string_comes_out_byte_for_byte_and_is_found_by_each_of_its_words() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let mut missed = Vec::new();
    for text in strings() {
        let short: String = text.chars().take(5_000).collect();
        let given = NewCustomer { name: short.clone(), note: text.clone(), ..NewCustomer::default() };
        let id = desk.add_customer(given).unwrap_or_else(|e| panic!("{text:?}: {e}")).value.id;
        let card = desk.show_customer(id).unwrap().card;
        assert_eq!((card.name.as_str(), card.note.as_str()), (short.as_str(), text.as_str()));
        let entry = desk.note(id, &text);
        assert_eq!(desk.show_entry(entry).unwrap().text, text);
        // The last one dealt with comes first, so it is on the first page of whatever word of it is typed.
        for word in words(&short).into_iter().take(40) {
            let hits = desk.settle_one().find(&word, 5).unwrap().hits;
            if !hits.iter().any(|hit| hit.id == id) {
                missed.push((word, short.clone()));
            }
        }
    }
    assert!(
        missed.is_empty(),
        "{} words do not find their customer: {:?}",
        missed.len(),
        &missed[..missed.len().min(5)]
    );
}
