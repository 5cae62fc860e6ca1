//! The brief: at most four sentences, and every clause from an entry that can be gone to.

use super::{brief, change};
use crate::support::desk::{TestDesk, contact};
use kept_core::{
    brief::{About, Source},
    customer::CustomerChange,
    event::{ContactKind, Direction, Outcome},
};

#[test]
fn nothing_is_said_of_somebody_with_whom_nothing_happened() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let ana = desk.customer("Ana", "");
    assert!(brief(&desk, ana).is_empty());
    assert_eq!(desk.show_customer(ana).unwrap().brief, "");
}

#[test]
fn a_clean_history_has_no_opening_line() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let ana = desk.customer("Ana", "");
    let call = contact(ContactKind::Call, Some(Direction::Out), Some(Outcome::Reached), "All well.");
    desk.acts("Dan").log_contact(ana, &call).unwrap();
    desk.promise(ana, "Send the offer", "2026-03-03 12:00", "Dan");
    desk.it_is("2026-03-02T10:00Z");
    let about: Vec<_> = brief(&desk, ana).iter().map(|sentence| sentence.about).collect();
    assert_eq!(about, [About::Owed, About::Spoken]);
    let said = desk.show_customer(ana).unwrap().brief;
    assert_eq!(
        said,
        "Next: “Send the offer”, tomorrow 12:00, Dan Ortiz. Dan Ortiz last spoke with them: a call, today 09:00."
    );
}

#[test]
fn everything_at_once_is_four_sentences_and_each_clause_leads_to_what_it_tells() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let ana = desk.customer("Ana", "");
    let wants = CustomerChange {
        note: Some("Wife ill".into()),
        interest: Some("small Italian car".into()),
        department: Some("Cars".into()),
        ..CustomerChange::default()
    };
    change(&desk, ana, wants);
    let late: Vec<_> = ["One", "Two", "Three"].map(|text| desk.promise(ana, text, "2026-03-02 10:00", "Dan").id).into();
    let next = desk.promise(ana, "Four", "2026-03-09 10:00", "Sam").id;
    desk.it_is("2026-03-03T09:00Z").acts("Amy");
    let visit = contact(ContactKind::Visit, Some(Direction::In), None, "Asked for it.");
    let visit = desk.log_contact(ana, &visit).unwrap().value.entry;
    desk.it_is("2026-03-03T12:00Z").acts("Dan");
    let tried = desk.log_contact(ana, &contact(ContactKind::Call, Some(Direction::Out), Some(Outcome::NoAnswer), ""));
    let tried = tried.unwrap().value.entry;
    desk.it_is("2026-03-04T12:00Z");
    let sentences = brief(&desk, ana);
    let from: Vec<Vec<_>> =
        sentences.iter().map(|sentence| sentence.clauses.iter().map(|clause| clause.from).collect()).collect();
    assert_eq!(
        from,
        [
            vec![Source::Promise(late[0]), Source::Promise(late[1]), Source::Promise(next)],
            vec![Source::Entry(tried), Source::Entry(visit), Source::Note(ana)],
            vec![Source::Entry(visit), Source::Card(ana)],
            vec![Source::Promise(late[0])],
        ]
    );
    assert_eq!(
        desk.show_customer(ana).unwrap().brief,
        "Late by 2 days: “One”, owed by Dan Ortiz since Monday 2 March 10:00; 2 more are late; next: “Four”, Monday 9 \
         March 10:00, Sam Okoye. The last contact was a call nobody answered, yesterday 12:00; they came to us since it \
         was promised, last yesterday 09:00; note: “Wife ill”. Amy Reyes last spoke with them: a visit, yesterday \
         09:00; they want “small Italian car” (Cars). Start with an apology."
    );
    // A visit of Tuesday morning is four days ago on a Saturday's early morning too.
    desk.it_is("2026-03-07T07:00Z");
    let said = desk.show_customer(ana).unwrap().brief;
    assert!(said.contains("a visit, Tuesday 3 March 09:00, 4 days ago;"), "{said}");
}

#[test]
fn a_voicemail_that_they_left_us_is_no_try_of_ours() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let ana = desk.customer("Ana", "");
    let tried = contact(ContactKind::Call, Some(Direction::Out), Some(Outcome::LeftVoicemail), "");
    desk.log_contact(ana, &tried).unwrap();
    let theirs = contact(ContactKind::Call, Some(Direction::In), Some(Outcome::LeftVoicemail), "Ring me after five.");
    desk.it_is("2026-03-02T10:00Z").log_contact(ana, &theirs).unwrap();
    let said = desk.show_customer(ana).unwrap().brief;
    assert_eq!(said, "No person has spoken with them yet.");
    desk.it_is("2026-03-02T11:00Z").log_contact(ana, &tried).unwrap();
    let said = desk.show_customer(ana).unwrap().brief;
    assert!(said.starts_with("The last contact was a voicemail, today 11:00."), "{said}");
}

#[test]
fn what_was_taken_back_is_not_told_and_what_was_corrected_is_told_as_corrected() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let ana = desk.customer("Ana", "");
    let call = contact(ContactKind::Call, Some(Direction::Out), Some(Outcome::HungUp), "");
    let entry = desk.log_contact(ana, &call).unwrap().value.entry;
    assert!(desk.show_customer(ana).unwrap().brief.contains("They hung up on Ruth Adler"));
    assert!(desk.call_guard(ana).unwrap().is_some());
    desk.take_back(entry, "").unwrap();
    assert_eq!(desk.show_customer(ana).unwrap().brief, "");
    assert_eq!(desk.call_guard(ana).unwrap(), None);
}
