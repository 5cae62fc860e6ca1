//! What stands between the cells of a file: the character that gives the same number of them in every row.

use crate::error::{Error, Result};

/// Bytes and rows looked at.
const SAMPLE_BYTES: usize = 256 << 10;
const SAMPLE_ROWS: usize = 60;

/// What may stand between cells.
const CANDIDATES: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The delimiter, `told` where a person chose it, and how many bytes at the beginning only tell it (`sep=;`, a line
/// Excel understands).
///
/// # Errors
/// What was chosen separates no cells.
pub(super) fn find(text: &str, told: Option<char>) -> Result<(u8, usize)> {
    let (found, skip) = found(text);
    let Some(told) = told else { return Ok((found, skip)) };
    match CANDIDATES.into_iter().find(|candidate| char::from(*candidate) == told) {
        Some(delimiter) => Ok((delimiter, skip)),
        None => Err(Error::invalid("Cells are separated by a comma, a semicolon, a tab or a bar.")),
    }
}

fn found(text: &str) -> (u8, usize) {
    let first_line = text.split('\n').next().unwrap_or_default();
    if let Some(told) = first_line.trim_end().strip_prefix("sep=").or(first_line.trim_end().strip_prefix("SEP="))
        && let [delimiter] = told.as_bytes()
    {
        return (*delimiter, (first_line.len() + 1).min(text.len()));
    }
    // The last of equals wins max_by_key, so the commonest is asked last.
    let best = CANDIDATES.into_iter().rev().max_by_key(|delimiter| score(text, *delimiter));
    (best.unwrap_or(b','), 0)
}

/// Known titles in the first row, then how many rows have as many cells as most, in thousandths, then cells a row.
fn score(text: &str, delimiter: u8) -> (usize, usize, usize) {
    let is_cut = text.len() > SAMPLE_BYTES;
    let sample = text.as_bytes().get(..SAMPLE_BYTES).unwrap_or(text.as_bytes());
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(sample);
    let (mut row, mut counts, mut known) = (csv::ByteRecord::new(), Vec::new(), 0);
    while counts.len() < SAMPLE_ROWS && reader.read_byte_record(&mut row).unwrap_or(false) {
        if counts.is_empty() && row.len() > 1 {
            known = super::columns::known_titles(row.iter().filter_map(|cell| std::str::from_utf8(cell).ok()));
        }
        counts.push(row.len());
    }
    if is_cut && counts.len() < SAMPLE_ROWS {
        counts.pop();
    }
    let same = |n: usize| counts.iter().filter(|c| **c == n).count();
    let most = counts.iter().copied().max_by_key(|n| same(*n)).unwrap_or(1);
    match most {
        0 | 1 => (known, 0, 0),
        most => (known, same(most) * 1000 / counts.len(), most),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_the_one_that_gives_even_rows() {
        for (text, delimiter) in [
            ("a,b,c\n1,2,3\n", b','),
            ("Name;Ort;Betrag\nAda;Berlin;1,50\nBob;Bonn;2,50\n", b';'),
            ("a\tb\nx, y\tz\n", b'\t'),
            ("a|b\n1|2\n", b'|'),
            ("only\none\n", b','),
            ("Name;Notes\nAda;\"one, two, three\"\n", b';'),
        ] {
            assert_eq!(found(text), (delimiter, 0), "{text}");
        }
        assert_eq!(found("sep=;\na;b\n"), (b';', 6));
    }
}
