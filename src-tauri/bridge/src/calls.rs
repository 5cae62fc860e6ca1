//! The page's calls, and what stands in for a desktop.

use crate::args::Args;
use crate::events::Events;
use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kept_core::clock::{Clock, StandingClock, SystemClock};
use kept_core::error::Error;
use kept_core::time::Timestamp;
use kept_host::Host;
use serde_json::{Value, json};
use std::path::{self, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What a desktop would be asked: the time, a file, who listens.
pub struct World {
    /// Where time comes from.
    pub clock: Arc<dyn Clock>,
    /// The pages that listen.
    pub events: Events,
    standing: Option<Arc<StandingClock>>,
    /// What the next file dialog answers.
    chosen: Mutex<Option<String>>,
    /// What has come in from outside and was not shown yet.
    arrived: Mutex<Vec<Value>>,
}

impl World {
    /// A world with the clock that `args` names.
    pub fn new(args: &Args) -> World {
        let standing = args.now.map(|at| Arc::new(StandingClock::at(at)));
        let clock: Arc<dyn Clock> = match &standing {
            Some(clock) => clock.clone(),
            None => Arc::new(SystemClock),
        };
        World { clock, events: Events::default(), standing, chosen: Mutex::default(), arrived: Mutex::default() }
    }

    fn chosen(&self) -> MutexGuard<'_, Option<String>> {
        self.chosen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn arrive(&self, arrival: Value) {
        self.arrived().push(arrival);
        self.events.send("arrived", &Value::Null);
    }

    fn arrived(&self) -> MutexGuard<'_, Vec<Value>> {
        self.arrived.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What every answer needs.
pub struct Bridge {
    /// The office.
    pub host: Arc<Host>,
    /// The world outside.
    pub world: World,
    /// The built page.
    pub dist: PathBuf,
}

/// Answers a call: 200 with its value, or 400 with what the core says. Only JSON that calls itself so is read: a page from
/// elsewhere cannot send this kind without asking first, and is not answered when it asks.
pub async fn answer(
    State(bridge): State<Arc<Bridge>>,
    Path(path): Path<String>,
    body: Result<Json<Value>, JsonRejection>,
) -> (StatusCode, Json<Value>) {
    let Ok(Json(body)) = body else { return refused(&Error::invalid("A call is JSON.")) };
    // The core waits for the disk, which nothing else here should.
    let answered = tokio::task::spawn_blocking(move || post(&body, &path, &bridge.host, &bridge.world)).await;
    match answered {
        Ok(Ok(value)) => (StatusCode::OK, Json(value)),
        Ok(Err(error)) => refused(&error),
        Err(_) => refused(&Error::refused("Kept could not do that, by a fault of its own. Nothing was changed.")),
    }
}

fn refused(error: &Error) -> (StatusCode, Json<Value>) {
    (StatusCode::BAD_REQUEST, Json(json!(error)))
}

fn post(body: &Value, path: &str, host: &Arc<Host>, world: &World) -> kept_core::error::Result<Value> {
    match path {
        "call" => call(body, host, world),
        "test/choose" => {
            *world.chosen() = field(body, "path").map(str::to_owned);
            Ok(Value::Null)
        }
        "test/arrive" => {
            world.arrive(body.clone());
            Ok(Value::Null)
        }
        "test/now" => set_clock(body, host, world),
        "test/event" => {
            // What only a desktop can tell of: a file dragged over the window, a notification that was pressed.
            let data = body.get("data").cloned().unwrap_or_default();
            world.events.send(field(body, "event").unwrap_or_default(), &data);
            Ok(Value::Null)
        }
        _ => Err(Error::not_found("There is nothing at this address.")),
    }
}

fn field<'a>(body: &'a Value, name: &str) -> Option<&'a str> {
    body.get(name).and_then(Value::as_str)
}

fn call(body: &Value, host: &Arc<Host>, world: &World) -> kept_core::error::Result<Value> {
    let args = body.get("args").cloned().unwrap_or_default();
    match field(body, "name").unwrap_or_default() {
        "choose_import" | "choose_backup" => Ok(json!({ "path": world.chosen().take() })),
        "save" => save(&args, host, world),
        // What a desktop would open is checked as it is there, and not opened.
        "open_external" => host.outside(&args).map(|_| Value::Null),
        "open_folder" | "leave" | "stay" | "quit" | "bar_size" | "bar_away" => Ok(Value::Null),
        "bar_go_on" => {
            world.arrive(json!({ "kind": "go_on", "chosen": args }));
            Ok(Value::Null)
        }
        "arrivals" => Ok(json!({ "arrivals": std::mem::take(&mut *world.arrived()) })),
        "autostart_get" | "autostart_set" => Ok(json!({ "on": false, "offered": true, "possible": false })),
        "anywhere_get" | "anywhere_set" => Ok(json!({ "key": "", "possible": false, "problem": null })),
        // A browser has a zoom of its own.
        "zoom" => Ok(json!({ "zoomed": false })),
        name => host.call(name, args),
    }
}

/// What the desktop does by its dialog for saving: the path that a test chose, or nowhere.
fn save(args: &Value, host: &Arc<Host>, world: &World) -> kept_core::error::Result<Value> {
    match world.chosen().take() {
        Some(chosen) => host.save(field(args, "what").unwrap_or_default(), args, path::Path::new(&chosen)),
        None => Ok(json!({ "path": null })),
    }
}

fn set_clock(body: &Value, host: &Arc<Host>, world: &World) -> kept_core::error::Result<Value> {
    let at: Option<Timestamp> = field(body, "at").and_then(|at| at.parse().ok());
    match (at, &world.standing) {
        (Some(at), Some(clock)) => {
            clock.set(at);
            host.nudge();
            Ok(Value::Null)
        }
        _ => Err(Error::invalid("The clock is set by {\"at\": INSTANT}, where the bridge was started with --now.")),
    }
}
