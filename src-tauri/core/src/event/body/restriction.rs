//! What a mark not to contact a customer says, and what lifts it.

use crate::id::Id;
use serde::{Deserialize, Serialize};

/// A way of reaching a customer that can be forbidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// By telephone.
    Call,
    /// By e-mail.
    Email,
    /// On paper.
    Letter,
    /// SMS, chat, messenger.
    Message,
}

impl Channel {
    /// Every channel, in the order in which they are named.
    pub const ALL: [Channel; 4] = [Channel::Call, Channel::Email, Channel::Letter, Channel::Message];
}

/// Which ways are forbidden from now on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RestrictionFacts {
    /// None of these any more.
    pub channels: Vec<Channel>,
}

/// Which marks are lifted, and for which ways. A mark that is not named stands: one made elsewhere meanwhile is not lifted
/// by somebody who had not seen it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AllowanceFacts {
    /// These again.
    pub channels: Vec<Channel>,
    /// The marks that are lifted for them.
    pub marks: Vec<Id>,
}
