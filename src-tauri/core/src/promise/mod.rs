//! Promises: who owes whom what, by when, in whose words.

mod close;
mod disposition;
mod due;
mod hand_over;
mod hand_over_brief;
mod handing;
mod keep_and_make;
mod make;
mod matter;
mod moving;
mod next_attempt;
mod offer;
mod reading;
mod row;
mod series;
mod snooze;
mod verify;

pub use disposition::Disposition;
pub use due::DueInput;
pub(crate) use due::{read_happened, read_when};
pub use hand_over_brief::HandOverBrief;
pub use handing::{Handing, Offered};
pub use keep_and_make::KeptAndMade;
pub use make::NewPromise;
pub use next_attempt::next_attempt;
pub use reading::{ReadRepeat, ReadWhen};
pub use row::{OfferShown, PromiseRow, RepeatShown};
pub(crate) use row::{open_promises_of, read_row, show as show_row};
pub use series::ComesNext;
pub(crate) use series::repeat_words;

use crate::{
    cache::read_promise,
    desk::{Desk, Writing, Written},
    error::{Error, Result},
    fold::{PromiseState, State},
    id::Id,
    roles::Action,
    time::Timestamp,
};

impl Desk {
    /// Shows a promise as it stands.
    ///
    /// # Errors
    /// There is no such promise.
    pub fn show_promise(&self, promise: Id) -> Result<PromiseRow> {
        let (now, office) = (self.now(), self.office());
        self.read(|db| row::show(db, &office, promise, now))
    }

    /// Writes something about an open promise, and shows it as it stands then.
    fn write_promise(
        &self,
        promise: Id,
        act: impl FnOnce(&mut Writing<'_>, &PromiseState) -> Result<()>,
    ) -> Result<Written<PromiseRow>> {
        self.allow(Action::WriteEntries)?;
        let written = self.write(|writing| {
            let state =
                read_promise(writing.db, promise)?.ok_or_else(|| Error::not_found("There is no such promise."))?;
            act(writing, &state)
        })?;
        Ok(Written { value: self.show_promise(promise)?, change: written.change })
    }
}

/// Refuses to change a promise that is no longer open.
fn require_open(promise: &PromiseState) -> Result<()> {
    let closed = match promise.state {
        _ if promise.taken_back => "was taken back",
        State::Open => return Ok(()),
        State::Kept => "has been kept",
        State::Broken => "is closed as broken",
        State::Withdrawn => "was withdrawn by the customer",
    };
    Err(Error::refused(format!("This promise {closed}. Take that back first, or make a new promise.")))
}

/// When something happened: not in the future, and not before the promise was made.
fn check_happened(at: Option<Timestamp>, promise: &PromiseState, now: Timestamp) -> Result<()> {
    match at {
        Some(at) if at > now => Err(Error::invalid("That time has not come yet. Say when it happened.")),
        Some(at) if at < promise.made_at => Err(Error::invalid("That is before the promise was made.")),
        _ => Ok(()),
    }
}
