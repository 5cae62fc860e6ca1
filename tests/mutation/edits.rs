//! Real samples, broken: bytes flipped, cut, doubled, spliced with another sample, and hostile pieces put in.

use proptest::{prelude::*, sample::Index};
use std::fmt;

/// One thing done to a sample.
#[derive(Debug, Clone)]
enum Edit {
    Flip(Index, u8),
    Cut(Index, Index),
    Double(Index, u8),
    Truncate(Index),
    Splice(Index, Index),
    Insert(Index, Piece),
}

/// What is put in.
#[derive(Debug, Clone)]
enum Piece {
    Bytes(Vec<u8>),
    /// A byte, so many times.
    Many(u8, usize),
}

/// Pieces that break programs.
const HOSTILE: &[&[u8]] = &[
    b"\0",
    b"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
    b"\xEF\xBB\xBF",
    b"\xFF\xFE",
    b"\xFE\xFF",
    b"\xC3\x28",
    b"\xED\xA0\x80",
    b"\xF4\x90\x80\x80",
    b"\x80",
    "\u{202e}".as_bytes(),
    "\u{200f}\u{2066}".as_bytes(),
    "\u{200d}\u{fe0f}".as_bytes(),
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}".as_bytes(),
    "\u{1f3f4}\u{e0067}\u{e0062}".as_bytes(),
    "ﬁ Å ß İ ŉ ΐ".as_bytes(),
    "１２：３０".as_bytes(),
    "٣/٤".as_bytes(),
    b"\"",
    b"\"\"\"",
    b"\r",
    b"\r\n",
    b"\r\r\n",
    b"\n \n\t\n",
    b",,,,,,,,,,,,,,,,",
    b";;;;;;;;;;;;;;;;",
    b"\\",
    b"\\n\\,\\;",
    b":",
    b"=",
    b"=\r\n",
    b"=ZZ=0",
    b";ENCODING=QUOTED-PRINTABLE:",
    b";ENCODING=b:",
    b";CHARSET=utf-7:",
    b";CHARSET=:",
    b"BEGIN:VCARD\r\n",
    b"END:VCARD\r\n",
    b"VERSION:9.9\r\n",
    b"sep=;\n",
    b"sep=\"\n",
    b"=cmd|' /C calc'!A0",
    b"<img src=x onerror=alert(1)>",
    b"'; DROP TABLE event; --",
    b"../../../../etc/passwd",
    b"%n%s%00",
    b"%",
    b"-1",
    b"0",
    b"99999999999999999999999",
    b"1e999",
    b"31/02/1999",
    b"0000-00-00",
    b"+99:99",
    b"24:00",
    b"12:60",
    b"-",
    b"- -",
    b"tomorrow",
    b"by",
    b"@",
    b"{",
    b"null",
];

fn piece() -> impl Strategy<Value = Piece> {
    prop_oneof![
        8 => prop::sample::select(HOSTILE).prop_map(|bytes| Piece::Bytes(bytes.to_vec())),
        2 => prop::collection::vec(any::<u8>(), 1..12).prop_map(Piece::Bytes),
        1 => (any::<u8>(), prop_oneof![Just(300_usize), Just(70_000)]).prop_map(|(byte, times)| Piece::Many(byte, times)),
    ]
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        4 => (any::<Index>(), any::<u8>()).prop_map(|(at, with)| Edit::Flip(at, with)),
        2 => (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Edit::Cut(from, to)),
        2 => (any::<Index>(), 1..40_u8).prop_map(|(at, bytes)| Edit::Double(at, bytes)),
        1 => any::<Index>().prop_map(Edit::Truncate),
        2 => (any::<Index>(), any::<Index>()).prop_map(|(at, from)| Edit::Splice(at, from)),
        6 => (any::<Index>(), piece()).prop_map(|(at, piece)| Edit::Insert(at, piece)),
    ]
}

fn done(edit: Edit, bytes: &mut Vec<u8>, other: &[u8]) {
    // One place more than there are bytes: the end.
    let place = |at: Index, length: usize| at.index(length + 1);
    match edit {
        Edit::Flip(at, with) => {
            let at = place(at, bytes.len());
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= with;
            }
        }
        Edit::Cut(from, to) => {
            let (from, to) = (place(from, bytes.len()), place(to, bytes.len()));
            bytes.drain(from.min(to)..from.max(to));
        }
        Edit::Double(at, length) => {
            let at = place(at, bytes.len());
            let piece = bytes[at..bytes.len().min(at + usize::from(length))].to_vec();
            bytes.splice(at..at, piece);
        }
        Edit::Truncate(at) => bytes.truncate(place(at, bytes.len())),
        Edit::Splice(at, from) => {
            bytes.truncate(place(at, bytes.len()));
            bytes.extend(&other[place(from, other.len())..]);
        }
        Edit::Insert(at, piece) => {
            let at = place(at, bytes.len());
            let piece = match piece {
                Piece::Bytes(piece) => piece,
                Piece::Many(byte, times) => vec![byte; times],
            };
            bytes.splice(at..at, piece);
        }
    }
}

/// What is left of a sample.
#[derive(Clone, PartialEq)]
pub struct Broken(pub Vec<u8>);

impl fmt::Debug for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = self.0.get(..2000).unwrap_or(&self.0);
        write!(f, "{} bytes: {}", self.0.len(), shown.escape_ascii())
    }
}

/// One of the samples after up to five edits.
pub fn mutant(samples: Vec<Vec<u8>>) -> impl Strategy<Value = Broken> {
    let samples: Vec<Broken> = samples.into_iter().map(Broken).collect();
    let one = prop::sample::select(samples);
    (one.clone(), one, prop::collection::vec(edit(), 1..6)).prop_map(|(Broken(mut bytes), other, edits)| {
        for edit in edits {
            done(edit, &mut bytes, &other.0);
        }
        Broken(bytes)
    })
}

/// The same for lines that somebody types: what is no text in them is replaced as a terminal would.
pub fn mutant_line(samples: Vec<String>) -> impl Strategy<Value = String> {
    mutant(samples.into_iter().map(String::into_bytes).collect())
        .prop_map(|Broken(bytes)| String::from_utf8_lossy(&bytes).into_owned())
}
