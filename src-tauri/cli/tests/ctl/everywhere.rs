//! What holds for every command.

use crate::support::{MONDAY, Office, Ran, arg, keptctl, ran};
use std::process::{Command, Stdio};

#[test]
fn global_options_stand_before_or_after_the_command() {
    let office = Office::empty();
    let home = office.home();
    let orders: [&[&str]; 3] = [
        &["--home", arg(&home), "--now", MONDAY, "--as", "Ana", "--json", "member", "list"],
        &["member", "list", "--home", arg(&home), "--now", MONDAY, "--as", "Ana", "--json"],
        &["member", "--home", arg(&home), "--as=Ana", "list", "--json", "--now", MONDAY],
    ];
    for order in orders {
        let value = ran(keptctl().args(order)).value();
        assert_eq!(value["members"][0]["name"], "Ana");
    }
}

#[test]
fn the_environment_stands_in_for_options_and_options_win() {
    let office = Office::staffed();
    let acts = |command: &mut Command| {
        let members = ran(command.args(["--json", "member", "list"])).value()["members"].clone();
        let acting = members.as_array().unwrap().iter().find(|member| member["signed_in"] == true).cloned();
        acting.expect("somebody acts")["name"].clone()
    };
    assert_eq!(acts(office.command::<&str>(&[]).env("KEPT_AS", "dan")), "Dan Ortiz");
    assert_eq!(acts(office.command(&["--as", "amy"]).env("KEPT_AS", "dan")), "Amy Reyes");
    assert_eq!(acts(office.command::<&str>(&[]).env("KEPT_AS", "")), "Ana Cruz", "nothing said is nobody named");
}

#[test]
fn the_data_folder_is_among_the_users_own_where_none_is_named() {
    let office = Office::empty();
    let data = office.beside("data");
    ran(keptctl().env("XDG_DATA_HOME", &data).args(["--json", "member", "list"])).value();
    assert!(data.join("kept").join("kept.db").is_file());
}

#[cfg(unix)]
#[test]
fn folder_and_files_are_private() {
    use std::os::unix::fs::PermissionsExt;
    let office = Office::staffed();
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&office.home()), 0o700);
    for entry in std::fs::read_dir(office.home()).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(mode(&path), if path.is_dir() { 0o700 } else { 0o600 }, "{}", path.display());
    }
}

#[test]
fn the_first_command_makes_a_manager_of_that_name_else_of_the_login() {
    let office = Office::empty();
    let members = office.json(&["member", "list", "--as", "Ana"]);
    assert_eq!((&members["members"][0]["name"], &members["members"][0]["role"]), (&"Ana".into(), &"manager".into()));
    assert_eq!(members["members"].as_array().unwrap().len(), 1);
    let again = office.json(&["member", "list"]);
    assert_eq!(again["members"].as_array().unwrap().len(), 1, "only the first command does");
    assert_eq!(office.refusal(&["member", "list", "--as", "Bob"]), "not_found");

    let nameless = Office::empty().json(&["member", "list"]);
    assert_ne!(nameless["members"][0]["name"], "");
    assert_eq!(nameless["members"][0]["role"], "manager");
}

#[test]
fn a_new_office_takes_zone_region_and_locale_from_the_system() {
    let office = Office::empty();
    let value =
        ran(office.command(&["--json", "office", "show"]).env("TZ", "Europe/Vienna").env("LANG", "de_AT.UTF-8"));
    let value = value.value();
    assert_eq!([&value["zone"], &value["region"], &value["locale"]], ["Europe/Vienna", "AT", "de-AT"]);
    let plain = Office::empty();
    let value = ran(plain.command(&["--json", "office", "show"]).env("TZ", "UTC").env("LANG", "C")).value();
    assert_eq!([&value["zone"], &value["region"], &value["locale"]], ["UTC", "US", "en-US"]);
}

#[test]
fn exit_codes_tell_refused_from_wrong_usage() {
    let office = Office::staffed();
    assert_eq!(office.refusal(&["customer", "show", "nobody@example.com"]), "not_found");
    let wrong: [&[&str]; 9] = [
        &[],
        &["nonsense"],
        &["customer"],
        &["customer", "add"],
        &["find", "x", "--limit", "many"],
        &["find", "x", "--limit", "0"],
        &["log", "x", "--kind", "smoke-signal", "text"],
        &["promise", "move", "x", "--due", "fri 9:00"],
        &["queue", "--limit", "99999999999999999999"],
    ];
    for args in wrong {
        assert_eq!(office.run_json(args).error(2), "usage", "{args:?}");
        let said = office.run(args);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{args:?}");
        assert!(!said.err.is_empty());
    }
}

#[test]
fn a_refusal_is_one_sentence_for_people_and_one_line_for_programs() {
    let office = Office::staffed();
    let said = office.run(&["customer", "show", "nobody@example.com"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert_eq!(said.err, "There is no customer with that number, address or id.\n");
    let told = office.run_json(&["customer", "show", "nobody@example.com"]);
    assert_eq!(
        told.err,
        "{\"error\":{\"code\":\"not_found\",\"message\":\"There is no customer with that number, address or id.\",\"suggest\":[]}}\n"
    );
}

#[test]
fn help_and_version_are_no_errors() {
    for args in [["--help", "--json"], ["--version", "--json"], ["log", "--help"]] {
        let said = ran(keptctl().args(args));
        assert_eq!((said.code, said.err.as_str()), (0, ""));
        assert!(said.out.contains("keptctl"), "{}", said.out);
    }
}

#[test]
fn a_clock_behind_the_last_entry_is_a_warning_and_the_command_works() {
    let mut office = Office::staffed();
    office.now = "2026-03-01T00:00:00Z".to_owned();
    let added = office.run_json(&["customer", "add", "Early Bird"]);
    assert!(added.err.contains("behind"), "{}", added.err);
    assert_eq!(added.value()["created_at"], "2026-03-01T00:00:00.000Z");
    let people = office.run(&["find", "early"]);
    assert_eq!(people.code, 0);
    assert!(people.err.contains("behind") && people.out.contains("Early Bird"));
    office.now = "2026-03-03T00:00:00Z".to_owned();
    assert_eq!(office.run_json(&["find", "early"]).err, "", "a clock that is right is not mentioned");
}

#[test]
fn a_clock_that_is_no_instant_is_wrong_usage() {
    let office = Office::empty();
    for now in ["yesterday", "2026-13-01T00:00:00Z", "2026-03-02", "", "99999-01-01T00:00:00Z", "-1"] {
        assert_eq!(office.run_json(&["queue", "--now", now]).error(2), "usage", "{now}");
    }
    let told = ran(office.command(&["--json", "queue"]).env("KEPT_NOW", "noon"));
    assert_eq!(told.error(2), "usage");
}

#[test]
fn what_begins_with_a_dash_follows_two_dashes() {
    let office = Office::staffed();
    assert_eq!(office.run_json(&["customer", "add", "--nobody"]).error(2), "usage");
    let added = office.json(&["customer", "add", "--note", "--json", "--", "--home"]);
    assert_eq!((&added["name"], &added["note"]), (&"--home".into(), &"--json".into()));
    let found = office.json(&["find", "--", "--home"]);
    assert_eq!(found["hits"][0]["name"], "--home");
    assert!(office.run(&["find", "--", "--json"]).out.contains("Nobody"), "it is a query there, for people");
}

#[cfg(unix)]
#[test]
fn arguments_that_are_no_text_are_wrong_usage() {
    use std::os::unix::ffi::OsStrExt;
    let office = Office::staffed();
    let bad = std::ffi::OsStr::from_bytes(b"caf\xe9");
    let find = std::ffi::OsStr::new("find");
    assert_eq!(office.run_json(&[find, bad]).error(2), "usage");
    assert_eq!(ran(office.command(&["--json", "queue"]).env("KEPT_AS", bad)).error(2), "usage");
    let import = std::ffi::OsStr::new("import");
    assert_eq!(office.run_json(&[import, bad]).error(1), "invalid", "a file's name, though, must only be renamed");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let office = Office::staffed();
    let mut child = office.command(&["--help"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let mut child = office.command(&["office", "show"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_said() {
    let office = Office::staffed();
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output = office.command(&["office", "show"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "The answer could not be written out.\n");
}

#[test]
fn tables_are_plain_where_there_is_no_terminal_and_cannot_steer_one() {
    let office = Office::staffed();
    office.customer("Eve \u{1b}[31mred\u{7}\u{202e}drow");
    let Ran { code, out, .. } = office.run(&["find", "eve"]);
    assert_eq!(code, 0);
    assert!(!out.chars().any(|c| (c.is_control() && c != '\n') || c == '\u{202e}'), "{out:?}");
    assert!(out.lines().all(|line| line == line.trim_end()), "no blanks at the ends of lines");
}
