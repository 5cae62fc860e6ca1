//! Writing very much: customers whose whole history, or whose first event, is known here and folded as it is written.

use super::{Desk, New, Subject, Writing, held};
use crate::{
    cache,
    error::Result,
    event::{Body, CustomerFacts, CustomerWords},
    find::{Terms, place_customers, stale},
    fold::fold_added,
    id::Id,
    log,
    time::Timestamp,
};

/// Customers placed in one write.
const STEP: usize = 10_000;

impl Writing<'_> {
    /// Writes the event that adds a customer, and caches what it tells without reading it back. Gives their id.
    /// `terms` and `points`: the terms and the contact points that follow from them.
    pub(crate) fn append_customer(
        &mut self,
        batch: Id,
        (facts, words): (CustomerFacts, CustomerWords),
        terms: Terms,
        points: Vec<String>,
    ) -> Result<Id> {
        let body = Body::CustomerAdded(facts, words);
        let new = New { customer: None, subject: Subject::Itself, batch: Some(batch), occurred_at: None, body };
        let event = self.seal(&new, self.now)?;
        log::insert(self.db, &event)?;
        self.note_change(&event);
        if let Body::CustomerAdded(facts, words) = new.body {
            let state = fold_added(&event, facts, words);
            let document = cache::put_new_customer(self.db, &state, terms, event.occurred_at)?;
            self.owed.add(event.id, document, points);
        }
        Ok(event.id)
    }

    /// Writes the next event of a new customer's history, as if at the time it happened. Nothing is folded until
    /// [`Writing::end_history`]. Gives its id.
    pub(crate) fn add_to_history(
        &mut self,
        history: &mut Vec<crate::event::Event>,
        by: Id,
        at: Timestamp,
        new: New,
    ) -> Result<Id> {
        let acting = std::mem::replace(&mut self.by, by);
        let sealed = self.seal(&new.at(Some(at)), at);
        self.by = acting;
        let event = sealed?;
        log::insert(self.db, &event)?;
        let id = event.id;
        history.push(event);
        Ok(id)
    }

    /// Folds a new customer's whole history, and empties it. They are found after [`Desk::place_everybody`].
    pub(crate) fn end_history(&mut self, history: &mut Vec<crate::event::Event>) -> Result<()> {
        self.change_everything();
        cache::put_all_of(self.db, &self.office.undone, history)
    }
}

impl Desk {
    /// Brings the search index up to date with everybody who is not in their place, however many.
    pub(crate) fn place_everybody(&self) -> Result<()> {
        let db = held(&self.writer);
        let stale = stale(&db, -1)?;
        for some in stale.chunks(STEP) {
            db.execute_batch("BEGIN IMMEDIATE")?;
            let placed = place_customers(&db, some);
            db.execute_batch(if placed.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
            placed?;
            self.checkpoint_now(&db)?;
        }
        Ok(())
    }

    /// Brings everything written to its place in the file.
    pub(crate) fn checkpoint_everything(&self) -> Result<()> {
        self.checkpoint_now(&held(&self.writer))
    }

    fn checkpoint_now(&self, db: &rusqlite::Connection) -> Result<()> {
        Ok(db.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?)
    }
}
