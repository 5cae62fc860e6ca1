//! How the office stands, in numbers and names of our own: for whoever is asked for help. No word that a person typed is in
//! it, no name, no number, and not the folder, which may be called after somebody.

use super::About;
use crate::{
    desk::Desk,
    error::Result,
    store::database_file,
    time::{HOUR_MS, Zone},
};
use serde::Serialize;

/// How the office stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diagnostics {
    #[serde(flatten)]
    about: About,
    events: u64,
    customers: u64,
    open_promises: u64,
    members: u64,
    imports: u64,
    file_bytes: u64,
    log_ahead_bytes: u64,
    zone: Zone,
    region: String,
    locale: String,
    hours_set: bool,
    backups: u64,
    /// The newest backup's age, in hours; `None` where there is none.
    newest_backup_hours: Option<i64>,
    newest_backup_bytes: Option<u64>,
    /// Names of this desk's choices, without what was chosen.
    preferences: Vec<String>,
    signed_in: bool,
}

impl Desk {
    /// How the office stands, without people's words.
    pub fn diagnostics(&self) -> Result<Diagnostics> {
        let office = self.office();
        let (events, customers, open_promises) = self.read(|db| {
            let count =
                |sql: &str| -> Result<u64> { Ok(db.query_row(sql, [], |row| row.get::<_, i64>(0))?.unsigned_abs()) };
            Ok((
                count("SELECT coalesce(sum(count), 0) FROM chain")?,
                count("SELECT count(*) FROM customer WHERE live")?,
                count("SELECT count(*) FROM promise WHERE outcome = 0")?,
            ))
        })?;
        let backups = self.backups();
        let newest = backups.first();
        let file = database_file(self.home());
        let bytes = |path: &std::path::Path| std::fs::metadata(path).map_or(0, |known| known.len());
        Ok(Diagnostics {
            about: self.about(),
            events,
            customers,
            open_promises,
            members: office.present().count() as u64,
            imports: office.imports.len() as u64,
            file_bytes: bytes(&file),
            log_ahead_bytes: bytes(&file.with_extension("db-wal")),
            zone: office.settings.zone,
            region: office.settings.region.clone(),
            locale: office.settings.locale.clone(),
            hours_set: !office.settings.hours.is_empty(),
            backups: backups.len() as u64,
            newest_backup_hours: newest.map(|backup| self.now().since_ms(backup.made_at) / HOUR_MS),
            newest_backup_bytes: newest.map(|backup| backup.bytes),
            preferences: self.preferences()?.into_keys().collect(),
            signed_in: self.member().is_some(),
        })
    }
}
