//! What events of the office and its members say.

use super::Name;
use crate::{
    id::Id,
    time::{Day, Timestamp, Zone},
};
use serde::{Deserialize, Serialize};

/// What a member may do; see `roles`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The front desk.
    #[default]
    Reception,
    /// Sales people with a callback queue.
    Sales,
    /// Managers.
    Manager,
}

/// A member's role, backup and department; `None` leaves it as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RoleFacts {
    /// The role from now on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Who hears of what this member does not answer; [`Id::ZERO`]: nobody in particular.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub backup: Option<Id>,
    /// The department they work in; empty: none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
}

/// A member is away, from one moment to another. It takes the place of every absence of theirs that it touches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AwayFacts {
    /// The first moment.
    pub from: Timestamp,
    /// The first moment back; the same as `from`: they are not away after all.
    pub to: Timestamp,
    /// Who answers for what they owe meanwhile.
    pub backup: Id,
}

/// A member leaves; their open promises go to somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leaving {
    /// Who takes over.
    pub hand_to: Id,
}

/// Office settings; `None` leaves one as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct OfficeFacts {
    /// IANA zone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<Zone>,
    /// Region code of libphonenumber, for numbers typed without a country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// BCP 47 locale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// Opening hours in their canonical form; empty: always open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<String>,
    /// Country and subdivision whose holidays are kept; empty: none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holidays: Option<String>,
    /// Quiet hours in their canonical form; empty: off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quiet: Option<String>,
    /// The steps after a first announcement, in their canonical form; empty: those by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ladder: Option<String>,
    /// Days without a word from us after which a customer is listed; 0: never.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gone_quiet: Option<u32>,
}

/// The office's name; `None` leaves it as it is.
pub type OfficeWords = Name;

/// Times of its own for a day, or for each of several in a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayFacts {
    /// The day, or the first of them.
    pub first: Day,
    /// The last of them; the same as the first when not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Day>,
    /// Whether the same days of every year are meant.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub yearly: bool,
    /// The times in their canonical form: `closed`, `usual`, or `10:00-12:00,13:00-16:00`; `None` takes the days' own
    /// times away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<String>,
}
