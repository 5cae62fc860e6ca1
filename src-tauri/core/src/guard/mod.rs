//! The call guard: asked before every dialling, it says in at most twenty words why this call may hurt, and what would be
//! better. On a clean history it says nothing, and the call goes straight out.

mod facts;
mod reasons;
mod wording;

pub(crate) use facts::GuardFacts;

use crate::{
    brief::{Clause, Source},
    desk::Desk,
    error::Result,
    id::Id,
};
use serde::Serialize;

/// The most words that are said.
pub const MOST_WORDS: usize = 20;

/// What would be better than to dial.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum BetterAct {
    /// See what was promised first, and begin with an apology.
    SeePromise,
    /// Read an entry first.
    SeeEntry,
    /// Read what is written about them first.
    SeeCard,
    /// Let a colleague call.
    LetCall,
}

/// The better action that is offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Better {
    /// Which.
    pub act: BetterAct,
    /// As a button says it: `See what was promised`.
    pub label: String,
    /// What is seen first, or owed by the colleague already.
    pub from: Source,
    /// The colleague who would better call, by name.
    pub member: Option<String>,
}

/// Why a call may hurt, and what would be better.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Guard {
    /// All of it, at most [`MOST_WORDS`] words.
    pub words: String,
    /// The same in clauses that each say where they come from; what to do is not among them.
    pub reasons: Vec<Clause>,
    /// What to do, as the words end with it: `recover, do not schedule`.
    pub advice: String,
    /// The better action.
    pub better: Better,
}

/// What speaks against a call by these facts; `None` on a clean history.
pub(crate) fn guard(facts: &GuardFacts<'_>) -> Option<Guard> {
    let found = reasons::all(facts);
    let first = found.first()?;
    let (advice, better) = (first.advice.clone(), first.better.clone());
    let reasons = wording::fitted(found.into_iter().map(|reason| reason.clauses), &advice);
    Some(Guard { words: wording::sentence(&reasons, &advice), reasons, advice, better })
}

impl Desk {
    /// What speaks against ringing this customer now, by whoever acts; `None` where nothing does.
    ///
    /// # Errors
    /// There is no such customer.
    pub fn call_guard(&self, customer: Id) -> Result<Option<Guard>> {
        let (now, office, caller) = (self.now(), self.office(), self.member());
        self.read(|db| facts::with_facts(db, &office, caller.as_ref(), customer, now, guard))
    }
}
