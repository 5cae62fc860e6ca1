//! Who serves what a customer wants, and the word that somebody else does not.

use super::change;
use crate::support::desk::TestDesk;
use kept_core::customer::CustomerChange;

fn hill() -> (TestDesk, kept_core::id::Id) {
    let desk = TestDesk::at("2026-03-04T10:00Z");
    let hill = desk.customer("Mr Hill", "");
    let wants =
        CustomerChange { interest: Some(" small car ".into()), department: Some("Cars".into()), ..Default::default() };
    change(&desk, hill, wants);
    (desk, hill)
}

#[test]
fn somebody_of_another_department_is_told_apart_from_one_of_the_same_and_one_of_none() {
    let (desk, hill) = hill();
    desk.set_department("Sam", "Trucks").unwrap();
    desk.set_department("Dan", "CARS").unwrap();
    let found = desk.mismatch(hill, Some("Sam")).unwrap().unwrap();
    assert_eq!((found.member.as_str(), found.is_in.as_str()), ("Sam Okoye", "Trucks"));
    assert_eq!((found.wants.as_str(), found.serves.as_str()), ("small car", "Cars"));
    assert_eq!(found.better.as_deref(), Some("Dan Ortiz"));
    assert_eq!(desk.mismatch(hill, Some("Dan")).unwrap(), None);
    assert_eq!(desk.mismatch(hill, Some("Amy")).unwrap(), None);
    assert_eq!(desk.acts("Sam").mismatch(hill, None).unwrap(), Some(found));
}

#[test]
fn only_a_manager_says_who_works_where_and_it_can_be_unsaid() {
    let (mut desk, _) = hill();
    desk.set_department("Sam", " Trucks ").unwrap();
    assert!(desk.acts("Amy").set_department("Sam", "Cars").is_err());
    desk.acts("Ruth");
    desk.reopen();
    desk.acts("Ruth");
    let of_sam = |desk: &TestDesk| {
        let members = desk.members();
        members.iter().find(|member| member.name == "Sam Okoye").map(|sam| sam.department.clone())
    };
    assert_eq!(of_sam(&desk).as_deref(), Some("Trucks"));
    desk.set_department("Sam", "").unwrap();
    assert_eq!(of_sam(&desk).as_deref(), Some(""));
    assert!(desk.set_department("Sam", "a\nb").is_err());
    assert!(desk.set_department("Sam", &"x".repeat(201)).is_err());
}

#[test]
fn the_later_word_counts_for_each_field_alone() {
    let (desk, hill) = hill();
    change(&desk, hill, CustomerChange { interest: Some("van".into()), ..Default::default() });
    let card = desk.show_customer(hill).unwrap().card;
    assert_eq!((card.interest.as_str(), card.department.as_str()), ("van", "Cars"));
    change(&desk, hill, CustomerChange { department: Some(String::new()), ..Default::default() });
    let card = desk.show_customer(hill).unwrap().card;
    assert_eq!((card.interest.as_str(), card.department.as_str()), ("van", ""));
    assert!(desk.check().unwrap().ok);
}
