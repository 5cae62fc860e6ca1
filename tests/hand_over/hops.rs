//! How often a matter went from one to another, over all its promises.

use crate::support::desk::{TestDesk, contact};
use kept_core::{
    customer::CustomerChange,
    entry::NewContact,
    event::{ContactKind, Outcome},
    id::Id,
    promise::NewPromise,
};

fn office() -> (TestDesk, Id, Id) {
    let desk = TestDesk::at("2026-03-02T09:10Z");
    desk.opens("mon-fri 08:00-18:00");
    let carl = desk.customer("Carl Lindgren", "");
    let promise = desk.promise(carl, "Floor mats fitted", "2026-03-04 17:00", "Dan");
    (desk, carl, promise.id)
}

fn hand(desk: &TestDesk, promise: Id, from: &str, to: &str) {
    let offer = desk.acts(from).offer_promise(promise, to).unwrap().value.offer.unwrap();
    desk.acts(to).accept_offer(promise, offer.id).unwrap();
}

fn warned(desk: &TestDesk, promise: Id, to: &str) -> Vec<String> {
    desk.read_handing(promise, to).unwrap().warnings
}

fn ring(desk: &TestDesk) -> Vec<(String, String)> {
    desk.tells().into_iter().map(|notice| (notice.to, notice.title)).collect()
}

#[test]
fn the_second_hand_over_warns_before_it_is_sent_and_the_third_says_that_a_manager_hears() {
    let (desk, _, mats) = office();
    assert_eq!(warned(&desk, mats, "Amy"), Vec::<String>::new());
    hand(&desk, mats, "Dan", "Amy");
    assert_eq!(warned(&desk, mats, "Sam"), ["2nd hand-over of this matter; it went Dan Ortiz → Amy Reyes."]);
    hand(&desk, mats, "Amy", "Sam");
    assert_eq!(
        warned(&desk, mats, "Ruth"),
        ["3rd hand-over of this matter; it went Dan Ortiz → Amy Reyes → Sam Okoye. A manager is told."]
    );
    hand(&desk, mats, "Sam", "Ruth");
    assert_eq!(
        warned(&desk, mats, "Amy")[0],
        "4th hand-over of this matter; it went Dan Ortiz → Amy Reyes → Sam Okoye → Ruth Adler.",
        "the bell told it at the third"
    );
}

#[test]
fn whoever_had_it_before_is_named_as_a_circle() {
    let (desk, _, mats) = office();
    hand(&desk, mats, "Dan", "Amy");
    let warned = warned(&desk, mats, "Dan");
    assert_eq!(warned[1], "Dan Ortiz has had this before: it goes in a circle.");
}

#[test]
fn the_third_tells_the_managers_once_also_over_a_restart_and_stands_in_the_history() {
    let (mut desk, carl, mats) = office();
    hand(&desk, mats, "Dan", "Amy");
    hand(&desk, mats, "Amy", "Sam");
    assert_eq!(ring(&desk), []);
    desk.acts("Sam").hand_over_promise(mats, "Dan", None).unwrap();
    desk.acts("Amy");
    assert_eq!(
        ring(&desk),
        [(
            "Ruth Adler".to_owned(),
            "For Ruth Adler: Passed on for the 3rd time: Carl Lindgren – Floor mats fitted".to_owned()
        )]
    );
    assert_eq!(ring(&desk), []);
    desk.reopen();
    desk.act_as("Dan").unwrap();
    assert_eq!(ring(&desk), []);
    let entry = desk.timeline(carl, 1, None, &[]).unwrap().entries.remove(0);
    assert_eq!(
        (entry.by.as_str(), entry.text.as_str()),
        ("Kept", "Told Ruth Adler: the matter went from one to another for the third time.")
    );
    hand(&desk, mats, "Dan", "Amy");
    assert_eq!(ring(&desk), [], "once");
    assert_eq!(desk.caches_that_differ().unwrap(), Vec::<&str>::new());
}

#[test]
fn what_comes_of_a_promise_belongs_to_its_matter_and_is_counted_with_it() {
    let (desk, carl, mats) = office();
    hand(&desk, mats, "Dan", "Amy");
    // Reached, and the next promise made in that call.
    let of = |of: Id| NewContact {
        of_promise: Some(of),
        ..contact(ContactKind::Call, None, Some(Outcome::Reached), "Rang")
    };
    let next = |due: &str| NewPromise { text: "Ring again".into(), due: due.into(), ..NewPromise::default() };
    let call = desk.log_contact(carl, &NewContact { promise: Some(next("fri 10:00")), ..of(mats) }).unwrap().value;
    let second = call.promise.unwrap();
    assert_eq!(warned(&desk, second, "Sam").len(), 1, "made in a call about it");
    hand(&desk, second, "Amy", "Sam");
    let third = desk.make_promise(carl, &NewPromise { of: Some(second), ..next("fri 11:00") }).unwrap().value.id;
    assert!(warned(&desk, third, "Dan")[0].starts_with("3rd hand-over"), "made of what came of it");
    let of_entry = desk.make_promise(carl, &NewPromise { of: Some(call.entry), ..next("fri 12:00") }).unwrap().value.id;
    assert!(warned(&desk, of_entry, "Dan")[0].starts_with("3rd hand-over"), "made of the call's entry");
    let mending = desk.dispose_promise(third, Outcome::HungUp, "").unwrap().value.mending.unwrap().id;
    assert!(warned(&desk, mending, "Dan")[0].starts_with("3rd hand-over"), "what mends it");
    let other = desk.make_promise(carl, &next("fri 13:00")).unwrap().value.id;
    assert_eq!(warned(&desk, other, "Dan"), Vec::<String>::new(), "another matter of the same customer");
}

#[test]
fn an_entry_begins_a_matter_and_one_of_another_customer_does_not() {
    let (desk, carl, _) = office();
    let promise = NewPromise { text: "Quote".into(), due: "fri 10:00".into(), ..NewPromise::default() };
    let new =
        NewContact { promise: Some(promise.clone()), ..contact(ContactKind::Call, None, None, "Asked for a quote") };
    let logged = desk.log_contact(carl, &new).unwrap().value;
    let quote = logged.promise.unwrap();
    desk.hand_over_promise(quote, "Amy", None).unwrap();
    let more = desk.make_promise(carl, &NewPromise { of: Some(logged.entry), ..promise.clone() }).unwrap().value.id;
    assert_eq!(warned(&desk, more, "Sam").len(), 1);
    let dora = desk.customer("Dora", "");
    for of in [logged.entry, quote, dora] {
        assert!(desk.make_promise(dora, &NewPromise { of: Some(of), ..promise.clone() }).is_err());
    }
}

#[test]
fn what_goes_over_because_somebody_leaves_is_no_passing_on_and_what_is_taken_back_does_not_count() {
    let (desk, carl, mats) = office();
    desk.acts("Ruth").dismiss_member("Dan", "Sam").unwrap();
    assert_eq!(warned(&desk, mats, "Amy"), Vec::<String>::new());
    desk.hand_over_promise(mats, "Amy", None).unwrap();
    assert_eq!(warned(&desk, mats, "Ruth").len(), 1);
    let entry = desk.timeline(carl, 1, None, &[]).unwrap().entries.remove(0);
    desk.take_back(entry.id, "a slip").unwrap();
    assert_eq!(warned(&desk, mats, "Amy"), Vec::<String>::new());
    assert_eq!(desk.caches_that_differ().unwrap(), Vec::<&str>::new());
}

#[test]
fn whoever_sells_trucks_is_warned_of_before_they_get_somebody_who_wants_a_small_car() {
    let (desk, carl, drive) = office();
    let change = CustomerChange {
        interest: Some("small Italian car, test drive".into()),
        department: Some("Cars".into()),
        ..CustomerChange::default()
    };
    desk.change_customer(carl, change).unwrap();
    desk.set_department("Sam", "Trucks").unwrap();
    let warned = warned(&desk, drive, "Sam");
    assert_eq!(warned, ["Sam Okoye is in Trucks; Carl Lindgren wants small Italian car, test drive (Cars)."]);
    let brief = desk.read_handing(drive, "Sam").unwrap().brief;
    assert_eq!(brief.wants.as_deref(), Some("small Italian car, test drive (Cars)"));
    desk.set_department("Amy", "cars ").unwrap();
    assert_eq!(self::warned(&desk, drive, "Amy"), Vec::<String>::new());
}
