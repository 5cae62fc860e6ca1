//! `timeline`: what happened with a customer.

use crate::{
    look::Look,
    output::Answer,
    session::Session,
    table::{Rows, is, list, text},
    words::ending,
};
use clap::Args;
use kept_core::error::Result;
use serde_json::{Value, json};

/// A page of a timeline.
#[derive(Debug, Args)]
pub struct Timeline {
    /// The customer
    #[arg(allow_negative_numbers = true)]
    id: String,
    /// At most so many
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..), default_value_t = 50)]
    limit: u32,
    /// Only what is older than this entry
    #[arg(long, value_name = "ENTRY")]
    before: Option<String>,
    /// Only entries of this kind, such as contact_logged or promise_made
    #[arg(long = "kind", value_name = "K")]
    kinds: Vec<String>,
}

impl Timeline {
    /// Does it.
    pub fn run(self, session: &Session) -> Result<Answer> {
        let customer = session.customer(&self.id)?;
        // A missed due time stands in the timeline under an id that is no entry's: only a whole id can name it.
        let before = match self.before {
            Some(before) => Some(before.parse().or_else(|_| session.desk.resolve_entry(&before))?),
            None => None,
        };
        let args = json!({ "customer": customer, "limit": self.limit, "before": before, "kinds": self.kinds });
        Ok(session.answer(session.call("timeline", args)?, show))
    }
}

fn show(value: &Value, look: &Look) -> String {
    let table = entries_table(list(value, "entries"), look);
    match text(value, "next") {
        none if none.is_empty() => table,
        next => format!("{table}\nOlder entries: --before {next}\n"),
    }
}

/// Entries for people.
pub fn entries_table(entries: &[Value], look: &Look) -> String {
    let mut rows = Rows::titled(&["When", "What", "By", "Words", "Id"], look).whole(&[0, 4]);
    for entry in entries {
        let when = look.moment(entry.get("occurred_at").unwrap_or(&Value::Null));
        let missed = text(entry, "kind") == "promise_missed";
        let id = if missed { String::new() } else { ending(&text(entry, "id")).to_owned() };
        rows.add(&[when, what(entry), text(entry, "by"), said(entry, look), id], missed);
    }
    rows.finish("There are no entries.")
}

/// What kind of entry it is: `call in, no answer`, `promise kept`.
fn what(entry: &Value) -> String {
    let contact = text(entry, "contact");
    let mut what = if contact.is_empty() { text(entry, "kind") } else { contact };
    let direction = text(entry, "direction");
    if !direction.is_empty() {
        what = format!("{what} {direction}");
    }
    let outcome = text(entry, "outcome");
    if !outcome.is_empty() {
        what = format!("{what}, {outcome}");
    }
    if entry.get("agreed").and_then(Value::as_bool) == Some(false) {
        what.push_str(", not agreed");
    }
    for (mark, said) in [("corrected", ", corrected"), ("retracted", ", taken back")] {
        if is(entry, mark) {
            what.push_str(said);
        }
    }
    what.replace('_', " ")
}

/// What it says, and the due time or owner it sets.
fn said(entry: &Value, look: &Look) -> String {
    let mut parts = vec![text(entry, "text")];
    let about = text(entry, "promise_text");
    if parts.first().is_some_and(|said| *said != about) {
        parts.push(about);
    }
    if entry.get("due_at").is_some_and(Value::is_string) {
        parts.push(format!("due {}", look.due(entry)));
    }
    parts.push(text(entry, "owner"));
    parts.retain(|part| !part.is_empty());
    parts.join("; ")
}
