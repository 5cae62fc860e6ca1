//! How a try to reach somebody ended, and what comes of that, in one write: the next try is planned, or a manager rings.

use super::{
    PromiseRow,
    next_attempt::{Reach, next_attempt},
};
use crate::{
    cache::{read_card, read_promise, read_restrictions},
    customer::{LONGEST_TEXT, check_length, stored_good_hours},
    desk::{Desk, New, Subject, Writing, Written},
    error::{Error, Result},
    event::{
        Body, Channel, ContactFacts, ContactKind, Direction, Due, Nothing, Outcome, PromiseFacts, Role, Snooze, Text,
    },
    fold::{PromiseState, standing},
    id::Id,
    log,
    reminder::Rules,
    roles::Action,
    time::{HOUR_MS, Timestamp},
    when::to_the_minute,
};
use serde::Serialize;

/// How soon somebody who hung up or refused is rung by a manager, in working time.
const MEND_WITHIN_MS: i64 = HOUR_MS;
/// How a promise to mend it begins. One who hangs up on that as well is tried again, not promised another.
const MEND: &str = "Ring and mend it:";
/// The same where they are not to be called.
const MEND_WITHOUT_A_CALL: &str = "Write and mend it, do not call:";
/// So many characters of the first promise are named in the one that mends it.
const NAMED: usize = 200;

/// What came of a try.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Disposition {
    /// The promise as it stands now.
    pub promise: PromiseRow,
    /// When the next try is; the reminder is put off until then, and the due time stands.
    #[ts(type = "string | null")]
    pub next_try: Option<Timestamp>,
    /// What was planned, to be read aloud; empty where nothing was.
    pub echo: String,
    /// What a manager owes the customer now.
    pub mending: Option<PromiseRow>,
    /// What was written, in order: each can be taken back for itself.
    pub written: Vec<Id>,
}

/// What one write planned.
#[derive(Default)]
struct Planned {
    next_try: Option<Timestamp>,
    mending: Option<Id>,
    remarks: Vec<&'static str>,
    written: Vec<Id>,
}

impl Desk {
    /// Logs an outgoing call as an attempt at a promise, and plans what follows from how it ended: another try after nobody
    /// answered, a manager's promise after somebody hung up or refused.
    ///
    /// # Errors
    /// There is no such promise, or `text` is too long.
    pub fn dispose_promise(&self, promise: Id, outcome: Outcome, text: &str) -> Result<Written<Disposition>> {
        self.allow(Action::WriteEntries)?;
        check_length(text, LONGEST_TEXT, "The entry")?;
        let written = self.write(|writing| {
            let state =
                read_promise(writing.db, promise)?.ok_or_else(|| Error::not_found("There is no such promise."))?;
            writing.dispose(&state, outcome, text)
        })?;
        let Planned { next_try, mending, remarks, written: ids } = written.value;
        let remark = remarks.join(" ");
        let (promise, mending) = (self.show_promise(promise)?, mending.map(|id| self.show_promise(id)).transpose()?);
        let echo = match (&next_try, &mending) {
            (Some(at), _) => format!("Next try {}. {remark}", self.said(*at)).trim_end().to_owned(),
            (None, Some(mending)) => format!(
                "{} {} it, by {}. {remark}",
                mending.owner,
                if mending.text.starts_with(MEND) { "rings and mends" } else { "mends" },
                self.said(mending.due_at),
            )
            .trim_end()
            .to_owned(),
            (None, None) => remark,
        };
        Ok(Written { value: Disposition { promise, next_try, echo, mending, written: ids }, change: written.change })
    }

    /// A moment soon to come as it is said: `today 16:30`, `tomorrow 09:15`, `Mon 9 Mar, 09:15`.
    fn said(&self, at: Timestamp) -> String {
        let zone = self.office().settings.zone;
        let (local, today) = (zone.wall(at), zone.wall(self.now()).day());
        match local.day().days_since(today) {
            0 => format!("today {}", to_the_minute(local)),
            1 => format!("tomorrow {}", to_the_minute(local)),
            _ => crate::when::brief(local, today),
        }
    }
}

impl Writing<'_> {
    fn dispose(&mut self, promise: &PromiseState, outcome: Outcome, text: &str) -> Result<Planned> {
        self.require_customer(promise.customer)?;
        let facts = ContactFacts {
            contact: ContactKind::Call,
            direction: Some(Direction::Out),
            outcome: Some(outcome),
            matter: Some(promise.matter),
        };
        let body = Body::ContactLogged(facts, Text { text: text.to_owned() });
        let entry = self.append(New::about(promise.customer, Subject::Of(promise.id), body))?;
        let mut planned = Planned { written: vec![entry], ..Planned::default() };
        if !promise.is_open() {
            return Ok(planned);
        }
        let is_mending = [MEND, MEND_WITHOUT_A_CALL].iter().any(|mend| promise.text.starts_with(mend));
        match outcome {
            Outcome::NoAnswer | Outcome::LeftVoicemail | Outcome::Busy => self.plan_next(promise, &mut planned)?,
            Outcome::HungUp | Outcome::Refused if is_mending => self.plan_next(promise, &mut planned)?,
            Outcome::HungUp => self.promise_to_mend(promise, "they hung up", &mut planned)?,
            Outcome::Refused => self.promise_to_mend(promise, "they refused", &mut planned)?,
            Outcome::Reached | Outcome::WrongNumber => {}
        }
        Ok(planned)
    }

    fn may_be_called(&self, customer: Id) -> Result<bool> {
        Ok(!read_restrictions(self.db, customer)?.iter().any(|one| one.channel == Channel::Call))
    }

    /// Puts the reminder off until the next try, in the customer's good hours. None is planned for one who is not to be called.
    fn plan_next(&mut self, promise: &PromiseState, planned: &mut Planned) -> Result<()> {
        if !self.may_be_called(promise.customer)? {
            planned.remarks.push("They are not to be called, so no other try is planned.");
            return Ok(());
        }
        let events = log::about(self.db, promise.id)?;
        let mut tried: Vec<Timestamp> = standing(&events, &self.office.undone)?
            .into_iter()
            .filter(|(_, body)| matches!(body, Body::ContactLogged(..)))
            .map(|(event, _)| event.occurred_at)
            .collect();
        tried.sort();
        let settings = &self.office.settings;
        let liked = read_card(self.db, promise.customer)?.and_then(|(card, _)| stored_good_hours(&card.good_hours));
        let reach = |good| Reach::new(settings.calendar(), settings.zone, good);
        let due = promise.agreed.due_at;
        let mut next = next_attempt(reach(liked.as_ref()), self.now, due, &tried);
        if next.is_none() && liked.is_some() {
            next = next_attempt(reach(None), self.now, due, &tried);
            planned.remarks.push("They like to be called when the office is closed.");
        }
        if let Some(until) = next {
            let body = Body::PromiseSnoozed(Snooze { until, planned: true }, Nothing {});
            planned.written.push(self.append(New::about(promise.customer, Subject::Of(promise.id), body))?);
            planned.next_try = Some(until);
            if self.now < due && due < until {
                planned.remarks.push("That is after the promised time.");
            }
        }
        Ok(())
    }

    /// Lets a manager who is here owe the customer a call.
    fn promise_to_mend(&mut self, promise: &PromiseState, why: &str, planned: &mut Planned) -> Result<()> {
        let settings = &self.office.settings;
        let due_at = settings
            .calendar()
            .after_working_ms(self.now, MEND_WITHIN_MS)
            .unwrap_or_else(|| self.now.plus_ms(MEND_WITHIN_MS));
        let due = Due { due_at, due_local: settings.zone.wall(due_at), zone: settings.zone };
        let owner = self.who_mends(promise.owner);
        let named: String = promise.text.chars().take(NAMED).collect();
        let mend = if self.may_be_called(promise.customer)? { MEND } else { MEND_WITHOUT_A_CALL };
        let text = format!("{mend} {why} (“{named}”)");
        let facts =
            PromiseFacts { owner, due, tentative: false, repeat: None, matter: Some(promise.matter), verifies: None };
        let body = Body::PromiseMade(facts, Text { text });
        let made = self.append(New::about(promise.customer, Subject::Itself, body))?;
        planned.written.push(made);
        planned.mending = Some(made);
        Ok(())
    }

    /// A manager who is here, another than whoever was refused; that one where they are the only one; whoever answers for
    /// them where none is here.
    fn who_mends(&self, owner: Id) -> Id {
        let here: Vec<Id> = self
            .office
            .present()
            .filter(|member| member.role == Role::Manager && member.away(self.now).is_none())
            .map(|member| member.id)
            .collect();
        let other = here.iter().find(|id| **id != owner).or(here.first()).copied();
        other.unwrap_or_else(|| {
            let rules = Rules::of(&self.office);
            let manager = rules.managers(owner, self.now).first().copied();
            rules.answers_for(manager.unwrap_or(owner), self.now)
        })
    }
}
