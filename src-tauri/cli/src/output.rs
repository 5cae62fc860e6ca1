//! What is printed, and where: the answer on stdout, everything else on stderr.

use crate::{failure::Failure, look::Look, words::plain};
use serde_json::Value;
use std::io::Write;

/// What a command answers: the JSON of its contract, and how that is shown to people.
pub struct Answer {
    /// As programs read it.
    pub value: Value,
    /// How it looks.
    pub look: Look,
    /// As people read it.
    pub show: fn(&Value, &Look) -> String,
}

/// Where the answer goes.
pub struct Output {
    json: bool,
}

impl Output {
    /// For a program, or for people.
    pub fn new(json: bool) -> Output {
        Output { json }
    }

    /// Prints the answer.
    pub fn print(&self, answer: &Answer) -> Result<(), Failure> {
        let text = if self.json { answer.value.to_string() } else { (answer.show)(&answer.value, &answer.look) };
        let mut out = std::io::stdout().lock();
        out.write_all(text.trim_end().as_bytes())?;
        out.write_all(b"\n")?;
        Ok(out.flush()?)
    }
}

/// Says something beside the answer. Nobody may be listening, which is no reason to stop.
pub fn warn(line: &str) {
    let written = writeln!(std::io::stderr().lock(), "{}", plain(line));
    drop(written);
}
