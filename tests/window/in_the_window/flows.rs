//! The fast workflows, by keys alone: each is done in at most the keys that it may take, and what it did is in the file.

use super::{count, desk, in_the_file};
use crate::desktop::Desktop;
use crate::page::Page;
use crate::wait::{SOON, until};
use serde_json::{Value, json};
use std::cell::Cell;
use std::path::Path;

/// Monday 9 March, 10:00.
const NOW: &str = "2026-03-09T10:00:00Z";
const LINE: &str = "mats+bumper thu 2p @sam";
const BOX: &str = "Find people, actions and places";

/// A hand on the keyboard that counts: a letter is a key, and so is each of those held together.
struct Hand<'a> {
    desktop: &'a Desktop,
    pressed: Cell<usize>,
}

impl<'a> Hand<'a> {
    fn on(desktop: &'a Desktop) -> Hand<'a> {
        Hand { desktop, pressed: Cell::new(0) }
    }

    fn keys(&self, keys: &[&str]) {
        self.count(keys.iter().map(|key| key.split('+').count()).sum());
        self.desktop.keys(keys);
    }

    fn types(&self, text: &str) {
        self.count(text.chars().count());
        self.desktop.type_text(text);
    }

    fn count(&self, more: usize) {
        self.pressed.set(self.pressed.get() + more);
    }

    /// Ends a flow, which may take so many keys.
    fn took_at_most(&self, flow: &str, most: usize) {
        let pressed = self.pressed.replace(0);
        assert!(pressed <= most, "{flow} took {pressed} keys of {most}");
    }
}

/// Dana at the desk, Sam and Ann; Carl Lindgren with something late, Ana Sousa with something due today.
fn an_office(home: &Path) {
    let desk = desk(home, "2026-03-06T09:00:00Z");
    let call = |name: &str, args: Value| kept_core::api::call(&desk, name, args).expect(name).value;
    call("set_up", json!({"name": "Dana", "office": "Northside", "zone": "UTC", "region": "US", "locale": "en-GB"}));
    for name in ["Sam", "Ann"] {
        call("member_add", json!({"name": name, "role": "sales"}));
    }
    for (name, phone, text, due) in [
        ("Carl Lindgren", "206 555 4471", "Floor mats fitted", "2026-03-06 17:00"),
        ("Ana Sousa", "+351 912 345 678", "Say when the car is ready", "2026-03-09 12:00"),
        ("Greta Hale", "919 555 0117", "Confirm the class", "2026-03-09 13:00"),
    ] {
        let id = call("customer_add", json!({"name": name, "phones": [{"typed": phone}]}))["id"].clone();
        call("promise_make", json!({"customer": id, "text": text, "due": due}));
    }
}

/// The promises that Sam owes, as customer and text.
fn owed_by_sam(home: &Path) -> Vec<(String, String)> {
    let queue = kept_core::api::call(&desk(home, NOW), "queue", json!({"owner": "Sam"})).expect("queue").value;
    let promises = queue["promises"].as_array().expect("a list").clone();
    let text = |of: &Value| of.as_str().unwrap_or_default().to_owned();
    promises.iter().map(|one| (text(&one["customer_name"]), text(&one["text"]))).collect()
}

async fn open<'a>(desktop: &'a Desktop, home: &Path) -> Page<'a> {
    an_office(home);
    let page = Page::open(desktop, home, NOW).await;
    page.at("Carl Lindgren").await;
    until("the window has the keyboard", SOON, async || desktop.active_window().filter(|title| title == "Kept")).await;
    page
}

#[tokio::test]
async fn a_call_is_a_promise_within_the_keys_that_it_may_take() {
    let desktop = Desktop::start().await;
    let home = desktop.folder().join("office");
    let page = open(&desktop, &home).await;
    let hand = Hand::on(&desktop);

    // R1: somebody known rings.
    assert!(desktop.kept(&home, &["call", "+351912345678"]).await);
    page.at("Before you say hello").await;
    hand.keys(&["p"]);
    page.at("What is promised").await;
    hand.types(LINE);
    page.reads("Sam calls Ana Sousa about mats and bumper: Thursday 12 March, 14:00, in 3 days.").await;
    page.picture("flow-r1-said-back").await;
    hand.keys(&["Return"]);
    hand.took_at_most("R1", 25);
    // What is promised in Sam's name leaves Dana a check of her own.
    in_the_file(&home, "promise_made", 5).await;
    page.reads("Open promises · 3").await;

    // The call itself is one key more.
    desktop.keys(&["F4"]);
    in_the_file(&home, "contact_logged", 1).await;

    // R1b: no number is shown, so the last four digits are asked.
    desktop.keys(&["Escape", "q"]);
    page.at("Carl Lindgren").await;
    hand.keys(&["ctrl+k"]);
    page.at(BOX).await;
    hand.types("4471");
    page.reads("phone ends in 4471").await;
    hand.keys(&["Return"]);
    page.reads("Before you say hello").await;
    hand.keys(&["p"]);
    page.at("What is promised").await;
    hand.types(LINE);
    page.reads("Sam calls Carl Lindgren about mats and bumper").await;
    hand.keys(&["Return"]);
    hand.took_at_most("R1b", 32);
    in_the_file(&home, "promise_made", 7).await;

    // R2: a stranger becomes a customer, and something is promised.
    desktop.keys(&["Escape"]);
    assert!(desktop.kept(&home, &["call", "+442079460142"]).await);
    page.at("Name").await;
    hand.types("John Hartley");
    hand.keys(&["Return"]);
    page.reads("John Hartley is added.").await;
    hand.keys(&["p"]);
    page.at("What is promised").await;
    hand.types(LINE);
    page.reads("Sam calls John Hartley about mats and bumper").await;
    hand.keys(&["Return"]);
    hand.took_at_most("R2", 48);
    in_the_file(&home, "promise_made", 9).await;
    let mut owed = owed_by_sam(&home);
    owed.sort();
    let for_all = ["Ana Sousa", "Carl Lindgren", "John Hartley"].map(|who| (who.to_owned(), "mats+bumper".to_owned()));
    assert_eq!(owed, for_all);
    page.close().await;
}

#[tokio::test]
async fn the_queue_is_worked_within_the_keys_that_it_may_take() {
    let desktop = Desktop::start().await;
    let home = desktop.folder().join("office");
    let page = open(&desktop, &home).await;
    let hand = Hand::on(&desktop);

    // S1: the day's queue, from wherever one is.
    desktop.keys(&["ctrl+comma"]);
    page.reads("Settings").await;
    desktop.keys(&["Escape"]);
    hand.keys(&["q"]);
    page.at("Carl Lindgren").await;
    hand.took_at_most("S1", 2);

    // S2: nobody answers; the next try is planned, and Enter goes on.
    hand.keys(&["1"]);
    page.reads("No answer. Next try today").await;
    page.at("Ana Sousa").await;
    hand.keys(&["Return"]);
    hand.took_at_most("S2", 2);
    in_the_file(&home, "contact_logged", 1).await;
    page.reads("Open promises · 1").await;
    page.picture("flow-s2-the-next-one").await;

    // S3: reached, kept, and the next thing promised.
    desktop.keys(&["q"]);
    page.at("Ana Sousa").await;
    hand.keys(&["5"]);
    page.at("What showed it was kept?").await;
    hand.keys(&["Tab"]);
    page.at("And what is promised next?").await;
    hand.types("bumper thu 2p @sam");
    page.reads("Sam calls Ana Sousa about bumper: Thursday 12 March").await;
    page.picture("flow-s3-kept-and-the-next").await;
    hand.keys(&["Return"]);
    hand.took_at_most("S3", 24);
    in_the_file(&home, "promise_kept", 1).await;
    assert_eq!(owed_by_sam(&home), [("Ana Sousa".to_owned(), "bumper".to_owned())]);

    // S5: another time, which the customer has agreed to. The focus is on the next one.
    page.at("Greta Hale").await;
    hand.keys(&["t"]);
    page.reads("When instead?").await;
    page.at("By when").await;
    hand.types("fri 9a");
    page.reads("Friday 13 March").await;
    hand.keys(&["Return"]);
    page.at("Yes, agreed").await;
    hand.keys(&["y"]);
    hand.took_at_most("S5", 9);
    in_the_file(&home, "promise_moved", 1).await;
    assert_eq!(count(&home, "promise_made"), 5, "nothing was promised besides what S3 was told, and its check");
    page.close().await;
}

#[tokio::test]
async fn a_manager_sees_who_will_be_let_down_and_what_to_know_within_the_keys_that_it_may_take() {
    let desktop = Desktop::start().await;
    let home = desktop.folder().join("office");
    let page = open(&desktop, &home).await;
    let hand = Hand::on(&desktop);

    // M1: who will be let down next, and what can be done about it.
    hand.keys(&["r"]);
    page.reads("Who will be let down next").await;
    page.at("Ana Sousa").await;
    hand.keys(&["Return"]);
    page.at("Call").await;
    hand.took_at_most("M1", 2);
    page.picture("flow-m1-who-will-be-let-down").await;

    // M2: what to know before ringing somebody who has waited.
    hand.keys(&["slash"]);
    page.at(BOX).await;
    hand.types("lin");
    page.reads("Carl Lindgren").await;
    hand.keys(&["Return"]);
    page.reads("Start with an apology.").await;
    hand.keys(&["b"]);
    page.at("Before you say hello").await;
    hand.took_at_most("M2", 6);
    page.picture("flow-m2-the-brief").await;
    page.close().await;
}

#[tokio::test]
async fn a_colleague_is_asked_and_takes_it_within_the_keys_that_it_may_take() {
    let desktop = Desktop::start().await;
    let home = desktop.folder().join("office");
    let page = open(&desktop, &home).await;
    let hand = Hand::on(&desktop);

    // R5: Sam is asked.
    hand.keys(&["h"]);
    page.at("Who takes it over?").await;
    hand.types("sam");
    page.reads("Sam").await;
    hand.keys(&["Return"]);
    page.reads("Sam is asked. It stays yours until they take it").await;
    in_the_file(&home, "promise_offered", 1).await;
    assert_eq!(owed_by_sam(&home), []);

    // Sam sits down at the same desk, where the brief waits.
    desktop.keys(&["m"]);
    page.reads("Who is at the desk?").await;
    desktop.keys(&["s"]);
    page.at("Sam").await;
    desktop.keys(&["Return"]);
    page.at("Dana hands you Carl Lindgren").await;
    page.reads("“Floor mats fitted” was promised for Friday 6 March 17:00").await;
    page.picture("flow-r5-handed-over").await;
    page.may_press("I have it").await;
    hand.keys(&["Return"]);
    page.reads("It is yours now.").await;
    hand.took_at_most("R5", 8);
    in_the_file(&home, "handover_accepted", 1).await;
    assert_eq!(owed_by_sam(&home), [("Carl Lindgren".to_owned(), "Floor mats fitted".to_owned())]);
    page.close().await;
}
