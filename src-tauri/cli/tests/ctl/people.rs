//! Members and customers.

use crate::support::{Office, id};
use serde_json::json;

#[test]
fn members_are_added_renamed_given_roles_and_dismissed() {
    let office = Office::staffed();
    let customer = office.customer("Maria Gonzalez");
    let promise = office.promise(&customer, "The price", "fri 9:00");
    assert_eq!(
        office.json(&["member", "add", "dan ortiz", "--role", "manager"])["role"],
        "manager",
        "adding sets the role"
    );
    assert_eq!(office.json(&["member", "rename", "dan", "Daniel Ortiz"])["name"], "Daniel Ortiz");
    assert_eq!(office.refusal(&["member", "rename", "amy", "ANA CRUZ"]), "refused");
    assert_eq!(office.refusal(&["promise", "hand-over", &promise, "--to", "a"]), "ambiguous");
    let left = office.json(&["member", "leave", "daniel", "--hand-to", "amy"]);
    assert_eq!(left["left"], true);
    assert_eq!(office.json(&["promise", "show", &promise])["owner"], "Amy Reyes");
    assert_eq!(office.refusal(&["member", "leave", "ana", "--hand-to", "amy"]), "refused", "the last manager stays");
    assert_eq!(office.refusal(&["queue", "--as", "daniel"]), "not_found", "who left acts no more");
    for name in ["", "  ", "line\nbreak", &"x".repeat(201)] {
        assert_eq!(office.refusal(&["member", "add", name]), "invalid");
    }
}

#[test]
fn who_is_away_is_listed_with_who_answers_until_they_are_back() {
    let office = Office::staffed();
    let away = ["member", "away", "dan", "--from", "tomorrow", "--to", "2026-12-24", "--backup", "amy"];
    assert_eq!(office.json(&away)["absences"][0]["backup"], "Amy Reyes");
    let listed = office.run(&["member", "list"]).out;
    assert!(listed.contains("away tomorrow 00:00 to Thu 24 Dec 00:00, Amy Reyes answers"), "{listed}");
    office.json(&["member", "back", "dan"]);
    assert!(!office.run(&["member", "list"]).out.contains("away"));
}

#[test]
fn a_customer_is_changed_value_by_value() {
    let office = Office::staffed();
    let customer = office.json(&[
        "customer",
        "add",
        "Maria",
        "--phone",
        "206 555 0142",
        "--email",
        "m@example.com",
        "--tag",
        "vip",
        "--field",
        "plate=A",
        "--note",
        "n",
        "--address",
        "1 Main; Seattle",
    ]);
    let customer = id(&customer);
    let changed = office.json(&[
        "customer",
        "change",
        &customer,
        "--name",
        "Maria Gonzalez",
        "--note",
        "",
        "--address",
        "",
        "--phone",
        "206 555 0143",
        "--remove-phone",
        "+12065550142",
        "--remove-email",
        "M@example.com",
        "--email",
        "g@example.com",
        "--tag",
        "fleet",
        "--remove-tag",
        "vip",
        "--field",
        "vin=1",
        "--remove-field",
        "plate",
        "--organization-kind",
    ]);
    assert_eq!(
        (&changed["name"], &changed["note"], &changed["kind"]),
        (&"Maria Gonzalez".into(), &"".into(), &"organization".into())
    );
    assert_eq!(changed["phones"].as_array().unwrap().len(), 1);
    assert_eq!(
        (&changed["phones"][0]["e164"], &changed["emails"][0]["address"]),
        (&"+12065550143".into(), &"g@example.com".into())
    );
    assert_eq!((&changed["tags"], &changed["fields"]), (&json!(["fleet"]), &json!({ "vin": "1" })));
    let blank = changed["address"].is_null() || changed["address"].as_object().unwrap().values().all(|part| part == "");
    assert!(blank, "{}", changed["address"]);
    let before = changed["entries"].clone();
    assert_eq!(office.json(&["customer", "change", &customer])["entries"], before, "nothing to change writes nothing");
    assert_eq!(office.json(&["customer", "change", &customer, "--name", "Maria Gonzalez"])["entries"], before);
    assert_eq!(office.refusal(&["customer", "change", &customer, "--name", ""]), "invalid");
    assert_eq!(office.refusal(&["customer", "change", &customer, "--remove-tag", "never"]), "not_found");
    assert_eq!(office.refusal(&["customer", "change", &customer, "--remove-phone", "1"]), "not_found");
    assert_eq!(office.refusal(&["customer", "change", &customer, "--field", "plate"]), "invalid");
    assert_eq!(office.refusal(&["customer", "change", &customer, "--address", "1;2;3;4;5;6"]), "invalid");
}

#[test]
fn a_customer_is_named_by_id_ending_phone_or_address() {
    let office = Office::staffed();
    let customer =
        id(&office.json(&["customer", "add", "Maria", "--phone", "(206) 555-0142", "--email", "m@example.com"]));
    let ending = &customer[customer.len() - 6..];
    let (upper, odd) = (ending.to_uppercase(), &customer[customer.len() - 7..]);
    let across = &customer[customer.len() - 15..];
    for named in [
        customer.as_str(),
        ending,
        &upper,
        odd,
        across,
        "+12065550142",
        "2065550142",
        "206.555.0142",
        " m@EXAMPLE.com ",
    ] {
        assert_eq!(id(&office.json(&["customer", "show", named])), customer, "{named}");
    }
    for nobody in
        [&customer[customer.len() - 5..], &customer[..12], "", "000000000000", "206", "%%%%%%", "______", "m@"]
    {
        assert_eq!(office.refusal(&["customer", "show", nobody]), "not_found", "{nobody}");
    }
    let last = if odd.starts_with('0') { "1" } else { "0" };
    assert_eq!(office.refusal(&["customer", "show", &format!("{last}{ending}")]), "not_found", "one digit is wrong");
    office.json(&["customer", "add", "Mario", "--phone", "(206) 555-0142"]);
    assert_eq!(office.refusal(&["customer", "show", "2065550142"]), "ambiguous");
}

#[test]
fn a_likely_double_is_a_warning_and_never_a_refusal() {
    let office = Office::staffed();
    office.json(&["customer", "add", "Maria Gonzalez", "--phone", "206 555 0142"]);
    let again = office.run_json(&["customer", "add", "M. Gonzalez", "--phone", "206-555-0142"]);
    assert!(again.err.contains("Maria Gonzalez") && again.err.contains("same phone"), "{}", again.err);
    assert_eq!(again.value()["name"], "M. Gonzalez");
}

#[test]
fn a_customer_with_only_a_phone_is_welcome() {
    let office = Office::staffed();
    assert_eq!(office.json(&["customer", "add", "", "--phone", "206 555 0142"])["name"], "206 555 0142");
    assert_eq!(office.refusal(&["customer", "add", ""]), "invalid");
}
