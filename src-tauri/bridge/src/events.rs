//! What the page hears without asking, as server-sent events.

use kept_core::desk::Change;
use kept_core::reminder::Notice;
use kept_host::{Front, Host};
use serde_json::{Value, json};
use std::io::Write;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// How often a silent page is sent a comment, so that one that has gone is noticed.
const BREATH: Duration = Duration::from_secs(5);

/// The pages that listen.
#[derive(Debug, Clone, Default)]
pub struct Events(Arc<Mutex<Vec<Sender<String>>>>);

impl Events {
    /// Sends an event to every page that listens.
    pub fn send(&self, event: &str, data: &Value) {
        let text = format!("event: {event}\ndata: {data}\n\n");
        self.listeners().retain(|listener| listener.send(text.clone()).is_ok());
    }

    /// Writes events to one page until it has gone.
    pub fn stream(&self, mut page: Box<dyn Write + Send>) {
        let (sender, events) = channel();
        self.listeners().push(sender);
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n";
        // Writing fails once the page has gone.
        let _ = page.write_all(head.as_bytes()).and_then(|()| page.flush()).and_then(|()| pass_on(&events, &mut page));
    }

    fn listeners(&self) -> std::sync::MutexGuard<'_, Vec<Sender<String>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn pass_on(events: &Receiver<String>, page: &mut Box<dyn Write + Send>) -> std::io::Result<()> {
    loop {
        let text = events.recv_timeout(BREATH).unwrap_or_else(|_| ": \n\n".to_owned());
        page.write_all(text.as_bytes())?;
        page.flush()?;
    }
}

impl Front for Events {
    fn changed(&self, _: &Arc<Host>, change: &Change) {
        self.send("changed", &json!(change));
    }

    fn announce(&self, _: &Arc<Host>, _: &Notice) -> bool {
        // There is no desktop here; the page hears of it by `bell`.
        true
    }

    fn rang(&self, notices: &[Notice]) {
        self.send("bell", &json!({ "notices": notices }));
    }
}
