//! `promise`: making promises and answering for them.

use crate::{
    entry::{OutcomeArg, name_of},
    look::Look,
    output::Answer,
    queue::promises_table,
    session::Session,
};
use clap::{Args, Subcommand};
use kept_core::error::Result;
use serde_json::{Value, json};

/// When something happened.
#[derive(Debug, Args)]
pub struct Happened {
    /// When it happened, if not now
    #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
    at: Option<String>,
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
        /// When it is due
        #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
        due: String,
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
            Promise::Make { id, text, due, owner, tentative } => {
                let customer = session.customer(&id)?;
                session.echo_due(&due);
                let args =
                    json!({ "customer": customer, "text": text, "due": due, "owner": owner, "tentative": tentative });
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

fn show(value: &Value, look: &Look) -> String {
    promises_table(std::slice::from_ref(value), look)
}
