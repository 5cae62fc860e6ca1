//! How a try to reach somebody ended, and what is planned after it.

use crate::support::desk::TestDesk;
use kept_core::{
    event::{Outcome, Role},
    fold::State,
    promise::{Disposition, NewPromise, PromiseRow},
};

fn office() -> TestDesk {
    let desk = TestDesk::at("2026-03-02T09:10Z");
    desk.opens("mon-fri 08:00-12:00,13:00-18:00");
    desk
}

fn promise(desk: &TestDesk, due: &str, owner: &str) -> PromiseRow {
    let ana = desk.customer("Ana", "");
    desk.promise(ana, "Floor mats fitted", due, owner)
}

fn dispose(desk: &TestDesk, promise: &PromiseRow, outcome: Outcome) -> Disposition {
    desk.dispose_promise(promise.id, outcome, "").unwrap().value
}

#[test]
fn after_nobody_answers_the_next_tries_are_at_other_parts_of_the_day_and_the_due_time_stands() {
    let desk = office();
    let mats = promise(&desk, "2026-03-03 17:00", "Dan");
    let first = dispose(&desk, &mats, Outcome::NoAnswer);
    assert_eq!(first.echo, "Next try today 11:45.");
    assert_eq!(first.promise.snoozed_until, first.next_try);
    assert_eq!((first.promise.due_at, first.promise.attempts, first.promise.moved), (mats.due_at, 1, 0));
    desk.it_is("2026-03-02T11:45Z");
    assert_eq!(dispose(&desk, &mats, Outcome::Busy).echo, "Next try today 14:15.");
    desk.it_is("2026-03-02T14:20Z");
    assert_eq!(dispose(&desk, &mats, Outcome::LeftVoicemail).echo, "Next try today 16:45.");
    desk.it_is("2026-03-02T16:50Z");
    let fourth = dispose(&desk, &mats, Outcome::NoAnswer);
    assert_eq!((fourth.echo.as_str(), fourth.promise.attempts), ("Next try tomorrow 09:15.", 4));
}

#[test]
fn on_friday_evening_the_next_try_is_on_monday_and_what_is_late_stays_late() {
    let desk = office();
    let mats = promise(&desk, "2026-03-06 12:00", "Dan");
    desk.it_is("2026-03-06T17:30Z");
    let tried = dispose(&desk, &mats, Outcome::NoAnswer);
    assert_eq!(tried.echo, "Next try Mon 9 Mar, 09:15.");
    assert!(tried.promise.late && tried.promise.waiting.is_none(), "it is quiet until then");
    desk.it_is("2026-03-09T09:15Z");
    assert!(desk.show_promise(mats.id).unwrap().waiting.is_some(), "and rings then");
}

#[test]
fn a_next_try_after_the_promised_time_says_so() {
    let desk = office();
    let mats = promise(&desk, "2026-03-02 17:00", "Dan");
    desk.it_is("2026-03-02T16:50Z");
    assert_eq!(
        dispose(&desk, &mats, Outcome::NoAnswer).echo,
        "Next try tomorrow 09:15. That is after the promised time."
    );
    desk.it_is("2026-03-02T17:10Z");
    assert_eq!(dispose(&desk, &mats, Outcome::Busy).echo, "Next try tomorrow 09:15.", "it is late already");
}

#[test]
fn who_hangs_up_is_rung_by_a_manager_within_an_hour_of_work() {
    let desk = office();
    let mats = promise(&desk, "2026-03-03 17:00", "Dan");
    desk.it_is("2026-03-02T11:30Z").acts("Dan");
    let hung_up = dispose(&desk, &mats, Outcome::HungUp);
    let mending = hung_up.mending.unwrap();
    assert_eq!(mending.text, "Ring and mend it: they hung up (“Floor mats fitted”)");
    assert_eq!((mending.owner.as_str(), mending.customer), ("Ruth Adler", mats.customer));
    assert_eq!(mending.due_at.to_string(), "2026-03-02T13:30:00.000Z", "lunch is no hour of work");
    assert_eq!(hung_up.echo, "Ruth Adler rings and mends it, by today 13:30.");
    assert_eq!((hung_up.next_try, hung_up.promise.state), (None, State::Open));
    let again = dispose(&desk, &mending, Outcome::Refused);
    assert!(again.mending.is_none() && again.next_try.is_some(), "who hangs up on that too is tried again");
}

#[test]
fn who_mends_it_is_a_manager_who_is_here_and_another_one_where_there_is_one() {
    let desk = office();
    let refused = |desk: &TestDesk| {
        let mats = promise(desk, "2026-03-03 17:00", "Ruth");
        dispose(desk, &mats, Outcome::Refused).mending.unwrap()
    };
    assert_eq!(refused(&desk).owner, "Ruth Adler", "there is no other");
    assert_eq!(refused(&desk).text, "Ring and mend it: they refused (“Floor mats fitted”)");
    desk.add_member("Zoe Park", Some(Role::Manager)).unwrap();
    assert_eq!(refused(&desk).owner, "Zoe Park");
    desk.set_away("Zoe", "2026-03-02", "2026-03-04", Some("Amy")).unwrap();
    assert_eq!(refused(&desk).owner, "Ruth Adler");
    desk.set_away("Ruth", "2026-03-02", "2026-03-04", Some("Amy")).unwrap();
    assert_eq!(refused(&desk).owner, "Amy Reyes", "no manager is here, so whoever stands in for one");
}

#[test]
fn reached_and_a_wrong_number_plan_nothing() {
    let desk = office();
    let mats = promise(&desk, "2026-03-03 17:00", "Dan");
    for outcome in [Outcome::Reached, Outcome::WrongNumber] {
        let done = dispose(&desk, &mats, outcome);
        assert_eq!((done.next_try, done.mending, done.echo.as_str(), done.written.len()), (None, None, "", 1));
    }
}

#[test]
fn everything_that_was_planned_can_be_taken_back() {
    let desk = office();
    let mats = promise(&desk, "2026-03-03 17:00", "Dan");
    for outcome in [Outcome::NoAnswer, Outcome::HungUp] {
        let done = dispose(&desk, &mats, outcome);
        assert_eq!(done.written.len(), 2);
        for id in done.written.iter().rev() {
            desk.take_back(*id, "").unwrap();
        }
        let now = desk.show_promise(mats.id).unwrap();
        assert_eq!((now.attempts, now.snoozed_until), (0, None));
        assert!(done.mending.is_none_or(|mending| desk.show_promise(mending.id).unwrap().taken_back));
    }
}

#[test]
fn a_try_that_was_taken_back_does_not_count() {
    let desk = office();
    let mats = promise(&desk, "2026-03-03 17:00", "Dan");
    let first = dispose(&desk, &mats, Outcome::NoAnswer);
    first.written.iter().rev().for_each(|id| drop(desk.take_back(*id, "").unwrap()));
    desk.it_is("2026-03-02T16:50Z");
    assert_eq!(dispose(&desk, &mats, Outcome::NoAnswer).echo, "Next try tomorrow 09:15.", "the morning is untried");
}

#[test]
fn what_is_closed_meanwhile_is_only_written_down() {
    let desk = office();
    let mats = promise(&desk, "2026-03-03 17:00", "Dan");
    desk.keep_promise(mats.id, "", None).unwrap();
    let done = dispose(&desk, &mats, Outcome::NoAnswer);
    assert_eq!((done.next_try, done.written.len(), done.promise.attempts), (None, 1, 1));
}

#[test]
fn who_was_reached_is_told_kept_and_promised_the_next_thing_in_one_write() {
    let desk = office();
    let mats = promise(&desk, "2026-03-02 17:00", "Dan");
    let next =
        NewPromise { text: "Ring with the bumper date".into(), due: "thu 14:00".into(), ..NewPromise::default() };
    let done = desk.keep_and_make(mats.id, "He has them", &next).unwrap().value;
    assert_eq!((done.kept.state, done.made.state, done.made.customer), (State::Kept, State::Open, mats.customer));
    assert_eq!(done.made.due_local.to_string(), "2026-03-05T14:00:00");
    for id in done.written.iter().rev() {
        desk.take_back(*id, "").unwrap();
    }
    assert_eq!(desk.show_promise(mats.id).unwrap().state, State::Open);
    assert!(desk.show_promise(done.made.id).unwrap().taken_back);
}

#[test]
fn where_the_next_promise_cannot_be_made_the_first_is_not_kept_either() {
    let desk = office();
    let mats = promise(&desk, "2026-03-02 17:00", "Dan");
    let past = NewPromise { text: "Ring".into(), due: "2026-03-01 10:00".into(), ..NewPromise::default() };
    assert!(desk.keep_and_make(mats.id, "", &past).is_err());
    assert_eq!(desk.show_promise(mats.id).unwrap().state, State::Open);
}
