//! Taking back, and taking that back again. One mechanism: a retraction is appended.
//!
//! A promise may be taken back only by its maker and before it is due, and stays in the report as taken back: undo cannot
//! hide a broken promise. One's own entry, change or close can be taken back until the end of the next working day; a
//! manager's retraction has no limit and carries a reason.

use crate::{
    desk::{Desk, New, Subject, Writing, Written},
    error::{Error, Result},
    event::{Body, Event, Reason, Retraction, Role},
    fold::{Member, OfficeSettings, Undone, retractions, standing},
    id::Id,
    log,
    roles::{Action, may},
    time::{DAY_MS, Timestamp},
};
use rusqlite::Connection;
use serde::Serialize;

/// What was taken back or brought back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct TakenBack {
    /// The event that was.
    pub id: Id,
    /// `entry`, `promise` or `customer`.
    pub what: String,
    /// Whose timeline it stands in.
    pub customer: Id,
}

impl Desk {
    /// Takes back an entry, a promise or a customer.
    ///
    /// # Errors
    /// It was taken back already, is somebody else's, or the time for it has passed.
    pub fn take_back(&self, id: Id, reason: &str) -> Result<Written<TakenBack>> {
        self.allow(Action::WriteEntries)?;
        self.write(|writing| {
            let event = log::get(writing.db, id)?;
            let events = log::about(writing.db, event.subject.unwrap_or(id))?;
            if retractions(&events)?.contains_key(&id) {
                return Err(Error::refused("This was taken back already."));
            }
            let what = writing.may_take_back(&event, reason)?;
            let body = Body::Retracted(
                Retraction { target: Some(id), ..Retraction::default() },
                Reason { reason: reason.to_owned() },
            );
            writing.append(New::about(event.customer, Subject::Of(event.subject.unwrap_or(id)), body))?;
            writing.take_back_next(&event)?;
            writing.take_back_checks(&event)?;
            Ok(TakenBack { id, what: what.to_owned(), customer: event.customer })
        })
    }

    /// Brings back what was taken back: its retraction is taken back in turn.
    ///
    /// # Errors
    /// It stands, or the time for it has passed.
    pub fn redo(&self, id: Id) -> Result<Written<TakenBack>> {
        self.allow(Action::WriteEntries)?;
        self.write(|writing| {
            let event = log::get(writing.db, id)?;
            let subject = event.subject.unwrap_or(id);
            let events = log::about(writing.db, subject)?;
            let by = retractions(&events)?.get(&id).copied();
            let by = by.ok_or_else(|| Error::refused("This was not taken back, so there is nothing to bring back."))?;
            let retraction = log::get(writing.db, by)?;
            let member = writing.acting()?;
            if event.kind == "contact_allowed" && !may(member.role, Action::LiftRestriction) {
                return Err(Error::refused("Lifting a do-not-contact mark is for a manager. Ask one to sign in."));
            }
            if !is_in_time(&retraction, &member, &writing.office.settings, writing.now) && member.role != Role::Manager
            {
                return Err(Error::refused("Only a manager may bring this back now."));
            }
            let body = Body::Retracted(Retraction { target: Some(by), ..Retraction::default() }, Reason::default());
            writing.append(New::about(event.customer, Subject::Of(subject), body))?;
            writing.bring_back_next(&event, &retraction)?;
            writing.bring_back_checks(&event, &retraction)?;
            Ok(TakenBack { id, what: what(&event).unwrap_or("entry").to_owned(), customer: event.customer })
        })
    }
}

/// What kind of thing an event stands for; `None` for one that cannot be taken back.
fn what(event: &Event) -> Option<&'static str> {
    match event.kind.as_str() {
        "promise_made" => Some("promise"),
        "customer_added" => Some("customer"),
        "contact_logged"
        | "note_added"
        | "entry_corrected"
        | "customer_changed"
        | "customers_related"
        | "contact_restricted"
        | "contact_allowed"
        | "promise_reworded"
        | "promise_firmed"
        | "promise_moved"
        | "promise_handed_over"
        | "promise_offered"
        | "handover_accepted"
        | "handover_declined"
        | "promise_snoozed"
        | "promise_repeat_set"
        | "promise_kept"
        | "promise_broken"
        | "promise_withdrawn" => Some("entry"),
        _ => None,
    }
}

/// Until when somebody's own entry can be corrected or taken back by them: the end of the next working day.
fn take_back_end(event: &Event, settings: &OfficeSettings) -> Timestamp {
    let written = settings.zone.wall(event.recorded_at).day();
    let works = |ahead: &i64| settings.calendar().works_on(written.plus_days(*ahead));
    let ahead = (1..=14).find(works).unwrap_or(1);
    settings.zone.first(written.plus_days(ahead + 1).midnight())
}

/// Longer than any time for taking back: 14 days ahead at most, to the end of the day, whatever the zone.
const LONG_PAST_MS: i64 = 18 * DAY_MS;

/// Whether an event is the member's own, and its time for being taken back has not passed.
fn is_in_time(event: &Event, member: &Member, settings: &OfficeSettings, now: Timestamp) -> bool {
    let may_be = event.member == member.id && now.since_ms(event.recorded_at) < LONG_PAST_MS;
    may_be && now < take_back_end(event, settings)
}

/// How an entry may still be ended by the one who acts, as lists show it.
pub(crate) struct End {
    pub(crate) take_back: bool,
    pub(crate) correct: bool,
}

impl End {
    /// What `member` may still do about `event`, which stands. `due`: when the promise it made is due.
    pub(crate) fn of(
        event: &Event,
        due: Option<Timestamp>,
        member: Option<&Member>,
        settings: &OfficeSettings,
        now: Timestamp,
    ) -> End {
        let Some(member) = member else { return End { take_back: false, correct: false } };
        let anything = may(member.role, Action::TakeBackAnything);
        let lifts = event.kind == "contact_restricted";
        let own = !anything && is_in_time(event, member, settings, now);
        let take_back = match what(event) {
            None => false,
            Some("promise") => event.member == member.id && due.is_some_and(|due| now < due),
            Some(_) if lifts => may(member.role, Action::LiftRestriction),
            Some(_) => own || anything,
        };
        let correct = matches!(event.kind.as_str(), "contact_logged" | "note_added") && (own || anything);
        End { take_back, correct }
    }
}

/// Whether an event is an offer that was taken: it cannot be taken back any more.
pub(crate) fn is_taken(db: &Connection, undone: &Undone, event: &Event) -> Result<bool> {
    let Some(promise) = event.subject.filter(|_| event.kind == "promise_offered") else { return Ok(false) };
    let stands = standing(&log::about(db, promise)?, undone)?
        .into_iter()
        .any(|(_, body)| matches!(body, Body::HandoverAccepted(answer, _) if answer.offer == event.id));
    Ok(stands)
}

/// Makes sure that an entry may be corrected by the one who acts.
pub(crate) fn may_correct(writing: &Writing<'_>, event: &Event, events: &[Event]) -> Result<()> {
    if !matches!(event.kind.as_str(), "contact_logged" | "note_added") {
        return Err(Error::refused("Only the words of a contact or note can be corrected."));
    }
    if retractions(events)?.contains_key(&event.id) {
        return Err(Error::refused("This entry was taken back. Bring it back first."));
    }
    let member = writing.acting()?;
    if End::of(event, None, Some(&member), &writing.office.settings, writing.now).correct {
        return Ok(());
    }
    Err(Error::refused(
        "Only whoever wrote this may correct it, until the end of the next working day; after that a manager.",
    ))
}

impl Writing<'_> {
    /// The member who acts.
    pub(crate) fn acting(&self) -> Result<Member> {
        self.office
            .member(self.by)
            .cloned()
            .ok_or_else(|| Error::refused("Nobody is signed in. Say who you are first."))
    }

    /// Makes sure that `event` may be taken back by the one who acts. Gives what it is.
    fn may_take_back(&self, event: &Event, reason: &str) -> Result<&'static str> {
        let what = what(event).ok_or_else(|| Error::refused("This cannot be taken back."))?;
        let member = self.acting()?;
        match what {
            "promise" => {
                let promise = crate::cache::read_promise(self.db, event.id)?;
                if event.member != member.id {
                    return Err(Error::refused(
                        "A promise may be taken back only by whoever made it. It can be withdrawn, kept or broken.",
                    ));
                }
                if promise.as_ref().and_then(|promise| promise.repeat.as_ref()).is_some_and(|repeat| repeat.number > 1)
                {
                    return Err(Error::refused(
                        "This promise came of a series, which would end with it. Withdraw it, or let the series end.",
                    ));
                }
                if promise.is_none_or(|promise| self.now >= promise.due.due_at || self.now >= promise.agreed.due_at) {
                    return Err(Error::refused("This promise is due, so it cannot be taken back. Say how it ended."));
                }
                return Ok(what);
            }
            "entry" if is_taken(self.db, &self.office.undone, event)? => {
                return Err(Error::refused("It was taken over already. Ask whoever has it now to hand it back."));
            }
            "customer" if self.has_more_than_being_added(event.id)? => {
                return Err(Error::refused(
                    "More has happened with this customer, so adding them cannot be taken back.",
                ));
            }
            _ => {}
        }
        if event.kind == "contact_restricted" && !may(member.role, Action::LiftRestriction) {
            return Err(Error::refused("Lifting a do-not-contact mark is for a manager. Ask one to sign in."));
        }
        if is_in_time(event, &member, &self.office.settings, self.now) {
            return Ok(what);
        }
        if !may(member.role, Action::TakeBackAnything) {
            return Err(Error::refused(
                "Only whoever wrote this may take it back, until the end of the next working day; after that a manager.",
            ));
        }
        if reason.trim().is_empty() {
            return Err(Error::invalid("Say why this is taken back; it is not yours, or its time has passed."));
        }
        Ok(what)
    }

    /// Whether a customer's timeline holds more than their being added and changed.
    fn has_more_than_being_added(&self, customer: Id) -> Result<bool> {
        Ok(self
            .db
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM event WHERE customer = ?1 AND kind NOT IN ('customer_added', 'customer_changed', 'retracted'))",
            )?
            .query_row([customer], |row| row.get(0))?)
    }
}
