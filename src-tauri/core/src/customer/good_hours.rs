//! When a customer likes to be called: written like opening hours, and read by the same grammar.

use crate::{
    error::{Error, Result},
    hours::Hours,
    phone::fold_digits,
    time::WallTime,
};
use serde::Serialize;

/// When a customer likes to be called, held against a moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct GoodHours {
    /// In their canonical form, by the office's clock: `mon-fri 17:00-24:00`.
    pub hours: String,
    /// Whether it is such a time now.
    pub now: bool,
}

impl GoodHours {
    /// `hours`, which are not empty, at a moment by the office's clock. `None` where there are none, or a newer version
    /// wrote them.
    pub(crate) fn at(hours: &str, now: WallTime) -> Option<GoodHours> {
        let read = stored(hours)?;
        Some(GoodHours { hours: hours.to_owned(), now: read.is_open(now) })
    }
}

/// Good hours as the log keeps them; `None` where there are none.
pub(crate) fn stored(hours: &str) -> Option<Hours> {
    Hours::parse(hours).ok().filter(Hours::are_set)
}

/// Reads what was typed: opening hours, or `after 17:00`, `weekends`-like days with `before 12:00`; without days it is
/// every day. Gives the canonical form; empty stays empty.
///
/// # Errors
/// It is none of these.
pub(crate) fn read_good_hours(typed: &str) -> Result<String> {
    let wrong = || {
        Error::invalid("Good hours are written like mon-fri 17:00-20:00; sat 10:00-12:00, or after 17:00.")
            .suggest(["mon-fri 17:00-20:00".to_owned()])
    };
    if typed.len() > 1000 {
        return Err(wrong());
    }
    let typed = fold_digits(typed).to_lowercase();
    let rules: Vec<String> = typed.split(';').map(str::trim).filter(|rule| !rule.is_empty()).map(in_full).collect();
    Hours::parse(&rules.join("; ")).map(|hours| hours.to_string()).map_err(|_| wrong())
}

/// A rule with its days and both its times.
fn in_full(rule: &str) -> String {
    let ended = match (rule.split_once("after "), rule.split_once("before ")) {
        (Some((days, from)), _) => format!("{days}{}-24:00", from.trim()),
        (_, Some((days, to))) => format!("{days}00:00-{}", to.trim()),
        _ => rule.to_owned(),
    };
    if ended.starts_with(|c: char| c.is_ascii_digit()) { format!("mon-sun {ended}") } else { ended }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_on_the_phone_is_read_as_hours() {
        for (typed, read) in [
            ("after 17:00", "mon-sun 17:00-24:00"),
            ("Mon–Fri after 17", "mon-fri 17:00-24:00"),
            ("before 12:00", "mon-sun 00:00-12:00"),
            ("mon-fri 17:00-20:00; sat 10-12", "mon-fri 17:00-20:00; sat 10:00-12:00"),
            ("9-12", "mon-sun 09:00-12:00"),
            ("  ", ""),
        ] {
            assert_eq!(read_good_hours(typed).unwrap(), read, "{typed}");
        }
        for not in ["evenings", "after", "after noon", "mon after 25:00", "20:00-08:00", "\u{202e}"] {
            assert!(read_good_hours(not).is_err(), "{not}");
        }
    }

    #[test]
    fn what_was_read_reads_the_same_again() {
        for typed in ["after 17:00", "sat,sun before 12:00", "mon 8-9,10-11; tue 7-8"] {
            let once = read_good_hours(typed).unwrap();
            assert_eq!(read_good_hours(&once).unwrap(), once);
        }
    }
}
