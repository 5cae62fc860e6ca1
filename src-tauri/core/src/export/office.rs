//! Writing all customers of the office to a file.

use super::{ExportRow, csv, vcf, write_whole};
use crate::{
    cache::parse_card,
    desk::Desk,
    error::{Error, Result, place},
    id::Id,
    roles::Action,
};
use std::{
    fs::File,
    io::{self, BufWriter},
    path::Path,
};

/// Writes rows in one format.
type Writer = fn(&[ExportRow], &mut BufWriter<File>) -> io::Result<()>;

impl Desk {
    /// Writes all customers to `file`, in the order they were added; its ending says the format, `.csv` or `.vcf`. Those
    /// taken back are left out. Gives their number. What stood in `file` is replaced once the new one is whole.
    ///
    /// # Errors
    /// The ending is of no format that is written, or the file cannot be; then `file` is as it was.
    pub fn export(&self, file: &Path, customer: Option<Id>) -> Result<u64> {
        self.allow(Action::Export)?;
        let write = writer(file, customer.is_some())?;
        let rows = self.read(|db| {
            let mut statement = db.prepare_cached("SELECT id, card FROM customer WHERE live ORDER BY id")?;
            let mut rows = statement.query([])?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                let (id, card): (Id, String) = (row.get(0)?, row.get(1)?);
                found.push(ExportRow { id: id.to_string(), card: parse_card(&card)? });
            }
            Ok(found)
        })?;
        write_whole(file, |out| write(&rows, out))
            .map_err(|why| Error::invalid(format!("{} was not written: {why}.", place(file))))?;
        Ok(rows.len() as u64)
    }
}

fn writer(file: &Path, one_customer: bool) -> Result<Writer> {
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    match (ending.as_str(), one_customer) {
        ("csv", false) => Ok(csv),
        ("vcf", false) => Ok(vcf),
        ("json" | "pdf", true) | ("xlsx", false) => Err(Error::invalid(format!(
            "This version of Kept does not write .{ending} yet. Write all customers to a .csv or .vcf file."
        ))),
        (_, true) => Err(Error::invalid(
            "One customer's history goes into a .json or .pdf file, which this version of Kept does not write yet.",
        )),
        (_, false) => Err(Error::invalid("The file's ending must say the format: .csv or .vcf.")),
    }
}
