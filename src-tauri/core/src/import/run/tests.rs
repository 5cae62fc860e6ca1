use crate::{
    api::call,
    clock::StandingClock,
    desk::{Desk, OpenOptions},
    generate::GenerateOptions,
};
use serde_json::{Value, json};
use std::sync::Arc;

fn office(home: &std::path::Path) -> Desk {
    let clock = StandingClock::at("2026-11-21T15:00:00Z".parse().unwrap());
    let desk = Desk::open(OpenOptions { home: home.to_owned(), clock: Arc::new(clock), window: None }).unwrap();
    desk.generate(GenerateOptions { customers: 50, ..GenerateOptions::default() }, &mut |_| {}).unwrap();
    desk
}

fn found(desk: &Desk, query: &str) -> Vec<Value> {
    call(desk, "find", json!({ "query": query })).unwrap().value["hits"].as_array().unwrap().clone()
}

#[test]
fn somebody_told_of_twice_in_one_file_is_found_once_by_all_that_was_told() {
    let home = tempfile::tempdir().unwrap();
    let desk = office(home.path());
    let file = home.path().join("people.csv");
    let rows = "Name,Phone,E-mail\nZora Quill,(206) 555-0142,zora@example.com\nYann Quist,(206) 555-0143,\n\
                Zora Quill,(206) 555-0142,quill@example.org\n";
    std::fs::write(&file, rows).unwrap();
    let report = call(&desk, "import_run", json!({ "paths": [file] })).unwrap().value;
    let counts = &report["files"][0];
    assert_eq!((&counts["created"], &counts["updated"]), (&json!(2), &json!(1)), "{counts}");
    for query in ["zora", "0142", "quill@example.org", "zora@example.com"] {
        assert_eq!(found(&desk, query).len(), 1, "{query}");
    }
    assert_eq!(found(&desk, "yann").len(), 1);
    assert_eq!(desk.caches_that_differ().unwrap(), Vec::<&str>::new());
}

#[test]
fn a_previewed_import_leaves_nothing_to_be_found() {
    let home = tempfile::tempdir().unwrap();
    let desk = office(home.path());
    let file = home.path().join("people.csv");
    std::fs::write(&file, "Name,Phone\nZora Quill,(206) 555-0142\n").unwrap();
    let report = call(&desk, "import_preview", json!({ "paths": [file] })).unwrap().value;
    assert_eq!(report["files"][0]["created"], 1);
    assert_eq!(found(&desk, "zora").len(), 0);
    call(&desk, "import_run", json!({ "paths": [file] })).unwrap();
    assert_eq!(found(&desk, "zora").len(), 1);
}
