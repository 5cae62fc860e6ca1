//! The system's own dialog for choosing a file.

use serde_json::{Value, json};
use tauri::AppHandle;
use tauri_plugin_dialog::DialogExt;

/// Asks for an address book to import. Waits for the person; `path` is null where they chose none.
pub fn import(app: &AppHandle) -> Value {
    let chosen = app
        .dialog()
        .file()
        .set_title("Import an address book")
        .add_filter("Address books", &["vcf", "vcard", "csv", "tsv", "txt"])
        .add_filter("All files", &["*"])
        .blocking_pick_file();
    let path = chosen.and_then(|file| file.into_path().ok());
    json!({ "path": path.map(|path| path.display().to_string()) })
}
