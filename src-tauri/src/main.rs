//! Kept's window.

#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod window;

#[tauri::command(async)]
fn call(name: String, args: serde_json::Value) -> Result<serde_json::Value, kept_core::error::Error> {
    let _ = args;
    Err(kept_core::error::Error::not_found(format!("There is no call named {name}.")))
}

fn main() -> anyhow::Result<()> {
    tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![call])
        .setup(|app| {
            window::open(app.handle())?;
            Ok(())
        })
        .run(tauri::generate_context!())?;
    Ok(())
}
