//! The ladder at a desk: who hears when, in working time, until somebody answers.

use crate::support::desk::{TestDesk, moment};
use kept_core::{
    office::OfficeChange,
    reminder::{NoticeKind, ReminderState},
};

/// What is told at a moment, to whom and why, and is recorded as told.
fn told(desk: &TestDesk, at: &str) -> Vec<(String, NoticeKind)> {
    desk.it_is(at);
    let ring = desk.due(desk.now(), true).unwrap();
    assert!(desk.due(desk.now(), false).unwrap().notices.is_empty(), "told is told");
    ring.notices.into_iter().map(|notice| (notice.to, notice.kind)).collect()
}

fn to(name: &str, kind: NoticeKind) -> (String, NoticeKind) {
    (name.to_owned(), kind)
}

fn office() -> TestDesk {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    desk.opens("mon-fri 08:00-12:00,13:00-18:00");
    desk.set_backup("Dan", Some("Sam")).unwrap();
    desk
}

#[test]
fn nobody_answers_so_the_owner_the_backup_and_the_managers_hear_each_once() {
    let desk = office();
    let ana = desk.customer("Ana", "");
    let id = desk.promise(ana, "Quote", "15:00", "Dan").id;
    assert!(told(&desk, "2026-03-02T14:59Z").is_empty());
    assert_eq!(told(&desk, "2026-03-02T15:00Z"), [to("Dan Ortiz", NoticeKind::Due)]);
    assert!(told(&desk, "2026-03-02T15:04Z").is_empty());
    assert_eq!(desk.due(desk.now(), false).unwrap().next_at, Some(moment("2026-03-02T15:05Z")));
    assert_eq!(told(&desk, "2026-03-02T15:05Z"), [to("Dan Ortiz", NoticeKind::Late)]);
    assert_eq!(told(&desk, "2026-03-02T15:15Z"), [to("Sam Okoye", NoticeKind::Escalated)]);
    assert_eq!(told(&desk, "2026-03-02T15:30Z"), [to("Ruth Adler", NoticeKind::Escalated)]);
    assert!(told(&desk, "2026-03-02T17:59Z").is_empty(), "no step comes twice");
    let entries = desk.timeline(ana, 50, None, &[]).unwrap().entries;
    let texts: Vec<_> =
        entries.iter().filter(|entry| entry.kind == "promise_escalated").map(|entry| &entry.text).collect();
    assert_eq!(texts, ["Told Ruth Adler: nobody had answered.", "Told Sam Okoye: nobody had answered."]);
    assert_eq!(desk.reminder(id).unwrap().shown, 4);
    assert!(desk.caches_that_differ().unwrap().is_empty());
}

#[test]
fn steps_wait_for_opening_hours_but_the_first_announcement_does_not() {
    let desk = office();
    let ana = desk.customer("Ana", "");
    let lunch = desk.promise(ana, "Before lunch", "11:56", "Dan").id;
    desk.promise(ana, "On Saturday", "2026-03-07 10:00", "Dan");
    assert_eq!(told(&desk, "2026-03-02T11:56Z").len(), 1);
    assert!(told(&desk, "2026-03-02T12:30Z").is_empty());
    assert_eq!(told(&desk, "2026-03-02T13:01Z"), [to("Dan Ortiz", NoticeKind::Late)]);
    desk.see_reminders(&[lunch]).unwrap();
    told(&desk, "2026-03-06T08:00Z");
    assert_eq!(told(&desk, "2026-03-07T10:00Z"), [to("Dan Ortiz", NoticeKind::Due)]);
    let next = desk.due(desk.now(), false).unwrap().next_at;
    assert_eq!(next, Some(moment("2026-03-09T08:00Z")), "Monday's opening comes first");
    let monday = told(&desk, "2026-03-09T08:05Z");
    assert!(monday.contains(&to("Dan Ortiz", NoticeKind::Late)), "{monday:?}");
}

#[test]
fn seen_ends_it_whoever_saw_it() {
    let desk = office();
    let ana = desk.customer("Ana", "");
    let id = desk.promise(ana, "Quote", "15:00", "Dan").id;
    assert_eq!(desk.see_reminders(&[id]).unwrap().value, 0, "not due yet");
    assert_eq!(desk.reminder(id).unwrap().state, ReminderState::Waiting);
    told(&desk, "2026-03-02T15:00Z");
    assert_eq!(desk.reminder(id).unwrap().state, ReminderState::Shown);
    assert_eq!(desk.see_reminders(&[id, id]).unwrap().value, 1, "once is enough");
    assert_eq!(desk.reminder(id).unwrap().state, ReminderState::Seen);
    assert!(told(&desk, "2026-03-02T17:00Z").is_empty());
    assert!(desk.show_promise(id).unwrap().late, "seen is not kept");
}

#[test]
fn a_snooze_answers_until_its_end_and_the_rest_counts_from_there() {
    let desk = office();
    let ana = desk.customer("Ana", "");
    let id = desk.promise(ana, "Quote", "14:00", "Dan").id;
    told(&desk, "2026-03-02T14:00Z");
    told(&desk, "2026-03-02T14:05Z");
    desk.snooze_promise(id, "in 30 min").unwrap();
    assert_eq!(desk.reminder(id).unwrap().state, ReminderState::Snoozed);
    assert!(told(&desk, "2026-03-02T14:34Z").is_empty());
    assert_eq!(told(&desk, "2026-03-02T14:35Z"), [to("Dan Ortiz", NoticeKind::Late)]);
    assert!(told(&desk, "2026-03-02T14:49Z").is_empty(), "told again already in the first round");
    assert_eq!(told(&desk, "2026-03-02T14:50Z"), [to("Sam Okoye", NoticeKind::Escalated)]);
    assert_eq!(told(&desk, "2026-03-02T15:05Z"), [to("Ruth Adler", NoticeKind::Escalated)]);
}

#[test]
fn the_third_snooze_of_one_due_time_tells_the_managers() {
    let desk = office();
    let ana = desk.customer("Ana", "");
    let id = desk.promise(ana, "Quote", "14:00", "Dan").id;
    told(&desk, "2026-03-02T14:00Z");
    for n in 1..=2 {
        desk.snooze_promise(id, "in 2 hours").unwrap();
        assert!(told(&desk, "2026-03-02T14:01Z").is_empty(), "snooze {n}");
    }
    desk.snooze_promise(id, "in 2 hours").unwrap();
    let title = desk.due(moment("2026-03-02T14:02Z"), false).unwrap().notices[0].title.clone();
    assert_eq!(title, "Dan Ortiz has put this off three times: Ana, 14:00 – Quote");
    assert_eq!(told(&desk, "2026-03-02T14:02Z"), [to("Ruth Adler", NoticeKind::Escalated)]);
    assert!(told(&desk, "2026-03-02T15:00Z").is_empty());
    let escalated = ["promise_escalated".to_owned()];
    let entries = desk.timeline(ana, 1, None, &escalated).unwrap().entries;
    assert_eq!(
        (entries[0].by.as_str(), entries[0].text.as_str()),
        ("Kept", "Told Ruth Adler: it was put off for the third time.")
    );
}

#[test]
fn what_is_late_at_the_end_of_its_ladder_is_told_at_every_opening_seen_or_not() {
    let desk = office();
    let ana = desk.customer("Ana", "");
    let ids: Vec<_> = (0..3).map(|n| desk.promise(ana, &format!("p{n}"), "15:00", "Dan").id).collect();
    told(&desk, "2026-03-02T15:00Z");
    desk.see_reminders(&ids).unwrap();
    assert!(told(&desk, "2026-03-02T17:59Z").is_empty());
    let opening = [to("Dan Ortiz", NoticeKind::Late), to("Ruth Adler", NoticeKind::Escalated)];
    assert_eq!(told(&desk, "2026-03-03T08:00Z"), opening);
    assert!(told(&desk, "2026-03-03T13:00Z").is_empty(), "once a day");
    desk.keep_promise(ids[0], "", None).unwrap();
    desk.it_is("2026-03-04T08:10Z");
    let ring = desk.due(desk.now(), true).unwrap();
    assert!(ring.notices.iter().all(|notice| notice.promises == ids[1..]), "the exact ones");
    assert!(told(&desk, "2026-03-07T10:00Z").is_empty(), "closed on Saturday");
}

#[test]
fn after_a_night_without_kept_the_owner_hears_first_and_the_others_have_to_wait() {
    let desk = office();
    let ana = desk.customer("Ana", "");
    for n in 0..4 {
        desk.promise(ana, &format!("p{n}"), &format!("1{}:00", n + 4), "Dan");
    }
    desk.it_is("2026-03-05T08:30Z");
    let ring = desk.due(desk.now(), true).unwrap();
    assert_eq!(ring.notices.len(), 1);
    assert_eq!((ring.notices[0].kind, ring.notices[0].promises.len()), (NoticeKind::Digest, 4));
    assert_eq!(
        told(&desk, "2026-03-05T08:45Z"),
        [to("Dan Ortiz", NoticeKind::Late), to("Sam Okoye", NoticeKind::Escalated)]
    );
}

#[test]
fn a_look_that_comes_a_little_late_does_not_shift_the_steps() {
    let desk = office();
    let ana = desk.customer("Ana", "");
    desk.promise(ana, "Quote", "15:00", "Dan");
    assert_eq!(told(&desk, "2026-03-02T15:05Z"), [to("Dan Ortiz", NoticeKind::Due)], "the second step is the same");
    assert!(told(&desk, "2026-03-02T15:14Z").is_empty());
    assert_eq!(told(&desk, "2026-03-02T15:15Z"), [to("Sam Okoye", NoticeKind::Escalated)]);
    assert_eq!(told(&desk, "2026-03-02T15:30Z"), [to("Ruth Adler", NoticeKind::Escalated)]);
}

#[test]
fn quiet_hours_move_an_announcement_to_opening_time_and_say_so() {
    let desk = office();
    desk.change_office(&OfficeChange { quiet: Some("20:00-07:00".into()), ..OfficeChange::default() }).unwrap();
    let ana = desk.customer("Ana", "");
    desk.promise(ana, "Quote", "21:00", "Dan");
    assert!(told(&desk, "2026-03-02T21:00Z").is_empty());
    assert_eq!(desk.due(desk.now(), false).unwrap().next_at, Some(moment("2026-03-03T08:00Z")));
    assert!(told(&desk, "2026-03-03T07:30Z").is_empty());
    desk.it_is("2026-03-03T08:00Z");
    let notice = desk.due(desk.now(), true).unwrap().notices.remove(0);
    assert_eq!(notice.kind, NoticeKind::Due);
    assert!(notice.body.contains("kept back by quiet hours"), "{}", notice.body);
}

#[test]
fn what_is_late_is_handed_over_and_the_new_owner_hears_of_it_at_once() {
    let desk = office();
    let ana = desk.customer("Ana", "");
    let id = desk.promise(ana, "Quote", "14:00", "Dan").id;
    told(&desk, "2026-03-02T14:00Z");
    desk.snooze_promise(id, "in 2 hours").unwrap();
    desk.hand_over_promise(id, "Amy", None).unwrap();
    assert_eq!(told(&desk, "2026-03-02T14:01Z"), [to("Amy Reyes", NoticeKind::Late)]);
}

#[test]
fn the_steps_of_an_office_are_its_own() {
    let desk = office();
    let set =
        |ladder: &str| desk.change_office(&OfficeChange { ladder: Some(ladder.into()), ..OfficeChange::default() });
    assert_eq!(set(" Again 2 , managers 10 min").unwrap().value.ladder, "again 2, managers 10");
    let ana = desk.customer("Ana", "");
    desk.promise(ana, "Quote", "14:00", "Dan");
    told(&desk, "2026-03-02T14:00Z");
    assert_eq!(
        told(&desk, "2026-03-02T14:10Z"),
        [to("Dan Ortiz", NoticeKind::Late), to("Ruth Adler", NoticeKind::Escalated)]
    );
    for wrong in ["again", "backup 5, again 10", "again 10, backup 5", "again 0", "boss 5", "again five", "again 5,"] {
        assert!(set(wrong).is_err(), "{wrong}");
    }
    assert_eq!((set("off").unwrap().value.ladder, set("").unwrap().value.ladder), ("off".into(), String::new()));
}
