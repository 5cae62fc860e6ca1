//! What an import came to, file by file: every card and row accounted for.

use super::{DateOrder, Format, ReadFile, Skipped};
use crate::{id::Id, time::Timestamp};
use serde::{Serialize, Serializer, ser::SerializeMap};

/// How one file was read and what became of it: `read` is the sum of the four counts that follow.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportFileReport")]
pub struct FileReport {
    /// The file's name, without its folder.
    pub file: String,
    /// The format it was read as.
    pub format: Format,
    /// Its character encoding.
    pub encoding: String,
    /// Whether the file does not say how it is encoded.
    pub encoding_guessed: bool,
    /// What stands between cells; `None` for cards.
    pub delimiter: Option<char>,
    /// Cards or rows in it.
    pub read: u64,
    /// Customers added.
    pub created: u64,
    /// Customers who were told more by it.
    pub updated: u64,
    /// Cards or rows that said nothing new.
    pub unchanged: u64,
    /// Cards or rows left out, with line and reason.
    pub skipped: Vec<Skipped>,
    /// Taken, although something was wrong.
    pub remarks: Vec<Skipped>,
    /// Columns in file order, each with the field it is filed under; `None`: a free field of its own name.
    #[serde(serialize_with = "as_map")]
    #[ts(type = "Record<string, string | null>")]
    pub columns: Vec<(String, Option<String>)>,
    /// Up to three cells of the first rows of each column, under the same titles.
    #[serde(serialize_with = "as_map")]
    #[ts(type = "Record<string, string[]>")]
    pub cells: Vec<(String, Vec<String>)>,
    /// How many dates could be read two ways, such as 4/5/1985.
    pub two_way_dates: u64,
    /// The first of them.
    pub date_example: Option<String>,
    /// How they were read; `None`: they stay as text until somebody says.
    pub date_order: Option<DateOrder>,
    /// The first people of the file.
    pub sample: Vec<Sample>,
}

/// A person of a file, as a preview shows them.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportSample")]
pub struct Sample {
    /// Where the card or row begins.
    pub line: usize,
    /// Name.
    pub name: String,
    /// Phones as they stand in the file.
    pub phones: Vec<String>,
    /// Addresses.
    pub emails: Vec<String>,
    /// Firm.
    pub organization: String,
}

/// The answer of a preview or a run.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct ImportReport {
    /// The import, by which it can be taken back; `None` for a preview, and where nothing was written.
    pub import: Option<Id>,
    /// A digest of the files and how they were read: a run that is given it makes sure that they are still the same.
    pub fingerprint: String,
    /// In the order given.
    pub files: Vec<FileReport>,
}

/// A past import.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct ImportRow {
    /// The import.
    pub id: Id,
    /// When it was run.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// By whom.
    pub by: String,
    /// Its files.
    pub files: Vec<String>,
    /// Cards and rows read.
    pub read: u64,
    /// Customers added.
    pub created: u64,
    /// Customers who were told more.
    pub updated: u64,
    /// Cards and rows left out.
    pub skipped: u64,
    /// Whether it was taken back.
    pub undone: bool,
}

/// How many people of a file a preview shows.
const SAMPLE: usize = 8;

impl FileReport {
    /// The report of a file that was read, before anything came of it.
    pub(super) fn of(file: String, read: &ReadFile) -> FileReport {
        let sample = read.people.iter().take(SAMPLE).map(|person| Sample {
            line: person.line,
            name: person.card.name.clone(),
            phones: person.card.phones.iter().map(|phone| phone.typed.clone()).collect(),
            emails: person.card.emails.iter().map(|email| email.address.clone()).collect(),
            organization: person.card.organization.clone(),
        });
        FileReport {
            file,
            format: read.format,
            encoding: read.encoding.clone(),
            encoding_guessed: read.encoding_guessed,
            delimiter: read.delimiter,
            read: (read.people.len() + read.skipped.len()) as u64,
            created: 0,
            updated: 0,
            unchanged: 0,
            skipped: read.skipped.clone(),
            remarks: read.remarks.clone(),
            columns: read.columns.clone(),
            cells: read.columns.iter().map(|(title, _)| title.clone()).zip(read.cells.clone()).collect(),
            two_way_dates: read.dates.count,
            date_example: read.dates.example.clone(),
            date_order: read.dates.order,
            sample: sample.collect(),
        }
    }
}

/// Columns as a JSON object in file order; a title that comes again gets its position.
fn as_map<S: Serializer, T: Serialize>(columns: &[(String, T)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(columns.len()))?;
    for (position, (header, value)) in columns.iter().enumerate() {
        let again = columns.iter().take(position).any(|(before, _)| before == header);
        let key = if again { format!("{header} ({})", position + 1) } else { header.clone() };
        map.serialize_entry(&key, value)?;
    }
    map.end()
}
