//! The backups in the data folder.

use crate::{
    desk::Desk,
    error::Result,
    roles::Action,
    store::{Backup, list_backups},
};

impl Desk {
    /// Verified backups in the data folder, newest first.
    pub fn backups(&self) -> Vec<Backup> {
        list_backups(self.home())
    }

    /// Makes a verified backup in the data folder now.
    ///
    /// # Errors
    /// The office's file is damaged, or the disk is full; older backups stay.
    pub fn backup_now(&self) -> Result<Backup> {
        self.allow(Action::Backup)?;
        self.backup_here()
    }
}
