//! The header of Kept's own CSV export.

use super::{Column, Part, Plan, Target};

/// The columns before the first phone, in order.
const FIRST: [&str; 7] = ["id", "name", "given_name", "family_name", "organization", "title", "birthday"];
/// The columns between the last e-mail address and the free fields, in order.
const LAST: [&str; 7] = ["street", "city", "region", "postcode", "country", "tags", "note"];

/// Whether a row is that header; free fields may follow.
pub(super) fn is_own<'a>(row: impl Iterator<Item = &'a str> + Clone) -> bool {
    row.clone().take(FIRST.len()).eq(FIRST) && LAST.iter().all(|column| row.clone().any(|header| header == *column))
}

/// What each column holds; everything after `note` is a free field.
pub(super) fn plan(headers: &[String]) -> Plan {
    let note = headers.iter().position(|header| header == "note").unwrap_or(headers.len());
    let columns = headers.iter().enumerate().map(|(at, header)| {
        let number = header.split('_').nth(1).and_then(|n| n.parse().ok()).unwrap_or(0);
        let target = if at > note {
            let name = crate::import::values::unguard(header);
            Target::Field(name.strip_prefix("field:").unwrap_or(name).to_owned())
        } else {
            fixed(header)
        };
        Column { header: header.clone(), target, label: None, extension: None, number }
    });
    Plan { columns: columns.collect(), slots: vec![String::new()], is_own: true }
}

fn fixed(header: &str) -> Target {
    match header {
        "id" => Target::Id,
        "tags" => Target::Tag,
        _ => {
            let (kind, rest) = header.split_once('_').unwrap_or((header, ""));
            match (kind, rest.split_once('_').map(|(_, rest)| rest)) {
                ("phone", Some("label")) => Target::PhoneLabel,
                ("phone", Some("extension")) => Target::PhoneExtension,
                ("phone", _) => Target::Phone(String::new()),
                ("email", Some("label")) => Target::EmailLabel,
                ("email", _) => Target::Email(String::new()),
                ("street", _) => Target::Address(0, Part::Street),
                _ => Target::from_field(header).unwrap_or_else(|| Target::Field(header.to_owned())),
            }
        }
    }
}
