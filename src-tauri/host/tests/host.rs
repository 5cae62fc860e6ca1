//! The host, with a window that only listens.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test that cannot go on must fail")]

use kept_core::clock::StandingClock;
use kept_core::desk::{Change, Desk, OpenOptions};
use kept_core::reminder::Notice;
use kept_host::{Front, Host};
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
    fn announce(&self, _: &Arc<Host>, notice: &Notice) -> bool {
        self.0.send(Told::Announced(notice.title.clone())).is_ok()
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
