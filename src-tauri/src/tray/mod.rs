//! The tray: how the day stands, and everything that closing the window leaves to do. On Linux it hears no clicks, so all of
//! it is in the menu.

mod pause;
mod presence;
mod status;

pub use presence::is_there;
pub use status::{Status, due_today};

use crate::arrival::{Arrival, Place};
use crate::{instance, leaving};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};
use tauri::image::Image;
use tauri::menu::{Menu, MenuEvent, MenuItem, PredefinedMenuItem};
use tauri::tray::{TrayIcon, TrayIconBuilder};
use tauri::{AppHandle, Wry};

const OPEN: &str = "open";
const PROMISE: &str = "promise";
const FIND: &str = "find";
const TODAY: &str = "today";
const QUIT: &str = "quit";

const PLAIN: Image<'_> = tauri::include_image!("../icons/tray.png");
const DOT: Image<'_> = tauri::include_image!("../icons/tray-dot.png");

/// Kept's place in the tray.
pub struct Tray {
    icon: TrayIcon<Wry>,
    line: MenuItem<Wry>,
    pause: pause::Pause,
    shown: Mutex<Option<Status>>,
}

impl Tray {
    /// Puts Kept into the tray under that name; `None` where this system has none to put it into. On the main thread.
    pub fn build(app: &AppHandle, name: &str) -> Option<Tray> {
        // The system's library is loaded here, and its loader panics where it is not installed.
        let built = catch_unwind(AssertUnwindSafe(|| build(app, name)));
        match built {
            Ok(Ok(tray)) => Some(tray),
            Ok(Err(error)) => {
                tracing::warn!(%error, "there is no tray");
                None
            }
            Err(_) => {
                tracing::warn!("there is no tray: its library is not installed");
                None
            }
        }
    }

    /// Says how the day stands, where that is not what is said already. On the main thread.
    pub fn show(&self, status: Status) {
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        if shown.as_ref() == Some(&status) {
            return;
        }
        let was_late = shown.as_ref().is_some_and(|before| before.late > 0);
        let is_late = status.late > 0;
        let said = self.line.set_text(for_menu(&status.line()));
        let marked = if was_late == is_late {
            Ok(())
        } else {
            let icon = if is_late { DOT } else { PLAIN };
            // Both at once: set apart, the icon is drawn in its own colour for a moment on macOS.
            self.icon.set_icon_with_as_template(Some(icon), true)
        };
        let count = (status.late > 0).then(|| status.late.to_string());
        let counted = self.icon.set_title(count);
        let paused = self.pause.show(status.paused.as_deref());
        let told = self.icon.set_tooltip(Some(format!("Kept: {}", status.line())));
        for done in [said, marked, counted, paused, told] {
            if let Err(error) = done {
                tracing::warn!(%error, "the tray could not be brought up to date");
            }
        }
        *shown = Some(status);
    }
}

fn build(app: &AppHandle, name: &str) -> tauri::Result<Tray> {
    let line = MenuItem::with_id(app, "line", "Kept", false, None::<&str>)?;
    let item = |id: &str, label: &str| MenuItem::with_id(app, id, label, true, None::<&str>);
    let pause = pause::Pause::build(app)?;
    let menu = Menu::with_items(
        app,
        &[
            &line,
            &PredefinedMenuItem::separator(app)?,
            &item(OPEN, "Open Kept")?,
            &item(PROMISE, "New promise")?,
            &item(FIND, "Find a customer")?,
            &item(TODAY, "Today")?,
            &PredefinedMenuItem::separator(app)?,
            pause.menu(),
            &PredefinedMenuItem::separator(app)?,
            &item(QUIT, "Quit")?,
        ],
    )?;
    let icon = TrayIconBuilder::with_id(name)
        .icon(PLAIN)
        .icon_as_template(true)
        .menu(&menu)
        .tooltip("Kept")
        .on_menu_event(chosen)
        .build(app)?;
    Ok(Tray { icon, line, pause, shown: Mutex::default() })
}

/// An item of the menu was chosen. The page opens what it names.
fn chosen(app: &AppHandle, event: MenuEvent) {
    if pause::chosen(app, event.id().as_ref()) {
        return;
    }
    let place = match event.id().as_ref() {
        QUIT => return leaving::asked_to_quit(app),
        PROMISE => Some(Place::Promise),
        FIND => Some(Place::Find),
        TODAY => Some(Place::Today),
        _ => None,
    };
    instance::show(app, place.map(|to| Arrival::Place { to }));
}

/// A text in a menu, where a single `&` would underline the letter after it.
fn for_menu(text: &str) -> String {
    text.replace('&', "&&")
}
