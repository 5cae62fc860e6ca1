//! vCard 2.1, 3.0 and 4.0 as real programs write them.
//!
//! Kept reads the lines itself: CHARSET and QUOTED-PRINTABLE hold for one property, so they are taken off before
//! there is text, and a library that wants text comes too late. Photos, logos, sounds and keys are left out.

mod card;
mod lines;
mod property;
mod text;

use super::{Format, Person, ReadFile, Skipped, TwoWayDates, columns, decode};
use crate::error::Result;
use card::Outcome;
use std::borrow::Cow;

/// Begins the PRODID of our own export. In such a file text is kept to the letter.
pub(crate) const OWN_PRODUCT: &str = "-//Kept//";

/// Whether the content looks like vCard: a line early in it begins a card.
pub(super) fn is_likely(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(64 << 10)).unwrap_or(bytes);
    let head: Cow<'_, [u8]> = match decode::wide(head) {
        Some(decoded) => decoded.text.into_owned().into_bytes().into(),
        None => head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).into(),
    };
    let lines = lines::physical(&head);
    let first = lines.iter().map(|line| line.bytes.trim_ascii()).find(|line| !line.is_empty()).unwrap_or_default();
    // Text before the first card, such as the header of a mail, does not make it a table. A header does, even where
    // somebody has put a card into a note.
    let is_table = columns::known_titles(String::from_utf8_lossy(first).split([',', ';', '\t', '|'])) > 1;
    !is_table && lines.iter().take(200).any(|line| lines::is_begin(line.bytes))
}

/// Reads every card. `told`: the encoding a person chose for what is neither UTF-8 nor declares its own.
///
/// # Errors
/// The bytes are no text, or there is no encoding of that name.
pub(super) fn read(bytes: &[u8], told: Option<&str>) -> Result<ReadFile> {
    let told = told.map(decode::named).transpose()?;
    let wide = decode::wide(bytes);
    let (raw, mut charsets): (Cow<'_, [u8]>, _) = match &wide {
        Some(decoded) => (decoded.text.as_bytes().into(), text::Charsets::of_text()),
        None => {
            let raw = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
            (raw.into(), told.map_or_else(|| text::Charsets::of_bytes(raw), |told| text::Charsets::told(raw, told)))
        }
    };

    let (mut people, mut skipped, mut remarks) = (Vec::new(), Vec::new(), Vec::new());
    let cards = lines::cards(&raw);
    if cards.is_empty() {
        decode::refuse_binary(&raw)?;
    }
    for raw_card in cards {
        let line = raw_card.line;
        if raw_card.is_outside {
            skipped.push(Skipped { line, why: "contact lines outside of a card".into() });
            continue;
        }
        let properties = property::read(&raw_card, &mut charsets);
        match card::build(properties) {
            Outcome::Person(card, uid) => {
                if !raw_card.is_ended {
                    remarks.push(Skipped { line, why: "the card has no END:VCARD; what it held was taken".into() });
                }
                people.push(Person { line, card: *card, uid });
            }
            Outcome::Skipped(why) => skipped.push(Skipped { line, why: why.into() }),
        }
    }
    let (encoding, encoding_guessed) = match wide {
        Some(decoded) => (decoded.encoding, decoded.guessed),
        None => charsets.verdict(),
    };
    Ok(ReadFile {
        format: Format::Vcard,
        encoding,
        encoding_guessed,
        delimiter: None,
        columns: Vec::new(),
        cells: Vec::new(),
        dates: TwoWayDates::default(),
        people,
        skipped,
        remarks,
    })
}
