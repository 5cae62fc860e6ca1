//! What waits for an answer is told apart in the lists: how far its reminder went, and whether anybody could be told.

use crate::support::desk::{TestDesk, moment};
use kept_core::{
    event::Outcome,
    id::Id,
    promise::NewPromise,
    queue::Today,
    reminder::{Waiting, WaitingStep},
};

fn office() -> TestDesk {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    desk.opens("mon-fri 08:00-18:00");
    desk
}

fn ring(desk: &TestDesk, at: &str) {
    desk.it_is(at);
    desk.tells();
}

fn quote(desk: &TestDesk) -> Id {
    let ana = desk.customer("Ana", "");
    desk.promise(ana, "Quote", "2026-03-02 10:00", "Dan").id
}

fn waiting(desk: &TestDesk, id: Id) -> Option<Waiting> {
    let row = desk.show_promise(id).unwrap();
    let listed = desk.today(None).unwrap().groups.into_iter().flat_map(|group| group.promises).find(|row| row.id == id);
    assert_eq!(listed.and_then(|row| row.waiting), row.waiting, "a row says the same wherever it is shown");
    row.waiting
}

fn step(desk: &TestDesk, id: Id) -> Option<WaitingStep> {
    waiting(desk, id).map(|waiting| waiting.step)
}

#[test]
fn what_is_due_waits_with_the_last_step_that_was_told_until_somebody_answers() {
    let desk = office();
    desk.set_backup("Dan", Some("Sam")).unwrap();
    let id = quote(&desk);
    assert_eq!(waiting(&desk, id), None, "not due yet");
    for (at, expected) in [
        ("2026-03-02T10:00Z", WaitingStep::Due),
        ("2026-03-02T10:04Z", WaitingStep::Due),
        ("2026-03-02T10:05Z", WaitingStep::Again),
        ("2026-03-02T10:15Z", WaitingStep::Backup),
        ("2026-03-02T10:30Z", WaitingStep::Managers),
    ] {
        ring(&desk, at);
        assert_eq!(waiting(&desk, id), Some(Waiting { step: expected, missed: false }), "{at}");
    }
    assert_eq!(desk.see_reminders(&[id]).unwrap().value, 1);
    assert_eq!(waiting(&desk, id), None);
    assert!(desk.show_promise(id).unwrap().late, "seen is not kept");
}

#[test]
fn a_snooze_and_a_try_answer_and_late_stays_late() {
    let desk = office();
    let (put_off, tried) = (quote(&desk), quote(&desk));
    ring(&desk, "2026-03-02T10:00Z");
    desk.it_is("2026-03-02T10:01Z");
    desk.attempt_promise(tried, Outcome::NoAnswer, "", None).unwrap();
    let row = desk.snooze_promise(put_off, "in 10 min").unwrap().value;
    assert_eq!((row.waiting, row.snoozes, row.late, row.due_at), (None, 1, true, moment("2026-03-02T10:00Z")));
    assert_eq!(step(&desk, tried), None);
    ring(&desk, "2026-03-02T10:11Z");
    assert_eq!(step(&desk, put_off), Some(WaitingStep::Again), "told again at the end of the snooze");
    assert_eq!(step(&desk, tried), None);
}

#[test]
fn what_fell_due_while_kept_was_closed_or_paused_was_missed() {
    let desk = office();
    let closed = quote(&desk);
    desk.it_is("2026-03-02T11:00Z");
    assert_eq!(
        waiting(&desk, closed),
        Some(Waiting { step: WaitingStep::Due, missed: true }),
        "before the bell looked"
    );
    ring(&desk, "2026-03-02T11:00Z");
    ring(&desk, "2026-03-02T11:02Z");
    assert!(waiting(&desk, closed).unwrap().missed, "and until somebody answers");
    let ana = desk.customer("Ana", "");
    let seen = desk.promise(ana, "Call", "2026-03-02 11:10", "Dan").id;
    ring(&desk, "2026-03-02T11:10:14.000Z");
    desk.it_is("2026-03-02T11:40Z");
    assert!(!waiting(&desk, seen).unwrap().missed);
}

#[test]
fn what_falls_due_in_quiet_hours_was_not_missed() {
    let desk = office();
    desk.change_office(&kept_core::office::OfficeChange { quiet: Some("20:00-07:00".into()), ..Default::default() })
        .unwrap();
    let ana = desk.customer("Ana", "");
    let id = desk.promise(ana, "Quote", "2026-03-02 21:00", "Dan").id;
    desk.it_is("2026-03-02T22:00Z");
    assert_eq!(waiting(&desk, id), Some(Waiting { step: WaitingStep::Due, missed: false }));
    ring(&desk, "2026-03-03T08:00Z");
    assert!(!waiting(&desk, id).unwrap().missed);
}

#[test]
fn a_manager_sees_what_nobody_goes_on_with_and_everybody_sees_how_much_is_late() {
    let desk = office();
    let ana = desk.customer("Ana", "");
    let new = |owner: &str| NewPromise {
        text: owner.into(),
        due: "2026-03-02 10:00".into(),
        owner: Some(owner.into()),
        tentative: true,
        ..NewPromise::default()
    };
    desk.make_promise(ana, &new("Dan")).unwrap();
    desk.make_promise(ana, &new("Amy")).unwrap();
    desk.it_is("2026-03-02T10:01Z");
    let whose = |today: Today| today.attention.undecided.into_iter().map(|row| row.text).collect::<Vec<_>>();
    assert_eq!(whose(desk.today(Some("Ruth")).unwrap()), ["Dan", "Amy"], "a manager, in her own day");
    assert_eq!(whose(desk.today(Some("Dan")).unwrap()), ["Dan"]);
    desk.acts("Dan");
    assert_eq!(whose(desk.today(Some("Dan")).unwrap()), ["Dan"]);
    assert_eq!(whose(desk.today(None).unwrap()), ["Dan"], "what is not his is for its owner and the managers");
    let today = desk.today(Some("Sam")).unwrap();
    assert_eq!((today.late, today.late_of_all), (0, 2));
}
