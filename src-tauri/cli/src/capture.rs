//! `capture`: what the one-line entry would understand. Nothing is written.

use crate::{look::Look, output::Answer, session::Session, table::text};
use clap::Args;
use kept_core::error::Result;
use serde_json::{Value, json};

/// Say what a line would become.
#[derive(Debug, Args)]
pub struct Capture {
    /// The line, as typed in the window
    #[arg(allow_negative_numbers = true)]
    text: String,
    /// On whose page it is typed
    #[arg(long, value_name = "ID", allow_hyphen_values = true)]
    customer: Option<String>,
}

impl Capture {
    /// Does it. A customer who is nobody changes nothing: this always answers.
    pub fn run(self, session: &Session) -> Result<Answer> {
        let customer = self.customer.as_deref().and_then(|id| session.customer(id).ok());
        let value = session.call("capture", json!({ "text": self.text, "customer": customer }))?;
        Ok(session.answer(value, show))
    }
}

fn show(value: &Value, _: &Look) -> String {
    let echo = value.get("echo").filter(|echo| !echo.is_null());
    let mut lines: Vec<String> = echo.map(|echo| text(echo, "said")).into_iter().collect();
    lines.extend(echo.map(|echo| text(echo, "note")).filter(|note| !note.is_empty()));
    for problem in value.get("problems").and_then(Value::as_array).into_iter().flatten() {
        lines.push(text(problem, "message"));
        let instead = problem.get("suggest").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        lines.extend(instead.map(|line| format!("  {}", crate::words::plain(line))));
    }
    if lines.is_empty() {
        lines.push(format!("A note: {}", text(value, "note")));
    }
    lines.join("\n")
}
