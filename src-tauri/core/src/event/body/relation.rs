//! What the event says by which two customers belong together.

use crate::id::Id;
use serde::{Deserialize, Serialize};

/// What the other one is to a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum RelationKind {
    /// Of the same household.
    #[default]
    Household,
    /// Husband, wife, partner.
    Partner,
    /// Mother or father.
    Parent,
    /// Daughter or son.
    Child,
    /// Whom the customer works for.
    Employer,
    /// Who works for the customer.
    Employee,
    /// Something else, in words.
    Other,
}

impl RelationKind {
    /// The same seen from the other one.
    pub fn seen_back(self) -> RelationKind {
        match self {
            RelationKind::Parent => RelationKind::Child,
            RelationKind::Child => RelationKind::Parent,
            RelationKind::Employer => RelationKind::Employee,
            RelationKind::Employee => RelationKind::Employer,
            RelationKind::Household | RelationKind::Partner | RelationKind::Other => self,
        }
    }
}

/// How two customers belong together; `None` leaves it as it is. The first event about a relation names the other one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RelationFacts {
    /// The other customer; the first is the event's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other: Option<Id>,
    /// What the other is to the event's customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relation: Option<RelationKind>,
    /// Whether the event's customer may speak for the other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub may_speak: Option<bool>,
    /// Whether the other may speak for the event's customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub may_be_spoken_for: Option<bool>,
    /// Whether it has ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<bool>,
}

/// What a relation of another sort is called; `None` leaves it as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RelationWords {
    /// In the member's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub called: Option<String>,
}
