//! From an old address book to a kept promise, without leaving the window.

mod anywhere;
mod bell;
mod calls;
mod crash;
mod flows;
mod mini_van;
mod staying;
mod test_drive;

use crate::desktop::Desktop;
use crate::page::Page;
use crate::wait::{SOON, until, within};
use kept_core::clock::StandingClock;
use kept_core::desk::{Desk, OpenOptions};
use rusqlite::{Connection, OpenFlags};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// A moment in opening hours, so that nothing depends on when the test is run.
const MONDAY_MORNING: &str = "2026-03-02T09:00:00Z";

/// A card that a telephone wrote, from the shared samples.
const ADDRESS_BOOK: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/fixtures/vcard/mangstadt__4bba__John_Doe_IPHONE.vcf");

#[tokio::test]
async fn a_promise_made_on_the_phone_rings_at_its_minute_and_is_kept_from_the_notification() {
    let desktop = Desktop::start().await;
    let home = desktop.folder().join("office");
    let page = Page::open(&desktop, &home, MONDAY_MORNING).await;

    page.fill("Your name", "Dana").await;
    page.fill("The office’s name", "Northside Motors").await;
    page.picture("1-first-run").await;
    page.press("Import an address book").await;
    page.press("Choose a file").await;
    let book = Path::new(ADDRESS_BOOK).canonicalize().expect("the sample is there");
    choose_in_dialog(&desktop, &book.display().to_string()).await;
    page.reads("John").await;
    page.picture("2-import-preview").await;
    page.press("Import 1").await;
    page.reads("Imported.").await;

    page.fill("Find people, actions and places, or write a promise", "1234").await;
    page.reads("phone ends in 1234").await;
    page.picture("3-found-by-the-last-four-digits").await;
    page.enter().await;
    page.reads("Imported from").await;

    page.choose("Call").await;
    page.fill("What was said", "Asked what the repair will cost").await;
    page.press("Add a promise").await;
    page.fill("What is promised", "Call back with the price").await;
    page.fill("By when", "in 1 min").await;
    page.reads("2 March").await;
    page.picture("4-a-call-with-a-promise").await;
    page.press("Save").await;
    page.reads("Open promises · 1").await;
    page.picture("5-the-promise-is-open").await;

    let rung =
        until("the notification comes", Duration::from_secs(100), async || desktop.notified().first().cloned()).await;
    assert!(
        rung.contains("John Richter James Doe") && rung.contains("Call back with the price"),
        "who and what: {rung}"
    );
    assert_eq!(count(&home, "promise_kept"), 0, "nothing is kept before somebody says so");
    page.picture("6-due").await;

    desktop.press("Kept");
    until("it is in the file", SOON, async || (count(&home, "promise_kept") == 1).then_some(())).await;
    page.reads("Promise kept:").await;
    page.reads("answered from the notification").await;
    until("the notification has gone", SOON, async || (desktop.standing() == 0).then_some(())).await;
    page.picture("7-kept").await;
    page.close().await;
}

#[tokio::test]
async fn a_promise_put_off_rings_again_at_the_next_start_and_opens_its_customer() {
    let desktop = Desktop::start().await;
    let home = desktop.folder().join("office");
    let ana = an_office_with_a_promise(&home, "Ana Sousa", "2026-03-02T09:00:00Z");

    let page = Page::open(&desktop, &home, "2026-03-02T08:59:57Z").await;
    until("the notification comes", SOON, async || (desktop.standing() == 1).then_some(())).await;
    desktop.press("In 10 min");
    until("it is put off in the file", SOON, async || (count(&home, "promise_snoozed") == 1).then_some(())).await;
    until("the notification has gone", SOON, async || (desktop.standing() == 0).then_some(())).await;
    page.close().await;

    let page = Page::open(&desktop, &home, "2026-03-02T09:20:00Z").await;
    page.reads(ana).await;
    until("it rings again", SOON, async || (desktop.standing() == 1).then_some(())).await;
    desktop.press_notification();
    page.reads("Open promises · 1").await;
    in_the_file(&home, "promise_acknowledged", 1).await;
    until("the notification has gone", SOON, async || (desktop.standing() == 0).then_some(())).await;
    page.close().await;
}

/// An office with one customer and one promise to them, due at `due`; the customer's name.
fn an_office_with_a_promise<'a>(home: &Path, customer: &'a str, due: &str) -> &'a str {
    an_office_of(home, &[(customer, "")], due);
    customer
}

/// An office with those customers, by name and phone, and one promise to the first, due at `due`; their ids.
fn an_office_of(home: &Path, customers: &[(&str, &str)], due: &str) -> Vec<String> {
    let desk = desk(home, "2026-03-02T08:00:00Z");
    let call = |name: &str, args| kept_core::api::call(&desk, name, args).expect(name).value;
    call("set_up", json!({"name": "Dana", "office": "Northside", "zone": "UTC", "region": "US", "locale": "en-US"}));
    let ids: Vec<Value> = customers
        .iter()
        .map(|(name, phone)| {
            let phones: Vec<_> =
                Some(phone).filter(|p| !p.is_empty()).map(|typed| json!({"typed": typed})).into_iter().collect();
            call("customer_add", json!({ "name": name, "phones": phones }))["id"].clone()
        })
        .collect();
    call("promise_make", json!({"customer": ids[0], "text": "Say when the car is ready", "due": due}));
    ids.iter().filter_map(|id| id.as_str().map(str::to_owned)).collect()
}

/// The office in `home`, opened beside the window, at a moment that stands.
fn desk(home: &Path, now: &str) -> Desk {
    let clock = Arc::new(StandingClock::at(now.parse().expect("a moment")));
    Desk::open(OpenOptions { home: home.to_owned(), clock, window: None }).expect("the office opens")
}

/// The customer found by those words as the office's file has them at that moment, read beside the window.
fn customer_in(home: &Path, words: &str, now: &str) -> Value {
    let desk = desk(home, now);
    let call = |name: &str, args| kept_core::api::call(&desk, name, args).expect(name).value;
    let id = call("find", json!({ "query": words }))["hits"][0]["id"].clone();
    call("customer_show", json!({ "id": id }))
}

/// Waits until the office's file holds so many events of that kind.
async fn in_the_file(home: &Path, kind: &str, wanted: u32) {
    until(&format!("{wanted} of {kind} in the file"), SOON, async || (count(home, kind) == wanted).then_some(())).await;
}

/// Types the path into the system's file dialog, once it is there.
async fn choose_in_dialog(desktop: &Desktop, path: &str) {
    until("the file dialog opens", SOON, async || {
        desktop.active_window().filter(|title| title == "Import an address book")
    })
    .await;
    // A slash opens the dialog's field for a path; what is typed before it has opened is lost, so it may take a second go.
    let closed = async || desktop.active_window().filter(|title| title == "Kept");
    desktop.type_text(path);
    desktop.keys(&["Return"]);
    for _ in 0..5 {
        if within(Duration::from_secs(3), &mut || closed()).await.is_some() {
            return;
        }
        desktop.keys(&["ctrl+a"]);
        desktop.type_text(path);
        desktop.keys(&["Return"]);
    }
    until("the file dialog closes", SOON, closed).await;
}

/// How many events of that kind the office's file holds, read beside the window.
fn count(home: &Path, kind: &str) -> u32 {
    let file =
        Connection::open_with_flags(home.join("kept.db"), OpenFlags::SQLITE_OPEN_READ_ONLY).expect("the file opens");
    file.query_row("SELECT count(*) FROM event WHERE kind = ?1", [kind], |row| row.get(0)).expect("it is counted")
}
