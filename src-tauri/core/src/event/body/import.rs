//! What an import, and taking something back, say.

use crate::id::Id;
use serde::{Deserialize, Serialize};

/// What is taken back: one event, or all of one import.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Retraction {
    /// The event taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Id>,
    /// The import taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub batch: Option<Id>,
    /// Customers of that import who stay, because more happened with them since.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<Id>,
}

/// How much an import read; what it added and changed is told by its events.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportFacts {
    /// Cards and rows read.
    pub read: u64,
    /// Rows left out.
    pub skipped: u64,
}

/// The names of the imported files.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportWords {
    /// Without their folders.
    pub files: Vec<String>,
}
