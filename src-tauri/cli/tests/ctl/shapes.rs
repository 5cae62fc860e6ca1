//! The JSON that others rely on, key by key.

use crate::support::{Office, arg, has_keys, id};
use serde_json::{Value, json};

const PROMISE: &str =
    "id customer customer_name text owner state tentative due_at due_local zone agreed_due_at late late_ms
    attempts moved made_at made_by closed_at";
const CUSTOMER: &str =
    "id kind name given_name family_name organization title birthday phones emails address tags fields note
    open_promises brief entries created_at";

#[test]
fn a_customer_has_all_of_its_keys() {
    let office = Office::staffed();
    let added = office.json(&[
        "customer",
        "add",
        "Maria Gonzalez",
        "--phone",
        "(206) 555-0142 ext. 7",
        "--phone",
        "front desk",
        "--email",
        "Maria@Example.com",
        "--organization",
        "Hale Motors",
        "--address",
        "1 Main St; Seattle; WA; 98101; US",
        "--tag",
        "vip",
        "--tag",
        "fleet",
        "--field",
        "plate=AB=123",
        "--note",
        "Prefers mornings",
        "--given-name",
        "Maria",
        "--family-name",
        "Gonzalez",
        "--title",
        "Buyer",
        "--birthday",
        "--07-20",
    ]);
    has_keys(&added, CUSTOMER);
    assert_eq!(added["kind"], "person");
    let phone = &added["phones"][0];
    assert_eq!(phone["e164"], "+12065550142");
    assert_eq!(
        (&phone["typed"], &phone["label"], &phone["extension"]),
        (&"(206) 555-0142 ext. 7".into(), &"".into(), &"7".into())
    );
    assert_eq!((&added["phones"][1]["e164"], &added["phones"][1]["typed"]), (&Value::Null, &"front desk".into()));
    assert_eq!(
        (&added["emails"][0]["address"], &added["emails"][0]["label"]),
        (&"Maria@Example.com".into(), &"".into())
    );
    let address =
        json!({ "street": "1 Main St", "city": "Seattle", "region": "WA", "postcode": "98101", "country": "US" });
    assert_eq!(added["address"], address);
    assert_eq!((&added["tags"], &added["fields"]), (&json!(["fleet", "vip"]), &json!({ "plate": "AB=123" })));
    assert_eq!(
        (&added["organization"], &added["title"], &added["birthday"]),
        (&"Hale Motors".into(), &"Buyer".into(), &"--07-20".into())
    );
    assert_eq!((&added["open_promises"], &added["entries"]), (&json!([]), &1.into()));
    assert_eq!(added["created_at"], "2026-03-02T17:00:00.000Z");
    let shown = office.json(&["customer", "show", "206 555 0142"]);
    assert_eq!(id(&shown), id(&added));
    has_keys(&shown, CUSTOMER);
    let bare = office.json(&["customer", "add", "Acme", "--organization-kind"]);
    assert_eq!((&bare["kind"], &bare["address"], &bare["fields"]), (&"organization".into(), &Value::Null, &json!({})));
}

#[test]
fn find_answers_hits_with_reasons_and_a_total() {
    let office = Office::staffed();
    office.json(&["customer", "add", "Maria Gonzalez", "--phone", "+1 206 555 4471", "--email", "m@example.com"]);
    let found = office.json(&["find", "4471"]);
    assert_eq!(found["total"], 1);
    let hit = &found["hits"][0];
    has_keys(hit, "id name phones emails why");
    assert_eq!((&hit["phones"], &hit["emails"]), (&json!(["+12065554471"]), &json!(["m@example.com"])));
    assert_eq!(hit["why"], "phone ends in 4471");
    assert_eq!(office.json(&["find", "nobody at all"]), json!({ "hits": [], "total": 0 }));
    office.customer("Mario Gonzales");
    assert_eq!(office.json(&["find", "mari", "--limit", "1"])["hits"].as_array().unwrap().len(), 1);
}

#[test]
fn a_log_answers_entry_and_promise() {
    let office = Office::staffed();
    let customer = office.customer("Maria Gonzalez");
    let call = office.json(&["log", &customer, "--kind", "call", "--in", "--outcome", "reached", "Asked about brakes"]);
    assert_eq!(crate::support::keys(&call), ["entry", "promise"]);
    assert_eq!(call["promise"], Value::Null);
    let with = office.json(&[
        "log",
        &customer,
        "--kind",
        "visit",
        "Came by",
        "--promise",
        "Quote",
        "--due",
        "fri 9:00",
        "--owner",
        "dan",
    ]);
    let promise = office.json(&["promise", "show", with["promise"].as_str().unwrap()]);
    has_keys(&promise, PROMISE);
    assert_eq!(
        (&promise["text"], &promise["owner"], &promise["made_by"]),
        (&"Quote".into(), &"Dan Ortiz".into(), &"Ana Cruz".into())
    );
}

#[test]
fn a_timeline_has_entries_and_the_next_page() {
    let office = Office::staffed();
    let customer = office.customer("Maria Gonzalez");
    for n in 0..5 {
        office.json(&["log", &customer, "--kind", "note", &format!("Note {n}")]);
    }
    let page = office.json(&["timeline", &customer, "--limit", "2"]);
    let entry = &page["entries"][0];
    has_keys(entry, "id kind occurred_at recorded_at by text promise retracted");
    assert_eq!(
        (&entry["kind"], &entry["by"], &entry["text"]),
        (&"note_added".into(), &"Ana Cruz".into(), &"Note 4".into())
    );
    assert_eq!((&entry["promise"], &entry["retracted"]), (&Value::Null, &false.into()));
    let mut seen: Vec<String> = Vec::new();
    let mut next = Some(String::new());
    while let Some(before) = next {
        let mut args = vec!["timeline", customer.as_str(), "--limit", "2"];
        if !before.is_empty() {
            args.extend(["--before", before.as_str()]);
        }
        let page = office.json(&args);
        seen.extend(page["entries"].as_array().unwrap().iter().map(id));
        next = page["next"].as_str().map(str::to_owned);
    }
    assert_eq!(seen.len(), 6, "every entry once");
    let kinds = office.json(&["timeline", &customer, "--kind", "customer_added", "--kind", "promise_made"]);
    assert_eq!(kinds["entries"].as_array().unwrap().len(), 1);
    assert_eq!(kinds["next"], Value::Null);
}

#[test]
fn every_command_about_a_promise_answers_the_promise() {
    let mut office = Office::staffed();
    let customer = office.customer("Maria Gonzalez");
    let made = office.json(&[
        "promise",
        "make",
        &customer,
        "The price",
        "--due",
        "fri 17:00",
        "--owner",
        "dan",
        "--tentative",
    ]);
    has_keys(&made, PROMISE);
    assert_eq!((&made["state"], &made["tentative"], &made["late"]), (&"open".into(), &true.into(), &false.into()));
    assert_eq!(
        (&made["due_at"], &made["due_local"]),
        (&"2026-03-07T01:00:00.000Z".into(), &"2026-03-06T17:00:00".into())
    );
    assert_eq!((&made["customer"], &made["customer_name"]), (&customer.clone().into(), &"Maria Gonzalez".into()));
    let promise = id(&made);
    let ending = &promise[promise.len() - 8..];
    let tried = office.json(&["promise", "attempt", ending, "--outcome", "left_voicemail"]);
    assert_eq!((&tried["attempts"], &tried["state"]), (&1.into(), &"open".into()));
    let moved = office.json(&["promise", "move", &promise, "--due", "thu 9:00", "--not-agreed"]);
    assert_eq!((&moved["moved"], &moved["due_local"]), (&1.into(), &"2026-03-05T09:00:00".into()));
    assert_eq!((&moved["agreed_due_at"], &moved["tentative"]), (&made["due_at"], &true.into()));
    let agreed = office.json(&["promise", "move", &promise, "--due", "thu 10:00", "--agreed"]);
    assert_eq!((&agreed["agreed_due_at"], &agreed["tentative"]), (&agreed["due_at"], &false.into()));
    let handed = office.json(&["promise", "hand-over", &promise, "--to", "amy"]);
    assert_eq!(handed["owner"], "Amy Reyes");
    let snoozed = office.json(&["promise", "snooze", &promise, "--until", "thu 11:00"]);
    has_keys(&snoozed, PROMISE);
    assert_eq!(snoozed["due_at"], agreed["due_at"], "the due time stands");
    office.now = "2026-03-05T20:00:00Z".to_owned();
    let late = office.json(&["promise", "show", &promise]);
    assert_eq!((&late["late"], &late["late_ms"]), (&true.into(), &7_200_000.into()));
    let kept = office.json(&["promise", "keep", &promise, "--evidence", "Mailed"]);
    assert_eq!((&kept["state"], &kept["late"], &kept["late_ms"]), (&"kept".into(), &false.into(), &7_200_000.into()));
    assert_eq!(kept["closed_at"], "2026-03-05T20:00:00.000Z");
    for (verb, state) in [("break", "broken"), ("withdraw", "withdrawn")] {
        let other = office.promise(&customer, "Another", "fri 9:00");
        let closed = office.json(&["promise", verb, &other, "--reason", "Parts are gone"]);
        has_keys(&closed, PROMISE);
        assert_eq!(closed["state"], state);
    }
}

#[test]
fn the_queue_counts_all_whatever_the_page() {
    let mut office = Office::staffed();
    let customer = office.customer("Maria Gonzalez");
    for due in ["16:00", "tue 9:00", "wed 9:00"] {
        office.promise(&customer, due, due);
    }
    office.json(&["promise", "make", &customer, "Mine", "--due", "mon 15:00"]);
    office.now = "2026-03-03T00:30:00Z".to_owned();
    let queue = office.json(&["queue", "--limit", "3"]);
    assert_eq!((&queue["total"], &queue["late"]), (&4.into(), &2.into()));
    let texts: Vec<&str> = queue["promises"].as_array().unwrap().iter().map(|p| p["text"].as_str().unwrap()).collect();
    assert_eq!(texts, ["Mine", "16:00", "tue 9:00"], "late first, then by due time");
    has_keys(&queue["promises"][0], PROMISE);
    assert_eq!(office.json(&["queue", "--owner", "dan"])["total"], 3);
    assert_eq!(office.refusal(&["queue", "--owner", "zoe"]), "not_found");
}

#[test]
fn due_announces_each_promise_once_per_due_time() {
    let office = Office::staffed();
    let customer = office.customer("Maria Gonzalez");
    let price = office.promise(&customer, "The price", "16:00");
    assert_eq!(office.json(&["due"]), json!({ "notices": [], "next_at": "2026-03-03T00:00:00.000Z" }));
    let rung = office.json(&["due", "--at", "16:00"]);
    let notice = &rung["notices"][0];
    has_keys(notice, "kind promises to title body");
    assert_eq!(
        (&notice["kind"], &notice["promises"], &notice["to"]),
        (&"due".into(), &json!([price]), &"Dan Ortiz".into())
    );
    assert_eq!(rung["next_at"], "2026-03-03T00:05:00.000Z", "it is told again, unless somebody answers");
    office.promise(&customer, "The part", "16:00");
    let both = office.json(&["due", "--at", "16:05", "--mark", "--as", "amy"]);
    assert_eq!(both["notices"][0]["kind"], "digest");
    assert_eq!(both["notices"][0]["promises"].as_array().unwrap().len(), 2);
    assert_eq!(office.json(&["due", "--at", "16:10"])["notices"], json!([]), "marked is announced");
    office.json(&["promise", "move", &price, "--due", "17:00", "--agreed"]);
    assert_eq!(
        office.json(&["due", "--at", "17:00"])["notices"][0]["promises"],
        json!([price]),
        "a new due time is announced"
    );
}

#[test]
fn an_import_accounts_for_every_row() {
    let office = Office::staffed();
    let file = office.beside("people.csv");
    std::fs::write(&file, "Name,Mobile,E-mail\nMaria Gonzalez,206 555 0142,m@example.com\n,,\nAli,206 555 0199,\n")
        .unwrap();
    let dry = office.json(&["import", arg(&file), "--dry-run"]);
    assert_eq!(dry["import"], Value::Null);
    assert_eq!(office.json(&["find", ""])["total"], 0, "nothing was written");
    let run = office.json(&["import", arg(&file)]);
    has_keys(&run, "import files");
    for report in [&dry["files"][0], &run["files"][0]] {
        has_keys(
            report,
            "file format encoding encoding_guessed delimiter read created updated unchanged skipped columns",
        );
        assert_eq!(
            (&report["file"], &report["format"], &report["delimiter"]),
            (&"people.csv".into(), &"csv".into(), &",".into())
        );
        let count = |key: &str| report[key].as_u64().unwrap();
        let skipped = report["skipped"].as_array().unwrap();
        assert_eq!(count("read"), count("created") + count("updated") + count("unchanged") + skipped.len() as u64);
        assert_eq!((count("created"), skipped.len()), (2, 1));
        has_keys(&skipped[0], "line why");
        assert_eq!(skipped[0]["line"], 3);
        assert_eq!(report["columns"], json!({ "Name": "name", "Mobile": "phone:mobile", "E-mail": "email" }));
    }
    let imports = office.json(&["imports"]);
    assert_eq!((&imports["total"], &imports["imports"][0]["id"]), (&1.into(), &run["import"]));
    assert_eq!(office.json(&["import", arg(&file)])["import"], Value::Null, "the same file adds nothing");
    let undone = office.json(&["import-undo", run["import"].as_str().unwrap()]);
    assert_eq!(undone, json!({ "removed": 2, "reverted": 0, "kept": 0 }));
    assert_eq!(office.refusal(&["import-undo", run["import"].as_str().unwrap()]), "refused");
}

#[test]
fn a_report_row_adds_up() {
    let mut office = Office::staffed();
    let customer = office.customer("Maria Gonzalez");
    let kept = office.promise(&customer, "Kept", "16:00");
    let late = office.promise(&customer, "Late", "16:00");
    office.promise(&customer, "Overdue", "16:00");
    office.promise(&customer, "Open", "fri 9:00");
    let gone = office.json(&["promise", "make", &customer, "Gone", "--due", "fri 9:00", "--owner", "dan"]);
    office.json(&["take-back", &id(&gone)]);
    office.json(&["promise", "keep", &kept]);
    office.now = "2026-03-03T01:00:00Z".to_owned();
    office.json(&["promise", "keep", &late]);
    let report = office.json(&["report", "kept"]);
    let row = &report["rows"][0];
    let expected = json!({ "key": "Dan Ortiz", "made": 5, "kept_on_time": 1, "kept_late": 1, "broken": 0, "withdrawn": 0, "open": 1,
        "late_open": 1, "taken_back": 1, "kept_rate": 1.0 / 3.0, "median_delay_ms": 3_600_000 });
    assert_eq!(row, &expected);
    assert_eq!(office.json(&["report", "kept", "--by", "month"])["rows"][0]["key"], "2026-03");
    assert_eq!(office.json(&["report", "kept", "--by", "week"])["rows"][0]["key"], "2026-W10");
}

#[test]
fn check_and_office_and_members_have_their_keys() {
    let office = Office::staffed();
    let customer = office.customer("Maria Gonzalez");
    office.promise(&customer, "The price", "fri 9:00");
    let gone = office.customer("Mistake");
    office.json(&["take-back", &gone]);
    let checked = office.json(&["check"]);
    has_keys(&checked, "ok events customers open_promises problems");
    assert_eq!(
        (&checked["ok"], &checked["customers"], &checked["open_promises"]),
        (&true.into(), &1.into(), &1.into())
    );
    assert_eq!(checked["problems"], json!([]));
    let shown = office.json(&["office", "show"]);
    assert_eq!(
        crate::support::keys(&shown),
        ["name", "zone", "region", "locale", "hours", "holidays", "quiet", "ladder", "gone_quiet"]
    );
    for (key, value) in [
        ("name", "Hale Motors"),
        ("zone", "Europe/Berlin"),
        ("region", "DE"),
        ("locale", "de-DE"),
        ("holidays", "DE-BY"),
    ] {
        assert_eq!(office.json(&["office", "set", key, value])[key], value);
    }
    assert_eq!(office.json(&["office", "set", "quiet", "20:00-08:00"])["quiet"], "20:00-08:00");
    assert_ne!(office.json(&["office", "set", "quiet", "off"])["quiet"], "20:00-08:00");
    let members = office.json(&["member", "list"]);
    has_keys(&members["members"][0], "name role left signed_in");
}
