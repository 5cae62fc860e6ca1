//! Running other programs.

use crate::place;
use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Says what is being done.
pub fn say(what: &str) {
    eprintln!("\n==> {what}");
}

/// A program to run at the top of the repository, without an input of its own.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(place::root()).stdin(Stdio::null());
    command
}

/// Cargo, the one that runs this.
pub fn cargo() -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs it, its output going where ours goes.
///
/// # Errors
/// `failure`, a sentence, where it cannot be started or does not succeed.
pub fn run(command: &mut Command, failure: &str) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().with_context(|| format!("{failure}: {name} could not be started"))?;
    if !status.success() {
        bail!("{failure}.");
    }
    Ok(())
}

/// Its output, trimmed; `None` where it cannot be started or does not succeed.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Where PATH finds that program.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|dir| dir.join(name)).find(|file| is_program(file))
}

fn is_program(file: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        file.metadata().is_ok_and(|m| m.is_file() && m.permissions().mode() & 0o111 != 0)
    }
    #[cfg(not(unix))]
    {
        file.is_file()
    }
}

/// Becomes that program; returns only where it cannot, or where the system has no such thing and it has ended.
///
/// # Errors
/// `failure`, a sentence.
pub fn become_program(command: &mut Command, failure: &str) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt;
        // Whoever ends us by our process id must end the program.
        let error = command.exec();
        Err(error).with_context(|| failure.to_owned())
    }
    #[cfg(not(unix))]
    {
        run(command, failure)
    }
}
