//! What the last contacts tell, read once: who spoke with the customer, who tried, and what was told to whom.

use crate::{
    error::Result,
    event::{Body, ContactKind, Direction, Event, Outcome, is_conversation},
    fold::retractions,
    id::Id,
    log::{self, COLUMNS, read_event},
    time::{DAY_MS, Timestamp},
};
use rusqlite::{Connection, params};

/// How many contacts back are looked at.
const LOOKED_AT: i64 = 12;
/// For how long what somebody told us counts as told.
const FRESH_MS: i64 = 7 * DAY_MS;

/// A contact that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Contact {
    /// The entry.
    pub(crate) id: Id,
    /// When it was.
    pub(crate) at: Timestamp,
    /// Who wrote it down.
    pub(crate) by: Id,
    /// How.
    pub(crate) kind: ContactKind,
    /// Who began it.
    pub(crate) direction: Option<Direction>,
    /// How it ended.
    pub(crate) outcome: Option<Outcome>,
    /// The matter it names, or else its own id.
    pub(crate) matter: Id,
    /// What was said, as corrected.
    pub(crate) text: String,
}

impl Contact {
    /// Whether a person spoke with the customer.
    pub(crate) fn is_spoken(&self) -> bool {
        is_conversation(self.kind, self.outcome)
    }

    /// Whether the customer came to us.
    pub(crate) fn is_theirs(&self) -> bool {
        self.direction == Some(Direction::In) && self.kind != ContactKind::Note
    }

    /// Whether they broke it off or would not speak with us.
    pub(crate) fn is_turned_down(&self) -> bool {
        matches!(self.outcome, Some(Outcome::HungUp | Outcome::Refused))
    }

    /// Whether we tried, and nobody was reached. A voicemail that they left is none of our tries.
    pub(crate) fn is_in_vain(&self) -> bool {
        self.direction != Some(Direction::In)
            && matches!(
                self.outcome,
                Some(Outcome::NoAnswer | Outcome::LeftVoicemail | Outcome::Busy | Outcome::WrongNumber)
            )
    }
}

/// The last contacts with a customer, newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Contacts {
    /// Those that stand, notes left out.
    pub(crate) last: Vec<Contact>,
    /// Whether there may be older ones.
    pub(crate) more: bool,
}

impl Contacts {
    /// Reads as many as a brief needs.
    pub(crate) fn read(db: &Connection, customer: Id, now: Timestamp) -> Result<Contacts> {
        Contacts::read_last(db, customer, now, LOOKED_AT)
    }

    /// Reads at most so many of the last.
    pub(crate) fn read_last(db: &Connection, customer: Id, now: Timestamp, most: i64) -> Result<Contacts> {
        let mut statement = db.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM event WHERE customer = ?1 AND kind = 'contact_logged' AND occurred_at <= ?2
             ORDER BY occurred_at DESC, id DESC LIMIT ?3"
        ))?;
        let events: Vec<Event> =
            statement.query_map(params![customer, now, most], read_event)?.collect::<rusqlite::Result<_>>()?;
        let mut contacts = Contacts { last: Vec::new(), more: events.len() as i64 == most };
        if events.is_empty() {
            return Ok(contacts);
        }
        let marks = log::marks_of(db, customer)?;
        let gone = retractions(&marks)?;
        for event in events {
            let Some(Body::ContactLogged(facts, words)) = event.body()? else { continue };
            if gone.contains_key(&event.id) || facts.contact == ContactKind::Note {
                continue;
            }
            let corrections = marks.iter().rev().filter(|mark| {
                mark.kind == "entry_corrected" && mark.subject == Some(event.id) && !gone.contains_key(&mark.id)
            });
            let mut text = words.text;
            if let Some(mark) = corrections.into_iter().next()
                && let Some(Body::EntryCorrected(_, corrected)) = mark.body()?
            {
                text = corrected.text;
            }
            contacts.last.push(Contact {
                id: event.id,
                at: event.occurred_at,
                by: event.member,
                kind: facts.contact,
                direction: facts.direction,
                outcome: facts.outcome,
                matter: facts.matter.unwrap_or(event.id),
                text,
            });
        }
        Ok(contacts)
    }

    /// The last time a person spoke with them.
    pub(crate) fn spoken(&self) -> Option<&Contact> {
        self.last.iter().find(|contact| contact.is_spoken())
    }

    /// The last contact where it is one that they broke off.
    pub(crate) fn turned_down(&self) -> Option<&Contact> {
        self.last.first().filter(|contact| contact.is_turned_down())
    }

    /// The tries since somebody was reached or they came to us, newest first.
    pub(crate) fn in_vain(&self) -> &[Contact] {
        let until = self.last.iter().position(|contact| !contact.is_in_vain()).unwrap_or(self.last.len());
        self.last.get(..until).unwrap_or_default()
    }

    /// How often they came to us after `since`, and the last time.
    pub(crate) fn chased(&self, since: Timestamp) -> Option<(usize, &Contact)> {
        let mut theirs = self.last.iter().filter(|contact| contact.is_theirs() && contact.at > since);
        let last = theirs.next()?;
        Some((1 + theirs.count(), last))
    }

    /// What they came to us with lately and told somebody else than `viewer`, who has not spoken with them since.
    pub(crate) fn told_to_another(&self, viewer: Option<Id>, now: Timestamp) -> Option<&Contact> {
        let is_talk = |contact: &&Contact| contact.is_theirs() || contact.is_spoken();
        let talk = self.last.iter().find(is_talk)?;
        let is_fresh = now.since_ms(talk.at) <= FRESH_MS;
        Some(talk)
            .filter(|told| told.is_theirs() && is_fresh && Some(told.by) != viewer && !told.text.trim().is_empty())
    }
}
