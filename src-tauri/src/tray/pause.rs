//! Pausing the reminders of this desk from the tray, and going on.

use kept_core::desk::Desk;
use kept_core::time::{HOUR_MS, MINUTE_MS, Timestamp};
use kept_host::Host;
use serde_json::json;
use std::sync::Arc;
use tauri::menu::{MenuItem, PredefinedMenuItem, Submenu};
use tauri::{AppHandle, Manager, Wry, async_runtime};

const HALF_AN_HOUR: &str = "pause-30-min";
const AN_HOUR: &str = "pause-1-h";
const UNTIL_TOMORROW: &str = "pause-until-tomorrow";
const RESUME: &str = "resume";

const RESUMED: &str = "Not paused";

/// The part of the tray's menu that pauses.
pub struct Pause {
    menu: Submenu<Wry>,
    resume: MenuItem<Wry>,
}

impl Pause {
    /// The part, with nothing paused.
    ///
    /// # Errors
    /// The system makes no menu.
    pub fn build(app: &AppHandle) -> tauri::Result<Pause> {
        let item = |id: &str, label: &str| MenuItem::with_id(app, id, label, true, None::<&str>);
        let resume = MenuItem::with_id(app, RESUME, RESUMED, false, None::<&str>)?;
        let menu = Submenu::with_items(
            app,
            "Pause reminders",
            true,
            &[
                &item(HALF_AN_HOUR, "30 minutes")?,
                &item(AN_HOUR, "1 hour")?,
                &item(UNTIL_TOMORROW, "Until tomorrow")?,
                &PredefinedMenuItem::separator(app)?,
                &resume,
            ],
        )?;
        Ok(Pause { menu, resume })
    }

    /// What is put into the tray's menu.
    pub fn menu(&self) -> &Submenu<Wry> {
        &self.menu
    }

    /// Says until when the reminders are paused; `None`: they are not.
    ///
    /// # Errors
    /// The system does not take it.
    pub fn show(&self, until: Option<&str>) -> tauri::Result<()> {
        // On the item and not on the title, which some panels read only once.
        self.resume
            .set_text(until.map_or_else(|| RESUMED.to_owned(), |until| format!("Resume, paused until {until}")))?;
        self.resume.set_enabled(until.is_some())
    }
}

/// Does what an item of this part says, beside the main thread. Gives whether it is one of them.
pub fn chosen(app: &AppHandle, item: &str) -> bool {
    let until: fn(&Desk, Timestamp) -> Option<Timestamp> = match item {
        HALF_AN_HOUR => |_, now| Some(now.plus_ms(30 * MINUTE_MS)),
        AN_HOUR => |_, now| Some(now.plus_ms(HOUR_MS)),
        UNTIL_TOMORROW => |desk, now| Some(desk.reminders_until_tomorrow(now)),
        RESUME => |_, _| None,
        _ => return false,
    };
    let host = app.state::<Arc<Host>>().inner().clone();
    async_runtime::spawn_blocking(move || {
        let Some(desk) = host.desk_if_open() else { return };
        let until = until(&desk, host.now());
        if let Err(error) = host.call("reminders_pause", json!({ "until": until })) {
            tracing::warn!(code = error.code.name(), "the reminders could not be paused");
        }
    });
    true
}
