//! What a typed time would mean, said back in full before it is saved.

use super::{
    due::{read_due, read_when},
    series::read_series,
};
use crate::{
    desk::Desk,
    error::Result,
    recurrence::{Next, OnClosed},
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

/// A series as it was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ReadRepeat {
    /// The rule in words that can be typed again.
    pub words: String,
    /// The rule as RFC 5545 has it.
    pub rule: String,
    /// Its first time.
    pub first: ReadWhen,
    /// The times after it, a few of them.
    pub coming: Vec<ReadWhen>,
}

/// How many times after the first are told of a series.
const COMING: usize = 4;

impl Desk {
    /// What `text` means as a rule. `due`: its first time as typed, or empty. Nothing is written.
    ///
    /// # Errors
    /// Whatever keeps it from meaning one rule, with what could be typed instead.
    pub fn read_repeat(&self, text: &str, due: &str, on_closed: OnClosed) -> Result<ReadRepeat> {
        let (office, now) = (self.office(), self.now());
        let settings = &office.settings;
        let due = if due.trim().is_empty() { None } else { Some(read_due(due, settings, now)?.due_local) };
        let said = read_series(text, due, on_closed, settings, now)?;
        let shown = |at: Timestamp, local: WallTime, note: Option<String>| ReadWhen {
            at,
            local,
            zone: said.series.zone,
            echo: echo(at, local, said.series.zone, now, settings.zone),
            note,
            problems: Vec::new(),
        };
        let first = shown(said.first.at, said.first.local, said.note.clone());
        let mut coming: Vec<ReadWhen> = Vec::new();
        let mut last = said.first;
        let most = said.series.rule.count.map_or(COMING, |count| COMING.min(count.saturating_sub(1) as usize));
        while coming.len() < most
            && let Next::At(next, _) = said.series.next(&settings.times, Some(last.day), last.at)
        {
            coming.push(shown(next.at, next.local, said.series.why_moved(&next)));
            last = next;
        }
        let rule = &said.series.rule;
        Ok(ReadRepeat {
            words: rule.words(said.series.start),
            rule: rule.to_string(),
            first: ReadWhen { problems: said.problems, ..first },
            coming,
        })
    }

    /// What `text` means: a time to come, or with `past` one that has been.
    ///
    /// # Errors
    /// Whatever keeps it from meaning one moment, with what could be typed instead.
    pub fn read_when(&self, text: &str, past: bool) -> Result<ReadWhen> {
        self.read_in(if past { Sense::Past } else { Sense::Due }, text)
    }

    /// The moment at which a range begins or ends: a day alone is its first instant.
    ///
    /// # Errors
    /// Whatever keeps it from meaning one moment, with what could be typed instead.
    pub fn read_edge(&self, text: &str) -> Result<ReadWhen> {
        self.read_in(Sense::Range, text)
    }

    fn read_in(&self, sense: Sense, text: &str) -> Result<ReadWhen> {
        let (office, now) = (self.office(), self.now());
        let read = read_when(text, &office.settings, now, sense)?;
        let echo = echo(read.at, read.local, read.zone, now, office.settings.zone);
        Ok(ReadWhen { at: read.at, local: read.local, zone: read.zone, echo, note: read.note, problems: read.problems })
    }
}
