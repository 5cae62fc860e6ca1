//! A promise made in a colleague's name: whoever made it checks with the customer.

use crate::support::desk::{TestDesk, contact, moment};
use kept_core::{
    entry::NewContact,
    event::{ContactKind, Direction},
    fold::State,
    id::Id,
    promise::{NewPromise, PromiseRow},
    queue::QueueFilter,
    reminder::NoticeKind,
    report::{ReportBy, ReportFilter},
};

fn office() -> (TestDesk, Id) {
    let desk = TestDesk::at("2026-03-02T09:10Z");
    desk.opens("mon-fri 08:00-12:00,13:00-18:00");
    let carl = desk.customer("Carl Lindgren", "");
    desk.acts("Amy");
    (desk, carl)
}

fn new(due: &str, owner: &str) -> NewPromise {
    NewPromise {
        text: "Sam calls about the mats".into(),
        due: due.into(),
        owner: Some(owner.into()),
        verify: true,
        ..NewPromise::default()
    }
}

fn check_of(desk: &TestDesk, promise: Id) -> Option<PromiseRow> {
    let mine = desk.queue(&QueueFilter { owner: Some("Amy".into()), until: None, limit: 50 }).unwrap();
    mine.promises.into_iter().find(|row| row.verifies == Some(promise))
}

#[test]
fn whoever_promises_in_a_colleague_s_name_checks_it_a_week_of_work_after_it_was_due() {
    let (desk, carl) = office();
    for (due, checked) in [("2026-03-03 10:00", "2026-03-09T15:00Z"), ("2026-03-03 17:30", "2026-03-10T11:30Z")] {
        let promise = desk.make_promise(carl, &new(due, "Sam")).unwrap().value.id;
        let check = check_of(&desk, promise).unwrap();
        assert_eq!((check.owner.as_str(), check.due_at), ("Amy Reyes", moment(checked)));
        assert_eq!(check.text, "Check with Carl Lindgren: was “Sam calls about the mats” kept?");
    }
    let own = desk.make_promise(carl, &new("2026-03-03 10:00", "Amy")).unwrap().value.id;
    assert!(check_of(&desk, own).is_none(), "one's own needs no check");
    let unasked =
        desk.make_promise(carl, &NewPromise { verify: false, ..new("2026-03-03 10:00", "Sam") }).unwrap().value.id;
    assert!(check_of(&desk, unasked).is_none());
}

#[test]
fn one_made_in_a_call_is_checked_too_and_is_of_the_same_matter() {
    let (desk, carl) = office();
    let call =
        NewContact { promise: Some(new("2026-03-03 10:00", "Sam")), ..contact(ContactKind::Call, None, None, "Asked") };
    let promise = desk.log_contact(carl, &call).unwrap().value.promise.unwrap();
    let check = check_of(&desk, promise).unwrap();
    desk.hand_over_promise(promise, "Dan", None).unwrap();
    assert!(check_of(&desk, promise).is_some(), "it stays with whoever made it");
    assert_eq!(desk.read_handing(check.id, "Ruth").unwrap().number, 2);
}

#[test]
fn it_moves_with_what_it_checks_and_goes_and_comes_with_it() {
    let (desk, carl) = office();
    let promise = desk.make_promise(carl, &new("2026-03-03 10:00", "Sam")).unwrap().value.id;
    let due = |desk: &TestDesk| check_of(desk, promise).map(|row| (row.due_at, row.agreed_due_at));
    let (first, then) = (moment("2026-03-09T15:00Z"), moment("2026-03-11T18:00Z"));
    desk.move_promise(promise, "2026-03-05 14:00", true, None).unwrap();
    assert_eq!(due(&desk), Some((then, then)));
    let last = |desk: &TestDesk, kind: &str| {
        let entries = desk.timeline(carl, 20, None, &[]).unwrap().entries;
        entries.into_iter().find(|entry| entry.kind == kind && entry.promise == Some(promise)).unwrap().id
    };
    let moved = last(&desk, "promise_moved");
    desk.take_back(moved, "").unwrap();
    assert_eq!(due(&desk), Some((first, first)));
    desk.redo(moved).unwrap();
    assert_eq!(due(&desk), Some((then, then)));
    desk.move_promise(promise, "2026-03-06 14:00", false, None).unwrap();
    assert_eq!(due(&desk), Some((moment("2026-03-12T18:00Z"), then)));
    desk.withdraw_promise(promise, "Bought elsewhere", None).unwrap();
    assert_eq!(due(&desk), None);
    let withdrawn = last(&desk, "promise_withdrawn");
    desk.take_back(withdrawn, "").unwrap();
    assert!(due(&desk).is_some());
    desk.break_promise(promise, "The mats never came", None).unwrap();
    assert_eq!(due(&desk), None, "what was not kept needs no asking");
    desk.take_back(last(&desk, "promise_broken"), "").unwrap();
    assert!(due(&desk).is_some());
    desk.take_back(promise, "").unwrap();
    assert_eq!(due(&desk), None, "a slip goes altogether");
    desk.redo(promise).unwrap();
    assert!(due(&desk).is_some());
    assert_eq!(desk.caches_that_differ().unwrap(), Vec::<&str>::new());
}

#[test]
fn once_it_is_said_to_be_kept_it_is_checked_within_an_hour_of_work_and_no_sooner_where_that_was_a_slip() {
    let (desk, carl) = office();
    let promise = desk.make_promise(carl, &new("2026-03-03 10:00", "Sam")).unwrap().value.id;
    let due = |desk: &TestDesk| check_of(desk, promise).unwrap().due_at;
    desk.it_is("2026-03-03T11:30Z");
    desk.keep_promise(promise, "Rang", None).unwrap();
    assert_eq!(due(&desk), moment("2026-03-03T13:30Z"), "lunch is no time of work");
    let kept = desk.timeline(carl, 20, None, &[]).unwrap().entries.into_iter();
    let kept = kept.into_iter().find(|entry| entry.kind == "promise_kept").unwrap().id;
    desk.take_back(kept, "").unwrap();
    assert_eq!(due(&desk), moment("2026-03-09T15:00Z"));
    desk.redo(kept).unwrap();
    assert_eq!(due(&desk), moment("2026-03-03T13:30Z"));
    assert_eq!(desk.caches_that_differ().unwrap(), Vec::<&str>::new());
}

#[test]
fn what_only_checks_is_no_step_that_lacks_and_nothing_that_the_customer_waits_for() {
    let (desk, carl) = office();
    let promise = desk.make_promise(carl, &new("2026-03-03 10:00", "Sam")).unwrap().value.id;
    desk.keep_promise(promise, "Rang", None).unwrap();
    desk.it_is("2026-03-02T10:00Z");
    assert!(check_of(&desk, promise).is_some());
    assert_eq!(desk.today(Some("Amy")).unwrap().attention.untried, Vec::<PromiseRow>::new());
    assert!(!desk.show_customer(carl).unwrap().brief.contains("Check with"));
}

#[test]
fn a_check_that_is_late_is_nothing_that_the_customer_was_let_down_by() {
    let (desk, carl) = office();
    let promise = desk.make_promise(carl, &new("2026-03-03 10:00", "Sam")).unwrap().value.id;
    desk.keep_promise(promise, "Rang", None).unwrap();
    let other = desk.make_promise(carl, &new("2026-03-06 10:00", "Sam")).unwrap().value.id;
    desk.keep_promise(other, "Rang", None).unwrap();
    desk.it_is("2026-03-05T15:10Z");
    let check = check_of(&desk, promise).unwrap();
    assert!(check.late, "it is late all the same for whoever checks");
    assert_eq!(desk.call_guard(carl).unwrap(), None, "it is the very call that does it");
    let shown = desk.show_customer(carl).unwrap();
    assert_eq!((shown.brief.as_str(), shown.open_promises.len()), ("", 2));
    assert!(!desk.kinds(carl).contains(&"promise_missed".to_owned()));
    let hit = desk.find("Carl", 5).unwrap().hits.remove(0);
    assert_eq!((hit.open_promises, hit.late), (0, false));
    desk.keep_promise(check.id, "Carl: yes", None).unwrap();
    desk.acts("Ruth");
    for from in [None, Some(moment("2000-01-01T00:00Z"))] {
        for by in [ReportBy::Owner, ReportBy::Month, ReportBy::Week] {
            let rows = desk.report_kept(&ReportFilter { from, to: None, by }).unwrap().rows;
            let counted: Vec<_> =
                rows.iter().map(|row| (row.made, row.kept_on_time, row.kept_late, row.late_open)).collect();
            assert_eq!(counted, [(2, 2, 0, 0)], "{by:?}");
        }
    }
    let all = desk.queue(&QueueFilter { owner: None, until: None, limit: 50 }).unwrap();
    assert_eq!((all.promises.len(), all.late, all.total), (1, 1, 1), "what is left to check stands on the list");
    let mine = desk.queue(&QueueFilter { owner: Some("Amy".into()), until: None, limit: 50 }).unwrap();
    assert_eq!((mine.promises.len(), mine.total), (1, 1));
    assert_eq!(desk.caches_that_differ().unwrap(), Vec::<&str>::new());
}

#[test]
fn whoever_has_to_check_may_ring_though_a_colleague_took_the_story() {
    let (desk, carl) = office();
    desk.make_promise(carl, &new("2026-03-09 10:00", "Sam")).unwrap();
    desk.acts("Dan")
        .log_contact(carl, &contact(ContactKind::Call, Some(Direction::In), None, "Where are they?"))
        .unwrap();
    assert!(desk.acts("Ruth").call_guard(carl).unwrap().is_some(), "Dan knows what he said");
    assert_eq!(desk.acts("Amy").call_guard(carl).unwrap(), None);
}

#[test]
fn only_a_person_who_says_what_showed_it_closes_it() {
    let (desk, carl) = office();
    let promise = desk.make_promise(carl, &new("2026-03-03 10:00", "Sam")).unwrap().value.id;
    desk.keep_promise(promise, "Rang", None).unwrap();
    let check = check_of(&desk, promise).expect("that Sam says so is not that Carl does");
    assert!(desk.keep_promise(check.id, " ", None).is_err());
    let next = NewPromise { verify: false, ..new("2026-03-09 10:00", "Amy") };
    assert!(desk.keep_and_make(check.id, " ", &next).is_err(), "the next promise is no answer");
    assert!(check_of(&desk, promise).is_some());
    assert_eq!(desk.keep_promise(check.id, "Carl: yes, yesterday", None).unwrap().value.state, State::Kept);
}

#[test]
fn it_is_told_to_whoever_checks_and_to_nobody_else() {
    let (desk, carl) = office();
    let promise = desk.make_promise(carl, &new("2026-03-03 10:00", "Sam")).unwrap().value.id;
    desk.keep_promise(promise, "Rang", None).unwrap();
    let check = check_of(&desk, promise).unwrap().id;
    let mut told = Vec::new();
    for at in ["2026-03-02T10:10Z", "2026-03-02T10:15Z", "2026-03-02T10:25Z", "2026-03-02T10:40Z", "2026-03-02T13:10Z"]
    {
        desk.it_is(at);
        for notice in desk.ring(desk.now()).unwrap().notices {
            desk.record_attempt(&notice, desk.now()).unwrap();
            desk.record_shown(&notice, desk.now()).unwrap();
            told.push((notice.kind, notice.promises));
        }
    }
    assert_eq!(told, [(NoticeKind::Due, vec![check])]);
}

/// What is told at that moment, and to whom.
fn told_at(desk: &TestDesk, at: &str) -> Vec<(NoticeKind, String)> {
    desk.it_is(at).tells().into_iter().map(|notice| (notice.kind, notice.to)).collect()
}

#[test]
fn one_that_is_put_off_again_and_again_or_late_in_the_morning_is_told_to_no_manager_either() {
    let (desk, carl) = office();
    let promise = desk.make_promise(carl, &new("2026-03-03 10:00", "Sam")).unwrap().value.id;
    desk.keep_promise(promise, "Rang", None).unwrap();
    let check = check_of(&desk, promise).unwrap().id;
    let mut told = told_at(&desk, "2026-03-02T10:10Z");
    for (at, until) in [("2026-03-02T10:11Z", "11:00"), ("2026-03-02T11:01Z", "13:30"), ("2026-03-02T13:31Z", "14:30")]
    {
        told.extend(told_at(&desk, at));
        desk.snooze_promise(check, &format!("2026-03-02 {until}")).unwrap();
        told.extend(told_at(&desk, &format!("{}:40Z", at.trim_end_matches('Z'))));
    }
    told.extend(told_at(&desk, "2026-03-02T14:30Z"));
    told.extend(told_at(&desk, "2026-03-03T08:00Z"));
    told.extend(told_at(&desk, "2026-03-04T08:00Z"));
    assert!(told.iter().any(|(kind, _)| *kind == NoticeKind::Late), "{told:?}");
    assert!(told.iter().all(|(_, to)| to == "Amy Reyes"), "{told:?}");
}
