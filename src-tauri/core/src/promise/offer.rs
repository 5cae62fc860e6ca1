//! Asking a colleague to take a promise over, and their answer. Until they have taken it, it stays with its owner.

use super::{PromiseRow, require_open};
use crate::{
    customer::check_text,
    desk::{Desk, New, Subject, Writing, Written},
    error::{Error, Result},
    event::{Body, HandOver, Nothing, Offer, OfferAnswer, Reason},
    fold::{Absence, OfferStanding, OfficeState, PromiseState},
    id::Id,
    reminder::Rules,
    time::{MINUTE_MS, Timestamp},
    when::brief,
};

/// How long a colleague has to take it, in working time.
const TO_TAKE_MS: i64 = 2 * MINUTE_MS;

/// Until when an offer made at `now` can be taken: by the clock where the office does not open any more.
pub(super) fn until(office: &OfficeState, now: Timestamp) -> Timestamp {
    Rules::of(office).later(now, TO_TAKE_MS)
}

impl Desk {
    /// Asks a colleague, by name, to take a promise over: theirs once they say so within two minutes of working time; until
    /// then, and if they do not, its owner's. An offer that stands already is replaced. Taking it over oneself needs no
    /// asking.
    ///
    /// # Errors
    /// It is theirs already, they were asked already, or they are away; whoever answers meanwhile is suggested.
    pub fn offer_promise(&self, promise: Id, to: &str) -> Result<Written<PromiseRow>> {
        self.write_promise(promise, |writing, state| {
            require_open(state)?;
            let to = writing.office.find_member(to)?.clone();
            if to.id == state.owner {
                return Err(Error::invalid("The promise is theirs already."));
            }
            let body = if to.id == writing.by {
                Body::PromiseHandedOver(HandOver { to: to.id, leaving: false }, Nothing {})
            } else {
                if let Some(absence) = to.away(writing.now) {
                    return Err(writing.away(&to.name, absence));
                }
                if let Some(offer) =
                    state.offer.as_ref().filter(|offer| offer.is_open(writing.now) && offer.to == to.id)
                {
                    let until = writing.said(offer.until);
                    return Err(Error::refused(format!("{} has been asked already, until {until}.", to.name)));
                }
                Body::PromiseOffered(Offer { to: to.id, until: until(&writing.office, writing.now) }, Nothing {})
            };
            writing.append(New::about(state.customer, Subject::Of(promise), body)).map(drop)
        })
    }

    /// Takes over a promise that was offered to the one who acts. `offer`: the event that offered it.
    ///
    /// # Errors
    /// It was not offered to them, is theirs already, or has gone back, with when.
    pub fn accept_offer(&self, promise: Id, offer: Id) -> Result<Written<PromiseRow>> {
        self.write_promise(promise, |writing, state| {
            writing.require_answerable(state, offer)?;
            let body = Body::HandoverAccepted(OfferAnswer { offer }, Nothing {});
            writing.append(New::about(state.customer, Subject::Of(promise), body)).map(drop)
        })
    }

    /// Says no to a promise that was offered to the one who acts, and why. It stays with its owner, who hears of it.
    ///
    /// # Errors
    /// There is no reason, or the offer cannot be answered any more.
    pub fn decline_offer(&self, promise: Id, offer: Id, reason: &str) -> Result<Written<PromiseRow>> {
        check_text(reason, "The reason")?;
        self.write_promise(promise, |writing, state| {
            writing.require_answerable(state, offer)?;
            let body = Body::HandoverDeclined(OfferAnswer { offer }, Reason { reason: reason.to_owned() });
            writing.append(New::about(state.customer, Subject::Of(promise), body)).map(drop)
        })
    }
}

/// That somebody is away, and who answers meanwhile.
pub(super) fn is_away(office: &OfficeState, name: &str, absence: &Absence, now: Timestamp) -> (String, String) {
    let zone = office.settings.zone;
    let until = brief(zone.wall(absence.to), zone.wall(now).day());
    let backup = office.member_name(Rules::of(office).answers_for(absence.backup, now)).to_owned();
    (format!("{name} is away until {until}; {backup} answers meanwhile."), backup)
}

impl Writing<'_> {
    fn said(&self, at: Timestamp) -> String {
        let zone = self.office.settings.zone;
        brief(zone.wall(at), zone.wall(self.now).day())
    }

    fn away(&self, name: &str, absence: &Absence) -> Error {
        let (said, backup) = is_away(&self.office, name, absence, self.now);
        Error::refused(said).suggest([backup])
    }

    /// Makes sure that whoever acts can answer this offer now.
    fn require_answerable(&self, state: &PromiseState, offer: Id) -> Result<()> {
        require_open(state)?;
        let owner = self.office.member_name(state.owner);
        let Some(standing) = state.offer.as_ref().filter(|standing| standing.id == offer) else {
            return Err(if state.owner == self.by {
                Error::refused("It is yours already.")
            } else {
                Error::refused(format!("This offer does not stand any more. The promise is {owner}’s."))
            });
        };
        if standing.to != self.by {
            let asked = self.office.member_name(standing.to);
            return Err(Error::refused(format!("{asked} was asked. Only they can answer this.")));
        }
        match standing.standing(self.now) {
            OfferStanding::Open => Ok(()),
            OfferStanding::Declined => Err(Error::refused(format!("You said no to this. It stays with {owner}."))),
            OfferStanding::Lapsed => Err(Error::refused(format!(
                "It went back to {owner} at {}: nobody had taken it by then. Ask {owner} before you ring.",
                self.said(standing.until)
            ))),
        }
    }
}
