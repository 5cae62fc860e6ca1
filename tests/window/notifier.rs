//! A notification service of the test's own: it writes down what it is asked, and does to whoever asks what no real one would
//! do on demand.

use crate::desktop::Desktop;
use std::collections::HashMap;
use std::process::Command;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use zbus::zvariant::OwnedValue;
use zbus::{Connection, connection, fdo, interface};

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// What it does when it is asked to show something.
#[derive(Debug, Clone)]
pub enum Manner {
    /// Shows it.
    Takes,
    /// Says no.
    Refuses,
    /// Never answers.
    Hangs,
    /// Shows it, and ends the program of that number before it can hear of that.
    Kills(String),
}

/// What it was asked to show.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The number it was asked to show it under.
    pub id: u32,
    /// The title.
    pub title: String,
    /// Whether it was asked to be heard.
    pub sound: bool,
}

/// The service. It goes when this is dropped.
pub struct Notifier {
    bus: Connection,
    seen: Arc<Mutex<Seen>>,
}

struct Seen {
    manner: Manner,
    asked: Vec<Asked>,
    withdrawn: Vec<u32>,
}

struct Service(Arc<Mutex<Seen>>);

#[interface(name = "org.freedesktop.Notifications")]
impl Service {
    fn get_capabilities(&self) -> Vec<String> {
        vec!["actions".into(), "body".into()]
    }

    fn get_server_information(&self) -> (String, String, String, String) {
        ("the test's".into(), "Kept".into(), "1".into(), "1.2".into())
    }

    #[expect(clippy::too_many_arguments, reason = "the protocol's")]
    async fn notify(
        &self,
        _app: String,
        id: u32,
        _icon: String,
        title: String,
        _body: String,
        _actions: Vec<String>,
        hints: HashMap<String, OwnedValue>,
        _timeout: i32,
    ) -> fdo::Result<u32> {
        let manner = {
            let mut seen = held(&self.0);
            seen.asked.push(Asked { id, title, sound: hints.contains_key("sound-name") });
            seen.manner.clone()
        };
        match manner {
            Manner::Takes => Ok(id),
            Manner::Refuses => Err(fdo::Error::Failed("not now".into())),
            Manner::Hangs => std::future::pending().await,
            Manner::Kills(pid) => {
                let killed = Command::new("kill").args(["-s", "KILL", &pid]).status();
                assert!(killed.is_ok_and(|status| status.success()), "kill {pid}");
                std::future::pending().await
            }
        }
    }

    fn close_notification(&self, id: u32) {
        held(&self.0).withdrawn.push(id);
    }
}

impl Notifier {
    /// Takes the place of the desktop's notification service.
    pub async fn start(desktop: &Desktop, manner: Manner) -> Notifier {
        let seen = Arc::new(Mutex::new(Seen { manner, asked: Vec::new(), withdrawn: Vec::new() }));
        let bus = connection::Builder::address(desktop.bus())
            .and_then(|bus| bus.name(NAME))
            .and_then(|bus| bus.serve_at(PATH, Service(seen.clone())))
            .expect("a notification service can be made");
        Notifier { bus: bus.build().await.expect("the notification service is on the bus"), seen }
    }

    /// What it does from now on.
    pub fn now(&self, manner: Manner) {
        held(&self.seen).manner = manner;
    }

    /// What it was asked to show so far.
    pub fn asked(&self) -> Vec<Asked> {
        held(&self.seen).asked.clone()
    }

    /// What it was asked to take away so far.
    pub fn withdrawn(&self) -> Vec<u32> {
        held(&self.seen).withdrawn.clone()
    }

    /// Tells everybody that a person pressed that.
    pub async fn press(&self, id: u32, name: &str) {
        self.bus.emit_signal(None::<&str>, PATH, NAME, "ActionInvoked", &(id, name)).await.expect("it is told");
    }
}

/// Whether a notification service answers on that desktop.
pub async fn answers(desktop: &Desktop) -> Option<()> {
    let bus = connection::Builder::address(desktop.bus()).ok()?.build().await.ok()?;
    bus.call_method(Some(NAME), PATH, Some(NAME), "GetServerInformation", &()).await.ok().map(drop)
}

fn held(seen: &Mutex<Seen>) -> MutexGuard<'_, Seen> {
    seen.lock().unwrap_or_else(PoisonError::into_inner)
}
