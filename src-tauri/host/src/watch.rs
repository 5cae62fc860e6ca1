//! Notices that the computer slept, or that its clock or its zone was set, and lets the bell look at once.
//!
//! Once a second the wall clock is held against one that nobody can set: where they have gone different ways, or the second
//! was long, the world is another one. No system has to be asked to tell of it, so that it works alike on all of them, also
//! for a program that was stopped, in a virtual machine that was paused, and where a system's own message is lost.

use crate::Host;
use crate::host::Nudge;
use kept_core::time::Timestamp;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// How often the clocks are held against each other.
const BEAT: Duration = Duration::from_secs(1);

/// Differences up to this are a busy computer's, in milliseconds.
const SLACK_MS: i64 = 2_000;

/// Watches until told to stop.
pub(crate) fn attend(host: &Arc<Host>, nudges: &Receiver<Nudge>) {
    let mut before = Glance::at(host);
    while matches!(nudges.recv_timeout(BEAT), Err(RecvTimeoutError::Timeout)) {
        let now = Glance::at(host);
        if let Some(why) = now.is_elsewhere(&before) {
            tracing::info!(why, "the bell looks at once");
            host.nudge();
        }
        before = now;
        host.pulse().second(host.desk_if_open().is_some());
    }
}

/// What the clocks show.
struct Glance {
    wall: Timestamp,
    running: Instant,
    zone: Option<String>,
}

impl Glance {
    #[expect(clippy::disallowed_methods, reason = "only a clock that nobody sets shows that the other one was set")]
    fn at(host: &Host) -> Glance {
        Glance { wall: host.now(), running: Instant::now(), zone: iana_time_zone::get_timezone().ok() }
    }

    /// Why this is not the world of a moment ago.
    fn is_elsewhere(&self, before: &Glance) -> Option<&'static str> {
        let passed = self.running.saturating_duration_since(before.running);
        let passed_ms = i64::try_from(passed.as_millis()).unwrap_or(i64::MAX);
        let jumped_ms = self.wall.since_ms(before.wall).saturating_sub(passed_ms);
        let beat_ms = i64::try_from(BEAT.as_millis()).unwrap_or(i64::MAX);
        if passed_ms > beat_ms + SLACK_MS {
            Some("it was stopped")
        } else if !(-SLACK_MS..=SLACK_MS).contains(&jumped_ms) {
            Some("the clock was set, or the computer slept")
        } else if self.zone != before.zone {
            Some("the zone was set")
        } else {
            None
        }
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a beginning to count from")]
mod tests {
    use super::*;

    /// What is thought of a second in which the clocks went on by so much.
    fn after(wall_ms: i64, running_ms: u64, zone: &str) -> Option<&'static str> {
        let wall: Timestamp = "2026-03-02T09:00:00Z".parse().unwrap();
        let before = Glance { wall, running: Instant::now(), zone: Some("Europe/Berlin".into()) };
        let running = before.running + Duration::from_millis(running_ms);
        Glance { wall: wall.plus_ms(wall_ms), running, zone: Some(zone.into()) }.is_elsewhere(&before)
    }

    #[test]
    fn a_second_like_any_other_is_no_reason_to_look() {
        assert_eq!(after(1_000, 1_000, "Europe/Berlin"), None);
        assert_eq!(after(1_900, 1_000, "Europe/Berlin"), None);
        assert_eq!(after(2_500, 2_600, "Europe/Berlin"), None);
    }

    #[test]
    fn sleep_a_clock_that_was_set_either_way_and_another_zone_are() {
        for (wall_ms, running_ms, zone) in [
            (8 * 3_600_000, 1_000, "Europe/Berlin"),
            (3_600_000, 3_600_000, "Europe/Berlin"),
            (-3_600_000, 1_000, "Europe/Berlin"),
            (94_608_000_000, 1_000, "Europe/Berlin"),
            (1_000, 1_000, "Asia/Tokyo"),
        ] {
            assert!(after(wall_ms, running_ms, zone).is_some(), "{wall_ms} {running_ms} {zone}");
        }
    }
}
