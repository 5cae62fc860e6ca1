//! `member`: who works here.

use crate::{
    look::Look,
    output::Answer,
    session::Session,
    table::{Rows, is, list, text},
};
use clap::{Subcommand, ValueEnum};
use kept_core::error::Result;
use serde_json::{Value, json};

/// What can be done with members.
#[derive(Debug, Subcommand)]
pub enum Member {
    /// Who is or was here
    List,
    /// Add a member, or set the role of one who is there
    Add {
        /// Their name
        name: String,
        /// What they may do; reception when not said
        #[arg(long)]
        role: Option<RoleArg>,
    },
    /// Give a member another name
    Rename {
        /// Who
        member: String,
        /// The new name
        name: String,
    },
    /// Say who hears of what a member does not answer
    Backup {
        /// Who
        member: String,
        /// Their backup; left out: nobody in particular
        backup: Option<String>,
    },
    /// Say that a member is away, and who answers meanwhile
    Away {
        /// Who
        member: String,
        /// From then on; a day alone is its first instant
        #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
        from: String,
        /// Back then
        #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
        to: String,
        /// Who stands in; their backup when not said
        #[arg(long, value_name = "MEMBER")]
        backup: Option<String>,
    },
    /// Say that a member is here again
    Back {
        /// Who
        member: String,
    },
    /// Let a member go
    Leave {
        /// Who leaves
        member: String,
        /// Who takes over their open promises
        #[arg(long, value_name = "MEMBER")]
        hand_to: String,
    },
}

/// A role.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum RoleArg {
    /// The front desk
    Reception,
    /// Sales people
    Sales,
    /// Managers, who may do everything
    Manager,
}

impl Member {
    /// Does it.
    pub fn run(self, session: &Session) -> Result<Answer> {
        let (name, args) = match self {
            Member::List => return Ok(session.answer(session.call("member_list", json!({}))?, show_list)),
            Member::Add { name, role } => {
                let role = role.and_then(|role| role.to_possible_value()).map(|role| role.get_name().to_owned());
                ("member_add", json!({ "name": name, "role": role }))
            }
            Member::Rename { member, name } => ("member_rename", json!({ "member": member, "name": name })),
            Member::Backup { member, backup } => ("member_backup", json!({ "member": member, "backup": backup })),
            Member::Away { member, from, to, backup } => {
                ("member_away", json!({ "member": member, "from": from, "to": to, "backup": backup }))
            }
            Member::Back { member } => ("member_back", json!({ "member": member })),
            Member::Leave { member, hand_to } => ("member_leave", json!({ "member": member, "hand_to": hand_to })),
        };
        Ok(session.answer(session.call(name, args)?, |value, look| show(std::slice::from_ref(value), look)))
    }
}

fn show_list(value: &Value, look: &Look) -> String {
    show(list(value, "members"), look)
}

fn moment(absence: &Value, key: &str, look: &Look) -> String {
    look.moment(absence.get(key).unwrap_or(&Value::Null))
}

/// `away tomorrow 00:00 to Sat 7 Mar 00:00, Amy answers`, for each absence that is not over.
fn absences(member: &Value, look: &Look) -> impl Iterator<Item = String> {
    list(member, "absences").iter().map(|absence| {
        let (from, to) = (moment(absence, "from", look), moment(absence, "to", look));
        format!("away {from} to {to}, {} answers", text(absence, "backup"))
    })
}

fn show(members: &[Value], look: &Look) -> String {
    let mut rows = Rows::titled(&["Name", "Role", "Here"], look);
    for member in members {
        let mark = match (is(member, "left"), is(member, "signed_in")) {
            (true, _) => Some("left".to_owned()),
            (false, true) => Some("acts here".to_owned()),
            (false, false) => None,
        };
        let here: Vec<String> = mark.into_iter().chain(absences(member, look)).collect();
        rows.add(&[text(member, "name"), text(member, "role"), here.join("; ")], false);
    }
    rows.finish("There are no members.")
}
