//! Taking in events of another desk: in any order, any batching, any number of times, the result is the same.

use super::{Desk, Writing, Written};
use crate::{
    cache::MARKS,
    error::{Code, Error, Result},
    event::Event,
    find::count_entry,
    id::Id,
    log,
};
use std::collections::BTreeSet;

impl Desk {
    /// Writes events as they came, verbatim, and folds what they are about. Those that are there already change nothing.
    ///
    /// # Errors
    /// An event whose digest does not match its content; then none is taken.
    pub fn accept(&self, events: &[Event]) -> Result<Written<usize>> {
        if let Some(altered) = events.iter().find(|event| !log::is_intact(event)) {
            return Err(Error::new(
                Code::Damaged,
                format!("Entry {} was altered on its way and is not taken.", altered.id),
            ));
        }
        self.write_as(Id::ZERO, |writing| writing.accept(events))
    }
}

impl Writing<'_> {
    fn accept(&mut self, events: &[Event]) -> Result<usize> {
        let mut subjects = BTreeSet::new();
        let mut batches = BTreeSet::new();
        let mut new = 0;
        for event in events {
            if !log::insert(self.db, event)? {
                continue;
            }
            new += 1;
            self.note_accepted(event)?;
            if event.customer == Id::ZERO {
                batches.extend(event.subject);
                continue;
            }
            count_entry(self.db, event.customer, event.occurred_at, event.id, !MARKS.contains(&event.kind.as_str()))?;
            subjects.extend(event.subject);
        }
        if !batches.is_empty() {
            self.refold_office()?;
            for batch in batches {
                subjects.extend(log::of_batch(self.db, batch)?.iter().filter_map(|event| event.subject));
            }
        }
        for subject in subjects {
            self.refold(subject)?;
        }
        Ok(new)
    }
}
