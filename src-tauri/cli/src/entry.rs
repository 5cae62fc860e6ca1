//! `log`, `correct`, `take-back` and `redo`: entries of a timeline.

use crate::{look::Look, output::Answer, session::Session, table::text, timeline::entries_table, words::ending};
use clap::{Args, ValueEnum};
use kept_core::{
    error::{Code, Result},
    id::Id,
};
use serde_json::{Value, json};

/// Log a contact or note.
#[derive(Debug, Args)]
#[command(group(clap::ArgGroup::new("direction").args(["inward", "outward"])))]
pub struct Log {
    /// The customer
    #[arg(allow_negative_numbers = true)]
    id: String,
    /// How
    #[arg(long)]
    kind: ContactArg,
    /// The customer began
    #[arg(long = "in")]
    inward: bool,
    /// We began
    #[arg(long = "out")]
    outward: bool,
    /// How it ended
    #[arg(long)]
    outcome: Option<OutcomeArg>,
    /// When, if not now
    #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
    at: Option<String>,
    /// What was promised
    #[arg(long, value_name = "TEXT", requires = "due", allow_hyphen_values = true)]
    promise: Option<String>,
    /// When that is due
    #[arg(long, value_name = "WHEN", requires = "promise", allow_hyphen_values = true)]
    due: Option<String>,
    /// Who answers for it; whoever acts when not said
    #[arg(long, value_name = "MEMBER", requires = "promise")]
    owner: Option<String>,
    /// What passed; may be left out where an outcome says it
    #[arg(value_name = "TEXT", allow_negative_numbers = true)]
    text: Option<String>,
}

/// How there was contact.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ContactArg {
    Call,
    Visit,
    Email,
    Letter,
    Message,
    Note,
}

/// How a contact ended.
#[derive(Debug, Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum OutcomeArg {
    Reached,
    NoAnswer,
    LeftVoicemail,
    Busy,
    WrongNumber,
    HungUp,
    Refused,
}

/// A value of a list of values, by the name it has on the wire too.
pub fn name_of(value: &impl ValueEnum) -> String {
    value.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

impl Log {
    /// Does it.
    pub fn run(self, session: &Session) -> Result<Answer> {
        let direction = if self.inward { Some("in") } else { self.outward.then_some("out") };
        let promise = self.promise.map(|text| json!({ "text": text, "due": self.due, "owner": self.owner }));
        if let Some(due) = self.due.as_deref() {
            session.echo_due(due);
        }
        let args = json!({
            "customer": session.customer(&self.id)?,
            "contact": name_of(&self.kind),
            "direction": direction,
            "outcome": self.outcome.as_ref().map(name_of),
            "at": self.at,
            "text": self.text.unwrap_or_default(),
            "promise": promise,
        });
        Ok(session.answer(session.call("contact_log", args)?, show_logged))
    }
}

fn show_logged(value: &Value, _: &Look) -> String {
    let entry = format!("Logged as {}.", ending(&text(value, "entry")));
    match text(value, "promise") {
        none if none.is_empty() => entry,
        promise => format!("{entry} The promise is {}.", ending(&promise)),
    }
}

/// Correct an entry.
#[derive(Debug, Args)]
pub struct Correct {
    /// Which
    #[arg(allow_negative_numbers = true)]
    entry: String,
    /// What it should say
    #[arg(allow_negative_numbers = true)]
    text: String,
}

impl Correct {
    /// Does it.
    pub fn run(self, session: &Session) -> Result<Answer> {
        let args = json!({ "entry": session.desk.resolve_entry(&self.entry)?, "text": self.text });
        let value = session.call("entry_correct", args)?;
        Ok(session.answer(value, |value, look| entries_table(std::slice::from_ref(value), look)))
    }
}

/// Take something back.
#[derive(Debug, Args)]
pub struct TakeBack {
    /// An entry, a promise or a customer
    #[arg(allow_negative_numbers = true)]
    id: String,
    /// Why; needed for what is somebody else's or was long ago
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    reason: Option<String>,
}

impl TakeBack {
    /// Does it.
    pub fn run(self, session: &Session) -> Result<Answer> {
        let id = anything(session, &self.id)?;
        let value = session.call("take_back", json!({ "id": id, "reason": self.reason }))?;
        Ok(session.answer(value, |value, _| {
            format!(
                "The {} was taken back. `keptctl redo {}` brings it back.",
                text(value, "what"),
                ending(&text(value, "id"))
            )
        }))
    }
}

/// Bring something back.
#[derive(Debug, Args)]
pub struct Redo {
    /// What was taken back
    #[arg(allow_negative_numbers = true)]
    id: String,
}

impl Redo {
    /// Does it.
    pub fn run(self, session: &Session) -> Result<Answer> {
        let value = session.call("redo", json!({ "id": anything(session, &self.id)? }))?;
        Ok(session.answer(value, |value, _| format!("The {} stands again.", text(value, "what"))))
    }
}

/// Whatever has that id; else the customer with that number or address.
fn anything(session: &Session, meant: &str) -> Result<Id> {
    session.desk.resolve_entry(meant).or_else(|error| match error.code {
        Code::NotFound => session.customer(meant).map_err(|_| error),
        _ => Err(error),
    })
}
