//! Any order, any batching, any number of times: the result depends on the set of events alone.

use crate::support::desk::{TestDesk, moment, open};
use kept_core::{
    clock::StandingClock,
    customer::{CustomerChange, NewPhone, NewRelation, RelationChange},
    event::{Channel, Event, Outcome, RelationKind},
    id::Id,
};
use proptest::prelude::*;
use std::sync::Arc;

/// Two desks that wrote without each other: the second took the first half of the first's events, then both went on.
fn two_desks() -> Vec<Event> {
    let first = TestDesk::at("2026-03-02T09:00Z");
    let customers: Vec<Id> =
        (0..4).map(|n| first.customer(&format!("Customer {n}"), &format!("206 555 01{n}4"))).collect();
    let mut promises = Vec::new();
    for (n, customer) in customers.iter().enumerate() {
        first.it_is(&format!("2026-03-02T09:{:02}Z", 10 + n));
        promises.push(first.promise(*customer, "call back", "17:00", "Dan").id);
    }
    let wife = NewRelation {
        customer: customers[0],
        other: customers[3],
        relation: RelationKind::Partner,
        called: None,
        may_speak: Some(true),
        may_be_spoken_for: None,
    };
    let relation = first.relate_customers(&wife).unwrap().value.entry.unwrap();
    first.restrict_contact(customers[1], &[Channel::Call, Channel::Email], "asked to be left alone").unwrap();
    let second = TestDesk::empty("2026-03-02T10:00Z");
    second.accept(&first.events().unwrap()).unwrap();
    second.act_as("Ruth").unwrap();
    second.allow_contact(customers[1], &[Channel::Call], "rang us").unwrap();
    second.end_relation(relation, customers[3]).unwrap();
    second.act_as("Sam").unwrap();
    for (n, desk) in [&first, &second].into_iter().enumerate() {
        desk.it_is(&format!("2026-03-02T10:0{n}Z"));
        desk.note(customers[0], "said at both desks");
        desk.change_customer(
            customers[1],
            CustomerChange { name: Some(format!("Renamed {n}")), ..CustomerChange::default() },
        )
        .unwrap();
        let phone = NewPhone { typed: format!("+44 20 7946 081{n}"), ..NewPhone::default() };
        desk.change_customer(customers[1], CustomerChange { add_phones: vec![phone], ..CustomerChange::default() })
            .unwrap();
        desk.move_promise(promises[0], &format!("fri {}:00", 10 + n), n == 0, None).unwrap();
        let change = RelationChange {
            id: relation,
            customer: customers[0],
            relation: None,
            called: None,
            may_speak: Some(false),
            may_be_spoken_for: Some(true),
        };
        assert_eq!(desk.change_relation(&change).is_ok(), n == 0, "the second has ended it");
        let child = NewRelation { other: customers[2], relation: RelationKind::Child, ..wife.clone() };
        desk.relate_customers(&child).unwrap();
        desk.restrict_contact(customers[2], &[Channel::Call], &format!("said at desk {n}")).unwrap();
        desk.attempt_promise(promises[1], Outcome::Busy, "", None).unwrap();
    }
    first.it_is("2026-03-02T11:00Z").keep_promise(promises[2], "done", None).unwrap();
    second.it_is("2026-03-02T11:01Z").break_promise(promises[2], "could not", None).unwrap();
    let note = first.note(customers[3], "taken back");
    first.take_back(note, "").unwrap();
    second.it_is("2026-03-02T18:00Z").keep_promise(promises[3], "late", None).unwrap();
    let mut all = first.events().unwrap();
    all.extend(second.events().unwrap());
    all
}

fn taken_in(events: &[Event], order: &[usize], batch: usize) -> (TestDesk, Vec<String>) {
    let desk = TestDesk::empty("2026-03-03T09:00Z");
    let shuffled: Vec<Event> = order.iter().map(|n| events[n % events.len()].clone()).collect();
    for some in shuffled.chunks(batch.max(1)) {
        desk.accept(some).unwrap();
    }
    // Whatever the order left out.
    desk.accept(events).unwrap();
    desk.act_as("Ruth").unwrap();
    let order = desk.settle().found("");
    (desk, order)
}

fn shape(desk: &TestDesk) -> String {
    let customers = desk.find("", 100).unwrap().hits;
    let pages: Vec<String> = customers
        .iter()
        .map(|hit| {
            let page = desk.show_customer(hit.id).unwrap();
            let timeline = desk.timeline(hit.id, 100, None, &[]).unwrap();
            serde_json::to_string(&(hit, page, timeline)).unwrap()
        })
        .collect();
    let report = desk.report_kept(&kept_core::report::ReportFilter::default()).unwrap();
    format!("{}\n{}", pages.join("\n"), serde_json::to_string(&report).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn events_in_any_order_and_batching_with_duplicates_give_the_same_office(
        order in proptest::collection::vec(0_usize..10_000, 0..120),
        batch in 1_usize..40,
    ) {
        thread_local! {
            static EVENTS: Vec<Event> = two_desks();
            static EXPECTED: std::cell::OnceCell<(Vec<String>, String)> = const { std::cell::OnceCell::new() };
        }
        EVENTS.with(|events| {
            let expected = EXPECTED.with(|cell| cell.get_or_init(|| {
                let (desk, found) = taken_in(events, &[], 1);
                (found, shape(&desk))
            }).clone());
            let (desk, found) = taken_in(events, &order, batch);
            assert_eq!(found, expected.0, "the order of find");
            assert_eq!(shape(&desk), expected.1);
            assert_eq!(desk.caches_that_differ().unwrap(), Vec::<&str>::new(), "caches are what a rebuild gives");
        });
    }
}

#[test]
fn an_event_altered_on_its_way_is_not_taken() {
    let mut events = two_desks();
    let last = events.len() - 1;
    events[last].facts.push(' ');
    let desk = TestDesk::empty("2026-03-03T09:00Z");
    assert!(desk.accept(&events).is_err());
    assert!(desk.events().unwrap().is_empty(), "none of them was taken");
}

#[test]
fn a_kind_of_a_newer_version_is_kept_carried_and_shown_as_such() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "");
    let mut newer = desk.events().unwrap().into_iter().find(|event| event.customer == carl).unwrap();
    newer.kind = "parcel_weighed".into();
    newer.id = Id::after(newer.id, moment("2026-03-02T09:30Z"), 7);
    newer.subject = None;
    newer.desk = Id::after(Id::ZERO, moment("2020-01-01T00:00Z"), 1);
    newer.prev = [0; 32];
    newer.hash = kept_core::event::chain_hash(&newer);
    desk.accept(std::slice::from_ref(&newer)).unwrap();
    let entry = desk.timeline(carl, 10, None, &[]).unwrap().entries.remove(0);
    assert_eq!(entry.text, "Recorded by a newer version of Kept.");
    assert!(desk.events().unwrap().contains(&newer), "kept verbatim");
    assert!(desk.check().unwrap().ok);
}

#[test]
fn a_clock_that_goes_back_still_makes_greater_ids() {
    let mut desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "");
    let first = desk.note(carl, "first");
    let second = desk.it_is("2020-01-01T00:00Z").note(carl, "second");
    assert!(second > first);
    desk.reopen();
    desk.act_as("Ruth").unwrap();
    assert!(desk.note(carl, "third") > second);
    assert!(desk.check().unwrap().ok);
}

#[test]
fn two_openings_of_one_office_write_one_chain() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "");
    let other = open(&desk.home(), &Arc::new(StandingClock::at(moment("2026-03-02T09:05Z")))).unwrap();
    other.act_as("Amy").unwrap();
    for n in 0..10 {
        desk.note(carl, &format!("here {n}"));
        let there =
            crate::support::desk::contact(kept_core::event::ContactKind::Note, None, None, &format!("there {n}"));
        other.log_contact(carl, &there).unwrap();
    }
    let change = desk.poll_writes().unwrap().expect("the other's writes are noticed");
    assert!(change.customers.contains(&carl));
    assert!(desk.check().unwrap().ok);
}

#[test]
fn what_a_desk_wrote_itself_is_no_news_to_it_and_what_another_wrote_is() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "");
    let dora = desk.customer("Dora", "");
    desk.poll_writes().unwrap();
    desk.note(carl, "mine");
    assert_eq!(desk.poll_writes().unwrap(), None);
    let other = open(&desk.home(), &Arc::new(StandingClock::at(moment("2026-03-02T09:05Z")))).unwrap();
    other.act_as("Amy").unwrap();
    let note = |text| crate::support::desk::contact(kept_core::event::ContactKind::Note, None, None, text);
    desk.note(carl, "mine, before theirs");
    other.log_contact(dora, &note("theirs")).unwrap();
    desk.note(carl, "mine, after theirs");
    let news = desk.poll_writes().unwrap().expect("the other's entry");
    assert_eq!(news.customers, [dora].into());
    assert_eq!(desk.poll_writes().unwrap(), None);
}
