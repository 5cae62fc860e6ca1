//! From the bytes of a file to text: marks of byte order first, then UTF-8, then a guess.

use crate::error::{Error, Result};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// Bytes shown to the guesser: enough to be sure, little enough to be quick.
const GUESS_FROM: usize = 1 << 20;

/// A file as text.
pub(super) struct Decoded<'a> {
    /// The text, without a mark of byte order.
    pub text: Cow<'a, str>,
    /// The encoding's name in lower case.
    pub encoding: String,
    /// Whether the bytes do not say.
    pub guessed: bool,
}

impl<'a> Decoded<'a> {
    fn sure(text: Cow<'a, str>, encoding: &str) -> Self {
        Decoded { text, encoding: encoding.to_owned(), guessed: false }
    }
}

/// Refuses what is plainly another kind of file, by its first bytes.
///
/// # Errors
/// A workbook, an archive, a PDF, a picture or a database.
pub(super) fn refuse_other_kinds(bytes: &[u8]) -> Result<()> {
    const KINDS: &[(&[u8], &str)] = &[
        (b"PK\x03\x04", "This is an Excel workbook or an archive; save it as CSV and import that."),
        (b"\xD0\xCF\x11\xE0", "This is an old Excel or Outlook file; save it as CSV and import that."),
        (b"%PDF-", "This is a PDF, which cannot be imported; export the contacts as CSV or vCard."),
        (b"SQLite format 3\0", "This is a database, not a list of contacts; export them as CSV or vCard."),
        (b"\x89PNG", "This is a picture, not a list of contacts."),
        (b"\xFF\xD8\xFF", "This is a picture, not a list of contacts."),
        (b"!BDN", "This is an Outlook data file; export the contacts from Outlook as CSV and import that."),
    ];
    match KINDS.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        Some((_, sentence)) => Err(Error::invalid(*sentence)),
        None => Ok(()),
    }
}

/// Text of a file that marks its byte order or whose zero bytes betray UTF-16; `None` for eight-bit text.
pub(super) fn wide(bytes: &[u8]) -> Option<Decoded<'_>> {
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE\0\0") {
        return Some(Decoded::sure(utf32(rest, u32::from_le_bytes).into(), "utf-32le"));
    }
    if let Some(rest) = bytes.strip_prefix(b"\0\0\xFE\xFF") {
        return Some(Decoded::sure(utf32(rest, u32::from_be_bytes).into(), "utf-32be"));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return Some(Decoded::sure(UTF_16LE.decode_without_bom_handling(rest).0, "utf-16le"));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return Some(Decoded::sure(UTF_16BE.decode_without_bom_handling(rest).0, "utf-16be"));
    }
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let most = head.len() / 2 * 7 / 10;
    if head.len() >= 8 && odd > most && even * 20 < odd {
        return Some(Decoded {
            guessed: true,
            ..Decoded::sure(UTF_16LE.decode_without_bom_handling(bytes).0, "utf-16le")
        });
    }
    if head.len() >= 8 && even > most && odd * 20 < even {
        return Some(Decoded {
            guessed: true,
            ..Decoded::sure(UTF_16BE.decode_without_bom_handling(bytes).0, "utf-16be")
        });
    }
    None
}

fn utf32(bytes: &[u8], join: fn([u8; 4]) -> u32) -> String {
    let (units, rest) = bytes.as_chunks::<4>();
    let whole = units.iter().map(|unit| char::from_u32(join(*unit)).unwrap_or(char::REPLACEMENT_CHARACTER));
    whole.chain((!rest.is_empty()).then_some(char::REPLACEMENT_CHARACTER)).collect()
}

/// The text of a file in the encoding of that label, which a person chose.
///
/// # Errors
/// There is no such encoding.
pub(super) fn decode_as<'a>(bytes: &'a [u8], label: &str) -> Result<Decoded<'a>> {
    let encoding = named(label)?;
    Ok(Decoded { text: encoding.decode_with_bom_removal(bytes).0, encoding: name(encoding), guessed: false })
}

/// The encoding of that label, such as `utf-8` or `windows-1252`.
///
/// # Errors
/// There is no such encoding.
pub(super) fn named(label: &str) -> Result<&'static Encoding> {
    Encoding::for_label_no_replacement(label.trim().as_bytes())
        .ok_or_else(|| Error::invalid("There is no encoding of that name. Choose one like utf-8 or windows-1252."))
}

/// The text of a file of any encoding.
pub(super) fn decode(bytes: &[u8]) -> Decoded<'_> {
    match wide(bytes) {
        Some(decoded) => decoded,
        None => narrow(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)),
    }
}

fn narrow(bytes: &[u8]) -> Decoded<'_> {
    let encoding = match std::str::from_utf8(bytes) {
        Ok(text) if !is_iso_2022_jp(text) => return Decoded::sure(text.into(), "utf-8"),
        Ok(_) => encoding_rs::ISO_2022_JP,
        Err(_) => match mostly_utf8(bytes) {
            Some(text) => return Decoded { guessed: true, ..Decoded::sure(text.into(), "utf-8") },
            None => guess(bytes),
        },
    };
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Decoded { text, encoding: name(encoding), guessed: true }
}

/// Japanese of older mail programs: ASCII with escapes into the double-byte set and back.
fn is_iso_2022_jp(text: &str) -> bool {
    let switches = text.contains("\x1b$B") || text.contains("\x1b$@");
    switches && text.is_ascii() && (text.contains("\x1b(B") || text.contains("\x1b(J"))
}

/// UTF-8 with a few stray bytes of another program in it: the strays are read as Windows wrote them, or one of them
/// would spoil every accent in the file. `None` when the strays are not few.
pub(super) fn mostly_utf8(bytes: &[u8]) -> Option<String> {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|b| *b >= 0xC2).count();
        bad += chunk.invalid().len();
    }
    if good < bad * 4 {
        return None;
    }
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.push_str(&encoding_rs::WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
    }
    Some(text)
}

/// The likeliest encoding of eight-bit text that does not say.
pub(super) fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes.get(..GUESS_FROM).unwrap_or(bytes), true);
    detector.guess(None, Utf8Detection::Deny)
}

/// An encoding's name as it is reported.
pub(super) fn name(encoding: &'static Encoding) -> String {
    encoding.name().to_ascii_lowercase()
}

/// Text has few control characters; a picture or a program has many.
///
/// # Errors
/// More than one byte in fourteen is a control character that text does not use; random bytes have one in ten.
pub(super) fn refuse_binary(text: &[u8]) -> Result<()> {
    let head = text.get(..64 << 10).unwrap_or(text);
    // Japanese mail switches its letters by escapes.
    let is_odd = |b: &&u8| (**b < b' ' && !matches!(**b, b'\t' | b'\n' | b'\r' | 0x1b)) || **b == 0x7f;
    if head.len() >= 16 && head.iter().filter(is_odd).count() * 14 > head.len() {
        return Err(Error::invalid("This file is not text; export the contacts as CSV or vCard and import that."));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, String, bool) {
        let d = decode(bytes);
        (d.text.into_owned(), d.encoding, d.guessed)
    }

    #[test]
    fn a_mark_of_byte_order_decides() {
        let expect = |encoding: &str| ("José,1\n".to_owned(), encoding.to_owned(), false);
        let units = |text: &str| text.encode_utf16().collect::<Vec<_>>();
        let mut le = vec![0xFF, 0xFE];
        le.extend(units("José,1\n").iter().flat_map(|u| u.to_le_bytes()));
        assert_eq!(read(&le), expect("utf-16le"));
        let mut be = vec![0xFE, 0xFF];
        be.extend(units("José,1\n").iter().flat_map(|u| u.to_be_bytes()));
        assert_eq!(read(&be), expect("utf-16be"));
        let mut le = vec![0xFF, 0xFE, 0, 0];
        le.extend("José,1\n".chars().flat_map(|c| (c as u32).to_le_bytes()));
        assert_eq!(read(&le), expect("utf-32le"));
        let mut be = vec![0, 0, 0xFE, 0xFF];
        be.extend("José,1\n".chars().flat_map(|c| (c as u32).to_be_bytes()));
        assert_eq!(read(&be), expect("utf-32be"));
        assert_eq!(read("\u{feff}José,1\n".as_bytes()), expect("utf-8"));
    }

    #[test]
    fn utf_16_without_a_mark_is_seen_and_called_a_guess() {
        let bytes: Vec<u8> = "name,phone\nAda,1\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&bytes), ("name,phone\nAda,1\n".into(), "utf-16le".into(), true));
    }

    #[test]
    fn the_windows_code_page_and_shift_jis_are_guessed() {
        let (text, encoding, guessed) = read(b"Vorname;Nachname\nJ\xF6rg;M\xFCller\nS\xF6ren;Gr\xF6\xDFe\n");
        assert_eq!((text.contains("Jörg;Müller"), encoding.as_str(), guessed), (true, "windows-1252", true));
        let (bytes, _, _) =
            encoding_rs::SHIFT_JIS.encode("名,姓,電話番号,勤務先の電話番号,市区町村\n太郎,山田,03-1234-5678,,東京都\n");
        let (text, encoding, guessed) = read(&bytes);
        assert_eq!((text.contains("太郎,山田"), encoding.as_str(), guessed), (true, "shift_jis", true));
    }

    #[test]
    fn japanese_of_older_mail_programs_is_told_by_its_escapes() {
        let (bytes, _, _) = encoding_rs::ISO_2022_JP.encode("名,姓\n太郎,山田\n");
        assert_eq!(read(&bytes), ("名,姓\n太郎,山田\n".into(), "iso-2022-jp".into(), true));
        assert_eq!(read(b"a \x1b$ b").1, "utf-8", "an escape alone is a stray key");
    }

    #[test]
    fn one_stray_byte_does_not_spoil_a_utf_8_file() {
        let mut bytes = "Jörg,Müller,Größe,Ärger,Übel,Öl\n".as_bytes().to_vec();
        bytes.extend(b"Jos\xE9\n");
        assert_eq!(read(&bytes), ("Jörg,Müller,Größe,Ärger,Übel,Öl\nJosé\n".into(), "utf-8".into(), true));
    }

    #[test]
    fn pictures_and_workbooks_are_refused_in_one_sentence() {
        assert!(refuse_other_kinds(b"PK\x03\x04....").unwrap_err().message.contains("save it as CSV"));
        let noise: Vec<u8> = (0..4000u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        assert!(refuse_binary(decode(&noise).text.as_bytes()).is_err());
    }
}
