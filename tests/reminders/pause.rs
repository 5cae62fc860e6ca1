//! A pause: nothing is told meanwhile, everything after it, and no clock makes it longer than it was meant to be.

use crate::support::desk::{TestDesk, moment};
use kept_core::{error::Code, reminder::NoticeKind, time::Timestamp};

fn pause(desk: &TestDesk, until: &str) -> Option<Timestamp> {
    desk.pause_reminders(Some(until)).unwrap().value
}

#[test]
fn in_a_pause_nothing_is_told_and_at_its_end_everything() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let ana = desk.customer("Ana", "");
    desk.promise(ana, "Quote", "2026-03-02 09:10", "Dan");
    desk.promise(ana, "Mats", "2026-03-02 09:20", "Amy");
    let end = pause(&desk, "in 30 min");
    assert_eq!(end, Some(moment("2026-03-02T09:30Z")));
    desk.it_is("2026-03-02T09:25Z");
    let ring = desk.ring(desk.now()).unwrap();
    assert!(ring.notices.is_empty());
    assert_eq!((ring.next_at, desk.due(desk.now(), false).unwrap().next_at), (end, end), "it asks again at the end");
    assert_eq!(desk.today(None).unwrap().late, 2, "the list shows the truth");
    desk.it_is("2026-03-02T09:30Z");
    let told = desk.ring(desk.now()).unwrap().notices;
    assert_eq!((told.len(), told[0].kind, told[0].promises.len()), (1, NoticeKind::Digest, 2));
}

#[test]
fn a_pause_outlives_a_restart_and_can_be_ended_at_once() {
    let mut desk = TestDesk::at("2026-03-02T09:00Z");
    let ana = desk.customer("Ana", "");
    desk.promise(ana, "Quote", "2026-03-02 09:10", "Dan");
    pause(&desk, "in 1 h");
    desk.reopen();
    desk.it_is("2026-03-02T09:10Z");
    assert!(desk.ring(desk.now()).unwrap().notices.is_empty());
    assert_eq!(desk.pause_reminders(None).unwrap().value, None);
    assert_eq!(desk.ring(desk.now()).unwrap().notices.len(), 1);
}

#[test]
fn a_clock_that_is_put_back_does_not_make_a_pause_longer() {
    let desk = TestDesk::at("2026-03-01T09:00Z");
    let ana = desk.customer("Ana", "");
    desk.promise(ana, "Quote", "2026-03-01 10:00", "Dan");
    desk.it_is("2026-03-02T09:00Z");
    pause(&desk, "in 30 min");
    desk.it_is("2026-03-01T20:00Z");
    assert_eq!(desk.ring(desk.now()).unwrap().notices.len(), 1, "half a day would not be half an hour");
}

#[test]
fn a_pause_that_has_passed_or_is_too_long_is_refused_in_a_sentence() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    assert_eq!(desk.pause_reminders(Some("2026-03-01 10:00")).unwrap_err().code, Code::Past);
    let long = desk.pause_reminders(Some("2026-03-12 10:00")).unwrap_err();
    assert!(long.message.contains("a week at most"), "{long}");
    assert!(desk.pause_reminders(Some("soonish")).is_err());
    assert_eq!(desk.reminders_paused(desk.now()).unwrap(), None);
}

#[test]
fn until_tomorrow_is_the_next_opening_of_a_later_day_or_a_day_where_that_is_far() {
    let desk = TestDesk::at("2026-03-06T09:00Z");
    desk.opens("mon-fri 08:00-12:00,13:00-18:00");
    let until = |at: &str| desk.reminders_until_tomorrow(moment(at));
    assert_eq!(until("2026-03-05T09:00Z"), moment("2026-03-06T08:00Z"));
    assert_eq!(until("2026-03-06T09:00Z"), moment("2026-03-09T08:00Z"), "after the weekend");
    desk.pause_reminders(Some(&until("2026-03-06T09:00Z").to_string())).unwrap();
}
