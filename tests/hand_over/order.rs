//! Offers, answers and hand-overs of two desks, in any order of arrival: the same owner, the same count.

use crate::support::desk::TestDesk;
use kept_core::{event::Event, id::Id, promise::NewPromise};
use proptest::prelude::*;

/// Two desks that wrote without each other about the same promises.
fn two_desks() -> Vec<Event> {
    let first = TestDesk::at("2026-03-02T09:00Z");
    let carl = first.customer("Carl Lindgren", "");
    let promises: Vec<Id> = (0..5).map(|n| first.promise(carl, &format!("promise {n}"), "17:00", "Dan").id).collect();
    first.acts("Dan");
    let offers: Vec<Id> =
        promises.iter().map(|id| first.offer_promise(*id, "Amy").unwrap().value.offer.unwrap().id).collect();
    let second = TestDesk::empty("2026-03-02T09:01Z");
    second.accept(&first.events().unwrap()).unwrap();
    second.act_as("Amy").unwrap();
    first.it_is("2026-03-02T09:01Z");
    // Taken there and withdrawn here; taken there and moved by a manager here; declined there and asked of another here.
    second.accept_offer(promises[0], offers[0]).unwrap();
    first.take_back(offers[0], "").unwrap();
    second.accept_offer(promises[1], offers[1]).unwrap();
    first.acts("Ruth").hand_over_promise(promises[1], "Sam", None).unwrap();
    second.decline_offer(promises[2], offers[2], "At lunch").unwrap();
    first.acts("Dan").offer_promise(promises[2], "Sam").unwrap();
    // Taken there; kept here. And one that nobody takes.
    second.accept_offer(promises[3], offers[3]).unwrap();
    first.keep_promise(promises[3], "done", None).unwrap();
    second.offer_promise(promises[0], "Dan").unwrap();
    for desk in [&first, &second] {
        let of = NewPromise {
            text: "of it".into(),
            due: "17:30".into(),
            of: Some(promises[1]),
            owner: Some("Sam".into()),
            verify: true,
            ..NewPromise::default()
        };
        let next = desk.make_promise(carl, &of).unwrap().value.id;
        desk.hand_over_promise(next, "Ruth", None).unwrap();
        desk.move_promise(next, "fri 10:00", true, None).unwrap();
    }
    let mut all = first.events().unwrap();
    all.extend(second.events().unwrap());
    all
}

fn shape(desk: &TestDesk) -> String {
    let carl = desk.find("", 10).unwrap().hits.remove(0).id;
    let page = desk.show_customer(carl).unwrap();
    let handing: Vec<_> = page
        .open_promises
        .iter()
        .filter(|row| row.owner != "Amy Reyes")
        .map(|row| desk.read_handing(row.id, "Amy").unwrap())
        .collect();
    let timeline = desk.timeline(carl, 200, None, &[]).unwrap();
    serde_json::to_string(&(page, handing, timeline)).unwrap()
}

fn taken_in(events: &[Event], order: &[usize], batch: usize) -> TestDesk {
    let desk = TestDesk::empty("2026-03-02T09:30Z");
    let shuffled: Vec<Event> = order.iter().map(|n| events[n % events.len()].clone()).collect();
    for some in shuffled.chunks(batch.max(1)) {
        desk.accept(some).unwrap();
    }
    desk.accept(events).unwrap();
    desk.act_as("Ruth").unwrap();
    desk.settle();
    desk
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hand_overs_in_any_order_and_batching_with_duplicates_give_the_same_office(
        order in proptest::collection::vec(0_usize..10_000, 0..120),
        batch in 1_usize..40,
    ) {
        thread_local! {
            static EVENTS: Vec<Event> = two_desks();
            static EXPECTED: std::cell::OnceCell<String> = const { std::cell::OnceCell::new() };
        }
        EVENTS.with(|events| {
            let expected = EXPECTED.with(|cell| cell.get_or_init(|| shape(&taken_in(events, &[], 1))).clone());
            let desk = taken_in(events, &order, batch);
            assert_eq!(shape(&desk), expected);
            assert_eq!(desk.caches_that_differ().unwrap(), Vec::<&str>::new(), "caches are what a rebuild gives");
        });
    }
}
