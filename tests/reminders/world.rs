//! An office in memory: the same fold, the same decision and the same bundles as the desk's, and everything that can happen
//! to a PC. What the desk keeps in its file is kept in maps, so that a life costs microseconds.

use kept_core::{
    event::{
        AwayFacts, Body, ContactFacts, ContactKind, Direction, Due, Escalation, Event, Evidence, HandOver, Moved,
        Nothing, Outcome, PromiseFacts, Role, Seen, Snooze, Text,
    },
    fold::{Absence, Member, OfficeSettings, OfficeState, PromiseState, Undone, fold_promise},
    hours::Hours,
    id::Id,
    reminder::{Call, Facts, Mark, Rules, Step, Told, calls, decide, for_a_screen},
    time::{Timestamp, Zone},
};
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

/// What becomes of a notification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Desktop {
    /// It is shown, or swallowed: the call succeeds either way.
    Takes,
    /// There is no notification service.
    Refuses,
}

/// Where the power goes within a tick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crash {
    Never,
    /// After the attempts were recorded, before anything is shown.
    BeforeShowing,
    /// After the first notice was shown, before that is recorded.
    BeforeRecording,
    /// After the desk's own marks, before what others were told is in the log.
    BetweenRecords,
}

/// One promise with all its events, and what this desk marked.
pub struct Life {
    pub events: Vec<Event>,
    pub state: PromiseState,
    pub marks: BTreeMap<(Timestamp, Step), (Timestamp, bool)>,
    /// How often each step was shown, for each due time.
    pub shown: HashMap<(Timestamp, Step), u32>,
    /// How often it may have been: once, and once more for each crash between showing and recording.
    pub allowed: HashMap<(Timestamp, Step), u32>,
}

impl Life {
    /// What the ladder goes by.
    pub fn facts(&self) -> Option<Facts> {
        let marks = self.marks.iter().filter(|((due, _), _)| *due == self.state.due.due_at);
        Facts::of(
            &self.state,
            marks.map(|((_, step), (at, is_shown))| Told {
                step: *step,
                at: Some(*at),
                shown_at: is_shown.then_some(*at),
                is_shown: *is_shown,
            }),
        )
    }
}

pub struct World {
    pub now: Timestamp,
    pub office: OfficeState,
    pub lives: Vec<Life>,
    pub desktop: Desktop,
    last_id: Id,
    undone: Undone,
}

pub const START: i64 = 1_772_442_000_000; // Monday 2 March 2026, 09:00 UTC

/// The members: Ruth, a manager; Amy, Dan and Sam, of whom each backs up the one before. Max, a second manager.
pub fn member(n: u8) -> Id {
    Id::from_bytes([n + 1; 16])
}

impl World {
    pub fn new(hours: &str, quiet: &str) -> World {
        let who = |n: u8, name: &str, role: Role, backup: Option<u8>| Member {
            id: member(n),
            name: name.into(),
            role,
            left: None,
            backup: backup.map(member),
            department: String::new(),
            absences: Vec::new(),
        };
        let members = vec![
            who(0, "Ruth", Role::Manager, None),
            who(1, "Amy", Role::Reception, Some(2)),
            who(2, "Dan", Role::Sales, Some(3)),
            who(3, "Sam", Role::Sales, Some(1)),
        ];
        let settings = OfficeSettings {
            zone: Zone::UTC,
            hours: hours.into(),
            quiet: quiet.into(),
            times: Arc::new(Hours::parse(hours).unwrap()),
            ..OfficeSettings::default()
        };
        World {
            now: Timestamp::from_millis(START),
            office: OfficeState { settings, members, ..OfficeState::default() },
            lives: Vec::new(),
            desktop: Desktop::Takes,
            last_id: Id::ZERO,
            undone: Undone::new(),
        }
    }

    fn event(&mut self, subject: Option<Id>, by: Id, body: &Body) -> Event {
        let id = Id::after(self.last_id, self.now, 7);
        self.last_id = id;
        let (facts, words) = body.write().unwrap();
        Event {
            id,
            kind: body.kind().into(),
            customer: member(99),
            subject: Some(subject.unwrap_or(id)),
            member: by,
            desk: member(100),
            batch: None,
            occurred_at: self.now,
            recorded_at: self.now,
            v: 1,
            facts,
            words,
            words_salt: None,
            words_hash: [0; 32],
            prev: [0; 32],
            hash: [0; 32],
        }
    }

    pub fn due(&self, at: Timestamp) -> Due {
        let zone = self.office.settings.zone;
        Due { due_at: at, due_local: zone.wall(at), zone }
    }

    pub fn promise(&mut self, owner: Id, due: Timestamp) -> usize {
        let facts =
            PromiseFacts { owner, due: self.due(due), tentative: false, repeat: None, matter: None, verifies: None };
        let event = self.event(None, owner, &Body::PromiseMade(facts, Text { text: "Ring".into() }));
        let state = fold_promise(std::slice::from_ref(&event), &self.undone).unwrap().unwrap();
        self.lives.push(Life {
            events: vec![event],
            state,
            marks: BTreeMap::new(),
            shown: HashMap::new(),
            allowed: HashMap::new(),
        });
        self.lives.len() - 1
    }

    /// Something is told about a promise.
    pub fn tell(&mut self, n: usize, by: Id, body: &Body) {
        let subject = self.lives[n].state.id;
        let event = self.event(Some(subject), by, body);
        let life = &mut self.lives[n];
        life.events.push(event);
        life.state = fold_promise(&life.events, &self.undone).unwrap().unwrap();
    }

    pub fn keep(&mut self, n: usize) {
        self.tell(n, member(0), &Body::PromiseKept(Nothing {}, Evidence::default()));
    }

    pub fn snooze(&mut self, n: usize, until: Timestamp) {
        self.tell(n, member(0), &Body::PromiseSnoozed(Snooze { until, planned: false }, Nothing {}));
    }

    pub fn hand_over(&mut self, n: usize, to: Id) {
        self.tell(n, member(0), &Body::PromiseHandedOver(HandOver { to, leaving: false }, Nothing {}));
    }

    pub fn move_to(&mut self, n: usize, due: Timestamp, agreed: bool) {
        let due = self.due(due);
        self.tell(n, member(0), &Body::PromiseMoved(Moved { due, agreed }, Nothing {}));
    }

    pub fn attempt(&mut self, n: usize) {
        let facts = ContactFacts {
            contact: ContactKind::Call,
            direction: Some(Direction::Out),
            outcome: Some(Outcome::LeftVoicemail),
            matter: None,
        };
        self.tell(n, member(0), &Body::ContactLogged(facts, Text::default()));
    }

    /// Somebody opens it or says "seen": as the desk does it, nothing where nothing waits.
    pub fn see(&mut self, n: usize) {
        let Some(facts) = self.lives[n].facts() else { return };
        if self.now >= facts.due_at && !facts.answered && !facts.is_quiet(self.now) {
            let seen = Seen { due_at: facts.due_at, round: facts.round };
            self.tell(n, facts.owner, &Body::PromiseAcknowledged(seen, Nothing {}));
        }
    }

    pub fn away(&mut self, who: Id, facts: &AwayFacts) {
        let member = self.office.members.iter_mut().find(|member| member.id == who).unwrap();
        member.absences = vec![Absence { id: who, from: facts.from, to: facts.to, backup: facts.backup }];
    }

    /// What is to be told now, by promise.
    pub fn asked(&self) -> Vec<(usize, Vec<Call>)> {
        let rules = Rules::of(&self.office);
        let of = |(n, life): (usize, &Life)| {
            let facts = life.facts()?;
            let found = calls(&facts, &decide(&facts, &rules, self.now));
            (!found.is_empty()).then_some((n, found))
        };
        self.lives.iter().enumerate().filter_map(of).collect()
    }

    /// Asks, records, shows and records, as the bell does. Gives the calls of each notice that was shown.
    pub fn tick(&mut self, crash: Crash) -> Vec<(usize, Call)> {
        let asked = self.asked();
        let by_id: HashMap<Id, usize> = asked.iter().map(|(n, _)| (self.lives[*n].state.id, *n)).collect();
        let all: Vec<Call> = asked.iter().flat_map(|(_, calls)| calls.iter().cloned()).collect();
        let mut shown = Vec::new();
        for bundle in for_a_screen(&all) {
            for mark in &bundle.marks {
                let life = &mut self.lives[by_id[&mark.about]];
                life.marks.entry((mark.due_at, mark.step)).or_insert((self.now, false));
            }
            if crash == Crash::BeforeShowing {
                return shown;
            }
            if self.desktop == Desktop::Refuses {
                continue;
            }
            for mark in &bundle.marks {
                let life = &mut self.lives[by_id[&mark.about]];
                *life.shown.entry((mark.due_at, mark.step)).or_default() += 1;
            }
            let is_in_it = |call: &Call| call.why == bundle.why;
            shown.extend(all.iter().filter(|call| is_in_it(call)).map(|call| (by_id[&call.promise], call.clone())));
            let lost = match crash {
                Crash::BeforeRecording => bundle.marks.iter().collect::<Vec<_>>(),
                Crash::BetweenRecords => bundle.marks.iter().filter(|mark| mark.step.is_told_to_others()).collect(),
                Crash::Never | Crash::BeforeShowing => vec![],
            };
            for mark in &bundle.marks {
                if lost.contains(&mark) {
                    let life = &mut self.lives[by_id[&mark.about]];
                    *life.allowed.entry((mark.due_at, mark.step)).or_default() += 1;
                } else {
                    self.record(by_id[&mark.about], mark);
                }
            }
            if crash != Crash::Never {
                return shown;
            }
        }
        shown
    }

    fn record(&mut self, n: usize, mark: &Mark) {
        let key = (mark.due_at, mark.step);
        let at = self.lives[n].marks[&key].0;
        self.lives[n].marks.insert(key, (at, true));
        let told = (mark.due_at, mark.step.to_string());
        if mark.step.is_told_to_others() && !self.lives[n].state.rounds.told.contains(&told) {
            let escalation = Escalation { due_at: mark.due_at, step: told.1, to: mark.to.clone() };
            let owner = self.lives[n].state.owner;
            self.tell(n, owner, &Body::PromiseEscalated(escalation, Nothing {}));
        }
    }
}
