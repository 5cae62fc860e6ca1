//! One property: group, name, parameters, and its value as text.

use super::lines::{RawCard, unfold};
use super::text::{self, Charsets};

/// A property such as `item1.TEL;TYPE=work:+49 30 1234`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Property {
    /// What stands before the dot, lower case; ties a label to its number.
    pub group: String,
    /// The name in upper case; empty for a line that is no property.
    pub name: String,
    /// Parameters by name in upper case. Bare ones, as in `TEL;CELL`, are called `TYPE`.
    pub params: Vec<(String, String)>,
    /// The value, decoded, with its escapes still in it.
    pub value: String,
    /// Whether the value is base64 that was left as it is.
    pub is_binary: bool,
}

impl Property {
    /// The first parameter of that name.
    pub fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// Everything the property says it is for.
    pub fn types(&self) -> impl Iterator<Item = &str> {
        self.params.iter().filter(|(n, _)| n == "TYPE").flat_map(|(_, v)| v.split(','))
    }
}

/// The properties of a card, in order.
pub(super) fn read(card: &RawCard<'_>, charsets: &mut Charsets) -> Vec<Property> {
    unfold(&card.lines)
        .iter()
        .map(|line| match line.colon.and_then(|at| line.bytes.split_at_checked(at)) {
            Some((head, value)) => property(head, value.get(1..).unwrap_or_default(), charsets),
            None => Property { value: charsets.decode(&line.bytes, None).into_owned(), ..Property::default() },
        })
        .collect()
}

fn property(head: &[u8], value: &[u8], charsets: &mut Charsets) -> Property {
    let head = String::from_utf8_lossy(head);
    let mut parts = outside_quotes(&head, ';').into_iter();
    let name = parts.next().unwrap_or_default().trim();
    let (group, name) = name.rsplit_once('.').unwrap_or(("", name));
    if name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')) {
        let text = format!("{head}:{}", charsets.decode(value, None));
        return Property { value: text, ..Property::default() };
    }
    let params: Vec<(String, String)> = parts.flat_map(parameter).collect();
    let charset = params.iter().find(|(n, _)| n == "CHARSET").map(|(_, v)| v.as_str());
    let encoding = params.iter().find(|(n, _)| n == "ENCODING").map(|(_, v)| v.to_ascii_uppercase());
    let (value, is_binary) = match encoding.as_deref() {
        Some("QUOTED-PRINTABLE") => {
            let bytes = text::from_quoted_printable(value);
            (charsets.decode(&bytes, charset).into_owned(), false)
        }
        Some("B" | "BASE64") => (String::from_utf8_lossy(value).into_owned(), true),
        _ => (charsets.decode(value, charset).into_owned(), false),
    };
    Property { group: group.to_ascii_lowercase(), name: name.to_ascii_uppercase(), params, value, is_binary }
}

/// One parameter as name and values; a bare word is a type or, in vCard 2.1, an encoding.
fn parameter(text: &str) -> Vec<(String, String)> {
    let text = text.trim();
    match text.split_once('=') {
        Some((name, values)) => {
            let name = name.trim().to_ascii_uppercase();
            let unquoted = |v: &str| v.trim().trim_matches('"').to_owned();
            outside_quotes(values, ',').into_iter().map(|v| (name.clone(), unquoted(v))).collect()
        }
        None if text.is_empty() => Vec::new(),
        None => {
            let is_encoding =
                ["QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT"].iter().any(|e| text.eq_ignore_ascii_case(e));
            vec![(if is_encoding { "ENCODING" } else { "TYPE" }.to_owned(), text.to_owned())]
        }
    }
}

fn outside_quotes(text: &str, separator: char) -> Vec<&str> {
    let mut quoted = false;
    text.split(|c| {
        quoted ^= c == '"';
        c == separator && !quoted
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::super::lines::cards;
    use super::*;

    fn one(line: &str) -> Property {
        let text = format!("BEGIN:VCARD\n{line}\nEND:VCARD");
        read(&cards(text.as_bytes())[0], &mut Charsets::of_text()).remove(0)
    }

    #[test]
    fn bare_types_quoted_types_and_groups_are_understood() {
        let tel = one("item1.tel;CELL;type=\"work,voice\";PREF=1:+1 23");
        assert_eq!((tel.group.as_str(), tel.name.as_str(), tel.value.as_str()), ("item1", "TEL", "+1 23"));
        assert_eq!(tel.types().collect::<Vec<_>>(), ["CELL", "work", "voice"]);
        assert_eq!(one("TEL;VALUE=uri:tel:+1-2;ext=3").value, "tel:+1-2;ext=3");
        assert_eq!(one("N;SORT-AS=\"Mann:x;y\":de Mann").param("SORT-AS"), Some("Mann:x;y"));
    }

    #[test]
    fn a_line_that_is_no_property_is_kept_as_text() {
        assert_eq!(one("just words"), Property { value: "just words".into(), ..Property::default() });
        assert_eq!(one("see 10: the note").value, "see 10: the note");
    }
}
