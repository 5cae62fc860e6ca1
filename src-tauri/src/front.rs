//! The desktop as the host sees it: the window's events, and notifications outside it.

use crate::badge;
use crate::notice::{Notices, Notification, Pressed};
use crate::tray::{Status, Tray};
use crate::window;
use kept_core::desk::Change;
use kept_core::id::Id;
use kept_core::reminder::Notice;
use kept_core::time::{MINUTE_MS, Timestamp};
use kept_host::{Front, Host};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use tauri::{AppHandle, Emitter, Manager};

/// How long "In 10 min" puts a promise off.
const SNOOZE_MS: i64 = 10 * MINUTE_MS;

const SNOOZE: &str = "snooze";
const KEPT: &str = "kept";

/// The window and the notifications of this desktop.
pub struct Desktop {
    app: AppHandle,
    notices: Notices,
    /// What each notification was about, by its key.
    about: Mutex<HashMap<String, Vec<Id>>>,
}

impl Desktop {
    /// The desktop that `app` runs on.
    pub fn new(app: AppHandle) -> Self {
        Desktop { app, notices: Notices::default(), about: Mutex::default() }
    }

    /// Withdraws the notifications whose promises have all been dealt with.
    fn withdraw_answered(&self, host: &Arc<Host>) {
        let showing = self.notices.showing();
        let mut about = self.about.lock().unwrap_or_else(PoisonError::into_inner);
        about.retain(|key, _| showing.contains(key));
        for (key, promises) in &*about {
            if !promises.iter().any(|promise| still_rings(host, *promise)) {
                self.notices.withdraw(key);
            }
        }
    }
}

impl Front for Desktop {
    fn changed(&self, host: &Arc<Host>, change: &Change) {
        emit(&self.app, "changed", json!(change));
        if change.promises || change.everything {
            self.withdraw_answered(host);
        }
    }

    fn looked(&self, host: &Arc<Host>) {
        let Some(desk) = host.desk_if_open().filter(|desk| !desk.members().is_empty()) else { return };
        let Ok(status) = Status::of(&desk) else { return };
        let app = self.app.clone();
        // Not waited for: the main thread may be waiting for this one to end.
        let _ = self.app.run_on_main_thread(move || {
            badge::show(&app, status.late);
            if let Some(tray) = app.try_state::<Tray>() {
                tray.show(status);
            }
        });
    }

    fn announce(&self, host: &Arc<Host>, notice: &Notice) -> bool {
        let only = match notice.promises.as_slice() {
            [promise] => Some(*promise),
            _ => None,
        };
        let buttons = [(SNOOZE, "In 10 min"), (KEPT, "Kept")];
        let notification = Notification {
            key: &notice.key,
            title: &notice.title,
            body: &notice.body,
            // Which of several promises would a button mean?
            buttons: if only.is_some() { &buttons } else { &[] },
        };
        self.about.lock().unwrap_or_else(PoisonError::into_inner).insert(notice.key.clone(), notice.promises.clone());
        let (app, host, notices) = (self.app.clone(), host.clone(), self.notices.clone());
        let customer = notice.customer;
        let shown = self.notices.show(&notification, move |pressed| match (pressed, only) {
            (Pressed::Button(button), Some(promise)) => answer(&app, &host, &notices, &button, promise),
            _ => {
                window::come_forward(&app);
                emit(&app, "open", json!({ "customer": customer, "promise": only }));
            }
        });
        if let Err(error) = &shown {
            tracing::warn!(%error, "no notification could be shown");
        }
        shown.is_ok()
    }

    fn rang(&self, notices: &[Notice]) {
        emit(&self.app, "bell", json!({ "notices": notices }));
    }
}

/// Does what a notification's button says, and says so where that is refused.
fn answer(app: &AppHandle, host: &Arc<Host>, notices: &Notices, button: &str, promise: Id) {
    let done = match button {
        SNOOZE => {
            host.call("promise_snooze", json!({ "id": promise, "until": host.now().plus_ms(SNOOZE_MS) })).map(|_| ())
        }
        KEPT => {
            let evidence = "answered from the notification";
            host.call("promise_keep", json!({ "id": promise, "evidence": evidence })).map(|_| ())
        }
        _ => Ok(()),
    };
    let Err(refused) = done else { return };
    let app = app.clone();
    let key = format!("refused:{promise}");
    let notification = Notification { key: &key, title: "That was not recorded", body: &refused.message, buttons: &[] };
    let shown = notices.show(&notification, move |_| window::come_forward(&app));
    if shown.is_err() {
        tracing::warn!(code = refused.code.name(), "a notification's answer was refused, and nobody could be told");
    }
}

/// Whether a notification of that promise still has something to say: it is open, and its moment has come.
fn still_rings(host: &Arc<Host>, promise: Id) -> bool {
    let Ok(promise) = host.call("promise_show", json!({ "id": promise })) else { return false };
    let moment = |name| promise.get(name).and_then(Value::as_str).and_then(|at| at.parse::<Timestamp>().ok());
    let now = host.now();
    promise.get("state").and_then(Value::as_str) == Some("open")
        && moment("due_at").is_some_and(|at| at <= now)
        && moment("snoozed_until").is_none_or(|at| at <= now)
}

fn emit(app: &AppHandle, event: &str, payload: Value) {
    // It fails only while the window is closing.
    let _ = app.emit(event, payload);
}
