//! What a notification says. The title alone is enough.

use super::Due;
use crate::{
    customer::span,
    id::Id,
    time::{MINUTE_MS, Timestamp, Zone},
    when::to_the_minute,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// Why somebody is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// The first announcement of one due time.
    Due,
    /// Several first announcements, every one listed.
    Digest,
}

/// One notification.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Notice {
    /// Why.
    pub kind: NoticeKind,
    /// The same for a repeat after a crash: under it one notification replaces the other.
    pub key: String,
    /// The promises, by due time.
    pub promises: Vec<Id>,
    /// For each, the time it is announced for.
    #[serde(skip)]
    #[ts(skip)]
    pub(crate) announced: Vec<Timestamp>,
    /// The customer, where it is about one.
    pub customer: Option<Id>,
    /// Whom it is for, by name.
    pub to: String,
    /// What it says at a glance.
    pub title: String,
    /// The rest.
    pub body: String,
}

/// The most customers a bundle names.
const NAMED: usize = 3;
/// From then on a notice says since when it is due.
const LATE_AFTER_MS: i64 = 10 * MINUTE_MS;

/// One notice for everything, as this PC announces it; `None` when there is nothing.
pub(super) fn bundle(due: Vec<Due>, signed_in: &str, zone: Zone, now: Timestamp) -> Option<Notice> {
    match due.as_slice() {
        [] => None,
        [only] => Some(single(only, signed_in, zone, now)),
        several => Some(digest(several, signed_in, zone)),
    }
}

/// A notice for each member to whom something is due, in the order of the first due time.
pub(super) fn per_member(due: Vec<Due>, zone: Zone, now: Timestamp) -> Vec<Notice> {
    let mut order: Vec<String> = Vec::new();
    let mut by_owner: BTreeMap<String, Vec<Due>> = BTreeMap::new();
    for one in due {
        let owner = one.row.owner.clone();
        if !by_owner.contains_key(&owner) {
            order.push(owner.clone());
        }
        by_owner.entry(owner).or_default().push(one);
    }
    let notices = order.iter().filter_map(|owner| by_owner.remove(owner).and_then(|due| bundle(due, owner, zone, now)));
    notices.collect()
}

/// `For Dan: ` where it is somebody else's.
fn for_whom(owner: &str, reader: &str) -> String {
    if owner == reader { String::new() } else { format!("For {owner}: ") }
}

fn time(at: Timestamp, zone: Zone, now: Timestamp) -> String {
    let (wall, today) = (zone.wall(at), zone.wall(now).day());
    let time = to_the_minute(wall);
    if wall.day() == today { time } else { format!("{} {time}", wall.day()) }
}

/// Characters of a promise's words in a title; longer ones stand whole below it.
const LONGEST_TITLE: usize = 60;

/// A promise's words on one line, cut where they are long.
fn in_a_title(words: &str) -> String {
    let line = words.lines().next().unwrap_or_default();
    if line.chars().nth(LONGEST_TITLE).is_none() {
        return line.to_owned();
    }
    format!("{}…", line.chars().take(LONGEST_TITLE - 1).collect::<String>().trim_end())
}

fn single(due: &Due, reader: &str, zone: Zone, now: Timestamp) -> Notice {
    let row = &due.row;
    let since = now.since_ms(row.due_at);
    let words = in_a_title(&row.text);
    let mut body: Vec<String> = Vec::new();
    body.extend((words != row.text).then(|| row.text.clone()));
    body.extend(row.customer_phone.clone());
    body.extend(
        (since >= LATE_AFTER_MS).then(|| format!("was due {}, {} ago", time(row.due_at, zone, now), span(since))),
    );
    Notice {
        kind: NoticeKind::Due,
        key: format!("{}:{}", row.id, due.remind_at.millis()),
        promises: vec![row.id],
        announced: vec![due.remind_at],
        customer: Some(row.customer),
        to: if row.owner.is_empty() { reader.to_owned() } else { row.owner.clone() },
        title: format!(
            "{}{}, {} – {words}",
            for_whom(&row.owner, reader),
            row.customer_name,
            time(row.due_at, zone, now)
        ),
        body: body.join("\n"),
    }
}

fn digest(due: &[Due], reader: &str, zone: Zone) -> Notice {
    let line = |due: &Due| {
        let wall = zone.wall(due.row.due_at);
        let whose = for_whom(&due.row.owner, reader);
        format!("{whose}{}, was due {} {}", due.row.customer_name, wall.day(), to_the_minute(wall))
    };
    let mut lines: Vec<String> = due.iter().take(NAMED).map(line).collect();
    if due.len() > NAMED {
        lines.push(format!("and {} more", due.len() - NAMED));
    }
    let key = due.iter().map(|due| format!("{}:{}", due.row.id, due.remind_at.millis())).next().unwrap_or_default();
    Notice {
        kind: NoticeKind::Digest,
        key: format!("digest:{key}"),
        promises: due.iter().map(|due| due.row.id).collect(),
        announced: due.iter().map(|due| due.remind_at).collect(),
        customer: None,
        to: reader.to_owned(),
        title: format!("{} promises are due", due.len()),
        body: lines.join("\n"),
    }
}
