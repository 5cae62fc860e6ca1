//! Single values: what other programs pack into one cell or one property.

use crate::customer::{Address, Kind, NewCustomer};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Text without blanks around it and with line feeds for line ends.
pub(super) fn tidy(text: &str) -> String {
    let text = text.trim();
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}

/// The parts that are not empty, joined.
pub(super) fn join<const N: usize>(glue: &str, parts: [String; N]) -> String {
    let mut out = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        if !out.is_empty() {
            out.push_str(glue);
        }
        out.push_str(part);
    }
    out
}

/// What may not stand first in a cell, because a spreadsheet would run it as a formula.
pub(crate) fn starts_formula(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r')
}

/// Whether a cell carries the guard that an export puts before text that looks like a formula.
pub(crate) fn is_guarded(cell: &str) -> bool {
    cell.starts_with('\'') && cell.trim_start_matches('\'').starts_with(starts_formula)
}

/// A cell without its guard: one `'` less, if one was put there.
pub(super) fn unguard(cell: &str) -> &str {
    if is_guarded(cell) { cell.strip_prefix('\'').unwrap_or(cell) } else { cell }
}

/// The cell of another program as it was meant: blanks and the guard off, `="00123"` without its wrapping.
pub(super) fn foreign(cell: &str) -> &str {
    let cell = cell.trim();
    if let Some(inner) = cell.strip_prefix("=\"").and_then(|c| c.strip_suffix('"'))
        && !inner.contains('"')
    {
        return inner.trim();
    }
    unguard(cell)
}

/// The several values of one cell: Google joins them by ` ::: `.
pub(super) fn several(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(":::").map(str::trim).filter(|v| !v.is_empty())
}

/// E-mail addresses of one cell; `a@x.org; b@x.org` only where every part is one.
pub(super) fn emails(cell: &str) -> Vec<&str> {
    several(cell)
        .flat_map(|value| {
            let parts: Vec<&str> = value.split([';', ',', '\n']).map(str::trim).filter(|v| !v.is_empty()).collect();
            if parts.len() > 1 && parts.iter().all(|p| p.contains('@') && !p.contains('"')) {
                parts
            } else {
                vec![value]
            }
        })
        .collect()
}

/// Phones of one cell; `030 1234567; 040 1234567` only where every part has seven digits or more.
pub(super) fn phones(cell: &str) -> Vec<&str> {
    let digits = |p: &str| p.chars().filter(char::is_ascii_digit).count();
    several(cell)
        .flat_map(|value| {
            let parts: Vec<&str> = value.split([';', ',', '\n']).map(str::trim).collect();
            if parts.len() > 1 && parts.iter().all(|p| digits(p) >= 7) { parts } else { vec![value] }
        })
        .collect()
}

/// Tags of one cell of another program: joined by ` ::: `, else by semicolons, else by commas.
pub(super) fn tags(cell: &str) -> Vec<String> {
    let separator = [":::", ";", ","].into_iter().find(|s| cell.contains(s)).unwrap_or(":::");
    let parts = cell.split(separator).map(|tag| tag.trim().trim_matches('"').trim());
    // Google marks its own groups with a star; this one holds everybody.
    parts
        .filter(|tag| *tag != "* myContacts")
        .map(|tag| tag.strip_prefix("* ").unwrap_or(tag))
        .filter(|t| !t.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Tags of one cell of our own export: joined by `;`, a semicolon within one written `\;`.
pub(super) fn own_tags(cell: &str) -> Vec<String> {
    let mut tags = vec![String::new()];
    let mut chars = cell.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek()) {
            (';', _) => tags.push(String::new()),
            ('\\', Some(';' | '\\')) => push_last(&mut tags, chars.next().unwrap_or(c)),
            _ => push_last(&mut tags, c),
        }
    }
    tags.retain(|tag| !tag.is_empty());
    tags
}

fn push_last(tags: &mut [String], c: char) {
    if let Some(tag) = tags.last_mut() {
        tag.push(c);
    }
}

/// Number and extension of a `tel:` address; `None` for anything else.
pub(super) fn phone_from_uri(text: &str) -> Option<(String, String)> {
    let (scheme, rest) = text.split_at_checked(4)?;
    if !scheme.eq_ignore_ascii_case("tel:") {
        return None;
    }
    let mut parts = rest.trim_start_matches('/').split(';');
    let number = percent_decoded(parts.next()?).trim().to_owned();
    let extension = parts.find_map(|p| p.split_once('=').filter(|(n, _)| n.trim().eq_ignore_ascii_case("ext")));
    let extension = extension.map(|(_, e)| percent_decoded(e).trim().to_owned()).unwrap_or_default();
    (!number.is_empty()).then_some((number, extension))
}

fn percent_decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return text.into();
    }
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = |at: usize| after.get(at).and_then(|b| (*b as char).to_digit(16));
        match (first, hex(0), hex(1)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                rest = after.get(2..).unwrap_or_default();
            }
            _ => {
                out.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned().into()
}

/// An address on lines, for a free field.
pub(super) fn address_lines(address: &Address) -> String {
    let Address { street, city, region, postcode, country } = address.clone();
    let town = join(" ", [postcode, city]);
    join("\n", [street, town, region, country])
}

/// Adds a free field; another value under the same name goes on a line of its own, the same value is not repeated.
pub(super) fn add_field(fields: &mut BTreeMap<String, String>, name: &str, value: &str, is_exact: bool) {
    if value.is_empty() && !is_exact {
        return;
    }
    match fields.get_mut(name) {
        None => {
            fields.insert(name.to_owned(), value.to_owned());
        }
        Some(known) if known.lines().any(|line| line == value) || known == value => {}
        Some(known) => {
            known.push('\n');
            known.push_str(value);
        }
    }
}

/// A name for somebody without one: the organization's, else an e-mail address or phone as typed. `None` without any.
pub(super) fn derived_name(card: &mut NewCustomer) -> Option<String> {
    if !card.organization.is_empty() {
        card.kind = Kind::Organization;
        return Some(card.organization.clone());
    }
    let email = card.emails.iter().map(|e| &e.address).find(|a| !a.trim().is_empty());
    let phone = card.phones.iter().map(|p| &p.typed).find(|t| !t.trim().is_empty());
    let nickname = card.fields.get("nickname");
    nickname.or(email).or(phone).cloned()
}

/// Whether text reads like somebody's name: two to four words of letters that do not begin in lower case.
pub(super) fn looks_like_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_letter = |c: char| c.is_alphabetic() || matches!(c, '.' | '\'' | '’' | '-');
    let is_word = |w: &&str| w.chars().all(is_letter) && w.chars().any(char::is_alphabetic);
    let is_capital =
        |w: Option<&&str>| w.and_then(|w| w.chars().next()).is_some_and(|c| c.is_alphabetic() && !c.is_lowercase());
    (2..=4).contains(&words.len()) && words.iter().all(is_word) && is_capital(words.first()) && is_capital(words.last())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guard_against_formulas_comes_off_once() {
        for (cell, text) in
            [("'=1+1", "=1+1"), ("''=1+1", "'=1+1"), ("'+49", "+49"), ("'hello", "'hello"), ("=1", "=1"), ("'", "'")]
        {
            assert_eq!(unguard(cell), text, "{cell}");
        }
        assert_eq!(foreign(" =\"0049 30\" "), "0049 30");
    }

    #[test]
    fn several_values_in_one_cell_are_taken_apart_only_when_that_is_certain() {
        assert_eq!(emails("a@x.org ::: b@x.org"), ["a@x.org", "b@x.org"]);
        assert_eq!(emails("a@x.org; b@x.org"), ["a@x.org", "b@x.org"]);
        assert_eq!(emails("not, an address"), ["not, an address"]);
        assert_eq!(phones("030 1234567; 040 7654321"), ["030 1234567", "040 7654321"]);
        assert_eq!(phones("206 555 0142,,12"), ["206 555 0142,,12"], "pauses before an extension");
        assert_eq!(phones("6.50253E+09"), ["6.50253E+09"]);
        assert_eq!(tags("* myContacts ::: Suppliers"), ["Suppliers"]);
        assert_eq!(tags("\"VIP\",\"New\""), ["VIP", "New"]);
        assert_eq!(own_tags(r"a\;b;c\d;e\\"), ["a;b", r"c\d", r"e\"]);
    }

    #[test]
    fn a_tel_address_gives_number_and_extension() {
        let read = |t: &str| phone_from_uri(t).unwrap();
        assert_eq!(read("tel:+1-418-656-9254;ext=102"), ("+1-418-656-9254".into(), "102".into()));
        assert_eq!(read("TEL:+1%20418"), ("+1 418".into(), String::new()));
        assert_eq!(phone_from_uri("+1 418"), None);
    }
}
