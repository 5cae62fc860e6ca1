//! The library's holidays beside an independent list. Every difference stands in a table that was looked through; one
//! that comes or goes fails. `KEPT_WRITE_HOLIDAYS=1 cargo test holidays` writes the table anew.

use super::day;
use crate::support::shared_text;
use kept_core::calendar::Holidays;
use std::{collections::BTreeMap, path::Path};

/// A day that both lists name, or only one of them.
fn differences(text: &str) -> String {
    let mut lists: BTreeMap<(&str, &str), BTreeMap<&str, &str>> = BTreeMap::new();
    for line in text.lines().skip(1) {
        let [country, part, on, name] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        lists.entry((country, part)).or_default().insert(on, name);
    }
    let mut table = String::from("country\tsubdivision\tdate\tdifference\tname\n");
    for ((country, part), named) in lists {
        let mut row = |on: &str, what: &str, name: &str| {
            table.push_str(&format!("{country}\t{part}\t{on}\t{what}\t{name}\n"));
        };
        let Some(holidays) = Holidays::of(country) else {
            row("", "the library knows no holidays of this country", &format!("{} days", named.len()));
            continue;
        };
        for (on, name) in &named {
            match (holidays.is_national(day(on)), holidays.is_regional(day(on))) {
                (true, _) => {}
                (false, true) => row(on, "kept in a part of the country only, says the library", name),
                (false, false) => row(on, "not in the library", name),
            }
        }
        let first = day("2025-01-01");
        for on in (0..4 * 365 + 1).map(|n| first.plus_days(n)).filter(|on| holidays.is_national(*on)) {
            if !named.contains_key(on.to_string().as_str()) {
                row(&on.to_string(), "only in the library", "");
            }
        }
    }
    table
}

#[test]
fn the_library_s_holidays_differ_from_an_independent_list_as_the_table_says() {
    let Some(text) = shared_text("time/holidays_2025_2028.tsv") else { return };
    let found = differences(&text);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/calendar/holidays_that_differ.tsv");
    if std::env::var_os("KEPT_WRITE_HOLIDAYS").is_some() {
        std::fs::write(&file, &found).unwrap();
    }
    let known = std::fs::read_to_string(&file).unwrap_or_default();
    for line in found.lines().filter(|line| !known.lines().any(|k| k == *line)) {
        eprintln!("new: {line}");
    }
    for line in known.lines().filter(|line| !found.lines().any(|f| f == *line)) {
        eprintln!("gone: {line}");
    }
    assert!(found == known, "holidays differ in another way than the table says");
}

#[test]
fn a_country_that_is_not_known_has_no_holidays_and_a_part_of_one_is_no_country() {
    assert!(Holidays::of("DE").is_some());
    for unknown in ["IN", "AE", "DE-BY", "BY ", "de", ""] {
        assert!(Holidays::of(unknown).is_none(), "{unknown:?}");
    }
}
