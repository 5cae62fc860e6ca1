//! Story 3, the test drive, by keys alone: told once, written down as it was said, and known to whoever calls back.

use super::{count, customer_in, desk, in_the_file};
use crate::desktop::Desktop;
use crate::page::Page;
use crate::wait::{SOON, until};
use serde_json::json;
use std::path::Path;

/// Wednesday 4 March, 10:00 in London: he calls.
const CALLED: &str = "2026-03-04T10:00:00Z";
/// Friday, 10:00: somebody else takes his call.
const CALLED_AGAIN: &str = "2026-03-06T10:00:00Z";

const NUMBER: &str = "020 7946 0142";
const HALF_TYPED: &str = "Do not ask him for all of it again";

#[tokio::test]
async fn story_3_by_keys_alone_monday_stays_monday_and_nobody_has_to_tell_it_twice() {
    let desktop = Desktop::start().await;
    let home = desktop.folder().join("office");
    an_office_of_two(&home);

    let page = Page::open(&desktop, &home, CALLED).await;
    page.reads("Nothing is promised in your name").await;
    take_the_call(&desktop, &page, &home).await;
    promise_monday_at_two(&desktop, &page).await;
    be_told_that_thu_14_is_two_things(&desktop, &page, &home).await;
    die_in_the_middle_of_a_note(&desktop, &page, &home).await;
    drop(page);

    let page = Page::open(&desktop, &home, CALLED_AGAIN).await;
    find_the_note_again(&desktop, &page, &home).await;
    take_the_call_as_somebody_else(&desktop, &page, &home).await;
    be_warned_of_the_wrong_department(&desktop, &page, &home).await;
    be_warned_of_a_double(&desktop, &page, &home).await;
    page.close().await;
}

fn an_office_of_two(home: &Path) {
    let desk = desk(home, CALLED);
    let call = |name: &str, args| kept_core::api::call(&desk, name, args).expect(name);
    let office =
        json!({"name": "Dana", "office": "Northside Cars", "zone": "Europe/London", "region": "GB", "locale": "en-GB"});
    call("set_up", office);
    for (name, department) in [("Amy", "Cars"), ("Max", "Trucks")] {
        call("member_add", json!({"name": name, "role": "sales"}));
        call("member_department", json!({"member": name, "department": department}));
    }
}

async fn take_the_call(desktop: &Desktop, page: &Page<'_>, home: &Path) {
    assert!(desktop.kept(home, &["call", NUMBER]).await);
    page.at("Name").await;
    assert_eq!(page.value("Phone number").await, "+442079460142");
    until("the window has the keyboard", SOON, async || desktop.active_window().filter(|title| title == "Kept")).await;
    desktop.type_text("John Hartley");
    page.picture("story-3-01-a-call-from-somebody-new").await;
    desktop.keys(&["ctrl+Return"]);
    page.reads("John Hartley is added.").await;
    assert_eq!(customer_in(home, "hartley", CALLED)["phones"][0]["e164"], "+442079460142");
}

async fn promise_monday_at_two(desktop: &Desktop, page: &Page<'_>) {
    desktop.keys(&["Escape", "l"]);
    page.at("What was said").await;
    desktop.type_text(
        "Would like to drive the convertible, for his daughters from New York. Amy will have it ready Monday at 2 pm",
    );
    page.reads("Monday 9 March").await;
    page.reads("14:00").await;
    page.picture("story-3-02-monday-is-echoed-in-full").await;
    desktop.keys(&["ctrl+Return"]);
    // Amy's promise, and Dana's own: to check with him that it was kept.
    page.reads("Open promises · 2").await;
}

async fn be_told_that_thu_14_is_two_things(desktop: &Desktop, page: &Page<'_>, home: &Path) {
    desktop.keys(&["Escape", "l"]);
    page.at("What was said").await;
    desktop.type_text("Dana will send the confirmation by e-mail thu 14");
    page.reads("thu 5 mar 14:00?").await;
    page.reads("sat 14 mar").await;
    page.picture("story-3-03-thu-14-could-be-two-things").await;
    desktop.keys(&["ctrl+Return"]);
    page.reads("Say what is meant, or press Alt 0").await;
    assert_eq!(count(home, "promise_made"), 2, "nothing is guessed");
    page.at("What was said").await;
    desktop.keys(&["alt+1"]);
    page.reads("Thursday 5 March").await;
    desktop.keys(&["ctrl+Return"]);
    page.reads("Open promises · 3").await;
    let john = customer_in(home, "hartley", CALLED);
    let dues: Vec<_> = john["open_promises"].as_array().expect("a list").iter().map(|one| &one["due_at"]).collect();
    assert_eq!(dues, ["2026-03-05T14:00:00.000Z", "2026-03-09T14:00:00.000Z", "2026-03-11T06:00:00.000Z"]);
}

async fn die_in_the_middle_of_a_note(desktop: &Desktop, page: &Page<'_>, home: &Path) {
    desktop.keys(&["Escape", "n"]);
    page.at("What a colleague should know").await;
    desktop.type_text(HALF_TYPED);
    until("the words are kept", SOON, async || {
        let desk = desk(home, CALLED);
        let drafts = kept_core::api::call(&desk, "draft_list", json!({})).ok()?.value.to_string();
        drafts.contains(HALF_TYPED).then_some(())
    })
    .await;
    desktop.kill(home);
}

async fn find_the_note_again(desktop: &Desktop, page: &Page<'_>, home: &Path) {
    page.at("send the confirmation by e-mail").await;
    page.reads_in("late", "20 h").await;
    until("it rings", SOON, async || (desktop.standing() == 1).then_some(())).await;
    desktop.put_notifications_away();
    desktop.keys(&["ctrl+k"]);
    page.has(HALF_TYPED).await;
    page.picture("story-3-04-half-typed-and-still-there").await;
    desktop.keys(&["Down", "Return"]);
    page.at("What a colleague should know").await;
    assert_eq!(page.value("What a colleague should know").await, HALF_TYPED);
    desktop.keys(&["ctrl+Return"]);
    page.reads("Written down.").await;
    in_the_file(home, "note_added", 1).await;
    desktop.keys(&["Escape", "q"]);
    page.at("send the confirmation by e-mail").await;
}

async fn take_the_call_as_somebody_else(desktop: &Desktop, page: &Page<'_>, home: &Path) {
    desktop.keys(&["m"]);
    page.reads("Who is at the desk?").await;
    page.at("Dana").await;
    page.picture("story-3-05-who-is-at-the-desk").await;
    desktop.keys(&["2"]);
    page.reads("Amy is at the desk.").await;
    assert!(desktop.kept(home, &["call", NUMBER]).await);
    page.reads("John Hartley is calling from").await;
    page.at("Before you say hello").await;
    page.reads(HALF_TYPED).await;
    page.reads("Start with an apology.").await;
    page.picture("story-3-06-the-brief-before-hello").await;
    // What he said on Wednesday is two keys and a day away: nobody asks him “what's the problem?”.
    desktop.keys(&["j"]);
    page.at("Which day?").await;
    desktop.type_text("4 mar");
    desktop.keys(&["Return"]);
    page.reads("Would like to drive the convertible").await;
    page.at("send the confirmation").await;
    page.picture("story-3-07-what-he-said-on-wednesday").await;
    desktop.keys(&["l"]);
    page.at("What was said").await;
    desktop.type_text("Apologised: the confirmation goes out now. Amy will confirm it by e-mail in 10 min");
    page.reads("10:1").await;
    desktop.keys(&["ctrl+Return"]);
    page.reads("Open promises · 4").await;
    let john = customer_in(home, "hartley", CALLED_AGAIN);
    assert_eq!(john["open_promises"][1]["owner"], "Amy", "whoever is at the desk promises it");
}

/// “I understand you want to buy a truck”: somebody who sells those is neither given the matter nor lets the call go out unwarned.
async fn be_warned_of_the_wrong_department(desktop: &Desktop, page: &Page<'_>, home: &Path) {
    let john = customer_in(home, "hartley", CALLED_AGAIN)["id"].clone();
    let wants = json!({"id": john, "interest": "small convertible, test drive", "department": "Cars"});
    kept_core::api::call(&desk(home, CALLED_AGAIN), "customer_change", wants).expect("customer_change");

    desktop.keys(&["Escape", "q"]);
    page.at("confirm it by e-mail").await;
    desktop.keys(&["h"]);
    page.at("Who takes it over?").await;
    desktop.type_text("Max");
    page.reads("Sales").await;
    desktop.keys(&["Return"]);
    page.reads("Max is in Trucks; John Hartley wants small convertible, test drive (Cars).").await;
    page.picture("story-3-08-not-to-the-truck-department").await;
    assert_eq!(count(home, "promise_offered"), 0, "nothing is sent unread");
    desktop.keys(&["Escape", "m"]);
    page.reads("Who is at the desk?").await;
    desktop.keys(&["3"]);
    page.reads("Max is at the desk.").await;
    desktop.keys(&["ctrl+k"]);
    page.at("Find people, actions and places").await;
    desktop.type_text("hartley");
    page.reads("+44 20 7946 0142").await;
    desktop.keys(&["Return"]);
    page.reads("Before you say hello").await;
    desktop.keys(&["c"]);
    page.reads("Before you call John Hartley").await;
    page.reads("recover, do not schedule").await;
    page.picture("story-3-09-stopped-before-the-call").await;
    desktop.keys(&["Escape"]);
    page.reads("What happened").await;
    desktop.keys(&["m"]);
    page.reads("Who is at the desk?").await;
    desktop.keys(&["2"]);
    page.reads("Amy is at the desk.").await;
}

async fn be_warned_of_a_double(desktop: &Desktop, page: &Page<'_>, home: &Path) {
    desktop.keys(&["ctrl+k"]);
    page.at("Find people, actions and places").await;
    desktop.type_text("Jon Hartly");
    page.reads("New customer “Jon Hartly”").await;
    desktop.keys(&["Up", "Return"]);
    page.at("Phone number").await;
    page.reads("Perhaps here already").await;
    page.picture("story-3-10-perhaps-here-already").await;
    desktop.keys(&["shift+Tab"]);
    page.at("Open John Hartley").await;
    desktop.keys(&["Return"]);
    page.reads("Before you say hello").await;
    assert_eq!(count(home, "customer_added"), 1);
}
