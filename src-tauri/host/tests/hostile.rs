//! The host's own calls, each with arguments of every sort: an answer or a sentence, and the office stays open.
#![expect(clippy::expect_used, reason = "a test that cannot go on must fail")]

use kept_core::{clock::StandingClock, desk::Change, reminder::Notice};
use kept_host::{Announced, Front, Host};
use serde_json::{Value, json};
use std::sync::Arc;

struct Deaf;

impl Front for Deaf {
    fn changed(&self, _: &Arc<Host>, _: &Change) {}
    fn announce(&self, _: &Arc<Host>, _: &Notice, _: bool) -> Announced {
        Announced::Taken
    }
    fn rang(&self, _: &[Notice]) {}
}

/// The names that the host answers itself, as they stand in its source.
fn names() -> Vec<&'static str> {
    let source = include_str!("../src/host.rs");
    let (_, arms) = source.split_once("match name {").expect("the table");
    let (arms, _) = arms.split_once("_ =>").expect("its end");
    arms.lines().filter_map(|line| line.trim().strip_prefix('"')?.split_once("\" =>").map(|(name, _)| name)).collect()
}

fn odd() -> Vec<Value> {
    let nested = (0..100).fold(json!("x"), |inner, _| json!([inner]));
    let mut all =
        vec![json!(null), json!(true), json!(-1), json!(u64::MAX), json!(1e308), json!([]), json!({}), nested];
    let hostile: Vec<String> =
        serde_json::from_str(include_str!("../../../tests/fixtures/hostile/blns.json")).expect("a list");
    all.extend(hostile.into_iter().step_by(23).map(Value::from));
    all.extend(["\0", "/nowhere/\0/x.db", "file:x?mode=memory", "../..", "/dev/null"].map(Value::from));
    all.extend([json!("9".repeat(600_000)), json!("\u{202e}".repeat(5_000))]);
    all
}

#[test]
fn whatever_the_page_sends_is_answered_or_refused_in_a_sentence() {
    let names = names();
    assert!(names.len() >= 7 && names.contains(&"restore"), "{names:?}");
    let home = tempfile::tempdir().expect("a folder");
    let clock = Arc::new(StandingClock::at("2026-03-02T09:00:00Z".parse().expect("a moment")));
    let host = Host::start(home.path().to_owned(), clock, "the test".into(), Box::new(Deaf));
    let office = json!({"name": "Dana", "office": "Northside", "zone": "UTC", "region": "US", "locale": "en-US"});
    host.call("set_up", office).expect("a new office");
    let before = host.call("check", json!({})).expect("checked");
    for name in names {
        for value in odd() {
            let inside = ["file", "message", "report", "what"].map(|field| json!({ field: value }));
            for args in inside.into_iter().chain([value]) {
                if let Err(error) = host.call(name, args) {
                    let said = &error.message;
                    assert!(said.ends_with(['.', '?', '`']) && said.chars().count() <= 600, "{name}: {said:.300}");
                    assert!(!said.chars().any(char::is_control), "{name}: {said:?}");
                }
            }
        }
    }
    for value in odd() {
        for args in [json!({ "url": value }), json!({ "url": "tel:1", "customer": value }), value] {
            if let Err(error) = host.outside(&args) {
                assert!(error.message.ends_with('.') && error.message.len() < 200, "{}", error.message);
            }
        }
    }
    for value in odd() {
        for what in ["import_report", "everything", ""] {
            host.save(what, &json!({ "report": value, "what": value }), &home.path().join("x.csv"))
                .expect_err("refused");
        }
    }
    assert!(!home.path().join("x.csv").exists());
    assert_eq!(host.call("check", json!({})).expect("checked"), before);
    assert_eq!(host.call("state", json!({})).expect("a state")["state"], "ready");
    host.close();
}
