//! A mark not to contact a customer: who makes it, what it stops, and who lifts it.

use crate::support::desk::{TestDesk, contact, everything, moment};
use kept_core::{
    customer::{NewCustomer, NewEmail, NewPhone},
    error::Code,
    event::{Channel, ContactKind, Direction, Outcome, Role},
    id::Id,
    import::ImportRequest,
    office::OfficeChange,
};

const NUMBER: &str = "tel:+12065550142";

fn office() -> (TestDesk, Id) {
    let desk = TestDesk::at("2026-03-02T09:10Z");
    desk.opens("mon-fri 08:00-12:00,13:00-18:00");
    let ana = desk.customer("Ana Sousa", "206 555 0142");
    (desk, ana)
}

fn forbid(desk: &TestDesk, customer: Id, channels: &[Channel]) -> Id {
    desk.restrict_contact(customer, channels, "asked to be left alone").unwrap().value.entry.unwrap()
}

fn channels(desk: &TestDesk, customer: Id) -> Vec<Channel> {
    desk.show_customer(customer).unwrap().restricted.iter().map(|one| one.channel).collect()
}

#[test]
fn who_is_marked_is_not_dialled_by_any_way_of_writing_their_number() {
    let (desk, ana) = office();
    assert!(desk.check_outside(NUMBER, Some(ana)).is_ok(), "before the mark she is");
    desk.acts("Amy");
    forbid(&desk, ana, &[Channel::Call]);
    for url in [NUMBER, "tel:2065550142", "tel:+1-206-555-0142;ext=7", "TEL:(206)555-0142", "tel:%2B12065550142"] {
        assert_eq!(desk.check_outside(url, None).unwrap_err().code, Code::Refused, "{url}");
    }
    assert!(desk.check_outside("tel:911", Some(ana)).is_err(), "nor by another number that is meant for her");
    assert!(desk.check_outside("tel:+12065550199", None).is_ok(), "anybody else is");
    assert!(desk.check_outside("mailto:ana@example.com", Some(ana)).is_ok(), "and she may be written to");
    let error = desk.check_outside(NUMBER, Some(ana)).unwrap_err();
    assert!(!error.message.contains("Ana") && !error.message.contains("alone"), "{}", error.message);
}

#[test]
fn a_number_without_a_country_is_known_again_by_its_digits() {
    let desk = TestDesk::at("2026-03-02T09:10Z");
    let ana = desk.customer("Ana Sousa", "7042");
    forbid(&desk, ana, &[Channel::Call]);
    assert!(desk.check_outside("tel:7042", None).is_err());
    assert!(desk.check_outside("tel:7043", None).is_ok());
}

#[test]
fn where_two_share_a_number_the_strictest_counts() {
    let (desk, ana) = office();
    let rui = desk.customer("Rui Sousa", "206 555 0142");
    forbid(&desk, ana, &[Channel::Call]);
    let error = desk.check_outside(NUMBER, Some(rui)).unwrap_err();
    assert!(error.message.starts_with("Somebody who has this number"), "{}", error.message);
}

#[test]
fn who_wants_no_e_mail_is_not_written_to_wherever_their_address_stands() {
    let desk = TestDesk::at("2026-03-02T09:10Z");
    let given = NewCustomer {
        emails: vec![NewEmail { address: "Ana@Example.com".into(), ..NewEmail::default() }],
        ..everything("Ana")
    };
    let ana = desk.add_customer(given).unwrap().value.id;
    forbid(&desk, ana, &[Channel::Email, Channel::Letter]);
    for url in [
        "mailto:ana@example.com",
        "mailto:ana%40example.com",
        "mailto:?to=x@y.zz,ANA@example.com",
        "mailto:b@c.de?bcc=ana@example.com",
        "mailto:b@c.de?subject=x&%63c=Ana%20%3Cana@example.com%3E",
        "mailto:b@c.de;%20ana@example.com",
    ] {
        assert!(desk.check_outside(url, None).is_err(), "{url}");
    }
    for url in ["mailto:dan@example.com", "mailto:b@c.de?body=about%20ana@example.com", "mailto:r&ana@example.com"] {
        assert!(desk.check_outside(url, None).is_ok(), "{url}");
    }
    assert!(desk.check_outside(NUMBER, Some(ana)).is_ok(), "a call is another way");
}

#[test]
fn an_address_with_signs_of_a_link_in_it_is_known_again() {
    let desk = TestDesk::at("2026-03-02T09:10Z");
    for address in ["r&d@example.com", "a=b@example.com"] {
        let emails = vec![NewEmail { address: address.into(), ..NewEmail::default() }];
        let given = NewCustomer { name: address.into(), emails, ..NewCustomer::default() };
        forbid(&desk, desk.add_customer(given).unwrap().value.id, &[Channel::Email]);
    }
    for url in [
        "mailto:r&d@example.com",
        "mailto:?to=r%26d@example.com",
        "mailto:a=b@example.com",
        "mailto:?cc=a%3Db@example.com",
    ] {
        assert!(desk.check_outside(url, None).is_err(), "{url}");
    }
    assert!(desk.check_outside("mailto:d@example.com,b@example.com", None).is_ok());
}

#[test]
fn who_was_marked_before_the_office_said_where_it_is_is_not_dialled_from_another_card() {
    let desk = TestDesk::at("2026-03-02T09:10Z");
    let change = |region: &str| OfficeChange { region: Some(region.into()), ..OfficeChange::default() };
    desk.change_office(&change("GB")).unwrap();
    let ana = desk.customer("Ana Sousa", "206 555 0142");
    forbid(&desk, ana, &[Channel::Call]);
    desk.change_office(&change("US")).unwrap();
    assert!(desk.show_customer(ana).unwrap().card.phones[0].e164.is_none(), "it was not certain then");
    assert!(desk.check_outside(NUMBER, None).is_err());
    assert!(desk.check_outside("tel:+12065550143", None).is_ok());
}

#[test]
fn the_mark_says_why_since_when_and_by_whom_on_the_page_in_find_and_on_every_promise() {
    let (desk, ana) = office();
    desk.acts("Amy");
    forbid(&desk, ana, &[Channel::Call]);
    let shown = desk.show_customer(ana).unwrap().restricted.remove(0);
    assert_eq!((shown.reason.as_str(), shown.by.as_str()), ("asked to be left alone", "Amy Reyes"));
    assert_eq!(shown.since, moment("2026-03-02T09:10Z"));
    let mats = desk.promise(ana, "Floor mats fitted", "17:00", "Dan");
    assert_eq!(mats.restricted.unwrap(), [shown]);
    desk.settle();
    assert!(desk.find("ana", 5).unwrap().hits[0].do_not_call);
    assert_eq!(desk.timeline(ana, 9, None, &[]).unwrap().entries[1].text, "No calls any more: asked to be left alone");
}

#[test]
fn only_a_manager_lifts_it_and_says_why() {
    let (desk, ana) = office();
    desk.acts("Amy");
    let mark = forbid(&desk, ana, &[Channel::Call, Channel::Message]);
    assert_eq!(desk.allow_contact(ana, &[Channel::Call], "she rang").unwrap_err().code, Code::Refused);
    assert_eq!(desk.take_back(mark, "a slip").unwrap_err().code, Code::Refused, "nor by taking her own mark back");
    assert!(!desk.timeline(ana, 9, None, &[]).unwrap().entries[0].can_take_back, "and it is not offered");
    desk.acts("Ruth");
    assert!(desk.allow_contact(ana, &[Channel::Call], " ").is_err());
    let lifted = desk.allow_contact(ana, &[Channel::Call], "she rang and asked for it").unwrap().value;
    assert_eq!(channels(&desk, ana), [Channel::Message], "the other way stays forbidden");
    assert!(desk.check_outside(NUMBER, Some(ana)).is_ok());
    desk.acts("Ruth").take_back(lifted.entry.unwrap(), "").unwrap();
    assert_eq!(channels(&desk, ana), [Channel::Call, Channel::Message]);
    desk.acts("Amy");
    assert_eq!(desk.redo(lifted.entry.unwrap()).unwrap_err().code, Code::Refused, "that would lift it again");
}

#[test]
fn what_is_forbidden_already_is_not_written_again() {
    let (desk, ana) = office();
    forbid(&desk, ana, &[Channel::Call]);
    let again = desk.restrict_contact(ana, &[Channel::Call], "again").unwrap();
    assert_eq!((again.value.entry, again.change.is_empty()), (None, true));
    assert!(desk.restrict_contact(ana, &[Channel::Email], "").is_err(), "a reason is needed");
    assert_eq!(desk.allow_contact(ana, &[Channel::Letter], "x").unwrap().value.entry, None);
}

#[test]
fn a_mark_made_at_another_desk_meanwhile_is_not_lifted_with_the_one_that_was_seen() {
    let (desk, ana) = office();
    forbid(&desk, ana, &[Channel::Call]);
    let other = TestDesk::empty("2026-03-02T09:20Z");
    other.accept(&desk.events().unwrap()).unwrap();
    other.act_as("Ruth").unwrap();
    let seen_here = other.events().unwrap();
    // The other desk lifts it, and marks it once more; this one lifts only what it has seen.
    other.allow_contact(ana, &[Channel::Call], "a mistake").unwrap();
    forbid(&other, ana, &[Channel::Call]);
    desk.it_is("2026-03-02T10:00Z").allow_contact(ana, &[Channel::Call], "she rang").unwrap();
    assert!(channels(&desk, ana).is_empty());
    let news: Vec<_> = other.events().unwrap().into_iter().filter(|event| !seen_here.contains(event)).collect();
    desk.accept(&news).unwrap();
    assert_eq!(channels(&desk, ana), [Channel::Call], "the strictest wins");
    assert_eq!(desk.caches_that_differ().unwrap(), Vec::<&str>::new());
}

#[test]
fn it_outlasts_an_import_its_undoing_a_rebuild_and_reopening() {
    let (mut desk, ana) = office();
    forbid(&desk, ana, &[Channel::Call]);
    let file = desk.beside("people.csv");
    std::fs::write(&file, "Name,Phone,Title\nAna Sousa,206 555 0142,Dr\n").unwrap();
    let request = ImportRequest { paths: vec![file], ..ImportRequest::default() };
    let import = desk.run_import(&request).unwrap().value.import.unwrap();
    assert_eq!(channels(&desk, ana), [Channel::Call]);
    desk.undo_import(import).unwrap();
    assert_eq!(channels(&desk, ana), [Channel::Call]);
    desk.refold_everything(&mut |_| {}).unwrap();
    desk.reopen();
    assert_eq!(channels(&desk, ana), [Channel::Call]);
    assert!(desk.check_outside(NUMBER, None).is_err());
}

#[test]
fn no_other_try_is_planned_and_what_was_said_can_still_be_logged() {
    let (desk, ana) = office();
    let mats = desk.promise(ana, "Floor mats fitted", "2026-03-03 17:00", "Dan");
    forbid(&desk, ana, &[Channel::Call]);
    let tried = desk.dispose_promise(mats.id, Outcome::NoAnswer, "").unwrap().value;
    assert_eq!((tried.next_try, tried.promise.snoozed_until), (None, None));
    assert_eq!(tried.echo, "They are not to be called, so no other try is planned.");
    let refused = desk.dispose_promise(mats.id, Outcome::Refused, "").unwrap().value;
    assert!(refused.mending.unwrap().text.starts_with("Write and mend it, do not call:"));
    let rang = contact(ContactKind::Call, Some(Direction::In), Some(Outcome::Reached), "She rang us");
    assert!(desk.log_contact(ana, &rang).is_ok(), "she may call us");
}

#[test]
fn a_customer_who_was_taken_back_forbids_nobody_their_number() {
    let (desk, _) = office();
    desk.add_member("Kim Lee", Some(Role::Manager)).unwrap();
    let phones = vec![NewPhone { typed: "206 555 0177".into(), ..NewPhone::default() }];
    let slip =
        desk.add_customer(NewCustomer { name: "Slip".into(), phones, ..NewCustomer::default() }).unwrap().value.id;
    let mark = forbid(&desk, slip, &[Channel::Call]);
    assert!(desk.take_back(slip, "").is_err(), "more has happened with them");
    desk.take_back(mark, "").unwrap();
    assert!(desk.check_outside("tel:+12065550177", None).is_ok());
}
