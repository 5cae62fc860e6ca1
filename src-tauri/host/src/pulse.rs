//! How the bell itself is doing, for the window to say where it is not: when it last looked, what it could not read, and
//! whether the desktop takes what it announces. It is told without asking the office, so that it can be told when the office
//! or the bell hangs.

use crate::front::Announced;
use kept_core::desk::Desk;
use kept_core::time::Timestamp;
use serde::Serialize;
use serde_json::{Value, json};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// After so many seconds without a look the bell is stuck.
const STUCK_AFTER: u32 = 60;

/// The most promises that are named because they cannot be read.
const MOST_NAMED: usize = 20;

/// What is known of the bell.
#[derive(Debug, Default)]
pub(crate) struct Pulse(Mutex<BellState>);

/// The bell as the window is told of it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct BellState {
    /// When it last looked at everything there is.
    pub looked_at: Option<Timestamp>,
    /// Whether it has not looked for a minute although the office is open.
    pub stuck: bool,
    /// Until when somebody has stopped it.
    pub paused_until: Option<Timestamp>,
    /// Promises whose reminders cannot be read.
    pub unread: Vec<Unread>,
    /// What the desktop does with what is announced.
    pub service: Service,
    /// Until when quiet hours keep something back.
    pub quiet_until: Option<Timestamp>,
    /// Seconds in which the program ran and the bell did not look. Sleep and a stopped program are none.
    #[serde(skip)]
    silent: u32,
}

/// A promise whose reminder cannot be read, and what can be said of it all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unread {
    /// Its id, or what is left of that.
    pub id: String,
    /// The customer's name.
    pub customer: Option<String>,
    /// What was promised.
    pub text: Option<String>,
    /// When it is due.
    pub due_at: Option<String>,
}

/// What the desktop did with the last announcement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Service {
    /// It took it.
    Takes,
    /// It refused, or did not answer.
    Refuses,
    /// There is no service.
    None,
    /// Nothing was announced yet.
    #[default]
    Unknown,
}

impl Pulse {
    /// The bell as it is.
    pub(crate) fn state(&self) -> BellState {
        self.held().clone()
    }

    /// The bell has looked.
    pub(crate) fn beat(&self, at: Timestamp) {
        let mut held = self.held();
        held.looked_at = Some(at);
        held.silent = 0;
        held.stuck = false;
    }

    /// Another second has passed in which the program ran.
    pub(crate) fn second(&self, is_open: bool) {
        let mut held = self.held();
        held.silent = if is_open { held.silent.saturating_add(1) } else { 0 };
        let is_stuck = held.silent >= STUCK_AFTER;
        if is_stuck && !held.stuck {
            tracing::error!("the bell has not looked for a minute");
        }
        held.stuck = is_stuck;
    }

    /// What a look could not read, and until when quiet hours keep something back.
    pub(crate) fn read(&self, desk: &Desk, unread: Vec<String>, quiet_until: Option<Timestamp>) {
        let unread = unread.into_iter().take(MOST_NAMED).map(|id| said_of(desk, id)).collect();
        let mut held = self.held();
        held.unread = unread;
        held.quiet_until = quiet_until;
    }

    /// Until when somebody has stopped it.
    pub(crate) fn paused(&self, until: Option<Timestamp>) {
        self.held().paused_until = until;
    }

    /// What came of an announcement.
    pub(crate) fn announced(&self, what: Announced) {
        self.held().service = match what {
            Announced::Taken => Service::Takes,
            Announced::Refused | Announced::Unanswered => Service::Refuses,
            Announced::NoDesktop => Service::None,
        };
    }

    fn held(&self) -> MutexGuard<'_, BellState> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What the rest of the office still says of that promise.
fn said_of(desk: &Desk, id: String) -> Unread {
    let shown = kept_core::api::call(desk, "promise_show", json!({ "id": id })).map(|reply| reply.value);
    let shown = shown.unwrap_or_default();
    let text = |name: &str| shown.get(name).and_then(Value::as_str).map(str::to_owned);
    Unread { customer: text("customer_name"), text: text("text"), due_at: text("due_at"), id }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bell_is_stuck_after_a_minute_without_a_look_in_which_the_program_ran() {
        let pulse = Pulse::default();
        let at: Timestamp = "2026-03-02T09:00:00Z".parse().unwrap();
        pulse.beat(at);
        (1..60).for_each(|_| pulse.second(true));
        assert!(!pulse.state().stuck);
        pulse.second(true);
        assert!(pulse.state().stuck);
        pulse.beat(at.plus_ms(60_000));
        assert!(!pulse.state().stuck && pulse.state().looked_at == Some(at.plus_ms(60_000)));
    }

    #[test]
    fn without_an_open_office_there_is_nothing_to_look_at() {
        let pulse = Pulse::default();
        (0..200).for_each(|_| pulse.second(false));
        assert!(!pulse.state().stuck);
    }
}
