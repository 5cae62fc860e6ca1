//! `due`: what the bell would announce.

use crate::{
    look::Look,
    output::Answer,
    session::Session,
    table::{Rows, list, text},
};
use clap::Args;
use kept_core::error::Result;
use serde_json::{Value, json};

/// What the bell would announce, for every member.
#[derive(Debug, Args)]
pub struct Due {
    /// Move the clock of this command there
    #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
    at: Option<String>,
    /// Record it as announced
    #[arg(long)]
    mark: bool,
}

impl Due {
    /// Does it.
    pub fn run(self, session: &Session) -> Result<Answer> {
        let at = self.at.map(|at| session.desk.read_when(&at, false)).transpose()?.map(|read| read.at);
        Ok(session.answer(session.call("due", json!({ "at": at, "mark": self.mark }))?, show))
    }
}

fn show(value: &Value, look: &Look) -> String {
    let mut rows = Rows::titled(&["For", "Kind", "What"], look);
    for notice in list(value, "notices") {
        let what = format!("{}\n{}", text(notice, "title"), text(notice, "body"));
        rows.add(&[text(notice, "to"), text(notice, "kind"), what], false);
    }
    let table = rows.finish("Nothing is to be announced.");
    match look.moment(value.get("next_at").unwrap_or(&Value::Null)) {
        none if none.is_empty() => table,
        next => format!("{table}\nNext: {next}\n"),
    }
}
