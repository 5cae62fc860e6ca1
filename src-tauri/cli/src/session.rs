//! The office opened for one command, and who acts in it.

use crate::{
    globals::Globals,
    look::Look,
    output::{Answer, warn},
    proposal,
};
use kept_core::{
    api,
    desk::{Desk, OpenOptions},
    error::{Code, Error, Result},
    id::Id,
};
use serde_json::Value;
use std::sync::Arc;

/// The office, opened.
pub struct Session {
    /// The office.
    pub desk: Desk,
    /// How its answers look.
    pub look: Look,
}

impl Session {
    /// Opens the office and lets whoever was named act; the first command of an office makes its first manager.
    pub fn open(globals: &Globals) -> Result<Session> {
        let options = OpenOptions { home: globals.home.clone(), clock: Arc::clone(&globals.clock), window: None };
        let desk = Desk::open(options)?;
        if desk.office().members.is_empty() {
            begin(&desk, globals.acting.as_deref())?;
        }
        if let Some(name) = &globals.acting {
            desk.act_as(name)?;
        }
        if let Some(ahead) = desk.last_entry_ahead()? {
            warn(&format!("The clock is behind the last entry, which is of {ahead}."));
        }
        let look = Look::new(desk.office().settings.zone, desk.now());
        Ok(Session { desk, look })
    }

    /// Calls the core by its table of calls.
    pub fn call(&self, name: &str, args: Value) -> Result<Value> {
        api::call(&self.desk, name, args).map(|reply| reply.value)
    }

    /// The customer meant, as an argument of a call.
    pub fn customer(&self, text: &str) -> Result<Id> {
        self.desk.resolve_customer(text)
    }

    /// The promise meant.
    pub fn promise(&self, text: &str) -> Result<Id> {
        self.desk.resolve_promise(text)
    }

    /// An answer in the looks of this office.
    pub fn answer(&self, value: Value, show: fn(&Value, &Look) -> String) -> Answer {
        Answer { value, look: self.look, show }
    }

    /// Says on stderr what was decided in reading a time to come, and what speaks against it. What is wrong with it is
    /// the call's to say.
    pub fn echo_due(&self, due: &str) {
        let Ok(read) = self.desk.read_when(due, false) else { return };
        if read.at <= self.look.now {
            return;
        }
        warn(&format!("Due {}.", read.echo));
        read.note.iter().for_each(|note| warn(note));
        read.problems.iter().for_each(|problem| warn(&problem.message));
    }
}

/// Makes the first manager of a new office, and sets what the system proposes for it.
fn begin(desk: &Desk, name: Option<&str>) -> Result<()> {
    let login = proposal::login_name();
    match desk.add_first_member(name.unwrap_or(&login)) {
        Ok(_) => {}
        // Another command was faster; its manager is there now.
        Err(error) if error.code == Code::Refused => {
            desk.poll_writes()?;
            return Ok(());
        }
        Err(error) => {
            return Err(Error { message: format!("{} Name the first manager with --as.", error.message), ..error });
        }
    }
    desk.change_office(&proposal::of_the_system()).map(drop)
}
