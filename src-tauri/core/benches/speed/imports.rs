//! Importing a large address book into the office, and finding meanwhile.

use super::{
    office::{Office, call},
    queries::{self, Sample},
    stopwatch::{Laps, Times},
    table::{Table, ms},
};
use serde_json::json;
use std::{
    fmt::Write,
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, SystemTime},
};

const ROWS: usize = 100_000;

/// A file of as many rows: four in five are new, the others are known by phone or e-mail.
fn write_file(sample: &Sample, file: &std::path::Path) {
    let mut text = String::from("Name,Phone,E-mail,Company\n");
    for row in 0..ROWS {
        let known = sample.customers.get(row / 5 % sample.customers.len()).filter(|_| row % 5 == 0);
        let (name, phone, email) = match known {
            Some(known) => (
                known.name.clone(),
                known.phones.first().cloned().unwrap_or_default(),
                known.emails.first().cloned().unwrap_or_default(),
            ),
            None => {
                let (family, area) = (row % 9973, 201 + row % 700);
                (
                    format!("New{} Person{family}", row % 311),
                    format!("({area}) 5{:02}-{:04}", 20 + row / 10_000, row % 10_000),
                    format!("new{row}@example.net"),
                )
            }
        };
        writeln!(text, "{name},{phone},{email},Import Ltd").unwrap();
    }
    std::fs::write(file, text).unwrap();
}

/// Runs the import; a second thread searches as long as it lasts.
pub fn run(table: &mut Table, office: &Office, sample: &Sample) {
    let file = office.home.join("people.csv");
    write_file(sample, &file);
    let desk = office.open();
    // What the same backup costs in processor time, to be taken off the import that makes one first.
    let mut backup_cpu = Laps::default();
    let spare = backup_cpu.time(|| desk.backup_here().unwrap());
    std::fs::remove_file(spare.file).unwrap();
    let backup_cpu = backup_cpu.times().cpu_p99;
    let queries = queries::beginnings(sample, 3);
    let done = AtomicBool::new(false);
    office.tick();
    let (mut whole, meanwhile) = (Laps::default(), std::cell::OnceCell::new());
    let report = std::thread::scope(|scope| {
        let searching = scope.spawn(|| {
            let mut laps = Laps::default();
            let mut next = queries.iter().cycle();
            while !done.load(Ordering::Relaxed) {
                let query = next.next().unwrap();
                laps.time(|| call(&desk, "find", json!({ "query": query })));
                std::thread::sleep(Duration::from_millis(5));
            }
            laps.times()
        });
        let report = whole.time(|| call(&desk, "import_run", json!({ "paths": [file] })));
        done.store(true, Ordering::Relaxed);
        meanwhile.set(searching.join().unwrap()).expect("set once");
        report
    });
    let whole = whole.times();
    let counts = &report["files"][0];
    eprintln!(
        "import: {} created, {} updated, {} unchanged, {} skipped",
        counts["created"],
        counts["updated"],
        counts["unchanged"],
        counts["skipped"].as_array().map_or(0, Vec::len)
    );
    let backup = backup_took(office).min(whole.p99);
    let once = |took: Duration, cpu_p99: Duration| Times { median: took, p99: took, cpu_p99, count: 1 };
    let import_cpu = whole.cpu_p99.saturating_sub(backup_cpu);
    table.row("import of 100,000 CSV rows, 80 in 100 new", once(whole.p99 - backup, import_cpu), ms(2500.0));
    table.row("the backup made before it", once(backup, backup_cpu), None);
    table.row("find, 3 letters, during the import", meanwhile.into_inner().expect("set above"), ms(10.0));
}

/// From the making of the newest backup to its final name.
fn backup_took(office: &Office) -> Duration {
    use std::os::unix::fs::MetadataExt;
    let newest = kept_core::store::newest_backup(&office.home).expect("a backup");
    let about = std::fs::metadata(&newest.file).unwrap();
    let named = SystemTime::UNIX_EPOCH
        + Duration::new(about.ctime().unsigned_abs(), u32::try_from(about.ctime_nsec()).unwrap());
    about.created().map_or(Duration::ZERO, |made| named.duration_since(made).unwrap_or_default())
}
