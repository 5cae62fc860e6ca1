//! Backups, checking and restoring.

use crate::support::desk::TestDesk;
use kept_core::{
    clock::Clock,
    error::Code,
    keeping::{rebuild, restore},
    store::newest_backup,
};
use std::sync::Arc;

#[test]
fn one_file_holds_all_and_a_restore_brings_it_back() {
    let mut desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "206 555 0142");
    desk.promise(carl, "Mats", "17:00", "Dan");
    let copy = desk.beside("copy.db");
    desk.backup(&copy).unwrap();
    desk.note(carl, "after the backup");
    let clock: Arc<dyn Clock> = desk.clock.clone();
    let busy = restore(&desk.home(), &copy, Some("Ruth"), &clock).unwrap_err();
    assert_eq!(busy.code, Code::Locked, "not while it is in use");
    let home = desk.home();
    close(&mut desk);
    let aside = restore(&home, &copy, Some("Ruth"), &clock).unwrap().unwrap();
    assert!(aside.exists(), "what was there is set aside, not deleted");
    let back = crate::support::desk::open(&home, &desk.clock).unwrap();
    assert_eq!(back.show_customer(carl).unwrap().entries, 2);
    let checked = back.check().unwrap();
    assert!(checked.ok, "{:?}", checked.problems);
    back.act_as("Ruth").unwrap();
    let note = crate::support::desk::contact(kept_core::event::ContactKind::Note, None, None, "goes on");
    back.log_contact(carl, &note).unwrap();
    assert!(back.check().unwrap().ok, "the desk goes on with a chain of its own");
}

#[test]
fn a_check_finds_nothing_wrong_in_an_index_that_was_written_to_since_it_was_searched() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    for round in 0..5 {
        desk.customer("Ana Sousa", "206 555 0142");
        for searched in ["ana", "5550"] {
            assert!(!desk.find(searched, 5).unwrap().hits.is_empty());
        }
        for n in 0..40 {
            desk.customer(&format!("Carl {n}"), &format!("206 555 {:04}", 100 + n));
        }
        let checked = desk.check().unwrap();
        assert!(checked.ok, "round {round}: {:?}", checked.problems);
    }
}

/// Lets go of the office in the test's folder.
fn close(desk: &mut TestDesk) {
    desk.desk = TestDesk::empty("2026-03-02T09:00Z").desk;
}

#[test]
fn only_a_manager_restores() {
    let mut desk = TestDesk::at("2026-03-02T09:00Z");
    let copy = desk.beside("copy.db");
    desk.backup(&copy).unwrap();
    let (home, clock): (_, Arc<dyn Clock>) = (desk.home(), desk.clock.clone());
    close(&mut desk);
    assert_eq!(restore(&home, &copy, Some("Amy"), &clock).unwrap_err().code, Code::Refused);
    restore(&home, &copy, Some("Ruth"), &clock).unwrap();
}

#[test]
fn what_is_no_backup_is_refused_and_the_office_stays() {
    let mut desk = TestDesk::at("2026-03-02T09:00Z");
    desk.customer("Carl", "");
    let junk = desk.beside("junk.db");
    std::fs::write(&junk, "not a database at all, but long enough to be one".repeat(100)).unwrap();
    let (home, clock): (_, Arc<dyn Clock>) = (desk.home(), desk.clock.clone());
    let standing = desk.clock.clone();
    close(&mut desk);
    for file in [junk, home.join("nothing.db")] {
        let error = restore(&home, &file, Some("Ruth"), &clock).unwrap_err();
        assert_eq!(error.code, Code::Invalid, "{}", error.message);
    }
    let desk = crate::support::desk::open(&home, &standing).unwrap();
    assert_eq!(desk.find("carl", 5).unwrap().hits.len(), 1);
}

#[test]
fn a_backup_is_made_daily_and_seven_are_kept() {
    let desk = TestDesk::at("2026-03-01T09:00Z");
    desk.customer("Carl", "");
    for day in 1..=10 {
        desk.it_is(&format!("2026-03-{day:02}T09:00Z"));
        assert!(desk.daily_backup().unwrap());
        assert!(!desk.daily_backup().unwrap(), "one a day");
    }
    let files: Vec<_> = std::fs::read_dir(desk.home().join("backups")).unwrap().collect();
    assert_eq!(files.len(), 7);
    assert_eq!(newest_backup(&desk.home()).unwrap().made_at, desk.now());
}

#[test]
fn an_altered_entry_is_found_and_named() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "");
    let note = desk.note(carl, "the truth");
    assert!(desk.check().unwrap().ok);
    let raw = rusqlite::Connection::open(desk.home().join("kept.db")).unwrap();
    raw.execute_batch("DROP TRIGGER event_is_never_changed").unwrap();
    raw.execute("UPDATE event SET words = '{\"text\":\"a lie\"}' WHERE kind = 'note_added'", []).unwrap();
    let checked = desk.check().unwrap();
    assert!(!checked.ok);
    assert!(checked.problems[0].contains(&note.to_string()), "{:?}", checked.problems);
}

#[test]
fn history_can_neither_be_changed_nor_deleted() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    desk.customer("Carl", "");
    let raw = rusqlite::Connection::open(desk.home().join("kept.db")).unwrap();
    for sql in [
        "DELETE FROM event",
        "UPDATE event SET facts = '{}'",
        "UPDATE event SET words = '{}'",
        "UPDATE event SET subject = NULL",
    ] {
        let error = raw.execute_batch(sql).unwrap_err();
        assert!(error.to_string().contains("append-only"), "{sql}: {error}");
    }
    raw.execute_batch("UPDATE event SET words = NULL, words_salt = NULL").unwrap();
    assert!(
        desk.check().unwrap().problems.iter().all(|problem| !problem.contains("Entry")),
        "blanked words keep the chain"
    );
}

#[test]
fn a_rebuild_gives_the_same_office() {
    let mut desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "206 555 0142");
    desk.promise(carl, "Mats", "17:00", "Dan");
    let before = serde_json::to_string(&desk.show_customer(carl).unwrap()).unwrap();
    let (home, standing) = (desk.home(), desk.clock.clone());
    let clock: Arc<dyn Clock> = desk.clock.clone();
    close(&mut desk);
    let office = crate::support::desk::open(&home, &standing).unwrap();
    office.act_as("Ruth").unwrap();
    let mut done = 0;
    rebuild(office, &home, &clock, &mut |customers| done = customers).unwrap();
    assert_eq!(done, 1);
    let office = crate::support::desk::open(&home, &standing).unwrap();
    assert_eq!(serde_json::to_string(&office.show_customer(carl).unwrap()).unwrap(), before);
    assert_eq!(office.find("0142", 5).unwrap().hits.len(), 1);
}

#[test]
fn a_backup_is_looked_into_before_it_takes_the_place_of_the_office() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl", "206 555 0142");
    desk.promise(carl, "Mats", "17:00", "Dan");
    let made = kept_core::api::call(&desk, "backup_now", serde_json::json!({})).unwrap().value;
    assert!(made["bytes"].as_u64().unwrap() > 10_000);
    desk.it_is("2026-03-02T10:00Z").note(carl, "after the backup");
    desk.note(carl, "and once more");
    let held = kept_core::api::call(&desk, "backup_look", serde_json::json!({ "file": made["file"] })).unwrap().value;
    assert_eq!((&held["office"], &held["members"]), (&"Hale Motors".into(), &4.into()));
    assert_eq!((&held["customers"], &held["open_promises"], &held["set_aside"]), (&1.into(), &1.into(), &2.into()));
    assert_eq!((&held["last_at"], &held["same_office"]), (&"2026-03-02T09:00:00.000Z".into(), &true.into()));
    let other = TestDesk::at("2026-03-02T09:00Z");
    let held = other.look_into_backup(std::path::Path::new(made["file"].as_str().unwrap())).unwrap();
    assert!(!held.same_office, "it is another office's");
    let listed = kept_core::api::call(&desk, "backups", serde_json::json!({})).unwrap().value;
    assert_eq!((&listed["count"], &listed["newest"]), (&1.into(), &listed["backups"][0]));
}

#[test]
fn what_is_no_backup_cannot_be_looked_into() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let junk = desk.beside("junk.db");
    std::fs::write(&junk, "not a database at all, but long enough to be one".repeat(100)).unwrap();
    assert!(desk.look_into_backup(&junk).is_err());
    assert!(desk.look_into_backup(&desk.beside("nothing.db")).is_err());
}

#[test]
fn diagnostics_hold_numbers_and_none_of_people_s_words() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.customer("Carl Lindgren", "206 555 0142");
    desk.promise(carl, "Floor mats", "17:00", "Dan");
    desk.set_preference("theme", &serde_json::json!("Zanzibar")).unwrap();
    desk.backup_now().unwrap();
    desk.it_is("2026-03-03T12:00Z");
    let told = kept_core::api::call(&desk, "diagnostics", serde_json::json!({})).unwrap().value;
    assert_eq!(
        (&told["customers"], &told["members"], &told["newest_backup_hours"]),
        (&1.into(), &4.into(), &27.into())
    );
    assert_eq!((&told["zone"], &told["preferences"]), (&"UTC".into(), &serde_json::json!(["theme"])));
    let text = told.to_string();
    for word in ["Carl", "Lindgren", "0142", "mats", "Dan", "Ruth", "Hale", "Zanzibar", "/"] {
        assert!(!text.contains(word), "{word} is in {text}");
    }
}
