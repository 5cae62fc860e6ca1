//! The wrong calls of the stories, each stopped before it is dialled.

use super::{change, guarded};
use crate::support::desk::{TestDesk, contact};
use kept_core::{
    brief::Source,
    customer::CustomerChange,
    event::{ContactKind, Direction, Outcome},
    guard::BetterAct,
    id::Id,
};

fn seattle() -> (TestDesk, Id, Vec<Id>) {
    let desk = TestDesk::in_zone("America/Los_Angeles", "2026-11-16T18:00Z");
    desk.opens("mon-sat 09:00-18:00").acts("Dan");
    let carl = desk.customer("Carl Lindgren", "(206) 555-0142");
    let owed = ["Mats", "Bumper"].map(|text| desk.promise(carl, text, "fri 20 nov 17:00", "Dan").id);
    (desk, carl, owed.to_vec())
}

#[test]
fn story_1_the_call_to_seattle_is_one_to_recover_and_not_to_schedule() {
    let (desk, carl, owed) = seattle();
    assert_eq!(desk.call_guard(carl).unwrap(), None, "nothing has passed yet");
    desk.it_is("2026-11-21T19:00Z");
    let guard = guarded(&desk, carl);
    assert_eq!(guard.words, "Deadline passed yesterday; promised “Mats” and “Bumper”; recover, do not schedule.");
    let from: Vec<_> = guard.reasons.iter().map(|reason| reason.from).collect();
    assert_eq!(from, [Source::Promise(owed[0]), Source::Promise(owed[0]), Source::Promise(owed[1])]);
    assert_eq!((guard.better.act, guard.better.from), (BetterAct::SeePromise, Source::Promise(owed[0])));
    desk.it_is("2026-11-23T19:00Z");
    assert!(guarded(&desk, carl).words.starts_with("Deadline passed Friday; "));
}

#[test]
fn a_new_time_that_he_agrees_to_and_a_word_of_excuse_end_the_guard() {
    let (desk, carl, owed) = seattle();
    desk.it_is("2026-11-21T19:00Z");
    for promise in &owed {
        desk.move_promise(*promise, "tue 24 nov 12:00", true, None).unwrap();
    }
    let guard = guarded(&desk, carl);
    assert_eq!(guard.words, "2 promises missed in 90 days; apologise first.");
    let call = contact(ContactKind::Call, Some(Direction::Out), Some(Outcome::Reached), "Apologised.");
    desk.log_contact(carl, &call).unwrap();
    assert_eq!(desk.call_guard(carl).unwrap(), None);
}

#[test]
fn a_call_that_is_minutes_late_goes_straight_out() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let ana = desk.customer("Ana", "");
    desk.promise(ana, "Call back", "2026-03-02 10:00", "Ruth");
    desk.it_is("2026-03-02T11:00Z");
    assert_eq!(desk.call_guard(ana).unwrap(), None);
    desk.it_is("2026-03-02T11:00:01Z");
    assert!(guarded(&desk, ana).words.starts_with("Deadline passed today; promised “Call back”"));
}

#[test]
fn story_3_whoever_does_not_know_the_story_reads_it_before_asking_what_the_problem_is() {
    let desk = TestDesk::at("2026-03-04T10:00Z");
    let john = desk.customer("John Hartley", "020 7946 0142");
    desk.acts("Amy");
    let told = contact(ContactKind::Call, Some(Direction::In), None, "Asked for a test drive, was told he missed it.");
    let entry = desk.log_contact(john, &told).unwrap().value.entry;
    let owed = desk.promise(john, "Call him and put it right", "2026-03-06 12:00", "Ruth").id;
    desk.it_is("2026-03-05T10:00Z");
    assert_eq!(desk.call_guard(john).unwrap(), None, "Amy took the story herself");
    desk.acts("Ruth");
    assert_eq!(desk.call_guard(john).unwrap(), None, "Ruth owes him the call");
    desk.acts("Sam");
    let guard = guarded(&desk, john);
    assert_eq!(guard.words, "Told Amy Reyes all yesterday; Ruth Adler owes them an answer; read it, do not ask again.");
    assert_eq!((guard.better.act, guard.better.from), (BetterAct::SeeEntry, Source::Entry(entry)));
    assert_eq!(guard.reasons[1].from, Source::Promise(owed));
    let brief = desk.show_customer(john).unwrap().brief;
    assert!(brief.ends_with("Say that you know what they told Amy Reyes yesterday, and do not ask for it again."));
}

#[test]
fn story_3_trucks_do_not_ring_a_man_who_wants_a_small_italian_car() {
    let desk = TestDesk::at("2026-03-04T10:00Z");
    let john = desk.customer("John Hartley", "");
    desk.set_department("Sam", "Trucks").unwrap();
    let wants = CustomerChange {
        interest: Some("small Italian car, test drive".into()),
        department: Some("Cars".into()),
        ..CustomerChange::default()
    };
    change(&desk, john, wants);
    desk.acts("Dan");
    assert_eq!(desk.call_guard(john).unwrap(), None, "nobody said where Dan works");
    desk.acts("Sam");
    let guard = guarded(&desk, john);
    assert_eq!(
        guard.words,
        "You are in “Trucks”; they want “small Italian car, test drive”, “Cars”; ask who serves them."
    );
    assert_eq!(guard.better.act, BetterAct::SeeCard);
    desk.acts("Ruth").set_department("Dan", "cars ").unwrap();
    desk.acts("Sam");
    let guard = guarded(&desk, john);
    assert_eq!((guard.better.act, guard.better.member.as_deref()), (BetterAct::LetCall, Some("Dan Ortiz")));
    assert!(guard.words.ends_with("let Dan Ortiz call."), "{}", guard.words);
    desk.acts("Dan");
    assert_eq!(desk.call_guard(john).unwrap(), None);
}

#[test]
fn story_3_he_is_not_rung_about_an_appointment_whose_confirmation_never_went_out() {
    let desk = TestDesk::at("2026-03-04T10:00Z");
    let john = desk.customer("John Hartley", "");
    desk.promise(john, "Send the confirmation by e-mail", "2026-03-04 17:00", "Dan");
    desk.it_is("2026-03-05T14:30Z").acts("Dan");
    let guard = guarded(&desk, john);
    assert_eq!(
        guard.words,
        "Deadline passed yesterday; promised “Send the confirmation by e-mail”; recover, do not schedule."
    );
}

#[test]
fn who_hung_up_is_left_to_the_manager_who_mends_it_and_the_manager_is_told_whom_they_hung_up_on() {
    let desk = TestDesk::at("2026-03-04T10:00Z");
    let john = desk.customer("John Hartley", "");
    let call = desk.promise(john, "Call about the test drive", "2026-03-04 12:00", "Dan").id;
    desk.acts("Dan").dispose_promise(call, Outcome::HungUp, "").unwrap();
    desk.it_is("2026-03-04T10:10Z");
    let guard = guarded(&desk, john);
    assert_eq!(guard.words, "Hung up on Dan Ortiz today; do not call now.");
    assert_eq!((guard.better.act, guard.better.member.as_deref()), (BetterAct::LetCall, Some("Ruth Adler")));
    desk.acts("Ruth");
    let guard = guarded(&desk, john);
    assert_eq!(guard.words, "Hung up on Dan Ortiz today; apologise, sell nothing.");
    assert_eq!(guard.better.act, BetterAct::SeeEntry);
}

#[test]
fn a_note_that_a_colleague_pinned_is_read_before_the_call_and_one_from_an_address_book_is_not() {
    let desk = TestDesk::at("2026-03-04T10:00Z");
    let ana = desk.add_customer(crate::support::desk::everything("Ana")).unwrap().value.id;
    assert_eq!(desk.call_guard(ana).unwrap(), None, "it came with the card");
    let note = CustomerChange { note: Some("His wife is ill: do not ask for her".into()), ..CustomerChange::default() };
    change(&desk, ana, note);
    assert_eq!(desk.call_guard(ana).unwrap(), None, "Ruth wrote it herself");
    desk.acts("Dan");
    assert_eq!(guarded(&desk, ana).words, "Note: “His wife is ill: do…”; mind it.");
    change(&desk, ana, CustomerChange { note: Some(String::new()), ..CustomerChange::default() });
    assert_eq!(desk.call_guard(ana).unwrap(), None);
}

#[test]
fn a_second_reason_is_said_whole_or_not_at_all() {
    let (desk, carl, _) = seattle();
    desk.acts("Ruth").set_department("Dan", "Trucks").unwrap();
    let wants = CustomerChange {
        interest: Some("a small car for his daughter".into()),
        department: Some("Cars".into()),
        ..CustomerChange::default()
    };
    change(&desk, carl, wants);
    desk.it_is("2026-11-21T19:00Z").acts("Dan");
    let words = guarded(&desk, carl).words;
    assert_eq!(words, "Deadline passed yesterday; promised “Mats” and “Bumper”; recover, do not schedule.");
    change(&desk, carl, CustomerChange { interest: Some("a van".into()), ..CustomerChange::default() });
    let words = guarded(&desk, carl).words;
    assert_eq!(
        words,
        "Deadline passed yesterday; promised “Mats” and “Bumper”; you are in “Trucks”; they want “a van”, “Cars”; \
         recover, do not schedule."
    );
}
