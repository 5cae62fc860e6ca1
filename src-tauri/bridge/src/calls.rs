//! The page's calls, and what stands in for a desktop.

use crate::args::Args;
use crate::events::Events;
use crate::page;
use anyhow::{Context, Result};
use kept_core::clock::{Clock, StandingClock, SystemClock};
use kept_core::error::Error;
use kept_core::time::Timestamp;
use kept_host::Host;
use serde_json::{Value, json};
use std::io::Read;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tiny_http::{Method, Request, Response};

/// The longest call that is read, in bytes.
const LONGEST: u64 = 16 * 1024 * 1024;

/// What a desktop would be asked: the time, a file, who listens.
pub struct World {
    /// Where time comes from.
    pub clock: Arc<dyn Clock>,
    /// The pages that listen.
    pub events: Events,
    standing: Option<Arc<StandingClock>>,
    /// What the next file dialog answers.
    chosen: Mutex<Option<String>>,
}

impl World {
    /// A world with the clock that `args` names.
    pub fn new(args: &Args) -> World {
        let standing = args.now.map(|at| Arc::new(StandingClock::at(at)));
        let clock: Arc<dyn Clock> = match &standing {
            Some(clock) => clock.clone(),
            None => Arc::new(SystemClock),
        };
        World { clock, events: Events::default(), standing, chosen: Mutex::default() }
    }

    fn chosen(&self) -> MutexGuard<'_, Option<String>> {
        self.chosen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Answers one request. What goes wrong with the connection is told on stderr.
pub fn answer(request: Request, host: &Arc<Host>, world: &World, dist: &Path) {
    let what = format!("{} {}", request.method(), request.url());
    if let Err(error) = try_answer(request, host, world, dist) {
        eprintln!("{what}: {error:#}");
    }
}

fn try_answer(mut request: Request, host: &Arc<Host>, world: &World, dist: &Path) -> Result<()> {
    let path = request.url().split('?').next().unwrap_or_default().to_owned();
    match (request.method().clone(), path.as_str()) {
        (Method::Get, "/events") => {
            world.events.stream(request.into_writer());
            Ok(())
        }
        (Method::Get, path) => match page::file(dist, path)? {
            Some(file) => Ok(request.respond(file)?),
            None => Ok(request.respond(Response::empty(404))?),
        },
        (Method::Post, path) => {
            let (status, value) = match post(&mut request, path, host, world)? {
                Ok(value) => (200, value),
                Err(error) => (400, json!(error)),
            };
            let json = page::header("Content-Type", "application/json")?;
            Ok(request.respond(Response::from_string(value.to_string()).with_status_code(status).with_header(json))?)
        }
        _ => Ok(request.respond(Response::empty(405))?),
    }
}

fn post(request: &mut Request, path: &str, host: &Arc<Host>, world: &World) -> Result<kept_core::error::Result<Value>> {
    // A page from elsewhere cannot send this kind without asking first, and is not answered when it asks.
    let is_json = request
        .headers()
        .iter()
        .any(|h| h.field.equiv("Content-Type") && h.value.as_str().starts_with("application/json"));
    let mut text = String::new();
    request.as_reader().take(LONGEST).read_to_string(&mut text).context("The call could not be read")?;
    let body: Value = serde_json::from_str(&text).unwrap_or_default();
    Ok(match (is_json, path) {
        (true, "/call") => call(&body, host, world),
        (true, "/test/choose") => {
            *world.chosen() = field(&body, "path").map(str::to_owned);
            Ok(Value::Null)
        }
        (true, "/test/now") => set_clock(&body, host, world),
        _ => Err(Error::not_found("There is nothing at this address.")),
    })
}

fn field<'a>(body: &'a Value, name: &str) -> Option<&'a str> {
    body.get(name).and_then(Value::as_str)
}

fn call(body: &Value, host: &Arc<Host>, world: &World) -> kept_core::error::Result<Value> {
    let args = body.get("args").cloned().unwrap_or_default();
    match field(body, "name").unwrap_or_default() {
        "choose_import" => Ok(json!({ "path": world.chosen().take() })),
        "open_external" => Ok(Value::Null),
        name => host.call(name, args),
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
