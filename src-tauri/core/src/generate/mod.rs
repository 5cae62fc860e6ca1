//! A believable synthetic office, for trying out and for measuring: people of several languages, their history over some
//! years, promises mostly kept. The same seed gives the same people and entries, counted back from the present.

mod chance;
mod history;
mod names;
mod person;

use crate::{
    customer::customer_words,
    desk::{Change, Desk, New, Subject, Writing, Written},
    error::{Error, Result},
    event::{Body, Role},
    id::Id,
    office::SetUp,
    roles::Action,
    time::{DAY_MS, HOUR_MS, Timestamp},
};
use chance::Chance;
use history::{About, Amount, Setting, history};
use serde::Serialize;

/// How large an office is to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GenerateOptions {
    /// How many customers; at least 1.
    pub customers: u64,
    /// Which office of that size.
    pub seed: u64,
    /// Over how many years their history goes back from now.
    pub years: u32,
}

impl Default for GenerateOptions {
    fn default() -> Self {
        GenerateOptions { customers: 1000, seed: 1, years: 5 }
    }
}

/// What was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, ts_rs::TS)]
pub struct Generated {
    /// Customers.
    pub customers: u64,
    /// Entries of their timelines, promises and what became of them included.
    pub entries: u64,
    /// Promises.
    pub promises: u64,
}

/// The most customers and years.
const MOST: u64 = 2_000_000;
const MOST_YEARS: u32 = 50;
/// Customers of one write: a commit each would take hours, one for all would need as much disk again.
const STEP: u64 = 2_000;
/// Entries of the customers dealt with most.
const LONG: u64 = 5_000;

impl Desk {
    /// Fills an empty office. `progress` hears of customers done. An office without members is set up first.
    ///
    /// A run that is interrupted leaves what it has written; begin again in another folder.
    ///
    /// # Errors
    /// There are customers already, or whoever acts is no manager.
    pub fn generate(&self, options: GenerateOptions, progress: &mut dyn FnMut(u64)) -> Result<Written<Generated>> {
        if !(1..=MOST).contains(&options.customers) || !(1..=MOST_YEARS).contains(&options.years) {
            return Err(Error::invalid(format!(
                "An office of 1 to {MOST} customers and 1 to {MOST_YEARS} years can be made."
            )));
        }
        self.read(|db| match db.query_row("SELECT EXISTS (SELECT 1 FROM customer)", [], |row| row.get(0))? {
            true => Err(Error::refused("There are customers here already. Generate into an empty office.")),
            false => Ok(()),
        })?;
        if self.office().members.is_empty() {
            self.set_up(&first_run())?;
        }
        self.allow(Action::ChangeOffice)?;
        self.hire(options)?;
        let office = self.office();
        let members: Vec<Id> = office.present().map(|member| member.id).collect();
        let now = self.now();
        let setting = Setting {
            members: &members,
            zone: office.settings.zone,
            from: now.plus_ms(-i64::from(options.years) * 365 * DAY_MS),
            now,
        };
        let mut made = Generated::default();
        while made.customers < options.customers {
            let until = options.customers.min(made.customers + STEP);
            self.write_bulk(|writing| {
                (made.customers..until).try_for_each(|n| writing.generate_one(options, &setting, n, &mut made))
            })?;
            self.checkpoint_everything()?;
            progress(made.customers);
        }
        self.place_everybody()?;
        Ok(Written { value: made, change: Change { everything: true, office: true, ..Change::default() } })
    }

    /// Brings the office up to as many members as its size needs, 50 at most.
    fn hire(&self, options: GenerateOptions) -> Result<()> {
        let wanted = (options.customers / 200).clamp(3, 50) as usize;
        let mut chance = Chance::of(options.seed, u64::MAX);
        while self.office().present().count() < wanted {
            let name = person::colleague(&mut chance);
            if self.office().members.iter().any(|member| member.name.to_lowercase() == name.to_lowercase()) {
                continue;
            }
            let role = if chance.happens(40.0) { Role::Sales } else { Role::Reception };
            self.add_member(&name, Some(role))?;
        }
        Ok(())
    }
}

fn first_run() -> SetUp {
    SetUp {
        name: "Amy Hale".to_owned(),
        office: "Hale Motors".to_owned(),
        zone: "America/New_York".to_owned(),
        region: "US".to_owned(),
        locale: "en-US".to_owned(),
    }
}

impl Writing<'_> {
    /// Writes the `n`-th customer with their history.
    fn generate_one(
        &mut self,
        options: GenerateOptions,
        setting: &Setting<'_>,
        n: u64,
        made: &mut Generated,
    ) -> Result<()> {
        let chance = &mut Chance::of(options.seed, n);
        let card = person::person(chance, n);
        let (added, amount) = scale(chance, options, setting, n);
        let (facts, words) = customer_words(card, &self.office.settings.region);
        let by = setting.members.first().copied().unwrap_or(self.by);
        let mut events = Vec::new();
        let new = New {
            customer: None,
            subject: Subject::Itself,
            batch: None,
            occurred_at: None,
            body: Body::CustomerAdded(facts, words),
        };
        let customer = self.add_to_history(&mut events, by, added, new)?;
        let mut promises: Vec<(usize, Id)> = Vec::new();
        for past in history(chance, setting, added, amount) {
            let subject = match past.about {
                About::Begins(_) => Subject::Itself,
                About::Nothing => Subject::Nothing,
                // What would have come before the promise was made did not happen.
                About::Promise(number) => match promises.iter().find(|(known, _)| *known == number) {
                    Some((_, promise)) => Subject::Of(*promise),
                    None => continue,
                },
            };
            let id = self.add_to_history(&mut events, past.by, past.at, New::about(customer, subject, past.body))?;
            if let About::Begins(number) = past.about {
                promises.push((number, id));
            }
        }
        made.customers += 1;
        made.entries += events.len() as u64;
        made.promises += promises.len() as u64;
        self.end_history(&mut events)
    }
}

/// When the `n`-th customer was added, and how much happened since. A few are dealt with very much.
fn scale(chance: &mut Chance, options: GenerateOptions, setting: &Setting<'_>, n: u64) -> (Timestamp, Amount) {
    let usual = Amount::usual(chance);
    // One in 25,000, and the first in every office: as much as a small one can bear.
    if n % 25_000 == 7 % options.customers {
        let contacts = LONG.min(options.customers);
        let added = setting.from.plus_ms(chance.between(HOUR_MS, 30 * DAY_MS));
        return (added, Amount { contacts, promises: contacts / 25 });
    }
    let span = setting.now.since_ms(setting.from);
    // Offices grow: the square root makes later years the busier ones.
    let added = setting.from.plus_ms((span as f64 * chance.fraction().sqrt()) as i64);
    (added.min(setting.now.plus_ms(-HOUR_MS)), usual)
}

#[cfg(test)]
mod tests;
