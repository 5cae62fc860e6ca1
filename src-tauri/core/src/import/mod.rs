//! Address books of other programs, read: vCard and CSV files become people to add, without a look at the office.
//!
//! Every card or row of a file ends up either in [`ReadFile::people`] or, with its line and a reason, in
//! [`ReadFile::skipped`]. Nothing is guessed about phones: they stay as they were typed. Finding out who is already
//! known, and writing, are not done here.

mod birthday;
mod columns;
mod csv;
mod dates;
mod decode;
mod delimiter;
mod labels;
mod matching;
mod report;
mod row;
mod run;
mod saved;
mod undo;
mod values;
mod vcard;

pub(crate) use values::{is_guarded, starts_formula};
pub(crate) use vcard::OWN_PRODUCT;

pub use birthday::DateOrder;
pub use dates::TwoWayDates;
pub use report::{FileReport, ImportReport, ImportRow, Sample};
pub use run::ImportRequest;
pub use saved::{ReportToSave, save_report};
pub use undo::ImportUndone;

use crate::customer::NewCustomer;
use crate::error::{Error, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Bytes of the largest file that is read.
const LARGEST_FILE: usize = 50 << 20;
/// Bytes of the largest field that is kept; a card or row with a larger one is skipped.
const LARGEST_FIELD: usize = 64 << 10;
/// Cards or rows of the largest file that is read.
const MOST_RECORDS: usize = 1_000_000;

/// How an address book is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ImportFormat")]
pub enum Format {
    /// vCard 2.1, 3.0 or 4.0.
    Vcard,
    /// Rows of cells, separated by comma, semicolon, tab or bar.
    Csv,
}

/// How a file is to be read, where it should not be found out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReadOptions {
    /// The format; by content when not said.
    pub format: Option<Format>,
    /// What a column holds, by its header or its position from 1: a FIELD such as `phone:work`, `field:Plate`, `ignore`.
    pub map: BTreeMap<String, String>,
    /// The character encoding by its label, such as `windows-1252`; found out when not said.
    pub encoding: Option<String>,
    /// What stands between cells; found out when not said.
    pub delimiter: Option<char>,
    /// How dates that can be read two ways are meant; as the file's own certain dates show when not said.
    pub date_order: Option<DateOrder>,
}

/// One person or organisation of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The line where the card or row begins, from 1.
    pub line: usize,
    /// What is known.
    pub card: NewCustomer,
    /// The id the file gives it: a card's UID, or `id` of our own export.
    pub uid: Option<String>,
}

/// A card or row that was not taken, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Skipped {
    /// The line where it begins, from 1.
    pub line: usize,
    /// The reason, in a few words.
    pub why: String,
}

/// What was found in a file. `people.len() + skipped.len()` is the number of cards or rows in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadFile {
    /// The format it was read as.
    pub format: Format,
    /// The character encoding, lower case: `utf-8`, `utf-16le`, `windows-1252`.
    pub encoding: String,
    /// Whether the file does not say how it is encoded, so that letters with accents may be wrong.
    pub encoding_guessed: bool,
    /// What stands between cells; only for CSV.
    pub delimiter: Option<char>,
    /// Headers in file order with the FIELD each is filed under; `None` becomes a free field of that name.
    pub columns: Vec<(String, Option<String>)>,
    /// For each of them, up to three cells of the first rows.
    pub cells: Vec<Vec<String>>,
    /// Dates that could be read two ways, and what was made of them.
    pub dates: TwoWayDates,
    /// Everybody who can be added, in file order.
    pub people: Vec<Person>,
    /// Every card or row that cannot.
    pub skipped: Vec<Skipped>,
    /// Cards that were taken although something was wrong with them, such as a missing end.
    pub remarks: Vec<Skipped>,
}

/// Reads an address book.
///
/// # Errors
/// The file is too large, is not text, or the options name an encoding, a column or a field that does not exist.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<ReadFile> {
    if bytes.len() > LARGEST_FILE {
        return Err(Error::invalid("This file is larger than 50 MB; split it into smaller ones and import those."));
    }
    decode::refuse_other_kinds(bytes)?;
    let format = match options.format {
        Some(format) => format,
        None if vcard::is_likely(bytes) => Format::Vcard,
        None => Format::Csv,
    };
    let read = match format {
        Format::Vcard => vcard::read(bytes, options.encoding.as_deref())?,
        Format::Csv => csv::read(bytes, options)?,
    };
    if read.people.len() + read.skipped.len() > MOST_RECORDS {
        return Err(Error::invalid("This file holds more than a million people; split it and import the parts."));
    }
    Ok(read)
}
