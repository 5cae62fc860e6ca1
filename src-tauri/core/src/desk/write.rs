//! Writing: one transaction, one chain, every event folded before it commits.

use super::{Change, Desk, Written, held, owed::Owed, random};
use crate::{
    cache,
    error::{Error, Result},
    event::{Body, Event},
    find::count_entry,
    fold::OfficeState,
    id::Id,
    log::{self, Chain},
    store::{CHECKPOINT_PAGES, Head},
    time::Timestamp,
};
use rusqlite::Connection;
use std::sync::Arc;

/// A write under way.
pub(crate) struct Writing<'a> {
    pub(crate) db: &'a Connection,
    pub(crate) now: Timestamp,
    pub(crate) by: Id,
    pub(crate) office: Arc<OfficeState>,
    desk: Id,
    last_id: Id,
    chain: Chain,
    change: Change,
    discard: bool,
    pub(super) owed: Owed,
}

/// What a new event is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subject {
    /// Itself: a promise, a customer, a member begins with it.
    Itself,
    /// Something that is there.
    Of(Id),
    /// Nothing beside the customer.
    Nothing,
}

/// An event to be written.
pub(crate) struct New {
    /// The customer; `None` where the event adds one.
    pub(crate) customer: Option<Id>,
    pub(crate) subject: Subject,
    pub(crate) batch: Option<Id>,
    /// When it happened; `None`: now.
    pub(crate) occurred_at: Option<Timestamp>,
    pub(crate) body: Body,
}

impl New {
    /// An event about a thing of `customer`, happening now.
    pub(crate) fn about(customer: Id, subject: Subject, body: Body) -> New {
        New { customer: Some(customer), subject, batch: None, occurred_at: None, body }
    }

    /// The same, having happened `at`.
    pub(crate) fn at(mut self, at: Option<Timestamp>) -> New {
        self.occurred_at = at;
        self
    }
}

impl Desk {
    /// Writes for whoever is signed in. All or nothing, and on the disk before this returns.
    ///
    /// # Errors
    /// What `act` refuses, and what the disk does; then nothing was written.
    pub(crate) fn write<T>(&self, act: impl FnOnce(&mut Writing<'_>) -> Result<T>) -> Result<Written<T>> {
        let by = self.member_id()?;
        self.write_as(by, act)
    }

    /// Writes very much at once: with room in memory for the pages it touches. The pages reach their place in
    /// the file when there is time ([`Desk::idle`]), and at the latest when the office is closed.
    pub(crate) fn write_bulk<T>(&self, act: impl FnOnce(&mut Writing<'_>) -> Result<T>) -> Result<Written<T>> {
        let set = |cache_kib: i64, checkpoint: u32| -> Result<()> {
            let db = held(&self.writer);
            db.pragma_update(None, "cache_size", -cache_kib)?;
            Ok(db.pragma_update(None, "wal_autocheckpoint", checkpoint)?)
        };
        set(64 * 1024, 0)?;
        let written = self.write(act);
        set(16 * 1024, CHECKPOINT_PAGES)?;
        written
    }

    /// Writes in the name of `by`.
    pub(crate) fn write_as<T>(&self, by: Id, act: impl FnOnce(&mut Writing<'_>) -> Result<T>) -> Result<Written<T>> {
        let db = held(&self.writer);
        db.execute_batch("BEGIN IMMEDIATE")?;
        let result = self.begin(&db, by).and_then(|mut writing| {
            let before = writing.last_id;
            let value = act(&mut writing)?;
            writing.end()?;
            Ok((value, before, writing))
        });
        let (value, before, Writing { change, chain, last_id, .. }) = match result {
            Ok((value, _, writing)) if writing.discard => {
                db.execute_batch("ROLLBACK")?;
                return Ok(Written { value, change: Change::default() });
            }
            Ok(written) => written,
            Err(error) => {
                db.execute_batch("ROLLBACK")?;
                return Err(error);
            }
        };
        if let Err(error) = db.execute_batch("COMMIT") {
            // A commit that failed has written nothing; leave no transaction open behind it.
            let refused = Error::from(error);
            if !db.is_autocommit() {
                db.execute_batch("ROLLBACK")?;
            }
            return Err(refused);
        }
        let mut own = held(&self.own_writes);
        match own.last_mut() {
            Some((_, last)) if *last == before => *last = last_id,
            _ => own.push((before, last_id)),
        }
        drop(own);
        if change.office {
            self.reload_office(&db)?;
        }
        if !change.is_empty() {
            self.note_head(&db, chain.last_id)?;
        }
        Ok(Written { value, change })
    }

    /// Writes desk-local rows, which are no part of the log.
    pub(crate) fn write_local<T>(&self, act: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let db = held(&self.writer);
        db.execute_batch("BEGIN IMMEDIATE")?;
        let done = act(&db);
        db.execute_batch(if done.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
        done
    }

    fn begin<'a>(&self, db: &'a Connection, by: Id) -> Result<Writing<'a>> {
        let now = self.now();
        let last_id = log::greatest_id(db, self.id, now)?;
        let chain = log::chain(db, self.id)?;
        self.follow_foreign_office(db)?;
        Ok(Writing {
            db,
            now,
            by,
            office: self.office(),
            desk: self.id,
            last_id,
            chain,
            change: Change::default(),
            discard: false,
            owed: Owed::default(),
        })
    }

    /// Notes outside the database how far it has got. A note that fails only weakens a later warning.
    fn note_head(&self, db: &Connection, last_id: Id) -> Result<()> {
        let count: i64 =
            db.prepare_cached("SELECT coalesce(sum(count), 0) FROM chain")?.query_row([], |row| row.get(0))?;
        if let Err(error) = (Head { count: count.unsigned_abs(), last_id }).write(&self.home) {
            tracing::warn!(code = error.code.name(), "the head could not be noted");
        }
        Ok(())
    }
}

impl Writing<'_> {
    /// Writes an event and folds what it is about. Gives its id.
    pub(crate) fn append(&mut self, new: New) -> Result<Id> {
        let event = self.seal(&new, self.now)?;
        log::insert(self.db, &event)?;
        self.follow(&event)?;
        Ok(event.id)
    }

    pub(super) fn seal(&mut self, new: &New, recorded_at: Timestamp) -> Result<Event> {
        let id = Id::after(self.last_id, self.now, random()?);
        let (facts, words) = new.body.write()?;
        let words_salt = if words.is_some() { Some(random()?.to_le_bytes()) } else { None };
        let mut event = Event {
            id,
            kind: new.body.kind().to_owned(),
            customer: new.customer.unwrap_or(id),
            subject: match new.subject {
                Subject::Itself => Some(id),
                Subject::Of(subject) => Some(subject),
                Subject::Nothing => None,
            },
            // The first member of an office adds themselves.
            member: if self.by == Id::ZERO { id } else { self.by },
            desk: self.desk,
            batch: new.batch,
            occurred_at: new.occurred_at.unwrap_or(self.now),
            recorded_at,
            v: 1,
            facts,
            words,
            words_salt,
            words_hash: [0; 32],
            prev: [0; 32],
            hash: [0; 32],
        };
        log::seal(&mut event, self.chain.hash);
        self.last_id = id;
        self.chain = Chain { count: self.chain.count + 1, last_id: id, hash: event.hash };
        Ok(event)
    }

    /// Notes for whoever listens that an event was written.
    pub(super) fn note_change(&mut self, event: &Event) {
        self.change.note(&event.kind, event.customer);
    }

    /// Notes that another customer's page is not as it was, of whom no event was written.
    pub(crate) fn touch(&mut self, customer: Id) {
        self.change.note("", customer);
    }

    /// The customers added or changed by this write who have that contact point.
    pub(crate) fn customers_at(&self, point: &str) -> &[Id] {
        self.owed.customers_at(point)
    }

    /// Brings counts and caches along with an event just written.
    fn follow(&mut self, event: &Event) -> Result<()> {
        self.change.note(&event.kind, event.customer);
        if event.customer == Id::ZERO {
            return Ok(());
        }
        count_entry(
            self.db,
            event.customer,
            event.occurred_at,
            event.id,
            !cache::MARKS.contains(&event.kind.as_str()),
        )?;
        match event.subject {
            // What begins with this event is told by it alone.
            Some(subject) if subject == event.id => self.refold_from(std::slice::from_ref(event)),
            Some(subject) if event.kind != "entry_corrected" => self.refold(subject),
            _ => Ok(()),
        }
    }

    /// Folds a promise or a customer again, from all events about it.
    pub(crate) fn refold(&mut self, subject: Id) -> Result<()> {
        self.owed.settle_one(self.db, subject)?;
        let events = log::about(self.db, subject)?;
        self.refold_from(&events)
    }

    fn refold_from(&mut self, events: &[Event]) -> Result<()> {
        if let Some(customer) = super::refold::refold_from(self.db, &self.office.undone, events)? {
            let points = if customer.taken_back { Vec::new() } else { cache::points_of(&customer) };
            self.owed.change(customer.id, points);
        }
        Ok(())
    }

    /// Folds the office again within the write, after one of its own events.
    pub(crate) fn refold_office(&mut self) -> Result<()> {
        self.office = Arc::new(crate::fold::fold_office(&log::office(self.db)?)?);
        Ok(())
    }

    /// Notes an event of another desk, and how far that desk's chain has got.
    pub(super) fn note_accepted(&mut self, event: &Event) -> Result<()> {
        self.change.note(&event.kind, event.customer);
        if event.desk == self.desk {
            let newest = event.id > self.chain.last_id;
            self.chain.count += 1;
            if newest {
                self.chain = Chain { last_id: event.id, hash: event.hash, ..self.chain };
            }
            return Ok(());
        }
        let mut chain = log::chain(self.db, event.desk)?;
        chain.count += 1;
        if event.id > chain.last_id {
            chain = Chain { last_id: event.id, hash: event.hash, ..chain };
        }
        log::set_chain(self.db, event.desk, chain)
    }

    /// Lets everything written so far be undone when the write ends, which still gives its value: for a preview.
    pub(crate) fn discard(&mut self) {
        self.discard = true;
    }

    /// Says that everything should be read again.
    pub(crate) fn change_everything(&mut self) {
        self.change.everything = true;
    }

    fn end(&mut self) -> Result<()> {
        if self.discard {
            return Ok(());
        }
        std::mem::take(&mut self.owed).settle(self.db)?;
        if self.change.is_empty() {
            return Ok(());
        }
        log::set_chain(self.db, self.desk, self.chain)
    }
}
