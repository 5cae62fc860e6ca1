//! Calls about the timeline.

use super::{Reply, parse, shown, written};
use crate::{desk::Desk, entry::NewContact, error::Result, id::Id};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Timeline {
    customer: Id,
    limit: Option<usize>,
    before: Option<Id>,
    kinds: Option<Vec<String>>,
}

/// How many entries a page has when not said.
const PAGE: usize = 50;

#[derive(Deserialize)]
struct Log {
    customer: Id,
    #[serde(flatten)]
    contact: serde_json::Map<String, Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Correct {
    entry: Id,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TakeBack {
    id: Id,
    reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Redo {
    id: Id,
}

pub(super) fn call(desk: &Desk, name: &str, args: &Value) -> Option<Result<Reply>> {
    Some(match name {
        "timeline" => parse(args).and_then(|Timeline { customer, limit, before, kinds }| {
            shown(desk.timeline(customer, limit.unwrap_or(PAGE), before, &kinds.unwrap_or_default())?)
        }),
        "contact_log" => parse(args).and_then(|Log { customer, contact }| {
            let contact: NewContact = parse(&Value::Object(contact))?;
            written(desk.log_contact(customer, &contact)?)
        }),
        "entry_correct" => parse(args).and_then(|Correct { entry, text }| written(desk.correct_entry(entry, &text)?)),
        "take_back" => {
            parse(args).and_then(|TakeBack { id, reason }| written(desk.take_back(id, &reason.unwrap_or_default())?))
        }
        "redo" => parse(args).and_then(|Redo { id }| written(desk.redo(id)?)),
        _ => return None,
    })
}
