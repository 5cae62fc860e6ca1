//! One window for each office: a second start hands what it was started for to the first, and ends.
//!
//! The office's own lock stays the truth. Here only a desktop's convenience is at stake, so that whatever goes wrong the
//! window opens, and says itself where the office is open already.

use crate::args::Args;
use crate::arrival::{Arrival, Arrivals};
use crate::{bar, window};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Context, Emitter, Manager, Wry};

/// The name of the window on this office among all programs of the session: another office has another.
pub fn name_of(home: &Path) -> String {
    const APP: &str = "org.kept-desk.kept";
    let (home, usual) = (whole(home), whole(&kept_core::home::default_home()));
    if home == usual {
        return APP.to_owned();
    }
    let mut hasher = DefaultHasher::new();
    home.hash(&mut hasher);
    format!("{APP}.h{:016x}", hasher.finish())
}

/// The same for every way to write the path.
fn whole(home: &Path) -> std::path::PathBuf {
    home.canonicalize().unwrap_or_else(|_| home.to_owned())
}

/// The program under that name, where it goes by a name of its own: on Linux only what hands over does.
#[cfg(target_os = "linux")]
pub fn named(context: Context, _: &str) -> Context {
    context
}

/// The program under that name.
#[cfg(not(target_os = "linux"))]
pub fn named(mut context: Context, name: &str) -> Context {
    context.config_mut().identifier = name.to_owned();
    context
}

/// Hands over to the window that is open under that name, if there is one, and ends this program then.
pub fn plugin(name: &str) -> TauriPlugin<Wry> {
    let builder = tauri_plugin_single_instance::Builder::new().callback(|app, words, _| second_start(app, words));
    #[cfg(target_os = "linux")]
    let builder = builder.dbus_id(name);
    // Elsewhere it goes by the program's identifier, which is the name already.
    #[cfg(not(target_os = "linux"))]
    let _ = name;
    builder.build()
}

/// Somebody started Kept again: what they wanted is done here. Words that cannot be read want the window.
fn second_start(app: &AppHandle, words: Vec<String>) {
    let read = Args::read(words.into_iter().map(Into::into)).ok();
    if read.as_ref().is_some_and(|args| args.hidden() && args.arrival().is_none()) {
        return;
    }
    hand(app, read.and_then(|args| args.arrival()));
}

/// Shows what has come in; what asks for no window is only told to the page.
fn hand(app: &AppHandle, arrival: Option<Arrival>) {
    match arrival {
        Some(Arrival::Bar) => bar::summon(app),
        Some(arrival) if !arrival.is_shown() => tell(app, [arrival]),
        arrival => show(app, arrival),
    }
}

/// Brings the window forward, and lets the page show what has come in.
pub fn show(app: &AppHandle, arrival: impl IntoIterator<Item = Arrival>) {
    window::come_forward(app);
    tell(app, arrival);
}

fn tell(app: &AppHandle, arrival: impl IntoIterator<Item = Arrival>) {
    let Some(arrivals) = app.try_state::<Arrivals>() else { return };
    arrival.into_iter().for_each(|arrival| arrivals.push(arrival));
    // It fails only while the window is closing.
    let _ = app.emit("arrived", ());
}

/// How a start goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// What it was started for is done by the window that is open.
    #[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "there the plugin hands over"))]
    HandedOver,
    /// It opens the window, and later starts hand over to it.
    First,
    /// It opens the window, and no start hands over to it.
    #[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "there the plugin finds the other by itself"))]
    Alone,
}

/// Hands over to the window under that name, if one answers. A program that has the name and does not answer is ending or
/// hangs: it is given a moment to go.
///
/// The plugin would hand over too, but only once the desktop's library has begun: a program that ends there crashes now and
/// then, after it has handed over, and whoever started it hears of a failure.
#[cfg(target_os = "linux")]
pub fn start(name: &str) -> Start {
    use std::time::Duration;
    use zbus::blocking::{Connection, MessageIterator, connection::Builder, fdo::DBusProxy};

    /// How long an answer may take.
    const PATIENCE: Duration = Duration::from_secs(3);

    fn answers(bus: &Connection, name: &str) -> bool {
        bus.call_method(Some(name), "/", Some("org.freedesktop.DBus.Peer"), "Ping", &()).is_ok()
    }

    /// Says to the plugin of the other program what it says itself.
    fn hand_over(bus_name: &str) -> zbus::Result<()> {
        let path = format!("/{}", bus_name.replace('.', "/").replace('-', "_"));
        let words: Vec<String> = std::env::args_os().map(|word| word.to_string_lossy().into_owned()).collect();
        let place = std::env::current_dir().unwrap_or_default().to_string_lossy().into_owned();
        let bus = Connection::session()?;
        bus.call_method(Some(bus_name), path, Some("org.SingleInstance.DBus"), "ExecuteCallback", &(words, place))?;
        Ok(())
    }

    let bus_name = format!("{name}.SingleInstance");
    let look = || -> zbus::Result<Start> {
        let bus = Builder::session()?.method_timeout(PATIENCE).build()?;
        let dbus = DBusProxy::new(&bus)?;
        // Listened for before it is looked at, so that a going in between is heard.
        let rule = zbus::MatchRule::builder()
            .msg_type(zbus::message::Type::Signal)
            .sender("org.freedesktop.DBus")?
            .member("NameOwnerChanged")?
            .arg(0, bus_name.as_str())?
            .build();
        let gone = MessageIterator::for_match_rule(rule, &bus, None)?;
        if !dbus.name_has_owner(bus_name.as_str().try_into()?)? {
            return Ok(Start::First);
        }
        if answers(&bus, &bus_name) {
            // One that ends in this very moment leaves its place to this one.
            return Ok(hand_over(&bus_name).map_or(Start::First, |()| Start::HandedOver));
        }
        let (heard, waiting) = std::sync::mpsc::channel();
        std::thread::spawn(move || heard.send(gone.into_iter().next().is_some()));
        Ok(if waiting.recv_timeout(PATIENCE).unwrap_or(false) { Start::First } else { Start::Alone })
    };
    look().unwrap_or_else(|error| {
        tracing::info!(%error, "no session bus: other windows cannot be asked");
        Start::Alone
    })
}

/// Elsewhere the plugin hands over, and notices by itself where it cannot.
#[cfg(not(target_os = "linux"))]
pub fn start(_: &str) -> Start {
    Start::First
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_office_has_a_window_of_its_own() {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        assert_ne!(name_of(one.path()), name_of(other.path()));
        assert_eq!(name_of(one.path()), name_of(&one.path().join(".")));
        assert_eq!(name_of(&kept_core::home::default_home()), "org.kept-desk.kept");
    }
}
