//! Whatever comes in from outside, and however it is broken: no panic, one sentence, and nothing written by the way.
//!
//! Bytes are made by [`edits`] from real samples, calls by [`values`] from arguments that are in order. All of it is the
//! same on every run.

mod address_books;
mod calls;
mod edits;
mod lines;
mod offices;
mod samples;
mod values;

use crate::support::desk::TestDesk;
use kept_core::error::Error;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use rusqlite::{Connection, OpenFlags, types::ValueRef};
use sha2::{Digest, Sha256};
use std::cell::RefCell;

/// A run of so many cases, which are the same each time.
fn runner(cases: u32) -> TestRunner {
    let seed = RngSeed::Fixed(20_261_121);
    TestRunner::new(Config {
        cases,
        rng_seed: seed,
        failure_persistence: None,
        max_shrink_iters: 300,
        ..Config::default()
    })
}

/// Makes sure that an error is one sentence for a person.
#[track_caller]
fn is_a_sentence(error: &Error, about: &str) {
    let said = &error.message;
    let about: String = about.chars().take(300).collect();
    assert!(said.ends_with(['.', '?', '`']), "no sentence: {said:?}, of {about}");
    assert!(said.chars().count() <= 600, "too much to read: {said:.200}, of {about}");
    assert!(!said.chars().any(char::is_control), "more than a line: {said:?}, of {about}");
    for insides in ["panicked", "unwrap", ".rs:", "Error(", "SELECT "] {
        assert!(!said.contains(insides), "the program's insides: {said:?}, of {about}");
    }
}

/// Watches an office's file for anything that is written to it.
struct Watch {
    file: Connection,
    /// What SQLite counted, and the digest, at the last look.
    seen: RefCell<(i64, String)>,
}

impl Watch {
    /// Watches the office of a desk from now on.
    fn over(desk: &TestDesk) -> Watch {
        let file = Connection::open_with_flags(desk.home().join("kept.db"), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
        let watch = Watch { file, seen: RefCell::new((-1, String::new())) };
        watch.look();
        watch
    }

    /// What SQLite counts up whenever somebody else commits anything: equal counts mean that nothing at all was written.
    fn commits(&self) -> i64 {
        self.file.query_row("PRAGMA data_version", [], |row| row.get(0)).unwrap()
    }

    /// Whether anything in any table differs from the last look.
    fn look(&self) -> bool {
        let version = self.commits();
        if version == self.seen.borrow().0 {
            return false;
        }
        let seen = (version, digest(&self.file));
        self.seen.replace(seen.clone()).1 != seen.1
    }

    /// Events in the log.
    fn events(&self) -> i64 {
        self.file.query_row("SELECT count(*) FROM event", [], |row| row.get(0)).unwrap()
    }
}

/// A digest of every row of every table.
fn digest(file: &Connection) -> String {
    let names: Vec<String> = file
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert!(names.iter().any(|name| name == "event") && names.len() > 10, "{names:?}");
    let mut hash = Sha256::new();
    for name in names {
        let mut statement = file.prepare(&format!("SELECT * FROM \"{name}\"")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for column in 0..columns {
                match row.get_ref(column).unwrap() {
                    ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
                        hash.update(bytes.len().to_le_bytes());
                        hash.update(bytes);
                    }
                    number => hash.update(format!("{number:?}")),
                }
            }
        }
        hash.update(name);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_watch_sees_a_single_write() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let watch = Watch::over(&desk);
    assert!(!watch.look());
    desk.find("carl", 5).unwrap();
    assert!(!watch.look());
    let before = watch.commits();
    desk.put_draft("composer:1", Some("half")).unwrap();
    assert!(watch.look() && watch.commits() != before);
    assert!(!watch.look());
}
