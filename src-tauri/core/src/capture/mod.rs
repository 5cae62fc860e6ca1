//! One line, as typed while somebody is on the phone: who does what by when.
//!
//! Every word about who and when is accounted for, what is left is the promise, as typed. What could be meant otherwise is a
//! problem with lines that could be typed instead, and never a guess: `owner` and `weigh` say how surely a word is a name
//! or a time, by the words around it. The words themselves are in tables, one for each language: here, and `words` in
//! [`crate::when`].

mod dutch;
mod either;
mod english;
mod french;
mod german;
mod italian;
mod language;
mod line;
mod object;
mod owner;
mod portuguese;
mod read;
mod rest;
mod saying;
mod spanish;
mod suggest;
mod times;
mod weigh;

use crate::{
    cache::read_card,
    desk::Desk,
    error::{Code, Error, Result, repeated},
    id::Id,
    time::{Timestamp, WallTime, Zone},
    when::{self, Pieces, ProblemCode, When},
};
use either::{Reading, both, readings};
use language::Language;
use line::Line;
use owner::Staff;
use read::{Context, Due, Owner, OwnerFault, Understood};
use saying::{Saying, aloud};
use serde::Serialize;

/// The longest line that is read, in characters. What is longer was pasted, and is a note.
const LONGEST: usize = 1000;

/// What a line would become.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Captured {
    /// The promise; `None` for a note, and where a problem stands against it.
    pub promise: Option<CapturedPromise>,
    /// The line as it was typed, where it is a note; else empty.
    pub note: String,
    /// What is unclear, and what speaks against it.
    pub problems: Vec<CaptureProblem>,
    /// The promise said back, for a person to check.
    pub echo: Option<CaptureEcho>,
}

/// A promise as it was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct CapturedPromise {
    /// What is promised: the line without the words about who and when.
    pub text: String,
    /// Who answers for it, by name.
    pub owner: String,
    /// When it is due.
    #[ts(type = "string")]
    pub due_at: Timestamp,
    /// As the clock on the wall shows it.
    #[ts(type = "string")]
    pub due_local: WallTime,
    /// In this zone.
    #[ts(type = "string")]
    pub zone: Zone,
}

/// A promise said back in full.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct CaptureEcho {
    /// Who.
    pub owner: String,
    /// What.
    pub text: String,
    /// `Thursday`.
    pub weekday: String,
    /// `12 March`, with the year when it is not this one.
    pub date: String,
    /// `14:00`.
    pub time: String,
    /// `in 3 days`.
    pub distance: String,
    /// When, in one piece: `Thursday 12 March, 14:00, in 3 days`. Typed, it is read as that moment.
    pub when: String,
    /// All of it, to be read aloud: `Dan Ortiz calls back: Thursday 12 March, 14:00, in 3 days.`
    pub said: String,
    /// What was decided in reading it.
    pub note: Option<String>,
}

/// What is unclear in a line, or speaks against it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct CaptureProblem {
    /// What a program may act on.
    pub code: CaptureCode,
    /// What a person reads.
    pub message: String,
    /// Whole lines that could be typed instead, most likely first.
    pub suggest: Vec<String>,
}

/// The kinds of [`CaptureProblem`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum CaptureCode {
    /// More than one moment or person could be meant.
    Ambiguous,
    /// Two forms of the day or time contradict each other.
    Mismatch,
    /// There is no such day or hour.
    Impossible,
    /// A day or a person is named, but no time.
    NoTime,
    /// Nobody here is called so.
    UnknownOwner,
    /// Two people are named; one answers for a promise.
    TwoOwners,
    /// The office is closed then. The promise is as read.
    Closed,
    /// It has already passed. The promise is as read.
    Past,
    /// The clocks show it twice. The promise is as read, for the first of the two.
    Twice,
    /// Nothing is promised. The promise is as read.
    NoText,
}

impl Desk {
    /// What a line would become, for whoever is signed in. Nothing is written. `customer`: whose page it is typed on; they
    /// may be named in it without being taken for a colleague.
    ///
    /// # Errors
    /// The office cannot be read. What is wrong with the line is no error but a problem in the answer.
    pub fn capture(&self, text: &str, customer: Option<Id>) -> Result<Captured> {
        let office = self.office();
        let me = self.member().map(|member| member.id);
        let card = customer.map(|id| self.read(|db| read_card(db, id))).transpose()?.flatten();
        let name = card.map_or_else(String::new, |(card, _)| card.name);
        let ctx = Context {
            staff: &Staff::of(&office, me, &name),
            customer: &name,
            language: Language::of(office.settings.languages()),
            now: self.now(),
            zone: office.settings.zone,
            hours: &office.settings.times,
        };
        Ok(captured(text, &ctx))
    }
}

fn noted(text: &str) -> Captured {
    Captured { promise: None, note: text.trim().to_owned(), problems: Vec::new(), echo: None }
}

fn captured(text: &str, ctx: &Context<'_>) -> Captured {
    if text.chars().nth(LONGEST).is_some() {
        return noted(text);
    }
    let mut captured = match readings(text, ctx) {
        (one, None) => answer(text, &one),
        (one, Some(other)) => {
            let explicit = [&one, &other].map(|of| suggest::explicit(&of.line, &of.read, &of.ctx));
            both(answer(text, &one), answer(text, &other), explicit)
        }
    };
    if ctx.language.languages.in_english().is_some() {
        // What is clear in one language may be another thing in the other.
        for problem in &mut captured.problems {
            problem.suggest.retain(|line| is_a_promise(line, ctx));
        }
    }
    captured
}

/// Whether a line is one promise in whichever language it is of.
fn is_a_promise(text: &str, ctx: &Context<'_>) -> bool {
    let (Reading { read, .. }, None) = readings(text, ctx) else { return false };
    !read.text.is_empty() && matches!((&read.due, &read.owner), (Due::At(_), Owner::Is(_)))
}

/// What a line is read as in one language.
fn answer(text: &str, Reading { line, read, ctx }: &Reading<'_, '_>) -> Captured {
    let mut problems = Vec::new();
    if let Owner::Unclear(fault, _) = &read.owner
        && read.due != Due::Note
    {
        problems.push(owner_problem(fault, suggest::other_owners(line, read, ctx)));
    }
    match (&read.due, &read.owner) {
        (Due::Note, _) => noted(text),
        (Due::Unclear(error), _) => {
            let suggest = suggest::other_times(line, read, ctx);
            problems.push(CaptureProblem { code: code(error), message: error.message.clone(), suggest });
            Captured { promise: None, note: String::new(), problems, echo: None }
        }
        (Due::At(_), Owner::Unclear(..)) => Captured { promise: None, note: String::new(), problems, echo: None },
        (Due::At(when), Owner::Is(owner)) => {
            problems.extend(against(when, line, read, ctx));
            promised(read, when, ctx.staff.name(*owner), problems, ctx)
        }
    }
}

fn promised(read: &Understood, when: &When, owner: &str, problems: Vec<CaptureProblem>, ctx: &Context<'_>) -> Captured {
    let (text, owner) = (read.text.clone(), owner.to_owned());
    let languages = ctx.language.languages;
    let Pieces { weekday, date, time, distance } = when::pieces(when.at, when.local, when.zone, ctx.now, languages);
    let said_when = when::echo_in(when.at, when.local, when.zone, ctx.now, languages);
    let said = (ctx.language.table.says)(&Saying {
        owner: &owner,
        text: &aloud(text.trim_end_matches(['.', ':', ' ']), ctx.language.table.and),
        when: &said_when,
        customer: ctx.customer,
        verb: read.verb,
        language: ctx.language,
    });
    let echo = CaptureEcho {
        owner: owner.clone(),
        text: text.clone(),
        weekday,
        date,
        time,
        distance,
        said,
        when: said_when,
        note: when.note.clone(),
    };
    let promise = CapturedPromise { text, owner, due_at: when.at, due_local: when.local, zone: when.zone };
    Captured { promise: Some(promise), note: String::new(), problems, echo: Some(echo) }
}

/// What speaks against a promise that was read.
fn against(when: &When, line: &Line<'_>, read: &Understood, ctx: &Context<'_>) -> Vec<CaptureProblem> {
    let of = |problem: &when::Problem| CaptureProblem {
        code: match problem.code {
            ProblemCode::Closed => CaptureCode::Closed,
            ProblemCode::Past => CaptureCode::Past,
            ProblemCode::Twice => CaptureCode::Twice,
        },
        message: problem.message.clone(),
        suggest: match problem.code {
            ProblemCode::Twice => suggest::at_times(&problem.suggest, line, read, ctx),
            ProblemCode::Closed | ProblemCode::Past => suggest::other_times(line, read, ctx),
        },
    };
    let mut problems: Vec<CaptureProblem> = when.problems.iter().map(of).collect();
    if read.text.is_empty() {
        problems.push(CaptureProblem {
            code: CaptureCode::NoText,
            message: "What is promised? Say it in a few words.".to_owned(),
            suggest: suggest::with_text(line, ctx),
        });
    }
    problems
}

fn owner_problem(fault: &OwnerFault, suggest: Vec<String>) -> CaptureProblem {
    let (code, message) = match fault {
        OwnerFault::Unknown(name) => {
            (CaptureCode::UnknownOwner, format!("Nobody here is called {}. Who does it?", repeated(name)))
        }
        OwnerFault::Nobody => (CaptureCode::UnknownOwner, "Nobody is signed in. Who does it?".to_owned()),
        OwnerFault::Two => {
            (CaptureCode::TwoOwners, "One person answers for a promise. Who of those named does it?".to_owned())
        }
        OwnerFault::Several => (CaptureCode::Ambiguous, "Several names begin so. Who does it?".to_owned()),
        OwnerFault::Doubtful => {
            (CaptureCode::Ambiguous, "It is not clear whether the one named there does it. Who does it?".to_owned())
        }
    };
    CaptureProblem { code, message, suggest }
}

fn code(error: &Error) -> CaptureCode {
    match error.code {
        Code::Mismatch => CaptureCode::Mismatch,
        Code::Impossible => CaptureCode::Impossible,
        Code::NoTime => CaptureCode::NoTime,
        Code::Past => CaptureCode::Past,
        Code::Invalid
        | Code::NotFound
        | Code::Ambiguous
        | Code::Refused
        | Code::Changed
        | Code::Locked
        | Code::Newer
        | Code::Damaged
        | Code::Storage => CaptureCode::Ambiguous,
    }
}
