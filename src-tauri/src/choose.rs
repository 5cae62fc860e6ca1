//! The system's own dialogs for choosing a file, and a place for one.

use serde_json::{Value, json};
use std::path::PathBuf;
use tauri::AppHandle;
use tauri_plugin_dialog::{DialogExt, FilePath};

/// Asks for an address book to import. Waits for the person; `path` is null where they chose none.
pub fn import(app: &AppHandle) -> Value {
    let chosen = app
        .dialog()
        .file()
        .set_title("Import an address book")
        .add_filter("Address books", &["vcf", "vcard", "csv", "tsv", "txt"])
        .add_filter("All files", &["*"])
        .blocking_pick_file();
    told(chosen)
}

/// Asks for a backup to look into. Waits for the person; `path` is null where they chose none.
pub fn backup(app: &AppHandle) -> Value {
    let chosen = app
        .dialog()
        .file()
        .set_title("Look into a backup")
        .add_filter("Backups", &["db"])
        .add_filter("All files", &["*"])
        .blocking_pick_file();
    told(chosen)
}

/// Asks where something is to be saved, proposing `name`. Waits for the person; `None` where they chose no place.
pub fn place(app: &AppHandle, name: &str) -> Option<PathBuf> {
    // A proposal is a name and never a path, whatever the page says.
    let name = std::path::Path::new(name).file_name().unwrap_or_default().to_string_lossy();
    let chosen = app.dialog().file().set_title("Save").set_file_name(name).blocking_save_file();
    chosen.and_then(|file| file.into_path().ok())
}

fn told(chosen: Option<FilePath>) -> Value {
    let path = chosen.and_then(|file| file.into_path().ok());
    json!({ "path": path.map(|path| path.display().to_string()) })
}
