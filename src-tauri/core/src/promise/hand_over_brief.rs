//! What whoever takes a promise over has to know before they speak, told from facts: who, how they are not to be reached,
//! what was promised, what else is owed, what was told already, how to begin.

use super::PromiseRow;
use crate::{
    brief::{Contacts, day_and_time, quoted},
    cache::{read_card, read_restrictions},
    customer::{Card, named_channels},
    error::Result,
    event::Channel,
    fold::{OfficeState, PromiseState, Restriction},
    id::Id,
    phone::spaced,
    time::{Timestamp, WallTime},
    when::long_day,
};
use rusqlite::{Connection, params};
use serde::Serialize;

/// A brief for whoever takes a promise over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct HandOverBrief {
    /// Who it is, with their number.
    pub who: String,
    /// How they are not to be reached, and why; `None` where nothing is forbidden.
    pub forbidden: Option<String>,
    /// The beginning of the sticky note; `None` where there is none.
    pub note: Option<String>,
    /// What they want, in their words, and the department that serves it; `None` where nobody wrote it down.
    pub wants: Option<String>,
    /// What was promised, in the words used, by when, and who promised it.
    pub promised: String,
    /// How many other promises to them are open, and how many of these are late; `None` where there is none.
    pub others: Option<String>,
    /// What they told us already, when and to whom; `None` where nothing was written down.
    pub told: Option<String>,
    /// How to begin.
    pub opening: String,
}

/// So many contacts of a customer are looked through for what they told.
const LOOKED_AT: i64 = 30;
/// Characters of what was told; the rest stands in the timeline.
const LONGEST_TOLD: usize = 240;
/// Characters of the sticky note, or of why they are not to be reached.
const LONGEST_NOTE: usize = 80;
/// Characters of a promise's words.
const LONGEST_WORDS: usize = 120;

/// The brief of a promise that `from` passes on.
pub(super) fn hand_over_brief(
    db: &Connection,
    office: &OfficeState,
    promise: &PromiseState,
    row: &PromiseRow,
    from: Id,
    now: Timestamp,
) -> Result<HandOverBrief> {
    let zone = office.settings.zone;
    let today = zone.wall(now);
    let words = quoted(&promise.text, LONGEST_WORDS);
    let agreed = day_and_time(zone.wall(promise.agreed.due_at), today);
    let made = day(zone.wall(promise.made_at), today);
    let who = match row.customer_phone.as_deref() {
        Some(phone) => format!("{}, {}", row.customer_name, spaced(phone)),
        None => row.customer_name.clone(),
    };
    let late = if row.late { "was promised" } else { "is promised" };
    let promised = format!("{words} {late} for {agreed}; {} promised it {made}.", row.made_by);
    let giver = office.member_name(from);
    let told = told(db, office, promise, today, now)?;
    // Nobody is told that they need not say it again where nothing of it is written down.
    let passed_on = match told {
        Some(_) => format!("{giver} has told me everything, so you need not tell it again."),
        None => format!("{giver} has asked me to see to it."),
    };
    let what = if row.late {
        format!("I am sorry: {words} was promised for {agreed}.")
    } else {
        format!("It is about {words}, {agreed}.")
    };
    let card = read_card(db, promise.customer)?.map(|(card, _)| card);
    let note = card.as_ref().map(|card| card.note.split_whitespace().collect::<Vec<_>>().join(" "));
    Ok(HandOverBrief {
        who,
        forbidden: forbidden(&read_restrictions(db, promise.customer)?),
        note: note.filter(|note| !note.is_empty()).map(|note| quoted(&note, LONGEST_NOTE)),
        wants: card.as_ref().and_then(wants),
        promised,
        others: others(db, promise, now)?,
        told,
        opening: format!("“{passed_on} {what}”"),
    })
}

/// `small car, test drive (Cars)`.
fn wants(card: &Card) -> Option<String> {
    match (card.interest.trim(), card.department.trim()) {
        ("", "") => None,
        ("", serves) => Some(serves.to_owned()),
        (wants, "") => Some(wants.to_owned()),
        (wants, serves) => Some(format!("{wants} ({serves})")),
    }
}

/// `today`, `yesterday`, `on Friday 6 March`.
fn day(at: WallTime, today: WallTime) -> String {
    match at.day().days_since(today.day()) {
        0 => "today".to_owned(),
        -1 => "yesterday".to_owned(),
        _ => format!("on {}", long_day(at.day(), today.day())),
    }
}

/// What the customer told last when a person spoke with them; of this matter, if there is such.
fn told(
    db: &Connection,
    office: &OfficeState,
    promise: &PromiseState,
    today: WallTime,
    now: Timestamp,
) -> Result<Option<String>> {
    let contacts = Contacts::read_last(db, promise.customer, now, LOOKED_AT)?.last;
    let mut told = contacts.iter().filter(|contact| contact.is_spoken() && !contact.text.trim().is_empty());
    let of_matter = told.clone().find(|contact| contact.matter == promise.matter);
    Ok(of_matter.or_else(|| told.next()).map(|last| {
        let when = day(office.settings.zone.wall(last.at), today);
        format!("Told {} {when}: {}", office.member_name(last.by), quoted(&last.text, LONGEST_TOLD))
    }))
}

/// `No calls and e-mail: “asked to be left alone”`; without the reason where there are several.
fn forbidden(restrictions: &[Restriction]) -> Option<String> {
    let first = restrictions.first()?;
    let channels: Vec<Channel> = restrictions.iter().map(|one| one.channel).collect();
    let forbidden = format!("No {}", named_channels(&channels));
    let is_same = restrictions.iter().all(|one| one.reason == first.reason);
    Some(if is_same { format!("{forbidden}: {}", quoted(&first.reason, LONGEST_NOTE)) } else { forbidden })
}

/// How many other promises to the same customer are open: `2 others to them are open, 1 of these late`.
fn others(db: &Connection, promise: &PromiseState, now: Timestamp) -> Result<Option<String>> {
    let (open, late): (i64, i64) = db
        .prepare_cached(
            "SELECT count(*), coalesce(sum(agreed_due_at < ?3), 0) FROM promise
             WHERE customer = ?1 AND outcome = 0 AND checks = 0 AND id <> ?2",
        )?
        .query_row(params![promise.customer, promise.id, now], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(match (open, late) {
        (0, _) => None,
        (1, 0) => Some("1 other promise to them is open".to_owned()),
        (1, _) => Some("1 other promise to them is open, and late".to_owned()),
        (_, 0) => Some(format!("{open} other promises to them are open")),
        _ => Some(format!("{open} other promises to them are open, {late} of these late")),
    })
}
