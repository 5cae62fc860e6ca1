//! A promise that comes again: the next is made with the answer, in one write, and goes with it.

use crate::support::desk::TestDesk;
use kept_core::{
    api,
    error::{Code, Error},
    fold::State,
    id::Id,
    promise::{NewPromise, PromiseRow},
    recurrence::OnClosed,
};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Monday 2 March 2026, 10:00 in Berlin.
fn desk() -> TestDesk {
    TestDesk::in_zone("Europe/Berlin", "2026-03-02T09:00Z")
}

fn call(desk: &TestDesk, name: &str, args: Value) -> Result<Value, Error> {
    api::call(desk, name, args).map(|reply| reply.value)
}

fn begin(desk: &TestDesk, customer: Id, repeat: &str) -> PromiseRow {
    let new = NewPromise {
        text: "Care call".into(),
        owner: Some("Dan".into()),
        repeat: Some(repeat.into()),
        ..NewPromise::default()
    };
    desk.make_promise(customer, &new).unwrap_or_else(|e| panic!("{repeat}: {e}")).value
}

fn next_of(desk: &TestDesk, promise: Id) -> Option<PromiseRow> {
    desk.show_promise(promise).unwrap().repeat.and_then(|repeat| repeat.next).map(|id| desk.show_promise(id).unwrap())
}

/// Answers a promise at its due time, in one of the three ways. Gives the next one.
fn answer(desk: &TestDesk, promise: &PromiseRow, how: usize) -> Option<PromiseRow> {
    desk.clock.set(promise.due_at);
    match how % 3 {
        0 => desk.keep_promise(promise.id, "", None),
        1 => desk.break_promise(promise.id, "Nobody was in", None),
        _ => desk.withdraw_promise(promise.id, "Not this time", None),
    }
    .unwrap();
    next_of(desk, promise.id)
}

fn open(desk: &TestDesk, customer: Id) -> Vec<PromiseRow> {
    desk.show_customer(customer).unwrap().open_promises
}

/// The event that answered a promise.
fn answered(desk: &TestDesk, promise: Id) -> Id {
    let events = desk.events().unwrap();
    let kinds = ["promise_kept", "promise_broken", "promise_withdrawn"];
    events.iter().rev().find(|e| e.subject == Some(promise) && kinds.contains(&e.kind.as_str())).unwrap().id
}

#[test]
fn the_next_is_made_with_the_answer_whatever_that_is() {
    let desk = desk();
    let carl = desk.customer("Carl", "");
    let first = begin(&desk, carl, "every 31st starting 31 mar 2026 10am");
    assert_eq!(first.due_local.to_string(), "2026-03-31T10:00:00");
    let repeat = first.repeat.clone().unwrap();
    assert_eq!((repeat.words.as_str(), repeat.number, repeat.series), ("every month on the 31st, 10:00", 1, first.id));
    let before = desk.events().unwrap().len();
    let second = answer(&desk, &first, 0).unwrap();
    assert_eq!(desk.events().unwrap().len(), before + 2, "the answer and the next promise");
    let third = answer(&desk, &second, 1).unwrap();
    let fourth = answer(&desk, &third, 2).unwrap();
    let dues: Vec<_> = [&second, &third, &fourth].map(|p| p.due_local.to_string()).into_iter().collect();
    assert_eq!(dues, ["2026-04-30T10:00:00", "2026-05-31T10:00:00", "2026-06-30T10:00:00"]);
    assert_eq!((fourth.text.as_str(), fourth.owner.as_str()), ("Care call", "Dan Ortiz"));
    assert_eq!(open(&desk, carl).len(), 1);
    let series = call(&desk, "promise_series", json!({ "id": third.id })).unwrap();
    assert_eq!(series["total"], 4);
    assert!(series["next"].is_null(), "the third is answered, so what comes after it is there already");
    let series = call(&desk, "promise_series", json!({ "id": fourth.id })).unwrap();
    assert_eq!(series["next"]["local"], "2026-07-31T10:00:00");
    assert_eq!(desk.caches_that_differ().unwrap(), Vec::<&str>::new());
}

#[test]
fn the_next_is_the_present_owner_s_and_keeps_the_rule_s_day_when_one_was_moved() {
    let desk = desk();
    let carl = desk.customer("Carl", "");
    let first = begin(&desk, carl, "every wednesday 10:00");
    desk.hand_over_promise(first.id, "Sam", None).unwrap();
    let moved = desk.move_promise(first.id, "fri 6 mar 15:00", true, None).unwrap().value;
    let second = answer(&desk, &moved, 0).unwrap();
    assert_eq!((second.owner.as_str(), second.due_local.to_string().as_str()), ("Sam Okoye", "2026-03-11T10:00:00"));
    let moved = desk.move_promise(second.id, "thu 19 mar 9:00", true, None).unwrap().value;
    desk.it_is("2026-03-12T09:00Z");
    desk.keep_promise(moved.id, "", None).unwrap();
    let third = next_of(&desk, moved.id).unwrap();
    assert_eq!(third.due_local.to_string(), "2026-03-25T10:00:00", "strictly later than the time it was moved to");
    assert_eq!(third.repeat.unwrap().note.as_deref(), Some("1 day of the series before it was passed over."));
}

#[test]
fn an_answer_that_comes_late_passes_over_what_went_by_and_says_so() {
    let desk = desk();
    let carl = desk.customer("Carl", "");
    let first = begin(&desk, carl, "every monday 9:30");
    assert_eq!(first.due_local.to_string(), "2026-03-09T09:30:00");
    desk.it_is("2026-03-25T12:00Z");
    desk.keep_promise(first.id, "", Some("9 mar 11:00")).unwrap();
    let next = next_of(&desk, first.id).unwrap();
    assert_eq!(next.due_local.to_string(), "2026-03-30T09:30:00");
    assert_eq!(next.made_at, desk.now());
    let note = next.repeat.unwrap().note;
    assert_eq!(note.as_deref(), Some("2 days of the series before it were passed over."));
}

#[test]
fn a_series_ends_by_its_count_by_its_day_or_by_word() {
    let desk = desk();
    let carl = desk.customer("Carl", "");
    let twice = begin(&desk, carl, "every day 10:30, 2 times");
    let second = answer(&desk, &twice, 0).unwrap();
    let series = call(&desk, "promise_series", json!({ "id": second.id })).unwrap();
    assert!(series["next"].is_null(), "it is the last");
    assert!(answer(&desk, &second, 0).is_none());
    let until = begin(&desk, carl, "every day 12:00 until 4 mar");
    let last = answer(&desk, &until, 0).unwrap();
    assert_eq!(last.due_local.to_string(), "2026-03-04T12:00:00");
    assert!(answer(&desk, &last, 0).is_none());
    let by_word = begin(&desk, carl, "every day 12:00");
    let shown = call(&desk, "promise_repeat", json!({ "id": by_word.id })).unwrap();
    assert!(shown.get("repeat").is_none());
    let entry = desk.timeline(carl, 1, None, &[]).unwrap().entries.remove(0);
    assert_eq!((entry.kind.as_str(), entry.text.as_str()), ("promise_repeat_set", "Comes no more after this."));
    desk.take_back(entry.id, "").unwrap();
    assert!(desk.show_promise(by_word.id).unwrap().repeat.is_some(), "the end can be taken back");
    desk.repeat_promise(by_word.id, "", OnClosed::Keep).unwrap();
    assert!(answer(&desk, &by_word, 0).is_none());
    assert!(open(&desk, carl).is_empty());
    assert_eq!(desk.repeat_promise(by_word.id, "every day", OnClosed::Keep).unwrap_err().code, Code::Refused);
    assert_eq!(desk.caches_that_differ().unwrap(), Vec::<&str>::new());
}

#[test]
fn a_promise_can_come_again_from_now_on_and_otherwise_than_before() {
    let desk = desk();
    let carl = desk.customer("Carl", "");
    let plain = desk.promise(carl, "Care call", "fri 10:00", "Dan");
    assert!(plain.repeat.is_none());
    assert_eq!(desk.repeat_promise(plain.id, "", OnClosed::Keep).unwrap_err().code, Code::Refused);
    assert_eq!(desk.repeat_promise(plain.id, "every monday", OnClosed::Keep).unwrap_err().code, Code::Mismatch);
    let weekly = desk.repeat_promise(plain.id, "weekly", OnClosed::Keep).unwrap().value;
    assert_eq!(weekly.repeat.unwrap().words, "every Friday, 10:00");
    let second = answer(&desk, &plain, 0).unwrap();
    desk.repeat_promise(second.id, "every 2 weeks", OnClosed::Forward).unwrap();
    let third = answer(&desk, &second, 0).unwrap();
    assert_eq!(third.due_local.to_string(), "2026-03-27T10:00:00");
    let repeat = third.repeat.unwrap();
    assert_eq!((repeat.number, repeat.series, repeat.on_closed), (3, plain.id, OnClosed::Forward));
}

#[test]
fn a_promise_that_was_moved_before_it_came_again_is_where_it_was_moved_to() {
    let desk = desk();
    desk.opens("mon-fri 09:00-17:00");
    let carl = desk.customer("Carl", "");
    let plain = desk.promise(carl, "Care call", "wed 10:00", "Dan");
    desk.move_promise(plain.id, "fri 10:00", true, None).unwrap();
    let weekly = desk.repeat_promise(plain.id, "weekly", OnClosed::Keep).unwrap().value;
    let repeat = weekly.repeat.unwrap();
    assert_eq!((repeat.words.as_str(), repeat.note), ("every Friday, 10:00", None));
}

#[test]
fn a_next_whose_rule_was_changed_still_goes_with_the_answer_before() {
    let desk = desk();
    let carl = desk.customer("Carl", "");
    let first = begin(&desk, carl, "every wednesday 10:00");
    let second = answer(&desk, &first, 0).unwrap();
    desk.repeat_promise(second.id, "every 2 weeks", OnClosed::Keep).unwrap();
    desk.take_back(answered(&desk, first.id), "").unwrap();
    let ids: Vec<_> = open(&desk, carl).iter().map(|promise| promise.id).collect();
    assert_eq!(ids, [first.id]);
}

#[test]
fn taking_the_answer_back_takes_the_next_with_it_and_bringing_it_back_brings_both() {
    let mut desk = desk();
    let carl = desk.customer("Carl", "");
    let first = begin(&desk, carl, "every wednesday 10:00");
    let second = answer(&desk, &first, 0).unwrap();
    let kept = answered(&desk, first.id);
    desk.take_back(kept, "").unwrap();
    let ids = |desk: &TestDesk| open(desk, carl).iter().map(|promise| promise.id).collect::<Vec<_>>();
    assert_eq!(ids(&desk), [first.id]);
    assert!(desk.show_promise(second.id).unwrap().taken_back);
    desk.redo(kept).unwrap();
    assert_eq!(ids(&desk), [second.id]);
    desk.take_back(kept, "").unwrap();
    desk.reopen();
    desk.act_as("Ruth").unwrap();
    let again = answer(&desk, &first, 1).unwrap();
    assert_ne!(again.id, second.id);
    assert_eq!((again.due_at, again.repeat.unwrap().number), (second.due_at, 2));
    desk.redo(kept).unwrap();
    assert_eq!(ids(&desk), [again.id], "there is one next and no other");
    assert_eq!(desk.caches_that_differ().unwrap(), Vec::<&str>::new());
}

#[test]
fn a_promise_answered_twice_keeps_its_next_until_both_answers_are_taken_back() {
    let desk = desk();
    let carl = desk.customer("Carl", "");
    let first = begin(&desk, carl, "every wednesday 10:00");
    answer(&desk, &first, 0).unwrap();
    let one = answered(&desk, first.id);
    desk.take_back(one, "").unwrap();
    let next = answer(&desk, &first, 1).unwrap();
    let other = answered(&desk, first.id);
    desk.redo(one).unwrap();
    let ids = || open(&desk, carl).iter().map(|promise| promise.id).collect::<Vec<_>>();
    desk.take_back(other, "").unwrap();
    assert_eq!(ids(), [next.id], "it is answered still");
    desk.take_back(one, "").unwrap();
    assert_eq!(ids(), [first.id]);
    desk.redo(other).unwrap();
    assert_eq!(open(&desk, carl).len(), 1);
    assert_ne!(ids(), [first.id], "one comes next again");
}

#[test]
fn a_next_that_is_due_or_answered_stands_when_the_answer_before_is_taken_back() {
    let desk = desk();
    let carl = desk.customer("Carl", "");
    let first = begin(&desk, carl, "every day 17:00");
    let second = answer(&desk, &first, 0).unwrap();
    desk.clock.set(second.due_at);
    desk.take_back(answered(&desk, first.id), "By mistake").unwrap();
    let ids: Vec<_> = open(&desk, carl).iter().map(|promise| promise.id).collect();
    assert_eq!(ids, [first.id, second.id], "what is owed does not vanish");
    desk.keep_promise(first.id, "", None).unwrap();
    let ids: Vec<_> = open(&desk, carl).iter().map(|promise| promise.id).collect();
    assert_eq!(ids, [second.id], "and is not made twice");
    let third = answer(&desk, &second, 0).unwrap();
    desk.take_back(answered(&desk, first.id), "By mistake").unwrap();
    let ids: Vec<_> = open(&desk, carl).iter().map(|promise| promise.id).collect();
    assert_eq!(ids, [first.id, third.id]);
}

#[test]
fn a_promise_that_came_of_a_series_cannot_be_taken_back_and_its_first_can() {
    let desk = desk();
    let carl = desk.customer("Carl", "");
    let first = begin(&desk, carl, "every day 17:00");
    let second = answer(&desk, &first, 0).unwrap();
    let refused = desk.take_back(second.id, "").unwrap_err();
    assert!(refused.code == Code::Refused && refused.message.contains("series"), "{}", refused.message);
    let offered = |id: Id| {
        let entries = desk.timeline(carl, 50, None, &[]).unwrap().entries;
        entries.into_iter().find(|entry| entry.id == id).unwrap().can_take_back
    };
    assert!(!offered(second.id), "and the page does not offer it");
    let other = begin(&desk, carl, "every day 18:00");
    assert!(offered(other.id));
    desk.take_back(other.id, "").unwrap();
    assert_eq!(open(&desk, carl).len(), 1);
}

#[test]
fn closed_days_roll_by_choice() {
    let desk = desk();
    desk.opens("mon-fri 09:00-17:00");
    let carl = desk.customer("Carl", "");
    let args = json!({ "customer": carl, "text": "Care call", "due": "fri 10:00", "repeat": "every month on the 6th",
                       "on_closed": "back" });
    let made = call(&desk, "promise_make", args).unwrap();
    let first = desk.show_promise(made["id"].as_str().unwrap().parse().unwrap()).unwrap();
    let mut shown = Vec::new();
    let mut last = first;
    for how in 0..5 {
        last = answer(&desk, &last, how).unwrap();
        shown.push(last.due_local.day().to_string());
    }
    assert_eq!(shown, ["2026-04-06", "2026-05-06", "2026-06-05", "2026-07-06", "2026-08-06"], "6 June is a Saturday");
}

#[test]
fn a_rule_is_said_back_in_full_before_it_is_saved() {
    let desk = desk();
    let read = |args: Value| call(&desk, "repeat_read", args);
    let shown = read(json!({ "text": "every sunday 2:30am" })).unwrap();
    assert_eq!(
        (&shown["words"], &shown["rule"]),
        (&json!("every Sunday, 02:30"), &json!("FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=SU"))
    );
    assert_eq!(shown["first"]["echo"], "Sunday 8 March, 02:30, in 6 days");
    let coming = shown["coming"].as_array().unwrap();
    assert_eq!(coming.len(), 4);
    assert_eq!(
        (&coming[2]["local"], &coming[2]["note"]),
        (&json!("2026-03-29T03:00:00"), &json!("The clocks skip 02:30 on that day; it is 03:00 instead."))
    );
    let from_due = read(json!({ "text": "every 2 weeks", "due": "fri 10:00" })).unwrap();
    assert_eq!(from_due["words"], "every 2 weeks on Friday, 10:00");
    assert_eq!(read(json!({ "text": "every 2 weeks" })).unwrap_err().code, Code::NoTime);
    assert_eq!(read(json!({ "text": "every sunday 2:30am, 2 times" })).unwrap()["coming"].as_array().unwrap().len(), 1);
    let before = desk.events().unwrap().len();
    let carl = desk.customer("Carl", "");
    let wrong = json!({ "customer": carl, "text": "x", "repeat": "now and then" });
    assert!(call(&desk, "promise_make", wrong).is_err());
    assert_eq!(desk.events().unwrap().len(), before + 1, "only the customer was added");
}

#[derive(Debug, Clone)]
enum Act {
    Answer(usize),
    TakeBack(usize),
    Redo(usize),
    Wait(i64),
}

fn acts() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => (0_usize..3).prop_map(Act::Answer),
        3 => (0_usize..4).prop_map(Act::TakeBack),
        2 => (0_usize..4).prop_map(Act::Redo),
        1 => (1_i64..5 * 24 * 60).prop_map(Act::Wait),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_series_that_goes_on_always_has_an_open_promise_and_never_two_of_one_number(
        acts in prop::collection::vec(acts(), 1..14),
        rule in prop::sample::select(vec!["every day 2:30am", "every monday 10:00", "every 31st 9:00", "every weekday 12:00"]),
    ) {
        let desk = TestDesk::in_zone("America/New_York", "2026-03-02T15:00Z");
        let carl = desk.customer("Carl", "");
        let first = begin(&desk, carl, rule);
        let mut answers: Vec<Id> = Vec::new();
        for act in acts {
            let owed = open(&desk, carl);
            match act {
                Act::Answer(how) => {
                    let promise = &owed[0];
                    desk.clock.set(promise.due_at.max(desk.now()));
                    match how {
                        0 => desk.keep_promise(promise.id, "", None),
                        1 => desk.break_promise(promise.id, "No", None),
                        _ => desk.withdraw_promise(promise.id, "No", None),
                    }.unwrap();
                    answers.push(answered(&desk, promise.id));
                }
                Act::TakeBack(n) => drop(answers.iter().rev().nth(n).map(|answer| desk.take_back(*answer, "Wrong"))),
                Act::Redo(n) => drop(answers.iter().rev().nth(n).map(|answer| desk.redo(*answer))),
                Act::Wait(minutes) => desk.clock.set(desk.now().plus_ms(minutes * 60_000)),
            }
            let owed = open(&desk, carl);
            prop_assert!(!owed.is_empty(), "the series fell silent");
            let series = desk.show_series(first.id).unwrap();
            let mut standing: Vec<_> = series.iter().filter(|row| !row.taken_back).collect();
            standing.sort_by_key(|row| row.repeat.as_ref().map(|repeat| repeat.number));
            prop_assert!(standing.windows(2).all(|pair| pair[0].due_at < pair[1].due_at), "no number twice, no time again");
            prop_assert!(standing.iter().rev().skip(1).filter(|row| row.state == State::Open).count() <= owed.len());
        }
        prop_assert!(desk.caches_that_differ().unwrap().is_empty());
    }
}
