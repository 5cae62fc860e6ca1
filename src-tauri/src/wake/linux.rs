//! Linux: logind, on the system bus.

use kept_host::Host;
use std::sync::{Arc, Weak};
use zbus::blocking::{Connection, MessageIterator};
use zbus::message::Type;

const LOGIND: &str = "org.freedesktop.login1";

/// Listens on a thread of its own, for as long as the bus and the host are there.
pub fn heed(host: &Arc<Host>) {
    let host = Arc::downgrade(host);
    std::thread::spawn(move || {
        if let Err(error) = listen(&host) {
            tracing::info!(%error, "the system does not tell when somebody is back");
        }
    });
}

fn listen(host: &Weak<Host>) -> zbus::Result<()> {
    let bus = Connection::system()?;
    let rule = zbus::MatchRule::builder().msg_type(Type::Signal).sender(LOGIND)?.build();
    for signal in MessageIterator::for_match_rule(rule, &bus, None)? {
        let Some(why) = reason(&signal?) else { continue };
        let Some(host) = host.upgrade() else { return Ok(()) };
        tracing::info!(why, "the bell looks at once");
        host.nudge();
    }
    Ok(())
}

/// Why somebody may be back, where the signal says so.
fn reason(signal: &zbus::Message) -> Option<&'static str> {
    let header = signal.header();
    match (header.interface()?.as_str(), header.member()?.as_str()) {
        // True when it is about to sleep, false when it is back.
        ("org.freedesktop.login1.Manager", "PrepareForSleep") => {
            (!signal.body().deserialize::<bool>().ok()?).then_some("the computer slept")
        }
        ("org.freedesktop.login1.Session", "Unlock") => Some("the screen was unlocked"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(interface: &str, member: &str, body: bool) -> Option<&'static str> {
        let signal = zbus::Message::signal("/org/freedesktop/login1", interface, member).unwrap();
        reason(&signal.build(&body).unwrap())
    }

    #[test]
    fn coming_back_is_a_reason_to_look_and_going_is_none() {
        assert!(said("org.freedesktop.login1.Manager", "PrepareForSleep", false).is_some());
        assert!(said("org.freedesktop.login1.Manager", "PrepareForSleep", true).is_none());
        assert!(said("org.freedesktop.login1.Session", "Unlock", true).is_some());
        assert!(said("org.freedesktop.login1.Session", "Lock", true).is_none());
        assert!(said("org.freedesktop.login1.Manager", "SessionNew", false).is_none());
    }
}
