//! CSV: one row a customer, columns as the command line promises them.

use super::ExportRow;
use crate::customer::{Card, Phone};
use crate::import::{is_guarded, starts_formula};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io;

const FIRST: [&str; 7] = ["id", "name", "given_name", "family_name", "organization", "title", "birthday"];
const LAST: [&str; 7] = ["street", "city", "region", "postcode", "country", "tags", "note"];

/// Writes all customers: a header, then a row each, in UTF-8 with CR LF.
///
/// There are as many phone and e-mail columns as the customer with the most needs, and at least one. No mark of byte
/// order is written: the first column is called `id`, to every program that reads it. Text that a spreadsheet would run
/// as a formula gets a leading `'`, which [`import`](crate::import) takes off again. Whether a customer is a person or an
/// organization is not among the columns.
///
/// # Errors
/// Whatever `out` answers.
pub fn csv(rows: &[ExportRow], out: &mut impl io::Write) -> io::Result<()> {
    let most = |count: fn(&Card) -> usize| rows.iter().map(|row| count(&row.card)).max().unwrap_or(0).max(1);
    let (phones, emails) = (most(|card| card.phones.len()), most(|card| card.emails.len()));
    let fields: BTreeSet<&str> = rows.iter().flat_map(|row| row.card.fields.keys().map(String::as_str)).collect();

    let mut out = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(out);
    let mut header: Vec<String> = FIRST.map(str::to_owned).into();
    for n in 1..=phones {
        header.extend([format!("phone_{n}"), format!("phone_{n}_label"), format!("phone_{n}_extension")]);
    }
    for n in 1..=emails {
        header.extend([format!("email_{n}"), format!("email_{n}_label")]);
    }
    header.extend(LAST.map(str::to_owned));
    let fixed: BTreeSet<String> = header.iter().cloned().collect();
    header.extend(fields.iter().map(|name| field_header(name, &fixed)));
    out.write_record(&header)?;

    for row in rows {
        let card = &row.card;
        for text in
            [&row.id, &card.name, &card.given_name, &card.family_name, &card.organization, &card.title, &card.birthday]
        {
            out.write_field(guarded(text).as_bytes())?;
        }
        for n in 0..phones {
            let phone = card.phones.get(n);
            out.write_field(phone.map(number).unwrap_or_default().as_bytes())?;
            out.write_field(guarded(phone.map_or("", |p| &p.label)).as_bytes())?;
            out.write_field(guarded(phone.map_or("", |p| &p.extension)).as_bytes())?;
        }
        for n in 0..emails {
            let email = card.emails.get(n);
            out.write_field(guarded(email.map_or("", |e| &e.address)).as_bytes())?;
            out.write_field(guarded(email.map_or("", |e| &e.label)).as_bytes())?;
        }
        let address = card.address.clone().unwrap_or_default();
        for text in [&address.street, &address.city, &address.region, &address.postcode, &address.country] {
            out.write_field(guarded(text).as_bytes())?;
        }
        out.write_field(guarded(&tags(&card.tags)).as_bytes())?;
        out.write_field(guarded(&card.note).as_bytes())?;
        for name in &fields {
            out.write_field(guarded(card.fields.get(*name).map_or("", String::as_str)).as_bytes())?;
        }
        out.write_record(None::<&[u8]>)?;
    }
    out.flush()
}

/// The number as other programs can dial it, else as it was typed.
fn number(phone: &Phone) -> Cow<'_, str> {
    match &phone.e164 {
        Some(e164) => e164.into(),
        None => guarded(&phone.typed),
    }
}

/// A free field stands under its own name, unless that is taken or could be mistaken for the way out of that.
fn field_header(name: &str, fixed: &BTreeSet<String>) -> String {
    let is_taken = name.is_empty() || fixed.contains(name) || name.starts_with("field:");
    if is_taken { format!("field:{name}") } else { guarded(name).into_owned() }
}

/// Text that cannot run: a `'` before what begins a formula, and before what already carries such a mark.
/// Text that a spreadsheet would run as a formula, with a `'` before it.
pub(crate) fn guarded(text: &str) -> Cow<'_, str> {
    let is_formula = text.starts_with(starts_formula) && !is_number(text);
    if is_formula || is_guarded(text) { format!("'{text}").into() } else { text.into() }
}

/// `-5`, `+49`, `-1.50`: what a spreadsheet may calculate with.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    let are_digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    are_digits(whole) && are_digits(part)
}

/// Tags joined by `;`. A semicolon within a tag is written `\;`, and a backslash `\\` where it could be taken for that.
fn tags(tags: &[String]) -> String {
    let mut out = String::new();
    for (n, tag) in tags.iter().enumerate() {
        if n > 0 {
            out.push(';');
        }
        let mut chars = tag.chars().peekable();
        while let Some(c) = chars.next() {
            if c == ';' || (c == '\\' && matches!(chars.peek(), None | Some('\\' | ';'))) {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out
}
