//! Drafts: what is half-typed, kept at this desk until it is saved or thrown away.
//!
//! They are nobody's history: never in the log, never shared, never searched. Each member has their own, and no role keeps
//! anybody from them. What a draft's text means is the window's business; here it is opaque.

mod list;
mod put;

use crate::{desk::Desk, id::Id, time::Timestamp};
use serde::Serialize;

/// Something half-typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Draft {
    /// What it is a draft of, in the window's words.
    pub key: String,
    /// What was typed, as the window wrote it.
    pub value: String,
    /// When it was last put.
    #[ts(type = "string")]
    pub saved_at: Timestamp,
}

/// The longest key, in bytes.
const LONGEST_KEY: usize = 200;
/// The longest value, in bytes: an entry of the greatest length in any script, with what stands around it.
const LONGEST_VALUE: usize = 512 * 1024;
/// The most drafts of one member. Beyond it the oldest goes: it was left lying longest.
const MOST: u32 = 200;

impl Desk {
    /// Whose drafts are meant: those of whoever is signed in, or nobody's.
    fn draft_owner(&self) -> Id {
        self.member().map_or(Id::ZERO, |member| member.id)
    }
}
