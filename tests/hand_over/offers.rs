//! Asking a colleague: theirs once they say so, and back where nobody does.

use crate::support::desk::{TestDesk, moment, open};
use kept_core::{
    customer::CustomerChange,
    event::{Channel, Outcome},
    fold::OfferStanding,
    id::Id,
    promise::{NewPromise, OfferShown, PromiseRow},
};

/// Monday, before lunch; Dan is at the desk.
fn office() -> TestDesk {
    let desk = TestDesk::at("2026-03-02T09:10Z");
    desk.opens("mon-fri 08:00-12:00,13:00-18:00");
    desk
}

fn mats(desk: &TestDesk) -> PromiseRow {
    let carl = desk.customer("Carl Lindgren", "206 555 0142");
    let promise = desk.promise(carl, "Floor mats fitted", "2026-03-03 17:00", "Dan");
    desk.acts("Dan");
    promise
}

fn offered(desk: &TestDesk, promise: Id, to: &str) -> OfferShown {
    desk.offer_promise(promise, to).unwrap().value.offer.unwrap()
}

fn owner(desk: &TestDesk, promise: Id) -> String {
    desk.show_promise(promise).unwrap().owner
}

fn refused<T: std::fmt::Debug>(result: kept_core::error::Result<T>) -> String {
    result.unwrap_err().message
}

#[test]
fn a_promise_stays_with_its_owner_until_the_colleague_has_taken_it() {
    let desk = office();
    let mats = mats(&desk);
    let offer = offered(&desk, mats.id, "amy");
    assert_eq!((offer.to.as_str(), offer.by.as_str(), offer.standing), ("Amy Reyes", "Dan Ortiz", OfferStanding::Open));
    assert_eq!(offer.until, moment("2026-03-02T09:12Z"));
    assert_eq!(owner(&desk, mats.id), "Dan Ortiz");
    desk.it_is("2026-03-02T09:11:59.000Z").acts("Amy");
    let taken = desk.accept_offer(mats.id, offer.id).unwrap().value;
    assert_eq!((taken.owner.as_str(), taken.offer), ("Amy Reyes", None));
    assert_eq!(refused(desk.accept_offer(mats.id, offer.id)), "It is yours already.");
    let kinds: Vec<String> =
        desk.timeline(mats.customer, 3, None, &[]).unwrap().entries.into_iter().map(|entry| entry.kind).collect();
    assert_eq!(kinds, ["handover_accepted", "promise_offered", "promise_made"]);
}

#[test]
fn nobody_took_it_so_it_goes_back_and_a_late_hand_is_told_plainly() {
    let desk = office();
    let mats = mats(&desk);
    let offer = offered(&desk, mats.id, "Amy");
    desk.it_is("2026-03-02T09:12Z").acts("Amy");
    assert_eq!(
        refused(desk.accept_offer(mats.id, offer.id)),
        "It went back to Dan Ortiz at 09:12: nobody had taken it by then. Ask Dan Ortiz before you ring."
    );
    assert!(desk.offers().unwrap().is_empty());
    let row = desk.show_promise(mats.id).unwrap();
    assert_eq!((row.owner.as_str(), row.offer.unwrap().standing), ("Dan Ortiz", OfferStanding::Lapsed));
    desk.acts("Dan").attempt_promise(mats.id, Outcome::NoAnswer, "", None).unwrap();
    assert_eq!(desk.show_promise(mats.id).unwrap().offer, None, "whoever goes on with it needs not be told any more");
}

#[test]
fn two_minutes_are_of_work_so_lunch_and_the_night_do_not_count() {
    let desk = office();
    for (made, until) in [
        ("2026-03-02T11:59Z", "2026-03-02T13:01Z"),
        ("2026-03-02T12:30Z", "2026-03-02T13:02Z"),
        ("2026-03-02T17:59:30.000Z", "2026-03-03T08:01:30.000Z"),
        ("2026-03-06T18:00Z", "2026-03-09T08:02Z"),
    ] {
        desk.it_is(made).acts("Ruth");
        let carl = desk.customer("Carl Lindgren", "");
        let mats = desk.promise(carl, "Floor mats fitted", "2026-03-20 17:00", "Dan");
        let offer = offered(&desk, mats.id, "Amy");
        assert_eq!(offer.until, moment(until), "made {made}");
        desk.it_is(until);
        assert_eq!(desk.show_promise(mats.id).unwrap().offer.unwrap().standing, OfferStanding::Lapsed);
        desk.clock.set(offer.until.plus_ms(-1));
        assert_eq!(desk.show_promise(mats.id).unwrap().offer.unwrap().standing, OfferStanding::Open);
    }
}

#[test]
fn what_is_declined_stays_with_the_reason() {
    let desk = office();
    let mats = mats(&desk);
    let offer = offered(&desk, mats.id, "Amy");
    desk.acts("Amy");
    assert!(desk.decline_offer(mats.id, offer.id, " ").is_err(), "a reason is wanted");
    let row = desk.decline_offer(mats.id, offer.id, "I am with a customer").unwrap().value;
    let shown = row.offer.unwrap();
    assert_eq!((row.owner.as_str(), shown.standing), ("Dan Ortiz", OfferStanding::Declined));
    assert_eq!(shown.reason.as_deref(), Some("I am with a customer"));
    assert_eq!(refused(desk.accept_offer(mats.id, offer.id)), "You said no to this. It stays with Dan Ortiz.");
    let entry = desk.timeline(mats.customer, 1, None, &[]).unwrap().entries.remove(0);
    assert_eq!((entry.kind.as_str(), entry.text.as_str()), ("handover_declined", "I am with a customer"));
    desk.take_back(entry.id, "").unwrap();
    desk.accept_offer(mats.id, offer.id).unwrap();
    assert_eq!(owner(&desk, mats.id), "Amy Reyes", "a no that was taken back is none");
}

#[test]
fn an_offer_is_withdrawn_like_everything_else_and_can_be_put_back() {
    let desk = office();
    let mats = mats(&desk);
    let offer = offered(&desk, mats.id, "Amy");
    desk.take_back(offer.id, "").unwrap();
    assert_eq!(desk.show_promise(mats.id).unwrap().offer, None);
    desk.acts("Amy");
    assert_eq!(
        refused(desk.accept_offer(mats.id, offer.id)),
        "This offer does not stand any more. The promise is Dan Ortiz’s."
    );
    desk.acts("Dan").redo(offer.id).unwrap();
    desk.acts("Amy").accept_offer(mats.id, offer.id).unwrap();
    desk.acts("Dan");
    assert_eq!(
        refused(desk.take_back(offer.id, "")),
        "It was taken over already. Ask whoever has it now to hand it back."
    );
    let shown = |desk: &TestDesk| {
        let entries = desk.timeline(mats.customer, 9, None, &[]).unwrap().entries;
        entries.into_iter().find(|entry| entry.id == offer.id).unwrap().can_take_back
    };
    assert!(!shown(&desk), "so it is not offered");
    desk.acts("Amy");
    let taken = desk.timeline(mats.customer, 1, None, &[]).unwrap().entries.remove(0);
    assert_eq!(taken.kind, "handover_accepted");
    desk.take_back(taken.id, "").unwrap();
    assert_eq!(owner(&desk, mats.id), "Dan Ortiz");
    assert!(shown(desk.acts("Dan")), "it stands open again");
    desk.acts("Amy");
    desk.redo(taken.id).unwrap();
    assert_eq!(owner(&desk, mats.id), "Amy Reyes");
}

#[test]
fn a_new_offer_takes_the_place_of_the_one_before() {
    let desk = office();
    let mats = mats(&desk);
    let first = offered(&desk, mats.id, "Amy");
    assert_eq!(refused(desk.offer_promise(mats.id, "Amy")), "Amy Reyes has been asked already, until 09:12.");
    let second = offered(&desk, mats.id, "Sam");
    desk.acts("Amy");
    assert!(desk.accept_offer(mats.id, first.id).is_err());
    assert_eq!(refused(desk.accept_offer(mats.id, second.id)), "Sam Okoye was asked. Only they can answer this.");
    desk.acts("Sam").accept_offer(mats.id, second.id).unwrap();
    assert_eq!(owner(&desk, mats.id), "Sam Okoye");
}

#[test]
fn who_is_away_cannot_be_asked_and_whoever_answers_is_named() {
    let desk = office();
    let mats = mats(&desk);
    desk.acts("Ruth").set_away("Amy", "2026-03-02", "2026-03-05", Some("Sam")).unwrap();
    let error = desk.acts("Dan").offer_promise(mats.id, "Amy").unwrap_err();
    assert_eq!(error.message, "Amy Reyes is away until Thu 5 Mar, 00:00; Sam Okoye answers meanwhile.");
    assert_eq!(error.suggest, ["Sam Okoye"]);
    let handing = desk.read_handing(mats.id, "Amy").unwrap();
    assert_eq!((handing.away, handing.backup.as_deref()), (Some(error.message), Some("Sam Okoye")));
}

#[test]
fn who_takes_it_over_themselves_asks_nobody_and_a_manager_moves_it_at_once() {
    let desk = office();
    let mats = mats(&desk);
    assert!(desk.read_handing(mats.id, "Amy").is_ok_and(|handing| !handing.at_once));
    desk.acts("Amy");
    assert!(desk.read_handing(mats.id, "Amy").unwrap().at_once);
    desk.offer_promise(mats.id, "Amy").unwrap();
    assert_eq!(owner(&desk, mats.id), "Amy Reyes");
    assert!(desk.offer_promise(mats.id, "Amy").is_err(), "theirs already");
    let offer = offered(&desk, mats.id, "Sam");
    desk.acts("Ruth").hand_over_promise(mats.id, "Dan", None).unwrap();
    assert_eq!((owner(&desk, mats.id).as_str(), desk.show_promise(mats.id).unwrap().offer), ("Dan Ortiz", None));
    assert!(
        desk.acts("Sam").accept_offer(mats.id, offer.id).is_err(),
        "what was moved meanwhile is not theirs to take"
    );
}

#[test]
fn who_left_cannot_be_asked_and_an_offer_of_theirs_goes_with_them() {
    let desk = office();
    let mats = mats(&desk);
    offered(&desk, mats.id, "Amy");
    desk.acts("Ruth").dismiss_member("Dan", "Sam").unwrap();
    assert_eq!((owner(&desk, mats.id).as_str(), desk.show_promise(mats.id).unwrap().offer), ("Sam Okoye", None));
    assert!(desk.offer_promise(mats.id, "Dan").is_err());
}

#[test]
fn a_closed_promise_cannot_be_taken_nor_offered() {
    let desk = office();
    let mats = mats(&desk);
    let offer = offered(&desk, mats.id, "Amy");
    desk.keep_promise(mats.id, "They are in", None).unwrap();
    desk.acts("Amy");
    assert!(desk.offers().unwrap().is_empty());
    assert!(refused(desk.accept_offer(mats.id, offer.id)).starts_with("This promise has been kept."));
    assert!(desk.offer_promise(mats.id, "Sam").is_err());
}

#[test]
fn at_two_desks_at_once_one_takes_it_and_the_other_is_told_so() {
    let desk = office();
    let mats = mats(&desk);
    let offer = offered(&desk, mats.id, "Amy");
    let other = open(&desk.home(), &desk.clock).unwrap();
    other.act_as("Amy").unwrap();
    desk.acts("Amy");
    assert_eq!(other.offers().unwrap().len(), 1);
    let both: Vec<_> = std::thread::scope(|scope| {
        let desks: [&kept_core::desk::Desk; 2] = [&desk, &other];
        let running: Vec<_> =
            desks.map(|desk| scope.spawn(|| desk.accept_offer(mats.id, offer.id).map(|done| done.value.owner))).into();
        running.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let (taken, told): (Vec<_>, Vec<_>) = both.into_iter().partition(Result::is_ok);
    assert_eq!(taken, [Ok("Amy Reyes".to_owned())]);
    assert_eq!(told[0].as_ref().unwrap_err().message, "It is yours already.");
    assert!(desk.check().unwrap().ok);
}

#[test]
fn what_is_due_when_it_is_taken_waits_for_no_other_answer() {
    let desk = office();
    let mats = mats(&desk);
    desk.it_is("2026-03-03T17:00Z");
    let offer = offered(&desk, mats.id, "Amy");
    assert!(desk.show_promise(mats.id).unwrap().waiting.is_some());
    desk.it_is("2026-03-03T17:01Z").acts("Amy").accept_offer(mats.id, offer.id).unwrap();
    assert!(desk.show_promise(mats.id).unwrap().waiting.is_none(), "who takes it knows of it");
}

#[test]
fn the_brief_says_what_must_be_known_first_and_what_else_is_owed() {
    let desk = office();
    let mats = mats(&desk);
    let brief = |desk: &TestDesk| desk.read_handing(mats.id, "Amy").unwrap().brief;
    let plain = brief(&desk);
    assert_eq!((plain.forbidden, plain.note, plain.others), (None, None, None));
    let note = CustomerChange { note: Some("Wife ill,\ndo not ask for her.".into()), ..CustomerChange::default() };
    desk.change_customer(mats.customer, note).unwrap();
    desk.restrict_contact(mats.customer, &[Channel::Call, Channel::Email], "Asked to be left alone").unwrap();
    let checked = NewPromise {
        text: "Bumper painted".into(),
        due: "2026-03-02 11:00".into(),
        owner: Some("Sam".into()),
        verify: true,
        ..NewPromise::default()
    };
    desk.make_promise(mats.customer, &checked).unwrap();
    assert_eq!(brief(&desk).others.as_deref(), Some("1 other promise to them is open"), "a check is none");
    desk.promise(mats.customer, "Seats cleaned", "2026-03-20 12:00", "Sam");
    desk.it_is("2026-03-02T13:00Z");
    let told = brief(&desk);
    assert_eq!(told.forbidden.as_deref(), Some("No calls and e-mail: “Asked to be left alone”"));
    assert_eq!(told.note.as_deref(), Some("“Wife ill, do not ask for her”"));
    assert_eq!(told.others.as_deref(), Some("2 other promises to them are open, 1 of these late"));
    desk.restrict_contact(mats.customer, &[Channel::Letter], "Moved").unwrap();
    assert_eq!(brief(&desk).forbidden.as_deref(), Some("No calls, e-mail and letters"), "there are two reasons");
}

#[test]
fn the_brief_says_who_what_was_promised_what_was_told_and_how_to_begin() {
    let desk = office();
    let mats = mats(&desk);
    let brief = |desk: &TestDesk| desk.read_handing(mats.id, "Amy").unwrap().brief;
    let untold = brief(&desk);
    assert_eq!(untold.told, None);
    assert!(untold.opening.starts_with("“Dan Ortiz has asked me to see to it. It is about"), "{}", untold.opening);
    let call = |text: &str| crate::support::desk::contact(kept_core::event::ContactKind::Call, None, None, text);
    desk.log_contact(
        mats.customer,
        &kept_core::entry::NewContact { of_promise: Some(mats.id), ..call("Wants the mats before the trip.") },
    )
    .unwrap();
    desk.it_is("2026-03-02T10:00Z").log_contact(mats.customer, &call("Asked about the opening hours.")).unwrap();
    let told = brief(&desk);
    assert_eq!(told.who, "Carl Lindgren, +1 206 555 0142");
    assert_eq!(told.promised, "“Floor mats fitted” is promised for tomorrow 17:00; Ruth Adler promised it today.");
    assert_eq!(told.told.as_deref(), Some("Told Dan Ortiz today: “Wants the mats before the trip”"));
    assert_eq!(
        told.opening,
        "“Dan Ortiz has told me everything, so you need not tell it again. It is about “Floor mats fitted”, tomorrow 17:00.”"
    );
    desk.it_is("2026-03-04T10:00Z");
    let offer = offered(&desk, mats.id, "Amy");
    desk.acts("Amy");
    let late = desk.offers().unwrap().remove(0);
    assert_eq!(late.promise.offer.as_ref().unwrap().id, offer.id);
    assert!(
        late.brief.opening.contains("I am sorry: “Floor mats fitted” was promised for yesterday 17:00."),
        "{late:?}"
    );
}
