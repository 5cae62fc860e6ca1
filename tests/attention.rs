//! What has no next step is found under Today: undecided, untried, gone quiet.

use crate::support::desk::{TestDesk, contact};
use kept_core::{
    event::{ContactKind, Direction, Outcome},
    office::OfficeChange,
    promise::{NewPromise, PromiseRow},
    queue::Attention,
};

fn office() -> TestDesk {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    desk.opens("mon-fri 08:00-18:00");
    desk
}

fn attention(desk: &TestDesk, at: &str) -> Attention {
    desk.it_is(at).today(None).unwrap().attention
}

fn texts(rows: &[PromiseRow]) -> Vec<&str> {
    rows.iter().map(|row| row.text.as_str()).collect()
}

#[test]
fn a_decision_whose_hour_has_passed_is_listed_until_it_is_made() {
    let desk = office();
    let ana = desk.customer("Ana", "");
    let new = NewPromise {
        text: "Whether we can".into(),
        due: "15:00".into(),
        owner: Some("Dan".into()),
        tentative: true,
        ..NewPromise::default()
    };
    let id = desk.make_promise(ana, &new).unwrap().value.id;
    assert!(attention(&desk, "2026-03-02T14:59Z").undecided.is_empty());
    assert_eq!(texts(&attention(&desk, "2026-03-02T15:00:01Z").undecided), ["Whether we can"]);
    assert!(desk.today(Some("Sam")).unwrap().attention.undecided.is_empty(), "it is Dan's");
    assert_eq!(desk.today(Some("Dan")).unwrap().attention.undecided.len(), 1);
    desk.move_promise(id, "tomorrow 10:00", true, None).unwrap();
    assert!(attention(&desk, "2026-03-02T15:01Z").undecided.is_empty());
}

#[test]
fn what_nobody_has_tried_is_listed_from_the_opening_a_working_day_before_it_is_due() {
    let desk = office();
    let ana = desk.customer("Ana", "");
    let id = desk.promise(ana, "Plates", "2026-03-09 16:00", "Dan").id;
    assert!(attention(&desk, "2026-03-05T10:00Z").untried.is_empty());
    assert!(attention(&desk, "2026-03-06T07:59Z").untried.is_empty(), "found at opening");
    assert_eq!(texts(&attention(&desk, "2026-03-06T08:00Z").untried), ["Plates"], "Friday is the working day before");
    desk.attempt_promise(id, Outcome::LeftVoicemail, "", None).unwrap();
    assert!(attention(&desk, "2026-03-06T08:01Z").untried.is_empty());
    desk.promise(ana, "Just made", "2026-03-06 17:00", "Dan");
    assert!(attention(&desk, "2026-03-06T09:00Z").untried.is_empty(), "made today");
}

#[test]
fn a_customer_without_a_word_from_us_for_three_days_is_listed_once() {
    let desk = office();
    let (ana, ben) = (desk.customer("Ana", ""), desk.customer("Ben", ""));
    desk.promise(ana, "First", "2026-03-20 10:00", "Dan");
    desk.promise(ana, "Second", "2026-03-21 10:00", "Dan");
    desk.promise(ben, "Other", "2026-03-22 10:00", "Dan");
    assert!(attention(&desk, "2026-03-05T08:59Z").gone_quiet.is_empty());
    assert_eq!(texts(&attention(&desk, "2026-03-05T09:01Z").gone_quiet), ["First", "Other"]);
    let out = |outcome| contact(ContactKind::Call, Some(Direction::Out), Some(outcome), "");
    desk.log_contact(ana, &out(Outcome::NoAnswer)).unwrap();
    desk.log_contact(ben, &contact(ContactKind::Email, Some(Direction::In), None, "Where is it?")).unwrap();
    assert_eq!(desk.today(None).unwrap().attention.gone_quiet.len(), 2, "neither heard from us");
    let entry = desk.log_contact(ana, &out(Outcome::LeftVoicemail)).unwrap().value.entry;
    assert_eq!(texts(&desk.today(None).unwrap().attention.gone_quiet), ["Other"]);
    desk.take_back(entry, "").unwrap();
    assert_eq!(desk.today(None).unwrap().attention.gone_quiet.len(), 2);
    let set = |days: &str| OfficeChange { gone_quiet: Some(days.into()), ..OfficeChange::default() };
    desk.change_office(&set("4")).unwrap();
    assert!(desk.today(None).unwrap().attention.gone_quiet.is_empty());
    desk.change_office(&set("off")).unwrap();
    assert!(attention(&desk, "2026-03-19T09:00Z").gone_quiet.is_empty());
    assert!(desk.change_office(&set("often")).is_err());
}
