//! The one window. It shows Kept's own page and goes nowhere else.

use tauri::{AppHandle, Manager, Url, WebviewUrl, WebviewWindowBuilder, webview::NewWindowResponse};

/// The window's name, in capabilities and events.
pub const MAIN: &str = "main";

/// Opens the window. Links that lead elsewhere, new windows and downloads are refused.
///
/// # Errors
/// Where the system cannot show a window.
pub fn open(app: &AppHandle) -> tauri::Result<()> {
    WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title("Kept")
        .inner_size(1280.0, 800.0)
        .min_inner_size(900.0, 600.0)
        .on_navigation(is_our_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .build()?;
    Ok(())
}

/// Whether `url` is of the page built into the program: `tauri://localhost`, on Windows `http://tauri.localhost`.
fn is_our_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => cfg!(windows) && url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

/// Brings the window before everything else, as far as the desktop lets it.
pub fn come_forward(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        for step in [window.show(), window.unminimize(), window.set_focus()] {
            if let Err(error) = step {
                tracing::warn!(%error, "the window could not be brought forward");
            }
        }
    }
}
