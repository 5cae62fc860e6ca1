//! How many promises are late, on Kept's icon in the dock or taskbar.

use crate::window;
use tauri::{AppHandle, Manager};

/// Shows that count; none for nought. On the main thread. Where a desktop has no such place nothing happens.
#[cfg(not(windows))]
pub fn show(app: &AppHandle, late: u64) {
    let count = i64::try_from(late).ok().filter(|late| *late > 0);
    report(app.get_webview_window(window::MAIN).map(|window| window.set_badge_count(count)));
}

/// Windows has no counts, but a mark over the icon.
#[cfg(windows)]
pub fn show(app: &AppHandle, late: u64) {
    let mark = (late > 0).then_some(tauri::include_image!("../icons/tray-dot.png"));
    report(app.get_webview_window(window::MAIN).map(|window| window.set_overlay_icon(mark)));
}

fn report(done: Option<tauri::Result<()>>) {
    if let Some(Err(error)) = done {
        tracing::warn!(%error, "the icon could not be marked");
    }
}
