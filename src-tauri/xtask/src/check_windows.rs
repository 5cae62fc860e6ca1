//! Whether the core and keptctl compile for Windows, checked from Linux.
//!
//! Where the compiler in use has Windows' standard library (`rustup target add x86_64-pc-windows-gnu`), it does the work.
//! Elsewhere Debian's packaged compiler does, with its sources of the standard library, both unpacked into `target`: they
//! would conflict with an installed Rust. SQLite is C, so a C compiler for Windows is needed either way.

use crate::command::{answer, cargo, on_path, program, run, say};
use crate::{apt, place};
use anyhow::{Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const TARGET: &str = "x86_64-pc-windows-gnu";

/// Debian's compiler, its libraries, and the sources of the standard library.
const COMPILER: &[&str] = &["rustc-web", "libstd-rust-web-dev", "rust-web-src"];

/// Checks them.
///
/// # Errors
/// Where they do not compile, or where the tools cannot be had.
pub fn check_windows() -> Result<()> {
    apt::install(&["gcc-mingw-w64-x86-64"])?;
    let mut check = cargo();
    check.args(["check", "--package", "kept-core", "--package", "keptctl", "--target", TARGET]);
    // Apart, so that it does not wait for other builds nor undo them.
    check.arg("--target-dir").arg(place::target().join("windows"));
    if !has_windows_library() {
        use_debians(&mut check)?;
    }
    say("Checking the core and keptctl for Windows");
    run(&mut check, "The core does not compile for Windows")
}

/// Checks them where the tools can be had, and says so where they cannot.
///
/// # Errors
/// Where they do not compile.
pub fn check_windows_if_possible() -> Result<()> {
    // Ubuntu and others do not carry Debian's packaged compiler; its sources are what is rarest.
    let packaged = answer(program("apt-cache").args(["show", "rust-web-src"])).is_some_and(|said| !said.is_empty());
    if has_windows_library() || packaged {
        return check_windows();
    }
    say("Left out: this system has no compiler for Windows (`rustup target add x86_64-pc-windows-gnu` brings one)");
    Ok(())
}

fn has_windows_library() -> bool {
    answer(program("rustc").args(["--print", "target-libdir", "--target", TARGET]))
        .is_some_and(|folder| Path::new(&folder).is_dir())
}

/// Lets `check` be done by Debian's compiler, which builds the standard library on the way.
fn use_debians(check: &mut Command) -> Result<()> {
    let home = place::target().join("debian-rust");
    let rustc = home.join("usr").join("bin").join("rustc");
    if !rustc.exists() {
        unpack(&home)?;
    }
    check.arg("-Zbuild-std=std,panic_abort,panic_unwind").env("RUSTC", &rustc).env("RUSTC_BOOTSTRAP", "1");
    let libraries = home.join("usr").join("lib").join(format!("{}-linux-gnu", std::env::consts::ARCH));
    check.env("LD_LIBRARY_PATH", libraries);
    Ok(())
}

fn unpack(home: &Path) -> Result<()> {
    if on_path("apt-get").is_none() || on_path("dpkg").is_none() {
        bail!("Windows' standard library is missing: run `rustup target add {TARGET}` and then this again.");
    }
    say("Fetching Debian's Rust compiler, which can build the standard library for Windows");
    let making = home.with_extension("making");
    if making.exists() {
        fs::remove_dir_all(&making)?;
    }
    fs::create_dir_all(&making)?;
    let mut fetch = program("apt-get");
    fetch.current_dir(&making).arg("download").args(COMPILER).args(libraries_of("libstd-rust-web-dev"));
    run(&mut fetch, "Debian's Rust compiler could not be fetched: run apt-get update and then this again")?;
    let unpacked = making.join("root");
    for package in packages_in(&making)? {
        run(program("dpkg").arg("--extract").arg(package).arg(&unpacked), "A package could not be unpacked")?;
    }
    fs::rename(&unpacked, home)?;
    fs::remove_dir_all(&making)?;
    Ok(())
}

/// The compiler's own shared libraries, whose names carry versions: what `package` needs of Rust and LLVM.
fn libraries_of(package: &str) -> Vec<String> {
    let needs = answer(program("apt-cache").args([
        "depends",
        "--recurse",
        "--no-recommends",
        "--no-suggests",
        "--no-conflicts",
        "--no-breaks",
        "--no-replaces",
        "--no-enhances",
        package,
    ]));
    let mut names: Vec<String> = needs
        .unwrap_or_default()
        .lines()
        .filter(|line| !line.starts_with(' '))
        .filter(|name| *name != package && (name.starts_with("libstd-rust-web-") || name.starts_with("libllvm")))
        .map(str::to_owned)
        .collect();
    names.sort();
    names.dedup();
    names
}

fn packages_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut packages = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == "deb") {
            packages.push(path);
        }
    }
    Ok(packages)
}
