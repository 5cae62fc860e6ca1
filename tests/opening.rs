//! Opening: what is wrong is said in one sentence, and nothing opens empty in the place of a lost office.

use crate::support::desk::{moment, open};
use kept_core::{
    clock::{Clock, StandingClock},
    desk::{Desk, OpenOptions},
    error::Code,
    keeping::restore_newest,
};
use std::{path::Path, sync::Arc};

fn clock() -> Arc<StandingClock> {
    Arc::new(StandingClock::at(moment("2026-03-02T09:00Z")))
}

fn refusal(home: &Path) -> kept_core::error::Error {
    match open(home, &clock()) {
        Ok(_) => panic!("it opened"),
        Err(error) => error,
    }
}

/// An office with one customer and a backup, closed.
fn closed_office() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("kept");
    let desk = open(&home, &clock()).unwrap();
    desk.add_first_member("Ruth").unwrap();
    let given = kept_core::customer::NewCustomer { name: "Carl".into(), ..Default::default() };
    desk.add_customer(given).unwrap();
    desk.backup_here().unwrap();
    (folder, home)
}

#[test]
#[cfg(unix)]
fn the_folder_and_its_files_are_private() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, home) = closed_office();
    let desk = open(&home, &clock()).unwrap();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&home), 0o700);
    for entry in std::fs::read_dir(&home).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(mode(&path), if path.is_dir() { 0o700 } else { 0o600 }, "{}", path.display());
    }
    drop(desk);
}

#[test]
fn a_file_of_a_newer_version_is_refused_with_the_version_needed() {
    let (_folder, home) = closed_office();
    let raw = rusqlite::Connection::open(home.join("kept.db")).unwrap();
    raw.pragma_update(None, "user_version", 99).unwrap();
    drop(raw);
    let error = refusal(&home);
    assert_eq!(error.code, Code::Newer);
    assert!(error.message.contains("99"), "{}", error.message);
    assert!(home.join("kept.db").exists(), "it is left as it is");
}

#[test]
fn a_damaged_file_is_set_aside_and_the_newest_backup_offered() {
    let (_folder, home) = closed_office();
    std::fs::write(home.join("kept.db"), vec![b'x'; 10_000]).unwrap();
    let error = refusal(&home);
    assert_eq!(error.code, Code::Damaged);
    assert!(error.message.contains("set aside") && error.message.contains("backup"), "{}", error.message);
    let again = refusal(&home);
    assert_eq!(again.code, Code::Damaged, "it never opens empty in its place: {}", again.message);
    let dynamic: Arc<dyn Clock> = clock();
    restore_newest(&home, &dynamic).unwrap();
    let desk = open(&home, &clock()).unwrap();
    assert_eq!(desk.find("carl", 5).unwrap().hits.len(), 1);
}

#[test]
fn an_office_whose_last_entries_went_missing_is_not_opened_as_if_nothing_were() {
    let (folder, home) = closed_office();
    let early = folder.path().join("early.db");
    let desk = open(&home, &clock()).unwrap();
    desk.act_as("Ruth").unwrap();
    desk.backup(&early).unwrap();
    for n in 0..3 {
        let given = kept_core::customer::NewCustomer { name: format!("Later {n}"), ..Default::default() };
        desk.add_customer(given).unwrap();
    }
    drop(desk);
    for name in ["kept.db-wal", "kept.db-shm"] {
        std::fs::remove_file(home.join(name)).ok();
    }
    std::fs::copy(&early, home.join("kept.db")).unwrap();
    let error = refusal(&home);
    assert_eq!(error.code, Code::Damaged);
    assert!(error.message.contains("last 3 entries"), "{}", error.message);
}

#[test]
fn a_missing_file_is_not_replaced_by_an_empty_one() {
    let (_folder, home) = closed_office();
    std::fs::remove_file(home.join("kept.db")).unwrap();
    assert_eq!(refusal(&home).code, Code::Damaged);
    assert!(!home.join("kept.db").exists());
}

#[test]
fn there_is_one_window_and_the_message_says_who_holds_it() {
    let (_folder, home) = closed_office();
    let window = |who: &str| Desk::open(OpenOptions { home: home.clone(), clock: clock(), window: Some(who.into()) });
    let first = window("ruth on pc-1").unwrap();
    let Err(error) = window("amy on pc-1") else { panic!("two windows") };
    assert_eq!(error.code, Code::Locked);
    assert!(error.message.contains("ruth on pc-1"), "{}", error.message);
    open(&home, &clock()).expect("a command may work beside the window");
    drop(first);
    window("amy on pc-1").expect("a closed window leaves no lock behind");
}

#[test]
fn another_program_s_database_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    rusqlite::Connection::open(folder.path().join("kept.db")).unwrap().execute_batch("CREATE TABLE other (x)").unwrap();
    let error = refusal(folder.path());
    assert_eq!(error.code, Code::Storage);
    assert!(error.message.contains("not Kept's"), "{}", error.message);
}

#[test]
fn a_folder_of_a_sync_program_is_refused_with_advice() {
    let folder = tempfile::tempdir().unwrap();
    let error = refusal(&folder.path().join("Dropbox/kept"));
    assert_eq!(error.code, Code::Storage);
    assert!(error.message.contains("Dropbox") && error.message.contains("--home"), "{}", error.message);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_one_sentence_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let small = folder.path().join("small");
    std::fs::create_dir(&small).unwrap();
    let mounted = std::process::Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=3m,mode=700", "tmpfs"])
        .arg(&small)
        .stderr(std::process::Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if !mounted {
        eprintln!("left out: the full disk (only root may mount a small one)");
        return;
    }
    let outcome = std::panic::catch_unwind(|| fill(&small.join("kept")));
    std::process::Command::new("umount").arg("-l").arg(&small).status().unwrap();
    outcome.unwrap();
}

#[cfg(target_os = "linux")]
fn fill(home: &Path) {
    let desk = open(home, &clock()).unwrap();
    desk.add_first_member("Ruth").unwrap();
    let long = "x".repeat(20_000);
    let mut saved = 0_u64;
    let error = loop {
        let given = kept_core::customer::NewCustomer {
            name: format!("Customer {saved}"),
            note: long.clone(),
            ..Default::default()
        };
        match desk.add_customer(given) {
            Ok(_) => saved += 1,
            Err(error) => break error,
        }
        assert!(saved < 1_000, "the disk never filled");
    };
    assert_eq!(error.code, Code::Storage);
    assert!(error.message.contains("disk is full"), "{}", error.message);
    assert_eq!(desk.find("customer", 5).unwrap().hits.len(), 5, "reading goes on");
    drop(desk);
    std::fs::remove_dir_all(home.join("backups")).ok();
    let again = open(home, &clock()).unwrap();
    assert_eq!(again.check().map(|checked| checked.customers), Ok(saved), "nothing saved is lost");
}
