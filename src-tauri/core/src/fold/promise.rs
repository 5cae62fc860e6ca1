//! What became of a promise.

use super::{Hop, OfferState, Rounds, Undone, standing};
use crate::{
    error::Result,
    event::{Body, Due, Event, Repeat},
    id::Id,
    time::Timestamp,
};
use serde::{Deserialize, Serialize};

/// Where a promise stands. Due, late and missed are not states: they follow from the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "PromiseStanding")]
pub enum State {
    /// Still owed.
    Open,
    /// Done, and shown by something.
    Kept,
    /// Could not be kept.
    Broken,
    /// No longer wanted by the customer.
    Withdrawn,
}

/// How and when a promise was closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromiseEnd {
    /// The closing event.
    pub event: Id,
    /// When it happened, which may be before it was typed.
    pub at: Timestamp,
    /// When it was typed.
    pub recorded_at: Timestamp,
    /// What showed it, or why.
    pub words: String,
}

/// A due time the customer had agreed to, and until when it counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreedDue {
    /// The time agreed.
    pub due: Due,
    /// When another was agreed or the promise was closed; `None` while it counts.
    pub until: Option<Timestamp>,
}

/// A promise as its events leave it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromiseState {
    /// The promise.
    pub id: Id,
    /// To whom.
    pub customer: Id,
    /// In whose words.
    pub text: String,
    /// Exactly one accountable person.
    pub owner: Id,
    /// Open or closed.
    pub state: State,
    /// Whether the due time is only when we decide.
    pub tentative: bool,
    /// What queue and bell go by.
    pub due: Due,
    /// The last time the customer agreed to: what late, broken and the report go by.
    pub agreed: Due,
    /// Whether an agreement was reached only after the agreed time had passed: such a promise is kept late at best.
    pub was_late: bool,
    /// Contacts that named it.
    pub attempts: u32,
    /// How often its time was changed.
    pub moved: u32,
    /// When it was made.
    pub made_at: Timestamp,
    /// When that was written down.
    pub recorded_at: Timestamp,
    /// Who made it.
    pub made_by: Id,
    /// How it ended.
    pub end: Option<PromiseEnd>,
    /// Until when its reminder is quiet; about the present due time.
    pub snoozed_until: Option<Timestamp>,
    /// When that was planned, where it is the next try after one at which nobody was reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned_at: Option<Timestamp>,
    /// Whether it was taken back before it was due: it stays in the report as such.
    pub taken_back: bool,
    /// Every time agreed with the customer, in order.
    pub agreed_dues: Vec<AgreedDue>,
    /// The import it came with.
    pub batch: Option<Id>,
    /// How it comes again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeat: Option<Repeat>,
    /// How its reminder stands.
    #[serde(default)]
    pub rounds: Rounds,
    /// The matter it belongs to: the promise or entry that one began with.
    pub matter: Id,
    /// The promise of a colleague's whose keeping is checked by this one.
    pub verifies: Option<Id>,
    /// Who is asked to take it over; stays after it went back, until somebody goes on with it.
    pub offer: Option<OfferState>,
    /// Each time it went over by hand, in order.
    pub hops: Vec<Hop>,
}

impl PromiseState {
    /// Still owed and not taken back.
    pub fn is_open(&self) -> bool {
        self.state == State::Open && !self.taken_back
    }

    /// When it is to be tried again, or heard of again, before it is due.
    pub fn next_try(&self) -> Option<Timestamp> {
        self.snoozed_until.filter(|until| *until < self.due.due_at)
    }

    /// Whether it was kept, and by the time agreed.
    pub fn is_kept_on_time(&self) -> bool {
        self.state == State::Kept && !self.was_late && self.end.as_ref().is_some_and(|end| end.at <= self.agreed.due_at)
    }

    /// The series it belongs to, named by its first promise.
    pub fn series(&self) -> Option<Id> {
        self.repeat.as_ref().map(|repeat| repeat.series.unwrap_or(self.id))
    }

    /// Whether it is due and nobody has answered its reminder, nor put it off.
    pub fn is_waiting(&self, now: Timestamp) -> bool {
        let is_quiet = self.rounds.quieted.is_some_and(|quieted| quieted.covers(now));
        self.is_open() && now >= self.due.due_at && !self.rounds.answered && !is_quiet
    }

    /// Late to the second: open, and the agreed time has passed.
    pub fn is_late(&self, now: Timestamp) -> bool {
        self.is_open() && now > self.agreed.due_at
    }
}

/// The promise told by `events`, all those whose subject it is; `None` while the event that made it has not arrived.
pub fn fold_promise(events: &[Event], undone: &Undone) -> Result<Option<PromiseState>> {
    let made = events.iter().find(|event| event.kind == "promise_made");
    let Some((event, Some(Body::PromiseMade(facts, words)))) =
        made.map(|event| event.body().map(|body| (event, body))).transpose()?
    else {
        return Ok(None);
    };
    let mut promise = PromiseState {
        id: event.id,
        customer: event.customer,
        text: words.text,
        owner: facts.owner,
        state: State::Open,
        tentative: facts.tentative,
        due: facts.due,
        agreed: facts.due,
        was_late: false,
        attempts: 0,
        moved: 0,
        made_at: event.occurred_at,
        recorded_at: event.recorded_at,
        made_by: event.member,
        end: None,
        snoozed_until: None,
        planned_at: None,
        taken_back: true,
        agreed_dues: vec![AgreedDue { due: facts.due, until: None }],
        batch: event.batch,
        repeat: facts.repeat,
        rounds: Rounds::default(),
        matter: facts.matter.unwrap_or(event.id),
        verifies: facts.verifies,
        offer: None,
        hops: Vec::new(),
    };
    for (event, body) in standing(events, undone)? {
        promise.tell(event, body);
    }
    Ok(Some(promise))
}

impl PromiseState {
    fn tell(&mut self, event: &Event, body: Body) {
        if matches!(body, Body::ContactLogged(..)) {
            self.attempts += 1;
            // Whoever was in touch has gone on with it: what was planned before is over.
            self.snoozed_until.take_if(|until| *until < self.due.due_at);
            self.goes_on(event.recorded_at);
            self.rounds.attempted(&self.due, event.recorded_at);
            return;
        }
        if matches!(body, Body::PromiseMade(..)) {
            self.taken_back = false;
            return;
        }
        if self.state != State::Open {
            return;
        }
        // What the bell and whoever is asked say is no going on with it.
        if !matches!(body, Body::HandoverAccepted(..) | Body::HandoverDeclined(..) | Body::PromiseEscalated(..)) {
            self.goes_on(event.recorded_at);
        }
        match body {
            Body::PromiseReworded(_, words) => self.text = words.text,
            Body::PromiseFirmed(..) => self.tentative = false,
            Body::PromiseMoved(moved, _) => self.move_to(moved.due, moved.agreed, event.occurred_at),
            Body::PromiseHandedOver(hand, _) => self.handed_over(event, &hand),
            Body::PromiseOffered(offer, _) => self.offered(event, &offer),
            Body::HandoverAccepted(answer, _) => self.accepted(event, &answer),
            Body::HandoverDeclined(answer, words) => self.declined(event, &answer, words.reason),
            Body::PromiseSnoozed(snooze, _) => {
                self.snoozed_until = Some(snooze.until);
                self.planned_at = snooze.planned.then_some(event.recorded_at);
                self.rounds.snoozed(&self.due, event.recorded_at, &snooze);
            }
            Body::PromiseAcknowledged(seen, _) => self.rounds.seen(&self.due, &seen, event.recorded_at),
            Body::PromiseEscalated(escalation, _) => self.rounds.escalated(escalation),
            Body::PromiseRepeatSet(set, _) => self.repeat = set.repeat,
            Body::PromiseKept(_, words) => self.close(State::Kept, event, words.evidence),
            Body::PromiseBroken(_, words) => self.close(State::Broken, event, words.reason),
            Body::PromiseWithdrawn(_, words) => self.close(State::Withdrawn, event, words.reason),
            Body::PromiseMade(..)
            | Body::ContactLogged(..)
            | Body::OfficeChanged(..)
            | Body::OfficeDaySet(..)
            | Body::MemberAdded(..)
            | Body::MemberChanged(..)
            | Body::MemberLeft(..)
            | Body::MemberAway(..)
            | Body::CustomerAdded(..)
            | Body::CustomerChanged(..)
            | Body::CustomersRelated(..)
            | Body::ContactRestricted(..)
            | Body::ContactAllowed(..)
            | Body::NoteAdded(..)
            | Body::EntryCorrected(..)
            | Body::ImportRun(..)
            | Body::Retracted(..) => {}
        }
    }

    fn move_to(&mut self, due: Due, agreed: bool, at: Timestamp) {
        self.due = due;
        self.moved += 1;
        self.snoozed_until = None;
        self.rounds.begin_anew();
        if agreed {
            self.was_late |= at > self.agreed.due_at;
            self.end_agreement(at);
            self.agreed = due;
            self.tentative = false;
            self.agreed_dues.push(AgreedDue { due, until: None });
        }
    }

    fn close(&mut self, state: State, event: &Event, words: String) {
        self.state = state;
        self.offer = None;
        self.snoozed_until = None;
        self.end_agreement(event.occurred_at);
        self.end = Some(PromiseEnd { event: event.id, at: event.occurred_at, recorded_at: event.recorded_at, words });
    }

    fn end_agreement(&mut self, at: Timestamp) {
        if let Some(last) = self.agreed_dues.last_mut() {
            last.until = Some(at);
        }
    }
}
