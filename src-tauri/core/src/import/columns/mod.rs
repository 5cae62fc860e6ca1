//! From a header to a plan: what each column holds.

mod headless;
mod own;
mod target;
mod titles;

pub(in crate::import) use headless::is_like_data;
pub(in crate::import) use target::{Part, Target};

use crate::error::{Error, Result, repeated};
use std::collections::BTreeMap;

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    /// Its title as it stands in the file.
    pub header: String,
    /// What it holds.
    pub target: Target,
    /// The column that says what this phone or address is for.
    pub label: Option<usize>,
    /// The column with this phone's extension.
    pub extension: Option<usize>,
    number: u32,
}

/// How rows are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Plan {
    /// The columns in file order.
    pub columns: Vec<Column>,
    /// Names of the address slots: `home`, `work`, or nothing.
    pub slots: Vec<String>,
    /// Whether the file is our own export, where every letter counts.
    pub is_own: bool,
}

/// How many titles of a row are known: tells a header from a row of data, and one delimiter from another.
pub(super) fn known_titles<'a>(row: impl IntoIterator<Item = &'a str>) -> usize {
    row.into_iter().filter(|title| titles::look_up(title).0.is_some()).count()
}

/// A header that Kept's own export writes.
pub(super) fn is_own_header<'a>(row: impl Iterator<Item = &'a str> + Clone) -> bool {
    own::is_own(row)
}

/// Finds out what the columns hold.
///
/// # Errors
/// The map names a column that is not there, or a field that does not exist.
pub(super) fn plan(headers: &[String], map: &BTreeMap<String, String>) -> Result<Plan> {
    let is_own = own::is_own(headers.iter().map(String::as_str));
    let mut plan = if is_own { own::plan(headers) } else { recognise(headers) };
    apply(map, headers, &mut plan.columns)?;
    pair(&mut plan.columns);
    Ok(plan)
}

/// Finds out what the columns of a file without a header hold; the map counts them from 1.
///
/// # Errors
/// The map names a column that is not there, or a field that does not exist.
pub(super) fn plan_without_header(rows: &[csv::StringRecord], map: &BTreeMap<String, String>) -> Result<Plan> {
    let mut plan = headless::plan(rows);
    let headers: Vec<String> = plan.columns.iter().map(|c| c.header.clone()).collect();
    apply(map, &headers, &mut plan.columns)?;
    pair(&mut plan.columns);
    Ok(plan)
}

/// A column that is filed by its meaning alone, or needs a look at the others first.
enum Meaning {
    Settled(Target),
    /// A given, a family or a full name.
    Name,
    /// `Dr.`, or a job.
    Title,
    /// A region, or in one French layout a country.
    Region(usize),
    Nothing,
}

fn recognise(headers: &[String]) -> Plan {
    let mut slots: Vec<String> = vec![String::new()];
    let found: Vec<(Option<&'static str>, u32)> = headers.iter().map(|header| titles::look_up(header)).collect();
    let meanings: Vec<Meaning> = found.iter().map(|(target, number)| meaning(*target, *number, &mut slots)).collect();
    let has = |target: &Target| meanings.iter().any(|m| matches!(m, Meaning::Settled(t) if t == target));
    let splits_birthday = has(&Target::BirthYear) || has(&Target::BirthMonth);
    let (has_given, has_family, has_title) = (has(&Target::Given), has(&Target::Family), has(&Target::Title));
    let titles = meanings.iter().filter(|m| matches!(m, Meaning::Title)).count();
    let names_region = headers.iter().any(|h| titles::key(h) == "paysetat");

    let mut first_title = titles > 1 || (titles == 1 && has_title);
    let mut columns: Vec<Column> = Vec::with_capacity(headers.len());
    for (header, (meaning, (_, number))) in headers.iter().zip(meanings.into_iter().zip(&found)) {
        let target = match meaning {
            Meaning::Settled(Target::Birthday) if splits_birthday => Target::BirthDay,
            Meaning::Settled(target) => target,
            Meaning::Name => match (has_given, has_family) {
                (true, false) => Target::Family,
                (false, true) => Target::Given,
                (true, true) | (false, false) => Target::Name,
            },
            Meaning::Title if std::mem::take(&mut first_title) => Target::Field(header.clone()),
            Meaning::Title => Target::Title,
            Meaning::Region(slot) if names_region => Target::Address(slot, Part::Country),
            Meaning::Region(slot) => Target::Address(slot, Part::Region),
            Meaning::Nothing => Target::Field(header.clone()),
        };
        columns.push(Column { header: header.clone(), target, label: None, extension: None, number: *number });
    }
    separate_second_address(&mut columns, &mut slots);
    Plan { columns, slots, is_own: false }
}

fn slot(slots: &mut Vec<String>, name: &str) -> usize {
    slots.iter().position(|s| s == name).unwrap_or_else(|| {
        slots.push(name.to_owned());
        slots.len() - 1
    })
}

fn meaning(target: Option<&'static str>, number: u32, slots: &mut Vec<String>) -> Meaning {
    let Some(target) = target else { return Meaning::Nothing };
    if let Some((place, part)) = target.split_once('.') {
        // Google numbers its addresses; elsewhere a number is a further line of the street.
        let name = if place == "#" { number.to_string() } else { place.to_owned() };
        let part = match part {
            "street" | "extra" => Part::Street,
            "city" => Part::City,
            "region" => Part::Region,
            "postcode" => Part::Postcode,
            "country" => Part::Country,
            "formatted" => Part::Formatted,
            "label" => Part::Label,
            "year" => return Meaning::Settled(Target::BirthYear),
            "month" => return Meaning::Settled(Target::BirthMonth),
            "day" => return Meaning::Settled(Target::BirthDay),
            _ => return Meaning::Nothing,
        };
        return Meaning::Settled(Target::Address(slot(slots, &name), part));
    }
    Meaning::Settled(match target {
        "name?" => return Meaning::Name,
        "title?" => return Meaning::Title,
        "region?" => return Meaning::Region(0),
        "name" => Target::Name,
        "given" => Target::Given,
        "middle" => Target::Middle,
        "family" => Target::Family,
        "suffix" => Target::Suffix,
        // "Dr." and "Ms" stay out of the name, which is searched and sorted by.
        "prefix" => return Meaning::Nothing,
        other => match Target::from_field(other) {
            Some(target) => target,
            None => return Meaning::Nothing,
        },
    })
}

/// Two columns of one title, such as "Ville" for home and for work: the second belongs to another address. A postal code
/// printed twice in a row is a region that was badly translated.
fn separate_second_address(columns: &mut [Column], slots: &mut Vec<String>) {
    for at in 1..columns.len() {
        let (before, rest) = columns.split_at_mut(at);
        let Some(column) = rest.first_mut() else { return };
        let Target::Address(slot, part) = column.target else { continue };
        if matches!(part, Part::Street | Part::Formatted | Part::Label) {
            continue;
        }
        let Some(twin) = before.iter_mut().rev().find(|c| c.target == column.target) else { continue };
        if part == Part::Postcode && twin.header == column.header && slots.get(slot).is_some_and(|name| name == "home")
        {
            twin.target = Target::Address(slot, Part::Region);
        } else if twin.header == column.header {
            let second = self::slot(slots, "2");
            column.target = Target::Address(second, part);
        }
    }
}

fn apply(map: &BTreeMap<String, String>, headers: &[String], columns: &mut [Column]) -> Result<()> {
    // Headers first: a position is the more exact of the two and wins.
    for by_position in [false, true] {
        for (column, field) in map {
            let target = Target::from_field(field).ok_or_else(|| {
                Error::invalid(format!("There is no field \"{}\" to put a column into.", repeated(field))).suggest(
                    [
                        "name",
                        "given_name",
                        "family_name",
                        "phone",
                        "email",
                        "organization",
                        "note",
                        "field:NAME",
                        "ignore",
                    ]
                    .map(str::to_owned),
                )
            })?;
            let is_it = |header: &String| header.trim().to_lowercase() == column.trim().to_lowercase();
            let by_name: Vec<usize> = headers.iter().enumerate().filter(|(_, h)| is_it(h)).map(|(at, _)| at).collect();
            let position =
                column.trim().parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|at| *at < headers.len());
            let chosen = match (by_name.is_empty(), position) {
                (false, _) if by_position => continue,
                (false, _) => by_name,
                (true, Some(_)) if !by_position => continue,
                (true, Some(at)) => vec![at],
                (true, None) => {
                    return Err(Error::invalid(format!("The file has no column \"{}\" to map.", repeated(column))));
                }
            };
            for at in chosen {
                if let Some(column) = columns.get_mut(at) {
                    column.target = target.clone();
                }
            }
        }
    }
    Ok(())
}

/// Ties labels and extensions to the phone or e-mail address of the same number.
fn pair(columns: &mut [Column]) {
    let beside = |at: usize, wanted: &Target, columns: &[Column]| {
        let number = columns.get(at).map(|c| c.number);
        columns.iter().position(|c| c.target == *wanted && Some(c.number) == number)
    };
    for at in 0..columns.len() {
        let (label, extension) = match columns.get(at).map(|c| &c.target) {
            // A column that says what it is for needs nobody else to say so.
            Some(Target::Phone(known)) => {
                let label = beside(at, &Target::PhoneLabel, columns).filter(|_| known.is_empty());
                (label, beside(at, &Target::PhoneExtension, columns))
            }
            Some(Target::Email(known)) => (beside(at, &Target::EmailLabel, columns).filter(|_| known.is_empty()), None),
            _ => (None, None),
        };
        if let Some(column) = columns.get_mut(at) {
            (column.label, column.extension) = (label, extension);
        }
    }
}

#[cfg(test)]
mod tests;
