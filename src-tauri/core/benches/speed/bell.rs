//! The bell: how long it takes to ask what is due, when nothing is and when ten thousand promises are at once.

use super::{
    office::{Office, call},
    stopwatch::{Laps, each},
    table::{Table, ms},
};
use kept_core::{clock::Clock, desk::Desk, time::Timestamp};
use serde_json::json;

/// How many fall due at once.
const AT_ONCE: u64 = 10_000;

/// What is late in a generated office is announced and seen first, as it would have been.
pub fn run(table: &mut Table, office: &Office, desk: &Desk) {
    let now = office.clock.now();
    let first = desk.ring(now).unwrap();
    for notice in &first.notices {
        desk.record_attempt(notice, now).unwrap();
        desk.record_shown(notice, now).unwrap();
        notice.promises.chunks(500).for_each(|some| drop(desk.see_reminders(some).unwrap()));
    }
    desk.ring(now).unwrap();
    let times = each(0..200, |_| assert!(desk.ring(now).unwrap().notices.is_empty(), "nothing is due"));
    table.row("the bell, nothing due", times, ms(1.0));
    let Some(then) = when_due(desk, now) else { return };
    let mut laps = Laps::default();
    for _ in 0..20 {
        laps.time(|| {
            let ring = desk.ring(then).unwrap();
            assert!(ring.notices[0].promises.len() as u64 >= AT_ONCE * 9 / 10, "ten thousand are due");
        });
    }
    table.row("the bell, 10,000 due at once", laps.times(), ms(200.0));
    desk.ring(now).unwrap();
}

/// A moment by which so many have fallen due; `None` where so many are not owed.
fn when_due(desk: &Desk, now: Timestamp) -> Option<Timestamp> {
    let count = |at: Timestamp| {
        let queue = call(desk, "queue", json!({ "until": at.to_string(), "limit": 0 }));
        queue["total"].as_u64().unwrap()
    };
    let wanted = count(now) + AT_ONCE;
    let (mut low, mut high) = (0, 400 * 86_400_000);
    if count(now.plus_ms(high)) < wanted {
        return None;
    }
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if count(now.plus_ms(middle)) < wanted { low = middle } else { high = middle }
    }
    Some(now.plus_ms(high))
}
