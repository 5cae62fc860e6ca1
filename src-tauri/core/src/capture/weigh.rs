//! How surely what could be a time is one, by the words around it: "sat 10am" and "sat nav", "the 3rd" and "the 3rd mat".

use super::{
    language::{Language, List},
    line::Line,
    owner::Mention,
};
use crate::when::spot::{Form, Half, Spot};
use std::ops::Range;

/// How surely something is a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sure {
    /// It is text.
    Text,
    /// It could be either.
    Doubtful,
    /// It is a time.
    Certain,
}

/// What follows a spot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    /// The end, or a mark between clauses.
    Pause,
    /// A word that begins another part of the sentence, a name, another time.
    Turn,
    /// A thing, which the spot may belong to.
    Thing,
    /// A unit or another number: the spot counts something.
    Amount,
    /// Something it is part of.
    Glue,
}

/// What stands before a spot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    Pause,
    /// A word that a time follows: "by".
    Pin,
    Article,
    Word,
    Glue,
}

/// A line while its times are weighed.
pub(super) struct Scales<'a, 'b> {
    pub line: &'a Line<'b>,
    pub language: &'a Language,
    pub mentions: &'a [Mention],
    pub spots: &'a [Spot],
}

impl Scales<'_, '_> {
    /// How surely each spot is a time.
    pub(super) fn weigh(&self) -> Vec<Sure> {
        let mut sure: Vec<Sure> = (0..self.spots.len()).map(|n| self.alone(n)).collect();
        // What is joined to a time is one: "3 or 4pm", "sat and sun 10am", "between 3 and 4".
        loop {
            let raised = (0..self.spots.len()).find(|n| self.is_raised(*n, &sure));
            let Some(place) = raised.and_then(|n| sure.get_mut(n)) else { return sure };
            *place = Sure::Certain;
        }
    }

    fn is_raised(&self, n: usize, sure: &[Sure]) -> bool {
        let is = |n: usize, wanted: Sure| sure.get(n) == Some(&wanted);
        let Some(spot) = self.spots.get(n).filter(|_| !is(n, Sure::Certain)) else { return false };
        let is_name = spot.form == Form::Weekday && self.could_be_a_name(spot, self.before(spot));
        if spot.form == Form::Now || is_name || self.is_glued(spot) {
            return false;
        }
        let is_counted = matches!(self.next(spot), Next::Amount | Next::Thing);
        // "tomorrow 14": a number beside a day that is certain.
        let after_day = n.checked_sub(1).is_some_and(|before| {
            is(before, Sure::Certain)
                && self.is_beside(before)
                && self.spots.get(before).is_some_and(|before| before.half == Half::Day)
        });
        let beside = after_day || (is(n + 1, Sure::Certain) && self.is_beside(n) && spot.form != Form::Number);
        if beside && !is_counted && !self.is_same_half(n, sure) {
            return true;
        }
        let joined = |a: usize, b: usize| self.is_joined(a) && self.are_alike(a, b);
        let before = n.checked_sub(1).is_some_and(|before| is(before, Sure::Certain) && joined(before, n));
        let after = is(n + 1, Sure::Certain) && joined(n, n + 1);
        let from_to = spot.form == Form::Number
            && self.is_joined(n)
            && self.line.is_before(spot.tokens.start, List::Limits)
            && self.spots.get(n + 1).is_some_and(|next| {
                next.form == Form::Number && !matches!(self.next(next), Next::Amount | Next::Thing | Next::Glue)
            });
        (before && !is_counted) || after || from_to
    }

    /// Whether a certain spot beside it says the same half already, so that this one adds nothing.
    fn is_same_half(&self, n: usize, sure: &[Sure]) -> bool {
        let half = self.spots.get(n).map(|spot| spot.half);
        let certain =
            |n: usize| self.spots.get(n).filter(|_| sure.get(n) == Some(&Sure::Certain)).map(|spot| spot.half);
        let beside = [n.checked_sub(1).filter(|b| self.is_beside(*b)), Some(n + 1).filter(|_| self.is_beside(n))];
        beside.into_iter().flatten().all(|other| certain(other).is_none_or(|other| Some(other) == half))
    }

    /// Whether two spots could be two readings of the same thing.
    fn are_alike(&self, a: usize, b: usize) -> bool {
        let (Some(a), Some(b)) = (self.spots.get(a), self.spots.get(b)) else { return false };
        a.half == b.half || a.form == Form::Number || b.form == Form::Number
    }

    fn alone(&self, n: usize) -> Sure {
        let Some(spot) = self.spots.get(n) else { return Sure::Text };
        let (next, before) = (self.next(spot), self.before(spot));
        let has_at = self.line.mark(spot.tokens.start.wrapping_sub(1)) == Some('@')
            || spot.has_at
            || self.line.is(spot.tokens.start, List::Pins);
        if self.is_glued(spot) {
            // "tomorrow-ish" is no text, and no moment either.
            let is_ish = self.line.mark(spot.tokens.end) == Some('-') && spot.form == Form::Plain;
            return if is_ish { Sure::Certain } else { Sure::Text };
        }
        let is_date = matches!(spot.form, Form::Numeric | Form::Ordinal { .. })
            && (self.line.is(spot.tokens.start, List::Dates) || self.line.is_before(spot.tokens.start, List::Dates));
        let is_pinned = before == Before::Pin || has_at || is_date;
        let is_everyday = (spot.tokens.clone()).any(|token| self.line.is(token, List::Everyday));
        // "cierre" is many things, "al cierre" is when.
        let opens_everyday = self.line.is(spot.tokens.start, List::Everyday);
        let plain = if next == Next::Thing { Sure::Doubtful } else { Sure::Certain };
        let pinned = if is_pinned && next != Next::Thing { Sure::Certain } else { Sure::Doubtful };
        match spot.form {
            Form::Now | Form::Number => Sure::Text,
            Form::Plain if spot.is_wrong() && next == Next::Amount => Sure::Text,
            Form::Plain => Sure::Certain,
            Form::Weekday if self.could_be_a_name(spot, before) => Sure::Doubtful,
            Form::Weekday if is_everyday && self.is_a_few_letters(spot) && next == Next::Turn => Sure::Doubtful,
            Form::Weekday if is_everyday => plain,
            Form::Weekday if matches!(before, Before::Article | Before::Word) => plain,
            Form::Weekday => Sure::Certain,
            Form::Month { .. } if spot.is_wrong() && next == Next::Thing => Sure::Text,
            Form::Month { day_first } if !day_first || is_everyday => plain,
            Form::Month { .. } => Sure::Certain,
            Form::Numeric | Form::Dotted if next == Next::Amount => Sure::Text,
            Form::Numeric => pinned,
            Form::Ordinal { .. } if spot.is_wrong() => {
                if is_pinned {
                    plain
                } else {
                    Sure::Text
                }
            }
            Form::Ordinal { the: true } => plain,
            Form::Ordinal { the: false } => pinned,
            Form::Letter if spot.is_wrong() => Sure::Text,
            Form::Letter if self.ends_in(spot, "p") => plain,
            Form::Letter if next == Next::Thing && !is_pinned => Sure::Text,
            Form::Letter | Form::Dotted => pinned,
            Form::At if matches!(next, Next::Amount) => Sure::Text,
            Form::At => plain,
            Form::PastTo { numeric: true } if matches!(next, Next::Thing | Next::Amount) && !has_at => Sure::Text,
            Form::PastTo { numeric: true } if !has_at => Sure::Doubtful,
            Form::PastTo { numeric: false } if has_at && next != Next::Amount => Sure::Certain,
            Form::PastTo { .. } => plain,
            Form::Floating { numeric: false } if matches!(next, Next::Pause | Next::Turn) => pinned.max(plain),
            Form::Floating { .. } if has_at && next != Next::Thing && next != Next::Amount => Sure::Certain,
            Form::Floating { .. } => Sure::Text,
            Form::Named if is_pinned => plain,
            Form::Named if opens_everyday || before == Before::Article || next == Next::Thing => {
                if next == Next::Thing { Sure::Text } else { Sure::Doubtful }
            }
            Form::Named => Sure::Certain,
        }
    }

    /// Whether a weekday's short form could be somebody's name there: "call Sam 10am" where Sam is also samedi.
    fn could_be_a_name(&self, spot: &Spot, before: Before) -> bool {
        let is_dated = self.spot_at(spot.tokens.end).is_some_and(|next| next.half == Half::Day);
        before == Before::Word && !is_dated && self.line.is(spot.tokens.start, List::Names)
    }

    /// Whether a weekday is written with two letters that are also a word, and no time follows: "so ein Auto".
    fn is_a_few_letters(&self, spot: &Spot) -> bool {
        self.line.word(spot.tokens.start).is_some_and(|word| word.len() <= 2) && self.spot_at(spot.tokens.end).is_none()
    }

    fn ends_in(&self, spot: &Spot, word: &str) -> bool {
        spot.tokens.end.checked_sub(1).is_some_and(|last| self.line.word(last) == Some(word))
    }

    fn is_glued(&self, spot: &Spot) -> bool {
        self.next(spot) == Next::Glue || self.before(spot) == Before::Glue
    }

    /// Whether a thing follows that the spot may belong to.
    pub(super) fn is_before_a_thing(&self, spot: &Spot) -> bool {
        self.next(spot) == Next::Thing
    }

    fn spot_at(&self, token: usize) -> Option<&Spot> {
        self.spots.iter().find(|spot| spot.tokens.contains(&token))
    }

    fn is_name(&self, token: usize) -> bool {
        self.mentions.iter().any(|mention| mention.tokens.contains(&token))
    }

    fn next(&self, spot: &Spot) -> Next {
        let (line, language, at) = (self.line, self.language, spot.tokens.end);
        if !line.has(at) {
            return Next::Pause;
        }
        let touches = line.touches_before(at);
        let goes_on = line.touches_before(at + 1) && line.has(at + 1);
        if let Some(mark) = line.mark(at) {
            let other = self.spot_at(at + 1).is_some_and(|other| other.form != Form::Number || goes_on);
            return match mark {
                '%' | '°' | '$' | '€' | '£' | '¥' => Next::Amount,
                '/' | '-' | '+' | '&' if touches && goes_on && other => Next::Turn,
                '/' | '#' | ':' | '=' | '_' | '*' | '\\' | '^' | '+' if touches && goes_on => Next::Glue,
                '-' if touches && goes_on => Next::Glue,
                '.' | ',' if touches && goes_on && line.number(at + 1).is_some() => Next::Glue,
                '@' if touches && goes_on => Next::Turn,
                _ => Next::Pause,
            };
        }
        if touches {
            return Next::Glue;
        }
        if self.is_name(at) {
            return Next::Turn;
        }
        let counts = line.number(at.wrapping_sub(1)).is_some();
        if counts && (line.is(at, List::Amounts)) {
            return Next::Amount;
        }
        if self.spot_at(at).is_some_and(|other| other.form != Form::Number) {
            return Next::Turn;
        }
        // "send the monday report": a thing, and no call to report.
        let is_within = matches!(self.before(spot), Before::Word | Before::Article);
        if spot.form == Form::Weekday && is_within && line.is(at, List::Actions) && !line.is(at, List::Turns) {
            return Next::Thing;
        }
        let is_word_of_time = line.word(at).is_some_and(|word| language.is_calendar(word));
        let is_turn = [List::Turns, List::Actions, List::Joiners, List::Trailing, List::Zones, List::Before]
            .into_iter()
            .any(|list| line.is(at, list))
            || line.phrase(at, List::Trailing) > 0
            || language.part(&line.tokens, at).is_some();
        match line.number(at) {
            Some(_) if counts => Next::Amount,
            Some(_) => Next::Turn,
            None if is_turn || is_word_of_time => Next::Turn,
            None => Next::Thing,
        }
    }

    fn before(&self, spot: &Spot) -> Before {
        let line = self.line;
        let Some(at) = spot.tokens.start.checked_sub(1) else { return Before::Pause };
        let touches = line.touches_before(spot.tokens.start);
        if let Some(mark) = line.mark(at) {
            let is_drawn = touches && line.touches_before(at);
            let other = is_drawn && at.checked_sub(1).and_then(|before| self.spot_at(before)).is_some();
            let is_number = line.number(spot.tokens.start).is_some();
            return match mark {
                '$' | '€' | '£' | '¥' | '#' if is_number => Before::Glue,
                '/' | '-' | '+' | '&' if other => Before::Pause,
                '/' | ':' | '=' | '_' | '\\' | '^' | '*' | '.' | ',' if is_drawn && is_number => Before::Glue,
                '-' | '+' if touches && is_number && spot.form != Form::Plain => Before::Glue,
                '@' => Before::Pin,
                _ => Before::Pause,
            };
        }
        if touches {
            return Before::Glue;
        }
        match () {
            () if self.spot_at(at).is_some() || self.is_name(at) => Before::Pause,
            () if line.is(at, List::Pins) => Before::Pin,
            () if line.is(at, List::Articles) => Before::Article,
            () => Before::Word,
        }
    }

    /// Whether only words that change nothing stand between that spot and the next.
    pub(super) fn is_beside(&self, n: usize) -> bool {
        self.between(n).is_some_and(|gap| {
            let is_light = |token: usize| {
                self.line.is(token, List::Before)
                    || self.line.is(token, List::The)
                    || matches!(self.line.mark(token), Some(',' | '@' | '('))
            };
            gap.len() <= 3 && gap.into_iter().all(is_light)
        })
    }

    /// Whether "or", "to" or the like stands between that spot and the next.
    pub(super) fn is_joined(&self, n: usize) -> bool {
        self.between(n).is_some_and(|gap| {
            let joins = |token: usize| {
                self.line.is(token, List::Joiners) || matches!(self.line.mark(token), Some('-' | '/' | '&' | '+'))
            };
            (1..=2).contains(&gap.len())
                && joins(gap.start)
                && gap.skip(1).all(|token| self.line.is(token, List::Before))
        })
    }

    fn between(&self, n: usize) -> Option<Range<usize>> {
        let (spot, next) = (self.spots.get(n)?, self.spots.get(n + 1)?);
        Some(spot.tokens.end..next.tokens.start)
    }
}
