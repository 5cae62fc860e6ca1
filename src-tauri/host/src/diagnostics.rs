//! How this Kept stands, as a page of text for whoever is asked for help.
//!
//! It holds numbers, versions and codes. What people typed is not in it, nor is the data folder's name, which may hold
//! somebody's, nor what the page reported of itself, which might quote them.

use crate::Host;
use kept_core::error::Error;
use serde_json::{Map, Value, json};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The last lines of the log that are shown.
const LINES: usize = 40;
/// The longest line that is shown, in characters.
const LONGEST: usize = 300;

/// The page, under `text`. Also where the office does not open: then it says why, by its code.
pub(crate) fn text(host: &Host) -> Value {
    let facts = host.desk().and_then(|desk| {
        serde_json::to_value(desk.diagnostics()?).map_err(|_| Error::invalid("The figures could not be told."))
    });
    let mut text = format!(
        "Kept {} on {} {}, {}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        host.now()
    );
    match facts {
        Ok(Value::Object(facts)) => list(&mut text, &facts),
        Ok(_) => {}
        Err(error) => list(&mut text, &Map::from_iter([("cannot_be_opened".to_owned(), json!(error.code.name()))])),
    }
    let lines = last_lines(&host.home().join("logs"));
    if !lines.is_empty() {
        text.push_str("\nThe log\'s last lines:\n");
        text.push_str(&lines);
    }
    json!({ "text": text })
}

fn list(text: &mut String, facts: &Map<String, Value>) {
    for (name, value) in facts {
        let value = match value {
            Value::String(value) => value.clone(),
            Value::Array(values) => values.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
            Value::Null => "none".to_owned(),
            other => other.to_string(),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}: {value}", name.replace('_', " "));
    }
}

/// The end of the newest log; empty where there is none.
fn last_lines(logs: &Path) -> String {
    let files = std::fs::read_dir(logs).into_iter().flatten().filter_map(|file| Some(file.ok()?.path()));
    // They are named by their day.
    let newest: Option<PathBuf> = files.filter(|file| file.extension().is_some_and(|ending| ending == "log")).max();
    let text = newest.and_then(|file| std::fs::read(file).ok()).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let ours: Vec<&str> = text.lines().filter(|line| !line.contains("the page reports")).collect();
    let last = ours.iter().skip(ours.len().saturating_sub(LINES));
    last.map(|line| line.chars().take(LONGEST).collect::<String>() + "\n").collect()
}
