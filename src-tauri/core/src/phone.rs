//! Phone numbers: what was typed, and the number that it means.
//!
//! What was typed is kept by the caller as it stands; here it is only read. A number that nobody can be sure of
//! gets no E.164 form, so that no two customers are taken for one on a guess.

use rlibphonenumber::{NumberLengthType, PHONE_NUMBER_UTIL, PhoneNumber, PhoneNumberFormat, Region};
use std::borrow::Cow;

/// The longest text that is looked at, in characters. What is longer is no phone number.
const LONGEST: usize = 250;

/// The schemes under which softphones and address books hand over a number.
const SCHEMES: [&str; 5] = ["tel:", "sips:", "sip:", "callto:", "ciscotel:"];

/// What says where a number of a `tel:` link is dialled.
const CONTEXT: &str = "phone-context=";

/// What a typed phone number means.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadPhone {
    /// The number in E.164 form, with `+` and without extension; `None` when it is not certain which number is meant.
    pub e164: Option<String>,
    /// The extension's digits; empty when there is none.
    pub extension: String,
    /// The digits of what was typed as ASCII, without the extension, for searching.
    pub digits: String,
}

impl ReadPhone {
    /// Whether both are certainly the same line: equal numbers with equal extensions.
    pub fn is_same_line(&self, other: &ReadPhone) -> bool {
        self.e164.is_some() && self.e164 == other.e164 && self.extension == other.extension
    }
}

/// Reads a phone number as somebody in `region` (`US`, `DE` ...) types it. With an unknown region only numbers
/// with a country code are read. Whatever is given, it never fails: at worst there is no E.164 form.
pub fn read(typed: &str, region: &str) -> ReadPhone {
    if typed.chars().nth(LONGEST).is_some() {
        return ReadPhone { digits: digits_of(&typed.chars().take(LONGEST).collect::<String>()), ..Default::default() };
    }
    let line = dialled(typed);
    // Digits of a context say where the number is dialled; they belong to the number only where they complete it.
    let (dialled, context) = split_context(&line);
    let mut digits = digits_of(dialled);
    if digits.is_empty() {
        // "anonymous", "withheld", "n/a": words that a keypad could spell, but no number.
        return ReadPhone::default();
    }
    let region = region_of(region);
    // The library is foreign code fed with foreign text: a panic in it costs this one number its E.164 form.
    let number = std::panic::catch_unwind(|| certain_number(&line, region)).ok().flatten();
    let Some((e164, extension)) = number else { return ReadPhone { digits, ..Default::default() } };
    if let Some(without) = digits.strip_suffix(extension.as_str()) {
        digits.truncate(without.len());
    }
    digits.push_str(&digits_of(context.filter(|context| context.starts_with('+')).unwrap_or_default()));
    ReadPhone { e164: Some(e164), extension, digits }
}

/// A number in E.164 form with the spaces of its country, as people read it: `+44 20 7946 0812`. Anything else as it is.
pub fn spaced(e164: &str) -> String {
    let spaced = || {
        let number = PHONE_NUMBER_UTIL.parse(e164, None::<Region>).ok()?;
        // Dashes, which some countries write, would read as minus signs beside other numbers.
        Some(PHONE_NUMBER_UTIL.format(&number, PhoneNumberFormat::International).replace('-', " "))
    };
    let is_e164 = e164.strip_prefix('+').is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    let read = if is_e164 { std::panic::catch_unwind(spaced).ok().flatten() } else { None };
    read.unwrap_or_else(|| e164.to_owned())
}

/// Whether `code` is a region whose numbers are known, such as `US` or `GB`; case does not matter.
pub fn is_region(code: &str) -> bool {
    region_of(code).is_some()
}

/// The text with every decimal digit of any script (full-width, Arabic-Indic, Devanagari ...) as its ASCII digit, and
/// everything else as it was.
pub fn fold_digits(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(fold_digit).collect())
}

/// A decimal digit of any script as its ASCII digit; any other character as it is.
pub(crate) fn fold_digit(c: char) -> char {
    if c.is_ascii() || !c.is_numeric() {
        return c;
    }
    PHONE_NUMBER_UTIL.normalize_digits_only(c.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(c)
}

fn digits_of(text: &str) -> String {
    text.chars().map(fold_digit).filter(char::is_ascii_digit).collect()
}

fn region_of(code: &str) -> Option<Region> {
    let region = Region::from_code(code.trim()).ok().filter(|r| *r != Region::World)?;
    PHONE_NUMBER_UTIL.get_country_code_for_region(region).map(|_| region)
}

/// The part of what was typed that is dialled: without scheme, host, query and escapes. A number of a `tel:` link that
/// does not begin with `+` keeps that scheme, its extension and its context, in this order.
pub(crate) fn dialled(typed: &str) -> String {
    let folded = fold_digits(typed);
    // Thin, hair and ideographic spaces are spaces to whoever types them, but not to the library.
    let text: String = folded.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    let mut rest = text.trim();
    let (mut is_uri, mut is_sip) = (false, false);
    while let Some((scheme, after)) = SCHEMES.iter().find_map(|s| Some((*s, without_prefix(rest, s)?))) {
        (is_uri, is_sip) = (true, is_sip || scheme.starts_with("sip"));
        rest = after.trim_start_matches('/');
    }
    if !is_uri {
        return rest.to_owned();
    }
    let rest = rest.split_once('?').map_or(rest, |(before, _)| before);
    let rest = if is_sip { rest.split(['@', ';']).next().unwrap_or_default() } else { rest };
    let rest = unescape(rest);
    let (number, parameters) = rest.split_once(';').unwrap_or((&rest, ""));
    let parameter = |name: &str| {
        let found = parameters.split(';').find_map(|p| without_prefix(p, name)).filter(|value| !value.is_empty());
        found.map(|value| format!(";{name}{value}")).unwrap_or_default()
    };
    if is_sip {
        return rest;
    }
    // A context belongs to local numbers only: with a global one it is an error of the sender, and ignored.
    match number.starts_with('+') {
        true => format!("{number}{}", parameter("ext=")),
        false => format!("tel:{number}{}{}", parameter("ext="), parameter(CONTEXT)),
    }
}

/// A number as it is dialled, and the context in which it is.
fn split_context(line: &str) -> (&str, Option<&str>) {
    line.split_once(CONTEXT).map_or((line, None), |(before, context)| (before.trim_end_matches(';'), Some(context)))
}

/// What follows `prefix`, whose case does not matter.
fn without_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// Replaces `%20` and other escaped ASCII characters.
fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        plain.push_str(before);
        let code = after.get(..2).and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(u8::is_ascii);
        match code {
            Some(byte) => {
                plain.push(char::from(byte));
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                plain.push('%');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// The E.164 form and extension of a number that is certainly meant.
fn certain_number(line: &str, region: Option<Region>) -> Option<(String, String)> {
    let number = PHONE_NUMBER_UTIL.parse(line, region).ok()?;
    // A context in front of the number may make no number at all: only one that is in use is taken.
    let is_plain = split_context(line).1.is_none();
    let is_taken = PHONE_NUMBER_UTIL.is_valid_number(&number) || is_plain && is_complete(line, region, &number);
    if !is_taken {
        return None;
    }
    let e164 = PHONE_NUMBER_UTIL.format(&number, PhoneNumberFormat::E164).into_owned();
    Some((e164, number.extension().to_owned()))
}

/// Whether a number of no range in use yet (or none any more) was nevertheless typed in full. Its length alone does
/// not say so: an emergency number or a local number without its area code has a possible length in many countries.
fn is_complete(line: &str, region: Option<Region>, number: &PhoneNumber) -> bool {
    if !matches!(PHONE_NUMBER_UTIL.is_possible_number_with_reason(number), Ok(NumberLengthType::IsPossible)) {
        return false;
    }
    if line.trim_start_matches("tel:").trim_start().starts_with('+') {
        return true;
    }
    // 00 begins an international number; where it is not the country's own prefix, nobody knows which.
    let digits = digits_of(line);
    let Some(region) = region.filter(|_| !digits.starts_with("00")) else { return false };
    let typed = digits.strip_suffix(number.extension()).unwrap_or(&digits);
    let has_trunk_prefix = typed.len() > number.get_national_significant_number().len();
    has_trunk_prefix || PHONE_NUMBER_UTIL.is_nanpa_country(region)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn e164(typed: &str, region: &str) -> Option<String> {
        read(typed, region).e164
    }

    #[test]
    fn a_number_is_spaced_as_its_country_does_and_anything_else_left_alone() {
        assert_eq!(spaced("+12065550142"), "+1 206 555 0142");
        assert_eq!(spaced("+442079460812"), "+44 20 7946 0812");
        for other in ["", "+", "+1", "12345", "+49x", "+999999999999999999999999", "anonymous"] {
            assert_eq!(spaced(other), other);
        }
    }

    #[test]
    fn schemes_hosts_and_escapes_are_not_part_of_the_number() {
        for typed in [
            "tel:+1-201-555-0123",
            "TEL:+12015550123",
            "tel:+1%20201%20555%200123",
            "callto:+12015550123",
            "sip:+12015550123@gw.example.com;user=phone",
            "callto:sip:+12015550123@gw.example.com",
            "ciscotel:+12015550123",
            "tel://+12015550123",
            "tel:+1-201-555-0123;phone-context=example.com",
            "tel:+12015550123?subject=x",
        ] {
            assert_eq!(e164(typed, "DE").as_deref(), Some("+12015550123"), "{typed}");
        }
        assert_eq!(e164("tel:+358-555-1234567;postd=pp22", "US").as_deref(), Some("+3585551234567"));
        assert_eq!(e164("tel:863-1234;phone-context=+1-914-555", "US"), None, "a context is not simply put in front");
        assert_eq!(read("tel:863-1234;phone-context=+1-914-555", "US").digits, "8631234");
        assert_eq!(e164("tel:253-0000;phone-context=+1-650", "US").as_deref(), Some("+16502530000"), "a number in use");
        assert_eq!(e164("tel:201-555-0123;ext=7;phone-context=+1", "DE").as_deref(), Some("+12015550123"));
        assert_eq!(read("tel:7042;phone-context=pbx7.example", "US").digits, "7042");
        assert_eq!(e164("callto:sip:user@contoso.com", "US"), None);
        assert_eq!(e164("tel:+", "US"), None);
        assert_eq!(e164("tel:112", "DE"), None, "an emergency number stays what it is");
        assert_eq!(read("tel:+1-201-555-0123;ext=42", "DE").extension, "42");
    }

    #[test]
    fn words_for_a_hidden_number_are_no_number() {
        for typed in ["anonymous", "withheld", "Restricted", "unknown", "n/a", "%CallerNumber%", "", "  ", "☎"] {
            assert_eq!(read(typed, "US"), ReadPhone::default(), "{typed}");
        }
    }

    #[test]
    fn digits_of_every_script_count() {
        assert_eq!(fold_digits("٠٥٠ １２３ ४५ x² ①"), "050 123 45 x² ①");
        assert_eq!(e164("٠٥٠ ١٢٣ ٤٥٦٧", "AE").as_deref(), Some("+971501234567"));
        assert_eq!(read("（６５０） ２５３ ００００", "US").digits, "6502530000");
    }

    #[test]
    fn the_extension_is_not_among_the_digits_searched() {
        let read = read("650 253 0000 ext 101", "US");
        assert_eq!((read.digits.as_str(), read.extension.as_str()), ("6502530000", "101"));
    }

    #[test]
    fn a_number_typed_in_full_counts_though_its_range_is_not_in_use() {
        assert_eq!(e164("(555) 123-4567", "US").as_deref(), Some("+15551234567"));
        assert_eq!(e164("+1 555 123 4567", "DE").as_deref(), Some("+15551234567"));
        assert_eq!(e164("1234567", "DE"), None, "a local number without its area code");
        assert_eq!(e164("0061412345678", "AU"), None, "00 is not Australia's prefix");
        assert_eq!(e164("2530000", "US"), None, "a local number");
    }

    #[test]
    fn regions_are_those_whose_numbers_are_known() {
        for code in ["US", "gb", "AC", "TA", "XK"] {
            assert!(is_region(code), "{code}");
        }
        for code in ["", "ZZ", "001", "USA", "U", "é1", "日本"] {
            assert!(!is_region(code), "{code}");
        }
    }

    #[test]
    fn absurd_input_keeps_its_first_digits() {
        assert_eq!(read(&"9".repeat(100_000), "US").digits.len(), LONGEST);
        assert_eq!(e164("+", ""), None);
    }
}
