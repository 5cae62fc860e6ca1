//! Closing the window leaves Kept running, with or without a tray; quitting says what it leaves alone.

use super::{an_office_of, an_office_with_a_promise};
use crate::desktop::Desktop;
use crate::page::Page;
use crate::panel::Panel;
use crate::wait::{SOON, until};
use serde_json::json;
use std::time::Duration;

#[tokio::test]
async fn closing_says_once_that_kept_stays_in_the_tray_and_reminders_still_come() {
    let desktop = Desktop::start().await;
    let panel = Panel::start(&desktop).await;
    let home = desktop.folder().join("office");
    an_office_with_a_promise(&home, "Meyer & Söhne", "2026-03-02T09:00:40Z");
    let page = Page::open(&desktop, &home, "2026-03-02T09:00:00Z").await;
    page.reads("Say when the car is ready").await;
    panel.says("Next 09:00 Meyer & Söhne").await;
    let plain = panel.picture().await;

    desktop.close_window().await;
    page.reads("It waits in the tray").await;
    page.picture("11-closing-says-what-it-means").await;
    page.at("Kept keeps running").await;
    // By the keyboard: the driver waits for a window that paints.
    desktop.keys(&["Return"]);
    until("the window is gone", SOON, async || desktop.windows().is_empty().then_some(())).await;
    let rung = until("the reminder comes", Duration::from_secs(90), async || desktop.notified().first().cloned()).await;
    assert!(rung.contains("Meyer & Söhne"), "{rung}");
    panel.says("1 late").await;
    assert_ne!(panel.picture().await, plain, "the icon is marked");

    panel.choose("Open Kept").await;
    until("the window is back", SOON, async || desktop.active_window().filter(|title| title == "Kept")).await;
    page.reads("1 late").await;
    desktop.close_window().await;
    until("the window is gone without a word", SOON, async || desktop.windows().is_empty().then_some(())).await;
    page.close().await;
}

#[tokio::test]
async fn the_tray_carries_everything_and_quitting_says_what_is_due() {
    let desktop = Desktop::start().await;
    let panel = Panel::start(&desktop).await;
    let home = desktop.folder().join("office");
    an_office_with_a_promise(&home, "Ana Sousa", "2026-03-02T15:00:00Z");
    let page = Page::open_with(&desktop, &home, "2026-03-02T09:00:00Z", &["--hidden"]).await;
    panel.says("Next 15:00 Ana Sousa").await;
    let lines: Vec<String> = panel.menu().await.into_iter().map(|(line, _)| line).collect();
    let pause = ["Pause reminders", "30 minutes", "1 hour", "Until tomorrow", "Not paused"];
    let before = ["Open Kept", "New promise", "Find a customer", "Today"];
    assert_eq!(lines[1..], [&before[..], &pause[..], &["Quit"]].concat());

    panel.choose("New promise").await;
    page.reads("To whom").await;
    until("the window is shown", SOON, async || desktop.active_window().filter(|title| title == "Kept")).await;
    panel.choose("Find a customer").await;
    page.reads("Dealt with last").await;
    panel.choose("Today").await;
    page.reads("Say when the car is ready").await;

    panel.choose("Quit").await;
    page.reads("1 promise is late or due today, and nobody is reminded while Kept is closed.").await;
    page.picture("12-quitting-says-what-is-due").await;
    page.press("Keep running").await;
    panel.choose("Quit").await;
    page.has("Quit Kept?").await;
    // By the keyboard: the driver would wait for the answer of a window that has ended.
    desktop.keys(&["Tab", "Tab"]);
    page.at("Quit anyway").await;
    desktop.keys(&["Return"]);
    until("it has ended", SOON, async || panel.menu().await.is_empty().then_some(())).await;
}

#[tokio::test]
async fn the_tray_pauses_reminders_says_until_when_and_resumes() {
    let desktop = Desktop::start().await;
    let panel = Panel::start(&desktop).await;
    let home = desktop.folder().join("office");
    an_office_with_a_promise(&home, "Ana Sousa", "2026-03-02T15:00:00Z");
    let page = Page::open_with(&desktop, &home, "2026-03-02T09:00:00Z", &["--hidden"]).await;
    panel.says("Next 15:00 Ana Sousa").await;
    let says = async |line: &'static str| {
        let found = async || panel.menu().await.into_iter().find(|(said, _)| said.starts_with(line));
        until(&format!("the menu says “{line}”"), SOON, found).await
    };
    assert!(!says("Not paused").await.1, "nothing is paused");
    panel.choose("1 hour").await;
    says("Paused until 10:").await;
    let (resume, _) = says("Resume, paused until 10:").await;
    panel.choose(&resume).await;
    panel.says("Next 15:00 Ana Sousa").await;
    assert!(!says("Not paused").await.1, "it can be resumed once");
    panel.choose("Until tomorrow").await;
    says("Paused until Tue 0").await;
    page.close().await;
}

#[tokio::test]
async fn without_a_tray_closing_minimises_and_says_so() {
    let desktop = Desktop::start().await;
    let home = desktop.folder().join("office");
    an_office_with_a_promise(&home, "Ana Sousa", "2026-03-02T15:00:00Z");
    let page = Page::open(&desktop, &home, "2026-03-02T09:00:00Z").await;
    page.reads("Say when the car is ready").await;
    desktop.close_window().await;
    page.reads("This desktop shows no tray").await;
    page.at("Kept keeps running").await;
    desktop.keys(&["Return"]);
    until("the window is minimised", SOON, async || desktop.windows().is_empty().then_some(())).await;
    assert!(desktop.kept(&home, &[]).await, "a second start");
    until("the window is back", SOON, async || desktop.active_window().filter(|title| title == "Kept")).await;
    page.close().await;
}

#[tokio::test]
async fn starting_with_the_computer_is_offered_after_the_first_promise_and_taken_only_if_wanted() {
    let desktop = Desktop::start().await;
    let home = desktop.folder().join("my office");
    let ids = an_office_of(&home, &[("Ana Sousa", "")], "2026-03-02T15:00:00Z");
    let page = Page::open(&desktop, &home, "2026-03-02T09:00:00Z").await;
    page.reads("Say when the car is ready").await;
    let entries = desktop.folder().join(".config").join("autostart");
    assert!(!entries.exists(), "nothing is set up unasked");
    let desk = super::desk(&home, "2026-03-02T09:01:00Z");
    kept_core::api::call(
        &desk,
        "promise_make",
        json!({"customer": ids[0], "text": "Ring back", "due": "2026-03-02T16:00:00Z"}),
    )
    .expect("a promise");
    page.reads("Start Kept with the computer?").await;
    page.picture("13-starting-with-the-computer-is-offered").await;
    page.press("Start with the computer").await;
    page.reads("Kept starts with the computer from now on.").await;
    let entry = std::fs::read_dir(&entries).expect("a folder").next().expect("an entry").expect("its name").path();
    let written = std::fs::read_to_string(entry).expect("the entry");
    let started = format!("Exec={} --hidden --home \"{}\"", env!("CARGO_BIN_EXE_kept"), home.display());
    assert!(written.contains(&started), "{written}");
    page.close().await;
}

#[tokio::test]
async fn the_window_comes_back_where_it_stood_and_onto_a_screen_that_is_there() {
    let desktop = Desktop::start().await;
    let home = desktop.folder().join("office");
    an_office_with_a_promise(&home, "Ana Sousa", "2026-03-02T15:00:00Z");
    let stood = |x: i32, y: i32, width: u32, height: u32| {
        let state = json!({"main": {"width": width, "height": height, "x": x, "y": y, "prev_x": x, "prev_y": y,
            "maximized": false, "visible": true, "decorated": true, "fullscreen": false}});
        std::fs::write(home.join("window-state.json"), state.to_string()).expect("where it stood");
    };
    stood(120, 60, 1000, 640);
    let page = Page::open(&desktop, &home, "2026-03-02T09:00:00Z").await;
    page.has("Say when the car is ready").await;
    let [x, y, width, height] = desktop.place("Kept").expect("it is shown");
    assert_eq!((width, height), (1000, 640));
    // The frame around it is the window manager's.
    assert!((110..=140).contains(&x) && (55..=100).contains(&y), "it stands at {x}, {y}");
    page.close().await;

    stood(4000, 3000, 2400, 1500);
    let page = Page::open(&desktop, &home, "2026-03-02T09:00:00Z").await;
    page.has("Say when the car is ready").await;
    let place = desktop.place("Kept").expect("it is shown");
    assert!(place[0] >= 0 && place[1] >= 0 && place[0] < 400 && place[1] < 200, "out of reach: {place:?}");
    assert!(place[2] <= 1400 && place[3] <= 900, "larger than the screen: {place:?}");
    page.close().await;
}
