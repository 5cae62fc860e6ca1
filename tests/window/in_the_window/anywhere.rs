//! A key for the whole computer brings up the one-line bar; until one is set there is none.

use super::an_office_of;
use crate::desktop::Desktop;
use crate::page::Page;
use crate::process::Process;
use crate::wait::{SOON, until};
use serde_json::json;

const NOW: &str = "2026-03-02T09:00:00Z";
const DUE: &str = "2026-03-02T15:00:00Z";
const BAR: &str = "Kept: one line";
const BOX: &str = "Find people, actions and places, or write a promise";

async fn in_front(desktop: &Desktop, title: &str) {
    until(&format!("“{title}” is in front"), SOON, async || desktop.active_window().filter(|now| now == title)).await;
}

/// Another program's window, with the keyboard.
async fn another_program(desktop: &Desktop) -> Process {
    let other = Process::start(desktop.command("xmessage").args(["-title", "Letter", "Dear Mr Lindgren"]));
    in_front(desktop, "Letter").await;
    other
}

#[tokio::test]
async fn the_key_that_was_set_brings_the_bar_over_another_program() {
    let desktop = Desktop::start().await;
    let home = desktop.folder().join("office");
    an_office_of(&home, &[("Ana Sousa", "+351 912 345 678")], DUE);
    let page = Page::open(&desktop, &home, NOW).await;
    page.reads("Say when the car is ready").await;
    assert_eq!(page.call("anywhere_get", json!({})).await["key"], "", "there is none before one is set");

    in_front(&desktop, "Kept").await;
    desktop.keys(&["ctrl+comma"]);
    page.reads("Appearance").await;
    page.turn_to("Keys").await;
    page.press("Bring up the one-line bar, now no key. Change").await;
    page.at("Press the new key …").await;
    desktop.keys(&["ctrl+alt+j"]);
    page.reads("Ctrl Alt J brings up the bar from now on.").await;
    page.picture("a-key-for-everywhere").await;

    // The window itself is put away: what comes up is one line over the other program.
    let _other = another_program(&desktop).await;
    desktop.keys(&["ctrl+alt+j"]);
    in_front(&desktop, BAR).await;
    page.bar().await;
    page.at(BOX).await;
    desktop.type_text("5678");
    page.reads("phone ends in 5678").await;
    page.picture("the-bar").await;
    let [left, _, width, height] = desktop.place(BAR).expect("it can be seen");
    assert!(width == 640 && (60..400).contains(&height), "it is as large as what it shows: {width} × {height}");
    assert_eq!(left, (1400 - width) / 2, "in the middle of the screen");
    desktop.keys(&["Escape"]);
    in_front(&desktop, "Letter").await;
    until("the bar is gone", SOON, async || (!desktop.windows().contains(&BAR.to_owned())).then_some(())).await;

    // What was typed is still there, and Enter goes on in the whole window.
    desktop.keys(&["ctrl+alt+j"]);
    in_front(&desktop, BAR).await;
    page.reads("phone ends in 5678").await;
    assert_eq!(page.value(BOX).await, "5678");
    desktop.keys(&["Return"]);
    in_front(&desktop, "Kept").await;
    page.window().await;
    page.reads("+351 912 345 678").await;
    assert!(!desktop.windows().contains(&BAR.to_owned()), "one of the two is enough");
    page.close().await;
}

#[tokio::test]
async fn a_promise_is_made_in_the_bar_and_the_other_program_goes_on() {
    let desktop = Desktop::start().await;
    let home = desktop.folder().join("office");
    an_office_of(&home, &[("Ana Sousa", "+351 912 345 678")], DUE);
    // The key is this desk's, so that it works from the tray too.
    let page = Page::open_with(&desktop, &home, NOW, &["--hidden"]).await;
    page.has("Say when the car is ready").await;
    page.call("anywhere_set", json!({ "key": "Control+Alt+KeyJ" })).await;
    let _other = another_program(&desktop).await;
    desktop.keys(&["ctrl+alt+j"]);
    in_front(&desktop, BAR).await;
    page.bar().await;
    page.at(BOX).await;
    desktop.type_text("ring about the keys tomorrow 9am");
    page.reads("Tuesday 3 March, 09:00").await;
    desktop.keys(&["Return"]);
    page.reads("For whom is it?").await;
    desktop.type_text("ana");
    page.reads("Customers found").await;
    desktop.keys(&["Return"]);
    page.reads("Take back").await;
    page.picture("the-bar-has-promised").await;
    desktop.keys(&["Escape"]);
    in_front(&desktop, "Letter").await;
    assert!(desktop.windows().is_empty(), "the window was never wanted: {:?}", desktop.windows());
    page.window().await;
    page.has("ring about the keys").await;
    page.close().await;
}

#[tokio::test]
async fn a_key_that_another_program_has_is_refused_in_a_sentence() {
    let desktop = Desktop::start().await;
    let (home, other) = (desktop.folder().join("office"), desktop.folder().join("other"));
    an_office_of(&home, &[("Ana Sousa", "")], DUE);
    an_office_of(&other, &[("Ana Sousa", "")], DUE);
    let key = json!({ "key": "Control+Alt+KeyJ" });
    let holder = Page::open(&desktop, &other, NOW).await;
    holder.reads("Say when the car is ready").await;
    assert_eq!(holder.call("anywhere_set", key.clone()).await["problem"], json!(null));

    let page = Page::open(&desktop, &home, NOW).await;
    page.reads("Say when the car is ready").await;
    let refused = page.call("anywhere_set", key.clone()).await["refused"]["message"].clone();
    assert!(refused.as_str().is_some_and(|said| said.contains("Another program has this key already")), "{refused}");
    assert_eq!(page.call("anywhere_get", json!({})).await["key"], "");
    assert_eq!(holder.call("anywhere_set", json!({ "key": "" })).await["key"], "");
    until("it was given back", SOON, async || {
        (page.call("anywhere_set", key.clone()).await["key"] == key["key"]).then_some(())
    })
    .await;
    page.close().await;
    holder.close().await;
}

#[tokio::test]
async fn a_command_of_the_desktop_brings_up_the_bar() {
    let desktop = Desktop::start().await;
    let home = desktop.folder().join("office");
    an_office_of(&home, &[("Ana Sousa", "")], DUE);
    let page = Page::open_with(&desktop, &home, NOW, &["--hidden"]).await;
    page.has("Say when the car is ready").await;
    assert!(desktop.kept(&home, &["capture"]).await);
    in_front(&desktop, BAR).await;
    page.bar().await;
    page.at(BOX).await;
    // In front itself it goes by the same key.
    assert!(desktop.kept(&home, &["capture"]).await);
    until("it is gone", SOON, async || desktop.windows().is_empty().then_some(())).await;
    page.close().await;
}
