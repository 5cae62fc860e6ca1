//! Who will be let down in the next four hours of work, worst first.

use crate::support::desk::TestDesk;
use kept_core::queue::Risks;

fn office() -> TestDesk {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    desk.opens("mon-fri 08:00-12:00,13:00-18:00");
    desk
}

fn texts(risks: &Risks) -> Vec<&str> {
    risks.risks.iter().map(|risk| risk.promise.text.as_str()).collect()
}

#[test]
fn what_breaks_within_four_hours_of_work_is_listed_and_nothing_else() {
    let desk = office();
    let ana = desk.customer("Ana", "");
    desk.promise(ana, "late", "2026-03-02 09:30", "Dan");
    desk.promise(ana, "soon", "2026-03-02 11:00", "Dan");
    desk.promise(ana, "last", "2026-03-02 15:00", "Dan");
    desk.promise(ana, "too far", "2026-03-02 15:01", "Dan");
    desk.it_is("2026-03-02T10:00Z");
    let risks = desk.risk(None).unwrap();
    assert_eq!(texts(&risks), ["soon", "last"], "ten to twelve and one to three");
    assert_eq!(risks.until.to_string(), "2026-03-02T15:00:00.000Z");
    assert_eq!((risks.risks[0].minutes, risks.risks[1].minutes, risks.total), (60, 240, 2));
}

#[test]
fn on_friday_evening_monday_morning_is_near() {
    let desk = office();
    let ana = desk.customer("Ana", "");
    desk.promise(ana, "monday", "2026-03-09 10:00", "Dan");
    desk.promise(ana, "saturday", "2026-03-07 10:00", "Dan");
    desk.it_is("2026-03-06T17:00Z");
    let risks = desk.risk(None).unwrap();
    let minutes: Vec<_> = risks.risks.iter().map(|risk| (risk.promise.text.as_str(), risk.minutes)).collect();
    assert_eq!(minutes, [("saturday", 60), ("monday", 180)]);
}

#[test]
fn who_was_let_down_before_comes_before_who_was_not() {
    let desk = office();
    let (ana, bob) = (desk.customer("Ana", ""), desk.customer("Bob", ""));
    desk.promise(ana, "missed", "2026-03-02 09:10", "Dan");
    desk.it_is("2026-03-02T10:00Z");
    desk.promise(bob, "first", "2026-03-02 11:00", "Dan");
    let second = desk.promise(ana, "second", "2026-03-02 11:30", "Dan").id;
    desk.move_promise(second, "2026-03-02 11:20", true, None).unwrap();
    let risks = desk.risk(None).unwrap();
    assert_eq!(texts(&risks), ["second", "first"]);
    assert_eq!(risks.risks[0].why, ["1 missed due time in 90 days", "moved once", "nobody has tried yet"]);
    assert_eq!((risks.risks[0].weight, risks.risks[1].weight), (4, 2));
}

#[test]
fn a_member_sees_their_own_and_those_for_whom_they_stand_in() {
    let desk = office();
    let ana = desk.customer("Ana", "");
    desk.promise(ana, "dan's", "2026-03-03 10:00", "Dan");
    desk.promise(ana, "amy's", "2026-03-03 11:00", "Amy");
    desk.set_away("Dan", "2026-03-03", "2026-03-04", Some("Amy")).unwrap();
    desk.it_is("2026-03-03T09:00Z");
    let amy = desk.risk(Some("Amy")).unwrap();
    assert_eq!(texts(&amy), ["dan's", "amy's"]);
    assert!(amy.risks[0].why.contains(&"Dan Ortiz is away, Amy Reyes answers".to_owned()), "{:?}", amy.risks[0].why);
    assert_eq!(texts(&desk.risk(Some("Sam")).unwrap()), Vec::<&str>::new());
    assert!(desk.risk(Some("Zoe")).is_err());
}
