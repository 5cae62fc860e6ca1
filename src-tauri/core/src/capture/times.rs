//! When: every word of a line that says something about it, and what keeps them from being one moment.

use super::{
    language::{Language, List, Part},
    line::Line,
    object::{Objection, object},
    owner::Mention,
    weigh::{Scales, Sure},
};
use crate::when::spot::{Half, Spot, spots};
use std::ops::Range;

/// What a line says about when.
#[derive(Debug, Clone, Default)]
pub(super) struct Times {
    /// What is a time, in order.
    pub kept: Vec<Spot>,
    /// What could be a time, and matters.
    pub doubtful: Vec<Spot>,
    /// The part of the day.
    pub part: Option<(Range<usize>, Part)>,
    /// Another part of the day, of which no hour is in the first.
    pub other_part: Option<(Range<usize>, Part)>,
    /// What is too vague to be a moment.
    pub vague: Option<Range<usize>>,
    /// Why these words are not one moment, whatever they say.
    pub objection: Option<Objection>,
    /// Tokens that would have no place beside one moment: the "or" between two, "every", "after".
    pub noise: Vec<Range<usize>>,
    /// The tokens of it all, with the words that belong to them; in order, none touching another.
    pub taken: Vec<Range<usize>>,
}

impl Times {
    /// Whether anything is said about when.
    pub(super) fn are_said(&self) -> bool {
        !self.kept.is_empty() || self.part.is_some() || self.vague.is_some()
    }

    /// Whether a half of a moment is said for certain.
    pub(super) fn has(&self, half: Half) -> bool {
        self.kept.iter().any(|spot| spot.half == half || spot.half == Half::Both)
    }

    /// The tokens that one moment would take the place of.
    pub(super) fn replaced(&self) -> Vec<Range<usize>> {
        merged(self.taken.iter().chain(&self.noise).cloned().collect())
    }

    /// The tokens that a doubtful time would take.
    pub(super) fn taken_with(&self, spot: &Spot, line: &Line<'_>) -> Vec<Range<usize>> {
        let mut all = self.replaced();
        all.push(grown(spot.tokens.clone(), line));
        merged(all)
    }
}

/// Everything in a line that says when.
pub(super) fn times(line: &Line<'_>, mentions: &[Mention], language: &Language) -> Times {
    let is_name = |token: usize| mentions.iter().any(|mention| mention.tokens.contains(&token));
    let is_instant = |token: usize| line.instants.iter().any(|(tokens, _)| tokens.contains(&token));
    let mut all =
        spots(&line.tokens, language.languages, |token| is_name(token) || is_instant(token) || line.is_literal(token));
    all.extend(line.instants.iter().map(|(tokens, at)| Spot::instant(tokens.clone(), *at)));
    all.sort_by_key(|spot| spot.tokens.start);
    let scales = Scales { line, language, mentions, spots: &all };
    let sure = scales.weigh();
    let of =
        |wanted: Sure| all.iter().zip(&sure).filter(move |(_, sure)| **sure == wanted).map(|(spot, _)| spot.clone());
    let mut times = Times { kept: of(Sure::Certain).collect(), ..Times::default() };
    times.vague = find_vague(line, &times.kept);
    let parts = find_parts(line, language, &times, is_name);
    times.part = parts.first().cloned();
    times.other_part = parts.first().and_then(|(_, part)| {
        let is_other = |other: &Part| other.until <= part.from || part.until <= other.from;
        parts.iter().find(|(_, other)| is_other(other)).cloned()
    });
    let is_today = times.part.as_ref().is_some_and(|(_, part)| part.is_today);
    let is_said = |half: Half| times.has(half) || half == Half::Day && is_today;
    let is_more = |spot: &Spot| !(is_said(spot.half) || spot.half == Half::Both && times.are_said());
    let is_alone = !times.are_said();
    times.doubtful = of(Sure::Doubtful)
        .filter(is_more)
        .filter(|spot| !(is_alone && (scales.is_before_a_thing(spot) || spot.half == Half::Day)))
        .collect();
    times.objection = object(&scales, &sure);
    times.noise = times.objection.iter().flat_map(|objection| objection.tokens.clone()).collect();
    let mut taken: Vec<Range<usize>> = times.kept.iter().map(|spot| spot.tokens.clone()).collect();
    taken.extend(times.part.iter().chain(&times.other_part).map(|(tokens, _)| tokens.clone()));
    taken.extend(times.vague.clone());
    times.taken = merged(taken.into_iter().map(|tokens| grown(tokens, line)).collect());
    times
}

/// A time with the words beside it that belong to it: "by ... sharp".
pub(super) fn grown(tokens: Range<usize>, line: &Line<'_>) -> Range<usize> {
    let Range { mut start, mut end } = tokens;
    loop {
        let before = line.phrase_before(start, List::Before);
        let is_the = line.is_before(start, List::The);
        let is_sign = start.checked_sub(1).is_some_and(|before| line.mark(before) == Some('@'));
        // "drop by tomorrow": by belongs to drop.
        let is_verbs = before == 1 && line.is_before(start.saturating_sub(1), List::Phrasal);
        if (before == 0 || is_verbs) && !is_the && !is_sign {
            break;
        }
        start -= before.max(1);
    }
    end += line.phrase(end, List::Trailing);
    start..end
}

/// In order, with those that touch or overlap as one.
fn merged(mut all: Vec<Range<usize>>) -> Vec<Range<usize>> {
    all.sort_by_key(|range| range.start);
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in all {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

fn find_vague(line: &Line<'_>, kept: &[Spot]) -> Option<Range<usize>> {
    let is_free = |range: &Range<usize>| !kept.iter().any(|spot| range.clone().any(|t| spot.tokens.contains(&t)));
    let length = |at: usize| line.phrase(at, List::Vague).max(counted(line, at));
    let found = (0..line.tokens.len()).map(|at| at..at + length(at));
    found.filter(|range| !range.is_empty()).find(is_free)
}

/// Of how many tokens "in 7-8 days" is.
fn counted(line: &Line<'_>, at: usize) -> usize {
    let number = |at: usize| line.number(at).is_some();
    let joins = line.mark(at + 2) == Some('-') || line.is(at + 2, List::Joiners);
    let is_it = line.is(at, List::Within) && number(at + 1) && joins && number(at + 3);
    if is_it && line.is(at + 4, List::Amounts) { 5 } else { 0 }
}

fn find_parts(
    line: &Line<'_>,
    language: &Language,
    times: &Times,
    is_name: impl Fn(usize) -> bool,
) -> Vec<(Range<usize>, Part)> {
    let is_time = |token: usize| times.kept.iter().any(|spot| spot.tokens.contains(&token));
    let is_day = |token: usize| times.kept.iter().any(|s| s.half == Half::Day && s.tokens.contains(&token));
    let read = |at: usize| {
        let (length, part) = language.part(&line.tokens, at)?;
        let range = at..at + length;
        let is_free = !range.clone().any(|token| is_time(token) || is_name(token));
        let beside = at.checked_sub(1).is_some_and(is_day) || is_day(range.end);
        (is_free && (beside || !part.needs_day)).then_some((range, part))
    };
    let mut parts: Vec<(Range<usize>, Part)> = Vec::new();
    let mut end = 0;
    for (range, part) in (0..line.tokens.len()).filter_map(read) {
        // "hoje de manhã" ends in words that are a part of the day too.
        if range.start >= end {
            end = range.end;
            parts.push((range, part));
        }
    }
    parts
}
