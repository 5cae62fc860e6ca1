//! How a story is told: who did what, and when, counted from now.

use crate::{
    event::{ContactKind, Outcome},
    time::{MINUTE_MS, Timestamp, WallTime, Zone},
};

/// A customer with what happened.
pub(super) struct Story {
    pub name: &'static str,
    pub phone: &'static str,
    pub email: &'static str,
    pub organization: &'static str,
    pub tags: &'static [&'static str],
    pub fields: &'static [(&'static str, &'static str)],
    pub note: &'static str,
    /// What happened, in any order.
    pub told: &'static [Told],
}

/// Something that happened.
pub(super) struct Told {
    pub at: At,
    pub by: &'static str,
    pub what: What,
}

/// When something happened.
#[derive(Debug, Clone, Copy)]
pub(super) enum At {
    /// So many days from today, at hour and minute.
    Day(i64, u32, u32),
    /// So many minutes ago.
    Ago(i64),
}

/// When something is due.
#[derive(Debug, Clone, Copy)]
pub(super) enum Due {
    /// So many days from today, or the next weekday after it, at hour and minute.
    Day(i64, u32, u32),
    /// On the next Monday.
    Monday(u32, u32),
    /// It was due so many minutes ago.
    Ago(i64),
    /// It is due in so many minutes, at a full five of them.
    In(i64),
}

/// Who began a contact.
#[derive(Debug, Clone, Copy)]
pub(super) enum Caller {
    They,
    We,
}

/// What happened.
pub(super) enum What {
    Contact(ContactKind, Option<Caller>, Option<Outcome>, &'static str),
    Note(&'static str),
    /// A promise; `key`: how the rest of the story calls it.
    Promise {
        key: &'static str,
        text: &'static str,
        owner: &'static str,
        due: Due,
    },
    Attempt {
        key: &'static str,
        outcome: Outcome,
        text: &'static str,
    },
    Keep {
        key: &'static str,
        evidence: &'static str,
    },
}

impl At {
    /// The moment, for an office in that zone.
    pub(super) fn moment(self, now: Timestamp, zone: Zone) -> Timestamp {
        match self {
            At::Day(days, hour, minute) => on_day(now, zone, days, hour, minute).map_or(now, |wall| zone.first(wall)),
            At::Ago(minutes) => now.plus_ms(-minutes * MINUTE_MS),
        }
    }
}

impl Due {
    /// The wall time, for an office in that zone.
    pub(super) fn wall(self, now: Timestamp, zone: Zone) -> WallTime {
        let today = zone.wall(now);
        let read = match self {
            Due::Day(days, hour, minute) => {
                let weekend = (days > 0).then(|| today.day().plus_days(days).weekday()).filter(|day| *day > 4);
                on_day(now, zone, days + weekend.map_or(0, |day| 7 - i64::from(day)), hour, minute)
            }
            Due::Monday(hour, minute) => on_day(now, zone, 7 - i64::from(today.day().weekday()), hour, minute),
            Due::Ago(minutes) => Some(to_five(zone.wall(now.plus_ms(-minutes * MINUTE_MS)))),
            Due::In(minutes) => Some(to_five(zone.wall(now.plus_ms((minutes + 4) * MINUTE_MS)))),
        };
        read.unwrap_or(today)
    }
}

fn on_day(now: Timestamp, zone: Zone, days: i64, hour: u32, minute: u32) -> Option<WallTime> {
    zone.wall(now).day().plus_days(days).at(hour, minute, 0)
}

/// The full five minutes before.
fn to_five(wall: WallTime) -> WallTime {
    wall.plus_seconds(-i64::from(wall.minute() % 5 * 60 + wall.second()))
}
