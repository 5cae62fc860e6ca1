//! Asking: what the bell announces now, and what the command line says it would.

use super::{
    Bundle, Notice, Rules, for_a_screen, for_each_member,
    gather::{Gathered, Look, gather},
    notice::{NAMED, Wording},
    record::move_on,
};
use crate::{
    desk::{BellMemory, Desk},
    error::Result,
    fold::OfficeState,
    promise::{PromiseRow, show_row},
    time::Timestamp,
};
use rusqlite::Connection;
use serde::Serialize;

/// What is due now, and when to ask again.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Ring {
    /// What has not been told yet: first announcements before repeats, promises by due time.
    pub notices: Vec<Notice>,
    /// When there may be something to tell next, if nobody does anything before; `None`: only after a change.
    #[ts(type = "string | null")]
    pub next_at: Option<Timestamp>,
    /// Whether it may be heard: at most once a minute.
    #[serde(skip)]
    #[ts(skip)]
    pub may_sound: bool,
    /// Promises whose reminders cannot be read, by id. They are left out; all others are told.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub unread: Vec<String>,
}

impl Ring {
    /// Nothing, until the pause ends.
    fn of_a_pause(until: Timestamp) -> Ring {
        Ring { notices: Vec::new(), next_at: Some(until), may_sound: false, unread: Vec::new() }
    }
}

/// The preference by which customers and words are left out of notifications.
pub(super) const HIDE_NAMES: &str = "hide_names";
/// The preference by which nothing is heard.
const SOUND: &str = "sound";

impl Desk {
    /// What is to be told at `now` at this desk, whoever it is for: on a PC that everybody shares, everything is announced.
    ///
    /// Several of a kind, due in the same minute or while Kept was not running, are one notice naming up to three and the
    /// exact count. What is told again and what goes to others are notices of their own.
    pub fn ring(&self, now: Timestamp) -> Result<Ring> {
        if let Some(until) = self.reminders_paused(now)? {
            return Ok(Ring::of_a_pause(until));
        }
        let office = self.office();
        let reader = self.member().map_or_else(String::new, |member| member.name);
        let preferences = self.preferences()?;
        let hide = preferences.get(HIDE_NAMES).is_some_and(|hide| hide == true);
        let is_silent = preferences.get(SOUND).is_some_and(|sound| sound == false);
        let rules = Rules::of(&office);
        let memory = self.bell_memory();
        let everything = memory.is_outdated(office.last_id, now);
        let look = Look { everything, opening: memory.opening.filter(|_| !everything) };
        let (ring, gathered) = self.read(|db| {
            let gathered = gather(db, &office, look, now)?;
            let mut unread = gathered.unread.clone();
            let wording = Wording { reader: &reader, rules: &rules, now, hide };
            let notices = dress(db, &office, &wording, for_a_screen(&gathered.calls), &mut unread);
            Ok((
                Ring { notices, next_at: gathered.next_at, may_sound: !is_silent && memory.may_sound(now), unread },
                gathered,
            ))
        })?;
        if !(gathered.moved.is_empty() && gathered.put_off.is_empty())
            && let Err(error) = self.write_local(|db| move_on(db, &gathered))
        {
            // They are only looked at once more.
            tracing::warn!(code = error.code.name(), "the bell could not note when to look again");
        }
        let sounded_at = if ring.notices.is_empty() || !ring.may_sound { memory.sounded_at } else { Some(now) };
        let edge = rules.next_absence_edge(now);
        self.set_bell_memory(BellMemory {
            last_at: Some(now),
            office: office.last_id,
            edge,
            opening: gathered.opening,
            sounded_at,
        });
        Ok(ring)
    }

    /// Until when quiet hours keep back something that is due at `now`; `None` where they keep nothing back.
    pub fn held_back_until(&self, now: Timestamp) -> Result<Option<Timestamp>> {
        let office = self.office();
        let rules = Rules::of(&office);
        if !rules.is_quiet(now) {
            return Ok(None);
        }
        let until = rules.delivery(now);
        // The bell looks at what it keeps back when it may be told.
        let is_any: bool = self.read(|db| {
            Ok(db
                .prepare_cached(
                    "SELECT EXISTS (SELECT 1 FROM reminder INDEXED BY reminder_look WHERE look_at = ?1 AND due_at <= ?2)",
                )?
                .query_row([until, now], |row| row.get(0))?)
        })?;
        Ok(is_any.then_some(until))
    }

    /// What the bell would announce at `at`, for every member; with `mark` it is recorded as announced then.
    pub fn due(&self, at: Timestamp, mark: bool) -> Result<Ring> {
        let office = self.office();
        let rules = Rules::of(&office);
        if let Some(until) = self.reminders_paused(at)? {
            return Ok(Ring::of_a_pause(until));
        }
        let ring = self.read(|db| {
            let look = Look { everything: true, opening: None };
            let Gathered { calls, next_at, mut unread, .. } = gather(db, &office, look, at)?;
            let mut notices = Vec::new();
            for bundle in for_each_member(&calls) {
                let reader = bundle.to.first().map_or("", |to| office.member_name(*to));
                let wording = Wording { reader, rules: &rules, now: at, hide: false };
                notices.extend(dress(db, &office, &wording, vec![bundle], &mut unread));
            }
            Ok(Ring { notices, next_at, may_sound: true, unread })
        })?;
        if mark {
            let mut marks: Vec<_> = ring.notices.iter().flat_map(|notice| notice.marks.iter().cloned()).collect();
            marks.sort();
            marks.dedup();
            self.record_attempts(&marks, at)?;
            self.record_marks(&marks, at)?;
        }
        Ok(ring)
    }
}

/// Bundles as notices. A promise that cannot be read is named by nothing but counts, and is reported.
fn dress(
    db: &Connection,
    office: &OfficeState,
    wording: &Wording<'_>,
    bundles: Vec<Bundle>,
    unread: &mut Vec<String>,
) -> Vec<Notice> {
    let mut notices = Vec::with_capacity(bundles.len());
    for bundle in bundles {
        let to: Vec<&str> = bundle.to.iter().map(|id| office.member_name(*id)).collect();
        let mut rows: Vec<PromiseRow> = Vec::new();
        for (_, id) in bundle.promises.iter().take(NAMED) {
            match show_row(db, office, *id, wording.now) {
                Ok(row) => rows.push(row),
                Err(_) if unread.contains(&id.to_string()) => {}
                Err(_) => unread.push(id.to_string()),
            }
        }
        notices.push(wording.notice(bundle, &to, &rows));
    }
    notices
}
