//! What the window asks of its own desktop: a file saved where the person says, a folder shown, a size.

use crate::choose;
use kept_core::error::{Error, Result};
use kept_host::Host;
use serde_json::{Value, json};
use tauri::{AppHandle, WebviewWindow};
use tauri_plugin_opener::OpenerExt;

/// Asks where to and writes there what `args` name; `path` is null where the person chose no place.
///
/// # Errors
/// What the core says; the file is then as it was.
pub fn save(app: &AppHandle, host: &Host, args: &Value) -> Result<Value> {
    let text = |name: &str| args.get(name).and_then(Value::as_str).unwrap_or_default();
    match choose::place(app, text("name")) {
        Some(file) => host.save(text("what"), args, &file),
        None => Ok(json!({ "path": null })),
    }
}

/// Shows one of Kept's own folders in the system's file manager: `data`, `backups` or `logs`.
///
/// # Errors
/// It is none of them, or the system has no file manager.
pub fn open_folder(app: &AppHandle, host: &Host, args: &Value) -> Result<Value> {
    let folder = match args.get("which").and_then(Value::as_str) {
        Some("data") => host.home().to_owned(),
        Some(name @ ("backups" | "logs")) => host.home().join(name),
        _ => return Err(Error::invalid("Kept has no such folder.")),
    };
    app.opener().open_path(folder.display().to_string(), None::<&str>).map_err(|_| {
        Error::refused(format!("This computer has no file manager set up. The folder is {}.", folder.display()))
    })?;
    Ok(Value::Null)
}

/// Shows the window larger or smaller, from half to three times its actual size.
///
/// # Errors
/// The window does not take it.
pub fn zoom(window: &WebviewWindow, args: &Value) -> Result<Value> {
    let factor = args.get("factor").and_then(Value::as_f64).unwrap_or(1.0).clamp(0.5, 3.0);
    match window.set_zoom(factor) {
        Ok(()) => Ok(json!({ "zoomed": true })),
        Err(_) => Err(Error::refused("The window could not be shown in another size.")),
    }
}
