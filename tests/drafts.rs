//! What is half-typed stays: across closing, for each member alone, and in an office that an earlier Kept made.

use crate::support::desk::{TestDesk, moment, open};
use kept_core::{api::call, clock::StandingClock, error::Code, store::newest_backup};
use serde_json::json;
use std::{path::Path, sync::Arc};

/// The keys and values of whoever is signed in, the latest first.
fn kept(desk: &TestDesk) -> Vec<(String, String)> {
    desk.drafts().unwrap().into_iter().map(|draft| (draft.key, draft.value)).collect()
}

#[test]
fn what_was_half_typed_is_there_after_closing() {
    let mut desk = TestDesk::at("2026-03-02T09:00Z");
    desk.put_draft("composer:1", Some("Apologised for the w")).unwrap();
    desk.put_draft("composer:1", Some("Apologised for the wait")).unwrap();
    desk.reopen();
    assert_eq!(kept(&desk), [("composer:1".into(), "Apologised for the wait".into())]);
}

#[test]
fn a_draft_that_is_saved_or_thrown_away_is_gone() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    desk.put_draft("composer:1", Some("half")).unwrap();
    desk.put_draft("composer:1", None).unwrap();
    desk.put_draft("never:there", None).unwrap();
    assert_eq!(kept(&desk), []);
}

#[test]
fn each_member_has_their_own_and_no_role_is_kept_from_them() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    desk.put_draft("composer:1", Some("Ruth's half sentence")).unwrap();
    desk.act_as("Amy").unwrap();
    assert_eq!(kept(&desk), []);
    desk.put_draft("composer:1", Some("Amy's half sentence")).unwrap();
    desk.act_as("Ruth").unwrap();
    assert_eq!(kept(&desk), [("composer:1".into(), "Ruth's half sentence".into())]);
}

#[test]
fn before_anybody_is_signed_in_a_draft_is_kept_too() {
    let desk = TestDesk::empty("2026-03-02T09:00Z");
    desk.put_draft("first_run", Some("Hale Mot")).unwrap();
    assert_eq!(kept(&desk).len(), 1);
}

#[test]
fn a_draft_is_no_part_of_the_history() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl Lindgren", "");
    let (events, entries) = (desk.events().unwrap(), desk.kinds(carl));
    desk.put_draft(&format!("composer:{carl}"), Some("unsayable")).unwrap();
    assert_eq!(desk.events().unwrap(), events);
    assert_eq!(desk.kinds(carl), entries);
    assert_eq!(desk.settle().found("unsayable"), Vec::<String>::new());
    assert!(desk.check().unwrap().ok);
}

#[test]
fn what_is_too_long_is_refused_and_the_one_before_stays() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    desk.put_draft("note", Some("short")).unwrap();
    let refused = desk.put_draft("note", Some(&"x".repeat(600 * 1024))).unwrap_err();
    assert_eq!(refused.code, Code::Invalid);
    for key in [String::new(), "k".repeat(201)] {
        assert_eq!(desk.put_draft(&key, Some("x")).unwrap_err().code, Code::Invalid, "{}", key.len());
    }
    assert_eq!(kept(&desk), [("note".into(), "short".into())]);
}

#[test]
fn of_very_many_the_oldest_goes_and_the_one_just_typed_never_does() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    // All in one moment, so that nothing but being the one just typed keeps the last.
    for n in 0..250 {
        desk.put_draft(&format!("composer:{n}"), Some("half")).unwrap();
        assert!(kept(&desk).iter().any(|(key, _)| *key == format!("composer:{n}")), "{n}");
    }
    assert_eq!(kept(&desk).len(), 200);
    desk.clock.set(moment("2026-03-02T10:00Z"));
    desk.put_draft("later", Some("half")).unwrap();
    desk.clock.set(moment("2026-03-02T11:00Z"));
    desk.put_draft("last", Some("half")).unwrap();
    let keys: Vec<String> = kept(&desk).into_iter().map(|(key, _)| key).collect();
    assert_eq!(keys.len(), 200);
    assert_eq!(keys[..2], ["last", "later"]);
}

#[test]
fn the_window_puts_and_lists_them_and_nobody_else_is_told() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    desk.poll_writes().unwrap();
    let put = call(&desk, "draft_put", json!({ "key": "composer:1", "value": "{\"text\":\"half\"}" })).unwrap();
    assert_eq!((put.value, put.change), (json!(null), None));
    let listed = call(&desk, "draft_list", json!({})).unwrap().value;
    let expected =
        json!({ "key": "composer:1", "value": "{\"text\":\"half\"}", "saved_at": "2026-03-02T09:00:00.000Z" });
    assert_eq!(listed, json!({ "drafts": [expected] }));
    call(&desk, "draft_put", json!({ "key": "composer:1", "value": null })).unwrap();
    assert_eq!(call(&desk, "draft_list", json!({})).unwrap().value, json!({ "drafts": [] }));
    assert_eq!(desk.poll_writes().unwrap(), None, "nothing on any screen is to be read again");
}

/// A folder with the office that a Kept of file version 1 made.
fn office_of_version_1() -> tempfile::TempDir {
    let frozen = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/offices/version_1.db");
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("kept")).unwrap();
    std::fs::copy(frozen, folder.path().join("kept/kept.db")).unwrap();
    folder
}

fn version(file: &Path) -> u32 {
    let raw = rusqlite::Connection::open(file).unwrap();
    raw.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap()
}

#[test]
fn an_office_of_version_1_opens_with_everything_in_it_and_is_backed_up_first() {
    let folder = office_of_version_1();
    let home = folder.path().join("kept");
    let before: Vec<Vec<u8>> = hashes(&home.join("kept.db"));
    let clock = Arc::new(StandingClock::at(moment("2026-03-03T09:00Z")));
    let desk = open(&home, &clock).unwrap();

    let backup = newest_backup(&home).expect("it is backed up before it is changed");
    assert_eq!(backup.made_at, moment("2026-03-03T09:00Z"));
    assert_eq!((version(&backup.file), version(&home.join("kept.db"))), (1, 2));
    assert_eq!(hashes(&backup.file), before);
    assert_eq!(hashes(&home.join("kept.db")), before, "not an event is touched");

    let checked = desk.check().unwrap();
    assert_eq!((checked.ok, checked.events, checked.customers, checked.open_promises), (true, 10, 1, 1));
    desk.act_as("Ruth").unwrap();
    let carl = desk.find("0142", 5).unwrap().hits[0].id;
    assert_eq!(desk.show_customer(carl).unwrap().card.note, "His wife is ill.");
    assert_eq!(desk.timeline(carl, 50, None, &[]).unwrap().entries.len(), 5);
    desk.put_draft("composer:1", Some("half")).unwrap();
    drop(desk);
    assert_eq!(open(&home, &clock).unwrap().act_as("Ruth").unwrap().name, "Ruth Adler");
    let backups = std::fs::read_dir(home.join("backups")).unwrap().count();
    assert_eq!(backups, 1, "opening it again changes nothing more");
}

#[test]
fn a_migrated_office_has_the_shape_of_a_new_one() {
    let folder = office_of_version_1();
    let clock = Arc::new(StandingClock::at(moment("2026-03-03T09:00Z")));
    drop(open(&folder.path().join("kept"), &clock).unwrap());
    drop(open(&folder.path().join("new"), &clock).unwrap());
    assert_eq!(shape(&folder.path().join("kept/kept.db")), shape(&folder.path().join("new/kept.db")));
}

/// Every table, index and trigger as it was said to SQLite.
fn shape(file: &Path) -> Vec<(String, Option<String>)> {
    let raw = rusqlite::Connection::open(file).unwrap();
    let mut statement = raw.prepare("SELECT name, sql FROM sqlite_schema ORDER BY name").unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

/// The hashes of all events, which hold everything that is in them.
fn hashes(file: &Path) -> Vec<Vec<u8>> {
    let raw = rusqlite::Connection::open(file).unwrap();
    let mut statement = raw.prepare("SELECT hash FROM event ORDER BY id").unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}
