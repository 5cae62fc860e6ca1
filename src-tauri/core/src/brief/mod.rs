//! The brief: what to know before saying hello, in at most four sentences, from facts alone. Every clause names the entry
//! or promise that it comes from.

mod contacts;
mod in_the_way;
mod opening;
mod owed;
mod said;
mod spoken;

pub(crate) use contacts::{Contact, Contacts};
pub(crate) use said::{capital, day_and_time, past_day, quoted, span};

use crate::{
    customer::Card,
    error::Result,
    fold::OfficeState,
    id::Id,
    promise::PromiseRow,
    time::{Timestamp, WallTime},
};
use rusqlite::Connection;
use serde::Serialize;

/// Where a clause comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case", tag = "is", content = "id")]
pub enum Source {
    /// An entry of the timeline.
    Entry(Id),
    /// A promise.
    Promise(Id),
    /// The sticky note; the id is the customer's.
    Note(Id),
    /// What else is written about the customer; the id is the customer's.
    Card(Id),
}

impl Source {
    /// The event it names.
    pub fn id(self) -> Id {
        match self {
            Source::Entry(id) | Source::Promise(id) | Source::Note(id) | Source::Card(id) => id,
        }
    }
}

/// A part of a sentence, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Clause {
    /// In words, without a mark at its end.
    pub text: String,
    /// Where it comes from.
    pub from: Source,
}

impl Clause {
    pub(crate) fn new(text: impl Into<String>, from: Source) -> Clause {
        Clause { text: text.into(), from }
    }
}

/// What a sentence is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "SentenceAbout")]
pub enum About {
    /// What is late or due.
    Owed,
    /// What is in the way.
    InTheWay,
    /// When a person last spoke with them.
    Spoken,
    /// How to begin.
    Opening,
}

/// A sentence of the brief: its clauses, joined by semicolons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Sentence {
    /// What it is about.
    pub about: About,
    /// At least one.
    pub clauses: Vec<Clause>,
}

/// What is known about a customer when somebody is about to say hello.
pub(crate) struct Facts<'a> {
    pub(crate) customer: Id,
    pub(crate) card: &'a Card,
    /// What is still owed to them, the one due first first. What only checks a colleague's promise is nothing that they
    /// wait for.
    pub(crate) open: Vec<&'a PromiseRow>,
    /// Whether whoever is about to say hello has to check with them that a colleague's promise was kept.
    pub(crate) viewer_checks: bool,
    pub(crate) contacts: &'a Contacts,
    pub(crate) office: &'a OfficeState,
    /// Who is about to say hello.
    pub(crate) viewer: Option<Id>,
    pub(crate) now: Timestamp,
}

impl<'a> Facts<'a> {
    /// Those of a customer. `open`: every promise that is open, the one due first first.
    pub(crate) fn new(
        (customer, card): (Id, &'a Card),
        open: &'a [PromiseRow],
        contacts: &'a Contacts,
        office: &'a OfficeState,
        viewer: Option<Id>,
        now: Timestamp,
    ) -> Facts<'a> {
        let (checks, open): (Vec<_>, Vec<_>) = open.iter().partition(|promise| promise.verifies.is_some());
        let name = viewer.map(|viewer| office.member_name(viewer));
        let viewer_checks = checks.iter().any(|check| name.is_some_and(|name| check.is_answered_by(name)));
        Facts { customer, card, open, viewer_checks, contacts, office, viewer, now }
    }

    pub(crate) fn wall(&self, at: Timestamp) -> WallTime {
        self.office.settings.zone.wall(at)
    }

    pub(crate) fn today(&self) -> WallTime {
        self.wall(self.now)
    }

    /// What is open and late, the latest first.
    pub(crate) fn late(&self) -> Vec<&PromiseRow> {
        let mut late: Vec<&PromiseRow> = self.open.iter().copied().filter(|promise| promise.late).collect();
        late.sort_by_key(|promise| std::cmp::Reverse(promise.late_ms));
        late
    }

    fn when(&self, at: Timestamp) -> String {
        said::day_and_time(self.wall(at), self.today())
    }
}

/// The brief of a customer; empty where there is nothing to say.
pub(crate) fn brief(
    db: &Connection,
    office: &OfficeState,
    viewer: Option<Id>,
    whom: (Id, &Card),
    open: &[PromiseRow],
    now: Timestamp,
) -> Result<Vec<Sentence>> {
    let contacts = Contacts::read(db, whom.0, now)?;
    Ok(tell(&Facts::new(whom, open, &contacts, office, viewer, now)))
}

/// The brief that the facts come to.
fn tell(facts: &Facts<'_>) -> Vec<Sentence> {
    let parts = [
        (About::Owed, owed::clauses(facts)),
        (About::InTheWay, in_the_way::clauses(facts)),
        (About::Spoken, spoken::clauses(facts)),
        (About::Opening, opening::clauses(facts)),
    ];
    parts
        .into_iter()
        .filter(|(_, clauses)| !clauses.is_empty())
        .map(|(about, clauses)| Sentence { about, clauses })
        .collect()
}

/// The brief as one would read it aloud.
pub(crate) fn aloud(sentences: &[Sentence]) -> String {
    let each = sentences.iter().map(|sentence| {
        let clauses: Vec<&str> = sentence.clauses.iter().map(|clause| clause.text.as_str()).collect();
        format!("{}.", clauses.join("; "))
    });
    each.collect::<Vec<_>>().join(" ")
}
