//! The brief: what to know before saying hello, in at most four sentences, from facts alone.

use crate::{
    error::Result,
    event::{Body, ContactKind, Outcome},
    fold::{OfficeState, is_retracted},
    id::Id,
    log::{self, COLUMNS, read_event},
    promise::PromiseRow,
    time::{DAY_MS, HOUR_MS, MINUTE_MS, Timestamp, WallTime},
    when::{long_day, to_the_minute},
};
use rusqlite::{Connection, params};

/// The brief of a customer whose open promises are `open`, the one due first first. Empty when there is nothing to say.
pub(super) fn brief(
    db: &Connection,
    office: &OfficeState,
    customer: Id,
    open: &[PromiseRow],
    now: Timestamp,
) -> Result<String> {
    let zone = office.settings.zone;
    let today = zone.wall(now);
    let mut sentences = Vec::new();
    let late: Vec<&PromiseRow> = open.iter().filter(|promise| promise.late).collect();
    if let Some(worst) = late.iter().max_by_key(|promise| promise.late_ms) {
        let when = day_and_time(zone.wall(worst.agreed_due_at), today);
        sentences.push(format!(
            "Late by {}: {}, owed by {} since {when}.",
            span(worst.late_ms),
            quoted(&worst.text),
            worst.owner
        ));
    }
    let next = open.iter().find(|promise| !promise.late);
    if let Some(next) = next {
        let when = day_and_time(zone.wall(next.due_at), today);
        let more = match late.len() {
            0 | 1 => String::new(),
            2 => "1 more is late. ".to_owned(),
            n => format!("{} more are late. ", n - 1),
        };
        sentences.push(format!("{more}Next: {}, {when}, {}.", quoted(&next.text), next.owner));
    } else if late.len() == 2 {
        sentences.push("1 more promise is late.".to_owned());
    } else if late.len() > 2 {
        sentences.push(format!("{} more promises are late.", late.len() - 1));
    }
    if let Some(contact) = last_contact(db, customer, zone, today, now)? {
        sentences.push(contact);
    }
    if !late.is_empty() {
        sentences.push("Start with an apology.".to_owned());
    }
    sentences.truncate(4);
    Ok(sentences.join(" "))
}

/// A promise's words, shortened to be read aloud.
fn quoted(text: &str) -> String {
    let line = text.split(['\n', '\r']).next().unwrap_or_default().trim().trim_end_matches('.');
    let short: String = line.chars().take(80).collect();
    if short.len() < line.len() { format!("“{short}…”") } else { format!("“{short}”") }
}

/// The last contact, and since when no person has spoken with them.
fn last_contact(
    db: &Connection,
    customer: Id,
    zone: crate::time::Zone,
    today: WallTime,
    now: Timestamp,
) -> Result<Option<String>> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM event WHERE customer = ?1 AND kind = 'contact_logged' AND occurred_at <= ?2
         ORDER BY occurred_at DESC, id DESC LIMIT 12"
    ))?;
    let marks = log::marks_of(db, customer)?;
    let mut rows = statement.query(params![customer, now])?;
    let mut last: Option<String> = None;
    while let Some(row) = rows.next()? {
        let event = read_event(row)?;
        let Some(Body::ContactLogged(facts, _)) = event.body()? else { continue };
        if is_retracted(&marks, event.id)? {
            continue;
        }
        let when = day_and_time(zone.wall(event.occurred_at), today);
        let what = match (facts.contact, facts.outcome) {
            (_, Some(Outcome::NoAnswer)) => "a call nobody answered",
            (_, Some(Outcome::LeftVoicemail)) => "a voicemail",
            (_, Some(Outcome::Busy)) => "a busy line",
            (_, Some(Outcome::WrongNumber)) => "a wrong number",
            (_, Some(Outcome::HungUp)) => "a call they ended by hanging up",
            (_, Some(Outcome::Refused)) => "a call they did not want",
            (ContactKind::Call, _) => "a call",
            (ContactKind::Visit, _) => "a visit",
            (ContactKind::Email, _) => "an e-mail",
            (ContactKind::Letter, _) => "a letter",
            (ContactKind::Message, _) => "a message",
            (ContactKind::Note, _) => "a note",
        };
        let spoken = matches!(facts.contact, ContactKind::Call | ContactKind::Visit)
            && matches!(facts.outcome, None | Some(Outcome::Reached));
        match (&last, spoken) {
            (None, true) => return Ok(Some(format!("Last spoken with: {what}, {when}."))),
            (Some(first), true) => {
                let silent = span(now.since_ms(event.occurred_at));
                return Ok(Some(format!("{first}; no person has spoken with them in {silent}.")));
            }
            (None, false) => last = Some(format!("The last contact was {what}, {when}")),
            (Some(_), false) => {}
        }
    }
    Ok(last.map(|last| format!("{last}.")))
}

/// A length of time in the largest unit that fits, as one would say it.
pub(crate) fn span(ms: i64) -> String {
    let (count, unit) = match ms {
        _ if ms < MINUTE_MS => return "under a minute".to_owned(),
        _ if ms < HOUR_MS => (ms / MINUTE_MS, "minute"),
        _ if ms < DAY_MS => (ms / HOUR_MS, "hour"),
        _ => (ms / DAY_MS, "day"),
    };
    if count == 1 { format!("1 {unit}") } else { format!("{count} {unit}s") }
}

/// A wall time as one would say it today: "today 17:00", "yesterday 09:30", "Friday 6 March 17:00".
fn day_and_time(at: WallTime, today: WallTime) -> String {
    let day = match at.day().days_since(today.day()) {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        _ => long_day(at.day(), today.day()),
    };
    format!("{day} {}", to_the_minute(at))
}
