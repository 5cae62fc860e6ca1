//! Every change of the clocks in every zone from 1970 to 2037: a due time is always a moment, and a gap moves it by no more
//! than the gap itself.

use kept_core::time::{DAY_MS, HOUR_MS, MINUTE_MS, Timestamp, Zone};

/// The last moment before each change of a zone's offset between the two.
fn before_changes(zone: Zone, from: Timestamp, to: Timestamp) -> Vec<Timestamp> {
    let mut found = Vec::new();
    let (mut day, mut offset) = (from, zone.offset_seconds(from));
    while day < to {
        let next = day.plus_ms(DAY_MS);
        if zone.offset_seconds(next) != offset {
            let (mut before, mut after) = (day, next);
            while after.since_ms(before) > 1 {
                let middle = before.plus_ms(after.since_ms(before) / 2);
                if zone.offset_seconds(middle) == offset { before = middle } else { after = middle }
            }
            found.push(before);
            offset = zone.offset_seconds(next);
        }
        day = next;
    }
    found
}

#[test]
fn every_due_time_around_a_change_of_the_clocks_is_a_moment_and_near_what_was_meant() {
    let (from, to) = ("1970-01-01T00:00:00Z".parse().unwrap(), "2038-01-01T00:00:00Z".parse().unwrap());
    let (mut zones, mut changes, mut longest) = (0, 0, 0);
    for zone in Zone::all() {
        zones += 1;
        for before in before_changes(zone, from, to) {
            changes += 1;
            let change_ms = (zone.offset_seconds(before.plus_ms(1)) - zone.offset_seconds(before)) * 1000;
            let meant = zone.wall(before);
            let mut last: Option<Timestamp> = None;
            for minutes in (-180..=180).step_by(15) {
                let wall = meant.plus_seconds(minutes * 60);
                let at = zone.first(wall);
                // A moment as a clock that never changed would have had it.
                let unchanged = before.plus_ms(minutes * MINUTE_MS);
                let moved = at.since_ms(unchanged).abs();
                assert!(moved <= change_ms.abs() + 1000, "{zone} {wall}: {at} is {moved} ms from {unchanged}");
                if change_ms.abs() <= 2 * HOUR_MS {
                    assert!(moved <= 2 * HOUR_MS + 1000, "{zone} {wall}");
                }
                assert!(last.is_none_or(|last| last <= at), "{zone}: a later time of day is no earlier moment, {wall}");
                last = Some(at);
                longest = longest.max(moved);
            }
        }
    }
    assert!(zones > 590 && changes > 30_000, "{changes} changes in {zones} zones");
    assert!(longest > 2 * HOUR_MS, "whole days that were skipped are among them: {longest}");
}
