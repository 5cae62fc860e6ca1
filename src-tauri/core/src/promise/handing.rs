//! What a hand-over would mean, before it is made; and what was offered to the one who acts.

use super::{
    PromiseRow,
    hand_over_brief::{HandOverBrief, hand_over_brief},
    offer::{is_away, until},
    row,
};
use crate::{
    cache::{TOLD_AT, hops_of, read_card, read_promise},
    desk::Desk,
    error::{Error, Result},
    fold::{Hop, OfficeState, PromiseState},
    id::Id,
    office::{Mismatch, mismatch},
    time::Timestamp,
};
use rusqlite::{Connection, params};
use serde::Serialize;

/// A hand-over as it would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Handing {
    /// Who would be asked, by their whole name.
    pub to: String,
    /// Whether it needs no asking: it is the one who acts.
    pub at_once: bool,
    /// Taken before then, or it goes back.
    #[ts(type = "string")]
    pub until: Timestamp,
    /// That they are away, as a sentence; then they cannot be asked.
    pub away: Option<String>,
    /// Who answers while they are away, by name.
    pub backup: Option<String>,
    /// Which hand-over of this matter it would be.
    pub number: u32,
    /// Who had the matter, in order, by name; the present owner last.
    pub path: Vec<String>,
    /// What speaks against it, a sentence each; often empty.
    pub warnings: Vec<String>,
    /// What they would read before they speak.
    pub brief: HandOverBrief,
}

/// A promise that was offered to the one who acts, with what they have to know.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Offered {
    /// The promise.
    pub promise: PromiseRow,
    /// Who had the matter, in order, by name; the present owner last.
    pub path: Vec<String>,
    /// What to know before speaking.
    pub brief: HandOverBrief,
}

impl Desk {
    /// What it would mean to hand a promise to a colleague, by name. Nothing is written.
    ///
    /// # Errors
    /// There is no such promise, or nobody of that name.
    pub fn read_handing(&self, promise: Id, to: &str) -> Result<Handing> {
        let (now, office) = (self.now(), self.office());
        let by = self.member().map(|member| member.id);
        let to = office.find_member(to)?;
        self.read(|db| {
            let state = read_promise(db, promise)?.ok_or_else(|| Error::not_found("There is no such promise."))?;
            let row = row::show(db, &office, promise, now)?;
            let hops = hops_of(db, state.matter)?;
            let (away, backup) = to.away(now).map(|absence| is_away(&office, &to.name, absence, now)).unzip();
            let number = hops.len() as i64 + 1;
            let people = people(&hops, state.owner);
            let path = names(&office, &people);
            let again = people.contains(&to.id).then_some(to.name.as_str());
            let card = read_card(db, state.customer)?;
            let wrong = card.and_then(|(card, _)| mismatch(&office, to, &card, now));
            Ok(Handing {
                to: to.name.clone(),
                at_once: by == Some(to.id),
                until: until(&office, now),
                away,
                backup,
                number: u32::try_from(number).unwrap_or(u32::MAX),
                warnings: warnings(wrong.as_ref(), number, &path, again),
                path,
                brief: hand_over_brief(db, &office, &state, &row, by.unwrap_or(state.owner), now)?,
            })
        })
    }

    /// What stands offered to the one who acts, what goes back first first, at most fifty.
    pub fn offers(&self) -> Result<Vec<Offered>> {
        let (now, office) = (self.now(), self.office());
        let Some(me) = self.member() else { return Ok(Vec::new()) };
        self.read(|db| {
            let mut statement = db.prepare_cached(
                "SELECT promise FROM offer INDEXED BY offer_taker
                 WHERE taker = ?1 AND declined = 0 AND until_at > ?2 ORDER BY until_at, promise LIMIT 50",
            )?;
            let ids = statement.query_map(params![me.id, now], |row| row.get(0))?;
            let ids: Vec<Id> = ids.collect::<rusqlite::Result<_>>()?;
            let mut offered = Vec::with_capacity(ids.len());
            for id in ids {
                let Some(state) = read_promise(db, id)? else { continue };
                offered.push(shown(db, &office, &state, now)?);
            }
            Ok(offered)
        })
    }
}

fn shown(db: &Connection, office: &OfficeState, state: &PromiseState, now: Timestamp) -> Result<Offered> {
    let promise = row::show(db, office, state.id, now)?;
    let from = state.offer.as_ref().map_or(state.owner, |offer| offer.by);
    let brief = hand_over_brief(db, office, state, &promise, from, now)?;
    Ok(Offered { path: path_of(db, office, state)?, promise, brief })
}

/// Who had the matter of a promise, in order, by name; its present owner last.
fn path_of(db: &Connection, office: &OfficeState, promise: &PromiseState) -> Result<Vec<String>> {
    Ok(names(office, &people(&hops_of(db, promise.matter)?, promise.owner)))
}

/// Whoever had a matter, in order, none named twice in a row.
fn people(hops: &[Hop], owner: Id) -> Vec<Id> {
    let mut people: Vec<Id> = hops.iter().flat_map(|hop| [hop.from, hop.to]).chain([owner]).collect();
    people.dedup();
    people
}

fn names(office: &OfficeState, people: &[Id]) -> Vec<String> {
    people.iter().map(|id| office.member_name(*id).to_owned()).collect()
}

/// What speaks against a hand-over, the worst first: this is the one place where that is said. `wrong`: that it goes to
/// another department than the one that serves them; `number`: which of its matter it would be; `again`: who would get it
/// for a second time.
fn warnings(wrong: Option<&Mismatch>, number: i64, path: &[String], again: Option<&str>) -> Vec<String> {
    let mut said: Vec<String> = wrong.map(Mismatch::sentence).into_iter().collect();
    let way = path.join(" → ");
    if number > 1 {
        // The bell tells it once.
        let told = if number == TOLD_AT { " A manager is told." } else { "" };
        said.push(format!("{} hand-over of this matter; it went {way}.{told}", nth(number)));
    }
    said.extend(again.map(|name| format!("{name} has had this before: it goes in a circle.")));
    said
}

/// `2nd`, `3rd`, `11th`.
fn nth(number: i64) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}
