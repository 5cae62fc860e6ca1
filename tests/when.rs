//! Days and times in words: the examples of the contract, the refusals, and what must hold for every zone and text.

mod examples;
mod languages;
mod refusals;
pub mod zones;

use kept_core::error::{Error, Result};
use kept_core::hours::Hours;
use kept_core::time::{Timestamp, Zone};
use kept_core::when::{self, Languages, Sense, When, WhenContext};

/// An office on a Tuesday morning: 2026-03-03 09:00 in Berlin.
struct Office {
    now: Timestamp,
    zone: Zone,
    hours: Hours,
    languages: Languages,
}

/// The hours that most of these tests keep.
const HOURS: &str = "mon-fri 08:00-12:00,13:00-18:00; sat 09:00-13:00";

fn office() -> Office {
    Office::at("2026-03-03T08:00:00Z")
}

impl Office {
    fn at(now: &str) -> Office {
        let zone = "Europe/Berlin".parse().unwrap();
        Office { now: now.parse().unwrap(), zone, hours: Hours::parse(HOURS).unwrap(), languages: Languages::default() }
    }

    fn open(self, hours: &str) -> Office {
        Office { hours: Hours::parse(hours).unwrap(), ..self }
    }

    fn read(&self, text: &str, sense: Sense) -> Result<When> {
        when::read(
            text,
            &WhenContext { now: self.now, zone: self.zone, hours: &self.hours, sense, languages: self.languages },
        )
    }

    fn local(&self, text: &str, sense: Sense) -> String {
        let read = self.read(text, sense).unwrap_or_else(|e| panic!("{text:?}: {e:?}"));
        assert_eq!(self.zone.wall(read.at), read.local, "{text:?}: the moment and its wall time belong together");
        read.local.to_string()
    }

    fn due(&self, text: &str) -> String {
        self.local(text, Sense::Due)
    }

    fn happened(&self, text: &str) -> String {
        self.local(text, Sense::Past)
    }

    fn range(&self, text: &str) -> String {
        self.local(text, Sense::Range)
    }

    fn refusal(&self, text: &str, sense: Sense) -> Error {
        match self.read(text, sense) {
            Ok(read) => panic!("{text:?} was read as {read:?}"),
            Err(error) => error,
        }
    }
}
