//! What the bell says of hand-overs: to whoever is asked, and to whom it came back; each once.

use crate::support::desk::{TestDesk, moment};
use kept_core::{id::Id, office::OfficeChange, reminder::NoticeKind};

fn office() -> (TestDesk, Id) {
    let desk = TestDesk::at("2026-03-02T09:10Z");
    desk.opens("mon-fri 08:00-12:00,13:00-18:00");
    let carl = desk.customer("Carl Lindgren", "");
    let mats = desk.promise(carl, "Floor mats fitted", "2026-03-04 17:00", "Dan").id;
    desk.acts("Dan");
    (desk, mats)
}

/// What is told at that moment, and shown.
fn told(desk: &TestDesk) -> Vec<(NoticeKind, String)> {
    desk.tells().into_iter().map(|notice| (notice.kind, notice.title)).collect()
}

#[test]
fn whoever_is_asked_hears_at_once_and_the_owner_when_nobody_took_it() {
    let (desk, mats) = office();
    desk.offer_promise(mats, "Amy").unwrap();
    let ring = desk.ring(desk.now()).unwrap();
    assert_eq!(ring.next_at, Some(moment("2026-03-02T09:12Z")), "the bell asks again when it goes back");
    assert_eq!(ring.notices[0].body, "take it before 09:12, or it goes back\ndue Wed 4 Mar, 17:00");
    let offered = "For Amy Reyes: Dan Ortiz hands you Carl Lindgren – Floor mats fitted".to_owned();
    assert_eq!(told(&desk), [(NoticeKind::Offered, offered)]);
    assert_eq!(told(&desk), []);
    desk.it_is("2026-03-02T09:12Z");
    let returned = "Amy Reyes has not taken Carl Lindgren – Floor mats fitted: it is yours still".to_owned();
    assert_eq!(told(&desk), [(NoticeKind::Returned, returned)]);
    assert_eq!(told(&desk), []);
}

#[test]
fn a_restart_in_between_neither_forgets_nor_repeats_it() {
    let (mut desk, mats) = office();
    desk.offer_promise(mats, "Amy").unwrap();
    assert_eq!(told(&desk).len(), 1);
    desk.reopen();
    desk.act_as("Dan").unwrap();
    assert_eq!(told(&desk), [], "told before");
    desk.it_is("2026-03-06T09:00Z");
    let back = told(&desk).into_iter().filter(|(kind, _)| *kind == NoticeKind::Returned).count();
    assert_eq!(back, 1, "the PC was off when it went back");
    desk.reopen();
    assert!(told(&desk).iter().all(|(kind, _)| *kind != NoticeKind::Returned));
}

#[test]
fn what_was_taken_or_withdrawn_comes_back_to_nobody() {
    let (desk, mats) = office();
    let offer = desk.offer_promise(mats, "Amy").unwrap().value.offer.unwrap();
    let notice = desk.ring(desk.now()).unwrap().notices.remove(0);
    desk.record_shown(&notice, desk.now()).unwrap();
    assert!(!desk.is_handled(&notice).unwrap());
    desk.acts("Amy").accept_offer(mats, offer.id).unwrap();
    assert!(desk.is_handled(&notice).unwrap(), "it is taken off the screen");
    let again = desk.offer_promise(mats, "Sam").unwrap().value.offer.unwrap();
    desk.take_back(again.id, "").unwrap();
    desk.it_is("2026-03-02T10:00Z");
    assert_eq!(told(&desk), []);
}

#[test]
fn a_no_is_told_at_once_with_its_reason() {
    let (desk, mats) = office();
    let offer = desk.offer_promise(mats, "Amy").unwrap().value.offer.unwrap();
    told(&desk);
    desk.acts("Amy").decline_offer(mats, offer.id, "With a customer").unwrap();
    desk.acts("Dan");
    let notice = desk.ring(desk.now()).unwrap().notices.remove(0);
    assert_eq!(notice.title, "Amy Reyes does not take Carl Lindgren – Floor mats fitted: it is yours still");
    assert!(notice.body.starts_with("“With a customer”\n"), "{}", notice.body);
    let standing = notice.standing();
    assert_eq!(desk.restate(&standing).unwrap().unwrap().title, notice.title, "also by a program that starts again");
    assert!(!desk.is_handled(&notice).unwrap());
    desk.snooze_promise(mats, "2026-03-03 10:00").unwrap();
    assert!(desk.is_handled(&notice).unwrap(), "he goes on with it");
    assert!(desk.restate(&standing).unwrap().is_none());
}

#[test]
fn a_manager_who_offered_what_is_another_s_hears_too_whose_it_is_still() {
    let (desk, mats) = office();
    desk.acts("Ruth").offer_promise(mats, "Amy").unwrap();
    told(&desk);
    desk.it_is("2026-03-02T09:13Z").acts("Sam");
    let (_, title) = told(&desk).remove(0);
    assert_eq!(
        title,
        "For Dan Ortiz and Ruth Adler: Amy Reyes has not taken Carl Lindgren – Floor mats fitted: it is Dan Ortiz’s still"
    );
}

#[test]
fn in_quiet_hours_nobody_is_told_and_at_opening_both_are() {
    let (desk, mats) = office();
    desk.acts("Ruth")
        .change_office(&OfficeChange { quiet: Some("20:00-08:00".into()), ..OfficeChange::default() })
        .unwrap();
    desk.it_is("2026-03-02T21:00Z").acts("Dan").offer_promise(mats, "Amy").unwrap();
    assert_eq!(told(&desk), []);
    desk.it_is("2026-03-03T08:00Z");
    assert_eq!(told(&desk).len(), 1, "there are two minutes left from opening");
    desk.it_is("2026-03-03T08:02Z");
    assert_eq!(told(&desk)[0].0, NoticeKind::Returned);
}

#[test]
fn several_at_once_are_one_notice_and_hidden_names_stay_hidden() {
    let (desk, mats) = office();
    desk.set_preference("hide_names", &serde_json::json!(true)).unwrap();
    desk.offer_promise(mats, "Amy").unwrap();
    assert_eq!(told(&desk)[0].1, "For Amy Reyes: Dan Ortiz hands you a promise");
    desk.acts("Ruth");
    let dora = desk.customer("Dora", "");
    for text in ["Quote", "Tyres"] {
        let id = desk.promise(dora, text, "2026-03-04 17:00", "Dan").id;
        desk.acts("Dan").offer_promise(id, "Amy").unwrap();
        desk.acts("Ruth");
    }
    assert_eq!(told(&desk)[0].1, "For Amy Reyes: 2 promises are offered to you");
}
