//! The bell: announces what falls due, when it falls due.
//!
//! It asks the core what is due now, announces it, and waits for the next due moment, a change, or 15 s, whichever comes
//! first: a wait does not count the time a computer sleeps, so none is long. What fell due while Kept was closed is
//! announced by the first round. An attempt is recorded before and a success after, so that a crash between the two
//! repeats the announcement, under the same key.

use crate::Host;
use crate::host::Nudge;
use kept_core::desk::Desk;
use kept_core::error::Result;
use std::collections::HashSet;
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
        let looked = host.desk_if_open().map_or(Ok(LONGEST_MS), |desk| round(host, &desk, &mut unheard));
        let wait_ms = looked.unwrap_or_else(|error| {
            tracing::warn!(code = error.code.name(), "the bell could not look");
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

/// Announces what is due now, and says how long to wait, in milliseconds.
fn round(host: &Arc<Host>, desk: &Desk, unheard: &mut HashSet<String>) -> Result<i64> {
    let now = host.now();
    let ring = desk.ring(now)?;
    let mut news = Vec::new();
    for notice in ring.notices {
        desk.record_attempt(&notice, now)?;
        if host.front().announce(host, &notice) {
            desk.record_shown(&notice, now)?;
            unheard.remove(&notice.key);
            news.push(notice);
        } else if unheard.insert(notice.key.clone()) {
            tracing::warn!(key = notice.key, "the desktop did not take a notification");
            news.push(notice);
        }
    }
    if !news.is_empty() {
        host.front().rang(&news);
    }
    host.front().looked(host);
    Ok(ring.next_at.map_or(LONGEST_MS, |next| next.since_ms(host.now())))
}
