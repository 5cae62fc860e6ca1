//! The telephone rings while Kept runs, hides, or is not there yet.

use super::an_office_of;
use crate::desktop::Desktop;
use crate::page::Page;
use crate::wait::{SOON, until};

const NOW: &str = "2026-03-02T09:00:00Z";
const DUE: &str = "2026-03-02T15:00:00Z";

#[tokio::test]
async fn a_second_start_brings_the_first_forward_and_hands_over_the_call() {
    let desktop = Desktop::start().await;
    let home = desktop.folder().join("office");
    let people =
        [("Ana Sousa", "+351 912 345 678"), ("Carl Lindgren", "206 555 0142"), ("Maja Lindgren", "206 555 0142")];
    let ids = an_office_of(&home, &people, DUE);
    let page = Page::open(&desktop, &home, NOW).await;
    page.reads("Say when the car is ready").await;

    assert!(desktop.kept(&home, &["call", "+351", "912", "345", "678"]).await);
    page.reads("Ana Sousa is calling from").await;
    page.reads("Before you say hello").await;
    until("the window is in front", SOON, async || desktop.active_window().filter(|title| title == "Kept")).await;
    page.picture("8-a-call-from-somebody-known").await;

    assert!(desktop.kept(&home, &["call", "2065550142"]).await);
    page.reads("2 customers have this number.").await;
    page.picture("9-a-number-that-two-have").await;
    page.escape().await;

    assert!(desktop.kept(&home, &["call", "--help"]).await);
    page.reads("Private caller").await;
    assert!(desktop.kept(&home, &["call", "/etc/passwd", "<b>1</b>"]).await);
    page.reads("What the telephone passed on is no phone number.").await;
    assert!(desktop.kept(&home, &["call", &"1".repeat(10_000)]).await);
    page.reads("Somebody is calling").await;
    assert!(desktop.kept(&home, &["kept://call?number=%CallerNumber%"]).await);
    page.reads("Private caller").await;
    page.escape().await;

    assert!(desktop.kept(&home, &["kept://call?number=+442079460999"]).await);
    page.reads("Add customer").await;
    assert_eq!(page.value("Phone number").await, "+442079460999");
    page.picture("10-a-call-from-a-stranger").await;
    page.escape().await;

    assert!(desktop.kept(&home, &[&format!("kept://customer/{}", ids[1])]).await);
    page.reads("Carl Lindgren").await;
    page.reads("206 555 0142").await;
    page.close().await;
}

#[tokio::test]
async fn a_call_shows_a_window_that_was_started_in_the_tray() {
    let desktop = Desktop::start().await;
    let home = desktop.folder().join("office");
    an_office_of(&home, &[("Ana Sousa", "+351 912 345 678")], DUE);
    let page = Page::open_with(&desktop, &home, NOW, &["--hidden"]).await;
    page.has("Say when the car is ready").await;
    assert!(desktop.windows().is_empty(), "it is hidden: {:?}", desktop.windows());
    assert!(desktop.kept(&home, &["--hidden"]).await);
    assert!(desktop.windows().is_empty(), "starting it hidden once more shows nothing");
    assert!(desktop.kept(&home, &["call", "+351912345678"]).await);
    page.reads("Ana Sousa is calling from").await;
    until("the window is in front", SOON, async || desktop.active_window().filter(|title| title == "Kept")).await;
    page.close().await;
}

#[tokio::test]
async fn a_call_starts_kept_where_it_does_not_run() {
    let desktop = Desktop::start().await;
    let home = desktop.folder().join("office");
    an_office_of(&home, &[("Ana Sousa", "+351 912 345 678")], DUE);
    let page = Page::open_with(&desktop, &home, NOW, &["call", "+351 912 345 678"]).await;
    page.reads("Ana Sousa is calling from").await;
    page.close().await;
}
