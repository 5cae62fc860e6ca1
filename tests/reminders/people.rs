//! Who is told: backups, holidays, a PC that everybody shares, and rows that cannot be read.

use crate::support::desk::{TestDesk, moment};
use kept_core::reminder::{Notice, NoticeKind};
use kept_core::{promise::PromiseRow, queue::QueueFilter};
use rusqlite::Connection;

fn office() -> TestDesk {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    desk.opens("mon-fri 08:00-12:00,13:00-18:00");
    desk
}

fn ring(desk: &TestDesk, at: &str) -> Vec<Notice> {
    desk.it_is(at);
    desk.tells()
}

#[test]
fn what_falls_due_on_a_holiday_is_the_backup_s() {
    let desk = office();
    desk.set_away("Dan", "2026-03-04", "2026-03-07", Some("Amy")).unwrap();
    let ana = desk.customer("Ana", "");
    desk.promise(ana, "Quote", "2026-03-05 10:00", "Dan");
    assert!(ring(&desk, "2026-03-03T17:59Z").is_empty());
    let before = &ring(&desk, "2026-03-03T18:00Z")[0];
    assert_eq!(before.kind, NoticeKind::Away);
    assert!(before.to.contains("Dan Ortiz") && before.to.contains("Amy Reyes"), "both are told: {}", before.to);
    assert!(ring(&desk, "2026-03-03T18:01Z").is_empty(), "once");
    assert_eq!(before.body, "For Dan Ortiz: Ana, due Thu 5 Mar, 10:00");
    desk.it_is("2026-03-05T10:00Z");
    let due = desk.due(desk.now(), true).unwrap().notices;
    assert_eq!((due[0].to.as_str(), due[0].kind), ("Amy Reyes", NoticeKind::Due));
    assert!(due[0].title.starts_with("Ana"), "it is hers now: {}", due[0].title);
    let later = desk.due(moment("2026-03-05T10:30Z"), false).unwrap().notices;
    let to: Vec<_> = later.iter().map(|notice| notice.to.as_str()).collect();
    assert_eq!(to, ["Amy Reyes", "Ruth Adler"], "Dan is on holiday and nothing waits for him");
    let title = &later[1].title;
    assert!(title.starts_with("Amy Reyes, who stands in for Dan Ortiz, has not answered: Ana, 10:00"), "{title}");
}

#[test]
fn each_of_the_two_reads_what_an_absence_means_for_them() {
    let desk = office();
    let ana = desk.customer("Ana", "");
    desk.set_away("Dan", "2026-03-04", "2026-03-07", Some("Amy")).unwrap();
    desk.promise(ana, "Quote", "2026-03-05 10:00", "Dan");
    let told = desk.due(moment("2026-03-03T18:00Z"), false).unwrap().notices;
    let titles: Vec<_> = told.iter().map(|notice| (notice.to.as_str(), notice.title.as_str())).collect();
    let dan = ("Dan Ortiz", "1 promise falls due while you are away: Amy Reyes answers");
    let amy = ("Amy Reyes", "1 promise of Dan Ortiz falls due while they are away: you answer");
    assert_eq!(titles, [dan, amy]);
}

#[test]
fn an_absence_that_is_told_late_is_told_at_once_and_can_be_ended() {
    let desk = office();
    let ana = desk.customer("Ana", "");
    desk.promise(ana, "Quote", "2026-03-03 10:00", "Dan");
    desk.set_away("Dan", "2026-03-02", "2026-03-04", Some("Amy")).unwrap();
    assert_eq!(ring(&desk, "2026-03-02T09:01Z")[0].kind, NoticeKind::Away);
    desk.set_back("Dan").unwrap();
    desk.it_is("2026-03-03T10:00Z");
    assert_eq!(desk.due(desk.now(), true).unwrap().notices[0].to, "Dan Ortiz");
    assert!(desk.set_back("Dan").is_err() && desk.set_away("Dan", "2026-03-09", "2026-03-09", Some("Amy")).is_err());
    assert!(desk.set_away("Dan", "2026-03-09", "2026-03-10", None).is_err(), "somebody must stand in");
    desk.set_backup("Dan", Some("Sam")).unwrap();
    let row = desk.set_away("Dan", "2026-03-09", "2026-03-10", None).unwrap().value;
    assert_eq!(row.absences[0].backup, "Sam Okoye");
    desk.acts("Amy");
    assert!(desk.set_away("Dan", "2026-03-09", "2026-03-10", Some("Sam")).is_err(), "a manager's, or his own");
    desk.acts("Dan").set_away("Dan", "2026-03-09", "2026-03-11", Some("Sam")).unwrap();
}

#[test]
fn two_who_stand_in_for_each_other_on_holiday_leave_it_to_a_manager() {
    let desk = office();
    desk.set_away("Dan", "2026-03-04", "2026-03-07", Some("Amy")).unwrap();
    desk.set_away("Amy", "2026-03-04", "2026-03-07", Some("Dan")).unwrap();
    let ana = desk.customer("Ana", "");
    desk.promise(ana, "Quote", "2026-03-05 10:00", "Dan");
    desk.it_is("2026-03-05T10:00Z");
    assert_eq!(desk.due(desk.now(), true).unwrap().notices[0].to, "Ruth Adler");
}

#[test]
fn on_a_shared_pc_one_notice_tells_the_exact_count_and_names_three() {
    let desk = office();
    for (n, owner) in ["Dan", "Sam", "Amy", "Ruth", "Dan"].iter().enumerate() {
        let customer = desk.customer(&format!("Customer {n}"), "");
        desk.promise(customer, "Quote", "15:00", owner);
    }
    let notices = ring(&desk, "2026-03-02T15:00Z");
    assert_eq!(notices.len(), 1);
    assert_eq!((notices[0].title.as_str(), notices[0].promises.len()), ("5 promises are due", 5));
    assert!(notices[0].body.starts_with("For Dan Ortiz: Customer 0") && notices[0].body.ends_with("and 2 more"));
    let again = ring(&desk, "2026-03-02T15:05Z");
    assert_eq!((again.len(), again[0].kind, again[0].promises.len()), (1, NoticeKind::Late, 5));
}

#[test]
fn a_notice_is_heard_once_a_minute_and_taken_away_when_it_was_dealt_with() {
    let desk = office();
    let ana = desk.customer("Ana", "");
    let (a, b) = (desk.promise(ana, "a", "15:00", "Dan").id, desk.promise(ana, "b", "15:00", "Dan").id);
    desk.promise(ana, "c", "15:00:30", "Dan");
    desk.it_is("2026-03-02T15:00Z");
    let first = desk.ring(desk.now()).unwrap();
    assert!(first.may_sound);
    let notice = &first.notices[0];
    desk.record_attempt(notice, desk.now()).unwrap();
    desk.record_shown(notice, desk.now()).unwrap();
    desk.keep_promise(a, "", None).unwrap();
    assert!(!desk.is_handled(notice).unwrap(), "one of two waits");
    desk.snooze_promise(b, "in 1 h").unwrap();
    assert!(desk.is_handled(notice).unwrap());
    let second = desk.ring(moment("2026-03-02T15:00:30Z")).unwrap();
    assert!(second.notices.len() == 1 && !second.may_sound, "shown without a sound");
    assert!(desk.ring(moment("2026-03-02T15:01:00Z")).unwrap().may_sound);
}

#[test]
fn what_is_told_at_an_opening_stands_until_it_is_dealt_with_whoever_has_seen_it() {
    let desk = office();
    let ana = desk.customer("Ana", "");
    let late = desk.promise(ana, "a", "15:00", "Dan").id;
    ring(&desk, "2026-03-02T15:00Z");
    desk.see_reminders(&[late]).unwrap();
    let notice = ring(&desk, "2026-03-03T08:00Z").remove(0);
    assert!(!desk.is_handled(&notice).unwrap(), "it is late, and was seen before");
    desk.keep_promise(late, "", None).unwrap();
    assert!(desk.is_handled(&notice).unwrap());
}

#[test]
fn what_stands_on_the_screen_is_said_again_in_the_words_of_now_while_it_waits() {
    let desk = office();
    let ana = desk.customer("Ana", "");
    let (a, b) = (desk.promise(ana, "a", "15:00", "Dan").id, desk.promise(ana, "b", "15:00", "Dan").id);
    let standing = ring(&desk, "2026-03-02T15:00Z").remove(0).standing();
    let written = serde_json::to_string(&standing).unwrap();
    assert!(!written.contains("Ana") && !written.contains("Dan"), "no names: {written}");
    let standing = serde_json::from_str(&written).unwrap();
    desk.it_is("2026-03-02T15:20Z");
    desk.keep_promise(a, "", None).unwrap();
    let again = desk.restate(&standing).unwrap().unwrap();
    assert_eq!((again.kind, again.promises.as_slice()), (NoticeKind::Due, [b].as_slice()), "what is done is left out");
    assert!(again.title.starts_with("For Dan Ortiz: Ana, 15:00") && again.body.contains("20 minutes ago"), "{again:?}");
    desk.see_reminders(&[b]).unwrap();
    assert_eq!(desk.restate(&standing).unwrap(), None);
}

#[test]
fn names_and_words_can_be_kept_out_of_notifications() {
    let desk = office();
    desk.set_preference("hide_names", &serde_json::json!(true)).unwrap();
    let ana = desk.customer("Ana Sousa", "+1 206 555 0142");
    desk.promise(ana, "Ring about the divorce", "15:00", "Dan");
    let notice = &ring(&desk, "2026-03-02T15:11Z")[0];
    let said = format!("{}\n{}", notice.title, notice.body);
    assert!(!said.contains("Ana") && !said.contains("divorce") && !said.contains("0142"), "{said}");
    assert!(notice.title.contains("15:00"), "{said}");
}

#[test]
fn a_row_that_cannot_be_read_is_reported_and_stops_no_other() {
    let desk = office();
    let ana = desk.customer("Ana", "");
    let ids: Vec<_> = (0..5).map(|n| desk.promise(ana, &format!("p{n}"), "15:00", "Dan").id).collect();
    let db = Connection::open(desk.home().join("kept.db")).unwrap();
    db.execute("UPDATE reminder SET owner = x'00' WHERE promise = ?1", [ids[1].bytes()]).unwrap();
    db.execute("UPDATE promise SET state = '{' WHERE id = ?1", [ids[0].bytes()]).unwrap();
    desk.it_is("2026-03-02T15:00Z");
    let ring = desk.ring(desk.now()).unwrap();
    assert_eq!(ring.notices[0].promises.len(), 4, "all but the one nothing is known of");
    assert!(ring.notices[0].title.starts_with('4'));
    assert_eq!(ring.unread.len(), 2, "{:?}", ring.unread);
}

#[test]
fn what_falls_due_in_an_absence_is_in_the_backup_s_list_from_the_start_of_that_day() {
    let desk = office();
    let ana = desk.customer("Ana", "");
    desk.promise(ana, "Mats", "2026-03-03 10:00", "Dan");
    desk.promise(ana, "Quote", "2026-03-05 10:00", "Dan");
    desk.promise(ana, "Paint", "2026-03-06 10:00", "Dan");
    desk.promise(ana, "Tyres", "2026-03-05 11:00", "Amy");
    desk.set_away("Dan", "2026-03-04", "2026-03-07", Some("Amy")).unwrap();
    let listed = |at: &str, owner: &str| {
        desk.it_is(at);
        let filter = QueueFilter { owner: Some(owner.to_owned()), until: None, limit: 50 };
        let queue = desk.queue(&filter).unwrap();
        let today = desk.today(Some(owner)).unwrap();
        assert_eq!((today.late, today.total), (queue.late, queue.total));
        assert_eq!(queue.total, queue.promises.len() as u64);
        let texts = queue.promises.iter().map(|row| row.text.clone()).collect::<Vec<_>>().join(" ");
        let of_today: Vec<_> =
            today.groups.iter().flat_map(|group| &group.promises).map(|row| row.text.clone()).collect();
        assert_eq!(texts, of_today.join(" "), "one list at {at}");
        texts
    };
    assert_eq!(listed("2026-03-03T23:59Z", "Amy"), "Tyres", "Dan is here until midnight");
    assert_eq!(listed("2026-03-04T00:00Z", "Amy"), "Mats Tyres", "what is late is hers too");
    assert_eq!(listed("2026-03-05T00:00Z", "Amy"), "Mats Quote Tyres");
    assert_eq!(listed("2026-03-05T00:00Z", "Dan"), "Mats Quote Paint", "they stay Dan's");
    assert_eq!(listed("2026-03-06T10:30Z", "Amy"), "Mats Quote Tyres Paint");
    let answers = |row: &PromiseRow| row.answers.clone();
    let row = &desk.queue(&QueueFilter { owner: Some("Dan".into()), until: None, limit: 1 }).unwrap().promises[0];
    assert_eq!(answers(row).as_deref(), Some("Amy Reyes"));
    assert_eq!(listed("2026-03-07T00:00Z", "Amy"), "Tyres", "he is back");
    let row = &desk.queue(&QueueFilter { owner: Some("Dan".into()), until: None, limit: 1 }).unwrap().promises[0];
    assert_eq!(answers(row), None);
}

#[test]
fn where_an_absence_begins_and_ends_is_echoed_as_it_will_be_read() {
    let desk = office();
    let edge = |text: &str| desk.read_edge(text).unwrap();
    assert_eq!(
        (edge("thursday").at, edge("2026-03-07").at),
        (moment("2026-03-05T00:00Z"), moment("2026-03-07T00:00Z"))
    );
    assert!(edge("thursday").problems.is_empty(), "that it is closed at midnight is no matter here");
    assert!(desk.read_when("thursday", false).is_err(), "a promise needs a time");
    let away = desk.set_away("Dan", "thursday", "2026-03-07", Some("Amy")).unwrap().value.absences;
    assert_eq!((away[0].from, away[0].to), (edge("thursday").at, edge("2026-03-07").at));
}
