//! Changing the office's settings.

use super::check_name;
use crate::{
    desk::{Desk, New, Subject, Written},
    error::{Error, Result},
    event::{Body, Name, OfficeFacts},
    fold::OfficeSettings,
    hours::{Hours, Quiet},
    id::Id,
    language, phone,
    reminder::Ladder,
    roles::Action,
    time::Zone,
};
use serde::Deserialize;

/// Settings to be changed; what is not said stays as it is, empty text empties.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, ts_rs::TS)]
#[serde(default, deny_unknown_fields)]
pub struct OfficeChange {
    /// The office's name.
    pub name: Option<String>,
    /// IANA zone.
    pub zone: Option<String>,
    /// Region for phone numbers typed without a country.
    pub region: Option<String>,
    /// BCP 47 locale.
    pub locale: Option<String>,
    /// Opening hours: `mon-fri 08:00-12:00,13:00-18:00; sat 09:00-13:00`; empty: always open.
    pub hours: Option<String>,
    /// `country` or `country-subdivision` whose holidays are kept; empty: none.
    pub holidays: Option<String>,
    /// Quiet hours: `20:00-08:00`, or `off`.
    pub quiet: Option<String>,
    /// The steps after a first announcement: `again 5, backup 15, managers 30`, or `off`; empty: those by default.
    pub ladder: Option<String>,
    /// Days without a word from us after which a customer is listed, or `off`.
    pub gone_quiet: Option<String>,
}

impl OfficeChange {
    /// The change as an event, every setting checked and in its canonical form.
    pub(super) fn body(&self) -> Result<Body> {
        let name = self.name.as_deref().map(|name| check_name(name, "The office's")).transpose()?;
        let zone = self.zone.as_deref().map(read_zone).transpose()?;
        let region = self.region.as_deref().map(read_region).transpose()?;
        let locale = self.locale.as_deref().map(read_locale).transpose()?;
        let hours = self.hours.as_deref().map(|hours| Hours::parse(hours).map(|read| read.to_string())).transpose()?;
        let holidays = self.holidays.as_deref().map(read_holidays).transpose()?;
        let quiet = self.quiet.as_deref().map(|quiet| Quiet::parse(quiet).map(|read| read.to_string())).transpose()?;
        let ladder = self.ladder.as_deref().map(read_ladder).transpose()?;
        let gone_quiet = self.gone_quiet.as_deref().map(read_gone_quiet).transpose()?;
        let facts = OfficeFacts { zone, region, locale, hours, holidays, quiet, ladder, gone_quiet };
        Ok(Body::OfficeChanged(facts, Name { name }))
    }
}

/// Steps in their canonical form; empty stays empty: those by default, whatever they come to be.
fn read_ladder(ladder: &str) -> Result<String> {
    let read = Ladder::parse(ladder)?;
    Ok(if ladder.trim().is_empty() { String::new() } else { read.to_string() })
}

fn read_gone_quiet(days: &str) -> Result<u32> {
    match days.trim().to_lowercase().as_str() {
        "" | "off" => Ok(0),
        days => match days.parse() {
            Ok(days @ 1..=365) => Ok(days),
            _ => Err(Error::invalid("Write a number of days from 1 to 365, or off.")),
        },
    }
}

fn read_zone(zone: &str) -> Result<Zone> {
    zone.trim().parse().map_err(|_| {
        Error::invalid("There is no time zone of that name. Write one like Europe/Berlin or America/New_York.")
    })
}

fn read_region(region: &str) -> Result<String> {
    let region = region.trim().to_ascii_uppercase();
    if phone::is_region(&region) {
        return Ok(region);
    }
    Err(Error::invalid("There is no region of that code. Write one of two letters, like US or DE."))
}

fn read_locale(locale: &str) -> Result<String> {
    language::read_tag(locale).ok_or_else(|| Error::invalid("That is no locale. Write one like en-US or de-DE."))
}

/// Whose holidays, in its canonical form: `DE-BY`.
///
/// # Errors
/// It is no country, nor a country with its part.
pub(super) fn read_holidays(holidays: &str) -> Result<String> {
    let holidays = holidays.trim().to_ascii_uppercase();
    let (country, subdivision) = holidays.split_once('-').unwrap_or((&holidays, ""));
    let letters = |text: &str| text.bytes().all(|b| b.is_ascii_alphanumeric());
    if holidays.is_empty() || (phone::is_region(country) && subdivision.len() <= 3 && letters(subdivision)) {
        return Ok(holidays);
    }
    Err(Error::invalid("Write holidays as a country, like DE, or with its part, like DE-BY."))
}

impl Desk {
    /// Changes settings. A manager's.
    pub fn change_office(&self, change: &OfficeChange) -> Result<Written<OfficeSettings>> {
        self.allow(Action::ChangeOffice)?;
        let body = change.body()?;
        let written = self.write(|writing| writing.append(New::about(Id::ZERO, Subject::Nothing, body)))?;
        Ok(Written { value: self.office().settings.clone(), change: written.change })
    }
}
