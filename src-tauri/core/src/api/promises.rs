//! Calls about promises, the queue and reminders.

use super::{NoArgs, Reply, parse, range_end, shown, written};
use crate::{
    desk::{Desk, Written},
    error::Result,
    event::Outcome,
    id::Id,
    promise::NewPromise,
    queue::QueueFilter,
    recurrence::OnClosed,
    time::Timestamp,
};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Make {
    customer: Id,
    text: String,
    /// May be left out where `repeat` says all of it.
    due: Option<String>,
    owner: Option<String>,
    tentative: Option<bool>,
    repeat: Option<String>,
    on_closed: Option<OnClosed>,
    /// The promise or entry it comes of.
    of: Option<Id>,
    /// Made for a colleague: whoever makes it checks with the customer that it was kept.
    verify: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Repeat {
    id: Id,
    /// Empty or left out: it comes no more.
    repeat: Option<String>,
    on_closed: Option<OnClosed>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RepeatRead {
    text: String,
    due: Option<String>,
    on_closed: Option<OnClosed>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Show {
    id: Id,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeepAndMake {
    id: Id,
    evidence: Option<String>,
    next: NewPromise,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Keep {
    id: Id,
    evidence: Option<String>,
    at: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Close {
    id: Id,
    reason: String,
    at: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Move {
    id: Id,
    due: String,
    agreed: bool,
    at: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HandOver {
    id: Id,
    to: String,
    at: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Handing {
    id: Id,
    to: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Accept {
    id: Id,
    offer: Id,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Decline {
    id: Id,
    offer: Id,
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Attempt {
    id: Id,
    outcome: Outcome,
    text: Option<String>,
    at: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Dispose {
    id: Id,
    outcome: Outcome,
    text: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Snooze {
    id: Id,
    until: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Queue {
    owner: Option<String>,
    until: Option<String>,
    limit: Option<u32>,
}

/// How many rows a queue answers when not said, and at most.
const ROWS: u32 = 50;
const MOST_ROWS: u32 = 1000;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Today {
    owner: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WhenRead {
    text: String,
    past: Option<bool>,
    /// Where a range begins or ends: a day alone is its first instant.
    edge: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Capture {
    text: String,
    customer: Option<Id>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Seen {
    ids: Vec<Id>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pause {
    /// Null ends it.
    until: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Due {
    at: Option<Timestamp>,
    mark: Option<bool>,
}

pub(super) fn call(desk: &Desk, name: &str, args: &Value) -> Option<Result<Reply>> {
    Some(match name {
        "promise_make" => {
            parse(args).and_then(|Make { customer, text, due, owner, tentative, repeat, on_closed, of, verify }| {
                let due = due.unwrap_or_default();
                let (tentative, on_closed) = (tentative.unwrap_or_default(), on_closed.unwrap_or_default());
                let new = NewPromise {
                    text,
                    due,
                    owner,
                    tentative,
                    repeat,
                    on_closed,
                    of,
                    verify: verify.unwrap_or_default(),
                };
                written(desk.make_promise(customer, &new)?)
            })
        }
        "promise_show" => parse(args).and_then(|Show { id }| shown(desk.show_promise(id)?)),
        "promise_keep" => parse(args).and_then(|Keep { id, evidence, at }| {
            written(desk.keep_promise(id, &evidence.unwrap_or_default(), at.as_deref())?)
        }),
        "promise_keep_and_make" => parse(args).and_then(|KeepAndMake { id, evidence, next }| {
            written(desk.keep_and_make(id, &evidence.unwrap_or_default(), &next)?)
        }),
        "promise_break" => {
            parse(args).and_then(|Close { id, reason, at }| written(desk.break_promise(id, &reason, at.as_deref())?))
        }
        "promise_withdraw" => parse(args)
            .and_then(|Close { id, reason, at }| written(desk.withdraw_promise(id, &reason, at.as_deref())?)),
        "promise_move" => parse(args)
            .and_then(|Move { id, due, agreed, at }| written(desk.move_promise(id, &due, agreed, at.as_deref())?)),
        "promise_hand_over" => {
            parse(args).and_then(|HandOver { id, to, at }| written(desk.hand_over_promise(id, &to, at.as_deref())?))
        }
        "promise_offer" => parse(args).and_then(|Handing { id, to }| written(desk.offer_promise(id, &to)?)),
        "promise_accept" => parse(args).and_then(|Accept { id, offer }| written(desk.accept_offer(id, offer)?)),
        "promise_decline" => {
            parse(args).and_then(|Decline { id, offer, reason }| written(desk.decline_offer(id, offer, &reason)?))
        }
        "handing_read" => parse(args).and_then(|Handing { id, to }| shown(desk.read_handing(id, &to)?)),
        "offers" => parse(args).and_then(|NoArgs {}| shown(json!({ "offers": desk.offers()? }))),
        "promise_attempt" => parse(args).and_then(|Attempt { id, outcome, text, at }| {
            written(desk.attempt_promise(id, outcome, &text.unwrap_or_default(), at.as_deref())?)
        }),
        "promise_disposition" => parse(args).and_then(|Dispose { id, outcome, text }| {
            written(desk.dispose_promise(id, outcome, &text.unwrap_or_default())?)
        }),
        "promise_snooze" => parse(args).and_then(|Snooze { id, until }| written(desk.snooze_promise(id, &until)?)),
        "promise_repeat" => parse(args).and_then(|Repeat { id, repeat, on_closed }| {
            written(desk.repeat_promise(id, &repeat.unwrap_or_default(), on_closed.unwrap_or_default())?)
        }),
        "promise_series" => parse(args).and_then(|Show { id }| {
            let promises = desk.show_series(id)?;
            shown(json!({ "total": promises.len(), "promises": promises, "next": desk.comes_after(id)? }))
        }),
        "repeat_read" => parse(args).and_then(|RepeatRead { text, due, on_closed }| {
            shown(desk.read_repeat(&text, &due.unwrap_or_default(), on_closed.unwrap_or_default())?)
        }),
        "queue" => parse(args).and_then(|Queue { owner, until, limit }| {
            let until = range_end(desk, until.as_deref())?;
            shown(desk.queue(&QueueFilter { owner, until, limit: limit.unwrap_or(ROWS).min(MOST_ROWS) })?)
        }),
        "today" => parse(args).and_then(|Today { owner }| shown(desk.today(owner.as_deref())?)),
        "risk" => parse(args).and_then(|Today { owner }| shown(desk.risk(owner.as_deref())?)),
        "when_read" => parse(args).and_then(|WhenRead { text, past, edge }| match edge {
            Some(true) => shown(desk.read_edge(&text)?),
            _ => shown(desk.read_when(&text, past.unwrap_or_default())?),
        }),
        "capture" => parse(args).and_then(|Capture { text, customer }| shown(desk.capture(&text, customer)?)),
        "reminder_seen" => parse(args).and_then(|Seen { ids }| {
            let Written { value: seen, change } = desk.see_reminders(&ids)?;
            written(Written { value: json!({ "seen": seen }), change })
        }),
        "reminder_show" => parse(args).and_then(|Show { id }| shown(desk.reminder(id)?)),
        "reminders_pause" => parse(args).and_then(|Pause { until }| {
            let Written { value: until, change } = desk.pause_reminders(until.as_deref())?;
            written(Written { value: json!({ "until": until }), change })
        }),
        "due" => parse(args)
            .and_then(|Due { at, mark }| shown(desk.due(at.unwrap_or_else(|| desk.now()), mark.unwrap_or_default())?)),
        _ => return None,
    })
}
