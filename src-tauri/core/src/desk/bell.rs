//! What the bell remembers between two looks, so that the next one costs little. It is never needed: without it everything
//! is looked at.

use super::{Desk, held};
use crate::{
    id::Id,
    time::{MINUTE_MS, Timestamp},
};

/// What the bell remembers.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct BellMemory {
    /// When it last looked; `None` before the first look.
    pub(crate) last_at: Option<Timestamp>,
    /// The latest of the office's own events it went by.
    pub(crate) office: Option<Id>,
    /// When somebody next goes away or comes back, as of the last look.
    pub(crate) edge: Option<Timestamp>,
    /// The opening at which nothing is left to tell.
    pub(crate) opening: Option<Timestamp>,
    /// When it was last heard.
    pub(crate) sounded_at: Option<Timestamp>,
}

impl BellMemory {
    /// Whether what was noted about when to look again does not hold any more: at the first look, when the clock was put
    /// back, or when settings or people changed.
    pub(crate) fn is_outdated(&self, office: Option<Id>, now: Timestamp) -> bool {
        self.last_at.is_none_or(|last| now < last) || self.office != office || self.edge.is_some_and(|edge| edge <= now)
    }

    /// Whether it may be heard: not twice within a minute, whatever the clock does.
    pub(crate) fn may_sound(&self, now: Timestamp) -> bool {
        self.sounded_at.is_none_or(|last| !(0..MINUTE_MS).contains(&now.since_ms(last)))
    }
}

impl Desk {
    pub(crate) fn bell_memory(&self) -> BellMemory {
        *held(&self.bell)
    }

    pub(crate) fn set_bell_memory(&self, memory: BellMemory) {
        *held(&self.bell) = memory;
    }

    /// This installation.
    pub(crate) fn id(&self) -> Id {
        self.id
    }
}
