//! What the window asks first: is there an office here, who is signed in, and if not, why not.

use crate::Proposal;
use kept_core::desk::Desk;
use kept_core::error::{Code, Error, Result};
use kept_core::store::newest_backup;
use kept_core::time::Timestamp;
use serde::Serialize;
use serde_json::{Value, json};
use std::path::Path;

/// The state of the office in this folder.
#[derive(Debug, Serialize)]
pub struct State {
    /// `first_run`, `ready` or `failed`.
    pub state: &'static str,
    /// Its settings, once it is set up.
    pub office: Value,
    /// Who is signed in.
    pub member: Value,
    /// The data folder.
    pub home: String,
    /// The program's version.
    pub version: &'static str,
    /// What the first run proposes.
    pub proposal: Proposal,
    /// The present moment, by the clock that everything else goes by.
    pub now: Timestamp,
    /// Why the office could not be opened.
    pub failure: Option<Failure>,
}

/// Why the office could not be opened, and what can be done.
#[derive(Debug, Clone, Serialize)]
pub struct Failure {
    /// What a program may act on.
    pub code: Code,
    /// What a person reads.
    pub message: String,
    /// The newest verified backup, where the file is damaged.
    pub backup: Option<Value>,
}

impl State {
    /// Of an office that is open.
    ///
    /// # Errors
    /// Where its settings cannot be read.
    pub(crate) fn of(desk: &Desk, home: &Path, now: Timestamp) -> Result<State> {
        let members = kept_core::api::call(desk, "member_list", json!({}))?.value;
        let members = members.get("members").and_then(Value::as_array).cloned().unwrap_or_default();
        if members.is_empty() {
            return Ok(State::bare("first_run", home, now));
        }
        let office = kept_core::api::call(desk, "office_show", json!({}))?.value;
        let member = members.into_iter().find(|m| m.get("signed_in") == Some(&Value::Bool(true)));
        Ok(State { office, member: member.unwrap_or_default(), ..State::bare("ready", home, now) })
    }

    /// Of one that is not.
    pub(crate) fn failed(error: &Error, home: &Path, now: Timestamp) -> State {
        let backup = match error.code {
            Code::Damaged => {
                newest_backup(home).map(|b| json!({ "file": b.file.display().to_string(), "made_at": b.made_at }))
            }
            _ => None,
        };
        let failure = Failure { code: error.code, message: error.message.clone(), backup };
        State { failure: Some(failure), ..State::bare("failed", home, now) }
    }

    fn bare(state: &'static str, home: &Path, now: Timestamp) -> State {
        State {
            state,
            office: Value::Null,
            member: Value::Null,
            home: home.display().to_string(),
            version: env!("CARGO_PKG_VERSION"),
            proposal: Proposal::of_the_system(),
            now,
            failure: None,
        }
    }
}
