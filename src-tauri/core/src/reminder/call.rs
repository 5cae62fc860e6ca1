//! Who is to be told of which promise, and what is marked when they were: what notices are bundled from.

use super::{Decision, Facts, Step};
use crate::{id::Id, time::Timestamp};

/// What was told, so that it is not told twice.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mark {
    /// The promise; for what is told at an opening the member, for an absence that absence, for an offer that offer.
    pub about: Id,
    /// The due time it was told for; the opening, the beginning of the absence, the end of the offer.
    pub due_at: Timestamp,
    /// The step.
    pub step: Step,
    /// The customer, where the step stands in the log.
    pub customer: Id,
    /// Who is told.
    pub to: Vec<Id>,
}

/// Why somebody is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// It falls due.
    Due,
    /// It was told before, and nobody answered.
    Late,
    /// Somebody else does not answer.
    Escalated,
    /// Somebody will be away when it falls due.
    Away(Id),
    /// A colleague is asked to take it over.
    Offered,
    /// Whoever was asked did not take it over.
    Returned,
    /// Its matter went over for the third time.
    PassedOn,
    /// The time planned for the next try has come.
    NextTry,
}

/// One promise of which one member is to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// Why.
    pub why: Why,
    /// Who is told.
    pub to: Id,
    /// The promise.
    pub promise: Id,
    /// When it is due.
    pub due_at: Timestamp,
    /// Who owes it.
    pub owner: Id,
    /// What is marked.
    pub marks: Vec<Mark>,
}

/// The calls of a decision. Steps to the same person at the same moment are one, named by the first.
pub fn calls(facts: &Facts, decision: &Decision) -> Vec<Call> {
    let mut calls: Vec<Call> = Vec::new();
    for (step, to) in &decision.steps {
        let mark =
            Mark { about: facts.promise, due_at: facts.due_at, step: *step, customer: facts.customer, to: to.clone() };
        let why = match step {
            Step::Due => Why::Due,
            _ if step.is_told_to_others() => Why::Escalated,
            _ => Why::Late,
        };
        for person in to {
            match calls.iter_mut().find(|call| call.to == *person) {
                Some(call) => {
                    call.why = call.why.min(why);
                    call.marks.push(mark.clone());
                }
                None => calls.push(Call {
                    why,
                    to: *person,
                    promise: facts.promise,
                    due_at: facts.due_at,
                    owner: facts.owner,
                    marks: vec![mark.clone()],
                }),
            }
        }
    }
    calls
}
