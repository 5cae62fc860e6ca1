//! The window. It shows Kept's own page and goes nowhere else.

use crate::bar::BAR;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::time::Duration;
use tauri::plugin::TauriPlugin;
use tauri::{
    AppHandle, Manager, PhysicalPosition, PhysicalSize, Url, UserAttentionType, WebviewUrl, WebviewWindowBuilder, Wry,
    webview::NewWindowResponse,
};
use tauri_plugin_window_state::{AppHandleExt, StateFlags};

/// The window's name, in capabilities and events.
pub const MAIN: &str = "main";

type Builder<'a> = WebviewWindowBuilder<'a, Wry, AppHandle>;

/// What is remembered of the window. Not whether it was shown: how it is started decides that.
const REMEMBERED: StateFlags = StateFlags::SIZE.union(StateFlags::POSITION).union(StateFlags::MAXIMIZED);

/// So much of the window's top must be on a screen to be taken hold of, in pixels: width and height.
const HANDLE: (i32, i32) = (160, 32);

/// The usual size, in logical pixels, and what a desktop's own bars may take of the height.
const USUAL: (f64, f64) = (1280.0, 800.0);
const BARS: f64 = 64.0;

/// Remembers in the data folder where the window stands.
pub fn plugin(home: &Path) -> TauriPlugin<Wry> {
    tauri_plugin_window_state::Builder::new()
        .with_state_flags(REMEMBERED)
        .with_denylist(&[BAR])
        // A whole path replaces the folder that the plugin would write to.
        .with_filename(memory_file(home).display().to_string())
        .build()
}

fn memory_file(home: &Path) -> PathBuf {
    home.join("window-state.json")
}

/// Opens the window where it stood last, `hidden` or shown. Links that lead elsewhere, new windows and downloads are
/// refused. What the page keeps for itself lies in the data folder of its office.
///
/// # Errors
/// Where the system cannot show a window.
pub fn open(app: &AppHandle, home: &Path, hidden: bool) -> tauri::Result<()> {
    let (width, height) = app.primary_monitor()?.map_or(USUAL, |screen| {
        let room = screen.size().to_logical::<f64>(screen.scale_factor());
        (USUAL.0.min(room.width), USUAL.1.min(room.height - BARS))
    });
    let builder = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title("Kept")
        .inner_size(width, height)
        .min_inner_size(900.0_f64.min(width), 600.0_f64.min(height))
        .visible(false);
    let window = kept_to_our_page(builder, home).build()?;
    // The plugin has put it where it stood, which may be no place any more.
    if let Some(stood) = remembered(home) {
        let screens: Vec<Screen> =
            app.available_monitors()?.iter().map(|m| Screen { at: *m.position(), size: *m.size() }).collect();
        if let Some(place) = within_reach(stood.at, stood.size, &screens) {
            window.set_size(place.size)?;
            window.set_position(place.at)?;
        }
    }
    if !hidden {
        window.show()?;
    }
    Ok(())
}

/// A window that shows Kept's own page and nothing else.
pub fn kept_to_our_page<'a>(builder: Builder<'a>, home: &Path) -> Builder<'a> {
    builder
        .data_directory(home.join("webview"))
        .on_navigation(is_our_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
}

/// Where the window stood last, as the plugin wrote it down. Before a window is shown it cannot be asked itself.
fn remembered(home: &Path) -> Option<Screen> {
    let written: Value = serde_json::from_slice(&std::fs::read(memory_file(home)).ok()?).ok()?;
    let window = written.get(MAIN)?;
    let whole = |name: &str| window.get(name).and_then(Value::as_i64);
    let at = PhysicalPosition::new(i32::try_from(whole("x")?).ok()?, i32::try_from(whole("y")?).ok()?);
    let size = PhysicalSize::new(u32::try_from(whole("width")?).ok()?, u32::try_from(whole("height")?).ok()?);
    Some(Screen { at, size })
}

/// A part of the desktop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Screen {
    at: PhysicalPosition<i32>,
    size: PhysicalSize<u32>,
}

/// Where a window belongs that cannot be taken hold of where it stands, or is larger than its screen; `None` for one that
/// stands well.
fn within_reach(at: PhysicalPosition<i32>, size: PhysicalSize<u32>, screens: &[Screen]) -> Option<Screen> {
    let pixels = |n: u32| i32::try_from(n).unwrap_or(i32::MAX);
    let overlap = |from: i32, length: u32, screen_from: i32, screen_length: u32| {
        let end = from.saturating_add(pixels(length)).min(screen_from.saturating_add(pixels(screen_length)));
        end.saturating_sub(from.max(screen_from))
    };
    let holds = |screen: &&Screen| {
        let across = overlap(at.x, size.width, screen.at.x, screen.size.width);
        let down = overlap(at.y, HANDLE.1.unsigned_abs(), screen.at.y, screen.size.height);
        across >= HANDLE.0 && down >= HANDLE.1
    };
    let held = screens.iter().find(holds);
    let screen = held.or_else(|| screens.first())?;
    let fits = size.width <= screen.size.width && size.height <= screen.size.height;
    if held.is_some() && fits {
        return None;
    }
    let size = PhysicalSize::new(size.width.min(screen.size.width), size.height.min(screen.size.height));
    let middle = |from: i32, all: u32, own: u32| from.saturating_add(pixels(all.saturating_sub(own) / 2));
    let at = PhysicalPosition::new(
        middle(screen.at.x, screen.size.width, size.width),
        middle(screen.at.y, screen.size.height, size.height),
    );
    Some(Screen { at, size })
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

/// How long the main thread may take to say how the window stands.
const PATIENCE: Duration = Duration::from_secs(1);

/// Whether the window is on the screen. The main thread is asked, and not waited for longer than a second: it may be ending.
pub fn is_in_sight(app: &AppHandle) -> bool {
    let (told, answer) = channel();
    let asked = app.clone();
    let asking = app.run_on_main_thread(move || {
        let window = asked.get_webview_window(MAIN);
        let is = window.is_some_and(|it| it.is_visible().unwrap_or(false) && !it.is_minimized().unwrap_or(true));
        // Nobody waits any more where it took too long.
        let _ = told.send(is);
    });
    asking.is_ok() && answer.recv_timeout(PATIENCE).unwrap_or(false)
}

/// Draws eyes to the window, for want of anything else that could: its place in the desktop's bar is marked. One that waits in
/// the tray is put there first, minimised.
pub fn ask_for_attention(app: &AppHandle) {
    let asked = app.clone();
    // Not waited for: the main thread may be ending.
    let _ = app.run_on_main_thread(move || {
        let Some(window) = asked.get_webview_window(MAIN) else { return };
        let to_the_bar = || if window.is_visible()? { Ok(()) } else { window.minimize().and_then(|()| window.show()) };
        for step in [to_the_bar(), window.request_user_attention(Some(UserAttentionType::Critical))] {
            if let Err(error) = step {
                tracing::warn!(%error, "the window could not ask for attention");
            }
        }
    });
}

/// Takes the window away, hidden where the tray can bring it back, else minimised. Where it stood is written down: there
/// may be no other time for it.
pub fn put_away(app: &AppHandle, tray: bool) {
    if let Err(error) = app.save_window_state(REMEMBERED) {
        tracing::warn!(%error, "where the window stands could not be written down");
    }
    let Some(window) = app.get_webview_window(MAIN) else { return };
    let done = if tray { window.hide() } else { window.minimize() };
    if let Err(error) = done {
        tracing::warn!(%error, "the window could not be put away");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn screen(x: i32, y: i32, width: u32, height: u32) -> Screen {
        Screen { at: PhysicalPosition::new(x, y), size: PhysicalSize::new(width, height) }
    }

    fn put(window: Screen, screens: &[Screen]) -> Option<Screen> {
        within_reach(window.at, window.size, screens)
    }

    #[test]
    fn a_window_that_stands_well_is_left_alone() {
        let screens = [screen(0, 0, 1920, 1080), screen(1920, 0, 2560, 1440)];
        for window in [
            screen(100, 50, 1280, 800),
            screen(2000, 0, 2400, 1400),
            screen(-1000, 20, 1280, 800),
            screen(1500, 900, 1280, 800),
        ] {
            assert_eq!(put(window, &screens), None, "{window:?}");
        }
    }

    #[test]
    fn a_window_on_a_screen_that_is_gone_comes_to_the_middle_of_the_first() {
        let screens = [screen(0, 0, 1366, 768)];
        assert_eq!(put(screen(2000, 100, 1280, 700), &screens), Some(screen(43, 34, 1280, 700)));
        assert_eq!(put(screen(2000, 100, 2400, 1400), &screens), Some(screen(0, 0, 1366, 768)));
        assert_eq!(put(screen(100, -300, 1000, 600), &screens), Some(screen(183, 84, 1000, 600)));
        assert_eq!(put(screen(0, 0, 3000, 700), &screens), Some(screen(0, 34, 1366, 700)));
    }

    #[test]
    fn without_a_screen_nothing_is_moved() {
        assert_eq!(put(screen(0, 0, 100, 100), &[]), None);
    }
}
