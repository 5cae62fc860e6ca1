//! What a telephone program hands over of a call, in the forms that are in use: a number, a `tel:` or SIP address, a name
//! with either, or the words of the 3CX assistant. It is taken apart here and believed nowhere.

use crate::phone;

/// The longest text that is looked at, in characters.
const LONGEST: usize = 120;
/// What an address in angle brackets begins with; anything else in them is no address.
const SCHEMES: [&str; 5] = ["tel:", "sip:", "sips:", "callto:", "ciscotel:"];
/// Fewer digits before a name may belong to the name.
const FEWEST_DIGITS: usize = 5;

/// A call as it was handed over.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct HandedOver {
    /// Where the number is, as text.
    pub number: String,
    /// Whether there was more text than is looked at.
    pub is_cut: bool,
    /// Who the telephone says it is; empty where it says nothing.
    pub name: String,
    /// Whether we call them.
    pub outgoing: bool,
    /// Whether the call is over.
    pub ended: bool,
}

impl HandedOver {
    /// Takes a text apart. It never fails: at worst all of it is the number.
    pub(super) fn read(text: &str) -> HandedOver {
        let text = readable(text);
        let is_cut = text.chars().nth(LONGEST - 1).is_some();
        let handed = assistant(&text).unwrap_or_else(|| {
            let (name, number) = addressed(&text).or_else(|| followed(&text)).unwrap_or(("", &text));
            HandedOver { number: number.to_owned(), name: name_in(name), ..HandedOver::default() }
        });
        HandedOver { number: with_plus(handed.number), is_cut, ..handed }
    }
}

/// The text without what cannot be seen (control characters, marks of direction), quotes and space around it; at most
/// so much of it that a longer one is still known to be too long.
fn readable(text: &str) -> String {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let seen: String = text.chars().filter(|c| !hidden(*c)).take(LONGEST).collect();
    let bare = seen.trim_matches(around);
    // A quote that closes a name inside is no quote around it.
    let bare = if bare.contains(['"', '<']) { seen.trim() } else { bare };
    bare.to_owned()
}

/// What stands around a text and is none of it.
fn around(c: char) -> bool {
    c.is_whitespace() || "\"'`“”‘’".contains(c)
}

/// `"Alice Example" <sip:+12065550142@pbx.example>;tag=1`: name and address, as SIP writes them.
fn addressed(text: &str) -> Option<(&str, &str)> {
    // A name may hold brackets of its own: the address is in the last ones.
    let (name, rest) = text.rsplit_once('<')?;
    let address = rest.split('>').next()?.trim();
    let is_address = SCHEMES.iter().any(|scheme| has_prefix(address, scheme));
    is_address.then_some((name, address))
}

/// `+1 206 555 0142 Alice Example`: a number, and behind it the name that some programs add.
fn followed(text: &str) -> Option<(&str, &str)> {
    let dialled = |c: char| c.is_ascii_digit() || c.is_whitespace() || "+-.()".contains(c);
    let (number, name) = text.split_at(text.find(|c| !dialled(c))?);
    let is_number =
        number.ends_with(char::is_whitespace) && number.chars().filter(char::is_ascii_digit).count() >= FEWEST_DIGITS;
    let is_name = !name.chars().any(|c| c.is_ascii_digit() || "<>;|&".contains(c));
    (is_number && is_name).then_some((name, number.trim()))
}

/// `/N:S /C:+12065550142 /T:I /I:7`, as the 3CX assistant writes it: N is S, C or E for a call that begins, is answered
/// or ends, C who, T is I or O for in or out, I the call's own number.
fn assistant(text: &str) -> Option<HandedOver> {
    let mut handed = HandedOver::default();
    let mut is_said = false;
    for word in text.split_whitespace() {
        let (name, value) = word.strip_prefix('/')?.split_once(':')?;
        let value = value.trim_matches(around);
        match name.to_ascii_uppercase().as_str() {
            "N" => (is_said, handed.ended) = (true, value.eq_ignore_ascii_case("E")),
            "C" => handed.number = value.to_owned(),
            "T" => handed.outgoing = value.eq_ignore_ascii_case("O"),
            "I" => {}
            _ => return None,
        }
    }
    is_said.then_some(handed)
}

/// A name without its quotes; none where it is a placeholder, a number or nothing but signs.
fn name_in(text: &str) -> String {
    let plain: String = text.trim().trim_matches(around).replace("\\\"", "\"").replace("\\\\", "\\");
    let is_placeholder = ["%", "{", "$", "["].iter().any(|sign| plain.starts_with(sign));
    let is_name = plain.chars().any(char::is_alphabetic) && !is_placeholder;
    if is_name { plain } else { String::new() }
}

/// A plus that is still escaped outside of any address: some programs hand over an address's first part as it stands.
fn with_plus(number: String) -> String {
    match number.strip_prefix("%2B").or_else(|| number.strip_prefix("%2b")) {
        Some(rest) if phone::fold_digits(rest).starts_with(|c: char| c.is_ascii_digit()) => format!("+{rest}"),
        _ => number,
    }
}

fn has_prefix(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, String) {
        let handed = HandedOver::read(text);
        (handed.name, handed.number)
    }

    #[test]
    fn a_name_is_told_from_the_number() {
        for (text, name, number) in [
            (
                r#""Alice Example" <sip:+16502530000@gw.example.com>;tag=1"#,
                "Alice Example",
                "sip:+16502530000@gw.example.com",
            ),
            (r#""Ana \"Annie\" Sousa" <tel:+351912345678>"#, r#"Ana "Annie" Sousa"#, "tel:+351912345678"),
            ("Ana Sousa <sip:912345678@pbx>", "Ana Sousa", "sip:912345678@pbx"),
            ("<sip:6502530000@10.0.0.5>;tag=1", "", "sip:6502530000@10.0.0.5"),
            ("+1 206 555 0142 Ana Sousa", "Ana Sousa", "+1 206 555 0142"),
            ("2065550142 %CallerDisplayName%", "", "2065550142"),
            (r#"2065550142 "יעל כהן""#, "יעל כהן", "2065550142"),
            ("\"2065550142\"", "", "2065550142"),
            ("%2B33142685300", "", "+33142685300"),
            ("sip:0016502530000@gw;tag=1", "", "sip:0016502530000@gw;tag=1"),
        ] {
            assert_eq!(read(text), (name.to_owned(), number.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_is_neither_stays_whole_and_is_no_name() {
        for text in
            ["<b>1</b>", "1;rm -rf ~", "7 Ana", "/etc/passwd", "/N", "/X:1 /C:2", "--help", "5550142 <script>", "7f3c"]
        {
            assert_eq!(read(text), (String::new(), text.to_owned()), "{text}");
        }
    }

    #[test]
    fn the_words_of_an_assistant_are_read() {
        let handed = HandedOver::read("/N:S /C:+12065550142 /T:I /I:7");
        assert_eq!((handed.number.as_str(), handed.outgoing, handed.ended), ("+12065550142", false, false));
        let handed = HandedOver::read("/n:E /c:\"2065550142\" /t:o /i:7");
        assert_eq!((handed.number.as_str(), handed.outgoing, handed.ended), ("2065550142", true, true));
        assert_eq!(HandedOver::read("/N:S /I:7").number, "", "the caller is withheld");
    }

    #[test]
    fn what_is_too_long_is_cut_and_said_to_be() {
        let handed = HandedOver::read(&"1".repeat(10_000));
        assert!(handed.is_cut && handed.number.len() == LONGEST);
        assert!(!HandedOver::read("5550142").is_cut);
    }
}
