//! Story 1, the mini-van: five things still to do when it is sold. What went wrong then cannot go wrong unnoticed here.

use crate::support::desk::{TestDesk, contact};
use kept_core::{
    entry::NewContact,
    event::{ContactKind, Direction, Outcome},
    queue::QueueFilter,
    report::ReportFilter,
};

#[test]
fn five_promises_are_five_rows_each_with_its_owner_and_hour_and_none_is_forgotten() {
    // Friday 13 November: the van is sold, with five things still to do before the customer leaves in a week.
    let desk = TestDesk::in_zone("America/Los_Angeles", "2026-11-14T00:00Z");
    desk.opens("mon-sat 09:00-18:00");
    let carl = desk.customer("Carl Lindgren", "(206) 555-0142");
    desk.acts("Dan").note(carl, "Bought 2021 Sienna. His wife is ill: the van must be clean.");
    let items = [
        ("Detailing", "thu 19 nov 12:00", "Sam"),
        ("Rear bumper repaired", "fri 20 nov 17:00", "Dan"),
        ("Leather and heated seats", "fri 20 nov 17:00", "Sam"),
        ("Floor mats fitted", "fri 20 nov 17:00", "Dan"),
        ("Plates handed over", "wed 18 nov 17:00", "Ruth"),
    ];
    let promises: Vec<_> = items.iter().map(|(text, due, owner)| desk.promise(carl, text, due, owner).id).collect();
    assert_eq!(desk.show_customer(carl).unwrap().open_promises.len(), 5);

    // Wednesday: he drops by; the tag has expired. The plates are late from the second their hour has passed.
    desk.it_is("2026-11-18T23:20Z").acts("Amy");
    desk.log_contact(
        carl,
        &contact(ContactKind::Visit, Some(Direction::In), None, "Dropped by: temporary tag expired."),
    )
    .unwrap();
    desk.it_is("2026-11-19T01:00:01Z");
    assert_eq!(desk.queue(&QueueFilter { owner: Some("Ruth".into()), until: None, limit: 10 }).unwrap().late, 1);
    let ring = desk.due(desk.now(), true).unwrap();
    assert_eq!(ring.notices.len(), 1);
    assert!(ring.notices[0].title.contains("Carl Lindgren"), "{}", ring.notices[0].title);

    // Friday evening: one voicemail. It is an attempt; nothing is kept by it.
    desk.it_is("2026-11-21T02:42Z").acts("Dan");
    let tried =
        desk.attempt_promise(promises[3], Outcome::LeftVoicemail, "About mats and bumper.", None).unwrap().value;
    assert!(tried.late && tried.attempts == 1);

    // Saturday, half way to Seattle: all five are still there, and before anybody says hello the page says what to say.
    desk.it_is("2026-11-21T19:00Z").acts("Ruth");
    let page = desk.show_customer(carl).unwrap();
    assert_eq!(page.open_promises.len(), 5);
    assert!(page.open_promises.iter().all(|promise| promise.late));
    assert!(page.brief.starts_with("Late by 2 days: “Plates handed over”"), "{}", page.brief);
    assert!(page.brief.contains("voicemail") && page.brief.contains("2 days"), "{}", page.brief);
    assert!(page.brief.ends_with("Start with an apology."), "{}", page.brief);
    assert!(page.brief.matches(". ").count() < 4, "at most four sentences: {}", page.brief);
    let missed = desk.timeline(carl, 50, None, &["promise_missed".into()]).unwrap().entries;
    assert_eq!(missed.len(), 5, "every missed due time stands in the timeline");

    // The call: an apology, and new times that he agrees to. What was missed stays missed.
    let call = NewContact {
        text: "Apologised. He wants what was promised, nothing else.".into(),
        ..contact(ContactKind::Call, Some(Direction::Out), Some(Outcome::Reached), "")
    };
    desk.log_contact(carl, &call).unwrap();
    for promise in &promises {
        desk.move_promise(*promise, "tue 24 nov 12:00", true, None).unwrap();
    }
    desk.it_is("2026-11-24T19:00Z");
    for promise in &promises {
        desk.keep_promise(*promise, "Carl signed for it", None).unwrap();
    }
    let rows = desk.report_kept(&ReportFilter::default()).unwrap().rows;
    let (made, late, on_time) =
        rows.iter().fold((0, 0, 0), |sum, row| (sum.0 + row.made, sum.1 + row.kept_late, sum.2 + row.kept_on_time));
    assert_eq!((made, late, on_time), (5, 5, 0), "kept late at best, and the report says so");
    assert!(desk.check().unwrap().ok);
}
