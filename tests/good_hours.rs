//! The language a customer speaks and when they like to be called.

use crate::support::desk::TestDesk;
use kept_core::{
    customer::{CustomerChange, NewCustomer},
    event::Outcome,
    id::Id,
};

fn customer(desk: &TestDesk, language: &str, good_hours: &str) -> Id {
    let given = NewCustomer {
        name: "Ana".into(),
        language: language.into(),
        good_hours: good_hours.into(),
        ..NewCustomer::default()
    };
    desk.add_customer(given).unwrap().value.id
}

#[test]
fn both_are_kept_in_one_form_whichever_way_they_are_typed() {
    let desk = TestDesk::at("2026-03-02T09:10Z");
    let ana = customer(&desk, "PT_br", "mon–fri after 17");
    let card = desk.show_customer(ana).unwrap().card;
    assert_eq!((card.language.as_str(), card.good_hours.as_str()), ("pt-BR", "mon-fri 17:00-24:00"));
    let same = CustomerChange {
        language: Some("pt-BR".into()),
        good_hours: Some("Mon-Fri 17-24".into()),
        ..CustomerChange::default()
    };
    assert!(desk.change_customer(ana, same).unwrap().change.is_empty(), "what is so is not written again");
    let none =
        CustomerChange { language: Some(String::new()), good_hours: Some(String::new()), ..CustomerChange::default() };
    let shown = desk.change_customer(ana, none).unwrap().value;
    assert_eq!((shown.card.language.as_str(), shown.likes_calls), ("", None));
    assert_eq!(desk.timeline(ana, 1, None, &[]).unwrap().entries[0].text, "Changed: language, good hours.");
}

#[test]
fn what_is_no_language_and_no_hours_is_refused_in_a_sentence() {
    let desk = TestDesk::at("2026-03-02T09:10Z");
    let ana = customer(&desk, "", "");
    for (language, good_hours) in
        [(Some("Portuguese, mostly"), None), (None, Some("in the evening")), (None, Some("20:00-08:00"))]
    {
        let change = CustomerChange {
            language: language.map(str::to_owned),
            good_hours: good_hours.map(str::to_owned),
            ..CustomerChange::default()
        };
        assert!(desk.change_customer(ana, change).is_err(), "{language:?} {good_hours:?}");
    }
}

#[test]
fn whether_it_is_a_good_time_now_stands_on_the_page_and_on_each_promise() {
    let desk = TestDesk::in_zone("America/New_York", "2026-03-02T21:59Z");
    let ana = customer(&desk, "pt", "mon-fri 17:00-20:00");
    let mats = desk.promise(ana, "Floor mats fitted", "2026-03-03 17:00", "Dan");
    assert!(!mats.likes_calls.unwrap().now, "16:59 by the office's clock");
    desk.it_is("2026-03-02T22:00Z");
    assert!(desk.show_customer(ana).unwrap().likes_calls.unwrap().now);
    assert!(desk.show_promise(mats.id).unwrap().likes_calls.unwrap().now);
}

#[test]
fn the_next_try_is_in_the_customer_s_good_hours() {
    let desk = TestDesk::at("2026-03-02T09:10Z");
    desk.opens("mon-fri 08:00-18:00");
    let ana = customer(&desk, "", "mon-fri after 16:00");
    let mats = desk.promise(ana, "Floor mats fitted", "2026-03-03 17:30", "Dan");
    let tried = desk.dispose_promise(mats.id, Outcome::NoAnswer, "").unwrap().value;
    assert_eq!(tried.echo, "Next try today 16:45.");
    desk.it_is("2026-03-02T16:50Z");
    let again = desk.dispose_promise(mats.id, Outcome::Busy, "").unwrap().value;
    assert_eq!(again.echo, "Next try today 17:15.", "at another time of day");
}

#[test]
fn where_they_never_meet_the_opening_hours_the_try_is_planned_all_the_same_and_that_is_said() {
    let desk = TestDesk::at("2026-03-02T09:10Z");
    desk.opens("mon-fri 08:00-18:00");
    let ana = customer(&desk, "", "sun 10:00-12:00");
    let mats = desk.promise(ana, "Floor mats fitted", "2026-03-03 17:00", "Dan");
    let tried = desk.dispose_promise(mats.id, Outcome::NoAnswer, "").unwrap().value;
    assert!(tried.next_try.is_some());
    assert!(tried.echo.ends_with("They like to be called when the office is closed."), "{}", tried.echo);
}
