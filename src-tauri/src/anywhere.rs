//! A key that brings up the one-line bar over any program. There is none until somebody sets one.

use crate::bar;
use crate::memory::Memory;
use kept_core::error::{Error, Result};
use serde_json::{Value, json};
use std::sync::mpsc::channel;
use std::sync::{Mutex, PoisonError};
use tauri::{AppHandle, Manager};
use tauri_plugin_global_shortcut::{
    Builder, Code, GlobalShortcut, GlobalShortcutExt, Modifiers, Shortcut, ShortcutState,
};

/// Why the key that is remembered does nothing, if it does not.
#[derive(Debug, Default)]
pub struct Anywhere(Mutex<Option<String>>);

/// Lets the key work that was set at this desk before.
pub fn begin(app: &AppHandle) {
    let key = app.state::<Memory>().get().anywhere;
    let problem = if key.is_empty() { None } else { register(app, &key).err() };
    say(app, problem.map(|error| error.message));
}

/// The key, `possible`: whether this desktop lets a program have one, and `problem`: why it does nothing.
pub fn get(app: &AppHandle) -> Value {
    let problem = app.state::<Anywhere>().0.lock().unwrap_or_else(PoisonError::into_inner).clone();
    json!({ "key": app.state::<Memory>().get().anywhere, "possible": is_possible(), "problem": problem })
}

/// Sets the key, by `{"key": "Control+Alt+Space"}`; an empty one takes it away. The one before works on where the new one
/// cannot be had.
///
/// # Errors
/// It is no key that can be given, or another program has it.
pub fn set(app: &AppHandle, args: &Value) -> Result<Value> {
    let key = args.get("key").and_then(Value::as_str).unwrap_or_default();
    let before = app.state::<Memory>().get().anywhere;
    if key != before || app.state::<Anywhere>().0.lock().unwrap_or_else(PoisonError::into_inner).is_some() {
        if !key.is_empty() {
            register(app, key)?;
        }
        if key != before && !before.is_empty() && is_installed(app) {
            give_back(app, &before);
        }
        app.state::<Memory>().set(|it| key.clone_into(&mut it.anywhere));
        say(app, None);
    }
    Ok(get(app))
}

fn say(app: &AppHandle, problem: Option<String>) {
    *app.state::<Anywhere>().0.lock().unwrap_or_else(PoisonError::into_inner) = problem;
}

/// On Wayland no program may hear a key that is pressed in another.
fn is_possible() -> bool {
    cfg!(not(target_os = "linux")) || std::env::var_os("WAYLAND_DISPLAY").is_none_or(|name| name.is_empty())
}

/// What is pressed, if it is a key that nobody types with.
fn read(key: &str) -> Result<Shortcut> {
    let shortcut: Shortcut =
        key.parse().map_err(|_| Error::invalid("This key cannot be used over other programs. Choose another."))?;
    let held = shortcut.mods.intersects(Modifiers::CONTROL | Modifiers::ALT | Modifiers::SUPER);
    let is_function = matches!(
        shortcut.key,
        Code::F1
            | Code::F2
            | Code::F3
            | Code::F4
            | Code::F5
            | Code::F6
            | Code::F7
            | Code::F8
            | Code::F9
            | Code::F10
            | Code::F11
            | Code::F12
    );
    if held || is_function {
        return Ok(shortcut);
    }
    Err(Error::invalid("Other programs need this key for typing. Hold Ctrl or Alt with it."))
}

fn register(app: &AppHandle, key: &str) -> Result<()> {
    let shortcut = read(key)?;
    if !is_possible() {
        return Err(Error::refused(
            "This desktop lets no program hear keys of another. Let its own settings run “kept capture” for a key.",
        ));
    }
    install(app)?;
    bar::prepare(app);
    let show = |app: &AppHandle, state| {
        if state == ShortcutState::Pressed {
            bar::summon(app);
        }
    };
    app.global_shortcut().on_shortcut(shortcut, move |app, _, event| show(app, event.state)).map_err(|error| {
        tracing::info!(%error, "the key for everywhere could not be had");
        Error::refused("Another program has this key already. Choose another, or take it away there.")
    })
}

/// Lets other programs have a key again. One that was never had cannot be given back, and that is no fault.
fn give_back(app: &AppHandle, key: &str) {
    // On X11 the library only sends this with its next question (global-hotkey 0.8): asking twice makes it one.
    for _ in 0..2 {
        let _ = app.global_shortcut().unregister(key);
    }
}

fn is_installed(app: &AppHandle) -> bool {
    app.try_state::<GlobalShortcut<tauri::Wry>>().is_some()
}

/// What listens costs a little all the time, so it is there only once there is a key.
fn install(app: &AppHandle) -> Result<()> {
    if is_installed(app) {
        return Ok(());
    }
    let (done, waiting) = channel();
    let handle = app.clone();
    let installed = app.run_on_main_thread(move || {
        // Nobody waits any more only where the program ends.
        let _ = done.send(handle.plugin(Builder::new().build()));
    });
    let outcome = installed.and_then(|()| waiting.recv().unwrap_or(Ok(())));
    outcome.map_err(|error| {
        tracing::warn!(%error, "keys of other programs cannot be heard");
        Error::refused("The system did not let Kept hear keys over other programs.")
    })
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_key_that_people_type_with_is_not_taken_from_other_programs() {
        for key in ["Control+Alt+Space", "Alt+KeyK", "Super+Digit1", "F9", "Control+Shift+ArrowUp"] {
            assert!(read(key).is_ok(), "{key}");
        }
        for key in [
            "",
            "KeyK",
            "Shift+KeyK",
            "Space",
            "Enter",
            "Control",
            "Control+",
            "Control+Alt",
            "rm -rf",
            "Control+KeyK+KeyL",
        ] {
            assert!(read(key).is_err(), "{key}");
        }
    }
}
