//! On a clean history the guard is silent.

use super::known;
use crate::support::desk::TestDesk;
use kept_core::{generate::GenerateOptions, id::Id};

/// As many customers as make one in a hundred tell something.
const CUSTOMERS: u64 = 2_000;

/// Everybody, as an export lists them.
fn customers(desk: &TestDesk) -> Vec<Id> {
    let file = desk.beside("all.csv");
    desk.export(&file, None).unwrap();
    let mut rows = csv::Reader::from_path(file).unwrap();
    rows.records().map(|row| row.unwrap()[0].parse().unwrap()).collect()
}

#[test]
fn at_most_one_call_in_a_hundred_is_guarded_where_nothing_was_late_or_broken() {
    let desk = TestDesk::empty("2026-03-04T15:00Z");
    desk.generate(GenerateOptions { customers: CUSTOMERS, ..GenerateOptions::default() }, &mut |_| {}).unwrap();
    let members: Vec<String> = desk.members().into_iter().map(|member| member.name).collect();
    let broken = ["promise_missed".to_owned(), "promise_broken".to_owned()];
    let (mut calls, mut guarded, mut by_owner, mut guarded_owner, mut n) = (0, 0, 0, 0, 0);
    for customer in customers(&desk) {
        if !desk.timeline(customer, 1, None, &broken).unwrap().entries.is_empty() {
            continue;
        }
        let shown = desk.show_customer(customer).unwrap();
        assert!(shown.sentences.len() <= 4);
        // Whoever owes them something rings them; else anybody does.
        let owner = shown.open_promises.first().map(|open| open.owner.clone());
        n += 1;
        let anybody = &members[n % members.len()];
        desk.acts(anybody);
        calls += 1;
        if let Some(guard) = desk.call_guard(customer).unwrap() {
            guarded += 1;
            assert!(guard.reasons.iter().all(|reason| known(&desk, customer).contains(&reason.from.id())), "{guard:?}");
        }
        if let Some(owner) = owner {
            desk.acts(&owner);
            by_owner += 1;
            guarded_owner += usize::from(desk.call_guard(customer).unwrap().is_some());
        }
    }
    assert!(calls > 1_000 && by_owner > 50, "{calls} calls, {by_owner} by whoever owes something");
    assert!(guarded * 100 <= calls, "{guarded} of {calls} calls by anybody are guarded");
    assert!(guarded_owner * 100 <= by_owner, "{guarded_owner} of {by_owner} calls by the owner are guarded");
}
