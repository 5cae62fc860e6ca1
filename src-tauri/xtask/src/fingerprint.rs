//! Whether files have changed since something was made of them.

use anyhow::{Context, Result};
use sha2::{Digest, Sha256, Sha512};
use std::fs;
use std::path::{Path, PathBuf};

/// One text for the names and contents of all files under those paths, whatever their dates. Folders called in
/// `leave_out` are passed over; what is not there counts as empty.
///
/// # Errors
/// Where a file cannot be read.
pub fn of(paths: &[PathBuf], leave_out: &[&str]) -> Result<String> {
    let mut files = Vec::new();
    for path in paths {
        collect(path, leave_out, &mut files)?;
    }
    files.sort();
    let mut all = Sha256::new();
    for file in files {
        let bytes = fs::read(&file).with_context(|| format!("{} could not be read", file.display()))?;
        all.update(file.to_string_lossy().as_bytes());
        all.update((bytes.len() as u64).to_le_bytes());
        all.update(bytes);
    }
    Ok(format!("{:x}", all.finalize()))
}

fn collect(path: &Path, leave_out: &[&str], files: &mut Vec<PathBuf>) -> Result<()> {
    if path.is_file() {
        files.push(path.to_owned());
    } else if path.is_dir() {
        for entry in fs::read_dir(path).with_context(|| format!("{} could not be read", path.display()))? {
            let entry = entry?;
            if !leave_out.iter().any(|name| entry.file_name().to_str() == Some(*name)) {
                collect(&entry.path(), leave_out, files)?;
            }
        }
    }
    Ok(())
}

/// Whether `mark` says that `fingerprint` has been dealt with.
pub fn is_marked(mark: &Path, fingerprint: &str) -> bool {
    fs::read_to_string(mark).is_ok_and(|text| text == fingerprint)
}

/// Notes in `mark` that `fingerprint` has been dealt with.
///
/// # Errors
/// Where it cannot be written.
pub fn set_mark(mark: &Path, fingerprint: &str) -> Result<()> {
    if let Some(folder) = mark.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(mark, fingerprint).with_context(|| format!("{} could not be written", mark.display()))
}

/// The SHA-512 of a file, in hexadecimal.
///
/// # Errors
/// Where it cannot be read.
pub fn sha512(file: &Path) -> Result<String> {
    let bytes = fs::read(file).with_context(|| format!("{} could not be read", file.display()))?;
    Ok(format!("{:x}", Sha512::digest(bytes)))
}
