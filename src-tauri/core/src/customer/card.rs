//! What is written about a customer, as it is stored and as it is put in.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Whether a customer is one human being or a firm, club or authority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "CustomerKind")]
pub enum Kind {
    /// A human being.
    #[default]
    Person,
    /// A firm, club or authority.
    Organization,
}

/// A postal address; empty parts are not known.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub struct Address {
    /// Street and number; several lines are separated by line feeds.
    pub street: String,
    /// Town.
    pub city: String,
    /// State, province or county.
    pub region: String,
    /// Postal code.
    pub postcode: String,
    /// Country, as written.
    pub country: String,
}

impl Address {
    /// Whether nothing of it is known.
    pub fn is_empty(&self) -> bool {
        [&self.street, &self.city, &self.region, &self.postcode, &self.country].iter().all(|part| part.is_empty())
    }
}

/// A phone number of a customer.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub struct Phone {
    /// The element's own id, so that two desks that each add a phone both keep theirs.
    pub id: String,
    /// E.164 with `+` and without extension, where the number could be read as one.
    pub e164: Option<String>,
    /// As it was typed or imported, to the letter.
    pub typed: String,
    /// What it is for: `mobile`, `work`; empty when not said.
    pub label: String,
    /// The extension, digits as typed; empty when there is none.
    pub extension: String,
}

/// An e-mail address of a customer.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub struct Email {
    /// The element's own id.
    pub id: String,
    /// The address as typed.
    pub address: String,
    /// What it is for; empty when not said.
    pub label: String,
}

/// Everything written about a customer, as the fold gives it. Empty text means not known.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub struct Card {
    /// Person or organisation.
    pub kind: Kind,
    /// The full name as it is shown.
    pub name: String,
    /// Given name or names.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// The firm the person belongs to.
    pub organization: String,
    /// The person's role there.
    pub title: String,
    /// Birthday, `1969-07-20` or without the year `--07-20`; or whatever was written.
    pub birthday: String,
    /// The language they speak, a BCP 47 tag like `pt`.
    pub language: String,
    /// When they like to be called, by the office's clock, written like opening hours: `mon-fri 17:00-24:00`.
    pub good_hours: String,
    /// Phones in the order they were added.
    pub phones: Vec<Phone>,
    /// E-mail addresses in the order they were added.
    pub emails: Vec<Email>,
    /// Postal address.
    pub address: Option<Address>,
    /// Tags, sorted, each once.
    pub tags: Vec<String>,
    /// Free fields by name, such as a plate.
    pub fields: BTreeMap<String, String>,
    /// What should be known before anything else.
    pub note: String,
    /// What they want, in their own words: `small Italian car, test drive`.
    pub interest: String,
    /// The department that serves it.
    pub department: String,
}

/// A phone as it is put in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(default, deny_unknown_fields)]
pub struct NewPhone {
    /// As typed, to the letter.
    pub typed: String,
    /// What it is for.
    pub label: String,
    /// Extension; one typed within the number is found there when this is empty.
    pub extension: String,
}

/// An e-mail address as it is put in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(default, deny_unknown_fields)]
pub struct NewEmail {
    /// The address as typed.
    pub address: String,
    /// What it is for.
    pub label: String,
}

/// A customer as put in, by hand or from a file. Empty text means not said.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(default, deny_unknown_fields)]
pub struct NewCustomer {
    /// Person or organisation.
    pub kind: Kind,
    /// The full name as it is to be shown.
    pub name: String,
    /// Given name or names.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// The firm the person belongs to.
    pub organization: String,
    /// The person's role there.
    pub title: String,
    /// Birthday.
    pub birthday: String,
    /// The language they speak, a BCP 47 tag.
    pub language: String,
    /// When they like to be called, written like opening hours, or `after 17:00`.
    pub good_hours: String,
    /// Phones.
    pub phones: Vec<NewPhone>,
    /// E-mail addresses.
    pub emails: Vec<NewEmail>,
    /// Postal address.
    pub address: Option<Address>,
    /// Tags.
    pub tags: Vec<String>,
    /// Free fields by name.
    pub fields: BTreeMap<String, String>,
    /// What should be known before anything else.
    pub note: String,
    /// What they want, in their own words.
    pub interest: String,
    /// The department that serves it.
    pub department: String,
}
