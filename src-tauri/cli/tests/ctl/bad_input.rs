//! Input of all sorts that nobody should send: one sentence, nothing changed; or taken to the letter.

use crate::support::{Office, arg, hostile, id};

#[test]
fn hostile_text_goes_in_and_comes_out_to_the_letter() {
    let office = Office::staffed();
    let customer = office.customer("Maria Gonzalez");
    let texts: Vec<String> = hostile().into_iter().filter(|text| !text.trim().is_empty()).collect();
    assert!(texts.len() > 400, "the whole list");
    for texts in texts.chunks(150) {
        let short: Vec<&String> = texts.iter().filter(|text| text.chars().count() <= 250).collect();
        let mut args = vec!["customer".to_owned(), "change".to_owned(), customer.clone()];
        args.extend(short.iter().map(|text| format!("--tag={text}")));
        let told = office.json(&args);
        let tags: Vec<&str> = told["tags"].as_array().unwrap().iter().map(|tag| tag.as_str().unwrap()).collect();
        assert!(short.iter().all(|text| tags.contains(&text.as_str())), "every one, byte for byte");
        let remove: Vec<String> = short.iter().map(|text| format!("--remove-tag={text}")).collect();
        args.truncate(3);
        args.extend(remove);
        office.json(&args);
    }
    for text in texts.iter().step_by(17) {
        let added = office.json(&["customer", "add", "--note", text, "--", text]);
        assert_eq!((&added["name"], &added["note"]), (&text.as_str().into(), &text.as_str().into()));
        assert_eq!(office.run(&["customer", "show", &id(&added)]).code, 0, "and is shown to people");
    }
    assert_eq!(office.json(&["check"])["ok"], true);
}

#[test]
fn find_never_fails_on_a_query() {
    let office = Office::staffed();
    office.customer("Maria Gonzalez");
    let mut queries: Vec<String> = hostile().into_iter().step_by(9).collect();
    queries.extend(
        ["\"", "*", "a*b", "NEAR(a b)", "-", "--", "'; DROP TABLE event", "{", "^a", ":", "%", "()"].map(str::to_owned),
    );
    queries.push("x ".repeat(50_000));
    for query in queries {
        let found = office.json(&["find", "--", &query]);
        assert!(found["hits"].is_array(), "{query}");
    }
}

#[test]
fn absurd_sizes_are_refused() {
    let office = Office::staffed();
    let customer = office.customer("Maria Gonzalez");
    let long = "x".repeat(100_001);
    let commands: [&[&str]; 10] = [
        &["customer", "add", &long],
        &["customer", "add", "x", "--note", &long],
        &["customer", "add", "x", "--phone", &long],
        &["customer", "add", "x", "--email", &long],
        &["customer", "change", &customer, "--tag", &long],
        &["log", &customer, "--kind", "note", &long],
        &["promise", "make", &customer, &long, "--due", "fri 9:00"],
        &["office", "set", "name", &long],
        &["office", "set", "hours", &long],
        &["office", "set", "locale", &long],
    ];
    for command in commands {
        let told = office.run_json(command);
        assert_eq!(told.error(1), "invalid", "{:?}", &command[..2]);
        assert!(told.err.len() < 400, "the sentence does not repeat it");
    }
    let many: Vec<String> = (0..201).map(|n| format!("--tag=t{n}")).collect();
    let mut args = vec!["customer".to_owned(), "add".to_owned(), "x".to_owned()];
    args.extend(many);
    assert_eq!(office.refusal(&args), "invalid");
    assert_eq!(office.json(&["find", ""])["total"], 1, "nothing was written");
}

#[test]
fn what_is_no_id_is_not_found() {
    let office = Office::staffed();
    let customer = office.customer("Maria Gonzalez");
    let promise = office.promise(&customer, "x", "fri 9:00");
    let unknown = "01890a5d-ac96-774b-bcce-b302099a8057";
    for wrong in [unknown, "zzzzzz", "' OR 1=1 --", "000000", "", "🦄", &"f".repeat(33)] {
        let commands: [&[&str]; 8] = [
            &["customer", "show", wrong],
            &["timeline", wrong],
            &["correct", wrong, "x"],
            &["take-back", wrong],
            &["redo", wrong],
            &["promise", "keep", wrong],
            &["import-undo", wrong],
            &["timeline", &customer, "--before", wrong],
        ];
        for command in commands {
            assert_eq!(office.refusal(command), "not_found", "{command:?}");
        }
    }
    assert_eq!(office.refusal(&["promise", "show", &customer]), "not_found", "a customer is no promise");
    assert_eq!(office.refusal(&["customer", "show", &promise]), "not_found", "a promise is no customer");
}

#[test]
fn settings_that_mean_nothing_are_refused() {
    let office = Office::staffed();
    let cases = [
        ("zone", "Mars/Olympus"),
        ("zone", ""),
        ("region", "ZZ"),
        ("region", "Germany"),
        ("locale", "!"),
        ("hours", "always"),
        ("hours", "mon 18:00-08:00-09:00"),
        ("hours", "mon 25:00-26:00"),
        ("holidays", "Bavaria"),
        ("quiet", "late"),
        ("name", ""),
    ];
    for (key, value) in cases {
        assert_eq!(office.refusal(&["office", "set", key, value]), "invalid", "{key} {value}");
    }
    assert_eq!(office.run_json(&["office", "set", "colour", "blue"]).error(2), "usage");
}

#[test]
fn wrong_details_of_a_customer_are_refused() {
    let office = Office::staffed();
    let cases: [&[&str]; 8] = [
        &["--birthday", "1969-02-30"],
        &["--birthday", "soon"],
        &["--birthday", "--13-01"],
        &["--email", "nobody"],
        &["--email", "@example.com"],
        &["--phone", "  "],
        &["--field", "=x"],
        &["--address", "a;b;c;d;e;f"],
    ];
    for case in cases {
        assert_eq!(office.refusal(&[&["customer", "add", "x"], case].concat()), "invalid", "{case:?}");
    }
}

#[test]
fn files_that_cannot_be_imported_are_said() {
    let office = Office::staffed();
    let missing = office.beside("nobody.csv");
    assert_eq!(office.refusal(&["import", arg(&missing)]), "invalid");
    assert_eq!(office.refusal(&["import", arg(&office.home())]), "invalid", "a folder");
    let file = office.beside("people.csv");
    std::fs::write(&file, "Name,Phone\nAli,206 555 0199\n").unwrap();
    for map in ["Name", "Nickname=name", "Name=nonsense"] {
        assert_eq!(office.refusal(&["import", arg(&file), "--map", map]), "invalid", "{map}");
    }
    assert_eq!(office.run_json(&["import", arg(&file), "--format", "xlsx"]).error(2), "usage");
    assert_eq!(office.run_json(&["import"]).error(2), "usage");
    let binary = office.beside("picture.csv");
    std::fs::write(&binary, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    assert_eq!(office.refusal(&["import", arg(&binary)]), "invalid");
    let empty = office.beside("empty.csv");
    std::fs::write(&empty, "").unwrap();
    let told = office.run_json(&["import", arg(&empty)]);
    assert!(told.code <= 1, "{told:?}");
    assert_eq!(office.json(&["imports"])["total"], 0);
}
