//! Opening an office whose file the system has in memory, and one whose file it has not.

use super::{
    office::{Office, call},
    stopwatch::{Laps, each},
    table::{Table, ms},
};
use serde_json::json;

/// Makes the system forget what it holds of the file.
pub fn forget(office: &Office) {
    for name in ["kept.db", "kept.db-wal"] {
        if let Ok(file) = std::fs::File::open(office.home.join(name)) {
            let _ = file.sync_all();
            rustix::fs::fadvise(&file, 0, None, rustix::fs::Advice::DontNeed).expect("advice taken");
        }
    }
}

/// Opening and showing the queue.
pub fn open(table: &mut Table, office: &Office) {
    let show = || drop(call(&office.open(), "queue", json!({})));
    show();
    table.row("open and show the queue, warm", each(0..40, |_| show()), ms(20.0));
    let mut laps = Laps::default();
    for _ in 0..20 {
        forget(office);
        laps.time(show);
    }
    table.row("open and show the queue, file not in memory", laps.times(), ms(100.0));
}
