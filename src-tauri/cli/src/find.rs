//! `find`: who is this.

use crate::{
    look::Look,
    output::Answer,
    session::Session,
    table::{Rows, is, list, number, text},
    words::{count, ending},
};
use clap::Args;
use kept_core::error::Result;
use serde_json::{Value, json};

/// Find customers.
#[derive(Debug, Args)]
pub struct Find {
    /// Parts of names, numbers, addresses or references; nothing: those dealt with last
    #[arg(value_name = "QUERY", allow_negative_numbers = true)]
    query: Vec<String>,
    /// At most so many
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..), default_value_t = 20)]
    limit: u32,
}

impl Find {
    /// Does it.
    pub fn run(self, session: &Session) -> Result<Answer> {
        let value = session.call("find", json!({ "query": self.query.join(" "), "limit": self.limit }))?;
        Ok(session.answer(value, show))
    }
}

fn show(value: &Value, look: &Look) -> String {
    let hits = list(value, "hits");
    let mut rows = Rows::titled(&["Name", "Phone", "E-mail", "Why", "Open", "Id"], look).right(&[4]).whole(&[1, 5]);
    for hit in hits {
        let first = |key: &str| list(hit, key).first().and_then(Value::as_str).unwrap_or_default().to_owned();
        let open = match number(hit, "open_promises") {
            0 => String::new(),
            open if is(hit, "late") => format!("{open}, late"),
            open => open.to_string(),
        };
        let id = ending(&text(hit, "id")).to_owned();
        rows.add(&[text(hit, "name"), first("phones"), first("emails"), text(hit, "why"), open, id], is(hit, "late"));
    }
    let table = rows.finish("Nobody was found.");
    match value.get("total").and_then(Value::as_u64) {
        None => format!("{table}\nThere are more; --limit shows them.\n"),
        Some(0) => table,
        Some(total) => format!("{table}\n{}\n", count(total, "customer", "customers")),
    }
}
