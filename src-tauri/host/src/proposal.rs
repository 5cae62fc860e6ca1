//! What an office on this computer is likely to want, for the first run to propose.

use kept_core::time::Zone;
use serde::Serialize;

/// The system's proposals. Each can be changed before it is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Proposal {
    /// Who has logged in, by their full name where the system knows it.
    pub name: String,
    /// The computer's time zone, of the IANA database.
    pub zone: String,
    /// Where phone numbers without a country code belong, as in `DE`.
    pub region: String,
    /// How dates and numbers are written, BCP 47.
    pub locale: String,
}

/// What a system says that names no language.
const PLAIN: [&str; 3] = ["C", "POSIX", "und"];

impl Proposal {
    /// Asks the system. What it does not say is proposed as for an office in the United States, in UTC.
    pub fn of_the_system() -> Proposal {
        let locale = locale(sys_locale::get_locale());
        Proposal {
            name: name(),
            zone: iana_time_zone::get_timezone()
                .ok()
                .and_then(|zone| zone.parse::<Zone>().ok())
                .map_or_else(|| Zone::UTC.name().to_owned(), |zone| zone.name().to_owned()),
            region: region(&locale).unwrap_or_else(|| "US".to_owned()),
            locale,
        }
    }
}

/// The name this person logged in with; empty where the system does not say.
pub fn login_name() -> String {
    whoami::fallible::username().unwrap_or_default()
}

fn name() -> String {
    let known = [whoami::fallible::realname().ok(), Some(login_name())];
    known.into_iter().flatten().map(|name| name.trim().to_owned()).find(|name| !name.is_empty()).unwrap_or_default()
}

/// The system's locale without its encoding, as BCP 47.
fn locale(system: Option<String>) -> String {
    let tag = system.unwrap_or_default();
    let tag = tag.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
    if tag.is_empty() || PLAIN.contains(&tag.as_str()) { "en-US".to_owned() } else { tag }
}

/// The region a locale names: its subtag of two letters.
fn region(locale: &str) -> Option<String> {
    let is_region = |part: &&str| part.len() == 2 && part.chars().all(|c| c.is_ascii_alphabetic());
    locale.split('-').skip(1).find(is_region).map(str::to_ascii_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_of_the_system_becomes_a_tag_and_its_region() {
        let german = locale(Some("de_AT.UTF-8".into()));
        assert_eq!((german.as_str(), region(&german).as_deref()), ("de-AT", Some("AT")));
        let serbian = locale(Some("sr-Latn-RS".into()));
        assert_eq!(region(&serbian).as_deref(), Some("RS"), "a script is no region");
    }

    #[test]
    fn a_system_that_names_no_language_is_proposed_american_english() {
        for silent in [None, Some("C".into()), Some("C.UTF-8".into()), Some("POSIX".into())] {
            assert_eq!(locale(silent), "en-US");
        }
    }
}
