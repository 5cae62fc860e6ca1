//! A promise as lists and pages show it.

use crate::{
    cache::{later_in_series, parse_promise, parse_restrictions},
    customer::{GoodHours, Restricted},
    error::{Code, Error, Result},
    event::Due,
    fold::{OfferStanding, OfferState, OfficeState, PromiseState, Restriction, State},
    id::Id,
    recurrence::{Occurrence, OnClosed},
    reminder::{Rules, Waiting, WaitingStep, note_waiting},
    time::{Timestamp, WallTime, Zone},
};
use rusqlite::{Connection, OptionalExtension, Row};
use serde::{Deserialize, Serialize};

/// A promise, with whom it was made to and how it stands now.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct PromiseRow {
    /// The promise.
    pub id: Id,
    /// To whom.
    pub customer: Id,
    /// Their name.
    pub customer_name: String,
    /// Their first phone, E.164 where it could be read.
    pub customer_phone: Option<String>,
    /// How they may not be reached; left out where they may be in every way.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub restricted: Option<Vec<Restricted>>,
    /// When they like to be called; left out where it is not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub likes_calls: Option<GoodHours>,
    /// What was promised.
    pub text: String,
    /// Who answers for it, by name.
    pub owner: String,
    /// Who answers for it while its owner is away, by name, and will when it falls due; left out where that is the owner.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub answers: Option<String>,
    /// Open or closed.
    pub state: State,
    /// Whether the due time is only when we decide.
    pub tentative: bool,
    /// When queue and bell go by.
    #[ts(type = "string")]
    pub due_at: Timestamp,
    /// The wall time that was meant.
    #[ts(type = "string")]
    pub due_local: WallTime,
    /// In this zone.
    #[ts(type = "string")]
    pub zone: Zone,
    /// The last time the customer agreed to.
    #[ts(type = "string")]
    pub agreed_due_at: Timestamp,
    /// Open, and the agreed time has passed.
    pub late: bool,
    /// By how much it is late or was kept late; 0 when it is not.
    pub late_ms: i64,
    /// Contacts that named it.
    pub attempts: u32,
    /// How often its time was changed.
    pub moved: u32,
    /// When it was made.
    #[ts(type = "string")]
    pub made_at: Timestamp,
    /// By whom.
    pub made_by: String,
    /// When it was closed.
    #[ts(type = "string | null")]
    pub closed_at: Option<Timestamp>,
    /// What showed that it was kept.
    pub evidence: Option<String>,
    /// Why it was broken or withdrawn.
    pub reason: Option<String>,
    /// Until when its reminder is quiet.
    #[ts(type = "string | null")]
    pub snoozed_until: Option<Timestamp>,
    /// When it is to be tried again, or heard of again, before it is due; left out where nothing is planned.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string")]
    pub next_try: Option<Timestamp>,
    /// How often the reminder of this due time was put off.
    pub snoozes: u32,
    /// How far its reminder has gone; left out where nothing waits for an answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub waiting: Option<Waiting>,
    /// Whether it was taken back before it was due.
    pub taken_back: bool,
    /// How it comes again; left out where it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub repeat: Option<RepeatShown>,
    /// Who is asked to take it over, or did not; left out where nobody is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub offer: Option<OfferShown>,
    /// The promise of a colleague's whose keeping it checks; left out where it is one of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub verifies: Option<Id>,
}

/// That somebody is asked to take a promise over, or was and has not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct OfferShown {
    /// The event that made the offer.
    pub id: Id,
    /// Who made it, by name.
    pub by: String,
    /// Who is asked, by name.
    pub to: String,
    /// Taken before then, or it goes back.
    #[ts(type = "string")]
    pub until: Timestamp,
    /// How it stands.
    pub standing: OfferStanding,
    /// Why it was declined.
    pub reason: Option<String>,
}

impl OfferShown {
    fn of(offer: OfferState, office: &OfficeState, now: Timestamp) -> OfferShown {
        OfferShown {
            id: offer.id,
            by: office.member_name(offer.by).to_owned(),
            to: office.member_name(offer.to).to_owned(),
            until: offer.until,
            standing: offer.standing(now),
            reason: offer.declined,
        }
    }
}

/// A promise's place in a series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct RepeatShown {
    /// The rule in words that can be typed again: `every Monday, 10:00`.
    pub words: String,
    /// The rule as RFC 5545 has it.
    pub rule: String,
    /// What becomes of closed days.
    pub on_closed: OnClosed,
    /// The first promise of the series, by which it is named.
    pub series: Id,
    /// Its number in the series, 1 for the first.
    pub number: u32,
    /// What is to be known of this one, as a sentence: why it is not on its day or at its time, or how many days were
    /// passed over.
    pub note: Option<String>,
    /// The one made when this was answered. It is told where one promise is shown, not in lists.
    pub next: Option<Id>,
}

impl RepeatShown {
    fn of(promise: &PromiseState) -> Option<RepeatShown> {
        let (repeat, series) = (promise.repeat.as_ref()?, promise.series()?);
        let (words, why) = match repeat.series_meant() {
            Ok(meant) => {
                let Due { due_at: at, due_local: local, .. } = promise.due;
                let why = meant.why_moved(&Occurrence { day: repeat.day, at, local });
                // One that somebody moved is where it is for their reasons, not the calendar's.
                (meant.rule.words(meant.start), why.filter(|_| promise.moved == 0))
            }
            Err(error) => (error.message, None),
        };
        let passed = match repeat.passed {
            0 => None,
            1 => Some("1 day of the series before it was passed over.".to_owned()),
            n => Some(format!("{n} days of the series before it were passed over.")),
        };
        let note = [why, passed].into_iter().flatten().collect::<Vec<_>>().join(" ");
        Some(RepeatShown {
            words,
            rule: repeat.rule.clone(),
            on_closed: repeat.on_closed,
            series,
            number: repeat.number,
            note: Some(note).filter(|note| !note.is_empty()),
            next: None,
        })
    }
}

impl PromiseRow {
    /// Whether it is owed by the member of that name, or they answer for it while its owner is away.
    pub(crate) fn is_answered_by(&self, member: &str) -> bool {
        self.owner == member || self.answers.as_deref() == Some(member)
    }

    fn new(promise: PromiseState, customer: CustomerLine, office: &OfficeState, now: Timestamp) -> PromiseRow {
        let closed_at = promise.end.as_ref().map(|end| end.at);
        let late = promise.is_late(now);
        let until = if late { Some(now) } else { closed_at.filter(|_| promise.state == State::Kept) };
        let words = promise.end.as_ref().map(|end| end.words.clone()).filter(|words| !words.is_empty());
        let kept = promise.state == State::Kept;
        let repeat = RepeatShown::of(&promise);
        let answers = stands_in(&promise, office, now).map(|id| office.member_name(id).to_owned());
        PromiseRow {
            repeat,
            answers,
            id: promise.id,
            customer: promise.customer,
            customer_name: customer.name,
            customer_phone: customer.phone,
            restricted: (!customer.restrictions.is_empty()).then(|| Restricted::shown(customer.restrictions, office)),
            likes_calls: GoodHours::at(&customer.good_hours, office.settings.zone.wall(now)),
            owner: office.member_name(promise.owner).to_owned(),
            state: promise.state,
            tentative: promise.tentative,
            due_at: promise.due.due_at,
            due_local: promise.due.due_local,
            zone: promise.due.zone,
            agreed_due_at: promise.agreed.due_at,
            late,
            late_ms: until.map_or(0, |until| until.since_ms(promise.agreed.due_at).max(0)),
            attempts: promise.attempts,
            moved: promise.moved,
            made_at: promise.made_at,
            made_by: office.member_name(promise.made_by).to_owned(),
            closed_at,
            evidence: words.clone().filter(|_| kept),
            reason: words.filter(|_| !kept),
            snoozed_until: promise.snoozed_until.filter(|until| *until > now),
            next_try: promise.next_try(),
            snoozes: promise.rounds.snoozes,
            waiting: promise.is_waiting(now).then_some(Waiting { step: WaitingStep::Due, missed: false }),
            taken_back: promise.taken_back,
            offer: promise.offer.map(|offer| OfferShown::of(offer, office, now)),
            verifies: promise.verifies,
            text: promise.text,
        }
    }
}

/// Who stands in for an owner who is away when it falls due, or now when it has.
fn stands_in(promise: &PromiseState, office: &OfficeState, now: Timestamp) -> Option<Id> {
    let at = promise.due.due_at.max(now);
    office.member(promise.owner).filter(|_| promise.is_open())?.away(at)?;
    Some(Rules::of(office).answers_for(promise.owner, at)).filter(|answers| *answers != promise.owner)
}

/// What a row needs of its customer.
#[derive(Default)]
struct CustomerLine {
    name: String,
    phone: Option<String>,
    good_hours: String,
    restrictions: Vec<Restriction>,
}

/// What a row reads of a cached card: with hundreds of rows on a screen, reading the rest costs more than all else.
#[derive(Deserialize)]
struct ShortCard {
    name: String,
    phones: Vec<ShortPhone>,
    #[serde(default)]
    good_hours: String,
}

#[derive(Deserialize)]
struct ShortPhone {
    e164: Option<String>,
    typed: String,
}

/// The columns and tables of [`read_row`]; to be followed by a condition and an order.
const PROMISE_JOIN: &str =
    "SELECT p.state, c.card, c.restrictions FROM promise p LEFT JOIN customer c ON c.id = p.customer";

/// The promise in a row of [`PROMISE_JOIN`].
pub(crate) fn read_row(row: &Row<'_>, office: &OfficeState, now: Timestamp) -> Result<PromiseRow> {
    let promise = parse_promise(
        row.get_ref(0)?
            .as_str()
            .map_err(|_| Error::new(Code::Damaged, "A cached promise cannot be read. Run `keptctl rebuild`."))?,
    )?;
    let customer = match row.get_ref(1)?.as_str_or_null() {
        Ok(Some(card)) => {
            let card: ShortCard = serde_json::from_str(card)
                .map_err(|_| Error::new(Code::Damaged, "A cached card cannot be read. Run `keptctl rebuild`."))?;
            let phone = card.phones.into_iter().next().map(|phone| phone.e164.unwrap_or(phone.typed));
            let restrictions = row.get_ref(2)?.as_str().unwrap_or_default();
            let restrictions = parse_restrictions(restrictions)?;
            CustomerLine { name: card.name, phone, good_hours: card.good_hours, restrictions }
        }
        // The event that added the customer has not arrived from the other desk yet.
        _ => CustomerLine { name: "A customer not here yet".to_owned(), ..CustomerLine::default() },
    };
    Ok(PromiseRow::new(promise, customer, office, now))
}

/// One promise as it stands.
pub(crate) fn show(db: &Connection, office: &OfficeState, promise: Id, now: Timestamp) -> Result<PromiseRow> {
    let mut statement = db.prepare_cached(&format!("{PROMISE_JOIN} WHERE p.id = ?1"))?;
    let found = statement.query_row([promise], |row| Ok(read_row(row, office, now))).optional()?;
    let mut row = found.ok_or_else(|| Error::not_found("There is no such promise."))??;
    if let Some(repeat) = &mut row.repeat {
        let later = later_in_series(db, repeat.series, repeat.number)?;
        repeat.next = later.iter().find(|later| !later.taken_back).map(|later| later.id);
    }
    note_waiting(db, office, std::slice::from_mut(&mut row), now)?;
    Ok(row)
}

/// What is still owed to a customer, the one due first first.
pub(crate) fn open_promises_of(
    db: &Connection,
    office: &OfficeState,
    customer: Id,
    now: Timestamp,
) -> Result<Vec<PromiseRow>> {
    let mut statement =
        db.prepare_cached(&format!("{PROMISE_JOIN} WHERE p.customer = ?1 AND p.outcome = 0 ORDER BY p.due_at, p.id"))?;
    let mut rows = statement.query([customer])?;
    let mut open = Vec::new();
    while let Some(row) = rows.next()? {
        open.push(read_row(row, office, now)?);
    }
    note_waiting(db, office, &mut open, now)?;
    Ok(open)
}
