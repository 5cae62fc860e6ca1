//! Where things lie in the repository.

use std::path::PathBuf;

/// The top of the repository.
pub fn root() -> PathBuf {
    // Set by `cargo run`, so that a moved checkout is still found.
    let here = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    here.ancestors().nth(2).map_or_else(|| here.clone(), PathBuf::from)
}

/// What is built and fetched, and may be deleted at any time.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The window's page: its sources.
pub fn ui() -> PathBuf {
    root().join("ui")
}

/// A program of ours, as `cargo build` leaves it.
pub fn built(program: &str) -> PathBuf {
    target().join("debug").join(format!("{program}{}", std::env::consts::EXE_SUFFIX))
}
