//! Importing into an office: matching, twice the same, taking back.

use crate::support::desk::{TestDesk, everything};
use kept_core::{error::Code, import::ImportRequest};
use std::path::{Path, PathBuf};

fn file(desk: &TestDesk, name: &str, content: &str) -> PathBuf {
    let path = desk.beside(name);
    std::fs::write(&path, content).unwrap();
    path
}

fn request(path: &Path) -> ImportRequest {
    ImportRequest { paths: vec![path.to_owned()], ..ImportRequest::default() }
}

const THREE: &str = "Name,Phone,E-mail,Plate\nCarl Lindgren,206 555 0142,carl@lindgren.example,7ABC123\nAnna Berg,,anna@berg.example,\n,+44 20 7946 0812,,\n";

#[test]
fn a_preview_counts_what_a_run_does_and_writes_nothing() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let path = file(&desk, "people.csv", THREE);
    let preview = desk.preview_import(&request(&path)).unwrap();
    assert_eq!((preview.import, preview.files[0].read, preview.files[0].created), (None, 3, 3));
    assert_eq!(preview.files[0].sample.len(), 3);
    assert!(desk.found("").is_empty() && desk.imports().unwrap().is_empty());
    let run =
        desk.run_import(&ImportRequest { fingerprint: Some(preview.fingerprint), ..request(&path) }).unwrap().value;
    assert_eq!((run.files[0].read, run.files[0].created), (3, 3));
    assert_eq!(desk.found("7abc123"), ["Carl Lindgren"]);
    assert_eq!(desk.found("0812"), ["+44 20 7946 0812"], "phone-only people are welcome");
}

#[test]
fn the_same_file_twice_adds_nothing() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let path = file(&desk, "people.csv", THREE);
    desk.run_import(&request(&path)).unwrap();
    let again = desk.run_import(&request(&path)).unwrap().value;
    assert_eq!(
        (again.import, again.files[0].unchanged, again.files[0].created, again.files[0].updated),
        (None, 3, 0, 0)
    );
    assert_eq!(desk.imports().unwrap().len(), 1);
}

#[test]
fn somebody_known_is_told_more_and_nothing_of_theirs_is_replaced() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.add_customer(everything("Carl Lindgren")).unwrap().value.id;
    let text =
        "Name,Phone,E-mail,Organization,Title\nLindgren Carl,2065550142 x12,carl@work.example,Other Firm,Owner\n";
    let path = file(&desk, "more.csv", text);
    let run = desk.run_import(&request(&path)).unwrap().value;
    assert_eq!((run.files[0].created, run.files[0].updated), (0, 1));
    let card = desk.show_customer(carl).unwrap().card;
    assert_eq!(card.emails.len(), 2);
    assert_eq!((card.organization.as_str(), card.title.as_str()), ("Lindgren & Sons", "Owner"));
    desk.undo_import(run.import.unwrap()).unwrap();
    let card = desk.show_customer(carl).unwrap().card;
    assert_eq!((card.emails.len(), card.title.as_str()), (1, ""), "updates are taken back too");
}

#[test]
fn a_household_that_shares_a_phone_stays_two_people() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let path = file(&desk, "home.csv", "Name,Phone\nCarl Lindgren,206 555 0142\nAnna Lindgren,206 555 0142\n");
    let run = desk.run_import(&request(&path)).unwrap().value;
    assert_eq!(run.files[0].created, 2);
    let again = desk.run_import(&request(&path)).unwrap().value;
    assert_eq!(again.files[0].unchanged, 2);
}

#[test]
fn without_matching_every_row_is_a_customer() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let path = file(&desk, "people.csv", THREE);
    desk.run_import(&request(&path)).unwrap();
    let own = ImportRequest { no_match: Some(true), ..request(&path) };
    assert_eq!(desk.run_import(&own).unwrap().value.files[0].created, 3);
}

#[test]
fn taking_an_import_back_keeps_those_with_whom_more_has_happened() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let path = file(&desk, "people.csv", THREE);
    let import = desk.run_import(&request(&path)).unwrap().value.import.unwrap();
    let carl = desk.resolve_customer("carl@lindgren.example").unwrap();
    desk.note(carl, "called");
    let undone = desk.undo_import(import).unwrap().value;
    assert_eq!((undone.removed, undone.reverted, undone.kept), (2, 0, 1));
    assert_eq!(desk.settle().found(""), ["Carl Lindgren"]);
    assert_eq!(desk.undo_import(import).unwrap_err().code, Code::Refused);
    assert!(desk.imports().unwrap()[0].undone);
    assert!(desk.check().unwrap().ok);
    let again = desk.run_import(&request(&path)).unwrap().value;
    assert_eq!((again.files[0].created, again.files[0].unchanged), (2, 1), "what was taken back can come again");
}

#[test]
fn a_file_that_changed_since_its_preview_is_not_imported() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let path = file(&desk, "people.csv", THREE);
    let preview = desk.preview_import(&request(&path)).unwrap();
    std::fs::write(&path, THREE.replace("Carl", "Karl")).unwrap();
    let refused =
        desk.run_import(&ImportRequest { fingerprint: Some(preview.fingerprint), ..request(&path) }).unwrap_err();
    assert_eq!(refused.code, Code::Changed);
    assert!(desk.found("").is_empty());
}

#[test]
fn files_that_cannot_be_read_are_one_sentence_each() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let picture = desk.beside("photo.vcf");
    std::fs::write(&picture, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    for path in [desk.beside("missing.csv"), desk.beside(""), picture] {
        let error = desk.run_import(&request(&path)).unwrap_err();
        assert_eq!(error.code, Code::Invalid, "{}", error.message);
        assert!(error.message.ends_with('.') && !error.message.contains("Os {"), "{}", error.message);
    }
}

#[test]
fn a_backup_is_made_before_an_import() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let path = file(&desk, "people.csv", THREE);
    desk.run_import(&request(&path)).unwrap();
    assert!(kept_core::store::newest_backup(&desk.home()).is_some());
}
