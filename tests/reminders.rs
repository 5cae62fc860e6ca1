//! Reminders: due promises are announced, once, to the second, and again after a snooze or a new due time.

mod desks;
mod ladder;
mod lives;
mod next_try;
mod pause;
mod people;
mod waiting;
mod world;
mod year;
mod zones;

use crate::support::desk::{TestDesk, moment};
use kept_core::reminder::NoticeKind;

#[test]
fn a_promise_is_announced_at_its_due_minute_and_once() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let ana = desk.customer("Ana Sousa", "");
    desk.promise(ana, "Ring with the quote", "15:10", "Ruth");
    let ring = desk.it_is("2026-03-02T15:09:59Z").ring(desk.now()).unwrap();
    assert!(ring.notices.is_empty());
    assert_eq!(ring.next_at, Some(moment("2026-03-02T15:10Z")));
    let notices = {
        desk.it_is("2026-03-02T15:10Z");
        desk.tells()
    };
    assert_eq!(notices.len(), 1);
    assert_eq!(notices[0].title, "Ana Sousa, 15:10 – Ring with the quote");
    assert_eq!(notices[0].body, "", "the title says it all");
    desk.it_is("2026-03-02T15:11Z");
    assert!(desk.tells().is_empty());
}

#[test]
fn somebody_else_s_promise_says_whose_it_is() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let ana = desk.customer("Ana Sousa", "");
    desk.promise(ana, "Quote", "15:10", "Dan");
    desk.it_is("2026-03-02T15:10Z");
    assert_eq!(desk.tells()[0].title, "For Dan Ortiz: Ana Sousa, 15:10 – Quote");
}

#[test]
fn long_words_are_cut_in_the_title_and_stand_whole_below_it_with_the_number_to_ring() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let ana = desk.customer("Ana Sousa", "+351 21 555 0142");
    let words = "Ring with the quote for the bumper, the mats, the two spare keys and the winter tyres";
    desk.promise(ana, words, "15:10", "Ruth");
    desk.it_is("2026-03-02T15:10Z");
    let notice = &desk.tells()[0];
    assert_eq!(notice.title, "Ana Sousa, 15:10 – Ring with the quote for the bumper, the mats, the two spare…");
    assert_eq!(notice.body, format!("{words}\n+351 21 555 0142"));
}

#[test]
fn a_crash_between_marking_and_showing_repeats_it_under_the_same_key() {
    let mut desk = TestDesk::at("2026-03-02T09:00Z");
    let ana = desk.customer("Ana", "");
    desk.promise(ana, "Quote", "15:10", "Dan");
    desk.it_is("2026-03-02T15:10Z");
    let first = desk.ring(desk.now()).unwrap().notices.remove(0);
    desk.record_attempt(&first, desk.now()).unwrap();
    desk.reopen();
    let second = desk.ring(desk.now()).unwrap().notices.remove(0);
    assert_eq!(first.key, second.key);
}

#[test]
fn what_fell_due_while_kept_was_closed_is_one_notice_in_order_with_the_exact_count() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let ana = desk.customer("Ana", "");
    for n in 0..5 {
        desk.promise(ana, &format!("promise {n}"), &format!("1{n}:00"), "Dan");
    }
    desk.it_is("2026-03-05T08:00Z");
    let notices = desk.tells();
    assert_eq!(notices.len(), 1);
    assert_eq!((notices[0].kind, notices[0].promises.len()), (NoticeKind::Digest, 5));
    assert_eq!(notices[0].title, "5 promises are due");
    assert!(
        notices[0].body.contains("was due Mon 2 Mar, 10:00") && notices[0].body.ends_with("and 2 more"),
        "{}",
        notices[0].body
    );
    let order: Vec<_> = notices[0].promises.iter().map(|id| desk.show_promise(*id).unwrap().text).collect();
    assert_eq!(order, ["promise 0", "promise 1", "promise 2", "promise 3", "promise 4"]);
    assert!(desk.tells().is_empty());
}

#[test]
fn a_snooze_quiets_the_reminder_until_it_ends_and_never_hides_late() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let ana = desk.customer("Ana", "");
    let id = desk.promise(ana, "Quote", "15:10", "Dan").id;
    desk.it_is("2026-03-02T15:10Z");
    desk.tells();
    let snoozed = desk.snooze_promise(id, "in 10 min").unwrap().value;
    assert_eq!(snoozed.snoozed_until, Some(moment("2026-03-02T15:20Z")));
    assert_eq!(snoozed.due_at, moment("2026-03-02T15:10Z"));
    desk.it_is("2026-03-02T15:19Z");
    assert!(desk.tells().is_empty());
    assert!(desk.show_promise(id).unwrap().late);
    desk.it_is("2026-03-02T15:20Z");
    assert_eq!(desk.tells().len(), 1);
}

#[test]
fn moving_a_promise_rearms_its_reminder() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let ana = desk.customer("Ana", "");
    let id = desk.promise(ana, "Quote", "10:00", "Dan").id;
    desk.it_is("2026-03-02T10:00Z");
    desk.tells();
    desk.move_promise(id, "11:00", true, None).unwrap();
    desk.it_is("2026-03-02T11:00Z");
    assert_eq!(desk.tells().len(), 1);
}

#[test]
fn nothing_is_announced_for_what_is_closed_or_taken_back() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let ana = desk.customer("Ana", "");
    let (kept, gone) = (desk.promise(ana, "a", "10:00", "Dan").id, desk.promise(ana, "b", "10:00", "Dan").id);
    desk.keep_promise(kept, "", None).unwrap();
    desk.take_back(gone, "").unwrap();
    desk.it_is("2026-03-02T10:00Z");
    assert!(desk.tells().is_empty());
}

#[test]
fn the_command_tells_each_member_what_is_theirs() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let ana = desk.customer("Ana", "");
    desk.promise(ana, "a", "10:00", "Dan");
    desk.promise(ana, "b", "10:00", "Sam");
    desk.promise(ana, "c", "10:00", "Dan");
    let at = moment("2026-03-02T10:00Z");
    let notices = desk.due(at, true).unwrap().notices;
    let to: Vec<(&str, usize)> = notices.iter().map(|notice| (notice.to.as_str(), notice.promises.len())).collect();
    assert_eq!(to, [("Dan Ortiz", 2), ("Sam Okoye", 1)]);
    assert!(desk.due(at, false).unwrap().notices.is_empty(), "marked as announced");
}
