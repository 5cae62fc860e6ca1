//! What a person may say about a file before it is imported, and what may be done while it is.

use crate::support::desk::TestDesk;
use kept_core::{
    api,
    error::Code,
    import::{DateOrder, ImportReport, ImportRequest, ReportToSave, save_report},
};
use serde_json::{Value, json};
use std::{fmt::Write, path::PathBuf};

fn file(desk: &TestDesk, name: &str, content: &[u8]) -> PathBuf {
    let path = desk.beside(name);
    std::fs::write(&path, content).unwrap();
    path
}

fn preview(desk: &TestDesk, request: ImportRequest) -> ImportReport {
    desk.preview_import(&request).unwrap()
}

fn request(path: &std::path::Path) -> ImportRequest {
    ImportRequest { paths: vec![path.to_owned()], ..ImportRequest::default() }
}

#[test]
fn the_encoding_can_be_chosen_and_is_then_no_guess() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let path = file(&desk, "people.csv", b"Name,Phone\nZo\xeb \xd8lga,1\n");
    let latin = preview(&desk, ImportRequest { encoding: Some("ISO-8859-2".into()), ..request(&path) });
    let (name, report) = (&latin.files[0].sample[0].name, &latin.files[0]);
    assert_eq!((name.as_str(), report.encoding.as_str(), report.encoding_guessed), ("Zoë Řlga", "iso-8859-2", false));
    let western = preview(&desk, ImportRequest { encoding: Some("windows-1252".into()), ..request(&path) });
    assert_eq!(western.files[0].sample[0].name, "Zoë Ølga");
    assert_ne!(latin.fingerprint, western.fingerprint, "what was previewed is what is run");
    let unknown = desk.preview_import(&ImportRequest { encoding: Some("klingon".into()), ..request(&path) });
    assert_eq!(unknown.unwrap_err().code, Code::Invalid);
    let card = file(&desk, "card.vcf", b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zo\xeb \xd8lga\r\nEND:VCARD\r\n");
    let told = preview(&desk, ImportRequest { encoding: Some("iso-8859-2".into()), ..request(&card) });
    assert_eq!((told.files[0].sample[0].name.as_str(), told.files[0].encoding_guessed), ("Zoë Řlga", false));
}

#[test]
fn the_delimiter_can_be_chosen() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let path = file(&desk, "people.csv", b"Name|Phone, home\nAda|1, 2\n");
    let bars = preview(&desk, ImportRequest { delimiter: Some('|'), ..request(&path) });
    assert_eq!((bars.files[0].delimiter, bars.files[0].sample[0].name.as_str()), (Some('|'), "Ada"));
    let commas = preview(&desk, ImportRequest { delimiter: Some(','), ..request(&path) });
    assert_eq!(commas.files[0].delimiter, Some(','));
    assert_ne!(bars.fingerprint, commas.fingerprint);
    assert!(desk.preview_import(&ImportRequest { delimiter: Some('x'), ..request(&path) }).is_err());
}

#[test]
fn a_column_is_shown_with_what_stands_in_it() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let path =
        file(&desk, "people.csv", b"Name,Plate,Plate\nAda,7ABC123,\nBob,7ABC123,X 1\nCy,,X 2\nDi,B 2,\nEd,C 3,\n");
    let report = api::call(&desk, "import_preview", json!({ "paths": [path] })).unwrap().value;
    let cells = &report["files"][0]["cells"];
    assert_eq!(
        cells,
        &json!({ "Name": ["Ada", "Bob", "Cy"], "Plate": ["7ABC123", "B 2", "C 3"], "Plate (3)": ["X 1", "X 2"] })
    );
    assert_eq!(
        cells.as_object().unwrap().keys().collect::<Vec<_>>(),
        report["files"][0]["columns"].as_object().unwrap().keys().collect::<Vec<_>>()
    );
}

const TWO_WAYS: &[u8] = b"Name,Birthday\nAda,4/5/1985\nBob,6/7/1990\n";

#[test]
fn dates_that_could_be_two_stay_text_until_somebody_says() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let path = file(&desk, "people.csv", TWO_WAYS);
    let open = preview(&desk, request(&path));
    let dates = |report: &ImportReport| {
        let file = &report.files[0];
        (file.two_way_dates, file.date_example.clone(), file.date_order)
    };
    assert_eq!(dates(&open), (2, Some("4/5/1985".into()), None));
    let said = ImportRequest { date_order: Some(DateOrder::MonthFirst), ..request(&path) };
    let report = preview(&desk, said.clone());
    assert_eq!(dates(&report), (2, Some("4/5/1985".into()), Some(DateOrder::MonthFirst)));
    assert_ne!(open.fingerprint, report.fingerprint);
    desk.run_import(&ImportRequest { fingerprint: Some(report.fingerprint), ..said }).unwrap();
    let ada = desk.find("ada", 20).unwrap().hits[0].id;
    assert_eq!(desk.show_customer(ada).unwrap().card.birthday, "1985-04-05");
}

#[test]
fn the_files_own_certain_dates_decide_where_they_agree_and_a_person_over_them() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let agree = file(&desk, "agree.csv", b"Name,Birthday\nAda,4/5/1985\nBob,25/12/1990\n");
    let report = preview(&desk, request(&agree));
    assert_eq!((report.files[0].two_way_dates, report.files[0].date_order), (1, Some(DateOrder::DayFirst)));
    let over = preview(&desk, ImportRequest { date_order: Some(DateOrder::MonthFirst), ..request(&agree) });
    assert_eq!(over.files[0].date_order, Some(DateOrder::MonthFirst));
    let differ = file(&desk, "differ.csv", b"Name,Birthday\nAda,4/5/1985\nBob,25/12/1990\nCy,12/25/1990\n");
    assert_eq!(preview(&desk, request(&differ)).files[0].date_order, None);
    let none = file(&desk, "none.csv", b"Name,Birthday\nAda,1985-04-05\n");
    let asked = preview(&desk, ImportRequest { date_order: Some(DateOrder::DayFirst), ..request(&none) });
    assert_eq!((asked.files[0].two_way_dates, asked.files[0].date_order), (0, None), "there was nothing to ask");
}

#[test]
fn what_is_chosen_must_be_chosen_for_the_run_too() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let path = file(&desk, "people.csv", TWO_WAYS);
    let report = preview(&desk, ImportRequest { date_order: Some(DateOrder::DayFirst), ..request(&path) });
    let other = ImportRequest { fingerprint: Some(report.fingerprint), ..request(&path) };
    assert_eq!(desk.run_import(&other).unwrap_err().code, Code::Changed);
}

#[test]
fn a_cancelled_import_leaves_nothing_behind_and_the_next_one_works() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let mut rows = String::from("Name,Phone\n");
    for n in 0..40_000 {
        writeln!(rows, "Person {n},+1 206 555 {n:04}").unwrap();
    }
    let path = file(&desk, "many.csv", rows.as_bytes());
    let before = desk.events().unwrap().len();
    let progress = || api::call(&desk, "progress", json!({})).unwrap().value["job"].clone();
    assert_eq!(progress(), Value::Null, "nothing is under way");
    assert!(!desk.call_off());
    let outcome = std::thread::scope(|scope| {
        let running = scope.spawn(|| desk.run_import(&request(&path)));
        let mut seen = Value::Null;
        while !running.is_finished() {
            seen = progress();
            if seen["stage"] == "writing" && seen["done"].as_u64() > Some(0) {
                // Reads go on, and a second import is refused rather than mixed with the first.
                assert!(desk.found("person").is_empty());
                assert_eq!(desk.preview_import(&request(&path)).unwrap_err().code, Code::Refused);
                api::call(&desk, "progress_cancel", json!({})).unwrap();
                break;
            }
            std::thread::yield_now();
        }
        assert_eq!(seen["total"], 40_000, "{seen}");
        running.join().unwrap()
    });
    assert!(outcome.unwrap_err().message.contains("cancelled"));
    assert_eq!(progress(), Value::Null);
    assert_eq!(desk.events().unwrap().len(), before);
    assert!(desk.imports().unwrap().is_empty() && desk.found("person").is_empty());
    assert!(desk.check().unwrap().ok);
    std::fs::write(&path, "Name,Phone\nPerson 1,+1 206 555 0001\n").unwrap();
    assert_eq!(desk.run_import(&request(&path)).unwrap().value.files[0].created, 1);
}

#[test]
fn a_report_is_saved_as_a_table_that_accounts_for_every_row_and_runs_no_formula() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let path = file(&desk, "=people.csv", b"Name,Phone\nAda,1\n,\n,\n");
    let report = api::call(&desk, "import_run", json!({ "paths": [path] })).unwrap().value;
    let saved: ReportToSave = serde_json::from_value(report).unwrap();
    let out = desk.beside("report.csv");
    save_report(&saved, &out).unwrap();
    let text = std::fs::read_to_string(&out).unwrap();
    assert_eq!(
        text.lines().collect::<Vec<_>>(),
        [
            "file,line,what,count,why",
            "'=people.csv,,read,3,",
            "'=people.csv,,new,1,",
            "'=people.csv,,added to,0,",
            "'=people.csv,,already here,0,",
            "'=people.csv,,skipped,2,",
            "'=people.csv,3,skipped,,empty",
            "'=people.csv,4,skipped,,empty",
        ]
    );
    let refused = save_report(&saved, &desk.beside("no/such/folder.csv")).unwrap_err();
    assert!(refused.message.contains("there is no such folder"), "{}", refused.message);
}
