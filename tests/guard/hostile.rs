//! Whatever people are called and have written: at most twenty words, at most four sentences, and nothing breaks.

use super::{brief, guarded};
use crate::support::{
    desk::{TestDesk, contact},
    shared_text,
};
use kept_core::{
    customer::{CustomerChange, NewCustomer},
    event::{ContactKind, Direction, Outcome},
    guard::MOST_WORDS,
};
use proptest::prelude::*;

/// A desk at which everything that can go wrong with a call has gone wrong, all of it called `text`.
fn all_wrong(text: &str) {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let short: String = text.chars().take(150).collect();
    let name: String = short.chars().filter(|c| !c.is_control()).collect();
    // Who cannot be called so keeps the name they have.
    let dan = desk.rename_member("Dan", &name).map_or("Dan Ortiz".to_owned(), |written| written.value.name);
    let _ = desk.set_department("Amy", &name);
    let given = NewCustomer { name: format!("x{short}"), ..NewCustomer::default() };
    let customer = desk.add_customer(given).unwrap().value.id;
    // Nothing is promised and nothing is said in no words.
    let said = if text.trim().is_empty() { "x" } else { text };
    for _ in 0..3 {
        desk.promise(customer, said, "2026-03-02 10:00", &dan);
    }
    let change = CustomerChange {
        note: Some(text.to_owned()),
        interest: Some(short.clone()),
        department: Some("Cars".to_owned()),
        ..CustomerChange::default()
    };
    desk.change_customer(customer, change).unwrap();
    desk.it_is("2026-03-03T09:00Z").acts(&dan);
    desk.log_contact(customer, &contact(ContactKind::Call, Some(Direction::In), None, said)).unwrap();
    desk.acts("Amy");
    let guard = guarded(&desk, customer);
    assert!(guard.words.chars().count() < 900, "{}", guard.words);
    brief(&desk, customer);
    desk.it_is("2026-03-03T09:05Z").acts(&dan);
    desk.log_contact(customer, &contact(ContactKind::Call, Some(Direction::Out), Some(Outcome::HungUp), text)).unwrap();
    let guard = guarded(&desk, customer);
    assert!(guard.words.split_whitespace().count() <= MOST_WORDS);
    assert_eq!(brief(&desk, customer).len(), 4);
}

#[test]
fn hostile_texts_are_said_in_twenty_words_and_four_sentences() {
    let mut texts: Vec<String> = ["", " ", "\n", "\u{202e}\u{202e}", "…", "a\u{0}b"].map(str::to_owned).into();
    texts.push("word ".repeat(9_000));
    texts.push("x".repeat(90_000));
    texts.push("ي".repeat(9_000));
    if let Some(json) = shared_text("hostile/blns.json") {
        // One in a few: each is a desk of its own.
        texts.extend(serde_json::from_str::<Vec<String>>(&json).unwrap().into_iter().step_by(7));
    }
    for text in texts {
        all_wrong(&text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_text_is_said_in_twenty_words_and_four_sentences(text in "\\PC{0,200}") {
        all_wrong(&text);
    }
}
