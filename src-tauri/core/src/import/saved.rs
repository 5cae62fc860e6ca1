//! What became of an import, as a table for a spreadsheet: every count, and every line that was not simply taken.

use super::Skipped;
use crate::{
    error::{Error, Result, place},
    export::{guarded, write_whole},
};
use serde::Deserialize;
use std::path::Path;

/// The parts of a report that are saved.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ReportToSave {
    files: Vec<FileToSave>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct FileToSave {
    file: String,
    read: u64,
    created: u64,
    updated: u64,
    unchanged: u64,
    skipped: Vec<Skipped>,
    remarks: Vec<Skipped>,
}

/// Writes the report to `file` as CSV: a row for each count of each file, then one for each line that was left out or
/// taken with a remark.
///
/// # Errors
/// The file cannot be written; it is then as it was.
pub fn save_report(report: &ReportToSave, file: &Path) -> Result<()> {
    write_whole(file, |out| {
        let mut out = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
        out.write_record(["file", "line", "what", "count", "why"])?;
        for one in &report.files {
            let name = guarded(&one.file);
            let skipped = one.skipped.len() as u64;
            for (what, count) in [
                ("read", one.read),
                ("new", one.created),
                ("added to", one.updated),
                ("already here", one.unchanged),
                ("skipped", skipped),
            ] {
                out.write_record([name.as_ref(), "", what, &count.to_string(), ""])?;
            }
            for (what, lines) in [("skipped", &one.skipped), ("taken with a remark", &one.remarks)] {
                for Skipped { line, why } in lines {
                    out.write_record([name.as_ref(), &line.to_string(), what, "", guarded(why).as_ref()])?;
                }
            }
        }
        out.flush()
    })
    .map_err(|why| Error::invalid(format!("The report was not written to {}: {why}.", place(file))))
}
