//! The report: how promises were kept.

use crate::support::desk::{TestDesk, moment};
use kept_core::report::{ReportBy, ReportFilter, ReportRow};

fn office() -> TestDesk {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "");
    let ids: Vec<_> = (0..6)
        .map(|n| desk.promise(carl, &format!("p{n}"), "fri 6 mar 17:00", if n < 5 { "Dan" } else { "Sam" }).id)
        .collect();
    desk.promise(carl, "next month", "3 apr 9:00", "Dan");
    desk.keep_promise(ids[0], "", None).unwrap();
    desk.withdraw_promise(ids[1], "changed his mind", None).unwrap();
    desk.break_promise(ids[2], "no parts", None).unwrap();
    desk.take_back(ids[4], "").unwrap();
    desk.it_is("2026-03-06T18:00Z").keep_promise(ids[3], "", None).unwrap();
    desk
}

fn rows(desk: &TestDesk, from: Option<&str>, by: ReportBy) -> Vec<ReportRow> {
    desk.report_kept(&ReportFilter { from: from.map(moment), to: None, by }).unwrap().rows
}

#[test]
fn each_promise_counts_once_where_its_agreed_time_lies() {
    let desk = office();
    let by_owner = rows(&desk, None, ReportBy::Owner);
    let dan = &by_owner[0];
    assert_eq!(dan.key, "Dan Ortiz");
    assert_eq!(
        (dan.made, dan.kept_on_time, dan.kept_late, dan.broken, dan.withdrawn, dan.open, dan.late_open, dan.taken_back),
        (6, 1, 1, 1, 1, 1, 0, 1)
    );
    assert_eq!(dan.kept_rate, Some(1.0 / 3.0));
    assert_eq!(dan.median_delay_ms, Some(3_600_000));
    let sam = &by_owner[1];
    assert_eq!((sam.late_open, sam.kept_rate, sam.median_delay_ms), (1, Some(0.0), None));
    let months: Vec<_> = rows(&desk, None, ReportBy::Month).into_iter().map(|row| (row.key, row.made)).collect();
    assert_eq!(months, [("2026-03".to_owned(), 6), ("2026-04".to_owned(), 1)]);
    assert_eq!(rows(&desk, None, ReportBy::Week)[0].key, "2026-W10");
}

#[test]
fn a_range_counts_the_same_promise_by_promise() {
    let desk = office();
    for by in [ReportBy::Owner, ReportBy::Month, ReportBy::Week] {
        assert_eq!(rows(&desk, None, by), rows(&desk, Some("2000-01-01T00:00Z"), by), "{by:?}");
    }
    let april = rows(&desk, Some("2026-04-01T00:00Z"), ReportBy::Owner);
    assert_eq!(april.iter().map(|row| row.made).sum::<u64>(), 1);
    let up_to = ReportFilter { from: None, to: Some(moment("2026-03-06T17:00Z")), by: ReportBy::Owner };
    assert!(desk.report_kept(&up_to).unwrap().rows.is_empty(), "the end is exclusive");
}
