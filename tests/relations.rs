//! Who belongs to whom, and who may speak for whom.

use crate::support::desk::{TestDesk, moment};
use kept_core::{
    customer::{CustomerChange, NewRelation, Related, RelationChange},
    error::Code,
    event::{Channel, RelationKind},
    id::Id,
};

fn family() -> (TestDesk, Id, Id) {
    let desk = TestDesk::at("2026-03-02T09:10Z");
    let rui = desk.customer("Rui Sousa", "206 555 0142");
    let ana = desk.customer("Ana Sousa", "206 555 0199");
    (desk, rui, ana)
}

fn new(customer: Id, other: Id, relation: RelationKind) -> NewRelation {
    NewRelation { customer, other, relation, called: None, may_speak: None, may_be_spoken_for: None }
}

fn marry(desk: &TestDesk, customer: Id, other: Id) -> Id {
    let given = NewRelation { may_speak: Some(true), ..new(customer, other, RelationKind::Partner) };
    desk.relate_customers(&given).unwrap().value.entry.unwrap()
}

fn related(desk: &TestDesk, customer: Id) -> Vec<Related> {
    desk.show_customer(customer).unwrap().related
}

#[test]
fn the_wife_s_order_is_found_from_the_husband_s_call() {
    let (desk, rui, ana) = family();
    marry(&desk, rui, ana);
    desk.promise(ana, "Van delivered", "2026-03-02 10:00", "Dan");
    desk.promise(ana, "Mats fitted", "2026-03-05 10:00", "Dan");
    desk.it_is("2026-03-02T11:00Z").settle();
    let hers = related(&desk, rui).remove(0);
    assert_eq!((hers.customer, hers.name.as_str(), hers.relation), (ana, "Ana Sousa", RelationKind::Partner));
    assert_eq!((hers.open_promises, hers.late_promises), (2, 1));
    assert_eq!(hers.next_due_at, Some(moment("2026-03-02T10:00Z")));
    let caller = desk.caller("+1 206 555 0142").unwrap();
    assert_eq!(caller.hits[0].related, [hers], "and in the row of the call");
}

#[test]
fn a_wife_who_is_not_to_be_called_is_marked_so_in_her_husband_s_row_too() {
    let (desk, rui, ana) = family();
    marry(&desk, rui, ana);
    let note = CustomerChange { note: Some("Works at night".into()), ..CustomerChange::default() };
    desk.change_customer(ana, note).unwrap();
    desk.restrict_contact(ana, &[Channel::Email], "no newsletters").unwrap();
    assert!(!related(&desk, rui)[0].do_not_call, "she may be called");
    desk.restrict_contact(ana, &[Channel::Call], "asked for peace").unwrap();
    let hers = desk.caller("+1 206 555 0142").unwrap().hits.remove(0).related.remove(0);
    assert_eq!((hers.do_not_call, hers.note.as_str()), (true, "Works at night"));
}

#[test]
fn nobody_may_speak_for_the_other_unless_that_is_said_and_each_way_for_itself() {
    let (desk, rui, ana) = family();
    let relation = marry(&desk, rui, ana);
    let (from_him, from_her) = (related(&desk, rui).remove(0), related(&desk, ana).remove(0));
    assert_eq!((from_him.may_speak, from_him.may_be_spoken_for), (true, false));
    assert_eq!((from_her.may_speak, from_her.may_be_spoken_for), (false, true));
    let change = RelationChange {
        id: relation,
        customer: ana,
        relation: None,
        called: None,
        may_speak: Some(true),
        may_be_spoken_for: Some(false),
    };
    let seen_from_her = desk.change_relation(&change).unwrap().value.customer.related.remove(0);
    assert_eq!((seen_from_her.may_speak, seen_from_her.may_be_spoken_for), (true, false));
    let from_him = related(&desk, rui).remove(0);
    assert_eq!((from_him.may_speak, from_him.may_be_spoken_for), (false, true));
    assert_eq!(desk.change_relation(&change).unwrap().value.entry, None, "what is so is not written again");
}

#[test]
fn a_mother_has_a_child_and_a_firm_has_people() {
    let (desk, rui, ana) = family();
    let firm = desk.customer("Sousa Lda", "");
    desk.relate_customers(&new(rui, ana, RelationKind::Parent)).unwrap();
    desk.relate_customers(&new(rui, firm, RelationKind::Employer)).unwrap();
    assert_eq!(related(&desk, ana)[0].relation, RelationKind::Child);
    assert_eq!(related(&desk, firm)[0].relation, RelationKind::Employee);
    assert_eq!(
        related(&desk, rui).iter().map(|one| one.relation).collect::<Vec<_>>(),
        [RelationKind::Parent, RelationKind::Employer]
    );
}

#[test]
fn one_s_own_words_for_it_are_kept_and_needed() {
    let (desk, rui, ana) = family();
    let other = new(rui, ana, RelationKind::Other);
    assert_eq!(desk.relate_customers(&other).unwrap_err().code, Code::Invalid);
    desk.relate_customers(&NewRelation { called: Some(" neighbour with the key ".into()), ..other }).unwrap();
    let from_him = related(&desk, rui).remove(0);
    assert_eq!((from_him.called.as_str(), from_him.is_seen_back), ("neighbour with the key", false));
    let from_her = related(&desk, ana).remove(0);
    assert_eq!(
        (from_her.called.as_str(), from_her.is_seen_back),
        ("neighbour with the key", true),
        "it is she who has it"
    );
    assert_eq!(desk.timeline(rui, 9, None, &[]).unwrap().entries[0].text, "Ana Sousa: neighbour with the key.");
}

#[test]
fn what_becomes_of_another_sort_needs_words_too() {
    let (desk, rui, ana) = family();
    let relation = marry(&desk, rui, ana);
    let change = |called: Option<&str>| RelationChange {
        id: relation,
        customer: ana,
        relation: Some(RelationKind::Other),
        called: called.map(str::to_owned),
        may_speak: None,
        may_be_spoken_for: None,
    };
    for missing in [None, Some(" ")] {
        assert_eq!(desk.change_relation(&change(missing)).unwrap_err().code, Code::Invalid, "{missing:?}");
    }
    desk.change_relation(&change(Some("godmother"))).unwrap();
    assert_eq!(desk.change_relation(&change(Some(" "))).unwrap_err().code, Code::Invalid, "nor are they emptied");
    let back = RelationChange { relation: Some(RelationKind::Household), ..change(None) };
    desk.change_relation(&back).unwrap();
    assert_eq!(related(&desk, rui)[0].relation, RelationKind::Household);
}

#[test]
fn what_cannot_be_is_refused() {
    let (desk, rui, ana) = family();
    assert!(desk.relate_customers(&new(rui, rui, RelationKind::Household)).is_err());
    assert!(desk.relate_customers(&new(rui, Id::ZERO, RelationKind::Household)).is_err());
    let relation = marry(&desk, rui, ana);
    assert_eq!(desk.relate_customers(&new(ana, rui, RelationKind::Household)).unwrap_err().code, Code::Refused);
    let stranger = desk.customer("Stranger", "");
    assert_eq!(desk.end_relation(relation, stranger).unwrap_err().code, Code::NotFound);
}

#[test]
fn what_ended_or_was_taken_back_is_gone_on_either_side_and_comes_back() {
    let (desk, rui, ana) = family();
    let relation = marry(&desk, rui, ana);
    let end = desk.end_relation(relation, ana).unwrap();
    assert_eq!(end.change.customers, [rui, ana].into(), "both pages are read again");
    assert!(related(&desk, rui).is_empty() && related(&desk, ana).is_empty());
    assert_eq!(desk.end_relation(relation, ana).unwrap_err().code, Code::NotFound, "there is nothing left to end");
    desk.take_back(end.value.entry.unwrap(), "").unwrap();
    assert_eq!(related(&desk, ana).len(), 1);
    desk.take_back(relation, "").unwrap();
    assert!(related(&desk, rui).is_empty() && related(&desk, ana).is_empty());
    desk.redo(relation).unwrap();
    assert_eq!((related(&desk, rui).len(), related(&desk, ana).len()), (1, 1));
    assert_eq!(desk.caches_that_differ().unwrap(), Vec::<&str>::new());
}

#[test]
fn who_was_taken_back_belongs_to_nobody_meanwhile() {
    let (desk, rui, ana) = family();
    marry(&desk, rui, ana);
    desk.take_back(ana, "").unwrap();
    assert!(related(&desk, rui).is_empty());
    desk.redo(ana).unwrap();
    let change = CustomerChange { name: Some("Ana Alves".into()), ..CustomerChange::default() };
    desk.change_customer(ana, change).unwrap();
    assert_eq!(related(&desk, rui)[0].name, "Ana Alves");
}
