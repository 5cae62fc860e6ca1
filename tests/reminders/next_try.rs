//! A planned try rings at its time, before the promise is due.

use crate::support::desk::{TestDesk, contact, moment};
use kept_core::{
    entry::NewContact,
    event::{Channel, ContactKind, Direction, Outcome},
    id::Id,
    office::OfficeChange,
    reminder::NoticeKind,
};
use rusqlite::Connection;

/// Carl, whom nobody reached at 9:10: the next try is at 11:45, and it is due tomorrow at 17:00.
fn office() -> (TestDesk, Id, Id) {
    let desk = TestDesk::at("2026-03-02T09:10Z");
    desk.opens("mon-fri 08:00-12:00,13:00-18:00");
    let carl = desk.customer("Carl Lindgren", "+1 206 555 0142");
    let mats = desk.promise(carl, "Floor mats fitted", "2026-03-03 17:00", "Dan").id;
    desk.acts("Dan").dispose_promise(mats, Outcome::NoAnswer, "").unwrap();
    (desk, carl, mats)
}

#[test]
fn a_planned_try_is_told_at_its_time_once_and_the_due_time_rings_as_ever() {
    let (desk, _, mats) = office();
    let ring = desk.it_is("2026-03-02T11:44:59Z").ring(desk.now()).unwrap();
    assert!(ring.notices.is_empty());
    assert_eq!(ring.next_at, Some(moment("2026-03-02T11:45Z")));
    let told = desk.it_is("2026-03-02T11:45Z").tells();
    assert_eq!((told.len(), told[0].kind, told[0].promises.as_slice()), (1, NoticeKind::NextTry, [mats].as_slice()));
    assert_eq!(told[0].title, "Try again: Carl Lindgren – Floor mats fitted");
    assert_eq!(told[0].body, "+1 206 555 0142\ndue Tue 3 Mar, 17:00");
    assert!(desk.it_is("2026-03-02T11:46Z").tells().is_empty(), "once");
    assert!(!desk.is_handled(&told[0]).unwrap(), "nobody has tried yet");
    let due = desk.it_is("2026-03-03T17:00Z").tells();
    assert_eq!((due.len(), due[0].kind), (1, NoticeKind::Due));
    assert!(desk.is_handled(&told[0]).unwrap(), "it is due now");
}

#[test]
fn a_time_for_the_next_try_that_the_log_does_not_tell_is_found_by_the_check() {
    let (desk, ..) = office();
    assert!(desk.caches_that_differ().unwrap().is_empty());
    let raw = Connection::open(desk.home().join("kept.db")).unwrap();
    for column in ["try_at", "planned_at"] {
        raw.execute(&format!("UPDATE reminder SET {column} = {column} + 1"), []).unwrap();
        assert_eq!(desk.caches_that_differ().unwrap(), ["reminder"], "{column}");
        raw.execute(&format!("UPDATE reminder SET {column} = {column} - 1"), []).unwrap();
    }
}

#[test]
fn whoever_tries_again_is_told_of_the_try_after_that() {
    let (desk, _, mats) = office();
    let first = desk.it_is("2026-03-02T11:45Z").tells();
    desk.dispose_promise(mats, Outcome::Busy, "").unwrap();
    assert!(desk.is_handled(&first[0]).unwrap(), "the notification goes with the try");
    let second = desk.it_is("2026-03-02T14:15Z").tells();
    assert_eq!((second.len(), second[0].kind), (1, NoticeKind::NextTry));
    assert_ne!(first[0].key, second[0].key);
}

#[test]
fn once_they_were_spoken_with_nothing_is_to_be_tried_any_more() {
    let rang = contact(ContactKind::Call, Some(Direction::In), Some(Outcome::Reached), "He rang himself.");
    let (desk, carl, _) = office();
    desk.it_is("2026-03-02T10:00Z").log_contact(carl, &rang).unwrap();
    assert!(desk.it_is("2026-03-02T11:45Z").tells().is_empty(), "whatever the call was about");
    let due = desk.it_is("2026-03-03T17:00Z").tells();
    assert_eq!((due.len(), due[0].kind), (1, NoticeKind::Due), "what was promised is owed all the same");

    let (desk, carl, mats) = office();
    let of_mats = NewContact { of_promise: Some(mats), ..rang };
    desk.it_is("2026-03-02T10:00Z").log_contact(carl, &of_mats).unwrap();
    assert_eq!(desk.show_promise(mats).unwrap().next_try, None);
}

#[test]
fn who_is_not_to_be_called_any_more_is_not_tried_again() {
    let (desk, carl, _) = office();
    desk.acts("Ruth").restrict_contact(carl, &[Channel::Call], "asked by letter").unwrap();
    assert!(desk.it_is("2026-03-02T11:45Z").tells().is_empty());
}

#[test]
fn three_tries_at_what_is_late_are_not_told_the_managers_as_put_off_three_times() {
    let (desk, _, mats) = office();
    for at in ["2026-03-04T09:00Z", "2026-03-04T12:00Z", "2026-03-04T15:00Z", "2026-03-04T17:30Z"] {
        desk.it_is(at).dispose_promise(mats, Outcome::NoAnswer, "").unwrap();
    }
    let told = desk.tells();
    assert!(told.iter().all(|notice| !notice.title.contains("put this off")), "{told:?}");
    assert_eq!(desk.show_promise(mats).unwrap().snoozes, 0);
    desk.snooze_promise(mats, "in 1 h").unwrap();
    assert_eq!(desk.show_promise(mats).unwrap().snoozes, 1);
}

#[test]
fn what_was_missed_while_kept_was_closed_is_told_when_it_opens_unless_it_is_due_by_then() {
    let (desk, ..) = office();
    let told = desk.it_is("2026-03-02T15:00Z").tells();
    assert_eq!((told.len(), told[0].kind), (1, NoticeKind::NextTry));
    let (desk, ..) = office();
    let told = desk.it_is("2026-03-03T17:30Z").tells();
    assert_eq!((told.len(), told[0].kind), (1, NoticeKind::Due));
}

#[test]
fn what_was_put_off_before_it_is_due_rings_at_that_time_and_waits_for_quiet_hours_to_end() {
    let desk = TestDesk::at("2026-03-02T09:10Z");
    desk.opens("mon-fri 08:00-12:00,13:00-18:00");
    desk.change_office(&OfficeChange { quiet: Some("20:00-08:00".into()), ..OfficeChange::default() }).unwrap();
    let carl = desk.customer("Carl Lindgren", "");
    let mats = desk.promise(carl, "Floor mats fitted", "2026-03-03 17:00", "Dan").id;
    desk.acts("Dan").snooze_promise(mats, "2026-03-02 20:00").unwrap();
    let ring = desk.it_is("2026-03-02T20:00Z").ring(desk.now()).unwrap();
    assert!(ring.notices.is_empty(), "nobody is there");
    assert_eq!(ring.next_at, Some(moment("2026-03-03T08:00Z")));
    let told = desk.it_is("2026-03-03T08:00Z").tells();
    assert_eq!(told[0].title, "Put off until now: Carl Lindgren – Floor mats fitted");
}

#[test]
fn several_tries_of_one_moment_are_one_notice_and_whoever_stands_in_is_told() {
    let (desk, ..) = office();
    let ana = desk.customer("Ana Sousa", "");
    let quote = desk.promise(ana, "Quote", "2026-03-03 12:00", "Dan").id;
    desk.dispose_promise(quote, Outcome::NoAnswer, "").unwrap();
    desk.set_away("Dan", "2026-03-02", "2026-03-03", Some("Amy")).unwrap();
    desk.it_is("2026-03-02T11:45Z");
    let due = desk.due(desk.now(), false).unwrap().notices;
    let tries: Vec<_> = due.iter().filter(|notice| notice.kind == NoticeKind::NextTry).collect();
    assert_eq!((tries.len(), tries[0].to.as_str()), (1, "Amy Reyes"));
    assert_eq!(tries[0].title, "2 promises to try again");
}

#[test]
fn a_notification_without_names_says_that_something_is_to_be_tried_and_no_more() {
    let (desk, ..) = office();
    desk.set_preference("hide_names", &serde_json::Value::Bool(true)).unwrap();
    let told = desk.it_is("2026-03-02T11:45Z").tells();
    assert_eq!((told[0].title.as_str(), told[0].body.as_str()), ("Try again: a promise", "due Tue 3 Mar, 17:00"));
}
