//! What events of a customer say: who they are and how they are reached.

use super::{Address, CustomerKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What kind of customer; `None` leaves it as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CustomerFacts {
    /// Person or organisation.
    pub kind: CustomerKind,
    /// Digest of the imported card or row, by which the same one is known again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// A phone as it was put in and read then.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PhoneWords {
    /// As typed.
    pub typed: String,
    /// E.164 as read with the region of that day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub e164: Option<String>,
    /// What it is for.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Extension.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub extension: String,
}

/// An e-mail address as it was put in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct EmailWords {
    /// As typed.
    pub address: String,
    /// What it is for.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub label: String,
}

/// What was written about a new customer.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CustomerWords {
    /// Full name.
    pub name: String,
    /// Given name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub given_name: String,
    /// Family name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub family_name: String,
    /// Firm.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub organization: String,
    /// Role there.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Birthday.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub birthday: String,
    /// Language they speak, as a tag.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub language: String,
    /// When they like to be called.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub good_hours: String,
    /// Phones; the n-th is the element `<event>.p<n>`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<PhoneWords>,
    /// E-mails; the n-th is the element `<event>.e<n>`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<EmailWords>,
    /// Address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// Tags; the n-th is the element `<event>.t<n>`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Free fields.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, String>,
    /// Note.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// What they want, in their own words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub interest: String,
    /// The department that serves it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub department: String,
}

/// Facts of a change: which elements were taken away.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CustomerChangedFacts {
    /// Person or organisation from now on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<CustomerKind>,
    /// Elements (phones, e-mails, tags) taken away.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<String>,
    /// Digest of the imported card or row, by which the same one is known again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// Words of a change: `None` leaves a field as it is, empty text empties it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CustomerChangedWords {
    /// Full name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Given name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given_name: Option<String>,
    /// Family name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family_name: Option<String>,
    /// Firm.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    /// Role there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Birthday.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub birthday: Option<String>,
    /// Language they speak, as a tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// When they like to be called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub good_hours: Option<String>,
    /// Phones added.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<PhoneWords>,
    /// E-mails added.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<EmailWords>,
    /// Address from now on; one without any part empties it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// Tags added.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Free fields set; an empty value takes one away.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, String>,
    /// Note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What they want, in their own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interest: Option<String>,
    /// The department that serves it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
}
