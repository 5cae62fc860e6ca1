//! A promise made in a colleague's name keeps a duty with whoever made it: to check with the customer that it was kept.
//!
//! It is a promise of its own, of the same matter. It is due soon after the colleague says that theirs was kept, since only
//! then there is something to ask, and at the latest a week of work after that was due. It moves with the one it checks and
//! goes with it where that is broken or withdrawn, but nothing closes it save a person who says what showed it.

use crate::{
    cache::{all_verifying, read_card},
    desk::{New, Subject, Writing},
    error::Result,
    event::{Body, Due, Event, Moved, Nothing, PromiseFacts, Reason, Retraction, Text},
    fold::{PromiseState, retractions},
    id::Id,
    log,
    time::{HOUR_MS, Timestamp},
};

/// How long after somebody said that the promise was kept it is checked, in working time.
const ONCE_KEPT_MS: i64 = HOUR_MS;
/// How long after the promise was due it is checked whatever was said, in working time.
const AT_LATEST_MS: i64 = 40 * HOUR_MS;
/// So many characters of the promise are named in the one that checks it.
const NAMED: usize = 200;

impl Writing<'_> {
    /// Lets whoever acts check that a promise of a colleague's, just made, is kept.
    pub(super) fn promise_to_verify(
        &mut self,
        customer: Id,
        (promise, text): (Id, &str),
        due: Due,
        matter: Option<Id>,
        at: Option<Timestamp>,
    ) -> Result<Id> {
        let name = read_card(self.db, customer)?.map_or_else(String::new, |(card, _)| card.name);
        let named: String = text.chars().take(NAMED).collect();
        let facts = PromiseFacts {
            owner: self.by,
            due: self.checked_at(due, AT_LATEST_MS),
            tentative: false,
            repeat: None,
            matter: Some(matter.unwrap_or(promise)),
            verifies: Some(promise),
        };
        let text = Text { text: format!("Check with {name}: was “{named}” kept?") };
        self.append(New::about(customer, Subject::Itself, Body::PromiseMade(facts, text)).at(at))
    }

    fn checked_at(&self, due: Due, after_ms: i64) -> Due {
        let calendar = self.office.settings.calendar();
        let at = calendar.after_working_ms(due.due_at, after_ms);
        let at = at.unwrap_or_else(|| due.due_at.plus_ms(after_ms));
        Due { due_at: at, due_local: due.zone.wall(at), zone: due.zone }
    }

    /// Moves what checks a promise along with it.
    pub(super) fn move_verifying(&mut self, promise: Id, due: Due, agreed: bool) -> Result<()> {
        for check in self.open_checks(promise)? {
            let body = Body::PromiseMoved(Moved { due: self.checked_at(due, AT_LATEST_MS), agreed }, Nothing {});
            self.append(New::about(check.customer, Subject::Of(check.id), body))?;
        }
        Ok(())
    }

    /// After somebody said that a promise was kept: there is something to ask the customer now.
    pub(super) fn hasten_verifying(&mut self, promise: Id) -> Result<()> {
        let zone = self.office.settings.zone;
        let now = Due { due_at: self.now, due_local: zone.wall(self.now), zone };
        let soon = self.checked_at(now, ONCE_KEPT_MS);
        for check in self.open_checks(promise)?.into_iter().filter(|check| soon.due_at < check.due.due_at) {
            let body = Body::PromiseMoved(Moved { due: soon, agreed: true }, Nothing {});
            self.append(New::about(check.customer, Subject::Of(check.id), body))?;
        }
        Ok(())
    }

    /// Withdraws what checks a promise along with it.
    pub(super) fn withdraw_verifying(&mut self, promise: Id, reason: &str) -> Result<()> {
        for check in self.open_checks(promise)? {
            let body = Body::PromiseWithdrawn(Nothing {}, Reason { reason: reason.to_owned() });
            self.append(New::about(check.customer, Subject::Of(check.id), body))?;
        }
        Ok(())
    }

    fn open_checks(&self, promise: Id) -> Result<Vec<PromiseState>> {
        Ok(all_verifying(self.db, promise)?.into_iter().filter(PromiseState::is_open).collect())
    }

    /// After something of a promise was taken back: takes back what was written of its checks in the same write.
    pub(crate) fn take_back_checks(&mut self, event: &Event) -> Result<()> {
        for (check, written) in self.written_with(event)? {
            let about = log::about(self.db, check.id)?;
            // One that is due by now stands: nothing that is owed may vanish.
            let may_go = written.id != check.id || self.now < check.due.due_at;
            if may_go && !retractions(&about)?.contains_key(&written.id) {
                self.retract(&check, written.id)?;
            }
        }
        Ok(())
    }

    /// After something of a promise was brought back: brings back what went with it by `retraction`.
    pub(crate) fn bring_back_checks(&mut self, event: &Event, retraction: &Event) -> Result<()> {
        for (check, written) in self.written_with(event)? {
            let about = log::about(self.db, check.id)?;
            let Some(by) = retractions(&about)?.get(&written.id).copied() else { continue };
            let went_along = |event: &Event| {
                event.id == by && event.id > retraction.id && event.recorded_at == retraction.recorded_at
            };
            if about.iter().any(went_along) {
                self.retract(&check, by)?;
            }
        }
        Ok(())
    }

    fn retract(&mut self, check: &PromiseState, target: Id) -> Result<()> {
        let body = Body::Retracted(Retraction { target: Some(target), ..Retraction::default() }, Reason::default());
        self.append(New::about(check.customer, Subject::Of(check.id), body)).map(drop)
    }

    /// The checks of the promise that an event is about, each with what the same write said of it.
    fn written_with(&self, event: &Event) -> Result<Vec<(PromiseState, Event)>> {
        let kind = match event.kind.as_str() {
            kind @ ("promise_made" | "promise_moved" | "promise_withdrawn") => kind,
            "promise_kept" => "promise_moved",
            "promise_broken" => "promise_withdrawn",
            _ => return Ok(Vec::new()),
        };
        let Some(promise) = event.subject else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        for check in all_verifying(self.db, promise)? {
            let same =
                |other: &Event| other.kind == kind && other.recorded_at == event.recorded_at && other.id > event.id;
            let written = log::about(self.db, check.id)?.into_iter().find(same);
            found.extend(written.map(|written| (check, written)));
        }
        Ok(found)
    }
}
