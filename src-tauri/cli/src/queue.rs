//! `queue`: what is owed.

use crate::{
    look::Look,
    output::Answer,
    session::Session,
    table::{Rows, is, list, number, text},
    words::{count, ending, length},
};
use clap::Args;
use kept_core::error::Result;
use serde_json::{Value, json};

/// What is owed.
#[derive(Debug, Args)]
pub struct Queue {
    /// Only what this member answers for
    #[arg(long, value_name = "MEMBER")]
    owner: Option<String>,
    /// Only what is due by then
    #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
    until: Option<String>,
    /// At most so many
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..), default_value_t = 50)]
    limit: u32,
}

impl Queue {
    /// Does it.
    pub fn run(self, session: &Session) -> Result<Answer> {
        let args = json!({ "owner": self.owner, "until": self.until, "limit": self.limit });
        Ok(session.answer(session.call("queue", args)?, show))
    }
}

fn show(value: &Value, look: &Look) -> String {
    let promises = list(value, "promises");
    let table = promises_table(promises, look);
    if promises.is_empty() {
        return table;
    }
    let shown = u64::try_from(promises.len()).unwrap_or_default();
    let (total, late) = (number(value, "total").unsigned_abs(), number(value, "late"));
    let of = if shown < total { format!("{shown} of ") } else { String::new() };
    format!("{table}\n{of}{}, {late} late\n", count(total, "promise", "promises"))
}

/// Promises for people.
pub fn promises_table(promises: &[Value], look: &Look) -> String {
    let mut rows = Rows::titled(&["Due", "Standing", "Customer", "Promise", "Owner", "Id"], look).whole(&[0, 5]);
    for promise in promises {
        let late = is(promise, "late");
        let id = ending(&text(promise, "id")).to_owned();
        rows.add(
            &[
                look.due(promise),
                standing(promise),
                text(promise, "customer_name"),
                text(promise, "text"),
                text(promise, "owner"),
                id,
            ],
            late,
        );
    }
    rows.finish("Nothing is owed.")
}

/// How it stands: `late by 2 h`, `kept`, `tried 2 times`.
fn standing(promise: &Value) -> String {
    let mut said = Vec::new();
    let late_by = number(promise, "late_ms");
    match text(promise, "state").as_str() {
        _ if is(promise, "taken_back") => said.push("taken back".to_owned()),
        "open" if is(promise, "late") => said.push(format!("late by {}", length(late_by))),
        "open" => {}
        "kept" if late_by > 0 => said.push(format!("kept late, by {}", length(late_by))),
        state => said.push(state.to_owned()),
    }
    if is(promise, "tentative") {
        said.push("tentative".to_owned());
    }
    match number(promise, "attempts") {
        0 => {}
        1 => said.push("tried once".to_owned()),
        tries => said.push(format!("tried {tries} times")),
    }
    said.join(", ")
}
