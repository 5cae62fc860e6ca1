//! Folding again what events are about, into the caches.

use super::{Desk, Writing, held};
use crate::{
    cache::{put_customer, put_promise, put_relation, rebuild},
    error::Result,
    event::Event,
    fold::{CustomerState, Undone, fold_customer, fold_promise, fold_relation},
    id::Id,
};
use rusqlite::Connection;

/// Caches what `events`, all those about one subject, tell: a customer's card or a promise; entries have no cache.
/// Gives the customer whom the search index must follow, if it was one.
pub(super) fn refold_from(db: &Connection, undone: &Undone, events: &[Event]) -> Result<Option<CustomerState>> {
    if let Some(customer) = fold_customer(events, undone)? {
        put_customer(db, &customer)?;
        return Ok(Some(customer));
    }
    if let Some(promise) = fold_promise(events, undone)? {
        put_promise(db, &promise)?;
    } else if let Some(relation) = fold_relation(events, undone)? {
        put_relation(db, &relation)?;
    }
    Ok(None)
}

impl Desk {
    /// Drops the caches and folds the whole log again. `progress` hears of customers done.
    pub fn refold_everything(&self, progress: &mut dyn FnMut(u64)) -> Result<()> {
        let office = self.office();
        let db = held(&self.writer);
        db.execute_batch("BEGIN IMMEDIATE")?;
        let done = rebuild(&db, &office.undone, progress);
        db.execute_batch(if done.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
        done
    }

    /// The caches that differ from what a rebuild gives, by name; none, if all is well. Nothing is changed.
    pub fn caches_that_differ(&self) -> Result<Vec<&'static str>> {
        let office = self.office();
        let db = held(&self.writer);
        db.execute_batch("BEGIN IMMEDIATE")?;
        let differ = crate::cache::are_equal_to_a_rebuild(&db, &office.undone);
        db.execute_batch("ROLLBACK")?;
        differ
    }
}

impl Writing<'_> {
    /// Folds again everything an import touched, after it was taken back or brought back.
    pub(crate) fn refold_batch(&mut self, batch: Id) -> Result<()> {
        self.refold_office()?;
        let mut subjects: Vec<Id> =
            crate::log::of_batch(self.db, batch)?.iter().filter_map(|event| event.subject).collect();
        subjects.sort();
        subjects.dedup();
        for subject in subjects {
            self.refold(subject)?;
        }
        self.change_everything();
        Ok(())
    }
}
