//! Linux: the notification service on the session bus.
//!
//! One connection for all, which listens before it speaks, so that no answer comes too early. Nothing waits longer than a
//! few seconds for a service that hangs; what it was asked is not asked again until it has answered, so that it has one
//! notification to show when it wakes up and not a heap of them.

use super::{Heard, Notification, Place, held};
use kept_host::Announced;
use std::collections::HashMap;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use zbus::blocking::{Connection, MessageIterator};
use zbus::message::{Sequence, Type};
use zbus::zvariant::Value;

const SERVICE: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// How long the service may take for an answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// What stays on the screen until somebody puts it away, in the service's terms.
const NEVER_EXPIRES: i32 = 0;

type Listener = Arc<dyn Fn(Place, Heard) + Send + Sync>;

/// The notification service, as this program knows it.
pub struct System {
    name: String,
    heard: Listener,
    /// None before it was needed, and where there is no bus.
    bus: Mutex<Option<Connection>>,
    shown: Arc<Mutex<HashMap<Place, Shown>>>,
    pending: Mutex<HashMap<Place, Pending>>,
}

/// What the service said of what stands in a place.
#[derive(Debug, Clone, Copy)]
struct Shown {
    id: u32,
    /// Its answer's place among all messages: what came before is about what stood there before.
    since: Option<Sequence>,
}

/// What the service was asked and has not answered.
struct Pending {
    key: String,
    answer: Receiver<zbus::Result<Shown>>,
}

impl System {
    /// Tells `heard` what a person does with the notifications of the program of that name. It must not wait for anything.
    pub fn of(name: &str, heard: impl Fn(Place, Heard) + Send + Sync + 'static) -> System {
        System {
            name: name.to_owned(),
            heard: Arc::new(heard),
            bus: Mutex::default(),
            shown: Arc::default(),
            pending: Mutex::default(),
        }
    }

    /// Shows a notification in its place.
    pub fn show(&self, what: Notification) -> Announced {
        let (place, key) = (what.place, what.key.clone());
        let mut pending = held(&self.pending);
        if let Some(asked) = pending.remove(&place) {
            match asked.answer.try_recv() {
                Ok(Ok(shown)) => {
                    held(&self.shown).insert(place, shown);
                    if asked.key == key {
                        return Announced::Taken;
                    }
                }
                Ok(Err(_)) | Err(TryRecvError::Disconnected) => {}
                Err(TryRecvError::Empty) => {
                    pending.insert(place, asked);
                    return Announced::Unanswered;
                }
            }
        }
        let Some(bus) = self.bus() else { return Announced::NoDesktop };
        let id = held(&self.shown).get(&place).map_or_else(|| id_of(&self.name, place), |shown| shown.id);
        let (answered, answer) = channel();
        std::thread::spawn(move || answered.send(notify(&bus, &what, id)));
        match answer.recv_timeout(PATIENCE) {
            Ok(Ok(shown)) => {
                held(&self.shown).insert(place, shown);
                Announced::Taken
            }
            Ok(Err(error)) => {
                tracing::warn!(%error, "no notification could be shown");
                if is_absence(&error) { Announced::NoDesktop } else { Announced::Refused }
            }
            Err(_) => {
                tracing::warn!("the notification service does not answer");
                pending.insert(place, Pending { key, answer });
                Announced::Unanswered
            }
        }
    }

    /// Takes what stands there off the screen. Nobody waits for it.
    pub fn withdraw(&self, place: Place) {
        let shown = held(&self.shown).remove(&place);
        if let (Some(shown), Some(bus)) = (shown, self.bus()) {
            std::thread::spawn(move || {
                // One that is gone already is refused, which is as good.
                let _ = bus.call_method(Some(SERVICE), PATH, Some(SERVICE), "CloseNotification", &shown.id);
            });
        }
    }

    /// The service's own number for what stands there.
    pub fn id(&self, place: Place) -> Option<u32> {
        held(&self.shown).get(&place).map(|shown| shown.id)
    }

    /// An earlier start left something there, under that number.
    pub fn know(&self, place: Place, id: Option<u32>) {
        if let Some(id) = id {
            held(&self.shown).entry(place).or_insert(Shown { id, since: None });
        }
        // Only now what is pressed there can be heard.
        drop(self.bus());
    }

    /// The run of the service, whose notifications end with it; `None` where none runs.
    pub fn session(&self) -> Option<String> {
        let bus = self.bus()?;
        let (told, owner) = channel();
        std::thread::spawn(move || {
            let owner = bus
                .call_method(Some("org.freedesktop.DBus"), "/", Some("org.freedesktop.DBus"), "GetNameOwner", &SERVICE)
                .and_then(|reply| reply.body().deserialize::<String>());
            told.send(owner.map(|owner| format!("{}{owner}", bus.server_guid())))
        });
        owner.recv_timeout(PATIENCE).ok()?.ok()
    }

    /// The session bus, where there is one, with somebody who listens on it.
    fn bus(&self) -> Option<Connection> {
        let mut held_bus = held(&self.bus);
        if let Some(bus) = held_bus.as_ref().filter(|bus| !bus.is_closed()) {
            return Some(bus.clone());
        }
        let bus = Connection::session()
            .and_then(|bus| {
                listen(&bus, &self.name, &self.shown, &self.heard)?;
                Ok(bus)
            })
            .inspect_err(|error| tracing::warn!(%error, "there is no session bus"))
            .ok();
        held_bus.clone_from(&bus);
        bus
    }
}

/// Hears what a person does, until the bus closes.
fn listen(
    bus: &Connection,
    name: &str,
    shown: &Arc<Mutex<HashMap<Place, Shown>>>,
    heard: &Listener,
) -> zbus::Result<()> {
    let rule = zbus::MatchRule::builder().msg_type(Type::Signal).interface(SERVICE)?.path(PATH)?.build();
    let signals = MessageIterator::for_match_rule(rule, bus, None)?;
    let (name, shown, heard) = (name.to_owned(), shown.clone(), heard.clone());
    std::thread::spawn(move || {
        for signal in signals.into_iter().map_while(Result::ok) {
            let Some((id, what)) = told(&signal) else { continue };
            let place = {
                let shown = held(&shown);
                let found = shown.iter().find(|(_, shown)| shown.id == id);
                // A service that came to know it before this program wrote it down was asked for its usual number.
                found.map(|(place, shown)| (*place, shown.since)).or_else(|| {
                    Place::ALL.into_iter().find(|place| id_of(&name, *place) == id).map(|place| (place, None))
                })
            };
            let Some((place, since)) = place else { continue };
            let is_earlier = since.is_some_and(|since| signal.recv_position() < since);
            match what {
                Heard::Open if is_earlier => heard(place, Heard::OpenEarlier),
                Heard::Gone if is_earlier => {}
                what => heard(place, what),
            }
        }
    });
    Ok(())
}

/// Which notification a signal is about, and what was done with it.
fn told(signal: &zbus::Message) -> Option<(u32, Heard)> {
    let header = signal.header();
    match header.member()?.as_str() {
        "ActionInvoked" => {
            let (id, name) = signal.body().deserialize::<(u32, String)>().ok()?;
            Some((id, if name == "default" { Heard::Open } else { Heard::Button(name) }))
        }
        "NotificationClosed" => {
            let (id, _reason) = signal.body().deserialize::<(u32, u32)>().ok()?;
            Some((id, Heard::Gone))
        }
        _ => None,
    }
}

/// Asks the service to show it under that number; it may give it another.
fn notify(bus: &Connection, what: &Notification, id: u32) -> zbus::Result<Shown> {
    let call = |method: &'static str| (Some(SERVICE), PATH, Some(SERVICE), method);
    let (service, path, interface, method) = call("GetCapabilities");
    let abilities: Vec<String> =
        bus.call_method(service, path, interface, method, &())?.body().deserialize().unwrap_or_default();
    let body = if abilities.iter().any(|it| it == "body-markup") { escaped(&what.body) } else { what.body.clone() };
    // Pressing the notification itself; a button of this name beside it would be drawn twice by some services.
    let mut actions = vec!["default", "Open"];
    for (name, label) in &what.buttons {
        actions.extend([name.as_str(), *label]);
    }
    let hints: HashMap<&str, Value<'_>> = if what.sound {
        HashMap::from([("sound-name", Value::from("message-new-instant"))])
    } else {
        HashMap::from([("suppress-sound", Value::from(true))])
    };
    let (service, path, interface, method) = call("Notify");
    let asked = ("Kept", id, "kept", what.title.as_str(), body.as_str(), actions, hints, NEVER_EXPIRES);
    let reply = bus.call_method(service, path, interface, method, &asked)?;
    Ok(Shown { id: reply.body().deserialize()?, since: Some(reply.recv_position()) })
}

/// Whether nobody is there to show anything.
fn is_absence(error: &zbus::Error) -> bool {
    const NOBODY: [&str; 2] =
        ["org.freedesktop.DBus.Error.ServiceUnknown", "org.freedesktop.DBus.Error.NameHasNoOwner"];
    matches!(error, zbus::Error::MethodError(name, ..)
        if NOBODY.contains(&name.as_str()) || name.starts_with("org.freedesktop.DBus.Error.Spawn."))
}

/// People's words as text, for a service that reads markup.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The number to ask for, the same in every run of that office's program (FNV-1a). The highest bit keeps it away from the
/// small numbers services hand out.
fn id_of(name: &str, place: Place) -> u32 {
    let bytes = name.bytes().chain(format!(":{place:?}").into_bytes());
    bytes.fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)) | 0x8000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_every_office_has_a_number_of_its_own() {
        let mut ids: Vec<u32> = ["a", "b"].iter().flat_map(|name| Place::ALL.map(|place| id_of(name, place))).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), 2 * Place::ALL.len());
        assert_eq!(id_of("org.kept-desk.kept", Place::First), id_of("org.kept-desk.kept", Place::First));
    }

    #[test]
    fn what_looks_like_markup_is_shown_as_text() {
        assert_eq!(escaped("<b>Sousa & Sons</b>"), "&lt;b&gt;Sousa &amp; Sons&lt;/b&gt;");
    }
}
