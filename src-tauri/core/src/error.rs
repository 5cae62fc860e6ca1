//! What can go wrong, said once, in words for the person at the desk.

use serde::{Deserialize, Serialize};
use std::path::Path;

/// Why something was not done. A code exists only where a consumer does something different for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// What was typed or sent cannot be used as it stands.
    Invalid,
    /// There is nothing of that id, name or number.
    NotFound,
    /// More than one thing could be meant.
    Ambiguous,
    /// Two forms of the same date or time contradict each other.
    Mismatch,
    /// A time that does not exist, such as an hour the clocks skip.
    Impossible,
    /// A day or a person was named, but no time.
    NoTime,
    /// The time meant has already passed.
    Past,
    /// A rule or the person's role does not allow it.
    Refused,
    /// What was previewed is no longer what is there.
    Changed,
    /// Another window or command holds the office.
    Locked,
    /// The file was written by a newer version of Kept.
    Newer,
    /// The file is damaged.
    Damaged,
    /// The disk or folder does not let Kept work there: full, read-only, shared.
    Storage,
}

impl Code {
    /// The code as it stands in JSON, `snake_case`.
    pub fn name(self) -> &'static str {
        match self {
            Code::Invalid => "invalid",
            Code::NotFound => "not_found",
            Code::Ambiguous => "ambiguous",
            Code::Mismatch => "mismatch",
            Code::Impossible => "impossible",
            Code::NoTime => "no_time",
            Code::Past => "past",
            Code::Refused => "refused",
            Code::Changed => "changed",
            Code::Locked => "locked",
            Code::Newer => "newer",
            Code::Damaged => "damaged",
            Code::Storage => "storage",
        }
    }

    /// Whether the office's file cannot be used at all, as against one thing refused.
    pub fn is_about_the_file(self) -> bool {
        matches!(self, Code::Locked | Code::Newer | Code::Damaged | Code::Storage)
    }
}

/// One clear sentence: what could not be done, to what, and what to do. It never holds a customer's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error, ts_rs::TS)]
#[error("{message}")]
#[ts(rename = "CallError")]
pub struct Error {
    /// What a program may act on.
    pub code: Code,
    /// What a person reads.
    pub message: String,
    /// What could be typed instead, most likely first; often empty.
    #[serde(default)]
    pub suggest: Vec<String>,
}

/// The most characters of what was typed, of what a library says, and of a file's place, that an error repeats.
const MOST_REPEATED: usize = 60;
const MOST_SAID: usize = 400;
const MOST_OF_A_PLACE: usize = 250;

/// What was typed or sent, as an error may repeat it: a line of what can be seen, and no more than fits into a sentence.
pub(crate) fn repeated(text: &str) -> String {
    let shown: String = text.trim().chars().filter(|c| can_be_seen(*c)).take(MOST_REPEATED).collect();
    if shown.is_empty() { "nothing".to_owned() } else { shown }
}

/// What a library says, which may quote what it was given, as an error may repeat it.
pub(crate) fn said(text: &str) -> String {
    text.chars().filter(|c| can_be_seen(*c)).take(MOST_SAID).collect()
}

/// A file's place, as an error may repeat it: its end, where it is too long for a sentence.
pub(crate) fn place(file: &Path) -> String {
    let shown: Vec<char> = file.display().to_string().chars().filter(|c| can_be_seen(*c)).collect();
    match shown.len().checked_sub(MOST_OF_A_PLACE) {
        None | Some(0) => shown.into_iter().collect(),
        Some(more) => std::iter::once('…').chain(shown.into_iter().skip(more)).collect(),
    }
}

/// Whether it is neither a control character nor a mark that turns the sentence around it.
fn can_be_seen(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The result of anything the core does.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error without suggestions.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Error { code, message: message.into(), suggest: Vec::new() }
    }

    /// What was given cannot be used.
    pub fn invalid(message: impl Into<String>) -> Self {
        Self::new(Code::Invalid, message)
    }

    /// There is no such thing.
    pub fn not_found(message: impl Into<String>) -> Self {
        Self::new(Code::NotFound, message)
    }

    /// A rule or role forbids it.
    pub fn refused(message: impl Into<String>) -> Self {
        Self::new(Code::Refused, message)
    }

    /// The same error with what could be typed instead.
    pub fn suggest(mut self, suggestions: impl IntoIterator<Item = String>) -> Self {
        self.suggest = suggestions.into_iter().collect();
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_repeated_cannot_turn_or_break_the_sentence() {
        assert_eq!(repeated(" Dan\u{202e}\r\n\0 Ortiz "), "Dan Ortiz");
        assert_eq!(repeated("\u{200f}\0"), "nothing");
        assert_eq!(repeated(&"x".repeat(100_000)).len(), MOST_REPEATED);
        assert_eq!(place(Path::new("/home/amy/\u{202e}Übung.db")), "/home/amy/Übung.db");
        let long = place(Path::new(&format!("{}/copy.db", "x".repeat(100_000))));
        assert!(long.starts_with('…') && long.ends_with("/copy.db") && long.chars().count() == MOST_OF_A_PLACE + 1);
    }
}
