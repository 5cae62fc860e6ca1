//! What keeps the times of a line from being one moment, by the words around them: "every", "after", "or", numbers left over.

use super::{
    language::List,
    times::grown,
    weigh::{Scales, Sure},
};
use crate::{
    error::{Code, Error},
    when::spot::{Form, Half, Spot},
};
use std::ops::Range;

/// Why the times of a line are not one moment.
#[derive(Debug, Clone)]
pub(super) struct Objection {
    /// As it is told; `None` where the times themselves tell it.
    pub error: Option<Error>,
    /// Tokens that would have no place beside one moment.
    pub tokens: Vec<Range<usize>>,
}

/// What keeps the times of a line from being one moment.
pub(super) fn object(scales: &Scales<'_, '_>, sure: &[Sure]) -> Option<Objection> {
    let certain = |n: usize| sure.get(n) == Some(&Sure::Certain);
    let mut found = Found::default();
    for (n, spot) in scales.spots.iter().enumerate().filter(|(n, _)| certain(*n)) {
        let next = scales.spots.get(n + 1).filter(|_| certain(n + 1) && scales.is_joined(n));
        if let Some(next) = next {
            let is_number = spot.form == Form::Number || next.form == Form::Number;
            found.tokens.push(spot.tokens.end..next.tokens.start);
            if spot.half == next.half || is_number {
                found.say("Two times are named there; name one.");
            }
        }
        around(scales, spot, &mut found);
    }
    for unread in unread(scales, sure) {
        let suggest = dates(scales, &unread);
        found.tokens.push(unread);
        found.say("A number there could be part of the date or time; name it in full.");
        found.error = found.error.map(|error| if error.suggest.is_empty() { error.suggest(suggest) } else { error });
    }
    let Found { error, tokens } = found;
    (error.is_some() || !tokens.is_empty()).then_some(Objection { error, tokens })
}

#[derive(Default)]
struct Found {
    error: Option<Error>,
    tokens: Vec<Range<usize>>,
}

impl Found {
    /// The first that is found is told.
    fn say(&mut self, message: &str) {
        self.error = self.error.take().or_else(|| Some(Error::new(Code::Ambiguous, message)));
    }
}

/// What the words beside a time make of it.
fn around(scales: &Scales<'_, '_>, spot: &Spot, found: &mut Found) {
    let Scales { line, spots, .. } = scales;
    let begin = grown(spot.tokens.clone(), line).start;
    let end = spot.tokens.end;
    let lead = |list: List| {
        let at = [begin, spot.tokens.start];
        let ends = at.into_iter().map(|at| (at, line.phrase_before(at, list)));
        ends.filter(|(_, length)| *length > 0).map(|(at, length)| at - length..at).next()
    };
    let is_drawn = line.mark(end) == Some('-') && line.touches_before(end) && line.touches_before(end + 1);
    if is_drawn && line.word(end + 1).is_some() && !spots.iter().any(|other| other.tokens.start == end + 1) {
        found.tokens.push(end..end + 2);
        found.say("About when is no moment; name one.");
    }
    if let Some(words) = lead(List::Limits) {
        found.tokens.push(words);
        found.say("That says from when, or between when; name the moment it is due.");
    }
    let has_not = (0..line.tokens.len()).any(|token| line.is(token, List::Negations));
    // "not before lunch": the bound is part of the time.
    let has_bound = line.is(spot.tokens.start, List::Bounds).then_some(begin..begin);
    if let Some(words) = lead(List::Negations).or(lead(List::Bounds).or(has_bound).filter(|_| has_not)) {
        found.tokens.push(words);
        found.say("That says when not; name the moment it is due.");
    }
    let again = line.phrase(end, List::Repeats);
    if let Some(words) = lead(List::Repeats).or((again > 0).then_some(end..end + again)) {
        found.tokens.push(words);
        found.say("A promise is due once; name the next moment.");
    }
    if line.is(end, List::Zones) && spot.half != Half::Day {
        found.tokens.push(end..end + 1);
        found.say("Times are those of the office's own zone; name it without another.");
    }
}

/// Numbers that could belong to the time and are no part of it: "10-12 may", "12.03.26", "at 1400".
fn unread(scales: &Scales<'_, '_>, sure: &[Sure]) -> Vec<Range<usize>> {
    let Scales { line, language, spots, .. } = scales;
    let weighed = |token: usize| {
        let of = spots.iter().zip(sure).filter(|(spot, _)| spot.tokens.contains(&token));
        of.map(|(_, sure)| *sure).max().unwrap_or(Sure::Text)
    };
    let is_any = sure.contains(&Sure::Certain);
    let small = |at: usize| {
        line.number(at).is_some_and(|(_, digits)| digits <= 2) && weighed(at) == Sure::Text && !line.is_literal(at)
    };
    let mark = |at: usize| {
        line.touches_before(at) && line.touches_before(at + 1) && matches!(line.mark(at), Some('.' | '/' | '-'))
    };
    let found = |at: usize| {
        let is_month = line.word(at).is_some_and(|word| language.is_month(word)) && weighed(at) == Sure::Text;
        let is_date = small(at) && mark(at + 1) && small(at + 2) && mark(at + 3) && small(at + 4);
        let is_clock = line.is_before(at, List::ClockPins)
            && matches!(line.number(at), Some((n, 4)) if n / 100 < 24 && n % 100 < 60)
            && (!line.has(at + 1) || line.mark(at + 1).is_some() || line.is(at + 1, List::Turns));
        match () {
            () if is_any && is_month && small(at + 1) => Some(at..at + 2),
            () if is_any && is_month && at.checked_sub(1).is_some_and(small) => Some(at - 1..at + 1),
            () if is_any && is_date && !line.touches_before(at) && !line.touches_before(at + 5) => Some(at..at + 5),
            () if is_clock => Some(at - 1..at + 1),
            () => None,
        }
    };
    (0..line.tokens.len()).filter_map(found).collect()
}

/// What numbers that were left over could mean, to be typed instead: "2026-03-12" for "12.03.26", "14:00" for "1400".
fn dates(scales: &Scales<'_, '_>, tokens: &Range<usize>) -> Vec<String> {
    let numbers: Vec<u32> = tokens.clone().filter_map(|at| scales.line.number(at)).map(|(n, _)| n).collect();
    match numbers.as_slice() {
        [clock] if *clock >= 100 => vec![format!("{:02}:{:02}", clock / 100, clock % 100)],
        [a, b, c] => [(c, b, a), (c, a, b), (a, b, c)].map(|(y, m, d)| format!("20{y:02}-{m:02}-{d:02}")).into(),
        _ => Vec::new(),
    }
}
