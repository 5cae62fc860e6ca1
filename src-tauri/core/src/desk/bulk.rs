//! Writing whole histories: everything of a new customer at once, folded once.

use super::{Desk, New, Writing, held};
use crate::{
    cache,
    error::Result,
    find::{place_one, stale},
    id::Id,
    log,
    time::Timestamp,
};

/// Customers placed in one write.
const STEP: usize = 20_000;

impl Writing<'_> {
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
        let sealed = self.seal(new.at(Some(at)), at);
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
            let placed = some.iter().try_for_each(|customer| place_one(&db, *customer));
            db.execute_batch(if placed.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
            placed?;
        }
        Ok(())
    }
}
