//! From a property's bytes to text: QUOTED-PRINTABLE, CHARSET, and a guess where neither is said.

use crate::import::decode;
use encoding_rs::{Encoding, UTF_8};
use std::borrow::Cow;

/// What a file says about its encodings, and what had to be guessed.
#[derive(Debug)]
pub(super) struct Charsets {
    /// For bytes that are not UTF-8 and declare nothing.
    fallback: &'static Encoding,
    is_utf8: bool,
    used_fallback: bool,
    is_told: bool,
}

impl Charsets {
    /// For text whose encoding is known for the whole file.
    pub fn of_text() -> Self {
        Charsets { fallback: encoding_rs::WINDOWS_1252, is_utf8: true, used_fallback: false, is_told: false }
    }

    /// For bytes: undeclared ones are read as another property of the file declares, or as they look.
    pub fn of_bytes(bytes: &[u8]) -> Self {
        let is_utf8 = std::str::from_utf8(bytes).is_ok();
        let fallback = if is_utf8 {
            encoding_rs::WINDOWS_1252
        } else {
            declared(bytes).unwrap_or_else(|| match decode::guess(bytes) {
                guess if guess == UTF_8 => encoding_rs::WINDOWS_1252,
                guess => guess,
            })
        };
        Charsets { fallback, is_utf8, used_fallback: false, is_told: false }
    }

    /// For bytes of which a person has said how the undeclared ones are to be read.
    pub fn told(bytes: &[u8], encoding: &'static Encoding) -> Self {
        let is_utf8 = std::str::from_utf8(bytes).is_ok();
        Charsets { fallback: encoding, is_utf8, used_fallback: false, is_told: true }
    }

    /// The encoding to report and whether it was guessed.
    pub fn verdict(&self) -> (String, bool) {
        if self.is_utf8 {
            ("utf-8".into(), false)
        } else {
            (decode::name(self.fallback), self.used_fallback && !self.is_told)
        }
    }

    /// The text of a value.
    pub fn decode<'a>(&mut self, bytes: &'a [u8], charset: Option<&str>) -> Cow<'a, str> {
        let named = charset.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
        let utf8 = std::str::from_utf8(bytes).ok();
        match (named, utf8) {
            // Bytes that are well-formed UTF-8 beyond ASCII are UTF-8, whatever a single-byte charset claims.
            (Some(named), Some(text)) if named.is_single_byte() || named == UTF_8 => text.into(),
            (Some(named), _) if named != UTF_8 => {
                let (text, has_errors) = named.decode_without_bom_handling(bytes);
                match utf8 {
                    Some(utf8) if has_errors => utf8.into(),
                    _ => text,
                }
            }
            (_, Some(text)) => text.into(),
            (_, None) => {
                self.used_fallback = true;
                if !self.is_told
                    && let Some(text) = decode::mostly_utf8(bytes)
                {
                    return text.into();
                }
                self.fallback.decode_without_bom_handling(bytes).0
            }
        }
    }
}

/// The first charset but UTF-8 that the file names and that is known.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    const WORD: &[u8] = b"CHARSET=";
    let mut at = bytes;
    while let Some(found) = at.windows(WORD.len()).position(|w| w.eq_ignore_ascii_case(WORD)) {
        at = at.get(found + WORD.len()..).unwrap_or_default();
        let end = at.iter().position(|b| matches!(b, b';' | b':' | b'\r' | b'\n')).unwrap_or(at.len());
        let label = at.get(..end).unwrap_or_default();
        if let Some(encoding) = Encoding::for_label(label.trim_ascii())
            && encoding != UTF_8
        {
            return Some(encoding);
        }
    }
    None
}

/// Takes QUOTED-PRINTABLE off. An encoded semicolon was meant as a letter, so it comes out escaped; an `=` that encodes
/// nothing stays.
pub(super) fn from_quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        let hex = |b: &u8| (*b as char).to_digit(16);
        match (first, after.first().and_then(hex), after.get(1).and_then(hex)) {
            (b'=', Some(high), Some(low)) => {
                let byte = (high * 16 + low) as u8;
                let escaped = out.iter().rev().take_while(|b| **b == b'\\').count() % 2 == 1;
                if byte == b';' && !escaped {
                    out.push(b'\\');
                }
                out.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            _ => out.push(*first),
        }
    }
    out
}

/// Splits at every separator that is not escaped, leaving escapes as they are.
pub(super) fn split(value: &str, separator: char) -> Vec<&str> {
    let (mut parts, mut start, mut escaped) = (Vec::new(), 0, false);
    for (at, c) in value.char_indices() {
        if c == separator && !escaped {
            parts.push(value.get(start..at).unwrap_or_default());
            start = at + c.len_utf8();
        }
        escaped = c == '\\' && !escaped;
    }
    parts.push(value.get(start..).unwrap_or_default());
    parts
}

/// Takes escapes off: `\n`, `\,`, `\;`, `\\` and what some programs add. Others, as in `C:\temp`, stay. Only our own
/// files write a carriage return as `\r`.
pub(super) fn unescape(value: &str, is_own: bool) -> String {
    if !value.contains('\\') {
        return value.to_owned();
    }
    let mut out = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('n' | 'N') => out.push('\n'),
            Some('r') if is_own => out.push('\r'),
            Some(c @ ('\\' | ';' | ',' | ':' | '"')) => out.push(c),
            Some(c) => out.extend(['\\', c]),
            None => out.push('\\'),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_printable_keeps_an_encoded_semicolon_within_its_part() {
        let text = String::from_utf8(from_quoted_printable(b"=41=3BB;C=5C=3BD=ZZ=")).unwrap();
        assert_eq!(text, "A\\;B;C\\;D=ZZ=");
        assert_eq!(split(&text, ';'), ["A\\;B", "C\\;D=ZZ="]);
    }

    #[test]
    fn an_unknown_charset_falls_back_and_a_known_one_is_used() {
        let mut charsets = Charsets::of_bytes(b"LABEL;CHARSET=Windows-1253:x\nFN:\xC2\xE1\xE3");
        assert_eq!(charsets.decode(b"\xC2\xE1\xE3\xE3\xDD\xEB\xE7\xF2", None), "Βαγγέλης");
        assert_eq!(charsets.decode("Größe".as_bytes(), Some("murks")), "Größe");
        assert_eq!(charsets.decode(b"M\xFCller", Some("ISO-8859-1")), "Müller");
        assert_eq!(charsets.verdict(), ("windows-1253".into(), true));
    }

    #[test]
    fn a_letter_cut_in_half_does_not_spoil_the_others() {
        let mut charsets = Charsets::of_text();
        assert_eq!(charsets.decode(b"\xC3\x91\xC3\x91\xC3\x91\xC3\x91\xC3", Some("UTF-8")), "ÑÑÑÑÃ");
    }

    #[test]
    fn a_windows_path_is_not_an_escape() {
        assert_eq!(unescape(r"C:\temp\;x\, y\nz \\ \", false), "C:\\temp;x, y\nz \\ \\");
        assert_eq!(unescape(r"a\rb", true), "a\rb");
    }
}
