//! The program dies in the middle of a word.

use super::an_office_of;
use crate::desktop::Desktop;
use crate::page::Page;
use crate::wait::{SOON, until};

/// Between two letters, in milliseconds.
const PACE_MS: usize = 50;

#[tokio::test]
async fn of_what_was_typed_when_the_program_was_killed_at_most_a_second_is_lost() {
    let desktop = Desktop::start().await;
    let home = desktop.folder().join("office");
    an_office_of(&home, &[("Ana Sousa", "+351 912 345 678")], "2026-03-02T15:00:00Z");
    let ringing = ["call", "+351912345678"];
    let page = Page::open_with(&desktop, &home, "2026-03-02T09:00:00Z", &ringing).await;
    page.reads("Before you say hello").await;
    page.focus("What was said").await;
    let said = "She asked when the car is ready and whether the mats are in it ".repeat(4);
    let typing = desktop.start_typing(said.trim_end(), PACE_MS);
    let before = until("a good deal is typed", SOON, async || {
        Some(page.value("What was said").await).filter(|typed| typed.len() > 100)
    })
    .await;
    desktop.kill(&home);
    drop(typing);
    drop(page);

    let page = Page::open_with(&desktop, &home, "2026-03-02T09:01:00Z", &ringing).await;
    page.reads("Before you say hello").await;
    let after = page.value("What was said").await;
    assert!(said.starts_with(&after), "another text: {after}");
    assert!(after.len() + 1000 / PACE_MS >= before.len(), "of {} letters {} are left", before.len(), after.len());
    page.picture("14-half-typed-and-still-there").await;
    page.close().await;
}

#[tokio::test]
async fn a_window_that_died_does_not_stand_in_the_way_of_the_next() {
    let desktop = Desktop::start().await;
    let home = desktop.folder().join("office");
    an_office_of(&home, &[("Ana Sousa", "+351 912 345 678")], "2026-03-02T15:00:00Z");
    let page = Page::open(&desktop, &home, "2026-03-02T09:00:00Z").await;
    page.reads("Say when the car is ready").await;
    desktop.kill(&home);
    drop(page);
    let page = Page::open(&desktop, &home, "2026-03-02T09:01:00Z").await;
    page.reads("Say when the car is ready").await;
    assert!(desktop.kept(&home, &["call", "+351912345678"]).await);
    page.reads("Ana Sousa is calling from").await;

    // One that hangs has the name and answers nobody: the next says where the office is open, and hangs on nothing.
    desktop.signal(&home, "STOP");
    let other = Page::open(&desktop, &home, "2026-03-02T09:02:00Z").await;
    other.reads("This office cannot be opened").await;
    other.picture("15-the-office-is-open-in-a-window-that-hangs").await;
    desktop.signal(&home, "CONT");
    other.close().await;
    page.close().await;
}
