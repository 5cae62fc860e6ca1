//! macOS: the notification centre.
//!
//! It draws one button, which unfolds where there are several. A notification cannot be taken back by what the library
//! offers, and each waits on a thread of its own until it is answered or put away.

use super::{Heard, Notification, Place};
use kept_host::Announced;
use std::sync::Arc;

/// The notification centre, as this program knows it.
pub struct System {
    heard: Arc<dyn Fn(Place, Heard) + Send + Sync>,
}

impl System {
    /// Tells `heard` what a person does with the notifications of the program of that name.
    pub fn of(name: &str, heard: impl Fn(Place, Heard) + Send + Sync + 'static) -> System {
        if let Err(error) = notify_rust::set_application(name) {
            tracing::warn!(%error, "notifications go by another program's name");
        }
        System { heard: Arc::new(heard) }
    }

    /// Shows a notification. Whether the centre wants it is known only when it is gone.
    pub fn show(&self, what: Notification) -> Announced {
        let mut notification = notify_rust::Notification::new();
        notification.summary(&what.title).body(&what.body);
        for (name, label) in &what.buttons {
            notification.action(name, label);
        }
        if what.sound {
            notification.sound_name("default");
        }
        let handle = match notification.show() {
            Ok(handle) => handle,
            Err(error) => {
                tracing::warn!(%error, "no notification could be shown");
                return Announced::Refused;
            }
        };
        let (heard, place) = (self.heard.clone(), what.place);
        std::thread::spawn(move || {
            let told = handle.wait_for_response(|response: &notify_rust::NotificationResponse| {
                heard(
                    place,
                    match response {
                        notify_rust::NotificationResponse::Default => Heard::Open,
                        notify_rust::NotificationResponse::Action(name) => Heard::Button(name.clone()),
                        _ => Heard::Gone,
                    },
                );
            });
            if let Err(error) = told {
                tracing::warn!(%error, "no notification could be shown");
            }
        });
        Announced::Taken
    }

    /// A notification stays.
    pub fn withdraw(&self, _: Place) {}

    /// A notification has no number.
    pub fn id(&self, _: Place) -> Option<u32> {
        None
    }

    /// What an earlier start left cannot be known again.
    pub fn know(&self, _: Place, _: Option<u32>) {}

    /// What an earlier start left cannot be known again.
    pub fn session(&self) -> Option<String> {
        None
    }
}
