//! A line that could be of two languages: in which it is read, and what is meant where that is not to be told.

use super::{
    CaptureCode, CaptureEcho, CaptureProblem, Captured, CapturedPromise,
    language::Language,
    line::Line,
    read::{Context, Due, Owner, Understood, understand},
};
use std::ops::Range;

/// What a line is read as in one language.
pub(super) struct Reading<'a, 'b> {
    pub line: Line<'a>,
    pub read: Understood,
    pub ctx: Context<'b>,
}

impl<'a, 'b> Reading<'a, 'b> {
    fn of(line: Line<'a>, ctx: Context<'b>) -> Reading<'a, 'b> {
        let read = understand(&line, &ctx);
        Reading { line, read, ctx }
    }
}

/// Reads a line in the language of the office or in English, whichever it is of; and in both, where each says something else.
pub(super) fn readings<'a, 'b>(text: &'a str, ctx: &Context<'b>) -> (Reading<'a, 'b>, Option<Reading<'a, 'b>>) {
    let line = Line::read(text, ctx.language);
    let Some(english) = ctx.language.languages.in_english().map(Language::of) else {
        return (Reading::of(line, *ctx), None);
    };
    let evidence = evidence(&line, [ctx.language, english]);
    let (ones, others) = evidence;
    if others == 0 && (ones > 0 || line.tokens.is_empty()) {
        return (Reading::of(line, *ctx), None);
    }
    let other = Reading::of(Line::read(text, english), Context { language: english, ..*ctx });
    if ones == 0 && others > 0 {
        return (other, None);
    }
    let one = Reading::of(line, *ctx);
    match choose(&one.read, &other.read, evidence) {
        Choice::First => (one, None),
        Choice::Second => (other, None),
        Choice::Neither => (one, Some(other)),
    }
}

/// Which of two readings counts.
enum Choice {
    First,
    Second,
    /// Each says something else.
    Neither,
}

/// How many tokens say something in the first language and nothing in the second, and the other way round.
fn evidence(line: &Line<'_>, [one, other]: [&Language; 2]) -> (usize, usize) {
    let tokens = &line.tokens;
    let covered = |language: &Language| {
        let mut covered = language.lexicon().covered(tokens);
        for at in 0..tokens.len() {
            let length = language.knows(tokens, at);
            covered.iter_mut().skip(at).take(length).for_each(|token| *token = true);
        }
        // The T and Z of an instant are of no language.
        for instant in line.instants.iter().map(|(tokens, _)| tokens) {
            covered.iter_mut().take(instant.end).skip(instant.start).for_each(|token| *token = false);
        }
        covered
    };
    let (one, other) = (covered(one), covered(other));
    let only =
        |these: &[bool], those: &[bool]| these.iter().zip(those).filter(|(this, that)| **this && !**that).count();
    (only(&one, &other), only(&other, &one))
}

/// Which reading of a line counts, by what speaks for each language.
fn choose(one: &Understood, other: &Understood, (ones, others): (usize, usize)) -> Choice {
    let by_words = if others > ones { Choice::Second } else { Choice::First };
    match (&one.due, &other.due) {
        (Due::Note, Due::Note) => by_words,
        (Due::Note, _) if ones <= others => Choice::Second,
        (_, Due::Note) if others <= ones => Choice::First,
        (Due::Note, _) | (_, Due::Note) => by_words,
        (Due::At(first), Due::At(second)) => {
            match (first.at == second.at, takes_more(one, other), takes_more(other, one)) {
                (true, ..) => owner(one, other, by_words),
                (false, true, false) => Choice::First,
                (false, false, true) => Choice::Second,
                (false, ..) => Choice::Neither,
            }
        }
        (Due::At(_), Due::Unclear(_)) if ones > others => Choice::First,
        (Due::Unclear(_), Due::At(_)) if others > ones => Choice::Second,
        (Due::At(_), Due::Unclear(_)) | (Due::Unclear(_), Due::At(_)) => Choice::Neither,
        (Due::Unclear(_), Due::Unclear(_)) => by_words,
    }
}

/// Of two readings at one moment, the one that names who does it.
fn owner(one: &Understood, other: &Understood, by_words: Choice) -> Choice {
    match (one.mentions.is_empty(), other.mentions.is_empty()) {
        (false, true) => Choice::First,
        (true, false) => Choice::Second,
        (false, false)
            if one.owner != other.owner && matches!((&one.owner, &other.owner), (Owner::Is(_), Owner::Is(_))) =>
        {
            Choice::Neither
        }
        _ => by_words,
    }
}

/// Whether the first reading accounts for every word about time of the second, and for more.
fn takes_more(one: &Understood, other: &Understood) -> bool {
    let taken =
        |read: &Understood, token: usize| read.times.taken.iter().any(|range: &Range<usize>| range.contains(&token));
    let tokens = |read: &Understood| read.times.taken.iter().cloned().flatten().collect::<Vec<_>>();
    tokens(other).iter().all(|token| taken(one, *token)) && tokens(one).iter().any(|token| !taken(other, *token))
}

/// The answer where each language says something else: both, to be chosen from.
pub(super) fn both(one: Captured, other: Captured, lines: [Option<String>; 2]) -> Captured {
    let mut suggest: Vec<String> = lines.into_iter().flatten().collect();
    for problem in one.problems.into_iter().chain(other.problems) {
        suggest.extend(problem.suggest);
    }
    let mut seen: Vec<String> = Vec::new();
    suggest.retain(|line| {
        !seen.contains(line) && {
            seen.push(line.clone());
            true
        }
    });
    suggest.truncate(5);
    let message = "That means one thing in one language and another in the other; which is it?".to_owned();
    let problems = vec![CaptureProblem { code: CaptureCode::Ambiguous, message, suggest }];
    Captured { promise: None::<CapturedPromise>, note: String::new(), problems, echo: None::<CaptureEcho> }
}
