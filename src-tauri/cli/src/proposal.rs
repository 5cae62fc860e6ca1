//! What an office on this computer is likely to want, for one that begins with a command.

use kept_core::{office::OfficeChange, phone::is_region, time::Zone};

/// The system's zone, region and locale; what it does not say stays as the core has it.
pub fn of_the_system() -> OfficeChange {
    let locale = locale(&sys_locale::get_locale().unwrap_or_default());
    OfficeChange {
        zone: zone().map(|zone| zone.name().to_owned()),
        region: locale.as_deref().and_then(region),
        locale,
        ..OfficeChange::default()
    }
}

/// `TZ` where it names a zone, as every program here is told; else the computer's own.
fn zone() -> Option<Zone> {
    let told = std::env::var("TZ").ok().and_then(|zone| zone.trim_start_matches(':').parse().ok());
    told.or_else(|| iana_time_zone::get_timezone().ok().and_then(|zone| zone.parse().ok()))
}

/// The name this person logged in with.
pub fn login_name() -> String {
    whoami::fallible::username().ok().filter(|name| !name.trim().is_empty()).unwrap_or_else(|| "Manager".to_owned())
}

/// The system's locale as BCP 47, without its encoding; `None` where it names no language.
fn locale(system: &str) -> Option<String> {
    let tag = system.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
    (!["", "C", "POSIX", "und"].contains(&tag.as_str())).then_some(tag)
}

/// The region a locale names.
fn region(locale: &str) -> Option<String> {
    locale.split('-').skip(1).map(str::to_ascii_uppercase).find(|part| part.len() == 2 && is_region(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_of_the_system_becomes_a_tag_and_its_region() {
        assert_eq!(locale("de_AT.UTF-8").as_deref(), Some("de-AT"));
        assert_eq!(region("sr-Latn-RS").as_deref(), Some("RS"), "a script is no region");
        assert_eq!(region("de"), None);
        assert!(["", "C", "C.UTF-8", "POSIX"].iter().all(|silent| locale(silent).is_none()));
    }
}
