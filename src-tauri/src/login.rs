//! Starting with the computer, in the tray. It is offered, never forced.

use crate::memory::Memory;
use kept_core::error::{Error, Result};
use serde_json::{Value, json};
use std::path::Path;
use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Manager, Wry};
use tauri_plugin_autostart::ManagerExt;

/// Lets the system start Kept on this office; `name` tells offices apart.
pub fn plugin(home: &Path, name: &str) -> TauriPlugin<Wry> {
    let is_usual = home == kept_core::home::default_home();
    let mut args = vec!["--hidden".to_owned()];
    if !is_usual {
        args.extend(["--home".to_owned(), as_word(&home.display().to_string())]);
    }
    let entry = if is_usual {
        "Kept".to_owned()
    } else {
        name.rsplit('.').next().map_or("Kept".into(), |h| format!("Kept-{h}"))
    };
    tauri_plugin_autostart::Builder::new().app_name(entry).args(args).build()
}

/// Whether Kept starts with the computer, whether that was offered, and whether it can be.
pub fn get(app: &AppHandle) -> Value {
    let on = app.autolaunch().is_enabled().unwrap_or(false);
    json!({ "on": on, "offered": app.state::<Memory>().get().offered_login, "possible": program_is_one_word() })
}

/// Turns it on or off, by `{"on": bool}`. Either way it is not offered again.
///
/// # Errors
/// Where the system does not take it.
pub fn set(app: &AppHandle, args: &Value) -> Result<Value> {
    let Some(on) = args.get("on").and_then(Value::as_bool) else {
        return Err(Error::invalid("Say whether Kept should start with the computer."));
    };
    app.state::<Memory>().set(|it| it.offered_login = true);
    if on && !program_is_one_word() {
        return Err(Error::refused(
            "Kept lies in a folder whose name has a space in it, from where the system cannot start it.",
        ));
    }
    let autolaunch = app.autolaunch();
    let done = if on { autolaunch.enable() } else { autolaunch.disable() };
    done.map_err(|error| {
        tracing::warn!(%error, "starting with the computer could not be set");
        Error::refused("The system did not let Kept change what starts with the computer.")
    })?;
    Ok(get(app))
}

/// The system's entry names the program without quotes.
fn program_is_one_word() -> bool {
    cfg!(not(target_os = "linux"))
        || std::env::current_exe().is_ok_and(|program| {
            program.to_str().is_some_and(|path| path.chars().all(|c| c.is_alphanumeric() || "/._-+".contains(c)))
        })
}

/// A word as the entry of a Linux desktop, or the command line of Windows, writes it.
fn as_word(text: &str) -> String {
    let escape = if cfg!(windows) { "" } else { "\"`$\\" };
    let inner: String = text.chars().flat_map(|c| escape.contains(c).then_some('\\').into_iter().chain([c])).collect();
    // In the entry a percent sign begins a field.
    format!("\"{}\"", if cfg!(windows) { inner } else { inner.replace('%', "%%") })
}

#[cfg(test)]
mod tests {
    use super::as_word;

    #[test]
    #[cfg(target_os = "linux")]
    fn a_folder_of_any_name_is_one_word_of_the_entry() {
        assert_eq!(as_word("/home/ana/my office"), "\"/home/ana/my office\"");
        assert_eq!(as_word("/a\"b$c%d"), "\"/a\\\"b\\$c%%d\"");
    }
}
