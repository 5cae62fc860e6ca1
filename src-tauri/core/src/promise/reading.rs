//! What a typed time would mean, said back in full before it is saved.

use super::due::read_when;
use crate::{
    desk::Desk,
    error::Result,
    time::{Timestamp, WallTime, Zone},
    when::{Problem, Sense, echo},
};
use serde::Serialize;

/// A time as it was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ReadWhen {
    /// The moment.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// The wall time.
    #[ts(type = "string")]
    pub local: WallTime,
    /// In this zone.
    #[ts(type = "string")]
    pub zone: Zone,
    /// In full: weekday, date, time, distance.
    pub echo: String,
    /// What was decided in reading it.
    pub note: Option<String>,
    /// What speaks against it.
    pub problems: Vec<Problem>,
}

impl Desk {
    /// What `text` means: a time to come, or with `past` one that has been.
    ///
    /// # Errors
    /// Whatever keeps it from meaning one moment, with what could be typed instead.
    pub fn read_when(&self, text: &str, past: bool) -> Result<ReadWhen> {
        let (office, now) = (self.office(), self.now());
        let sense = if past { Sense::Past } else { Sense::Due };
        let read = read_when(text, &office.settings, now, sense)?;
        let echo = echo(read.at, read.local, read.zone, now, office.settings.zone);
        Ok(ReadWhen { at: read.at, local: read.local, zone: read.zone, echo, note: read.note, problems: read.problems })
    }
}
