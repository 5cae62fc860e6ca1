//! Days and times in words: "tmr 2p", "thursday 12 march 14:00", "in 20 min".
//!
//! Being sure of the date is what Kept is for. So every word must be accounted for; what could mean two things is
//! refused with both as suggestions; nothing is ever moved to make it fit; and [`echo`] says back what was understood.
//!
//! From text to moment: `tokens` splits, `words` says what each word means (a table for each language), `grammar`
//! (with `clock` and `calendar` for its two halves) collects what was said, `resolve` finds the day and time meant.

mod calendar;
mod clock;
mod day;
mod echo;
mod either;
mod grammar;
mod part;
mod resolve;
pub(crate) mod spot;
pub(crate) mod tokens;
mod words;

pub use echo::echo;
pub(crate) use echo::{Pieces, brief, clock, echo_in, long_day, pieces, short, short_day, to_the_minute};
pub(crate) use part::{disagree, named};
pub use words::Languages;
pub(crate) use words::{Lexicon, MONTHS, Tongue, WEEKDAYS, named_day_or_month};

use crate::error::{Error, Result};
use crate::hours::Hours;
use crate::time::{Timestamp, WallTime, Zone};
use serde::{Deserialize, Serialize};

/// The longest text that is read, in characters.
const LONGEST: usize = 200;

/// What the words are about, which decides where they look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    /// When something is to be done: a weekday is the next one, and a time is needed.
    Due,
    /// When something happened: a weekday is the latest one, a time is needed, and the future is refused.
    Past,
    /// Where a range begins or ends: as [`Due`](Sense::Due), but a day alone is its first instant.
    Range,
}

/// What words like "tomorrow" and "closing" are read against.
#[derive(Debug, Clone, Copy)]
pub struct WhenContext<'a> {
    /// The present moment.
    pub now: Timestamp,
    /// The office's zone.
    pub zone: Zone,
    /// The office's opening hours.
    pub hours: &'a Hours,
    /// What the words are about.
    pub sense: Sense,
    /// The languages of the office, in which the words are read.
    pub languages: Languages,
}

/// A moment as somebody meant it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// The moment.
    pub at: Timestamp,
    /// What the clock on the wall shows then, to the second.
    pub local: WallTime,
    /// The zone of that clock.
    pub zone: Zone,
    /// What was decided in reading, as a sentence: a bare hour, or which of two equal hours.
    pub note: Option<String>,
    /// What speaks against this moment. It is read all the same; the caller decides.
    pub problems: Vec<Problem>,
}

/// What speaks against a moment that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Problem {
    /// What a program may act on.
    pub code: ProblemCode,
    /// What a person reads.
    pub message: String,
    /// What could be typed instead, most likely first; often empty.
    pub suggest: Vec<String>,
}

/// The kinds of [`Problem`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// The office is closed then.
    Closed,
    /// It has already passed.
    Past,
    /// The clocks are put back and show it twice; the first of the two is read. The suggestion is the second.
    Twice,
}

/// Reads a moment: an RFC 3339 instant, or words in the office's zone and opening hours.
///
/// # Errors
/// `Ambiguous` when two moments could be meant; `Mismatch` when a weekday and a date disagree; `Impossible` for a day
/// or hour that does not exist; `NoTime` for a day alone, except in a range; `Invalid` for what is not understood as
/// a whole, and for the future where something is said to have happened.
pub fn read(text: &str, ctx: &WhenContext<'_>) -> Result<When> {
    if text.chars().nth(LONGEST).is_some() {
        return Err(Error::invalid("That is too long for a day and time."));
    }
    if let Ok(at) = crate::phone::fold_digits(text).trim().parse() {
        return resolve::instant(at, ctx);
    }
    let tokens = ctx.languages.lexicon().split(tokens::scan(text));
    let read = |languages: Languages| {
        let ctx = WhenContext { languages, ..*ctx };
        resolve::resolve(&grammar::parse(&tokens, languages)?, &ctx)
    };
    let Some(english) = ctx.languages.in_english() else { return read(ctx.languages) };
    either::either(&tokens, [ctx.languages, english], read, ctx)
}

/// The same, in the language that is typed alone.
///
/// # Errors
/// As for [`read`].
pub(crate) fn read_in_one(text: &str, ctx: &WhenContext<'_>) -> Result<When> {
    if let Ok(at) = crate::phone::fold_digits(text).trim().parse() {
        return resolve::instant(at, ctx);
    }
    let tokens = ctx.languages.lexicon().split(tokens::scan(text));
    resolve::resolve(&grammar::parse(&tokens, ctx.languages)?, ctx)
}
