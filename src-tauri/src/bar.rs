//! The one-line bar: a small window of its own over whatever program is in front, for one line and away again. What needs
//! the whole window is handed over to it.

use crate::arrival::{Arrival, Place};
use crate::instance;
use crate::leaving::has_office;
use crate::window::{self, MAIN};
use kept_core::error::{Error, Result};
use kept_host::Host;
use serde_json::Value;
use std::sync::Arc;
use tauri::{
    AppHandle, Emitter, LogicalSize, Manager, Monitor, PhysicalPosition, WebviewUrl, WebviewWindow,
    WebviewWindowBuilder, async_runtime,
};

/// The bar's name, in capabilities and events.
pub const BAR: &str = "bar";

/// Its width, and its height until its page has measured what it shows, in logical pixels.
const SIZE: (f64, f64) = (640.0, 480.0);

/// How far down the screen its upper edge is.
const DOWN: f64 = 0.18;

/// Brings it up over the program in front, and puts it away where it is in front itself. Over Kept's own window, and while
/// there is no office, the window is brought forward, which has the same box.
pub fn summon(app: &AppHandle) {
    let app = app.clone();
    // No window is built from within an event: Windows would wait for itself.
    async_runtime::spawn_blocking(move || {
        if in_front(&app, BAR) {
            return put_away(&app);
        }
        let shown = !in_front(&app, MAIN) && has_office(&app) && show(&app).inspect_err(complain).is_ok();
        if !shown {
            instance::show(&app, [Arrival::Place { to: Place::Find }]);
        }
    });
}

/// Builds it out of sight, so that it is there at once when it is wanted.
pub fn prepare(app: &AppHandle) {
    let app = app.clone();
    async_runtime::spawn_blocking(move || {
        if app.get_webview_window(BAR).is_none() {
            let _ = build(&app).inspect_err(complain);
        }
    });
}

/// Takes it off the screen; what was typed into it stays.
pub fn put_away(app: &AppHandle) {
    if let Some(bar) = app.get_webview_window(BAR) {
        let _ = bar.hide().inspect_err(complain);
    }
}

/// Makes it as large as what it shows, by `{"width", "height"}` in logical pixels.
///
/// # Errors
/// These are no sizes, or there is no bar.
pub fn resize(app: &AppHandle, args: &Value) -> Result<Value> {
    let side = |name: &str| args.get(name).and_then(Value::as_f64).filter(|side| (1.0..=4000.0).contains(side));
    let (Some(width), Some(height), Some(bar)) = (side("width"), side("height"), app.get_webview_window(BAR)) else {
        return Err(Error::invalid("The bar cannot be made as large as that."));
    };
    let _ = bar.set_size(LogicalSize::new(width, height)).inspect_err(complain);
    Ok(Value::Null)
}

/// Puts it away and lets the whole window go on with what was chosen in it.
pub fn go_on(app: &AppHandle, args: Value) -> Value {
    put_away(app);
    instance::show(app, [Arrival::GoOn { chosen: args }]);
    Value::Null
}

fn in_front(app: &AppHandle, name: &str) -> bool {
    app.get_webview_window(name).is_some_and(|it| it.is_visible().unwrap_or(false) && it.is_focused().unwrap_or(false))
}

fn show(app: &AppHandle) -> tauri::Result<()> {
    let bar = match app.get_webview_window(BAR) {
        Some(bar) => bar,
        None => build(app)?,
    };
    if let Some(screen) = screen(app)? {
        // One that was never shown does not know its size.
        let width = f64::from(bar.inner_size()?.width).max(SIZE.0 * screen.scale_factor());
        bar.set_position(place(&screen, width))?;
    }
    bar.show()?;
    bar.set_focus()?;
    app.emit_to(BAR, "summoned", ())
}

fn build(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    let builder = WebviewWindowBuilder::new(app, BAR, WebviewUrl::App("index.html#bar".into()))
        .title("Kept: one line")
        .inner_size(SIZE.0, SIZE.1)
        .decorations(false)
        .always_on_top(true)
        .skip_taskbar(true)
        .visible(false);
    window::kept_to_our_page(builder, app.state::<Arc<Host>>().home()).build()
}

/// The screen that is looked at: where the mouse is.
fn screen(app: &AppHandle) -> tauri::Result<Option<Monitor>> {
    let mouse = app.cursor_position()?;
    Ok(app.monitor_from_point(mouse.x, mouse.y)?.or(app.primary_monitor()?))
}

/// In the middle of the screen and a little down from its upper edge, for a bar of that many pixels.
fn place(screen: &Monitor, width: f64) -> PhysicalPosition<f64> {
    let (at, size) = (screen.position(), screen.size());
    PhysicalPosition::new(
        f64::from(at.x) + (f64::from(size.width) - width) / 2.0,
        f64::from(at.y) + f64::from(size.height) * DOWN,
    )
}

fn complain(error: &tauri::Error) {
    tracing::warn!(%error, "the bar could not be shown as it should");
}
