//! A pause: for a time this desk tells nothing, and then everything at once. The lists show what is due all the while.

use crate::{
    desk::{Change, Desk, Written},
    error::{Code, Error, Result},
    fold::Quieted,
    promise::read_when,
    time::{DAY_MS, Timestamp},
    when::Sense,
};
use rusqlite::OptionalExtension;

/// The name of the desk-local setting that holds it.
const PAUSE: &str = "reminders_paused";
/// The longest pause, in days: what is longer is an absence, and somebody stands in.
const LONGEST_DAYS: i64 = 7;

impl Desk {
    /// Lets this desk tell nothing until a time as somebody types it; `None` ends a pause. Gives its end.
    ///
    /// # Errors
    /// The time cannot be read, has passed, or is more than a week away.
    pub fn pause_reminders(&self, until: Option<&str>) -> Result<Written<Option<Timestamp>>> {
        let now = self.now();
        let pause = until.map(|text| pause(text, self, now)).transpose()?;
        self.write_local(|db| {
            match pause {
                None => db.prepare_cached("DELETE FROM setting WHERE name = ?1")?.execute([PAUSE])?,
                Some(pause) => db
                    .prepare_cached("INSERT OR REPLACE INTO setting (name, value) VALUES (?1, ?2)")?
                    .execute((PAUSE, serde_json::to_string(&pause).unwrap_or_default()))?,
            };
            Ok(())
        })?;
        let change = Change { office: true, ..Change::default() };
        Ok(Written { value: pause.map(|pause| pause.until), change })
    }

    /// The end of the pause in which this desk is at `now`. One that cannot be read is none: rather too loud than silent.
    pub fn reminders_paused(&self, now: Timestamp) -> Result<Option<Timestamp>> {
        let text: Option<String> = self.read(|db| {
            let mut statement = db.prepare_cached("SELECT value FROM setting WHERE name = ?1")?;
            Ok(statement.query_row([PAUSE], |row| row.get(0)).optional()?)
        })?;
        let pause: Option<Quieted> = text.and_then(|text| serde_json::from_str(&text).ok());
        Ok(pause.filter(|pause| pause.covers(now)).map(|pause| pause.until))
    }
}

impl Desk {
    /// Until when "until tomorrow" is: the first opening of a later day; where that is more than a week away, a day.
    pub fn reminders_until_tomorrow(&self, now: Timestamp) -> Timestamp {
        let office = self.office();
        let settings = &office.settings;
        let midnight = settings.zone.wall(now).day().plus_days(1).midnight();
        let opening = settings.calendar().next_opening(settings.zone.first(midnight)).map(|opening| opening.at);
        let soon = |at: &Timestamp| at.since_ms(now) <= LONGEST_DAYS * DAY_MS;
        opening.filter(soon).unwrap_or_else(|| now.plus_ms(DAY_MS))
    }
}

fn pause(text: &str, desk: &Desk, now: Timestamp) -> Result<Quieted> {
    let until = read_when(text, &desk.office().settings, now, Sense::Due)?.at;
    if until <= now {
        return Err(Error::new(Code::Past, "That time has passed already. Give one that is still to come."));
    }
    if until.since_ms(now) > LONGEST_DAYS * DAY_MS {
        let message = "Reminders can be paused for a week at most. Say who stands in while somebody is away.";
        return Err(Error::invalid(message));
    }
    Ok(Quieted { from: now, until })
}
