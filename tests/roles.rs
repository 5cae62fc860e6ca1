//! What each role may do, command by command, against the one table.

use crate::support::desk::TestDesk;
use kept_core::{
    api,
    error::Code,
    event::Role,
    roles::{Action, TABLE, may},
};
use serde_json::{Value, json};

/// Every command of the call table that writes or tells more than a timeline, with the action it needs and arguments
/// that go as far as the role check.
fn commands() -> Vec<(&'static str, Action, Value)> {
    let id = "01890a5d-ac96-774b-bcce-b302099a8057";
    vec![
        ("customer_add", Action::WriteCustomers, json!({ "name": "New" })),
        ("customer_change", Action::WriteCustomers, json!({ "id": id, "note": "x" })),
        ("customer_relate", Action::WriteCustomers, json!({ "customer": id, "other": id, "relation": "household" })),
        ("relation_change", Action::WriteCustomers, json!({ "id": id, "customer": id, "may_speak": true })),
        ("relation_end", Action::WriteCustomers, json!({ "id": id, "customer": id })),
        ("contact_restrict", Action::WriteCustomers, json!({ "customer": id, "channels": ["call"], "reason": "x" })),
        ("contact_allow", Action::LiftRestriction, json!({ "customer": id, "channels": ["call"], "reason": "x" })),
        ("contact_log", Action::WriteEntries, json!({ "customer": id, "contact": "call", "text": "x" })),
        ("entry_correct", Action::WriteEntries, json!({ "entry": id, "text": "x" })),
        ("take_back", Action::WriteEntries, json!({ "id": id })),
        ("redo", Action::WriteEntries, json!({ "id": id })),
        ("promise_make", Action::WriteEntries, json!({ "customer": id, "text": "x", "due": "fri 9:00" })),
        ("promise_keep", Action::WriteEntries, json!({ "id": id })),
        (
            "promise_keep_and_make",
            Action::WriteEntries,
            json!({ "id": id, "next": { "text": "x", "due": "fri 9:00" } }),
        ),
        ("promise_break", Action::WriteEntries, json!({ "id": id, "reason": "x" })),
        ("promise_withdraw", Action::WriteEntries, json!({ "id": id, "reason": "x" })),
        ("promise_move", Action::WriteEntries, json!({ "id": id, "due": "fri 9:00", "agreed": true })),
        ("promise_hand_over", Action::WriteEntries, json!({ "id": id, "to": "Dan" })),
        ("promise_disposition", Action::WriteEntries, json!({ "id": id, "outcome": "busy" })),
        ("promise_snooze", Action::WriteEntries, json!({ "id": id, "until": "in 10 min" })),
        ("reminder_seen", Action::WriteEntries, json!({ "ids": [id] })),
        ("promise_repeat", Action::WriteEntries, json!({ "id": id, "repeat": "weekly" })),
        ("import_preview", Action::Import, json!({ "paths": ["nothing.csv"] })),
        ("import_run", Action::Import, json!({ "paths": ["nothing.csv"] })),
        ("import_undo", Action::UndoImport, json!({ "id": id })),
        ("report_kept", Action::SeeReports, json!({})),
        ("office_change", Action::ChangeOffice, json!({ "name": "Other" })),
        ("calendar_set", Action::ChangeOffice, json!({ "first": "2026-12-24", "times": "closed" })),
        ("member_add", Action::ChangeMembers, json!({ "name": "Eve" })),
        ("member_rename", Action::ChangeMembers, json!({ "member": "Dan", "name": "Daniel" })),
        ("member_leave", Action::ChangeMembers, json!({ "member": "Dan", "hand_to": "Sam" })),
        ("member_backup", Action::ChangeMembers, json!({ "member": "Dan", "backup": "Sam" })),
        ("backup_now", Action::Backup, json!({})),
        ("backup_look", Action::Restore, json!({ "file": "nothing.db" })),
    ]
}

#[test]
fn every_command_asks_the_table() {
    for (role, who) in [(Role::Reception, "Amy"), (Role::Sales, "Sam"), (Role::Manager, "Ruth")] {
        for (name, action, args) in commands() {
            let desk = TestDesk::at("2026-03-02T09:00Z");
            desk.acts(who);
            let refused = matches!(api::call(&desk, name, args), Err(error) if error.code == Code::Refused && error.message.contains("is for a manager"));
            assert_eq!(refused, !may(role, action), "{name} as {role:?}");
        }
    }
}

#[test]
fn restore_import_undo_erase_members_and_settings_are_a_manager_s() {
    for action in [
        Action::Restore,
        Action::UndoImport,
        Action::LiftRestriction,
        Action::Erase,
        Action::ChangeMembers,
        Action::ChangeOffice,
    ] {
        let (_, roles, _) = TABLE.iter().find(|(listed, ..)| *listed == action).unwrap();
        assert_eq!(*roles, [Role::Manager], "{action:?}");
    }
}

#[test]
fn nobody_signed_in_writes_nothing() {
    let desk = TestDesk::empty("2026-03-02T09:00Z");
    for (name, _, args) in commands() {
        let error = api::call(&desk, name, args).unwrap_err();
        assert_eq!(error.code, Code::Refused, "{name}: {}", error.message);
    }
    assert!(desk.events().unwrap().is_empty());
}

#[test]
fn calls_of_a_wrong_shape_get_one_sentence_and_write_nothing() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let before = desk.events().unwrap().len();
    let long = "x".repeat(2_000_000);
    for (name, args) in [
        ("no_such_call", json!({})),
        ("customer_add", json!([1, 2])),
        ("customer_add", json!({ "name": 5 })),
        ("customer_add", json!({ "name": "x", "colour": "red" })),
        ("customer_add", json!({ "name": long })),
        ("customer_show", json!({ "id": "not-an-id" })),
        ("customer_show", json!({})),
        ("promise_make", json!({ "customer": "x", "text": "y" })),
        ("queue", json!({ "limit": -1 })),
        ("due", json!({ "at": "yesterday" })),
        ("import_run", json!({ "paths": "x" })),
        ("office_change", json!({ "zone": "Mars/Olympus" })),
        ("office_change", json!({ "hours": "mon 18:00-08:00" })),
        ("office_change", json!({ "region": "Atlantis" })),
        ("office_change", json!({ "locale": "not a locale" })),
        ("office_change", json!({ "quiet": "late" })),
    ] {
        let error = api::call(&desk, name, args).unwrap_err();
        assert!(error.message.ends_with('.') && error.message.len() < 400, "{name}: {}", error.message);
        assert!(!error.message.contains("xxxx"), "{name}: what was sent is not repeated");
    }
    assert_eq!(desk.events().unwrap().len(), before);
}
