//! The bell where things go wrong: a window that fails, a desktop that takes nothing, rows that cannot be read.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test that cannot go on must fail")]

use kept_core::clock::StandingClock;
use kept_core::desk::Change;
use kept_core::reminder::Notice;
use kept_host::{Announced, Front, Host};
use rusqlite::Connection;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// The longest a test waits for something that is to come.
const SOON: Duration = Duration::from_secs(20);

/// What the desktop does with a notice.
type Desktop = dyn Fn(&Notice) -> Announced + Send;

/// What the window was told: titles announced, keys rung, and that it was asked to draw eyes.
#[derive(Debug, PartialEq)]
enum Told {
    Announced(String, bool),
    Rang(Vec<String>),
    Attention,
    Looked,
}

struct Window {
    told: Mutex<Sender<Told>>,
    desktop: Mutex<Box<Desktop>>,
    in_sight: Arc<AtomicBool>,
}

impl Window {
    fn tell(&self, told: Told) {
        let _ = self.told.lock().expect("held").send(told);
    }
}

impl Front for Window {
    fn changed(&self, _: &Arc<Host>, _: &Change) {}
    fn announce(&self, _: &Arc<Host>, notice: &Notice, sound: bool) -> Announced {
        self.tell(Told::Announced(notice.title.clone(), sound));
        (self.desktop.lock().unwrap_or_else(std::sync::PoisonError::into_inner))(notice)
    }
    fn looked(&self, _: &Arc<Host>) {
        self.tell(Told::Looked);
    }
    fn rang(&self, notices: &[Notice]) {
        self.tell(Told::Rang(notices.iter().map(|notice| notice.title.clone()).collect()));
    }
    fn is_in_sight(&self) -> bool {
        self.in_sight.load(Ordering::SeqCst)
    }
    fn ask_for_attention(&self) {
        self.tell(Told::Attention);
    }
}

/// An office with one promise due at 10:00, its window, and what that is told.
struct Office {
    host: Arc<Host>,
    clock: Arc<StandingClock>,
    told: Receiver<Told>,
    in_sight: Arc<AtomicBool>,
    customer: Value,
    home: tempfile::TempDir,
}

fn office(desktop: impl Fn(&Notice) -> Announced + Send + 'static) -> Office {
    let home = tempfile::tempdir().expect("a folder");
    let clock = Arc::new(StandingClock::at("2026-03-02T09:00:00Z".parse().expect("a moment")));
    let (sender, told) = channel();
    let in_sight = Arc::new(AtomicBool::new(false));
    let window =
        Window { told: Mutex::new(sender), desktop: Mutex::new(Box::new(desktop)), in_sight: in_sight.clone() };
    let host = Host::start(home.path().to_owned(), clock.clone(), "the test".into(), Box::new(window));
    let settings = json!({"name": "Dana", "office": "Northside", "zone": "UTC", "region": "US", "locale": "en-US"});
    host.call("set_up", settings).expect("a new office");
    let customer = host.call("customer_add", json!({"name": "Ana Sousa"})).expect("a customer")["id"].clone();
    let office = Office { host, clock, told, in_sight, customer, home };
    office.promise("Call back", "2026-03-02T10:00:00Z");
    office
}

impl Office {
    fn promise(&self, text: &str, due: &str) -> String {
        let args = json!({"customer": self.customer, "text": text, "due": due});
        let made = self.host.call("promise_make", args).expect("made");
        made["id"].as_str().expect("an id").to_owned()
    }

    fn it_is(&self, at: &str) {
        self.clock.set(at.parse().expect("a moment"));
        self.host.nudge();
    }

    /// The first thing told that `wanted` picks; everything before it is passed over.
    fn hear<T>(&self, wanted: impl Fn(&Told) -> Option<T>) -> T {
        loop {
            let next = self.told.recv_timeout(SOON).expect("it is told in time");
            if let Some(found) = wanted(&next) {
                return found;
            }
        }
    }

    fn hear_announced(&self) -> (String, bool) {
        self.hear(|told| match told {
            Told::Announced(title, sound) => Some((title.clone(), *sound)),
            _ => None,
        })
    }

    fn state(&self) -> Value {
        self.host.call("bell_state", json!({})).expect("told")
    }

    /// Looks until a round has left the state that `wanted` picks.
    fn until_state(&self, wanted: impl Fn(&Value) -> bool) -> Value {
        loop {
            let state = self.state();
            if wanted(&state) {
                return state;
            }
            self.host.nudge();
            self.hear(|told| (*told == Told::Looked).then_some(()));
        }
    }

    fn marks(&self) -> (u32, u32) {
        let count = "SELECT count(*), count(shown_at) FROM reminder_mark";
        let row = file(self.home.path()).query_row(count, [], |row| Ok((row.get(0)?, row.get(1)?)));
        row.expect("they are counted")
    }
}

fn file(home: &Path) -> Connection {
    let file = Connection::open(home.join("kept.db")).expect("the file opens");
    file.busy_timeout(SOON).expect("it waits");
    file
}

#[test]
fn a_fault_while_one_notice_is_shown_keeps_no_other_from_being_told_and_the_bell_goes_on() {
    let faulty = AtomicBool::new(true);
    let office = office(move |notice| {
        let first = notice.title.contains("Call back") && faulty.swap(false, Ordering::SeqCst);
        assert!(!first, "a fault");
        Announced::Taken
    });
    office.it_is("2026-03-02T10:00:00Z");
    assert!(office.hear_announced().0.contains("Call back"));
    office.hear(|told| (*told == Told::Looked).then_some(()));
    assert_eq!(office.marks(), (1, 0), "it was not shown");
    office.host.nudge();
    assert!(office.hear_announced().0.contains("Call back"), "the same again");
    office.hear(|told| (*told == Told::Looked).then_some(()));
    assert_eq!(office.marks(), (1, 1));
    assert_eq!(office.state()["stuck"], false);
    office.host.close();
}

#[test]
fn what_the_desktop_does_not_take_is_shown_once_the_window_is_in_sight() {
    let office = office(|_| Announced::NoDesktop);
    office.it_is("2026-03-02T10:00:00Z");
    office.hear(|told| (*told == Told::Attention).then_some(()));
    office.until_state(|state| state["service"] == "none");
    assert_eq!(office.marks(), (1, 0), "nobody can have seen it");
    office.in_sight.store(true, Ordering::SeqCst);
    office.host.nudge();
    let rung = office.hear(|told| match told {
        Told::Rang(titles) => Some(titles.clone()),
        _ => None,
    });
    assert!(rung[0].contains("Call back"), "said again, to be seen: {rung:?}");
    office.hear(|told| (*told == Told::Looked).then_some(()));
    assert_eq!(office.marks(), (1, 1));
    office.host.close();
}

#[test]
fn how_the_bell_does_is_told_while_it_hangs() {
    let (free, held) = channel::<()>();
    let held = Mutex::new(held);
    let office = office(move |_| {
        // Until the test lets go of it.
        let _ = held.lock().expect("held").recv();
        Announced::Taken
    });
    let before = office.until_state(|state| state["looked_at"] == "2026-03-02T09:00:00.000Z");
    assert_eq!((&before["service"], &before["paused_until"]), (&json!("unknown"), &Value::Null));
    office.it_is("2026-03-02T10:00:00Z");
    office.hear_announced();
    let during = office.state();
    assert_eq!((&during["looked_at"], &during["stuck"]), (&before["looked_at"], &json!(false)), "{during}");
    drop(free);
    office.hear(|told| (*told == Told::Looked).then_some(()));
    assert_eq!(office.until_state(|state| state["service"] == "takes")["unread"], json!([]));
    office.host.close();
}

#[test]
fn at_most_one_a_minute_is_heard_and_none_where_sound_is_off() {
    let office = office(|_| Announced::Taken);
    office.promise("Send the offer", "2026-03-02T10:00:30Z");
    office.promise("Order the part", "2026-03-02T10:02:00Z");
    office.promise("Ring the bank", "2026-03-02T10:04:00Z");
    office.it_is("2026-03-02T10:00:00Z");
    assert!(office.hear_announced().1);
    office.it_is("2026-03-02T10:00:30Z");
    assert!(!office.hear_announced().1, "within the minute");
    office.it_is("2026-03-02T10:02:00Z");
    assert!(office.hear_announced().1);
    office.host.call("preference_set", json!({"name": "sound", "value": false})).expect("chosen");
    office.it_is("2026-03-02T10:04:00Z");
    assert!(!office.hear_announced().1, "sound is off");
    office.host.close();
}

#[test]
fn a_promise_whose_reminder_cannot_be_read_is_named_and_all_others_are_told() {
    let office = office(|_| Announced::Taken);
    office.promise("Send the offer", "2026-03-02T10:00:00Z");
    let breaking = "UPDATE reminder SET owner = x'00' WHERE promise = (SELECT promise FROM reminder LIMIT 1)";
    assert_eq!(file(office.home.path()).execute(breaking, []).expect("written"), 1);
    office.it_is("2026-03-02T10:00:00Z");
    assert!(office.hear_announced().0.contains("Ana Sousa"));
    let state = office.until_state(|state| state["unread"] != json!([]));
    assert_eq!((&state["unread"][0]["customer"], &state["stuck"]), (&json!("Ana Sousa"), &json!(false)), "{state}");
    assert!(state["unread"][0]["text"].is_string() && state["unread"][0]["due_at"].is_string(), "{state}");
    office.host.close();
}

#[test]
fn what_quiet_hours_keep_back_is_told_with_their_end() {
    let office = office(|_| Announced::Taken);
    office.host.call("office_change", json!({"quiet": "18:00-08:00"})).expect("quiet hours");
    office.it_is("2026-03-02T10:00:00Z");
    office.hear_announced();
    assert_eq!(office.until_state(|state| state["service"] == "takes")["quiet_until"], Value::Null);
    office.promise("Send the offer", "2026-03-02T19:00:00Z");
    office.it_is("2026-03-02T19:00:00Z");
    let state = office.until_state(|state| !state["quiet_until"].is_null());
    let until = state["quiet_until"].as_str().expect("a moment").to_owned();
    assert!(until.starts_with("2026-03-03T0"), "{until}");
    office.it_is(&until);
    office.until_state(|state| state["looked_at"] == until.as_str() && state["quiet_until"].is_null());
    office.host.close();
}
