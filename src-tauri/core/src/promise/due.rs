//! Reading a due time as it was typed.

use crate::{
    error::{Code, Error, Result},
    event::Due,
    fold::OfficeSettings,
    time::Timestamp,
    when::{self, Sense, When, WhenContext},
};

/// A due time as typed: words or an RFC 3339 instant.
pub type DueInput = String;

/// What `text` means to this office at `now`, in the given sense.
pub(crate) fn read_when(text: &str, office: &OfficeSettings, now: Timestamp, sense: Sense) -> Result<When> {
    when::read(
        text,
        &WhenContext { now, zone: office.zone, hours: &office.times, sense, languages: office.languages() },
    )
}

/// A due time, which must lie in the future.
///
/// # Errors
/// What is wrong with the words; `past` when the time has passed.
pub(super) fn read_due(text: &str, office: &OfficeSettings, now: Timestamp) -> Result<Due> {
    let read = read_when(text, office, now, Sense::Due)?;
    if read.at <= now {
        return Err(Error::new(Code::Past, "That time has passed already. Give one that is still to come."));
    }
    Ok(Due { due_at: read.at, due_local: read.local, zone: read.zone })
}

/// When something happened.
pub(crate) fn read_happened(text: Option<&str>, office: &OfficeSettings, now: Timestamp) -> Result<Option<Timestamp>> {
    text.map(|text| read_when(text, office, now, Sense::Past).map(|read| read.at)).transpose()
}
