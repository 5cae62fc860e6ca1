//! The timeline: everything that happened with a customer, newest first. It is the event table, filtered and dressed.

mod dress;
mod missed;
mod related;

pub use dress::TimelineEntry;

use crate::{
    desk::Desk,
    error::{Error, Result},
    event::Event,
    id::Id,
    log::{self, COLUMNS, read_event},
    time::Timestamp,
};
use dress::Dresser;
use missed::{Missed, missed_of};
use rusqlite::{Connection, ToSql};
use serde::Serialize;

/// A page of a timeline.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Timeline {
    /// Newest first.
    pub entries: Vec<TimelineEntry>,
    /// Where the next page begins; `None` at the end.
    pub next: Option<Id>,
}

/// A place in a timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Cursor(Timestamp, Id);

/// One line before it is dressed: something recorded, or a due time that was missed.
enum Line {
    Recorded(Box<Event>),
    Missed(Missed),
}

impl Line {
    fn cursor(&self) -> Cursor {
        match self {
            Line::Recorded(event) => Cursor(event.occurred_at, event.id),
            Line::Missed(missed) => Cursor(missed.due_at, missed.entry_id()),
        }
    }
}

/// The most entries of one page.
const MOST: usize = 500;

impl Desk {
    /// A page of a customer's timeline: at most `limit` entries older than `before`, newest first. `kinds`: only these.
    ///
    /// # Errors
    /// There is no such customer, or `before` is not an entry of theirs.
    pub fn timeline(&self, customer: Id, limit: usize, before: Option<Id>, kinds: &[String]) -> Result<Timeline> {
        let (now, office, member) = (self.now(), self.office(), self.member());
        let limit = limit.clamp(1, MOST);
        self.read(|db| {
            crate::cache::read_card(db, customer)?.ok_or_else(|| Error::not_found("There is no such customer."))?;
            let before = before.map(|id| place_of(db, customer, id, now)).transpose()?;
            let missed = if kinds.is_empty() || kinds.iter().any(|kind| kind == missed::KIND) {
                let at = before.map_or(now, |Cursor(at, _)| at);
                missed_of(db, customer, now, at, limit + 1)?
            } else {
                Vec::new()
            };
            let mut lines: Vec<Line> = recorded(db, customer, before, kinds, limit + 1)?
                .into_iter()
                .map(|event| Line::Recorded(Box::new(event)))
                .collect();
            lines.extend(
                missed.into_iter().map(Line::Missed).filter(|line| before.is_none_or(|before| line.cursor() < before)),
            );
            // The id of a missed due time is a digest: made once a line, not once a comparison.
            lines.sort_by_cached_key(|line| std::cmp::Reverse(line.cursor()));
            let more = lines.len() > limit;
            lines.truncate(limit);
            let next = lines.last().filter(|_| more).map(|line| line.cursor().1);
            let mut dresser = Dresser::new(db, &office, member.as_ref(), now, customer)?;
            let entries = lines.iter().map(|line| dresser.dress(line)).collect::<Result<_>>()?;
            Ok(Timeline { entries, next })
        })
    }

    /// One entry as its timeline shows it.
    pub fn show_entry(&self, entry: Id) -> Result<TimelineEntry> {
        let (now, office, member) = (self.now(), self.office(), self.member());
        self.read(|db| {
            let event = log::get(db, entry)?;
            let mut dresser = Dresser::new(db, &office, member.as_ref(), now, event.customer)?;
            dresser.dress(&Line::Recorded(Box::new(event)))
        })
    }
}

/// Where the entry `id` stands.
fn place_of(db: &Connection, customer: Id, id: Id, now: Timestamp) -> Result<Cursor> {
    if let Some(event) = log::find(db, id)?.filter(|event| event.customer == customer) {
        return Ok(Cursor(event.occurred_at, id));
    }
    let missed = missed_of(db, customer, now, now, usize::MAX)?.into_iter().find(|missed| missed.entry_id() == id);
    missed
        .map(|missed| Cursor(missed.due_at, id))
        .ok_or_else(|| Error::not_found("There is no such entry in this timeline."))
}

/// What was recorded before a place, newest first. Corrections and retractions stand as marks on what they concern.
fn recorded(
    db: &Connection,
    customer: Id,
    before: Option<Cursor>,
    kinds: &[String],
    limit: usize,
) -> Result<Vec<Event>> {
    let chosen = if kinds.is_empty() {
        "kind NOT IN ('entry_corrected', 'retracted')".to_owned()
    } else {
        let marks: Vec<String> = (0..kinds.len()).map(|n| format!("?{}", n + 5)).collect();
        format!("kind IN ({})", marks.join(", "))
    };
    let sql = format!(
        "SELECT {COLUMNS} FROM event WHERE customer = ?1 AND (occurred_at, id) < (?2, ?3) AND {chosen}
         ORDER BY occurred_at DESC, id DESC LIMIT ?4"
    );
    let (at, id) = before.map_or((i64::MAX, Id::from_bytes([0xFF; 16])), |Cursor(at, id)| (at.millis(), id));
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut parameters: Vec<&dyn ToSql> = vec![&customer, &at, &id, &limit];
    parameters.extend(kinds.iter().map(|kind| kind as &dyn ToSql));
    let mut statement = db.prepare_cached(&sql)?;
    Ok(statement.query_map(parameters.as_slice(), read_event)?.collect::<rusqlite::Result<_>>()?)
}
