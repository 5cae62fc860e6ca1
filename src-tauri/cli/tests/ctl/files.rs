//! Import and export: what goes out comes back.

use crate::support::{Office, arg};
use serde_json::{Value, json};

fn people(office: &Office) {
    office.json(&[
        "customer",
        "add",
        "Maria Gonzalez",
        "--phone",
        "(206) 555-0142",
        "--phone",
        "desk",
        "--email",
        "m@example.com",
        "--tag",
        "a;b",
        "--field",
        "plate==SUM(A1)",
        "--field",
        "name=x",
        "--note",
        "two\nlines, \"quoted\"",
        "--address",
        "1 Main; Seattle; WA; 98101; US",
    ]);
    office.json(&["customer", "add", "=HYPERLINK(\"x\")", "--birthday", "1969-07-20"]);
    office.json(&["customer", "add", "Иванов Müller 山田", "--organization", "Łódź & Co"]);
    let gone = crate::support::id(&office.json(&["customer", "add", "Gone"]));
    office.json(&["take-back", &gone]);
}

#[test]
fn an_export_holds_all_live_customers_and_comes_back() {
    let office = Office::staffed();
    people(&office);
    for name in ["out.csv", "out.VCF"] {
        let file = office.beside(name);
        let written = office.json(&["export", arg(&file)]);
        assert_eq!((&written["customers"], &written["file"]), (&3.into(), &arg(&file).into()));
        let other = Office::staffed();
        let back = other.json(&["import", arg(&file)]);
        let report = &back["files"][0];
        assert_eq!((&report["created"], &report["skipped"]), (&3.into(), &json!([])), "{name}");
        let find = |office: &Office, words: &str| {
            let hit = office.json(&["find", words])["hits"][0]["id"].as_str().unwrap().to_owned();
            let mut shown = office.json(&["customer", "show", &hit]);
            let card = shown.as_object_mut().unwrap();
            for own in ["id", "created_at", "entries", "doubles", "brief"] {
                card.remove(own);
            }
            for list in ["phones", "emails"] {
                for one in card[list].as_array_mut().unwrap() {
                    let one = one.as_object_mut().unwrap();
                    one.remove("id");
                    if name == "out.csv" {
                        one.remove("typed");
                    }
                }
            }
            shown
        };
        for words in ["maria", "hyperlink", "ivanov"] {
            assert_eq!(find(&office, words), find(&other, words), "{name}: {words}");
        }
        let again = office.json(&["import", arg(&file)]);
        assert_eq!((&again["files"][0]["unchanged"], &again["import"]), (&3.into(), &Value::Null), "{name}: {again}");
    }
}

#[test]
fn the_columns_of_an_export_are_the_promised_ones() {
    let office = Office::staffed();
    people(&office);
    let file = office.beside("out.csv");
    office.json(&["export", arg(&file)]);
    let text = std::fs::read_to_string(&file).unwrap();
    let header = text.lines().next().unwrap();
    assert_eq!(
        header,
        "id,name,given_name,family_name,organization,title,birthday,phone_1,phone_1_label,phone_1_extension,phone_2,phone_2_label,\
         phone_2_extension,email_1,email_1_label,street,city,region,postcode,country,tags,note,field:name,plate"
    );
    assert!(text.contains("+12065550142,"), "E.164");
    assert!(
        text.contains("'=SUM(A1)") && text.contains("\"'=HYPERLINK(\"\"x\"\")\""),
        "what would run is disarmed: {text}"
    );
}

#[test]
fn an_export_says_what_it_cannot_write_and_leaves_nothing_behind() {
    let office = Office::staffed();
    let customer = office.customer("Maria");
    for name in ["out.xlsx", "out", "out.txt", "none/out.csv", "kept"] {
        assert_eq!(office.refusal(&["export", arg(&office.beside(name))]), "invalid", "{name}");
    }
    assert_eq!(office.refusal(&["export", arg(&office.beside("her.json")), "--customer", &customer]), "invalid");
    std::fs::create_dir(office.beside("folder.csv")).unwrap();
    assert_eq!(office.refusal(&["export", arg(&office.beside("folder.csv"))]), "invalid");
    let left: Vec<String> = std::fs::read_dir(office.beside(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(left.iter().all(|name| ["kept", "folder.csv"].contains(&name.as_str())), "{left:?}");
}

#[test]
fn columns_can_be_named_and_matching_left_out() {
    let office = Office::staffed();
    let file = office.beside("people.csv");
    std::fs::write(&file, "Wer;Wo;Kennzeichen;a=b\nMaria;206 555 0142;AB-1;x\nMaria;206 555 0142;AB-2;y\n").unwrap();
    let args = [
        "import",
        arg(&file),
        "--map",
        "Wer=name",
        "--map",
        "Wo=phone:work",
        "--map",
        "a=b=ignore",
        "--map",
        "Kennzeichen=field:Plate=1",
    ];
    let run = office.json(&[&args[..], &["--no-match"]].concat());
    let report = &run["files"][0];
    assert_eq!((&report["created"], &report["delimiter"]), (&2.into(), &";".into()), "every row one of its own");
    let found = office.json(&["find", "AB-2"]);
    let shown = office.json(&["customer", "show", found["hits"][0]["id"].as_str().unwrap()]);
    assert_eq!((&shown["fields"], &shown["phones"][0]["label"]), (&json!({ "Plate=1": "AB-2" }), &"work".into()));
}

#[test]
fn an_import_taken_back_keeps_customers_with_later_entries() {
    let office = Office::staffed();
    let file = office.beside("people.vcf");
    let card =
        |name: &str, phone: &str| format!("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nTEL:{phone}\r\nEND:VCARD\r\n");
    std::fs::write(&file, card("Maria", "206 555 0142") + &card("Ali", "206 555 0199") + &card("Zoe", "206 555 0177"))
        .unwrap();
    office.json(&["customer", "add", "Zoe", "--phone", "206 555 0177", "--phone", "206 555 0178"]);
    let run = office.json(&["import", arg(&file)]);
    assert_eq!((&run["files"][0]["created"], &run["files"][0]["delimiter"]), (&2.into(), &Value::Null));
    office.json(&["log", "206 555 0142", "--kind", "call", "Hello"]);
    let import = run["import"].as_str().unwrap();
    let undone = office.json(&["import-undo", &import[import.len() - 8..]]);
    assert_eq!(undone, json!({ "removed": 1, "reverted": 0, "kept": 1 }));
    assert_eq!(office.json(&["imports"])["imports"][0]["undone"], true);
    assert_eq!(office.json(&["find", ""])["total"], 2);
    assert_eq!(office.json(&["check"])["ok"], true);
}

#[test]
fn the_same_seed_gives_the_same_people_and_entries() {
    let make = |seed: &str| {
        let office = Office::empty();
        let made = office.json(&["generate", "--customers", "40", "--seed", seed, "--years", "2", "--as", "Ana"]);
        assert_eq!(made["customers"], 40);
        let file = office.beside("out.csv");
        office.json(&["export", arg(&file)]);
        let text = std::fs::read_to_string(&file).unwrap();
        let people: Vec<String> = text.lines().map(|line| line.split_once(',').unwrap().1.to_owned()).collect();
        (office, made, people)
    };
    let (office, made, people) = make("7");
    let (_, again, same) = make("7");
    let (_, _, others) = make("8");
    assert_eq!((&made, &people), (&again, &same));
    assert_ne!(people, others);
    let checked = office.json(&["check"]);
    assert_eq!((&checked["ok"], &checked["customers"]), (&true.into(), &40.into()), "{checked}");
    assert_eq!(office.refusal(&["generate", "--customers", "1"]), "refused", "only into an empty office");
    assert!(office.json(&["queue"])["total"].as_u64().unwrap() > 0);
    assert_eq!(Office::empty().refusal(&["generate", "--customers", "0"]), "invalid");
    assert_eq!(Office::empty().refusal(&["generate", "--customers", "99999999999"]), "invalid");
}
