//! The bell on a real desktop, and on one where everything goes wrong.

use super::{an_office_of, an_office_with_a_promise, count, desk, in_the_file};
use crate::desktop::Desktop;
use crate::notifier::{Manner, Notifier};
use crate::page::Page;
use crate::wait::{SOON, until};
use rusqlite::{Connection, OpenFlags};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// In opening hours, and just before what is due.
const DUE: &str = "2026-03-02T09:00:00Z";
const JUST_BEFORE: &str = "2026-03-02T08:59:58Z";
const MORNING: &str = "2026-03-02T08:30:00Z";

/// The buttons as xfce4-notifyd draws them, from the right.
const KEPT: i32 = 0;
const IN_10_MIN: i32 = 1;
const OPEN: i32 = 2;

/// The longest until a round of the bell has come by itself.
const A_ROUND: Duration = Duration::from_secs(40);

/// A clock that can be set while Kept runs.
struct Clock(PathBuf);

impl Clock {
    fn of(desktop: &Desktop) -> Clock {
        Clock(desktop.folder().join("ahead"))
    }

    fn words(&self) -> [&str; 2] {
        ["--ahead", self.0.to_str().expect("a path of letters")]
    }

    /// So many minutes ahead of where it would be.
    fn set(&self, minutes: i64) {
        let new = self.0.with_extension("new");
        fs::write(&new, (minutes * 60_000).to_string()).expect("it is written");
        fs::rename(new, &self.0).expect("it is set");
    }
}

/// How many steps of reminders the file knows as attempted, and as shown.
fn marks(home: &Path) -> (u32, u32) {
    let file =
        Connection::open_with_flags(home.join("kept.db"), OpenFlags::SQLITE_OPEN_READ_ONLY).expect("the file opens");
    let count = "SELECT count(*), count(shown_at) FROM reminder_mark";
    file.query_row(count, [], |row| Ok((row.get(0)?, row.get(1)?))).expect("they are counted")
}

async fn until_marks(home: &Path, attempted: u32, shown: u32) {
    until(&format!("{attempted} attempted, {shown} shown"), A_ROUND, async || {
        (marks(home) == (attempted, shown)).then_some(())
    })
    .await;
}

async fn until_drawn(desktop: &Desktop, wanted: usize) {
    until(&format!("{wanted} notifications stand"), A_ROUND, async || (desktop.drawn().len() == wanted).then_some(()))
        .await;
}

async fn until_standing(desktop: &Desktop, wanted: usize) {
    until(&format!("{wanted} notifications stand"), A_ROUND, async || (desktop.standing() == wanted).then_some(()))
        .await;
}

/// Promises to the office's first customer, made beside the window.
fn promise(home: &Path, customer: &str, due: &[&str]) -> Vec<Value> {
    let desk = desk(home, "2026-03-02T08:00:00Z");
    let made = due.iter().map(|due| {
        let args = json!({"customer": customer, "text": "Ring back", "due": due});
        kept_core::api::call(&desk, "promise_make", args).expect("a promise").value["id"].clone()
    });
    made.collect()
}

#[tokio::test]
async fn each_button_that_xfce_draws_does_what_it_says() {
    let desktop = Desktop::with_xfce().await;
    let home = desktop.folder().join("office");
    let ana = an_office_of(&home, &[("Ana Sousa", "")], DUE).remove(0);
    promise(&home, &ana, &["2026-03-02T09:30:00Z"]);
    let clock = Clock::of(&desktop);
    let kept = desktop.start_kept(&home, JUST_BEFORE, &clock.words());

    until_drawn(&desktop, 1).await;
    desktop.picture("16-drawn-by-xfce");
    desktop.press_drawn(IN_10_MIN).await;
    in_the_file(&home, "promise_snoozed", 1).await;
    until_drawn(&desktop, 0).await;

    clock.set(11);
    desktop.press_drawn(KEPT).await;
    in_the_file(&home, "promise_kept", 1).await;
    until_drawn(&desktop, 0).await;

    clock.set(31);
    desktop.press_drawn(OPEN).await;
    in_the_file(&home, "promise_acknowledged", 1).await;
    until_drawn(&desktop, 0).await;
    drop(kept);
}

#[tokio::test]
async fn a_notification_of_a_program_that_was_killed_is_answered_after_its_restart_on_xfce() {
    let desktop = Desktop::with_xfce().await;
    let home = desktop.folder().join("office");
    an_office_with_a_promise(&home, "Ana Sousa", DUE);
    let kept = desktop.start_kept(&home, JUST_BEFORE, &[]);
    until_drawn(&desktop, 1).await;
    until_marks(&home, 1, 1).await;
    desktop.kill(&home);
    drop(kept);
    // The desktop knows nothing of that, though it may be drawing just now.
    until_drawn(&desktop, 1).await;

    let kept = desktop.start_kept(&home, "2026-03-02T09:01:00Z", &[]);
    until("it runs again", SOON, async || desktop.windows().first().cloned()).await;
    // Pressed until it is heard: the new program may not listen yet.
    until("it is kept", A_ROUND, async || {
        if desktop.drawn().len() == 1 {
            desktop.press_drawn(KEPT).await;
        }
        (count(&home, "promise_kept") == 1).then_some(())
    })
    .await;
    until_drawn(&desktop, 0).await;
    drop(kept);
}

#[tokio::test]
async fn a_notification_of_a_program_that_was_killed_is_answered_after_its_restart_on_dunst() {
    let desktop = Desktop::start().await;
    let home = desktop.folder().join("office");
    an_office_with_a_promise(&home, "Ana Sousa", DUE);
    let kept = desktop.start_kept(&home, JUST_BEFORE, &[]);
    until_standing(&desktop, 1).await;
    until_marks(&home, 1, 1).await;
    desktop.kill(&home);
    drop(kept);

    let kept = desktop.start_kept(&home, "2026-03-02T09:01:00Z", &[]);
    until("it is shown in its place again", A_ROUND, async || (desktop.notified().len() == 2).then_some(())).await;
    assert_eq!(desktop.standing(), 1, "one, not two");
    desktop.press("Kept");
    in_the_file(&home, "promise_kept", 1).await;
    until_standing(&desktop, 0).await;
    assert_eq!(marks(&home), (1, 1), "it was told once");
    drop(kept);
}

#[tokio::test]
async fn killed_between_showing_and_marking_the_same_comes_once_more_under_the_same_number() {
    let desktop = Desktop::without_notifications();
    let notifier = Notifier::start(&desktop, Manner::Takes).await;
    let home = desktop.folder().join("office");
    an_office_with_a_promise(&home, "Ana Sousa", DUE);
    let clock = Clock::of(&desktop);
    let kept = desktop.start_kept(&home, MORNING, &clock.words());
    let pid = until("it runs", SOON, async || desktop.pid(&home)).await;
    until("its window is there", SOON, async || desktop.windows().first().cloned()).await;
    notifier.now(Manner::Kills(pid));
    clock.set(31);
    until("it was killed", A_ROUND, async || desktop.pid(&home).is_none().then_some(())).await;
    drop(kept);
    assert_eq!((notifier.asked().len(), marks(&home)), (1, (1, 0)), "shown, and not marked");

    notifier.now(Manner::Takes);
    let kept = desktop.start_kept(&home, "2026-03-02T09:01:30Z", &[]);
    until_marks(&home, 1, 1).await;
    let [first, again] = &*notifier.asked() else { panic!("{:?}", notifier.asked()) };
    assert_eq!((first.id, &first.title), (again.id, &again.title));
    assert!(first.sound, "{first:?}");
    notifier.press(again.id, "default").await;
    in_the_file(&home, "promise_acknowledged", 1).await;
    assert_eq!(notifier.asked().len(), 2, "once more, not twice");
    drop(kept);
}

#[tokio::test]
async fn a_service_that_never_answers_holds_nothing_up_and_is_asked_once() {
    let desktop = Desktop::without_notifications();
    let notifier = Notifier::start(&desktop, Manner::Hangs).await;
    let home = desktop.folder().join("office");
    an_office_with_a_promise(&home, "Ana Sousa", DUE);
    let clock = Clock::of(&desktop);
    let page = Page::open_with(&desktop, &home, MORNING, &clock.words()).await;
    page.reads("Say when the car is ready").await;
    clock.set(31);
    let looked = until("the bell gives it up", A_ROUND, async || {
        let state = page.call("bell_state", json!({})).await;
        (state["service"] == "refuses").then_some(state)
    })
    .await;
    assert_eq!(looked["stuck"], false, "{looked}");
    // The window was to be seen, and said it.
    until_marks(&home, 1, 1).await;
    clock.set(37);
    until_marks(&home, 2, 2).await;
    assert_eq!(page.call("bell_state", json!({})).await["stuck"], false);
    assert_eq!(notifier.asked().len(), 2, "one for each place on the screen: {:?}", notifier.asked());
    page.picture("17-a-service-that-hangs").await;
    page.close().await;
}

#[tokio::test]
async fn a_service_that_refuses_is_told_of_and_asked_again_while_the_window_is_away() {
    let desktop = Desktop::without_notifications();
    let notifier = Notifier::start(&desktop, Manner::Refuses).await;
    let home = desktop.folder().join("office");
    an_office_with_a_promise(&home, "Ana Sousa", DUE);
    let page = Page::open_with(&desktop, &home, JUST_BEFORE, &["--hidden"]).await;
    until("it was asked", A_ROUND, async || (!notifier.asked().is_empty()).then_some(())).await;
    assert_eq!(page.call("bell_state", json!({})).await["service"], "refuses");
    assert_eq!(marks(&home), (1, 0), "nobody has seen it");
    notifier.now(Manner::Takes);
    until_marks(&home, 1, 1).await;
    assert_eq!(page.call("bell_state", json!({})).await["service"], "takes");
    page.close().await;
}

#[tokio::test]
async fn without_a_service_the_window_says_it_and_asks_for_attention_where_it_is_not_seen() {
    let desktop = Desktop::without_notifications();
    let home = desktop.folder().join("office");
    let ana = an_office_of(&home, &[("Ana Sousa", "")], DUE).remove(0);
    promise(&home, &ana, &["2026-03-02T11:00:00Z"]);
    let clock = Clock::of(&desktop);
    let page = Page::open_with(&desktop, &home, JUST_BEFORE, &[&["--hidden"][..], &clock.words()].concat()).await;
    until("its place in the bar is marked", A_ROUND, async || desktop.asks_for_attention().then_some(())).await;
    assert_eq!((marks(&home), desktop.windows().len()), ((1, 0), 0), "it waits until somebody can see it");
    assert_eq!(page.call("bell_state", json!({})).await["service"], "none");

    assert!(desktop.kept(&home, &[]).await, "somebody opens the window");
    until_marks(&home, 1, 1).await;
    page.reads("Ana Sousa").await;
    page.picture("18-no-notification-service").await;
    // The ladder goes on: nobody has answered.
    clock.set(6);
    until_marks(&home, 2, 2).await;
    assert_eq!(count(&home, "promise_acknowledged"), 0);
    page.close().await;
}

#[tokio::test]
async fn a_paused_service_says_that_all_is_well_and_the_ladder_goes_on_to_the_manager() {
    let desktop = Desktop::start().await;
    let home = desktop.folder().join("office");
    let ana = an_office_of(&home, &[("Ana Sousa", "")], "2026-03-09T09:00:00Z").remove(0);
    {
        let desk = desk(&home, "2026-03-02T08:00:00Z");
        let call = |name: &str, args| kept_core::api::call(&desk, name, args).expect(name).value;
        call("member_add", json!({"name": "Amy", "role": "reception"}));
        call("promise_make", json!({"customer": ana, "text": "Ring back", "due": DUE, "owner": "Amy"}));
    }
    let clock = Clock::of(&desktop);
    desktop.pause_notifications(true);
    let kept = desktop.start_kept(&home, JUST_BEFORE, &clock.words());
    until_marks(&home, 1, 1).await;
    clock.set(6);
    until_marks(&home, 2, 2).await;
    clock.set(31);
    in_the_file(&home, "promise_escalated", 1).await;
    assert_eq!((count(&home, "promise_acknowledged"), desktop.standing()), (0, 0), "nobody has seen anything");
    desktop.pause_notifications(false);
    until("they stand now", SOON, async || (desktop.standing() > 0).then_some(())).await;
    let said = desktop.notified().join("\n");
    assert!(said.contains("Amy has not answered"), "{said}");
    drop(kept);
}

#[tokio::test]
async fn what_fell_due_in_sleep_is_one_notification_with_the_exact_count_and_a_list_of_what_was_due() {
    let desktop = Desktop::start().await;
    let home = desktop.folder().join("office");
    let ana = an_office_of(&home, &[("Ana Sousa", "")], DUE).remove(0);
    let due = ["2026-03-02T10:10:00Z", "2026-03-02T11:20:00Z", "2026-03-02T12:30:00Z", "2026-03-02T13:40:00Z"];
    promise(&home, &ana, &due);
    let clock = Clock::of(&desktop);
    let page = Page::open_with(&desktop, &home, MORNING, &clock.words()).await;
    page.reads("Say when the car is ready").await;
    desktop.signal(&home, "STOP");
    clock.set(6 * 60);
    desktop.signal(&home, "CONT");
    until_marks(&home, 5, 5).await;
    let said = until("it tells to the end", SOON, async || {
        Some(desktop.notified()).filter(|said| said.last().is_some_and(|line| line == "and 2 more"))
    })
    .await;
    assert!(said[0].contains("5 promises are due") && said[0].contains("was due"), "{said:?}");
    page.reads("5 late").await;
    let listed = page.call("today", json!({})).await["groups"][0]["promises"].clone();
    let dues: Vec<_> = listed.as_array().expect("a list").iter().map(|one| one["due_local"].clone()).collect();
    assert_eq!(dues[..4], ["2026-03-02T09:00:00", "2026-03-02T10:10:00", "2026-03-02T11:20:00", "2026-03-02T12:30:00"]);
    assert_eq!((desktop.notified(), desktop.standing()), (said, 1), "nothing else was told");
    page.picture("19-back-from-sleep").await;
    // Pressing it opens the day, and is an answer for all of them.
    desktop.press_notification();
    in_the_file(&home, "promise_acknowledged", 5).await;
    until_standing(&desktop, 0).await;
    page.close().await;
}

#[tokio::test]
async fn a_first_announcement_takes_the_place_of_the_one_before_and_what_was_answered_elsewhere_goes() {
    let desktop = Desktop::without_notifications();
    let notifier = Notifier::start(&desktop, Manner::Takes).await;
    let home = desktop.folder().join("office");
    let ana = an_office_of(&home, &[("Ana Sousa", "")], "2026-03-09T09:00:00Z").remove(0);
    let made = promise(&home, &ana, &[DUE, "2026-03-02T09:02:00Z"]);
    let clock = Clock::of(&desktop);
    let kept = desktop.start_kept(&home, JUST_BEFORE, &clock.words());
    until_marks(&home, 1, 1).await;
    clock.set(2);
    until_marks(&home, 2, 2).await;
    let [first, second] = &*notifier.asked() else { panic!("{:?}", notifier.asked()) };
    assert_eq!(first.id, second.id);
    // A button of the first that is heard late answers the first.
    let id = made[0].as_str().expect("an id");
    notifier.press(second.id, &format!("kept:{id}")).await;
    in_the_file(&home, "promise_kept", 1).await;
    let beside = desk(&home, "2026-03-02T09:03:00Z");
    kept_core::api::call(&beside, "promise_keep", json!({"id": made[1], "evidence": ""})).expect("kept beside");
    until("it is taken away", SOON, async || notifier.withdrawn().contains(&second.id).then_some(())).await;
    drop(kept);
}

#[tokio::test]
async fn the_bell_looks_at_once_when_the_screen_is_unlocked() {
    let desktop = Desktop::start().await;
    let home = desktop.folder().join("office");
    an_office_with_a_promise(&home, "Ana Sousa", "2026-03-02T15:00:00Z");
    let login = zbus::connection::Builder::address(desktop.bus()).and_then(|bus| bus.name("org.freedesktop.login1"));
    let login = login.expect("a name").build().await.expect("it is on the bus");
    let page = Page::open(&desktop, &home, MORNING).await;
    page.reads("Say when the car is ready").await;
    // By itself the bell looks every 15 s: of these within 2 s of each other only one could be its own.
    for _ in 0..3 {
        let before = page.call("bell_state", json!({})).await["looked_at"].clone();
        let session = "org.freedesktop.login1.Session";
        login
            .emit_signal(None::<&str>, "/org/freedesktop/login1/session/_31", session, "Unlock", &())
            .await
            .expect("told");
        until("it has looked", Duration::from_secs(2), async || {
            (page.call("bell_state", json!({})).await["looked_at"] != before).then_some(())
        })
        .await;
    }
    page.close().await;
}

/// How many fall due in the same minute.
const MANY: u32 = 10_000;

#[tokio::test]
#[expect(clippy::disallowed_methods, reason = "how long a person waits is what is tested")]
async fn ten_thousand_due_at_once_are_one_notification_and_the_window_goes_on_answering() {
    let desktop = Desktop::start().await;
    // In memory: ten thousand single promises are ten thousand waits for a disk.
    let folder = tempfile::tempdir_in("/dev/shm").expect("a folder");
    let home = folder.path().join("office");
    let ana = an_office_of(&home, &[("Ana Sousa", "+351 912 345 678")], DUE).remove(0);
    promise(&home, &ana, &vec![DUE; MANY as usize - 1]);
    let clock = Clock::of(&desktop);
    let page = Page::open_with(&desktop, &home, MORNING, &clock.words()).await;
    page.reads("Say when the car is ready").await;
    clock.set(31);
    let mut longest = Duration::ZERO;
    while marks(&home) != (MANY, MANY) {
        let begin = std::time::Instant::now();
        let found = page.call("find", json!({"query": "sousa"})).await;
        longest = longest.max(begin.elapsed());
        assert_eq!(found["hits"][0]["name"], "Ana Sousa");
    }
    page.reads("10,000 late").await;
    assert_eq!(desktop.standing(), 1);
    assert!(desktop.notified().join(" ").contains("10000 promises are due"), "{:?}", desktop.notified());
    eprintln!("while 10,000 were told, the window answered within {longest:?}");
    assert!(longest < Duration::from_secs(1), "{longest:?}");
    page.picture("20-ten-thousand-at-once").await;
    page.close().await;
}
