//! What each role may do: one table.

use crate::{
    desk::Desk,
    error::{Error, Result},
    event::Role,
};
use serde::Serialize;

/// Something a member may be allowed to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Add customers and change what is written about them.
    WriteCustomers,
    /// Lift a mark not to contact a customer.
    LiftRestriction,
    /// Log contacts and notes, correct one's own, make promises and answer for them.
    WriteEntries,
    /// Import address books.
    Import,
    /// Take a whole import back.
    UndoImport,
    /// Take back what somebody else wrote, or after the time for it has passed.
    TakeBackAnything,
    /// Write customers to a file.
    Export,
    /// Copy the whole office to a file.
    Backup,
    /// Put a backup in the place of the office.
    Restore,
    /// Fold everything again.
    Rebuild,
    /// Erase a customer for good.
    Erase,
    /// Add, rename and dismiss members, and set their roles.
    ChangeMembers,
    /// Change the office's settings.
    ChangeOffice,
    /// See how promises were kept.
    SeeReports,
}

/// Every action, who may do it, and how a refusal names it.
pub const TABLE: &[(Action, &[Role], &str)] = {
    use Role::{Manager, Reception, Sales};
    &[
        (Action::WriteCustomers, &[Reception, Sales, Manager], "Changing customers"),
        (Action::LiftRestriction, &[Manager], "Lifting a do-not-contact mark"),
        (Action::WriteEntries, &[Reception, Sales, Manager], "Writing entries"),
        (Action::Import, &[Reception, Sales, Manager], "Importing"),
        (Action::UndoImport, &[Manager], "Taking an import back"),
        (Action::TakeBackAnything, &[Manager], "Taking this back"),
        (Action::Export, &[Reception, Sales, Manager], "Exporting"),
        (Action::Backup, &[Reception, Sales, Manager], "Making a backup"),
        (Action::Restore, &[Manager], "Restoring a backup"),
        (Action::Rebuild, &[Manager], "Rebuilding"),
        (Action::Erase, &[Manager], "Erasing a customer"),
        (Action::ChangeMembers, &[Manager], "Changing members"),
        (Action::ChangeOffice, &[Manager], "Changing office settings"),
        (Action::SeeReports, &[Reception, Sales, Manager], "Seeing reports"),
    ]
};

/// Whether a member of that role may do it.
pub fn may(role: Role, action: Action) -> bool {
    TABLE.iter().any(|(listed, roles, _)| *listed == action && roles.contains(&role))
}

impl Desk {
    /// Makes sure that whoever acts may do this.
    ///
    /// # Errors
    /// `refused`, naming what is a manager's.
    pub fn allow(&self, action: Action) -> Result<()> {
        let member = self.member().ok_or_else(|| Error::refused("Nobody is signed in. Say who you are first."))?;
        if may(member.role, action) {
            return Ok(());
        }
        let what = TABLE.iter().find(|(listed, ..)| *listed == action).map_or("This", |(_, _, what)| what);
        Err(Error::refused(format!("{what} is for a manager. Ask one to sign in.")))
    }
}
