//! Random lives at a real desk: its quick look, which asks only what is to be asked, tells what a look at everything tells.

use crate::support::desk::TestDesk;
use kept_core::{id::Id, reminder::NoticeKind, time::Timestamp};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// What a look finds, whoever it is told to: promise and kind, a first announcement being one whether or not in a digest.
fn found(notices: &[kept_core::reminder::Notice]) -> BTreeSet<(Id, &'static str)> {
    let kind = |kind| match kind {
        NoticeKind::Due | NoticeKind::Digest => "first",
        NoticeKind::Late => "again",
        NoticeKind::Escalated => "others",
        NoticeKind::Away => "away",
        NoticeKind::Offered | NoticeKind::Returned | NoticeKind::PassedOn => "handed over",
        NoticeKind::NextTry => "to try",
    };
    notices.iter().flat_map(|notice| notice.promises.iter().map(move |id| (*id, kind(notice.kind)))).collect()
}

fn at(ms: i64) -> Timestamp {
    Timestamp::from_millis(ms)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_quick_look_finds_what_a_look_at_everything_finds(
        story in prop::collection::vec((0..12_u8, any::<u16>(), 0..8_u8), 1..14),
    ) {
        let mut desk = TestDesk::at("2026-03-02T09:00Z");
        desk.opens("mon-fri 08:00-12:00,13:00-18:00");
        desk.set_backup("Dan", Some("Sam")).unwrap();
        let ana = desk.customer("Ana", "");
        let mut ids = vec![desk.promise(ana, "first", "in 10 min", "Dan").id];
        for (what, amount, n) in story {
            let id = ids[usize::from(n) % ids.len()];
            let minutes = i64::from(amount % 180) + 1;
            let now = desk.now().millis();
            match what {
                0..=3 => desk.clock.set(at(now + minutes * 60_000)),
                4 => desk.clock.set(at(now + i64::from(amount) * 60_000)),
                5 => desk.clock.set(at(now - i64::from(amount) * 60_000)),
                6 => ids.push(desk.promise(ana, "another", &format!("in {minutes} min"), "Dan").id),
                7 => drop(desk.snooze_promise(id, &format!("in {minutes} min"))),
                8 => drop(desk.see_reminders(&[id]).unwrap()),
                9 => drop(desk.move_promise(id, &format!("in {minutes} min"), true, None)),
                10 => drop(desk.hand_over_promise(id, "Amy", None)),
                _ => desk.reopen(),
            }
            let now = desk.now();
            let everything = desk.due(now, false).unwrap();
            let quick = desk.ring(now).unwrap();
            prop_assert_eq!(found(&everything.notices), found(&quick.notices), "at {}", now);
            // Half the times the power goes between showing and recording.
            for notice in &quick.notices {
                desk.record_attempt(notice, now).unwrap();
                if amount % 2 == 0 {
                    desk.record_shown(notice, now).unwrap();
                }
            }
            if amount % 2 == 0 {
                let next = desk.ring(now).unwrap();
                prop_assert!(next.notices.is_empty(), "told is told");
                prop_assert_eq!(next.next_at.filter(|next| *next <= now), None, "asks again at once for ever");
            }
        }
        prop_assert!(desk.caches_that_differ().unwrap().is_empty());
    }
}

#[test]
fn after_three_days_off_the_first_screen_lists_everything_in_order() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let ana = desk.customer("Ana", "");
    let mut due = Vec::new();
    for n in 0..120_i64 {
        let minutes = 1 + n * 37 % 4300;
        let row = desk.promise(ana, &format!("p{n}"), &format!("in {minutes} min"), "Dan");
        due.push((row.due_at, row.id));
    }
    due.sort();
    desk.it_is("2026-03-05T09:00Z");
    let ring = desk.ring(desk.now()).unwrap();
    assert_eq!(ring.notices.len(), 1);
    assert_eq!(ring.notices[0].promises, due.iter().map(|(_, id)| *id).collect::<Vec<_>>());
    assert_eq!(ring.notices[0].title, "120 promises are due");
}
