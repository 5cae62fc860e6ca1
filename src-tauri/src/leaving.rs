//! Closing the window, and quitting. Closing leaves Kept running, because a reminder comes only from a program that runs;
//! quitting says first what it leaves alone. Both ask the page, and go on without it when asked a second time.

use crate::memory::Memory;
use crate::{tray, window};
use kept_core::error::Result;
use kept_host::Host;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tauri::{AppHandle, Emitter, Manager, async_runtime};

/// Questions the page has been given and has not answered.
#[derive(Debug, Default)]
pub struct Asked {
    closing: AtomicBool,
    quitting: AtomicBool,
}

/// The window's cross was pressed. Gives whether the window stays: without an office there is nothing to stay for.
pub fn asked_to_close(app: &AppHandle) -> bool {
    if !has_office(app) {
        return false;
    }
    let app = app.clone();
    // The desktop is asked whether it has a tray, which may take a moment.
    async_runtime::spawn_blocking(move || {
        let told = app.state::<Memory>().get().told_of_closing;
        let asked_before = app.state::<Asked>().closing.swap(true, Ordering::SeqCst);
        if told || asked_before {
            put_away(&app);
        } else {
            emit(&app, "closing", json!({ "tray": tray_is_seen(&app) }));
        }
    });
    true
}

/// Somebody wants Kept to end. It ends at once where it has no office, and where this is the second time of asking.
pub fn asked_to_quit(app: &AppHandle) {
    let desk = app.state::<Arc<Host>>().desk_if_open().filter(|desk| !desk.members().is_empty());
    let Some(desk) = desk else { return app.exit(0) };
    if app.state::<Asked>().quitting.swap(true, Ordering::SeqCst) {
        return app.exit(0);
    }
    let due = tray::due_today(&desk).unwrap_or(0);
    if due > 0 {
        window::come_forward(app);
    }
    // Also where nothing is due: the page has half-typed text to put away first.
    emit(app, "leaving", json!({ "due": due }));
}

/// The person has read what closing means, or thought better of quitting: Kept goes on, `{"window": false}` without its
/// window.
///
/// # Errors
/// None.
pub fn stay(app: &AppHandle, args: &Value) -> Result<Value> {
    let asked = app.state::<Asked>();
    asked.quitting.store(false, Ordering::SeqCst);
    asked.closing.store(false, Ordering::SeqCst);
    if args.get("window").and_then(Value::as_bool) == Some(false) {
        app.state::<Memory>().set(|it| it.told_of_closing = true);
        put_away(app);
    }
    Ok(Value::Null)
}

/// Takes the window away: into the tray, or where none is seen, to where the desktop keeps windows that are minimised, so
/// that it is never out of reach.
fn put_away(app: &AppHandle) {
    app.state::<Asked>().closing.store(false, Ordering::SeqCst);
    window::put_away(app, tray_is_seen(app));
}

fn tray_is_seen(app: &AppHandle) -> bool {
    app.try_state::<tray::Tray>().is_some() && tray::is_there()
}

/// Whether there is an office with people in it.
pub fn has_office(app: &AppHandle) -> bool {
    app.state::<Arc<Host>>().desk_if_open().is_some_and(|desk| !desk.members().is_empty())
}

fn emit(app: &AppHandle, event: &str, payload: Value) {
    // It fails only while the window is closing.
    let _ = app.emit(event, payload);
}
