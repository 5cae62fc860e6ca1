//! What each role may do, command by command.

use crate::support::{Office, arg, id};

#[test]
fn what_is_a_managers_is_refused_to_all_others() {
    let office = Office::staffed();
    office.customer("Maria Gonzalez");
    let (backup, people) = (office.beside("b.db"), office.beside("p.csv"));
    office.json(&["backup", arg(&backup)]);
    std::fs::write(&people, "Name,Phone\nAli,206 555 0199\n").unwrap();
    let import = office.json(&["import", arg(&people)])["import"].as_str().unwrap().to_owned();
    let managers: [&[&str]; 8] = [
        &["office", "set", "name", "Other"],
        &["member", "add", "Eve"],
        &["member", "add", "amy", "--role", "manager"],
        &["member", "rename", "dan", "Daniel"],
        &["member", "leave", "dan", "--hand-to", "amy"],
        &["import-undo", &import],
        &["rebuild"],
        &["restore", arg(&backup)],
    ];
    for who in ["amy", "dan"] {
        for command in managers {
            let told = office.run_json(&[command, &["--as", who]].concat());
            assert_eq!(told.error(1), "refused", "{who}: {command:?}");
            assert!(told.err.contains("manager"), "{}", told.err);
        }
    }
    for command in managers.iter().filter(|command| command[0] != "restore") {
        assert_eq!(office.run_json(command).code, 0, "a manager may: {command:?}");
    }
    office.json(&["restore", arg(&backup)]);
    let empty = Office::staffed();
    assert_eq!(empty.refusal(&["generate", "--customers", "1", "--as", "amy"]), "refused");
}

#[test]
fn everybody_may_do_the_daily_work() {
    let office = Office::staffed();
    let people = office.beside("p.csv");
    std::fs::write(&people, "Name,Phone\nAli,206 555 0199\n").unwrap();
    let (csv, backup) = (office.beside("out.csv"), office.beside("b.db"));
    for who in ["amy", "dan"] {
        let named = |args: &[&str]| office.json(&[args, &["--as", who]].concat());
        let customer = id(&named(&["customer", "add", "Maria"]));
        let promise = id(&named(&["promise", "make", &customer, "The price", "--due", "fri 9:00"]));
        let entry = named(&["log", &customer, "--kind", "call", "Hello"])["entry"].as_str().unwrap().to_owned();
        let daily: [&[&str]; 18] = [
            &["customer", "change", &customer, "--note", "n"],
            &["find", "maria"],
            &["correct", &entry, "Hello there"],
            &["take-back", &entry],
            &["redo", &entry],
            &["timeline", &customer],
            &["promise", "attempt", &promise, "--outcome", "busy"],
            &["promise", "snooze", &promise, "--until", "in 10 min"],
            &["promise", "move", &promise, "--due", "fri 10:00", "--agreed"],
            &["promise", "keep", &promise],
            &["queue"],
            &["due"],
            &["report", "kept"],
            &["import", arg(&people)],
            &["imports"],
            &["export", arg(&csv)],
            &["backup", arg(&backup)],
            &["check"],
        ];
        daily.iter().for_each(|command| drop(named(command)));
    }
}

#[test]
fn somebody_elses_entry_is_taken_back_only_by_a_manager_with_a_reason() {
    let office = Office::staffed();
    let customer = office.customer("Maria Gonzalez");
    let call = office.json(&["log", &customer, "--kind", "call", "Hello", "--as", "dan"]);
    let entry = call["entry"].as_str().unwrap();
    assert_eq!(office.refusal(&["take-back", entry, "--reason", "x", "--as", "amy"]), "refused");
    assert_eq!(office.refusal(&["correct", entry, "x", "--as", "amy"]), "refused");
    assert_eq!(office.refusal(&["take-back", entry]), "invalid", "a reason is missing");
    office.json(&["take-back", entry, "--reason", "Wrong customer"]);
    let promise = office.json(&["promise", "make", &customer, "x", "--due", "fri 9:00", "--as", "dan"]);
    assert_eq!(office.refusal(&["take-back", &id(&promise), "--reason", "x"]), "refused", "only its maker may");
}
