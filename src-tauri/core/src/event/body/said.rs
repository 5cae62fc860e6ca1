//! What several kinds of events say: a text, a reason, a name, or nothing.

use serde::{Deserialize, Serialize};

/// No facts, or no words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Nothing {}

/// What somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Text {
    /// To the letter.
    pub text: String,
}

/// Why something was done; empty when not said.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Reason {
    /// In the member's words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// What showed that a promise was kept; empty when not said.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Evidence {
    /// In the member's words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub evidence: String,
}

/// A name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Name {
    /// As typed; `None` leaves it as it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}
