//! From bytes to cards to unfolded lines, still as bytes: each property may have an encoding of its own.

/// A line as it stands in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// Its number, from 1.
    pub number: usize,
    /// Its bytes without the line end.
    pub bytes: &'a [u8],
}

/// The lines between BEGIN and END.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct RawCard<'a> {
    /// The number of the BEGIN line.
    pub line: usize,
    /// What stands between.
    pub lines: Vec<Line<'a>>,
    /// Whether END was found.
    pub is_ended: bool,
    /// Whether this is no card but stray properties before or between cards.
    pub is_outside: bool,
}

impl RawCard<'_> {
    fn begun_at(line: usize) -> Self {
        RawCard { line, lines: Vec::new(), is_ended: false, is_outside: false }
    }
}

/// The lines of a file, ended by LF, CR LF or CR alone.
pub(super) fn physical(bytes: &[u8]) -> Vec<Line<'_>> {
    let (mut lines, mut rest, mut number) = (Vec::new(), bytes, 1);
    while !rest.is_empty() {
        let end = rest.iter().position(|b| matches!(b, b'\n' | b'\r')).unwrap_or(rest.len());
        let (line, after) = rest.split_at(end);
        lines.push(Line { number, bytes: line });
        number += 1;
        // CR CR LF is what becomes of CR LF that was sent as text once too often.
        let line_end = [&b"\r\r\n"[..], b"\r\n"].into_iter().find(|end| after.starts_with(end)).map_or(1, <[u8]>::len);
        rest = after.get(line_end..).unwrap_or_default();
    }
    lines
}

/// A blank before the word would make the line the continuation of a folded one.
fn is_bound(line: &[u8], word: &[u8]) -> bool {
    let Some((name, value)) = line.split_at_checked(word.len()) else { return false };
    let Some(value) = value.trim_ascii_start().strip_prefix(b":") else { return false };
    name.eq_ignore_ascii_case(word) && value.trim_ascii().eq_ignore_ascii_case(b"VCARD")
}

/// Whether the line begins a card; `begin:vcard ` does too.
pub(super) fn is_begin(line: &[u8]) -> bool {
    is_bound(line, b"BEGIN")
}

fn is_end(line: &[u8]) -> bool {
    is_bound(line, b"END")
}

/// Whether a line is a property that could tell somebody's name or number.
fn is_contact_line(line: &[u8]) -> bool {
    let end = line.iter().position(|b| matches!(b, b':' | b';')).unwrap_or(0);
    let name = line.get(..end).unwrap_or_default();
    [&b"FN"[..], b"N", b"TEL", b"EMAIL", b"ORG"].iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// The cards of a file in the order they end, and one more for each run of contact lines outside of any.
pub(super) fn cards(bytes: &[u8]) -> Vec<RawCard<'_>> {
    let mut cards: Vec<RawCard<'_>> = Vec::new();
    let mut open: Vec<RawCard<'_>> = Vec::new();
    for line in physical(bytes) {
        if is_begin(line.bytes) {
            // vCard 2.1 may put a secretary's card inside: AGENT, then BEGIN. Anything else open has lost its END.
            let nests = open.last().and_then(|card| card.lines.last()).is_some_and(|l| is_agent(l.bytes));
            if !nests {
                cards.append(&mut open);
            }
            open.push(RawCard::begun_at(line.number));
        } else if is_end(line.bytes) {
            if let Some(mut card) = open.pop() {
                card.is_ended = true;
                cards.push(card);
            }
        } else if let Some(card) = open.last_mut() {
            card.lines.push(line);
        } else if is_contact_line(line.bytes) {
            match cards.last_mut() {
                Some(card) if card.is_outside => {}
                _ => cards.push(RawCard { is_outside: true, ..RawCard::begun_at(line.number) }),
            }
        }
    }
    cards.append(&mut open);
    cards
}

fn is_agent(line: &[u8]) -> bool {
    line.get(..5).is_some_and(|name| name.eq_ignore_ascii_case(b"AGENT")) && line.trim_ascii_end().ends_with(b":")
}

/// One property with its folds taken out.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unfolded {
    /// Name, parameters, colon and value.
    pub bytes: Vec<u8>,
    /// Where the colon before the value stands; `None` for a line without one.
    pub colon: Option<usize>,
}

/// The colon that ends the parameters: the first outside of double quotes, or the first at all.
fn colon(bytes: &[u8]) -> Option<usize> {
    let mut quoted = false;
    let outside = bytes.iter().position(|b| {
        quoted ^= *b == b'"';
        *b == b':' && !quoted
    });
    outside.or_else(|| bytes.iter().position(|b| *b == b':'))
}

fn head_says(bytes: &[u8], colon: Option<usize>, word: &[u8]) -> bool {
    let head = bytes.get(..colon.unwrap_or(bytes.len())).unwrap_or_default();
    head.windows(word.len()).any(|w| w.eq_ignore_ascii_case(word))
}

fn is_base64_only(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    !line.is_empty() && line.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'='))
}

/// Joins folded lines, soft line ends of QUOTED-PRINTABLE, and the unindented base64 of vCard 2.1.
pub(super) fn unfold(lines: &[Line<'_>]) -> Vec<Unfolded> {
    let mut out = Vec::new();
    let mut lines = lines.iter().map(|l| l.bytes).peekable();
    while let Some(first) = lines.next() {
        if first.trim_ascii().is_empty() {
            continue;
        }
        let mut bytes = first.to_vec();
        let mut at = colon(&bytes);
        let mut quoted_printable = head_says(&bytes, at, b"QUOTED-PRINTABLE");
        let mut base64 = head_says(&bytes, at, b"BASE64") || head_says(&bytes, at, b"ENCODING=B");
        while let Some(next) = lines.peek() {
            if quoted_printable && bytes.trim_ascii_end().ends_with(b"=") {
                bytes.truncate(bytes.trim_ascii_end().len() - 1);
                bytes.extend_from_slice(next);
            } else if let Some(rest) = next.strip_prefix(b" ").or_else(|| next.strip_prefix(b"\t")) {
                bytes.extend_from_slice(rest);
            } else if base64 && is_base64_only(next) {
                bytes.extend_from_slice(next);
            } else {
                break;
            }
            lines.next();
            if at.is_none() {
                at = colon(&bytes);
                quoted_printable = head_says(&bytes, at, b"QUOTED-PRINTABLE");
                base64 = head_says(&bytes, at, b"BASE64") || head_says(&bytes, at, b"ENCODING=B");
            }
        }
        out.push(Unfolded { bytes, colon: at });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(card: &str) -> Vec<String> {
        unfold(&physical(card.as_bytes())).into_iter().map(|l| String::from_utf8(l.bytes).unwrap()).collect()
    }

    #[test]
    fn a_trailing_blank_a_missing_end_and_carriage_returns_alone_do_not_hide_a_card() {
        let found =
            |text: &str| cards(text.as_bytes()).iter().map(|c| (c.line, c.lines.len(), c.is_ended)).collect::<Vec<_>>();
        assert_eq!(found("begin:vcard \nfn:A\nend:vcard \n"), [(1, 1, true)]);
        assert_eq!(found("BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD"), [(1, 1, false), (3, 1, true)]);
        assert_eq!(found("BEGIN:VCARD\nNOTE:a\n END:VCARD\nEND:VCARD"), [(1, 2, true)], "a fold within a note");
        assert_eq!(found("BEGIN:VCARD\rFN:A\rEND:VCARD\r"), [(1, 1, true)]);
    }

    #[test]
    fn a_card_inside_a_card_leaves_the_outer_one_whole() {
        let text = "BEGIN:VCARD\nFN:Boss\nAGENT:\nBEGIN:VCARD\nFN:Help\nEND:VCARD\nTEL:1\nEND:VCARD\n";
        let cards = cards(text.as_bytes());
        assert_eq!(
            cards.iter().map(|c| (c.line, c.lines.len(), c.is_ended)).collect::<Vec<_>>(),
            [(4, 1, true), (1, 3, true)]
        );
    }

    #[test]
    fn folds_and_soft_line_ends_are_joined() {
        assert_eq!(texts("NOTE:one\n  two\n three\nFN:x"), ["NOTE:one twothree", "FN:x"]);
        assert_eq!(
            texts("N;ENCODING=QUOTED-PRINTABLE:=C3=\r\n=91;a\r\nFN:x"),
            ["N;ENCODING=QUOTED-PRINTABLE:=C3=91;a", "FN:x"]
        );
        assert_eq!(texts("PHOTO;BASE64:AAAA\nBBBB\n\nFN:x"), ["PHOTO;BASE64:AAAABBBB", "FN:x"]);
    }
}
