//! Which desk this is. Kept outside the database, so that a copied or restored one does not clone it.

use super::{file_error, folder::write_private};
use crate::{error::Result, id::Id};
use std::path::Path;

/// The desk's own id, made at its first opening.
pub(crate) fn desk_id(home: &Path, make: impl FnOnce() -> Result<Id>) -> Result<Id> {
    let file = home.join("desk");
    match std::fs::read_to_string(&file) {
        Ok(text) => match text.trim().parse() {
            Ok(id) => return Ok(id),
            // An unreadable identity is replaced: a new chain begins, and nothing of the old one is lost.
            Err(_) => {
                std::fs::rename(&file, home.join("desk.unreadable")).map_err(|e| file_error("Replacing", &file, &e))?
            }
        },
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => {}
        Err(e) => return Err(file_error("Reading", &file, &e)),
    }
    let id = make()?;
    write_private(&file, id.to_string().as_bytes())?;
    Ok(id)
}
