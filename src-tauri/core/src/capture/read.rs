//! From a line to what it means: who, what and when, or why not.

use super::{
    language::{Language, List, Part},
    line::Line,
    owner::{Mention, Staff, Who, mentions},
    rest::without,
    saying::Verb,
    times::{Times, times},
};
use crate::{
    error::{Code, Error},
    hours::Hours,
    id::Id,
    time::{Timestamp, Zone},
    when::{
        self, ProblemCode, Sense, When, WhenContext,
        spot::{Form, Half, Spot, meant},
    },
};
use std::ops::Range;

/// What a line is read against.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub staff: &'a Staff<'a>,
    /// The customer's name; empty where none is known.
    pub customer: &'a str,
    pub language: &'static Language,
    pub now: Timestamp,
    pub zone: Zone,
    pub hours: &'a Hours,
}

impl Context<'_> {
    pub(super) fn when(&self) -> WhenContext<'_> {
        WhenContext {
            now: self.now,
            zone: self.zone,
            hours: self.hours,
            sense: Sense::Due,
            languages: self.language.languages,
        }
    }
}

/// Who is to do it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Owner {
    /// Whoever was named, or the one who types.
    Is(Id),
    /// Nobody in particular, with those who could be meant.
    Unclear(OwnerFault, Vec<Id>),
}

/// Why nobody in particular is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum OwnerFault {
    Unknown(String),
    Nobody,
    Two,
    Several,
    Doubtful,
}

/// When it is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Due {
    /// The line is a note.
    Note,
    /// Then.
    At(When),
    /// No one moment.
    Unclear(Error),
}

/// A line as understood.
pub(super) struct Understood {
    pub mentions: Vec<Mention>,
    pub times: Times,
    pub owner: Owner,
    pub due: Due,
    /// What is promised.
    pub text: String,
    /// Whether the text is what the owner will do, and reads on from their name.
    pub verb: Verb,
}

/// Reads a line.
pub(super) fn understand(line: &Line<'_>, ctx: &Context<'_>) -> Understood {
    let mentions = mentions(line, ctx.staff, ctx.language);
    let times = times(line, &mentions, ctx.language);
    let owner = owner(&mentions, ctx);
    let is_named = mentions.iter().any(|mention| mention.is_certain);
    let due = match () {
        () if !times.are_said() && times.doubtful.is_empty() && times.objection.is_none() && !is_named => Due::Note,
        () => due(&times, line, ctx),
    };
    let removed = removed(&mentions, &times, line);
    let first = mentions
        .first()
        .filter(|mention| mention.has_verb && removed.iter().any(|r| r.contains(&mention.tokens.start)));
    let verb = match first.map(|mention| mention.has_own_verb) {
        None => Verb::None,
        Some(false) => Verb::Will,
        Some(true) => Verb::Own,
    };
    let mut all = times.taken.clone();
    all.extend(removed);
    Understood { text: without(line, &all), mentions, times, owner, due, verb }
}

fn owner(mentions: &[Mention], ctx: &Context<'_>) -> Owner {
    let certain: Vec<&Mention> = mentions.iter().filter(|mention| mention.is_certain).collect();
    let mut named: Vec<Id> = Vec::new();
    for mention in &certain {
        match &mention.who {
            Who::Unknown(name) => {
                return Owner::Unclear(OwnerFault::Unknown(name.clone()), ctx.staff.everybody().collect());
            }
            Who::Several(all) => return Owner::Unclear(OwnerFault::Several, all.clone()),
            Who::Member(id) if named.contains(id) => {}
            Who::Member(id) => named.push(*id),
        }
    }
    match (named.as_slice(), mentions.first()) {
        ([only], _) => Owner::Is(*only),
        ([], None) => match ctx.staff.me {
            Some(me) => Owner::Is(me),
            None => Owner::Unclear(OwnerFault::Nobody, ctx.staff.everybody().collect()),
        },
        ([], Some(Mention { who, .. })) => {
            let mut could = match who {
                Who::Member(id) => vec![*id],
                Who::Several(all) => all.clone(),
                Who::Unknown(_) => Vec::new(),
            };
            could.retain(|id| Some(*id) != ctx.staff.me);
            could.extend(ctx.staff.me);
            Owner::Unclear(OwnerFault::Doubtful, could)
        }
        (several, _) => Owner::Unclear(OwnerFault::Two, several.to_vec()),
    }
}

/// The mentions that are no part of what is promised.
fn removed(mentions: &[Mention], times: &Times, line: &Line<'_>) -> Vec<Range<usize>> {
    let is_taken = |token: usize| times.taken.iter().any(|range| range.contains(&token));
    let opens = |at: usize| {
        at.checked_sub(1)
            .is_none_or(|before| is_taken(before) || line.mark(before).is_some_and(|mark| ",.;:!?-([".contains(mark)))
    };
    let mut removed: Vec<Range<usize>> = Vec::new();
    for mention in mentions.iter().filter(|mention| mention.is_certain) {
        let Range { start, end } = mention.tokens.clone();
        let asked = line.is_before(start, List::Asking) && opens(start - 1);
        let follows = removed.last().is_some_and(|last| last.contains(&start) || last.end == start);
        match () {
            () if asked => removed.push(start - 1..end),
            // "morgen ruft Dan Ana an"
            () if mention.has_own_verb && line.is_before(start, List::Does) => removed.push(start..end),
            () if !mention.has_verb || opens(start) || follows => removed.push(start..end),
            () => {}
        }
    }
    removed
}

fn due(times: &Times, line: &Line<'_>, ctx: &Context<'_>) -> Due {
    let unclear = |code: Code, message: &str| Due::Unclear(Error::new(code, message));
    if let Some(error) = times.objection.as_ref().and_then(|objection| objection.error.clone()) {
        return Due::Unclear(error);
    }
    if let Some(spot) = times.doubtful.first() {
        let word: String = line.text.get(line.bytes(&spot.tokens)).unwrap_or_default().chars().take(40).collect();
        let message = format!("Is \u{201c}{word}\u{201d} when it is due, or part of what is promised?");
        return Due::Unclear(Error::new(Code::Ambiguous, message));
    }
    if times.kept.is_empty() {
        return unclear(Code::NoTime, "By when? Name the day and the time.");
    }
    if times.vague.is_some() {
        return unclear(Code::Ambiguous, "A day or time and a longer span are both named; name the moment.");
    }
    let kept: Vec<&Spot> = times.kept.iter().collect();
    let read = match (&times.part, &times.other_part) {
        (Some((_, one)), Some((_, other))) => Err(two_parts(&kept, [*one, *other], times, ctx)),
        (Some((_, part)), None) => within(&kept, *part, times, ctx),
        (None, _) => meant(&kept, &ctx.when()),
    };
    match read {
        Ok(when) => Due::At(when),
        Err(error) if error.code == Code::Invalid => Due::Unclear(Error { code: Code::Ambiguous, ..error }),
        Err(error) => Due::Unclear(error),
    }
}

/// The answer to two parts of the day that have no hour in common: the time as it is in each.
fn two_parts(kept: &[&Spot], parts: [Part; 2], times: &Times, ctx: &Context<'_>) -> Error {
    let today = ctx.zone.wall(ctx.now).day();
    let read = |part: Part| match within(kept, part, times, ctx) {
        Ok(when) => vec![when::short(when.local, today, ctx.language.languages)],
        Err(error) => error.suggest,
    };
    Error::new(Code::Mismatch, "Two parts of the day are named there; name one.")
        .suggest(parts.into_iter().flat_map(read))
}

/// The moment meant in a part of the day: "tomorrow morning at 9".
fn within(kept: &[&Spot], part: Part, times: &Times, ctx: &Context<'_>) -> crate::error::Result<When> {
    let clock = |minutes: u32| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let hours = Hours::parse(&format!("mon-sun {}-{}", clock(part.from), clock(part.until)))?;
    let narrow = WhenContext { hours: &hours, ..ctx.when() };
    if !times.has(Half::Clock) {
        return meant(kept, &ctx.when());
    }
    let exact = meant(kept, &ctx.when());
    if kept.iter().any(|spot| spot.form == Form::Named) {
        let read = when::named(exact?, &(part.from..part.until), &ctx.when())?;
        let today = ctx.zone.wall(ctx.now).day();
        let is_meant = !part.is_today || read.local.day() == today;
        return if is_meant {
            Ok(read)
        } else {
            Err(when::disagree(read.local, today, &(part.from..part.until), &ctx.when()))
        };
    }
    let read = meant(kept, &narrow)?;
    let minute = read.local.second_of_day() / 60;
    let today = ctx.zone.wall(ctx.now).day();
    let day = if part.is_today { today } else { read.local.day() };
    if !(part.from..part.until).contains(&minute) || read.local.day() != day {
        return Err(when::disagree(read.local, day, &(part.from..part.until), &ctx.when()));
    }
    // Judged again by the hours that the office keeps.
    Ok(match exact {
        Ok(exact) if exact.at == read.at => exact,
        _ => {
            let mut when = when::read(&read.at.to_string(), &ctx.when())?;
            let twice = read.problems.into_iter().filter(|problem| problem.code == ProblemCode::Twice);
            when.problems.splice(0..0, twice);
            when
        }
    })
}
