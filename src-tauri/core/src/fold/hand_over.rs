//! How a promise goes from one owner to the next: what a colleague was asked, what became of that, and each time it went
//! over.
//!
//! That nobody took it in time is never stored: it follows from the clock, and from then on nobody can take it by that offer.

use super::PromiseState;
use crate::{
    event::{Event, HandOver, Offer, OfferAnswer},
    id::Id,
    time::Timestamp,
};
use serde::{Deserialize, Serialize};

/// One time that a promise went from one owner to another by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hop {
    /// The event by which it went.
    pub event: Id,
    /// When.
    pub at: Timestamp,
    /// Who had it.
    pub from: Id,
    /// Who got it.
    pub to: Id,
}

/// That somebody was asked to take a promise over, and has not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferState {
    /// The event that made the offer.
    pub id: Id,
    /// Who made it.
    pub by: Id,
    /// Who is asked.
    pub to: Id,
    /// When it was made.
    pub made_at: Timestamp,
    /// Taken before then, or it went back.
    pub until: Timestamp,
    /// Why it was declined; `None`: it was not.
    pub declined: Option<String>,
}

/// How an offer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum OfferStanding {
    /// It can be taken.
    Open,
    /// Nobody took it in time: it went back.
    Lapsed,
    /// Whoever was asked said no: it went back.
    Declined,
}

impl OfferState {
    /// How it stands at that moment.
    pub fn standing(&self, at: Timestamp) -> OfferStanding {
        match &self.declined {
            Some(_) => OfferStanding::Declined,
            None if at < self.until => OfferStanding::Open,
            None => OfferStanding::Lapsed,
        }
    }

    /// Whether it can be taken then.
    pub fn is_open(&self, at: Timestamp) -> bool {
        self.standing(at) == OfferStanding::Open
    }
}

impl PromiseState {
    pub(super) fn offered(&mut self, event: &Event, offer: &Offer) {
        self.offer = Some(OfferState {
            id: event.id,
            by: event.member,
            to: offer.to,
            made_at: event.recorded_at,
            until: offer.until,
            declined: None,
        });
    }

    pub(super) fn accepted(&mut self, event: &Event, answer: &OfferAnswer) {
        let taken = self.offer.take_if(|offer| can_be_answered(offer, event, answer));
        if let Some(offer) = taken {
            self.goes_over(event, offer.to);
            if self.rounds.taken_over(&self.due, event.recorded_at) {
                self.snoozed_until = None;
            }
        }
    }

    pub(super) fn declined(&mut self, event: &Event, answer: &OfferAnswer, reason: String) {
        if let Some(offer) = self.offer.as_mut().filter(|offer| can_be_answered(offer, event, answer)) {
            offer.declined = Some(reason);
        }
    }

    pub(super) fn handed_over(&mut self, event: &Event, hand: &HandOver) {
        if hand.leaving {
            self.owner = hand.to;
        } else {
            self.goes_over(event, hand.to);
        }
        self.offer = None;
        if self.rounds.handed_over(&self.due, event.recorded_at) {
            self.snoozed_until = None;
        }
    }

    /// Somebody goes on with it: an offer that went back is no news any more.
    pub(super) fn goes_on(&mut self, at: Timestamp) {
        self.offer.take_if(|offer| !offer.is_open(at));
    }

    fn goes_over(&mut self, event: &Event, to: Id) {
        if to != self.owner {
            self.hops.push(Hop { event: event.id, at: event.occurred_at, from: self.owner, to });
        }
        self.owner = to;
    }
}

/// Only whoever is asked answers, and only while it stands.
fn can_be_answered(offer: &OfferState, event: &Event, answer: &OfferAnswer) -> bool {
    offer.id == answer.offer && offer.to == event.member && offer.is_open(event.recorded_at)
}
