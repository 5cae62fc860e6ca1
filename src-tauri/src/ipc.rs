//! The window's one call.

use crate::arrival::Arrivals;
use crate::{anywhere, bar, choose, external, leaving, login, own};
use kept_core::error::{Code, Error, Result};
use kept_host::Host;
use serde_json::{Value, json};
use std::sync::Arc;
use tauri::{Manager, State, WebviewWindow, async_runtime};

/// Answers the call of that name: of the core's table, the host's, or one that only a desktop can answer.
///
/// It runs where waiting for the disk or for a person holds nothing up.
#[tauri::command]
pub async fn call(window: WebviewWindow, host: State<'_, Arc<Host>>, name: String, args: Value) -> Result<Value> {
    let host = host.inner().clone();
    let answer = async_runtime::spawn_blocking(move || answer(&window, &host, &name, args));
    // Joining fails where the call panicked; the panic is in the log.
    answer.await.unwrap_or_else(|_| {
        Err(Error::new(Code::Refused, "Kept could not do that, by a fault of its own. Nothing was changed."))
    })
}

fn answer(window: &WebviewWindow, host: &Arc<Host>, name: &str, args: Value) -> Result<Value> {
    let app = window.app_handle();
    match name {
        "choose_import" => Ok(choose::import(app)),
        "choose_backup" => Ok(choose::backup(app)),
        "save" => own::save(app, host, &args),
        "open_folder" => own::open_folder(app, host, &args),
        "zoom" => own::zoom(window, &args),
        "open_external" => external::open(app, host, &args),
        "arrivals" => Ok(json!({ "arrivals": app.state::<Arrivals>().take() })),
        "leave" => {
            leaving::asked_to_quit(app);
            Ok(Value::Null)
        }
        "stay" => leaving::stay(app, &args),
        "quit" => {
            app.exit(0);
            Ok(Value::Null)
        }
        "autostart_get" => Ok(login::get(app)),
        "autostart_set" => login::set(app, &args),
        "anywhere_get" => Ok(anywhere::get(app)),
        "anywhere_set" => anywhere::set(app, &args),
        "bar_size" => bar::resize(app, &args),
        "bar_away" => {
            bar::put_away(app);
            Ok(Value::Null)
        }
        "bar_go_on" => Ok(bar::go_on(app, args)),
        _ => host.call(name, args),
    }
}
