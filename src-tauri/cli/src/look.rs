//! How answers look to people: the zone their times are shown in, and whether there is colour.

use crate::words::{short_day, short_time};
use kept_core::time::{Timestamp, WallTime, Zone};
use serde_json::Value;
use std::io::IsTerminal;

/// What printing needs to know.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// The office's zone.
    pub zone: Zone,
    /// The present moment.
    pub now: Timestamp,
    /// Whether stdout is a terminal that shows colour, and its owner wants it.
    pub colour: bool,
}

impl Look {
    /// For an office in that zone, now.
    pub fn new(zone: Zone, now: Timestamp) -> Look {
        let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        Look { zone, now, colour: wanted && std::io::stdout().is_terminal() }
    }

    /// An instant of the answer, by the office's clocks: `today 17:00`, `Fri 6 Mar 17:00`; empty where there is none.
    pub fn moment(&self, value: &Value) -> String {
        let at = value.as_str().and_then(|text| text.parse::<Timestamp>().ok());
        at.map(|at| self.wall(to_the_minute(self.zone.wall(at)))).unwrap_or_default()
    }

    /// A promise's due time as it was meant, with its zone where that is not the office's.
    pub fn due(&self, promise: &Value) -> String {
        let text = |key: &str| promise.get(key).and_then(Value::as_str).unwrap_or_default();
        let Ok(wall) = text("due_local").parse::<WallTime>() else {
            return self.moment(promise.get("due_at").unwrap_or(&Value::Null));
        };
        match text("zone") {
            zone if zone == self.zone.name() => self.wall(wall),
            zone => format!("{} ({zone})", self.wall(wall)),
        }
    }

    fn wall(&self, wall: WallTime) -> String {
        format!("{} {}", short_day(wall.day(), self.zone.wall(self.now).day()), short_time(wall))
    }
}

/// Nobody reads the seconds of when something happened; those of a due time decide whether it is late.
fn to_the_minute(wall: WallTime) -> WallTime {
    wall.plus_seconds(-i64::from(wall.second()))
}
