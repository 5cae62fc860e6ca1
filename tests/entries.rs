//! Entries: logging, correcting, taking back, and the timeline that shows it.

use crate::support::desk::{TestDesk, contact};
use kept_core::{
    entry::NewContact,
    error::Code,
    event::{ContactKind, Direction, Outcome},
    promise::NewPromise,
};

#[test]
fn a_call_and_the_promise_that_came_of_it_are_one_write() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "");
    let promise = NewPromise {
        text: "Ring with the quote".into(),
        due: "tomorrow 10am".into(),
        owner: Some("Dan".into()),
        ..NewPromise::default()
    };
    let call = NewContact {
        promise: Some(promise),
        ..contact(ContactKind::Call, Some(Direction::In), None, "Asks for a quote")
    };
    let logged = desk.log_contact(carl, &call).unwrap().value;
    assert!(logged.promise.is_some());
    assert_eq!(desk.kinds(carl), ["promise_made", "contact_logged", "customer_added"]);
    // A promise that cannot be made keeps the call from being logged too: nothing is half done.
    let bad = NewPromise { due: "thu 14".into(), ..NewPromise { text: "x".into(), ..NewPromise::default() } };
    desk.log_contact(carl, &NewContact { promise: Some(bad), ..call.clone() }).unwrap_err();
    assert_eq!(desk.show_customer(carl).unwrap().entries, 3);
}

#[test]
fn what_is_told_later_stands_where_it_happened() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "");
    desk.it_is("2026-03-03T09:00Z").note(carl, "second");
    let at = NewContact { at: Some("yesterday 15:00".into()), ..contact(ContactKind::Visit, None, None, "first") };
    desk.log_contact(carl, &at).unwrap();
    let page = desk.timeline(carl, 10, None, &[]).unwrap();
    let texts: Vec<&str> = page.entries.iter().map(|entry| entry.text.as_str()).collect();
    assert_eq!(texts, ["second", "first", "Added."]);
    assert_eq!(page.entries[1].recorded_at, desk.now());
    let future = NewContact { at: Some("2026-03-04 09:00".into()), ..at };
    assert_eq!(desk.log_contact(carl, &future).unwrap_err().code, Code::Invalid);
}

#[test]
fn a_correction_shows_what_stood_there_before() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "");
    let note = desk.note(carl, "Drives a Siena");
    desk.correct_entry(note, "Drives a Sienna").unwrap();
    let entry = desk.show_entry(note).unwrap();
    assert_eq!(entry.text, "Drives a Sienna");
    assert_eq!(entry.before_correction, ["Drives a Siena"]);
    assert_eq!(desk.kinds(carl), ["note_added", "customer_added"], "a correction is a mark, not an entry of its own");
}

#[test]
fn one_s_own_entry_can_be_taken_back_until_the_end_of_the_next_working_day() {
    let desk = TestDesk::at("2026-03-06T09:00Z");
    desk.opens("mon-fri 08:00-18:00");
    let carl = desk.customer("Carl", "");
    let by_amy = desk.acts("Amy").note(carl, "Friday's note");
    desk.acts("Dan");
    assert_eq!(desk.take_back(by_amy, "").unwrap_err().code, Code::Refused, "somebody else's");
    desk.acts("Amy").it_is("2026-03-10T00:00Z");
    assert_eq!(desk.take_back(by_amy, "").unwrap_err().code, Code::Refused, "Monday is over");
    desk.it_is("2026-03-09T23:59Z").take_back(by_amy, "").unwrap();
    assert!(desk.show_entry(by_amy).unwrap().retracted);
    assert_eq!(desk.take_back(by_amy, "").unwrap_err().code, Code::Refused, "once is enough");
}

#[test]
fn a_manager_takes_back_anything_but_says_why() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "");
    let note = desk.acts("Amy").note(carl, "unkind words");
    desk.acts("Ruth").it_is("2026-06-01T09:00Z");
    assert_eq!(desk.take_back(note, "").unwrap_err().code, Code::Invalid);
    desk.take_back(note, "unkind").unwrap();
    desk.redo(note).unwrap();
    assert!(!desk.show_entry(note).unwrap().retracted, "a retraction can itself be taken back");
}

#[test]
fn an_attempt_taken_back_is_no_attempt() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "");
    let id = desk.promise(carl, "Call", "17:00", "Dan").id;
    desk.attempt_promise(id, Outcome::Busy, "", None).unwrap();
    let attempt = desk.timeline(carl, 1, None, &[]).unwrap().entries[0].id;
    desk.take_back(attempt, "").unwrap();
    assert_eq!(desk.show_promise(id).unwrap().attempts, 0);
}

#[test]
fn pages_meet_without_gap_or_overlap_missed_due_times_included() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "");
    for n in 0..7 {
        desk.it_is(&format!("2026-03-0{}T09:00Z", n + 2));
        desk.note(carl, &format!("note {n}"));
        desk.promise(carl, &format!("promise {n}"), "15:00", "Dan");
    }
    desk.it_is("2026-03-20T09:00Z");
    let whole = desk.timeline(carl, 100, None, &[]).unwrap();
    assert_eq!(whole.entries.iter().filter(|entry| entry.kind == "promise_missed").count(), 7);
    assert_eq!(whole.next, None);
    for size in 1..6 {
        let (mut paged, mut before) = (Vec::new(), None);
        loop {
            let page = desk.timeline(carl, size, before, &[]).unwrap();
            paged.extend(page.entries);
            before = page.next;
            if before.is_none() {
                break;
            }
        }
        assert_eq!(paged, whole.entries, "pages of {size}");
    }
}

#[test]
fn a_missed_due_time_stands_in_the_timeline_when_it_passed() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "");
    let id = desk.promise(carl, "Mats", "17:00", "Dan").id;
    desk.it_is("2026-03-03T09:00Z").move_promise(id, "fri 9:00", true, None).unwrap();
    let missed = desk.timeline(carl, 10, None, &["promise_missed".into()]).unwrap().entries;
    assert_eq!(missed.len(), 1);
    assert_eq!((missed[0].text.as_str(), missed[0].by.as_str()), ("Mats", "Dan Ortiz"));
    assert_eq!(missed[0].occurred_at.to_string(), "2026-03-02T17:00:00.000Z");
}

#[test]
fn an_entry_that_says_nothing_or_names_what_is_not_there_is_refused() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let (carl, anna) = (desk.customer("Carl", ""), desk.customer("Anna", ""));
    let of_carl = desk.promise(carl, "Mats", "17:00", "Dan").id;
    let empty = contact(ContactKind::Call, None, None, " ");
    assert_eq!(desk.log_contact(carl, &empty).unwrap_err().code, Code::Invalid);
    let note = contact(ContactKind::Note, None, Some(Outcome::Reached), "x");
    assert_eq!(desk.log_contact(carl, &note).unwrap_err().code, Code::Invalid);
    let foreign = NewContact { of_promise: Some(of_carl), ..contact(ContactKind::Call, None, None, "x") };
    assert_eq!(desk.log_contact(anna, &foreign).unwrap_err().code, Code::NotFound);
    assert_eq!(
        desk.log_contact(of_carl, &contact(ContactKind::Call, None, None, "x")).unwrap_err().code,
        Code::NotFound
    );
}
