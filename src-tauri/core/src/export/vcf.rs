//! vCard 3.0, the version that phones, Outlook and Google all read.
//!
//! What the format has no place for goes into properties of our own: `X-KEPT-FIELD` for free fields,
//! `X-KEPT-INTEREST` and `X-KEPT-DEPARTMENT` for what they want and who serves it, `X-KEPT-EXTENSION` beside a phone,
//! `X-KEPT-BIRTHDAY` for a birthday that is no date, `X-KEPT-GOOD-HOURS`. `LANG` is of vCard 4. Other programs pass over
//! them.

use super::ExportRow;
use crate::customer::{Card, Kind};
use crate::import::OWN_PRODUCT;
use crate::time::Day;
use std::io;

/// Bytes after which a line is folded, as RFC 2426 asks.
const LINE: usize = 75;

/// Writes all customers, in UTF-8 with CR LF.
///
/// # Errors
/// Whatever `out` answers.
pub fn vcf(rows: &[ExportRow], out: &mut impl io::Write) -> io::Result<()> {
    for row in rows {
        let mut lines = Lines { out };
        lines.plain("BEGIN:VCARD")?;
        lines.plain("VERSION:3.0")?;
        lines.plain(&format!("PRODID:{OWN_PRODUCT}Kept//EN"))?;
        lines.property("UID", &[&row.id])?;
        card(&row.card, &mut lines)?;
        lines.plain("END:VCARD")?;
    }
    Ok(())
}

fn card(card: &Card, lines: &mut Lines<'_, impl io::Write>) -> io::Result<()> {
    lines.property("FN", &[&card.name])?;
    lines.property("N", &[&card.family_name, &card.given_name, "", "", ""])?;
    if card.kind == Kind::Organization {
        lines.plain("X-ABShowAs:COMPANY")?;
    }
    for (name, value) in [("ORG", &card.organization), ("TITLE", &card.title), ("NOTE", &card.note)] {
        if !value.is_empty() {
            lines.property(name, &[value])?;
        }
    }
    if !card.birthday.is_empty() {
        let without_year = card.birthday.strip_prefix('-').map(|rest| format!("2000{rest}"));
        let day = without_year.as_ref().unwrap_or(&card.birthday);
        lines.property(if day.parse::<Day>().is_ok() { "BDAY" } else { "X-KEPT-BIRTHDAY" }, &[&card.birthday])?;
    }
    for (name, value) in [("LANG", &card.language), ("X-KEPT-GOOD-HOURS", &card.good_hours)] {
        if !value.is_empty() {
            lines.property(name, &[value])?;
        }
    }
    let mut group = 0;
    for phone in &card.phones {
        lines.labelled("TEL", &phone.typed, &phone.label, &phone.extension, &mut group)?;
    }
    for email in &card.emails {
        lines.labelled("EMAIL", &email.address, &email.label, "", &mut group)?;
    }
    if let Some(a) = &card.address {
        lines.property("ADR", &["", "", &a.street, &a.city, &a.region, &a.postcode, &a.country])?;
    }
    if !card.tags.is_empty() {
        let tags: Vec<String> = card.tags.iter().map(|tag| escaped(tag)).collect();
        lines.plain(&format!("CATEGORIES:{}", tags.join(",")))?;
    }
    for (name, value) in &card.fields {
        lines.property("X-KEPT-FIELD", &[name, value])?;
    }
    for (name, value) in [("X-KEPT-INTEREST", &card.interest), ("X-KEPT-DEPARTMENT", &card.department)] {
        if !value.is_empty() {
            lines.property(name, &[value])?;
        }
    }
    Ok(())
}

struct Lines<'a, W: io::Write> {
    out: &'a mut W,
}

impl<W: io::Write> Lines<'_, W> {
    /// A line as it is, folded where it is long and never within a letter.
    fn plain(&mut self, line: &str) -> io::Result<()> {
        let mut width = 0;
        for c in line.chars() {
            width += c.len_utf8();
            if width > LINE {
                self.out.write_all(b"\r\n ")?;
                width = 1 + c.len_utf8();
            }
            self.out.write_all(c.encode_utf8(&mut [0; 4]).as_bytes())?;
        }
        self.out.write_all(b"\r\n")
    }

    /// A property of one or several parts.
    fn property(&mut self, name: &str, parts: &[&str]) -> io::Result<()> {
        let parts: Vec<String> = parts.iter().map(|part| escaped(part)).collect();
        self.plain(&format!("{name}:{}", parts.join(";")))
    }

    /// A phone or e-mail address with what it is for: by type where vCard has one, else by a label as Apple writes it.
    fn labelled(&mut self, name: &str, value: &str, label: &str, extension: &str, group: &mut usize) -> io::Result<()> {
        let types = match label {
            "" => Some(""),
            "home" => Some(";TYPE=HOME"),
            "work" => Some(";TYPE=WORK"),
            "mobile" => Some(";TYPE=CELL"),
            "fax" => Some(";TYPE=FAX"),
            "home fax" => Some(";TYPE=HOME,FAX"),
            "work fax" => Some(";TYPE=WORK,FAX"),
            "pager" => Some(";TYPE=PAGER"),
            _ => None,
        };
        if types.is_some() && extension.is_empty() {
            return self.property(&format!("{name}{}", types.unwrap_or_default()), &[value]);
        }
        *group += 1;
        self.property(&format!("item{group}.{name}{}", types.unwrap_or_default()), &[value])?;
        if types.is_none() {
            self.property(&format!("item{group}.X-ABLabel"), &[label])?;
        }
        if !extension.is_empty() {
            self.property(&format!("item{group}.X-KEPT-EXTENSION"), &[extension])?;
        }
        Ok(())
    }
}

/// Text with vCard's escapes, and a carriage return as `\r`, which only Kept reads.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            _ => out.push(c),
        }
    }
    out
}
