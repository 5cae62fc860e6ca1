//! Where the tests' real data lies.

pub mod desk;

use std::path::{Path, PathBuf};
use std::sync::Once;

/// The file or folder `path` of the shared test data, else its copy under `tests/fixtures`. `None`, said once on
/// stderr with how many there are, when a clone has no copy of it.
///
/// # Panics
/// When `KEPT_TEST_DATA` is set and what it names is not there: a run that was given the data must use it.
pub fn shared(path: &str) -> Option<PathBuf> {
    if let Some(folder) = std::env::var_os("KEPT_TEST_DATA").filter(|v| !v.is_empty()) {
        let folder = PathBuf::from(folder);
        assert!(folder.is_dir(), "KEPT_TEST_DATA names a folder that is not there");
        let found = folder.join(path);
        assert!(found.exists(), "{path} is not in the folder that KEPT_TEST_DATA names");
        return Some(found);
    }
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures");
    say_what_is_left_out(&fixtures);
    let found = fixtures.join(path);
    if found.exists() {
        return Some(found);
    }
    eprintln!("left out: {path} (set KEPT_TEST_DATA to the folder of the whole test data)");
    None
}

/// The text of a shared file; `None` as for [`shared`].
pub fn shared_text(path: &str) -> Option<String> {
    shared(path).map(|found| std::fs::read_to_string(&found).unwrap_or_else(|e| panic!("{path}: {e}")))
}

/// Says how much of the whole data the copies hold; their README counts it.
fn say_what_is_left_out(fixtures: &Path) {
    static SAID: Once = Once::new();
    SAID.call_once(|| {
        let readme = std::fs::read_to_string(fixtures.join("README.md")).unwrap_or_default();
        for line in readme.lines().filter(|l| l.starts_with("| ")).skip(1) {
            eprintln!("copies instead of the whole test data: {line}");
        }
    });
}
