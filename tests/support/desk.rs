//! A desk of its own for each test: a folder that goes away, a clock that stands, and a cast.

use kept_core::{
    clock::StandingClock,
    customer::{NewCustomer, NewEmail, NewPhone},
    desk::{Desk, OpenOptions},
    entry::NewContact,
    event::{ContactKind, Direction, Outcome, Role},
    id::Id,
    office::{OfficeChange, SetUp},
    promise::{NewPromise, PromiseRow},
    reminder::Notice,
    time::Timestamp,
};
use std::{path::Path, sync::Arc};
use tempfile::TempDir;

/// A desk at a moment that stands until it is moved.
pub struct TestDesk {
    pub desk: Arc<Desk>,
    pub clock: Arc<StandingClock>,
    folder: TempDir,
}

impl std::ops::Deref for TestDesk {
    type Target = Desk;
    fn deref(&self) -> &Desk {
        &self.desk
    }
}

/// The moment `text` stands for: `2026-03-02T09:00Z`.
pub fn moment(text: &str) -> Timestamp {
    let full = if text.len() == 17 { text.replace('Z', ":00Z") } else { text.to_owned() };
    full.parse().unwrap_or_else(|_| panic!("{text} is no moment"))
}

/// Opens the office in `home` with a clock.
pub fn open(home: &Path, clock: &Arc<StandingClock>) -> kept_core::error::Result<Desk> {
    Desk::open(OpenOptions { home: home.to_owned(), clock: clock.clone(), window: None })
}

impl TestDesk {
    /// An office in UTC with Amy at the front desk, Dan and Sam in sales and Ruth, a manager, who is signed in.
    pub fn at(now: &str) -> TestDesk {
        Self::in_zone("UTC", now)
    }

    /// The same in another zone.
    pub fn in_zone(zone: &str, now: &str) -> TestDesk {
        let desk = Self::empty(now);
        desk.set_up(&SetUp {
            name: "Ruth Adler".into(),
            office: "Hale Motors".into(),
            zone: zone.into(),
            region: "US".into(),
            locale: "en-US".into(),
        })
        .unwrap();
        desk.add_member("Amy Reyes", Some(Role::Reception)).unwrap();
        desk.add_member("Dan Ortiz", Some(Role::Sales)).unwrap();
        desk.add_member("Sam Okoye", Some(Role::Sales)).unwrap();
        desk
    }

    /// A folder without an office yet.
    pub fn empty(now: &str) -> TestDesk {
        // In memory where the system offers it: these stories are not about waiting for the disk.
        let memory = Path::new("/dev/shm");
        let place = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
        let folder = tempfile::tempdir_in(place).unwrap();
        let clock = Arc::new(StandingClock::at(moment(now)));
        let desk = Arc::new(open(&folder.path().join("kept"), &clock).unwrap());
        TestDesk { desk, clock, folder }
    }

    /// The data folder.
    pub fn home(&self) -> std::path::PathBuf {
        self.folder.path().join("kept")
    }

    /// A folder beside it, for files of the test.
    pub fn beside(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    /// Closes the desk and opens it again.
    pub fn reopen(&mut self) {
        let clock = self.clock.clone();
        let home = self.home();
        // The old one must let go of its locks first.
        let placeholder = tempfile::tempdir().unwrap();
        self.desk = Arc::new(open(placeholder.path(), &clock).unwrap());
        self.desk = Arc::new(open(&home, &clock).unwrap());
    }

    /// Moves the clock.
    pub fn it_is(&self, now: &str) -> &Self {
        self.clock.set(moment(now));
        self
    }

    /// Everything that is told now, and shown.
    pub fn tells(&self) -> Vec<Notice> {
        let ring = self.ring(self.now()).unwrap();
        for notice in &ring.notices {
            self.record_attempt(notice, self.now()).unwrap();
            self.record_shown(notice, self.now()).unwrap();
        }
        ring.notices
    }

    /// Signs somebody in.
    pub fn acts(&self, member: &str) -> &Self {
        self.desk.act_as(member).unwrap();
        self
    }

    /// Adds a customer with a name and perhaps a phone.
    pub fn customer(&self, name: &str, phone: &str) -> Id {
        let phones =
            if phone.is_empty() { vec![] } else { vec![NewPhone { typed: phone.into(), ..NewPhone::default() }] };
        self.add_customer(NewCustomer { name: name.into(), phones, ..NewCustomer::default() }).unwrap().value.id
    }

    /// Makes a promise.
    pub fn promise(&self, customer: Id, text: &str, due: &str, owner: &str) -> PromiseRow {
        let new = NewPromise {
            text: text.into(),
            due: due.into(),
            owner: Some(owner.into()),
            tentative: false,
            ..NewPromise::default()
        };
        self.make_promise(customer, &new).unwrap_or_else(|e| panic!("{text} {due}: {e}")).value
    }

    /// Logs a note.
    pub fn note(&self, customer: Id, text: &str) -> Id {
        self.log_contact(customer, &contact(ContactKind::Note, None, None, text)).unwrap().value.entry
    }

    /// Sets the opening hours.
    pub fn opens(&self, hours: &str) -> &Self {
        self.change_office(&OfficeChange { hours: Some(hours.into()), ..OfficeChange::default() }).unwrap();
        self
    }

    /// Lets the idle writer do one step.
    pub fn settle_one(&self) -> &Self {
        self.desk.idle().unwrap();
        self
    }

    /// Lets the idle writer do all it has to do.
    pub fn settle(&self) -> &Self {
        while self.desk.idle().unwrap() {}
        self
    }

    /// The names found by a query, in order.
    pub fn found(&self, query: &str) -> Vec<String> {
        self.find(query, 20).unwrap().hits.into_iter().map(|hit| hit.name).collect()
    }

    /// The kinds of a customer's timeline, newest first.
    pub fn kinds(&self, customer: Id) -> Vec<String> {
        self.timeline(customer, 100, None, &[]).unwrap().entries.into_iter().map(|entry| entry.kind).collect()
    }
}

/// A contact with nothing else to it.
pub fn contact(contact: ContactKind, direction: Option<Direction>, outcome: Option<Outcome>, text: &str) -> NewContact {
    NewContact { contact, direction, outcome, at: None, text: text.into(), promise: None, of_promise: None }
}

/// A customer with one of everything.
pub fn everything(name: &str) -> NewCustomer {
    NewCustomer {
        name: name.into(),
        phones: vec![NewPhone { typed: "(206) 555-0142 x12".into(), label: "mobile".into(), extension: String::new() }],
        emails: vec![NewEmail { address: "Carl@Lindgren.example".into(), label: "home".into() }],
        organization: "Lindgren & Sons".into(),
        tags: vec!["vip".into()],
        fields: [("plate".to_owned(), "7ABC-123".to_owned())].into(),
        birthday: "1969-07-20".into(),
        note: "Prefers calls after 17:00".into(),
        ..NewCustomer::default()
    }
}
