//! Correcting the words of an entry. What stood there before stays in the history.

use super::may_correct;
use crate::{
    customer::check_text,
    desk::{Desk, New, Subject, Written},
    error::{Error, Result},
    event::{Body, Nothing, Text},
    id::Id,
    log,
    roles::Action,
    timeline::TimelineEntry,
};

impl Desk {
    /// Puts other words in the place of an entry's.
    ///
    /// # Errors
    /// The entry is not a contact or note, was taken back, or its time for corrections has passed.
    pub fn correct_entry(&self, entry: Id, text: &str) -> Result<Written<TimelineEntry>> {
        self.allow(Action::WriteEntries)?;
        check_text(text, "The correction")?;
        let written = self.write(|writing| {
            let event = log::get(writing.db, entry)?;
            let events = log::about(writing.db, event.subject.unwrap_or(entry))?;
            may_correct(writing, &event, &events)?;
            if matches!(event.body()?, Some(Body::PromiseMade(..))) {
                return Err(Error::refused("A promise keeps its words. Take it back or make another."));
            }
            let body = Body::EntryCorrected(Nothing {}, Text { text: text.to_owned() });
            writing.append(New::about(event.customer, Subject::Of(entry), body))?;
            Ok(())
        })?;
        Ok(Written { value: self.show_entry(entry)?, change: written.change })
    }
}
