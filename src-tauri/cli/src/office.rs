//! `office`: the settings of the office.

use crate::{
    look::Look,
    output::Answer,
    session::Session,
    table::{Rows, text},
};
use clap::{Subcommand, ValueEnum};
use kept_core::error::Result;
use serde_json::{Value, json};

/// What can be done with settings.
#[derive(Debug, Subcommand)]
pub enum Office {
    /// Show the settings
    Show,
    /// Change a setting
    Set {
        /// Which
        key: Key,
        /// What it is to be; "" empties what may be empty
        #[arg(allow_negative_numbers = true)]
        value: String,
    },
}

/// A setting.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Key {
    /// The office's name
    Name,
    /// IANA time zone, like Europe/Berlin
    Zone,
    /// Region for numbers typed without a country, like DE
    Region,
    /// BCP 47 locale, like de-DE
    Locale,
    /// Opening hours, like "mon-fri 08:00-12:00,13:00-18:00; sat 09:00-13:00"
    Hours,
    /// Country, or country-subdivision, whose holidays are kept
    Holidays,
    /// Quiet hours, like 20:00-08:00, or off
    Quiet,
}

impl Office {
    /// Does it.
    pub fn run(self, session: &Session) -> Result<Answer> {
        let value = match self {
            Office::Show => session.call("office_show", json!({})),
            Office::Set { key, value } => {
                let key = key.to_possible_value().map(|key| key.get_name().to_owned()).unwrap_or_default();
                session.call("office_change", json!({ key: value }))
            }
        }?;
        Ok(session.answer(value, show))
    }
}

fn show(value: &Value, look: &Look) -> String {
    let mut rows = Rows::titled(&["Setting", "Value"], look);
    for key in Key::value_variants().iter().filter_map(ValueEnum::to_possible_value) {
        rows.add(&[key.get_name().to_owned(), text(value, key.get_name())], false);
    }
    rows.finish("")
}
