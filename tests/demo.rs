//! The small office for trying out.

use crate::support::desk::TestDesk;
use kept_core::{error::Code, event::Role, fold::State};

#[test]
fn the_five_stories_are_told_around_now() {
    // A Tuesday, a Friday evening, a Sunday night, the hour that the clocks skip.
    for now in ["2026-03-03T17:00Z", "2026-03-07T02:00Z", "2026-03-09T06:30Z", "2026-03-08T10:30Z"] {
        let desk = TestDesk::empty(now);
        let made = desk.demo().unwrap().value;
        assert_eq!((made.customers, made.promises), (5, 17), "at {now}");
        assert_eq!(desk.found("").len(), 5);
        let today = desk.today(None).unwrap();
        assert!(today.late >= 2, "something is late at {now}");
        assert!(today.hour >= 2, "something is due within the hour at {now}: {today:?}");
        let mine = desk.today(Some(&desk.member().unwrap().name)).unwrap();
        assert_eq!(mine.hour, 1, "whoever tries it has something to do at {now}");
        assert!(desk.check().unwrap().ok);
        for customer in ["lindgren", "nair", "blake", "keller", "field"] {
            let id = desk.find(customer, 2).unwrap().hits[0].id;
            let shown = desk.show_customer(id).unwrap();
            assert!(!shown.open_promises.is_empty() && !shown.brief.is_empty(), "{customer}");
            for entry in desk.timeline(id, 100, None, &[]).unwrap().entries {
                assert!(entry.occurred_at <= desk.now(), "{customer} at {now}: nothing has happened yet to come");
            }
        }
    }
}

#[test]
fn of_the_mini_van_one_of_five_is_kept_and_one_is_late() {
    let desk = TestDesk::empty("2026-03-03T17:00Z");
    desk.demo().unwrap();
    let van = desk.find("lindgren", 1).unwrap().hits[0].id;
    let open = desk.show_customer(van).unwrap().open_promises;
    assert_eq!(open.iter().map(|promise| promise.late).collect::<Vec<_>>(), [true, false, false, false]);
    assert!(open.iter().all(|promise| promise.state == State::Open));
    assert!(desk.kinds(van).contains(&"promise_kept".to_owned()));
}

#[test]
fn it_goes_into_an_empty_office_only_and_a_manager_begins_it() {
    let desk = TestDesk::at("2026-03-03T17:00Z");
    desk.acts("amy");
    assert_eq!(desk.demo().unwrap_err().code, Code::Refused);
    desk.acts("ruth");
    desk.demo().unwrap();
    assert_eq!(desk.members().len(), 4, "whoever is there already is not added again");
    assert_eq!(desk.demo().unwrap_err().code, Code::Refused);
    assert_eq!(desk.found("").len(), 5, "and nothing was written twice");
    let sales = desk.members().into_iter().filter(|member| member.role == Role::Sales).count();
    assert_eq!(sales, 2);
}
