//! What a person does with a notification, done: opened, put off or kept, or an honest word where that is refused.
//!
//! A button names its promise itself: whatever stands in that place on the screen when it is heard, no other promise is
//! answered by it.

use crate::front::emit;
use crate::notice::{Heard, Notices, Notification, Place};
use crate::window;
use kept_core::error::{Error, Result};
use kept_core::id::Id;
use kept_core::reminder::Notice;
use kept_core::time::MINUTE_MS;
use kept_host::Host;
use serde_json::json;
use std::sync::Arc;
use tauri::{AppHandle, Manager};

/// How long "In 10 min" puts a promise off.
const SNOOZE_MS: i64 = 10 * MINUTE_MS;

const SNOOZE: &str = "snooze";
const KEPT: &str = "kept";

/// The most promises that are noted as seen in one write.
const AT_ONCE: usize = 250;

/// The buttons for one promise: name and label.
pub fn buttons(promise: Id) -> [(String, &'static str); 2] {
    [(format!("{SNOOZE}:{promise}"), "In 10 min"), (format!("{KEPT}:{promise}"), "Kept")]
}

/// Does what a person asked for by what they pressed in that place.
pub fn take(app: &AppHandle, notices: &Notices, place: Place, heard: Heard, about: Option<Notice>) {
    let Some(host) = app.try_state::<Arc<Host>>().map(|host| host.inner().clone()) else { return };
    match heard {
        Heard::Gone => {}
        Heard::OpenEarlier => open(app, &host, None),
        Heard::Open if place == Place::Refusal => window::come_forward(app),
        Heard::Open => {
            // Some services leave an answered notification standing.
            notices.withdraw(place);
            open(app, &host, about.as_ref());
        }
        Heard::Button(button) => {
            notices.withdraw(place);
            if let Err(refused) = answer(&host, &button) {
                say_refused(notices, &refused);
            }
        }
    }
}

/// Shows what the notification was about, which is seen by that.
fn open(app: &AppHandle, host: &Arc<Host>, about: Option<&Notice>) {
    let promises = about.map(|notice| notice.promises.as_slice()).unwrap_or_default();
    let only = match promises {
        [promise] => Some(promise),
        _ => None,
    };
    window::come_forward(app);
    emit(app, "open", json!({ "customer": about.and_then(|notice| notice.customer), "promise": only }));
    for some in promises.chunks(AT_ONCE) {
        if let Err(error) = host.call("reminder_seen", json!({ "ids": some })) {
            tracing::warn!(code = error.code.name(), "what was opened could not be noted as seen");
            return;
        }
    }
}

/// Does what the button says.
fn answer(host: &Arc<Host>, button: &str) -> Result<()> {
    let unknown = || Error::invalid("Kept does not know that button. Open the promise and answer it there.");
    let (what, promise) = button.split_once(':').ok_or_else(unknown)?;
    match what {
        SNOOZE => host.call("promise_snooze", json!({ "id": promise, "until": host.now().plus_ms(SNOOZE_MS) })),
        KEPT => host.call("promise_keep", json!({ "id": promise, "evidence": "answered from the notification" })),
        _ => return Err(unknown()),
    }
    .map(drop)
}

fn say_refused(notices: &Notices, refused: &Error) {
    let notification = Notification {
        place: Place::Refusal,
        key: refused.message.clone(),
        title: "That was not recorded".into(),
        body: refused.message.clone(),
        buttons: Vec::new(),
        sound: false,
    };
    if notices.show(notification, None) != kept_host::Announced::Taken {
        tracing::warn!(code = refused.code.name(), "a notification's answer was refused, and nobody could be told");
    }
}
