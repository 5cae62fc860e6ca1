//! Before anybody says hello: the brief in clauses, and the guard that is asked before every call.

mod brief;
mod calls;
mod clean;
mod departments;
mod hostile;

use crate::support::desk::TestDesk;
use kept_core::{
    brief::{Clause, Sentence, Source},
    customer::CustomerChange,
    guard::{Guard, MOST_WORDS},
    id::Id,
};
use std::collections::BTreeSet;

/// What the guard says of a call; it must say something, in as many words as it may.
fn guarded(desk: &TestDesk, customer: Id) -> Guard {
    let guard = desk.call_guard(customer).unwrap().expect("this call may hurt");
    assert!(guard.words.split_whitespace().count() <= MOST_WORDS, "{}", guard.words);
    assert_known(desk, customer, &guard.reasons);
    assert!(known(desk, customer).contains(&guard.better.from.id()), "{guard:?}");
    guard
}

/// Everything that happened with a customer and can be gone to, by id.
fn known(desk: &TestDesk, customer: Id) -> BTreeSet<Id> {
    let entries = desk.timeline(customer, 500, None, &[]).unwrap().entries;
    entries.iter().map(|entry| entry.id).chain([customer]).collect()
}

fn assert_known(desk: &TestDesk, customer: Id, clauses: &[Clause]) {
    let known = known(desk, customer);
    for clause in clauses {
        assert!(known.contains(&clause.from.id()), "{clause:?} comes from nowhere");
        if let Source::Promise(promise) = clause.from {
            assert_eq!(desk.show_promise(promise).unwrap().customer, customer);
        }
    }
}

/// The brief, at most four sentences, each clause from somewhere.
fn brief(desk: &TestDesk, customer: Id) -> Vec<Sentence> {
    let shown = desk.show_customer(customer).unwrap();
    assert!(shown.sentences.len() <= 4);
    for sentence in &shown.sentences {
        assert!(!sentence.clauses.is_empty());
        assert_known(desk, customer, &sentence.clauses);
        for clause in &sentence.clauses {
            assert!(shown.brief.contains(&clause.text), "{} is not in {}", clause.text, shown.brief);
        }
    }
    shown.sentences
}

fn change(desk: &TestDesk, customer: Id, change: CustomerChange) {
    desk.change_customer(customer, change).unwrap();
}
