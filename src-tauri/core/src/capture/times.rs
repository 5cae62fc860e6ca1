//! When: every word of a line that says something about it, and what keeps them from being one moment.

use super::{
    language::{Language, Part, phrase_before},
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
    pub(super) fn taken_with(&self, spot: &Spot, line: &Line<'_>, language: &Language) -> Vec<Range<usize>> {
        let mut all = self.replaced();
        all.push(grown(spot.tokens.clone(), line, language));
        merged(all)
    }
}

/// Everything in a line that says when.
pub(super) fn times(line: &Line<'_>, mentions: &[Mention], language: &Language) -> Times {
    let is_name = |token: usize| mentions.iter().any(|mention| mention.tokens.contains(&token));
    let is_instant = |token: usize| line.instants.iter().any(|(tokens, _)| tokens.contains(&token));
    let mut all = spots(&line.tokens, |token| is_name(token) || is_instant(token) || line.is_literal(token));
    all.extend(line.instants.iter().map(|(tokens, at)| Spot::instant(tokens.clone(), *at)));
    all.sort_by_key(|spot| spot.tokens.start);
    let scales = Scales { line, language, mentions, spots: &all };
    let sure = scales.weigh();
    let of =
        |wanted: Sure| all.iter().zip(&sure).filter(move |(_, sure)| **sure == wanted).map(|(spot, _)| spot.clone());
    let mut times = Times { kept: of(Sure::Certain).collect(), ..Times::default() };
    times.vague = find_vague(line, language, &times.kept);
    times.part = find_part(line, language, &times, is_name);
    let is_more = |spot: &Spot| !(times.has(spot.half) || spot.half == Half::Both && times.are_said());
    let is_alone = !times.are_said();
    times.doubtful = of(Sure::Doubtful)
        .filter(is_more)
        .filter(|spot| !(is_alone && (scales.is_before_a_thing(spot) || spot.half == Half::Day)))
        .collect();
    times.objection = object(&scales, &sure);
    times.noise = times.objection.iter().flat_map(|objection| objection.tokens.clone()).collect();
    let mut taken: Vec<Range<usize>> = times.kept.iter().map(|spot| spot.tokens.clone()).collect();
    taken.extend(times.part.iter().map(|(tokens, _)| tokens.clone()));
    taken.extend(times.vague.clone());
    times.taken = merged(taken.into_iter().map(|tokens| grown(tokens, line, language)).collect());
    times
}

/// A time with the words beside it that belong to it: "by ... sharp".
pub(super) fn grown(tokens: Range<usize>, line: &Line<'_>, language: &Language) -> Range<usize> {
    let Range { mut start, mut end } = tokens;
    loop {
        let before = phrase_before(&line.tokens, start, language.before);
        let is_the = line.is_before(start, language.the);
        let is_sign = start.checked_sub(1).is_some_and(|before| line.mark(before) == Some('@'));
        // "drop by tomorrow": by belongs to drop.
        let is_verbs = before == 1 && line.is_before(start.saturating_sub(1), language.phrasal);
        if (before == 0 || is_verbs) && !is_the && !is_sign {
            break;
        }
        start -= before.max(1);
    }
    end += line.phrase(end, language.trailing);
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

fn find_vague(line: &Line<'_>, language: &Language, kept: &[Spot]) -> Option<Range<usize>> {
    let is_free = |range: &Range<usize>| !kept.iter().any(|spot| range.clone().any(|t| spot.tokens.contains(&t)));
    let length = |at: usize| line.phrase(at, language.vague).max(counted(line, language, at));
    let found = (0..line.tokens.len()).map(|at| at..at + length(at));
    found.filter(|range| !range.is_empty()).find(is_free)
}

/// Of how many tokens "in 7-8 days" is.
fn counted(line: &Line<'_>, language: &Language, at: usize) -> usize {
    let number = |at: usize| line.number(at).is_some();
    let joins = line.mark(at + 2) == Some('-') || line.is(at + 2, language.joiners);
    let is_it = line.is(at, language.within) && number(at + 1) && joins && number(at + 3);
    if is_it && line.is(at + 4, language.amounts) { 5 } else { 0 }
}

fn find_part(
    line: &Line<'_>,
    language: &Language,
    times: &Times,
    is_name: impl Fn(usize) -> bool,
) -> Option<(Range<usize>, Part)> {
    let is_time = |token: usize| times.kept.iter().any(|spot| spot.tokens.contains(&token));
    let is_day = |token: usize| times.kept.iter().any(|s| s.half == Half::Day && s.tokens.contains(&token));
    let read = |at: usize| {
        let (length, part) = (language.parts.iter())
            .map(|(phrase, part)| (line.phrase(at, &[phrase]), *part))
            .max_by_key(|(length, _)| *length)
            .filter(|(length, _)| *length > 0)?;
        let range = at..at + length;
        let is_free = !range.clone().any(|token| is_time(token) || is_name(token));
        let beside = at.checked_sub(1).is_some_and(is_day) || is_day(range.end);
        (is_free && (beside || !part.needs_day)).then_some((range, part))
    };
    (0..line.tokens.len()).find_map(read)
}
