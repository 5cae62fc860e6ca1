//! A file that cannot be used, and getting back what there was.

use crate::support::{Office, arg};
use std::{fs, io::Write};

/// An office with one customer and a backup of it beside it.
fn kept() -> (Office, std::path::PathBuf) {
    let office = Office::staffed();
    office.customer("Maria Gonzalez");
    let backup = office.beside("backup.db");
    office.json(&["backup", arg(&backup)]);
    (office, backup)
}

fn names(folder: &std::path::Path) -> Vec<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn a_damaged_file_is_set_aside_and_a_backup_brings_the_office_back() {
    let (office, backup) = kept();
    let people = office.beside("p.csv");
    fs::write(&people, "Name,Phone\nAli,206 555 0199\n").unwrap();
    office.json(&["import", arg(&people)]);
    let file = office.home().join("kept.db");
    fs::write(&file, b"This is no database at all, and long enough to be looked at as if it were one.".repeat(100))
        .unwrap();
    let told = office.run_json(&["find", "maria"]);
    assert_eq!(told.error(3), "damaged");
    assert!(told.err.contains("backups/kept-"), "the newest backup, made before the import, is offered: {}", told.err);
    assert!(names(&office.home()).iter().any(|name| name.starts_with("kept.db.damaged-")), "it was set aside");
    assert_eq!(office.run_json(&["find", "maria"]).error(3), "damaged", "nothing opens empty in its place");
    assert_eq!(office.run(&["queue"]).code, 3);
    let restored = office.json(&["restore", arg(&backup)]);
    assert_eq!(restored["file"], arg(&backup));
    assert_eq!(office.json(&["find", "maria"])["total"], 1);
    assert_eq!(office.json(&["check"])["ok"], true);
    office.customer("After");
    assert_eq!(office.json(&["check"])["ok"], true, "and goes on being written");
}

#[test]
fn a_missing_file_is_not_replaced_by_an_empty_one() {
    let (office, backup) = kept();
    for name in names(&office.home()).iter().filter(|name| name.starts_with("kept.db")) {
        fs::remove_file(office.home().join(name)).unwrap();
    }
    assert_eq!(office.run_json(&["find", ""]).error(3), "damaged");
    office.json(&["restore", arg(&backup)]);
    assert_eq!(office.json(&["find", ""])["total"], 1);
}

#[test]
fn a_file_of_a_newer_version_is_refused_untouched() {
    let (office, _) = kept();
    let file = office.home().join("kept.db");
    let mut bytes = fs::read(&file).unwrap();
    bytes[60..64].copy_from_slice(&99u32.to_be_bytes());
    fs::write(&file, &bytes).unwrap();
    let told = office.run_json(&["find", ""]);
    assert_eq!(told.error(3), "newer");
    assert!(told.err.contains("99"), "{}", told.err);
    assert_eq!(fs::read(&file).unwrap(), bytes);
    let foreign = office.beside("newer.db");
    fs::write(&foreign, &bytes).unwrap();
    let other = Office::staffed();
    assert_eq!(other.run_json(&["restore", arg(&foreign)]).error(3), "newer");
}

#[test]
fn a_restore_and_a_rebuild_need_the_window_closed() {
    let (office, backup) = kept();
    let mut lock = fs::File::options()
        .write(true)
        .open(office.home().join("window.lock"))
        .unwrap_or_else(|_| fs::File::create(office.home().join("window.lock")).unwrap());
    lock.lock().unwrap();
    lock.write_all(b"Amy on desk 2").unwrap();
    for command in [vec!["rebuild"], vec!["restore", arg(&backup)]] {
        let told = office.run_json(&command);
        assert_eq!(told.error(3), "locked", "{command:?}");
        assert!(told.err.contains("Amy on desk 2"), "{}", told.err);
    }
    assert_eq!(office.json(&["find", ""])["total"], 1, "everything else works beside the window");
    office.customer("Beside");
    drop(lock);
    office.json(&["rebuild"]);
    office.json(&["restore", arg(&backup)]);
    assert_eq!(office.json(&["find", ""])["total"], 1);
}

#[test]
fn a_restore_sets_the_office_aside_and_takes_only_a_whole_backup() {
    let (office, backup) = kept();
    office.customer("Since");
    let bad = office.beside("bad.db");
    fs::write(&bad, "not a backup").unwrap();
    for wrong in [arg(&bad), arg(&office.beside("none.db")), arg(&office.home())] {
        assert_eq!(office.refusal(&["restore", wrong]), "invalid", "{wrong}");
    }
    let bytes = fs::read(&backup).unwrap();
    let cut = office.beside("cut.db");
    fs::write(&cut, &bytes[..bytes.len() / 2]).unwrap();
    assert_eq!(office.refusal(&["restore", arg(&cut)]), "invalid");
    assert_eq!(office.json(&["find", ""])["total"], 2, "nothing was changed");
    let restored = office.json(&["restore", arg(&backup)]);
    assert!(restored["set_aside"].as_str().is_some_and(|aside| std::path::Path::new(aside).is_file()), "{restored}");
    assert_eq!(office.json(&["find", ""])["total"], 1);
}

#[test]
fn a_backup_is_restored_where_there_was_no_office() {
    let (_office, backup) = kept();
    let other = Office::empty();
    other.json(&["restore", arg(&backup)]);
    assert_eq!(other.json(&["find", ""])["total"], 1);
    let members = other.json(&["member", "list"]);
    assert_eq!(members["total"], 3, "with its members and nobody else");
}

#[test]
fn a_backup_is_never_written_over_something_else() {
    let (office, backup) = kept();
    let notes = office.beside("notes.txt");
    fs::write(&notes, "mine").unwrap();
    let home = office.home();
    for wrong in [
        notes.clone(),
        home.clone(),
        home.join("kept.db"),
        home.join("mine.db"),
        office.beside("none/b.db"),
        "/".into(),
    ] {
        assert_eq!(office.refusal(&["backup", arg(&wrong)]), "invalid", "{}", wrong.display());
    }
    assert_eq!(fs::read_to_string(&notes).unwrap(), "mine");
    office.customer("Since");
    office.json(&["backup", arg(&backup)]);
    office.json(&["restore", arg(&backup)]);
    assert_eq!(office.json(&["find", ""])["total"], 2, "an older backup is replaced");
}

#[test]
fn a_folder_that_cannot_be_used_is_said() {
    let office = Office::empty();
    let file = office.beside("file");
    fs::write(&file, "").unwrap();
    let folder = file.join("kept");
    let told = office.run_json(&["--home", arg(&folder), "queue"]);
    assert_eq!(told.error(3), "storage");
    let told = office.run_json(&["--home", arg(&file), "queue"]);
    assert_eq!(told.error(3), "storage");
    assert!(told.err.contains("a file is in its place"), "{}", told.err);
    let synced = office.beside("Dropbox").join("kept");
    let told = office.run_json(&["--home", arg(&synced), "queue"]);
    assert_eq!(told.error(3), "storage");
    assert!(told.err.contains("Dropbox"), "{}", told.err);
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_may_not_be_written_to_is_said() {
    let office = Office::empty();
    let told = office.run_json(&["--home", "/proc/kept", "queue"]);
    assert_eq!(told.error(3), "storage");
    assert_eq!(told.err.lines().count(), 1);
}

#[test]
fn somebody_elses_file_is_left_alone() {
    let office = Office::empty();
    fs::create_dir(office.home()).unwrap();
    let (_other, backup) = kept();
    let mut bytes = fs::read(backup).unwrap();
    bytes[68..72].copy_from_slice(b"Else");
    fs::write(office.home().join("kept.db"), &bytes).unwrap();
    assert_eq!(office.run_json(&["queue"]).error(3), "storage");
    assert_eq!(fs::read(office.home().join("kept.db")).unwrap(), bytes);
}

#[test]
fn many_commands_at_once_write_one_chain() {
    let office = Office::staffed();
    let children: Vec<_> = (0..8)
        .map(|n| {
            let name = format!("Customer {n}");
            office.command(&["--json", "customer", "add", &name]).stdout(std::process::Stdio::null()).spawn().unwrap()
        })
        .collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    assert_eq!(office.json(&["find", "customer"])["total"], 8);
    let checked = office.json(&["check"]);
    assert_eq!((&checked["ok"], &checked["customers"]), (&true.into(), &8.into()), "{checked}");
}

#[test]
fn the_first_commands_of_an_office_may_come_at_once() {
    let office = Office::empty();
    let children: Vec<_> = (0..4)
        .map(|_| {
            office.command(&["--json", "--as", "Ana", "queue"]).stdout(std::process::Stdio::null()).spawn().unwrap()
        })
        .collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    assert_eq!(office.json(&["member", "list"])["total"], 1);
}

#[test]
fn damage_that_nobody_read_so_far_makes_no_backup() {
    let (office, _) = kept();
    for n in 0..12 {
        office.json(&["log", &office.customer(&format!("Customer {n}")), "--kind", "note", &"x".repeat(3000)]);
    }
    let file = office.home().join("kept.db");
    let mut bytes = fs::read(&file).unwrap();
    // The last leaf of a tree: nothing that is read when the office is opened.
    let leaf = bytes.chunks(4096).rposition(|page| page[0] == 0x0A || page[0] == 0x0D).unwrap();
    bytes[leaf * 4096..][..4096].fill(0xA5);
    fs::write(&file, &bytes).unwrap();
    let backup = office.beside("after.db");
    assert_eq!(office.run_json(&["backup", arg(&backup)]).error(3), "damaged");
    assert!(!backup.exists(), "half a backup is none");
    let checked = office.run_json(&["check"]);
    assert!(checked.code == 3 || checked.value()["ok"] == false, "{checked:?}");
}
