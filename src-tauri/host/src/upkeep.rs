//! What is done beside the work: other programs' writes are noticed, and the index, the log and the day's backup are
//! tended when nobody waits.

use crate::Host;
use crate::host::Nudge;
use kept_core::desk::Desk;
use kept_core::error::Result;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

/// How often other programs' writes are looked for: the window shows them within a second.
const ROUND: Duration = Duration::from_millis(500);

/// After so many rounds the day's backup is thought of: once a minute.
const ROUNDS_TO_BACKUP: u32 = 120;

/// Tends the office until told to stop.
pub(crate) fn attend(host: &Arc<Host>, nudges: &Receiver<Nudge>) {
    let mut rounds = Rounds { untidy: true, to_backup: 0 };
    loop {
        let taken = match host.desk_if_open() {
            Some(desk) => rounds.take(host, &desk),
            // An office that is not open is tended once it is: its opening nudges.
            None => {
                rounds.untidy = false;
                Ok(())
            }
        };
        if let Err(error) = taken {
            tracing::warn!(code = error.code.name(), "the office could not be tended");
            rounds.untidy = false;
        }
        let wait = if rounds.untidy { Duration::ZERO } else { ROUND };
        match nudges.recv_timeout(wait) {
            Ok(Nudge::Stop) | Err(RecvTimeoutError::Disconnected) => return,
            Ok(Nudge::Look) => {
                if nudges.try_iter().any(|nudge| nudge == Nudge::Stop) {
                    return;
                }
                rounds.untidy = true;
            }
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
}

/// What is left to do.
struct Rounds {
    /// Whether something was written that upkeep has not followed yet.
    untidy: bool,
    /// Rounds until the day's backup is thought of.
    to_backup: u32,
}

impl Rounds {
    /// One look at what others wrote, and one step of upkeep.
    fn take(&mut self, host: &Arc<Host>, desk: &Desk) -> Result<()> {
        if let Some(change) = desk.poll_writes()? {
            self.untidy = true;
            host.changed(&change);
        }
        if self.untidy {
            self.untidy = desk.idle()?;
            return Ok(());
        }
        self.to_backup = match self.to_backup {
            0 => {
                desk.daily_backup()?;
                ROUNDS_TO_BACKUP
            }
            rounds => rounds - 1,
        };
        Ok(())
    }
}
