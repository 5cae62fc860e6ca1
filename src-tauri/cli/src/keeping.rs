//! `backup`, `restore`, `check` and `rebuild`: keeping the office safe.

use crate::{
    globals::Globals,
    look::Look,
    output::{Answer, warn},
    session::Session,
    table::{is, list, number, text},
    words::count,
};
use clap::Args;
use kept_core::{error::Result, keeping, roles::Action, time::Zone};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Copy the office to a file.
#[derive(Debug, Args)]
pub struct Backup {
    /// The file; an older backup there is replaced
    file: PathBuf,
}

impl Backup {
    /// Does it.
    pub fn run(self, session: &Session) -> Result<Answer> {
        session.desk.allow(Action::Backup)?;
        session.desk.backup(&self.file)?;
        let value = json!({ "file": shown(&self.file) });
        Ok(session
            .answer(value, |value, _| format!("{} holds the whole office, and was verified.", text(value, "file"))))
    }
}

/// Restore a backup.
#[derive(Debug, Args)]
pub struct Restore {
    /// The backup
    file: PathBuf,
}

impl Restore {
    /// Does it.
    pub fn run(self, globals: &Globals) -> Result<Answer> {
        let aside = keeping::restore(&globals.home, &self.file, globals.acting.as_deref(), &globals.clock)?;
        let value = json!({ "file": shown(&self.file), "set_aside": aside.as_deref().map(shown) });
        let look = Look::new(Zone::UTC, globals.clock.now());
        Ok(Answer { value, look, show: show_restored })
    }
}

fn show_restored(value: &Value, _: &Look) -> String {
    let aside = match text(value, "set_aside") {
        none if none.is_empty() => String::new(),
        aside => format!(" What was there before is {aside}."),
    };
    format!("{} was restored.{aside}", text(value, "file"))
}

/// `check`.
pub fn check(session: &Session) -> Result<Answer> {
    Ok(session.answer(session.call("check", json!({}))?, |value, _| {
        let number = |key: &str| number(value, key).unsigned_abs();
        let customers = count(number("customers"), "customer", "customers");
        let promises = count(number("open_promises"), "open promise", "open promises");
        let counts = format!("{}, {customers}, {promises}.", count(number("events"), "event", "events"));
        if is(value, "ok") {
            return format!("All is as it was written: {counts}");
        }
        let problems: Vec<&str> = list(value, "problems").iter().filter_map(Value::as_str).collect();
        format!("{}\n{counts}", problems.join("\n"))
    }))
}

/// `rebuild`.
pub fn rebuild(session: Session, globals: &Globals) -> Result<Answer> {
    let look = session.look;
    let mut customers = 0;
    let mut told = |done: u64| {
        customers = done;
        if done > 0 && done.is_multiple_of(10_000) {
            warn(&format!("{done} customers done"));
        }
    };
    keeping::rebuild(session.desk, &globals.home, &globals.clock, &mut told)?;
    let value = json!({ "customers": customers });
    Ok(Answer {
        value,
        look,
        show: |value, _| {
            let customers = count(number(value, "customers").unsigned_abs(), "customer", "customers");
            format!("Everything was folded again: {customers}.")
        },
    })
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
