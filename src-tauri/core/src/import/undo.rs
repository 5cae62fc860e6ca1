//! Taking a whole import back, updates included. Customers with whom more has happened since are kept.

use crate::{
    desk::{Desk, New, Subject, Writing, Written},
    error::{Error, Result},
    event::{Body, Reason, Retraction},
    id::Id,
    roles::Action,
};
use rusqlite::params;
use serde::Serialize;

/// What taking an import back came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ImportUndone {
    /// Customers it had added, who are gone.
    pub removed: u64,
    /// Customers it had told more about, who are as they were.
    pub reverted: u64,
    /// Customers it had added, with whom more has happened since: they stay.
    pub kept: u64,
}

impl Desk {
    /// Takes an import back. A manager's.
    ///
    /// # Errors
    /// There is no such import, or it was taken back already.
    pub fn undo_import(&self, import: Id) -> Result<Written<ImportUndone>> {
        self.allow(Action::UndoImport)?;
        self.write_bulk(|writing| writing.undo_import(import))
    }

    /// The import meant by `text`: an id or an unambiguous ending of one.
    pub fn resolve_import(&self, text: &str) -> Result<Id> {
        let ending = text.trim().to_lowercase();
        let office = self.office();
        let mut meant = office.imports.iter().filter(|import| import.id.to_string().ends_with(&ending));
        match (meant.next(), meant.next()) {
            (Some(import), None) if ending.len() >= 6 => Ok(import.id),
            (Some(_), Some(_)) => {
                Err(Error::new(crate::error::Code::Ambiguous, "Several imports end so. Give more of the id."))
            }
            _ => Err(Error::not_found("There is no import with that id.")),
        }
    }
}

impl Writing<'_> {
    fn undo_import(&mut self, import: Id) -> Result<ImportUndone> {
        let known = self.office.imports.iter().find(|known| known.id == import);
        match known {
            None => return Err(Error::not_found("There is no import with that id.")),
            Some(known) if known.undone => return Err(Error::refused("This import was taken back already.")),
            Some(_) => {}
        }
        let created = self.customers_of(import, "customer_added")?;
        let mut kept = Vec::new();
        for customer in &created {
            if self.has_more_than(*customer, import)? {
                kept.push(*customer);
            }
        }
        let changed = self.customers_of(import, "customer_changed")?;
        let reverted = changed.iter().filter(|customer| created.binary_search(customer).is_err()).count();
        let undone = ImportUndone {
            removed: (created.len() - kept.len()) as u64,
            reverted: reverted as u64,
            kept: kept.len() as u64,
        };
        let body = Body::Retracted(Retraction { target: None, batch: Some(import), kept }, Reason::default());
        self.append(New::about(Id::ZERO, Subject::Of(import), body))?;
        self.refold_batch(import)?;
        Ok(undone)
    }

    /// The customers with an event of that kind in the import, sorted, each once.
    fn customers_of(&self, import: Id, kind: &str) -> Result<Vec<Id>> {
        let mut statement = self
            .db
            .prepare_cached("SELECT DISTINCT customer FROM event WHERE batch = ?1 AND kind = ?2 ORDER BY customer")?;
        Ok(statement.query_map(params![import, kind], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
    }

    /// Whether anything happened with a customer that is not part of the import.
    fn has_more_than(&self, customer: Id, import: Id) -> Result<bool> {
        Ok(self
            .db
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM event WHERE customer = ?1 AND batch IS NOT ?2 AND kind <> 'retracted')",
            )?
            .query_row(params![customer, import], |row| row.get(0))?)
    }
}
