//! The host, with a window that only listens.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test that cannot go on must fail")]

use kept_core::clock::StandingClock;
use kept_core::desk::{Change, Desk, OpenOptions};
use kept_core::reminder::Notice;
use kept_host::{Announced, Front, Host};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

/// The longest a test waits for something that is to come.
const SOON: Duration = Duration::from_secs(20);

/// What the window was told.
#[derive(Debug, PartialEq)]
enum Told {
    Changed(Change),
    Announced(String),
    Rang(usize),
}

struct Listening(Sender<Told>);

impl Front for Listening {
    fn changed(&self, _: &Arc<Host>, change: &Change) {
        let _ = self.0.send(Told::Changed(change.clone()));
    }
    fn announce(&self, _: &Arc<Host>, notice: &Notice, _: bool) -> Announced {
        let _ = self.0.send(Told::Announced(notice.title.clone()));
        Announced::Taken
    }
    fn rang(&self, notices: &[Notice]) {
        let _ = self.0.send(Told::Rang(notices.len()));
    }
}

fn start(home: &Path, clock: &Arc<StandingClock>) -> (Arc<Host>, Receiver<Told>) {
    let (sender, told) = channel();
    let host = Host::start(home.to_owned(), clock.clone(), "the test".into(), Box::new(Listening(sender)));
    (host, told)
}

fn clock(at: &str) -> Arc<StandingClock> {
    Arc::new(StandingClock::at(at.parse().expect("a moment")))
}

fn set_up(host: &Arc<Host>) -> Value {
    let office = json!({"name": "Dana", "office": "Northside", "zone": "UTC", "region": "US", "locale": "en-US"});
    host.call("set_up", office).expect("a new office");
    host.call("customer_add", json!({"name": "Ana Sousa"})).expect("a customer")["id"].clone()
}

/// The first thing told that `wanted` picks; everything before it is passed over.
fn hear<T>(told: &Receiver<Told>, wanted: impl Fn(&Told) -> Option<T>) -> T {
    loop {
        let next = told.recv_timeout(SOON).expect("it is told in time");
        if let Some(found) = wanted(&next) {
            return found;
        }
    }
}

#[test]
fn what_falls_due_is_announced_once_when_the_clock_gets_there() {
    let home = tempfile::tempdir().expect("a folder");
    let clock = clock("2026-03-02T09:00:00Z");
    let (host, told) = start(home.path(), &clock);
    let ana = set_up(&host);
    host.call("promise_make", json!({"customer": ana, "text": "Call back", "due": "2026-03-02T10:00:00Z"}))
        .expect("made");
    clock.set("2026-03-02T10:00:00Z".parse().expect("a moment"));
    host.nudge();
    let title = hear(&told, |t| if let Told::Announced(title) = t { Some(title.clone()) } else { None });
    assert!(title.contains("Ana Sousa"), "{title}");
    hear(&told, |t| (*t == Told::Rang(1)).then_some(()));
    // Another round after another write says nothing new.
    host.call("customer_add", json!({"name": "Ben Ortiz"})).expect("a customer");
    host.close();
    drop(host);
    assert!(told.iter().all(|t| matches!(t, Told::Changed(_))), "it was announced twice");
}

#[test]
fn what_another_program_writes_is_told_to_the_window() {
    let home = tempfile::tempdir().expect("a folder");
    let clock = clock("2026-03-02T09:00:00Z");
    let (host, told) = start(home.path(), &clock);
    set_up(&host);
    let other =
        Desk::open(OpenOptions { home: home.path().to_owned(), clock, window: None }).expect("beside the window");
    let added = kept_core::api::call(&other, "customer_add", json!({"name": "Ben Ortiz"})).expect("added").value;
    let ben = added["id"].as_str().and_then(|id| id.parse().ok()).expect("an id");
    hear(&told, |t| matches!(t, Told::Changed(change) if change.customers.contains(&ben)).then_some(()));
    host.close();
}

#[test]
fn an_office_open_in_another_window_says_so_and_opens_once_that_is_closed() {
    let home = tempfile::tempdir().expect("a folder");
    let clock = clock("2026-03-02T09:00:00Z");
    let (first, _told) = start(home.path(), &clock);
    set_up(&first);
    let (second, _also) = start(home.path(), &clock);
    let state = second.call("state", json!({})).expect("a state");
    assert_eq!((&state["state"], &state["failure"]["code"]), (&json!("failed"), &json!("locked")), "{state}");
    assert!(second.call("today", json!({})).is_err(), "nothing is answered without an office");
    first.close();
    let state = second.call("retry_open", json!({})).expect("a state");
    assert_eq!((&state["state"], &state["office"]["name"]), (&json!("ready"), &json!("Northside")), "{state}");
    second.close();
}

#[test]
fn a_backup_takes_the_place_of_the_open_office_and_the_window_is_told() {
    let home = tempfile::tempdir().expect("a folder");
    let (host, told) = start(home.path(), &clock("2026-03-02T09:00:00Z"));
    set_up(&host);
    let backup = host.call("backup_now", json!({})).expect("a backup");
    host.call("customer_add", json!({"name": "Ben Ortiz"})).expect("a customer");
    let state = host.call("restore", json!({"file": backup["file"]})).expect("restored");
    assert_eq!((&state["state"], &state["office"]["name"]), (&json!("ready"), &json!("Northside")), "{state}");
    let aside = state["set_aside"].as_str().expect("what was there is named");
    assert!(Path::new(aside).exists(), "it is set aside, not deleted");
    hear(&told, |t| matches!(t, Told::Changed(change) if change.everything).then_some(()));
    let found = host.call("find", json!({"query": "ben"})).expect("an answer");
    assert_eq!(found["hits"], json!([]), "Ben came after the backup");
    assert_eq!(host.call("member_list", json!({})).expect("members")["members"][0]["signed_in"], true);
    host.close();
}

#[test]
fn what_is_no_backup_is_refused_and_the_office_stays_open() {
    let home = tempfile::tempdir().expect("a folder");
    let (host, _told) = start(home.path(), &clock("2026-03-02T09:00:00Z"));
    let ana = set_up(&host);
    let junk = home.path().join("junk.db");
    std::fs::write(&junk, "nothing of the kind").expect("written");
    for file in [json!(junk), json!("/there/is/nothing.db"), json!(5), json!(null)] {
        host.call("restore", json!({ "file": file })).expect_err("refused");
    }
    host.call("member_add", json!({"name": "Amy", "role": "reception"})).expect("a colleague");
    let backup = host.call("backup_now", json!({})).expect("a backup");
    host.call("sign_in", json!({"member": "Amy"})).expect("signed in");
    let refused = host.call("restore", json!({"file": backup["file"]})).expect_err("a manager's");
    assert!(refused.message.contains("for a manager"), "{}", refused.message);
    assert_eq!(host.call("customer_show", json!({ "id": ana })).expect("still here")["name"], "Ana Sousa");
    host.close();
}

#[test]
fn a_test_notification_goes_the_whole_way() {
    let home = tempfile::tempdir().expect("a folder");
    let (host, told) = start(home.path(), &clock("2026-03-02T09:00:00Z"));
    set_up(&host);
    let rung = host.call("notify_test", json!({})).expect("rung");
    assert_eq!((&rung["shown"], &rung["desktop"]), (&json!(true), &json!(true)), "{rung}");
    let title = hear(&told, |t| if let Told::Announced(title) = t { Some(title.clone()) } else { None });
    assert!(title.contains("due"), "{title}");
    hear(&told, |t| (*t == Told::Rang(1)).then_some(()));
    host.close();
}

#[test]
fn diagnostics_are_a_page_without_people_s_words_also_where_nothing_opens() {
    let home = tempfile::tempdir().expect("a folder");
    let (host, _told) = start(home.path(), &clock("2026-03-02T09:00:00Z"));
    set_up(&host);
    let logs = home.path().join("logs");
    std::fs::create_dir_all(&logs).expect("a folder");
    std::fs::write(logs.join("kept.2026-03-01.log"), "an older day\n").expect("written");
    let lines = "INFO refused call=\"promise_keep\"\nWARN message=\"Ana broke it\" the page reports\n";
    std::fs::write(logs.join("kept.2026-03-02.log"), lines).expect("written");
    let text = host.call("diagnostics", json!({})).expect("a page")["text"].as_str().unwrap_or_default().to_owned();
    assert!(text.contains("customers: 1\n") && text.contains("promise_keep"), "{text}");
    for word in ["Ana", "Dana", "Northside", "older day", &home.path().display().to_string()] {
        assert!(!text.contains(word), "{word} is in {text}");
    }
    let (second, _also) = start(home.path(), &clock("2026-03-02T09:00:00Z"));
    let text = second.call("diagnostics", json!({})).expect("a page")["text"].as_str().unwrap_or_default().to_owned();
    assert!(text.contains("cannot be opened: locked"), "{text}");
    second.close();
    host.close();
}

#[test]
fn what_is_saved_goes_where_the_person_chose() {
    let home = tempfile::tempdir().expect("a folder");
    let (host, _told) = start(home.path(), &clock("2026-03-02T09:00:00Z"));
    set_up(&host);
    let elsewhere = tempfile::tempdir().expect("a folder");
    let file = |name: &str| elsewhere.path().join(name);
    assert_eq!(host.save("customers", &json!({}), &file("all.csv")).expect("saved")["customers"], 1);
    host.save("backup", &json!({}), &file("copy.db")).expect("saved");
    let report = json!({"files": [{"file": "a.csv", "read": 1, "created": 1, "updated": 0, "unchanged": 0, "skipped": [], "remarks": []}]});
    host.save("import_report", &json!({ "report": report }), &file("report.csv")).expect("saved");
    for name in ["all.csv", "copy.db", "report.csv"] {
        assert!(file(name).exists(), "{name}");
    }
    host.save("import_report", &json!({ "report": {"files": "x"} }), &file("no.csv")).expect_err("no report");
    host.save("everything", &json!({}), &file("no.csv")).expect_err("nothing of that name");
    host.save("customers", &json!({}), &file("no.exe")).expect_err("no format of that ending");
    assert!(!file("no.csv").exists() && !file("no.exe").exists());
    host.close();
}

#[test]
fn nothing_is_handed_out_that_would_reach_somebody_who_is_not_to_be_called() {
    let home = tempfile::tempdir().expect("a folder");
    let (host, _told) = start(home.path(), &clock("2026-03-02T09:00:00Z"));
    let ana = set_up(&host);
    let phones = json!([{ "typed": "206 555 0142" }]);
    host.call("customer_change", json!({ "id": ana, "add_phones": phones })).expect("a number");
    let dial = |url: &str| host.outside(&json!({ "url": url, "customer": ana }));
    assert_eq!(dial("tel:+12065550142").expect("before the mark"), "tel:+12065550142");
    host.call("contact_restrict", json!({ "customer": ana, "channels": ["call"], "reason": "asked" })).expect("marked");
    assert!(dial("tel:+12065550142").is_err());
    assert!(host.outside(&json!({ "url": "tel:2065550142" })).is_err(), "nor without saying whom it is meant for");
    assert!(dial("mailto:ana@example.com").is_ok(), "another way is open");
    assert!(dial("https://example.com").is_err());
    host.close();
}
