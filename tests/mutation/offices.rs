//! Files that are no office any more, or hold what no Kept wrote: refused in a sentence, or opened and lived with.

use super::{
    Watch,
    edits::{Broken, mutant, mutant_line},
    is_a_sentence, runner,
};
use crate::support::desk::{TestDesk, contact, everything, moment, open};
use kept_core::{
    api::call,
    clock::{Clock, StandingClock},
    desk::Desk,
    event::ContactKind,
    keeping::restore,
};
use proptest::prelude::*;
use rusqlite::{Connection, params};
use serde_json::json;
use std::{path::Path, sync::Arc};

/// A small office with one of everything, as the bytes of its file.
fn office() -> Vec<u8> {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let carl = desk.add_customer(everything("Carl Lindgren")).unwrap().value.id;
    desk.log_contact(carl, &contact(ContactKind::Visit, None, None, "Bought a Sienna.")).unwrap();
    let kept = desk.promise(carl, "Floor mats fitted", "2026-03-03T10:00:00Z", "Dan");
    desk.promise(carl, "Ring with the bumper date", "2026-03-04T10:00:00Z", "Amy");
    desk.keep_promise(kept.id, "", None).unwrap();
    let note = desk.note(carl, "Wrong customer");
    desk.take_back(note, "a slip").unwrap();
    desk.put_draft("composer:1", Some("half")).unwrap();
    desk.settle();
    let file = desk.beside("copy.db");
    desk.backup(&file).unwrap();
    std::fs::read(file).unwrap()
}

/// Asks an office for all that a window shows of it. What is wrong with it is said.
fn look_around(desk: &Desk) {
    let ask = |name: &str, args: serde_json::Value| {
        call(desk, name, args).inspect_err(|error| is_a_sentence(error, name)).map(|reply| reply.value)
    };
    let found = ask("find", json!({ "query": "carl" }));
    let _ = ask("find", json!({ "query": "0142" }));
    for name in ["today", "queue", "due", "member_list", "office_show", "report_kept", "imports", "draft_list"] {
        let _ = ask(name, json!({}));
    }
    for name in ["preference_list", "diagnostics", "backups", "check"] {
        let _ = ask(name, json!({}));
    }
    let _ = ask("caller", json!({ "text": "+12065550142" }));
    for hit in found.ok().and_then(|found| found["hits"].as_array().cloned()).unwrap_or_default() {
        let _ = ask("customer_show", json!({ "id": hit["id"] }));
        let _ = ask("timeline", json!({ "customer": hit["id"] }));
    }
    let _ = ask("customer_add", json!({ "name": "Somebody new" }));
}

fn open_in(home: &Path) -> Option<Desk> {
    let clock = Arc::new(StandingClock::at(moment("2026-03-02T10:00Z")));
    open(home, &clock).inspect_err(|error| is_a_sentence(error, "an office")).ok()
}

/// A data folder with that file in it.
fn folder_with(bytes: &[u8]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("kept")).unwrap();
    std::fs::write(folder.path().join("kept/kept.db"), bytes).unwrap();
    folder
}

#[test]
fn a_broken_office_opens_or_is_refused_in_a_sentence() {
    let tried = runner(120).run(&mutant(vec![office()]), |Broken(bytes)| {
        let folder = folder_with(&bytes);
        if let Some(desk) = open_in(&folder.path().join("kept")) {
            look_around(&desk);
        }
        Ok(())
    });
    tried.unwrap_or_else(|failed| panic!("{failed}"));
}

#[test]
fn a_broken_backup_is_looked_into_or_refused_and_the_office_is_as_it_was() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let (file, watch) = (desk.beside("backup.db"), Watch::over(&desk));
    let tried = runner(250).run(&mutant(vec![office()]), |Broken(bytes)| {
        std::fs::write(&file, &bytes).unwrap();
        match desk.look_into_backup(&file) {
            Ok(held) => prop_assert!(!held.same_office, "another office"),
            Err(error) => is_a_sentence(&error, "a backup"),
        }
        prop_assert!(std::fs::read(&file).unwrap() == bytes, "the backup itself was written to");
        prop_assert!(!watch.look(), "looking has written something");
        Ok(())
    });
    tried.unwrap_or_else(|failed| panic!("{failed}"));
}

#[test]
fn a_broken_backup_is_restored_whole_or_the_office_stays() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let (home, file, elsewhere) = (desk.home(), desk.beside("backup.db"), desk.beside("here.db"));
    let clock: Arc<dyn Clock> = desk.clock.clone();
    desk.customer("Only Here", "");
    desk.backup(&elsewhere).unwrap();
    let here = std::fs::read(elsewhere).unwrap();
    let tried = runner(30).run(&mutant(vec![office()]), |Broken(bytes)| {
        let folder = folder_with(&here);
        let home = folder.path().join("kept");
        std::fs::write(&file, &bytes).unwrap();
        match restore(&home, &file, Some("Ruth"), &clock) {
            Ok(_) => {
                if let Some(desk) = open_in(&home) {
                    look_around(&desk);
                }
            }
            Err(error) => {
                is_a_sentence(&error, "a backup");
                let desk = open_in(&home).expect("the office that was there");
                prop_assert_eq!(desk.find("only here", 5).unwrap().hits.len(), 1);
                prop_assert!(desk.check().unwrap().ok);
            }
        }
        Ok(())
    });
    tried.unwrap_or_else(|failed| panic!("{failed}"));
    assert!(home.join("kept.db").exists());
}

/// Columns of the log and of what is folded from it, and the desk's own tables.
const COLUMNS: &[(&str, &str)] = &[
    ("event", "facts"),
    ("event", "words"),
    ("event", "kind"),
    ("event", "subject"),
    ("event", "customer"),
    ("event", "occurred_at"),
    ("event", "recorded_at"),
    ("event", "member"),
    ("event", "id"),
    ("event", "v"),
    ("event", "batch"),
    ("customer", "card"),
    ("customer", "sources"),
    ("customer", "name"),
    ("promise", "state"),
    ("promise", "due_at"),
    ("promise", "owner"),
    ("promise", "remind_at"),
    ("customer_tally", "place"),
    ("missed_due", "until"),
    ("report_tally", "period"),
    ("chain", "count"),
    ("setting", "value"),
    ("draft", "saved_at"),
];

/// What is written into them: JSON that was in order and is broken, the ends of numbers, ids of nothing.
fn values() -> impl Strategy<Value = rusqlite::types::Value> {
    use rusqlite::types::Value;
    let json = [
        r#"{"name":"Carl","phones":[{"id":"1","typed":"1"}],"fields":{"a":"b"}}"#,
        r#"{"due":1772445600000,"owner":"01930f6e-7c2a-7b3d-8c4d-5e6f708192a3","tentative":true}"#,
        r#"{"outcome":"kept","at":1}"#,
        r#"{"zone":"Europe/Berlin","hours":"mon 9-17"}"#,
    ];
    prop_oneof![
        4 => mutant_line(json.map(str::to_owned).to_vec()).prop_map(Value::Text),
        2 => prop::sample::select(vec![i64::MIN, i64::MIN + 1, -1, 0, 1, 1 << 53, i64::MAX - 1, i64::MAX]).prop_map(Value::Integer),
        2 => prop::sample::select(vec![0_usize, 1, 15, 16, 17, 5000]).prop_map(|length| Value::Blob(vec![0xFF; length])),
        1 => Just(Value::Null),
        1 => prop::sample::select(vec!["promise_made", "promise_kept", "retracted", "customer_added", "member_added", "no_such_kind"])
            .prop_map(|kind| Value::Text(kind.into())),
    ]
}

#[test]
fn rows_that_no_kept_wrote_cost_an_answer_and_never_the_program() {
    let bytes = office();
    let rows = prop::collection::vec((prop::sample::select(COLUMNS), values(), any::<u32>()), 1..4);
    let taken = std::cell::Cell::new(0);
    let tried = runner(150).run(&(rows, any::<bool>()), |(rows, refold)| {
        let folder = folder_with(&bytes);
        let home = folder.path().join("kept");
        let raw = Connection::open(home.join("kept.db")).unwrap();
        raw.execute_batch("DROP TRIGGER event_is_never_changed").unwrap();
        for ((table, column), value, row) in rows {
            let key: String = raw
                .query_row("SELECT name FROM pragma_table_info(?1) WHERE pk = 1 LIMIT 1", [table], |row| row.get(0))
                .unwrap();
            let sql = format!(
                "UPDATE {table} SET {column} = ?1 WHERE {key} = (SELECT {key} FROM {table} LIMIT 1 OFFSET ?2 % max(1, (SELECT count(*) FROM {table})))"
            );
            // What the table itself refuses is tried with the next one.
            taken.set(taken.get() + raw.execute(&sql, params![value, row]).unwrap_or(0));
        }
        if refold {
            raw.execute("UPDATE setting SET value = 'older' WHERE name = 'cache_version'", []).unwrap();
        }
        drop(raw);
        if let Some(desk) = open_in(&home) {
            look_around(&desk);
        }
        Ok(())
    });
    tried.unwrap_or_else(|failed| panic!("{failed}"));
    assert!(taken.get() > 75, "only {} rows could be spoilt", taken.get());
}

#[test]
fn broken_notes_beside_the_office_cost_nothing_but_what_they_said() {
    let bytes = office();
    let notes = ["12 01930f6e-7c2a-7b3d-8c4d-5e6f708192a3\n", "01930f6e-7c2a-7b3d-8c4d-5e6f708192a3", "1 1"];
    let notes = notes.map(|note| note.as_bytes().to_vec()).to_vec();
    let file = prop::sample::select(vec!["head", "desk", "kept.db-wal", "office.lock", "window.lock", "opening.lock"]);
    let tried = runner(100).run(&(file, mutant(notes)), |(name, Broken(note))| {
        let folder = folder_with(&bytes);
        let home = folder.path().join("kept");
        std::fs::write(home.join(name), note).unwrap();
        if let Some(desk) = open_in(&home) {
            look_around(&desk);
        }
        Ok(())
    });
    tried.unwrap_or_else(|failed| panic!("{failed}"));
}
