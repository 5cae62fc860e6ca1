//! Windows: toasts with buttons.
//!
//! A toast can be pressed while the program that showed it runs. It cannot be taken back nor replaced by what the library
//! offers, so that one that was dealt with in the window stays in the notification centre until it is put away; pressing its
//! buttons then is answered by a sentence. A toast is shown only for a program that the Start menu knows by this name, which
//! the installer sees to.

use super::{Heard, Notification, Place};
use kept_host::Announced;
use std::sync::Arc;

/// The notification centre, as this program knows it.
pub struct System {
    name: String,
    heard: Arc<dyn Fn(Place, Heard) + Send + Sync>,
}

impl System {
    /// Tells `heard` what a person does with the notifications of the program of that name.
    pub fn of(name: &str, heard: impl Fn(Place, Heard) + Send + Sync + 'static) -> System {
        System { name: name.to_owned(), heard: Arc::new(heard) }
    }

    /// Shows a notification.
    pub fn show(&self, what: Notification) -> Announced {
        let mut toast = notify_rust::Notification::new();
        toast.app_id(&self.name).summary(&what.title).body(&what.body);
        // It stays until somebody has answered it.
        toast.timeout(notify_rust::Timeout::Never).urgency(notify_rust::Urgency::Critical);
        for (name, label) in &what.buttons {
            toast.action(name, label);
        }
        if what.sound {
            toast.sound_name("Reminder");
        }
        let handle = match toast.show() {
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
                tracing::info!(%error, "nothing was heard of a notification");
            }
        });
        Announced::Taken
    }

    /// A toast stays.
    pub fn withdraw(&self, _: Place) {}

    /// A toast has no number.
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
