//! The bell: announces what falls due, when it falls due.
//!
//! It asks the core what is due now, announces it, and waits for the next due moment, a change, or 15 s, whichever comes
//! first: a wait does not count the time a computer sleeps, so none is long. What fell due while Kept was closed is
//! announced by the first round. An attempt is recorded before and a success after, so that a crash between the two
//! repeats the announcement, under the same key. Nothing that goes wrong with one notice keeps another from being told,
//! and nothing at all ends the bell.

use crate::Host;
use crate::front::Announced;
use crate::host::Nudge;
use kept_core::desk::Desk;
use kept_core::error::Result;
use kept_core::reminder::Notice;
use kept_core::time::Timestamp;
use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

/// The longest wait, in milliseconds.
const LONGEST_MS: i64 = 15_000;

/// Rings until told to stop.
pub(crate) fn attend(host: &Arc<Host>, nudges: &Receiver<Nudge>) {
    // Announcements the desktop did not take: said in the window once, tried again on the desktop each round.
    let mut unheard = HashSet::new();
    loop {
        let looked = catch_unwind(AssertUnwindSafe(|| look(host, &mut unheard)));
        let wait_ms = looked.unwrap_or_else(|_| {
            tracing::error!("a fault ended a round of the bell");
            LONGEST_MS
        });
        let wait = Duration::from_millis(wait_ms.clamp(0, LONGEST_MS).unsigned_abs());
        match nudges.recv_timeout(wait) {
            Ok(Nudge::Stop) | Err(RecvTimeoutError::Disconnected) => return,
            Ok(Nudge::Look) => {
                // Many changes at once are one reason to look.
                if nudges.try_iter().any(|nudge| nudge == Nudge::Stop) {
                    return;
                }
            }
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
}

/// One look at what was due as it began, and how long to wait for the next, in milliseconds.
fn look(host: &Arc<Host>, unheard: &mut HashSet<String>) -> i64 {
    let Some(desk) = host.desk_if_open() else { return LONGEST_MS };
    let now = host.now();
    match round(host, &desk, unheard, now) {
        Ok(wait_ms) => {
            host.pulse().beat(now);
            wait_ms
        }
        Err(error) => {
            tracing::warn!(code = error.code.name(), "the bell could not look");
            LONGEST_MS
        }
    }
}

/// Announces what is due at `now`, and says how long to wait, in milliseconds.
fn round(host: &Arc<Host>, desk: &Desk, unheard: &mut HashSet<String>, now: Timestamp) -> Result<i64> {
    let ring = desk.ring(now)?;
    let (mut news, mut untaken) = (Vec::new(), Vec::new());
    let (mut may_sound, mut is_mute) = (ring.may_sound, false);
    for notice in ring.notices {
        // Where it cannot be recorded, as on a full disk, it is announced still, and again in the next round.
        noted("an attempt", desk.record_attempt(&notice, now));
        let announced = if is_mute { Announced::Unanswered } else { announce(host, &notice, may_sound) };
        if announced == Announced::Taken {
            noted("what was shown", record_shown(host, desk, &notice, now));
            may_sound = false;
            unheard.remove(&notice.key);
            news.push(notice);
        } else {
            // One that does not answer is not asked again in this round: the others would wait as long.
            is_mute |= announced == Announced::Unanswered;
            untaken.push(notice);
        }
    }
    let shown = tell_in_the_window(host, news, untaken, unheard);
    for notice in &shown {
        noted("what the window showed", record_shown(host, desk, notice, now));
    }
    host.pulse().read(desk, ring.unread, desk.held_back_until(now)?);
    host.look_for_a_pause();
    host.front().looked(host);
    Ok(ring.next_at.map_or(LONGEST_MS, |next| next.since_ms(host.now())))
}

/// Says in the window what the desktop took, and what it did not. Gives what only the window has shown: nobody sees it there
/// unless the window itself is to be seen.
fn tell_in_the_window(
    host: &Arc<Host>,
    mut news: Vec<Notice>,
    untaken: Vec<Notice>,
    unheard: &mut HashSet<String>,
) -> Vec<Notice> {
    let front = host.front();
    let is_in_sight = !untaken.is_empty() && front.is_in_sight();
    let mut shown = Vec::new();
    let mut is_new = false;
    for notice in untaken {
        let first = unheard.insert(notice.key.clone());
        if first {
            tracing::warn!(key = notice.key, "the desktop did not take a notification");
        }
        is_new |= first;
        if is_in_sight {
            unheard.remove(&notice.key);
            shown.push(notice.clone());
        }
        if first || is_in_sight {
            news.push(notice);
        }
    }
    if !news.is_empty() {
        front.rang(&news);
    }
    if is_new {
        front.ask_for_attention();
    }
    shown
}

/// Announces one notice. A fault in doing so is as if it had been refused.
fn announce(host: &Arc<Host>, notice: &Notice, sound: bool) -> Announced {
    let announced = catch_unwind(AssertUnwindSafe(|| host.front().announce(host, notice, sound)));
    let announced = announced.unwrap_or_else(|_| {
        tracing::error!(key = notice.key, "a fault while a notification was shown");
        Announced::Refused
    });
    host.pulse().announced(announced);
    announced
}

/// Records that it was shown, and says so where the log has changed by it.
fn record_shown(host: &Arc<Host>, desk: &Desk, notice: &Notice, at: Timestamp) -> Result<()> {
    let change = desk.record_shown(notice, at)?;
    if !change.is_empty() {
        host.changed(&change);
    }
    Ok(())
}

/// What could not be recorded is said in the log; it is tried again in the next round.
fn noted(what: &str, done: Result<()>) {
    if let Err(error) = done {
        tracing::warn!(code = error.code.name(), what, "the bell could not record");
    }
}
