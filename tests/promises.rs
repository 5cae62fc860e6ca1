//! Promises: one owner, words, a due time; kept, broken, moved, handed over.

use crate::support::desk::{TestDesk, moment};
use kept_core::{error::Code, event::Outcome, fold::State, promise::NewPromise, queue::QueueFilter};

fn queue(desk: &TestDesk) -> Vec<String> {
    let queue = desk.queue(&QueueFilter { owner: None, until: None, limit: 50 }).unwrap();
    queue.promises.into_iter().map(|promise| promise.text).collect()
}

#[test]
fn a_promise_holds_the_wall_time_that_was_meant() {
    let desk = TestDesk::in_zone("America/Los_Angeles", "2026-03-02T17:00Z");
    let carl = desk.customer("Carl", "");
    let promise = desk.promise(carl, "Mats fitted", "friday 17:00", "Dan");
    assert_eq!(promise.due_local.to_string(), "2026-03-06T17:00:00");
    assert_eq!(promise.due_at, moment("2026-03-07T01:00Z"));
    assert_eq!(promise.owner, "Dan Ortiz");
    assert_eq!(promise.zone.name(), "America/Los_Angeles");
}

#[test]
fn late_is_to_the_second() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "");
    let id = desk.promise(carl, "Mats", "17:00", "Dan").id;
    assert!(!desk.it_is("2026-03-02T17:00:00Z").show_promise(id).unwrap().late);
    let late = desk.it_is("2026-03-02T17:00:01Z").show_promise(id).unwrap();
    assert!(late.late);
    assert_eq!(late.late_ms, 1000);
}

#[test]
fn the_queue_has_the_late_ones_first_then_by_due_time() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "");
    for (text, due) in [("c", "wed 10:00"), ("a", "10:00"), ("b", "11:00")] {
        desk.promise(carl, text, due, "Dan");
    }
    let moved = desk.promise(carl, "d", "9:30", "Dan").id;
    desk.move_promise(moved, "thu 9:00", false, None).unwrap();
    desk.it_is("2026-03-02T10:30Z");
    assert_eq!(queue(&desk), ["a", "d", "b", "c"], "d is late, though it was moved without agreement");
    let mine = desk.queue(&QueueFilter { owner: Some("sam".into()), until: None, limit: 50 }).unwrap();
    assert_eq!((mine.promises.len(), mine.total, mine.late), (0, 0, 0));
    let until = QueueFilter { owner: Some("dan".into()), until: Some(moment("2026-03-02T11:00Z")), limit: 1 };
    let some = desk.queue(&until).unwrap();
    assert_eq!((some.promises.len(), some.total, some.late), (1, 2, 1));
}

#[test]
fn kept_in_time_and_typed_later_is_on_time() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "");
    let id = desk.promise(carl, "Mats", "17:00", "Dan").id;
    desk.it_is("2026-03-02T17:10Z");
    let kept = desk.keep_promise(id, "He said thank you", Some("16:50")).unwrap().value;
    assert_eq!(kept.state, State::Kept);
    assert_eq!(kept.closed_at, Some(moment("2026-03-02T16:50Z")));
    assert_eq!(kept.late_ms, 0);
    assert_eq!(kept.evidence.as_deref(), Some("He said thank you"));
    assert!(!desk.kinds(carl).contains(&"promise_missed".to_owned()));
}

#[test]
fn the_first_close_wins_and_a_closed_promise_moves_no_more() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "");
    let id = desk.promise(carl, "Mats", "17:00", "Dan").id;
    desk.break_promise(id, "No mats in stock", None).unwrap();
    for refused in [
        desk.keep_promise(id, "", None).map(drop),
        desk.move_promise(id, "fri 9:00", true, None).map(drop),
        desk.hand_over_promise(id, "Sam", None).map(drop),
        desk.snooze_promise(id, "in 10 min").map(drop),
        desk.withdraw_promise(id, "no", None).map(drop),
    ] {
        assert_eq!(refused.unwrap_err().code, Code::Refused);
    }
    assert_eq!(desk.show_promise(id).unwrap().reason.as_deref(), Some("No mats in stock"));
}

#[test]
fn a_close_taken_back_leaves_the_promise_open() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "");
    let id = desk.promise(carl, "Mats", "17:00", "Dan").id;
    desk.keep_promise(id, "", None).unwrap();
    let kept = desk.timeline(carl, 10, None, &["promise_kept".into()]).unwrap().entries.remove(0);
    assert!(kept.can_take_back);
    desk.take_back(kept.id, "").unwrap();
    assert_eq!(desk.show_promise(id).unwrap().state, State::Open);
    desk.redo(kept.id).unwrap();
    assert_eq!(desk.show_promise(id).unwrap().state, State::Kept);
}

#[test]
fn a_move_without_agreement_does_not_heal() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "");
    let id = desk.promise(carl, "Mats", "10:00", "Dan").id;
    let moved = desk.move_promise(id, "fri 10:00", false, None).unwrap().value;
    assert_eq!(moved.due_local.to_string(), "2026-03-06T10:00:00");
    assert_eq!(moved.agreed_due_at, moment("2026-03-02T10:00Z"));
    desk.it_is("2026-03-02T10:01Z");
    assert!(desk.show_promise(id).unwrap().late);
    let agreed = desk.move_promise(id, "fri 10:00", true, None).unwrap().value;
    assert!(!agreed.late, "the customer agreed to Friday");
    desk.it_is("2026-03-06T09:00Z").keep_promise(id, "", None).unwrap();
    let row = &desk.report_kept(&kept_core::report::ReportFilter::default()).unwrap().rows[0];
    assert_eq!((row.kept_late, row.kept_on_time), (1, 0), "an agreement after the time had passed does not heal");
}

#[test]
fn a_voicemail_is_an_attempt_and_leaves_it_open() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "");
    let id = desk.promise(carl, "Call back", "17:00", "Dan").id;
    let tried = desk.attempt_promise(id, Outcome::LeftVoicemail, "", None).unwrap().value;
    assert_eq!((tried.attempts, tried.state), (1, State::Open));
    assert_eq!(desk.kinds(carl), ["contact_logged", "promise_made", "customer_added"], "one entry, not two");
}

#[test]
fn a_promise_has_exactly_one_owner_who_works_here() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "");
    let new = |owner: &str| NewPromise {
        text: "x".into(),
        due: "fri 9:00".into(),
        owner: Some(owner.into()),
        ..NewPromise::default()
    };
    assert_eq!(desk.make_promise(carl, &new("Bob")).unwrap_err().code, Code::NotFound);
    desk.add_member("Danielle Ray", None).unwrap();
    let error = desk.make_promise(carl, &new("dan")).unwrap_err();
    assert_eq!((error.code, error.suggest.len()), (Code::Ambiguous, 2));
    let id = desk.make_promise(carl, &new("Dan O")).unwrap().value.id;
    let handed = desk.hand_over_promise(id, "sam", None).unwrap().value;
    assert_eq!(handed.owner, "Sam Okoye");
}

#[test]
fn a_member_who_leaves_hands_everything_over() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "");
    let id = desk.promise(carl, "Mats", "fri 9:00", "Dan").id;
    desk.dismiss_member("Dan", "Sam").unwrap();
    assert_eq!(desk.show_promise(id).unwrap().owner, "Sam Okoye");
    assert_eq!(desk.act_as("Dan").unwrap_err().code, Code::NotFound);
    assert_eq!(desk.dismiss_member("Ruth", "Sam").unwrap_err().code, Code::Refused, "the last manager stays");
}

#[test]
fn only_its_maker_takes_a_promise_back_and_only_before_it_is_due() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "");
    desk.acts("Amy");
    let id = desk.promise(carl, "Mats", "17:00", "Dan").id;
    assert_eq!(desk.acts("Ruth").take_back(id, "wrong customer").unwrap_err().code, Code::Refused);
    desk.it_is("2026-03-02T17:00Z").acts("Amy");
    assert_eq!(desk.take_back(id, "").unwrap_err().code, Code::Refused, "undo cannot hide a broken promise");
    desk.it_is("2026-03-02T16:59Z").take_back(id, "").unwrap();
    assert!(desk.show_promise(id).unwrap().taken_back);
    assert!(queue(&desk).is_empty());
    let row = &desk.report_kept(&kept_core::report::ReportFilter::default()).unwrap().rows[0];
    assert_eq!((row.made, row.taken_back, row.kept_rate), (1, 1, None));
}

#[test]
fn a_due_time_that_is_past_or_impossible_is_refused_and_nothing_is_written() {
    let desk = TestDesk::in_zone("Europe/Berlin", "2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "");
    for (due, code) in [
        ("9:00", Code::Past),
        ("2026-03-29 02:30", Code::Impossible),
        ("2026-02-30 10:00", Code::Impossible),
        ("friday", Code::NoTime),
        ("thu 14", Code::Ambiguous),
        ("thursday 13 march 14:00", Code::Mismatch),
        ("soonish", Code::Invalid),
        ("", Code::Invalid),
    ] {
        let new =
            NewPromise { text: "x".into(), due: due.into(), owner: None, tentative: false, ..NewPromise::default() };
        let error = desk.make_promise(carl, &new).unwrap_err();
        assert_eq!(error.code, code, "{due}: {}", error.message);
    }
    assert_eq!(desk.kinds(carl), ["customer_added"]);
}

#[test]
fn today_groups_what_is_late_within_the_hour_later_and_on_the_next_days() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "+12065550142");
    for (text, due) in
        [("late", "9:30"), ("soon", "10:30"), ("later", "15:00"), ("tomorrow", "tue 9:00"), ("far", "20 mar 9:00")]
    {
        desk.promise(carl, text, due, "Dan");
    }
    let today = desk.it_is("2026-03-02T10:00Z").today(None).unwrap();
    let groups: Vec<String> = today
        .groups
        .iter()
        .map(|group| {
            format!("{:?} {}", group.key, group.promises.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join("+"))
        })
        .collect();
    assert_eq!(groups, ["Late late", "Hour soon", "Today later", "Day tomorrow"]);
    assert_eq!((today.late, today.hour, today.total), (1, 1, 5));
    assert_eq!(today.groups[0].promises[0].customer_phone.as_deref(), Some("+12065550142"));
}
