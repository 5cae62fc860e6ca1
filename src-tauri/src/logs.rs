//! What happened, for whoever has to find out why: ids and codes only, never people's words.

use std::path::Path;
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::EnvFilter;

/// Daily files that are kept.
const KEPT: usize = 14;

/// Begins to write to `logs` in the data folder. Where that cannot be, Kept works without a log.
pub fn begin(home: &Path) {
    let logs = home.join("logs");
    if make_private(&logs).is_err() {
        return;
    }
    let file = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("kept")
        .filename_suffix("log")
        .max_log_files(KEPT)
        .build(&logs);
    make_files_private(&logs);
    if let Ok(file) = file {
        // Other libraries may log what they are given, which can be people's words.
        let ours = EnvFilter::new("off,kept=info,kept_host=info,kept_core=info");
        let log = tracing_subscriber::fmt().with_env_filter(ours).with_writer(file).with_ansi(false);
        // Only one log can be begun in a program, and this is the only place that begins one.
        let _ = log.try_init();
    }
}

/// Makes the folder, and those above it, for nobody else to read.
fn make_private(folder: &Path) -> std::io::Result<()> {
    let mut make = std::fs::DirBuilder::new();
    make.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut make, 0o700);
    make.create(folder)
}

/// The folder is private already; so are its files, like all of the office's.
fn make_files_private(folder: &Path) {
    #[cfg(unix)]
    for file in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        use std::os::unix::fs::PermissionsExt;
        // Not worth stopping for: nobody else may enter the folder.
        let _ = std::fs::set_permissions(file.path(), std::fs::Permissions::from_mode(0o600));
    }
}
