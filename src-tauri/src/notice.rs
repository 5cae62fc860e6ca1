//! Notifications on the desktop: shown, answered, replaced by a repeat, and withdrawn.
//!
//! It knows the notification service and nothing of promises. A notification that was accepted is not one that a
//! person has seen: services pause, and say nothing of it. The list in the window stays the truth.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tauri::async_runtime::{self, JoinHandle};

/// Notifications that are waited on at once; each holds a connection. The oldest is withdrawn for one more.
const MOST: usize = 16;

/// What a person pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pressed {
    /// The notification itself.
    Open,
    /// The button of that name.
    Button(String),
}

/// What is shown. Two of the same key are one: the later replaces the earlier.
#[derive(Debug)]
pub struct Notification<'a> {
    /// Names it across repeats, also after a restart.
    pub key: &'a str,
    /// One line that is enough on its own.
    pub title: &'a str,
    /// The rest, as plain text.
    pub body: &'a str,
    /// Name and label of each button, besides opening.
    pub buttons: &'a [(&'a str, &'a str)],
}

/// The notifications now on the desktop.
#[derive(Debug, Default, Clone)]
pub struct Notices(Arc<Mutex<Live>>);

#[derive(Debug, Default)]
struct Live {
    shown: u64,
    by_key: HashMap<String, Waiting>,
}

/// One notification, and the task that waits for its answer.
#[derive(Debug)]
struct Waiting {
    turn: u64,
    id: u32,
    handle: Arc<notify_rust::NotificationHandle>,
    task: JoinHandle<()>,
}

impl Notices {
    /// Shows a notification and, once a person answers, calls `pressed`. Dismissing it is no answer.
    ///
    /// # Errors
    /// Where there is no notification service, or it refuses.
    pub fn show(
        &self,
        what: &Notification<'_>,
        pressed: impl FnOnce(Pressed) + Send + 'static,
    ) -> notify_rust::error::Result<()> {
        let earlier = self.forget(what.key);
        let handle = Arc::new(request(what, earlier.map_or_else(|| id_of(what.key), |w| w.id)).show()?);
        let mut live = self.live();
        live.shown += 1;
        let turn = live.shown;
        let task = async_runtime::spawn(self.clone().answer(what.key.to_owned(), turn, handle.clone(), pressed));
        live.by_key.insert(what.key.to_owned(), Waiting { turn, id: handle.id(), handle, task });
        let oldest = live.by_key.iter().min_by_key(|(_, w)| w.turn).map(|(key, _)| key.clone());
        let too_many = live.by_key.len() > MOST;
        drop(live);
        if let (true, Some(key)) = (too_many, oldest) {
            self.withdraw(&key);
        }
        Ok(())
    }

    /// Takes a notification off the desktop, if it is still there.
    pub fn withdraw(&self, key: &str) {
        if let Some(waiting) = self.forget(key) {
            async_runtime::spawn(async move { waiting.handle.close_async().await });
        }
    }

    /// The keys of those on the desktop, in no order.
    pub fn showing(&self) -> Vec<String> {
        self.live().by_key.keys().cloned().collect()
    }

    /// Stops waiting for an answer to that notification.
    fn forget(&self, key: &str) -> Option<Waiting> {
        let waiting = self.live().by_key.remove(key)?;
        waiting.task.abort();
        Some(waiting)
    }

    async fn answer(
        self,
        key: String,
        turn: u64,
        handle: Arc<notify_rust::NotificationHandle>,
        pressed: impl FnOnce(Pressed) + Send + 'static,
    ) {
        let mut response = None;
        handle.wait_for_action_async(|r: &notify_rust::NotificationResponse| response = Some(r.clone())).await;
        {
            let mut live = self.live();
            if live.by_key.get(&key).is_some_and(|w| w.turn == turn) {
                live.by_key.remove(&key);
            }
        }
        let press = match response {
            Some(notify_rust::NotificationResponse::Default) => Pressed::Open,
            Some(notify_rust::NotificationResponse::Action(name)) => Pressed::Button(name),
            _ => return,
        };
        // Some services leave an answered notification standing.
        handle.close_async().await;
        async_runtime::spawn_blocking(move || pressed(press));
    }

    fn live(&self) -> MutexGuard<'_, Live> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is asked of the notification service.
fn request(what: &Notification<'_>, id: u32) -> notify_rust::Notification {
    let reads_markup = notify_rust::get_capabilities().is_ok_and(|all| all.iter().any(|c| c == "body-markup"));
    let body = if reads_markup { escaped(what.body) } else { what.body.to_owned() };
    let mut request = notify_rust::Notification::new();
    request.appname("Kept").icon("kept").summary(what.title).body(&body).id(id);
    // It stays until a person has answered it.
    request.timeout(notify_rust::Timeout::Never);
    // Pressing the notification itself; a button of this name beside it would be drawn twice by some services.
    request.action("default", "Open");
    for (name, label) in what.buttons {
        request.action(name, label);
    }
    request
}

/// People's words as text, for a service that reads markup.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The id to ask for, the same in every run. The highest bit keeps it away from the small numbers services hand out.
fn id_of(key: &str) -> u32 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    (hasher.finish() as u32) | 0x8000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_repeat_asks_for_the_same_id_and_another_promise_for_another() {
        assert_eq!(id_of("due:1"), id_of("due:1"));
        assert_ne!(id_of("due:1"), id_of("due:2"));
    }

    #[test]
    fn what_looks_like_markup_is_shown_as_text() {
        assert_eq!(escaped("<b>Sousa & Sons</b>"), "&lt;b&gt;Sousa &amp; Sons&lt;/b&gt;");
    }
}
