//! What a write changed: screens reload that.

use crate::id::Id;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What is no longer as it was.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
pub struct Change {
    /// Customers whose card or timeline changed; not counted out when there are very many.
    pub customers: BTreeSet<Id>,
    /// Whether a promise changed, and with it queue and counts.
    pub promises: bool,
    /// Whether settings or members changed.
    pub office: bool,
    /// Whether everything should be read again.
    pub everything: bool,
}

/// More customers than this are everything.
const MANY: usize = 200;

impl Change {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        *self == Change::default()
    }

    /// Adds what another write changed.
    pub(crate) fn add(&mut self, other: Change) {
        self.customers.extend(other.customers);
        self.promises |= other.promises;
        self.office |= other.office;
        self.everything |= other.everything;
        self.keep_few();
    }

    /// Notes that an event of this kind about this customer was written.
    pub(crate) fn note(&mut self, kind: &str, customer: Id) {
        self.promises |= kind.starts_with("promise_") || kind.starts_with("handover_") || kind == "retracted";
        if customer == Id::ZERO {
            self.office = true;
        } else {
            self.customers.insert(customer);
        }
        self.keep_few();
    }

    fn keep_few(&mut self) {
        if self.customers.len() > MANY {
            self.customers.clear();
            self.everything = true;
        }
    }
}

/// The value of a write, and what it changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written<T> {
    /// What the write answers.
    pub value: T,
    /// What is no longer as it was.
    pub change: Change,
}
