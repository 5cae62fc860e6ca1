//! The office: its settings, its members, its imports.

use super::{Undone, retractions, standing};
use crate::{
    calendar::{Calendar, DayTimes, Days, Holidays, OwnDay},
    error::{Code, Error, Result, repeated},
    event::{AwayFacts, Body, DayFacts, Event, ImportFacts, OfficeFacts, Role, RoleFacts},
    hours::Hours,
    id::Id,
    time::{Timestamp, Zone},
    when::Languages,
};
use serde::Serialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// The office's settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "Office")]
pub struct OfficeSettings {
    /// Its name; empty until set.
    pub name: String,
    /// The zone in which its times are meant and shown.
    #[ts(type = "string")]
    pub zone: Zone,
    /// Region for numbers typed without a country.
    pub region: String,
    /// BCP 47 locale in which dates and numbers are shown.
    pub locale: String,
    /// Opening hours; empty: always open.
    pub hours: String,
    /// Whose holidays are kept; empty: none.
    pub holidays: String,
    /// Quiet hours; empty: off.
    pub quiet: String,
    /// The steps after a first announcement; empty: those by default.
    pub ladder: String,
    /// Days without a word from us after which a customer to whom something is owed is listed; 0: never.
    pub gone_quiet: u32,
    /// Hours, holidays and days of its own, read once. Always open while the hours cannot be read.
    #[serde(skip)]
    #[ts(skip)]
    pub times: Arc<Hours>,
}

impl OfficeSettings {
    /// The one calendar by which everything is reckoned.
    pub fn calendar(&self) -> Calendar<'_> {
        Calendar::new(self.zone, &self.times)
    }

    /// The languages in which days and times are read.
    pub fn languages(&self) -> Languages {
        Languages::of_locale(&self.locale)
    }
}

impl Default for OfficeSettings {
    fn default() -> Self {
        OfficeSettings {
            name: String::new(),
            zone: Zone::UTC,
            region: "US".into(),
            locale: "en-US".into(),
            hours: String::new(),
            holidays: String::new(),
            quiet: String::new(),
            ladder: String::new(),
            gone_quiet: 3,
            times: Arc::default(),
        }
    }
}

/// A person of the office who uses Kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The member.
    pub id: Id,
    /// Their name, unique among members ignoring case.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Who took over when they left; `None` while they are here.
    pub left: Option<Id>,
    /// Who hears of what they do not answer.
    pub backup: Option<Id>,
    /// The department they work in; empty: none.
    pub department: String,
    /// When they are away, in the order in which it was said; none overlap.
    pub absences: Vec<Absence>,
}

/// A time in which a member is away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Absence {
    /// The event that told it.
    pub id: Id,
    /// The first moment.
    pub from: Timestamp,
    /// The first moment back.
    pub to: Timestamp,
    /// Who answers meanwhile.
    pub backup: Id,
}

impl Absence {
    /// Whether it is then.
    pub fn covers(&self, at: Timestamp) -> bool {
        self.from <= at && at < self.to
    }
}

impl Member {
    /// The absence in which that moment lies.
    pub fn away(&self, at: Timestamp) -> Option<&Absence> {
        self.absences.iter().find(|absence| absence.covers(at))
    }

    fn set(&mut self, facts: RoleFacts, name: Option<String>) {
        self.name = name.unwrap_or_else(|| std::mem::take(&mut self.name));
        self.role = facts.role.unwrap_or(self.role);
        self.department = facts.department.unwrap_or_else(|| std::mem::take(&mut self.department));
        if let Some(backup) = facts.backup {
            self.backup = Some(backup).filter(|backup| *backup != Id::ZERO);
        }
    }

    fn go(&mut self, id: Id, facts: AwayFacts) {
        self.absences.retain(|other| other.to < facts.from || facts.to < other.from);
        if facts.from < facts.to {
            self.absences.push(Absence { id, from: facts.from, to: facts.to, backup: facts.backup });
        }
    }
}

/// An import as the log tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportState {
    /// The import, and the batch of its events.
    pub id: Id,
    /// When it was run.
    pub at: Timestamp,
    /// By whom.
    pub by: Id,
    /// The files, by name.
    pub files: Vec<String>,
    /// What it came to.
    pub counts: ImportFacts,
    /// Whether it has been taken back.
    pub undone: bool,
}

/// The office as its events leave it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OfficeState {
    /// Settings.
    pub settings: OfficeSettings,
    /// Whether anything was ever set.
    pub is_set_up: bool,
    /// Everybody who is or was a member, in the order they joined.
    pub members: Vec<Member>,
    /// Imports, oldest first.
    pub imports: Vec<ImportState>,
    /// Imports taken back.
    pub undone: Undone,
    /// The latest of the office's own events; `None` before the first.
    pub last_id: Option<Id>,
}

impl OfficeState {
    /// The member of that id.
    pub fn member(&self, id: Id) -> Option<&Member> {
        self.members.iter().find(|member| member.id == id)
    }

    /// Those who have not left, in the order they joined.
    pub fn present(&self) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(|member| member.left.is_none())
    }

    /// The present member called `name`, or the only one whose name begins so; case does not matter.
    ///
    /// # Errors
    /// Nobody is called so, or several begin so: they are suggested.
    pub fn find_member(&self, name: &str) -> Result<&Member> {
        let folded = |name: &str| name.trim().to_lowercase();
        let wanted = folded(name);
        if let Some(exact) = self.present().find(|member| folded(&member.name) == wanted) {
            return Ok(exact);
        }
        let beginning: Vec<&Member> =
            self.present().filter(|member| !wanted.is_empty() && folded(&member.name).starts_with(&wanted)).collect();
        match beginning.as_slice() {
            [only] => Ok(only),
            [] => Err(Error::not_found(format!("Nobody here is called {}.", repeated(name)))
                .suggest(self.present().map(|member| member.name.clone()))),
            several => Err(Error::new(Code::Ambiguous, format!("Several names begin with {}.", repeated(name)))
                .suggest(several.iter().map(|member| member.name.clone()))),
        }
    }

    /// The name of the member of that id; "somebody" where the event that added them has not arrived.
    pub fn member_name(&self, id: Id) -> &str {
        self.member(id).map_or("somebody", |member| &member.name)
    }
}

/// The office told by `events`, all those without a customer.
pub fn fold_office(events: &[Event]) -> Result<OfficeState> {
    let last_id = events.iter().map(|event| event.id).max();
    let mut office = OfficeState { undone: undone_batches(events)?, last_id, ..OfficeState::default() };
    let mut members: BTreeMap<Id, Member> = BTreeMap::new();
    let mut days = Days::default();
    for (event, body) in standing(events, &Undone::new())? {
        match body {
            Body::OfficeChanged(facts, words) => {
                office.is_set_up = true;
                office.settings.set(facts, words.name);
            }
            Body::OfficeDaySet(facts, words) => set_days(&mut days, &facts, &words.name.unwrap_or_default()),
            Body::MemberAdded(facts, words) => {
                let mut member = Member {
                    id: event.id,
                    name: String::new(),
                    role: Role::default(),
                    left: None,
                    backup: None,
                    department: String::new(),
                    absences: Vec::new(),
                };
                member.set(facts, words.name);
                members.insert(event.id, member);
            }
            Body::MemberChanged(facts, words) => {
                if let Some(member) = event.subject.and_then(|id| members.get_mut(&id)) {
                    member.set(facts, words.name);
                }
            }
            Body::MemberLeft(leaving, _) => {
                if let Some(member) = event.subject.and_then(|id| members.get_mut(&id)) {
                    member.left = Some(leaving.hand_to);
                }
            }
            Body::MemberAway(facts, _) => {
                if let Some(member) = event.subject.and_then(|id| members.get_mut(&id)) {
                    member.go(event.id, facts);
                }
            }
            Body::ImportRun(counts, words) => office.imports.push(ImportState {
                id: event.id,
                at: event.occurred_at,
                by: event.member,
                files: words.files,
                counts,
                undone: office.undone.contains_key(&event.id),
            }),
            Body::CustomerAdded(..)
            | Body::CustomerChanged(..)
            | Body::CustomersRelated(..)
            | Body::ContactRestricted(..)
            | Body::ContactAllowed(..)
            | Body::ContactLogged(..)
            | Body::NoteAdded(..)
            | Body::EntryCorrected(..)
            | Body::PromiseMade(..)
            | Body::PromiseReworded(..)
            | Body::PromiseFirmed(..)
            | Body::PromiseMoved(..)
            | Body::PromiseHandedOver(..)
            | Body::PromiseOffered(..)
            | Body::HandoverAccepted(..)
            | Body::HandoverDeclined(..)
            | Body::PromiseSnoozed(..)
            | Body::PromiseAcknowledged(..)
            | Body::PromiseEscalated(..)
            | Body::PromiseRepeatSet(..)
            | Body::PromiseKept(..)
            | Body::PromiseBroken(..)
            | Body::PromiseWithdrawn(..)
            | Body::Retracted(..) => {}
        }
    }
    office.members = members.into_values().collect();
    office.settings.times = Arc::new(times(&office.settings, days));
    Ok(office)
}

/// The most days in a row that one event sets: a year.
pub(crate) const MOST_DAYS: i64 = 366;

/// Gives days times of their own. What a newer version wrote and this one cannot read leaves them as they are.
fn set_days(days: &mut Days, facts: &DayFacts, name: &str) {
    let own = match facts.times.as_deref().map(str::parse).transpose() {
        Ok(times) => times.map(|times: DayTimes| OwnDay { times, name: name.to_owned() }),
        Err(_) => return,
    };
    let ahead = facts.last.map_or(0, |last| last.days_since(facts.first)).min(MOST_DAYS - 1);
    for n in 0..=ahead {
        days.set(facts.first.plus_days(n), facts.yearly, own.clone());
    }
}

/// Everything the settings say about when the office is open.
fn times(settings: &OfficeSettings, mut days: Days) -> Hours {
    let country = settings.holidays.split('-').next().unwrap_or_default();
    days.keep(Holidays::of(country));
    Hours::parse(&settings.hours).unwrap_or_default().with_days(days)
}

/// The imports that are taken back: those with a retraction that has not itself been taken back.
fn undone_batches(events: &[Event]) -> Result<Undone> {
    let taken_back = retractions(events)?;
    let mut undone = Undone::new();
    for event in events.iter().filter(|event| event.kind == "retracted" && !taken_back.contains_key(&event.id)) {
        if let Some(Body::Retracted(retraction, _)) = event.body()?
            && let Some(batch) = retraction.batch
        {
            // Two desks may each have taken it back: a customer stays only where both left it.
            let kept: BTreeSet<Id> = retraction.kept.into_iter().collect();
            undone.entry(batch).and_modify(|before| before.retain(|id| kept.contains(id))).or_insert(kept);
        }
    }
    Ok(undone)
}

impl OfficeSettings {
    fn set(&mut self, facts: OfficeFacts, name: Option<String>) {
        let set = |field: &mut String, value: Option<String>| {
            if let Some(value) = value {
                *field = value;
            }
        };
        set(&mut self.name, name);
        self.zone = facts.zone.unwrap_or(self.zone);
        set(&mut self.region, facts.region);
        set(&mut self.locale, facts.locale);
        set(&mut self.hours, facts.hours);
        set(&mut self.holidays, facts.holidays);
        set(&mut self.quiet, facts.quiet);
        set(&mut self.ladder, facts.ladder);
        self.gone_quiet = facts.gone_quiet.unwrap_or(self.gone_quiet);
    }
}
