//! `promise`: making promises and answering for them.

use crate::{
    entry::{OutcomeArg, name_of},
    look::Look,
    output::{Answer, warn},
    queue::promises_table,
    session::Session,
    table::{list, text},
};
use clap::{Args, Subcommand, ValueEnum};
use kept_core::error::Result;
use serde_json::{Value, json};

/// When something happened.
#[derive(Debug, Args)]
pub struct Happened {
    /// When it happened, if not now
    #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
    at: Option<String>,
}

/// What becomes of days on which the office is closed.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum OnClosedArg {
    /// They count all the same
    Keep,
    /// They are left out
    Skip,
    /// The next working day takes their place
    Forward,
    /// The working day before takes their place
    Back,
}

/// What can be done with promises.
#[derive(Debug, Subcommand)]
pub enum Promise {
    /// Make a promise
    Make {
        /// To whom
        #[arg(allow_negative_numbers = true)]
        id: String,
        /// What is promised
        #[arg(allow_negative_numbers = true)]
        text: String,
        /// When it is due; may be left out where --repeat says all of it
        #[arg(long, value_name = "WHEN", allow_hyphen_values = true, required_unless_present = "repeat")]
        due: Option<String>,
        /// It comes again: "every monday 10am", "every 2 weeks", "last friday of the month"
        #[arg(long, value_name = "RULE")]
        repeat: Option<String>,
        /// What becomes of days on which the office is closed
        #[arg(long, value_name = "HOW", requires = "repeat")]
        on_closed: Option<OnClosedArg>,
        /// Who answers for it; whoever acts when not said
        #[arg(long, value_name = "MEMBER")]
        owner: Option<String>,
        /// The time is only when we decide
        #[arg(long)]
        tentative: bool,
    },
    /// Show a promise
    Show(Which),
    /// It was kept
    Keep {
        #[command(flatten)]
        which: Which,
        /// What shows it
        #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
        evidence: Option<String>,
        #[command(flatten)]
        happened: Happened,
    },
    /// It could not be kept
    Break(Close),
    /// The customer no longer wants it
    Withdraw(Close),
    /// Give it another due time
    #[command(group(clap::ArgGroup::new("agreement").args(["agreed", "not_agreed"]).required(true)))]
    Move {
        #[command(flatten)]
        which: Which,
        /// The new time
        #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
        due: String,
        /// The customer agreed
        #[arg(long)]
        agreed: bool,
        /// The customer did not agree: late stays late
        #[arg(long)]
        not_agreed: bool,
        #[command(flatten)]
        happened: Happened,
    },
    /// Give it to a colleague
    HandOver {
        #[command(flatten)]
        which: Which,
        /// To whom
        #[arg(long, value_name = "MEMBER")]
        to: String,
        #[command(flatten)]
        happened: Happened,
    },
    /// We tried to reach them
    Attempt {
        #[command(flatten)]
        which: Which,
        /// How it ended
        #[arg(long)]
        outcome: OutcomeArg,
        /// What passed
        #[arg(value_name = "TEXT", allow_negative_numbers = true)]
        text: Option<String>,
        #[command(flatten)]
        happened: Happened,
    },
    /// Let it come again, counted from its due time, or no more
    #[command(group(clap::ArgGroup::new("how").args(["rule", "stop"]).required(true)))]
    Repeat {
        #[command(flatten)]
        which: Which,
        /// The rule: "weekly", "every 2 weeks", "every month on the 15th until 24 dec"
        #[arg(value_name = "RULE")]
        rule: Option<String>,
        /// What becomes of days on which the office is closed
        #[arg(long, value_name = "HOW", requires = "rule")]
        on_closed: Option<OnClosedArg>,
        /// It comes no more after this
        #[arg(long)]
        stop: bool,
    },
    /// Show all promises of the series to which one belongs
    Series(Which),
    /// Keep its reminder quiet for a while
    Snooze {
        #[command(flatten)]
        which: Which,
        /// Until when
        #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
        until: String,
    },
}

/// A promise that is meant.
#[derive(Debug, Args)]
pub struct Which {
    /// The promise
    #[arg(allow_negative_numbers = true)]
    promise: String,
}

/// The end of a promise that was not kept.
#[derive(Debug, Args)]
pub struct Close {
    #[command(flatten)]
    which: Which,
    /// Why
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    reason: String,
    #[command(flatten)]
    happened: Happened,
}

impl Promise {
    /// Does it.
    pub fn run(self, session: &Session) -> Result<Answer> {
        let id = |which: Which| session.promise(&which.promise);
        let (name, args) = match self {
            Promise::Make { id, text, due, repeat, on_closed, owner, tentative } => {
                let customer = session.customer(&id)?;
                due.iter().for_each(|due| session.echo_due(due));
                let on_closed = on_closed.map(|how| name_of(&how));
                if let Some(rule) = &repeat {
                    echo_repeat(session, rule, due.as_deref(), on_closed.as_deref());
                }
                let args = json!({ "customer": customer, "text": text, "due": due, "owner": owner,
                    "tentative": tentative, "repeat": repeat, "on_closed": on_closed });
                ("promise_make", args)
            }
            Promise::Show(which) => ("promise_show", json!({ "id": id(which)? })),
            Promise::Keep { which, evidence, happened } => {
                ("promise_keep", json!({ "id": id(which)?, "evidence": evidence, "at": happened.at }))
            }
            Promise::Break(close) => ("promise_break", close.args(session)?),
            Promise::Withdraw(close) => ("promise_withdraw", close.args(session)?),
            Promise::Move { which, due, agreed, not_agreed: _, happened } => {
                let id = id(which)?;
                session.echo_due(&due);
                ("promise_move", json!({ "id": id, "due": due, "agreed": agreed, "at": happened.at }))
            }
            Promise::HandOver { which, to, happened } => {
                ("promise_hand_over", json!({ "id": id(which)?, "to": to, "at": happened.at }))
            }
            Promise::Attempt { which, outcome, text, happened } => {
                let args = json!({ "id": id(which)?, "outcome": name_of(&outcome), "text": text, "at": happened.at });
                ("promise_attempt", args)
            }
            Promise::Repeat { which, rule, on_closed, stop: _ } => {
                let on_closed = on_closed.map(|how| name_of(&how));
                ("promise_repeat", json!({ "id": id(which)?, "repeat": rule, "on_closed": on_closed }))
            }
            Promise::Series(which) => {
                let value = session.call("promise_series", json!({ "id": id(which)? }))?;
                return Ok(session.answer(value, |value, look| promises_table(list(value, "promises"), look)));
            }
            Promise::Snooze { which, until } => ("promise_snooze", json!({ "id": id(which)?, "until": until })),
        };
        Ok(session.answer(session.call(name, args)?, show))
    }
}

impl Close {
    fn args(self, session: &Session) -> Result<Value> {
        Ok(json!({ "id": session.promise(&self.which.promise)?, "reason": self.reason, "at": self.happened.at }))
    }
}

/// Says on stderr what was understood of a rule. What is wrong with it is the call's to say.
fn echo_repeat(session: &Session, rule: &str, due: Option<&str>, on_closed: Option<&str>) {
    let args = json!({ "text": rule, "due": due, "on_closed": on_closed });
    let Ok(read) = session.call("repeat_read", args) else { return };
    let first = read.get("first").unwrap_or(&Value::Null);
    warn(&format!("Comes {}, first {}.", text(&read, "words"), text(first, "echo")));
    first.get("note").and_then(Value::as_str).iter().for_each(|note| warn(note));
}

fn show(value: &Value, look: &Look) -> String {
    promises_table(std::slice::from_ref(value), look)
}
