//! Today: what is late, what is due within the hour, later today, and on the next days.

use super::{
    Attention,
    attention::attention,
    slice::{count, count_late, rows},
    standing_in::slices,
};
use crate::{
    desk::Desk,
    error::Result,
    event::Role,
    promise::PromiseRow,
    time::{Day, HOUR_MS, Timestamp, Zone},
};
use serde::Serialize;

/// Which part of the day a group is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum TodayKey {
    /// The agreed time has passed.
    Late,
    /// Due within the hour.
    Hour,
    /// Later today.
    Today,
    /// On a later day.
    Day,
}

/// Promises that belong together on the screen.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct TodayGroup {
    /// Which part.
    pub key: TodayKey,
    /// The day, for later ones.
    #[ts(type = "string | null")]
    pub date: Option<Day>,
    /// By due time.
    pub promises: Vec<PromiseRow>,
}

/// The day as it stands.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Today {
    /// The day, in the office's zone.
    #[ts(type = "string")]
    pub date: Day,
    /// Groups that are not empty, in order.
    pub groups: Vec<TodayGroup>,
    /// How many are late.
    pub late: u64,
    /// How many are late in the whole office, whoever answers for them.
    pub late_of_all: u64,
    /// How many are due within the hour.
    pub hour: u64,
    /// How many are open in all.
    pub total: u64,
    /// What has no next step.
    pub attention: Attention,
}

/// The most rows of late promises, and of all.
const MOST_LATE: u32 = 150;
const MOST: u32 = 250;
/// How many days ahead are shown.
const DAYS_AHEAD: i64 = 7;

impl Desk {
    /// The day of a member, by name, with what they answer for while others are away; or of everybody. What has no next step
    /// is that member's; managers see in their own day what nobody in the office goes on with, and nobody else sees what is
    /// not theirs.
    pub fn today(&self, owner: Option<&str>) -> Result<Today> {
        let (now, office) = (self.now(), self.office());
        let owner = owner.map(|name| office.find_member(name).map(|member| member.id)).transpose()?;
        let attended = match self.member() {
            Some(me) if me.role == Role::Manager => owner.filter(|owner| *owner != me.id),
            Some(me) => Some(owner.unwrap_or(me.id)),
            None => owner,
        };
        let zone = office.settings.zone;
        let date = zone.wall(now).day();
        let until = zone.first(date.plus_days(DAYS_AHEAD + 1).midnight()).plus_ms(-1);
        self.read(|db| {
            let all = slices(&office, owner, None, now);
            let mut shown = rows(&all, db, &office, true, MOST_LATE)?;
            let left = MOST.saturating_sub(u32::try_from(shown.len()).unwrap_or(MOST));
            shown.extend(rows(&slices(&office, owner, Some(until), now), db, &office, false, left)?);
            let within = slices(&office, owner, Some(now.plus_ms(HOUR_MS)), now);
            Ok(Today {
                date,
                groups: group(shown, now, date, zone),
                late: count_late(&all, db)?,
                late_of_all: count_late(&slices(&office, None, None, now), db)?,
                hour: count(&within, db)?.saturating_sub(count_late(&within, db)?),
                total: count(&all, db)?,
                attention: attention(db, &office, attended, now)?,
            })
        })
    }
}

fn group(rows: Vec<PromiseRow>, now: Timestamp, today: Day, zone: Zone) -> Vec<TodayGroup> {
    let mut groups: Vec<TodayGroup> = Vec::new();
    for row in rows {
        let day = zone.wall(row.due_at).day();
        let (key, date) = match row.due_at.since_ms(now) {
            _ if row.late => (TodayKey::Late, None),
            ahead if ahead <= HOUR_MS => (TodayKey::Hour, None),
            _ if day <= today => (TodayKey::Today, None),
            _ => (TodayKey::Day, Some(day)),
        };
        match groups.last_mut() {
            Some(last) if last.key == key && last.date == date => last.promises.push(row),
            _ => groups.push(TodayGroup { key, date, promises: vec![row] }),
        }
    }
    groups
}
