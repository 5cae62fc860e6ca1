//! Writing all customers of the office to a file.

use super::{ExportRow, csv, vcf};
use crate::{
    cache::parse_card,
    desk::Desk,
    error::{Error, Result},
    id::Id,
    roles::Action,
};
use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
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
        replace(file, |out| write(&rows, out))
            .map_err(|e| Error::invalid(format!("{} was not written: {}.", file.display(), reason(&e))))?;
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

/// Writes a file whole under another name, then gives it its own.
fn replace(file: &Path, write: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>) -> io::Result<()> {
    if file.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let mut part = file.as_os_str().to_owned();
    part.push(format!(".{}.part", std::process::id()));
    let part = PathBuf::from(part);
    let written = (|| {
        let mut out = BufWriter::new(File::create(&part)?);
        write(&mut out)?;
        out.flush()?;
        out.get_ref().sync_all()?;
        std::fs::rename(&part, file)
    })();
    match written {
        Err(error) => match std::fs::remove_file(&part) {
            Err(left) if left.kind() != io::ErrorKind::NotFound => Err(left),
            _ => Err(error),
        },
        Ok(()) => Ok(()),
    }
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such folder".to_owned(),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            "its folder may not be written to".to_owned()
        }
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => error.to_string(),
    }
}
