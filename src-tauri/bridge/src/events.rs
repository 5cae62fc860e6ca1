//! What the page hears without asking, as server-sent events.

use crate::calls::Bridge;
use axum::body::Body;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use kept_core::desk::Change;
use kept_core::reminder::Notice;
use kept_host::{Announced, Front, Host};
use serde_json::{Value, json};
use std::convert::Infallible;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio_stream::StreamExt;
use tokio_stream::wrappers::UnboundedReceiverStream;

/// The pages that listen.
#[derive(Debug, Clone, Default)]
pub struct Events(Arc<Mutex<Vec<UnboundedSender<String>>>>);

impl Events {
    /// Sends an event to every page that listens.
    pub fn send(&self, event: &str, data: &Value) {
        let text = format!("event: {event}\ndata: {data}\n\n");
        self.listeners().retain(|listener| listener.send(text.clone()).is_ok());
    }

    fn listeners(&self) -> MutexGuard<'_, Vec<UnboundedSender<String>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Answers a page that listens, with a stream of events for as long as it does.
pub async fn listen(State(bridge): State<Arc<Bridge>>) -> impl IntoResponse {
    let (sender, events) = unbounded_channel();
    // The first line tells the page that it is heard.
    let begun = sender.send(": \n\n".to_owned());
    bridge.world.events.listeners().extend(begun.is_ok().then_some(sender));
    let stream = UnboundedReceiverStream::new(events).map(Ok::<_, Infallible>);
    ([(CONTENT_TYPE, "text/event-stream"), (CACHE_CONTROL, "no-store")], Body::from_stream(stream))
}

impl Front for Events {
    fn changed(&self, _: &Arc<Host>, change: &Change) {
        self.send("changed", &json!(change));
    }

    fn announce(&self, _: &Arc<Host>, _: &Notice, _: bool) -> Announced {
        // There is no desktop here; the page hears of it by `bell`.
        Announced::Taken
    }

    fn has_desktop(&self) -> bool {
        false
    }

    fn rang(&self, notices: &[Notice]) {
        self.send("bell", &json!({ "notices": notices }));
    }
}
