//! `generate` and `demo`: offices for trying out and for measuring.

use crate::{
    output::{Answer, warn},
    session::Session,
    table::number,
    words::count,
};
use clap::Args;
use kept_core::{
    error::{Code, Error, Result},
    generate::{GenerateOptions, Generated},
};

/// Fill an empty office.
#[derive(Debug, Args)]
pub struct Generate {
    /// How many customers
    #[arg(long, value_name = "N")]
    customers: u64,
    /// Which office of that size: the same seed gives the same people and entries
    #[arg(long, value_name = "S", default_value_t = GenerateOptions::default().seed)]
    seed: u64,
    /// Over how many years their history goes back
    #[arg(long, value_name = "Y", default_value_t = GenerateOptions::default().years)]
    years: u32,
}

/// Customers between two words about progress.
const STEP: u64 = 10_000;

impl Generate {
    /// Does it.
    pub fn run(self, session: &Session) -> Result<Answer> {
        let options = GenerateOptions { customers: self.customers, seed: self.seed, years: self.years };
        let made = session.desk.generate(options, &mut |done| {
            if done > 0 && done.is_multiple_of(STEP) {
                warn(&format!("{done} of {} customers", self.customers));
            }
        })?;
        made_answer(session, made.value)
    }
}

/// Tells the five stories.
pub fn demo(session: &Session) -> Result<Answer> {
    made_answer(session, session.desk.demo()?.value)
}

fn made_answer(session: &Session, made: Generated) -> Result<Answer> {
    let value =
        serde_json::to_value(made).map_err(|_| Error::new(Code::Invalid, "The answer could not be written."))?;
    Ok(session.answer(value, |value, _| {
        let many = |key: &str| number(value, key).unsigned_abs();
        let customers = count(many("customers"), "customer", "customers");
        let promises = count(many("promises"), "promise", "promises");
        format!("Made {customers} with {} and {promises}.", count(many("entries"), "entry", "entries"))
    }))
}
