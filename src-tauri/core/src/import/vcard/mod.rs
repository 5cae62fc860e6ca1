//! vCard 2.1, 3.0 and 4.0 as real programs write them.
//!
//! Kept reads the lines itself: CHARSET and QUOTED-PRINTABLE hold for one property, so they are taken off before
//! there is text, and a library that wants text comes too late. Photos, logos, sounds and keys are left out.

mod card;
mod lines;
mod property;
mod text;

use super::{Format, Person, ReadFile, Skipped, decode};
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
    let first = lines::physical(&head).into_iter().find(|line| !line.bytes.trim_ascii().is_empty());
    match first {
        Some(line) if lines::is_begin(line.bytes) => true,
        // Text before the first card, such as the header of a mail, does not make it a table.
        _ => lines::physical(&head).iter().take(200).any(|line| lines::is_begin(line.bytes)),
    }
}

/// Reads every card.
///
/// # Errors
/// The bytes are no text.
pub(super) fn read(bytes: &[u8]) -> Result<ReadFile> {
    let wide = decode::wide(bytes);
    let (raw, mut charsets): (Cow<'_, [u8]>, _) = match &wide {
        Some(decoded) => (decoded.text.as_bytes().into(), text::Charsets::of_text()),
        None => {
            let raw = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
            (raw.into(), text::Charsets::of_bytes(raw))
        }
    };
    decode::refuse_binary(&raw)?;

    let (mut people, mut skipped, mut remarks) = (Vec::new(), Vec::new(), Vec::new());
    for raw_card in lines::cards(&raw) {
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
        people,
        skipped,
        remarks,
    })
}
