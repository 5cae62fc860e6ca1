//! Lines that could be typed instead: each of them reads without a problem, or with the one that the office is closed
//! then, where it is closed at every time that could be meant.

use super::{
    line::Line,
    read::{Context, Due, Owner, OwnerFault, Understood, understand},
    rest::{replaced, without},
};
use crate::{
    error::Code,
    id::Id,
    time::{HOUR_MS, MINUTE_MS},
    when::{
        self, When,
        spot::{Half, Spot, meant},
    },
};
use std::ops::Range;

/// The most lines that are suggested for one problem.
const MOST: usize = 5;
/// The most times that are looked at for them.
const MOST_TRIED: usize = 24;

/// A time that could be typed, and the tokens whose place it takes.
#[derive(Debug, Clone)]
struct Choice {
    typed: String,
    instead_of: Vec<Range<usize>>,
    is_open: bool,
}

/// Lines with another time in place of what keeps this one from being understood.
pub(super) fn other_times(line: &Line<'_>, read: &Understood, ctx: &Context<'_>) -> Vec<String> {
    let owner = owner_of(read);
    lines(choices(line, read, ctx), |choice| written(line, read, owner, Some(choice), ctx))
}

/// The line with its moment named in full; `None` where it has none.
pub(super) fn explicit(line: &Line<'_>, read: &Understood, ctx: &Context<'_>) -> Option<String> {
    let Due::At(when) = &read.due else { return None };
    let today = ctx.zone.wall(ctx.now).day();
    let typed = when::short(when.local, today, ctx.language.languages);
    at_times(&[typed], line, read, ctx).into_iter().next()
}

/// The line with each of these times in place of its own.
pub(super) fn at_times(times: &[String], line: &Line<'_>, read: &Understood, ctx: &Context<'_>) -> Vec<String> {
    let choice = |typed: &String| Choice { typed: typed.clone(), instead_of: read.times.replaced(), is_open: true };
    times.iter().filter_map(|typed| written(line, read, owner_of(read), Some(&choice(typed)), ctx)).collect()
}

/// Lines with one owner in place of those named.
pub(super) fn other_owners(line: &Line<'_>, read: &Understood, ctx: &Context<'_>) -> Vec<String> {
    let Owner::Unclear(fault, all) = &read.owner else { return Vec::new() };
    let mut all = all.clone();
    if let OwnerFault::Unknown(name) = fault {
        let typed = name.to_lowercase();
        let likeness = |id: &Id| strsim::jaro_winkler(&ctx.staff.name(*id).to_lowercase(), &typed);
        all.sort_by(|a, b| likeness(b).total_cmp(&likeness(a)));
    }
    let choice = match &read.due {
        Due::At(_) => None,
        Due::Unclear(_) | Due::Note => choices(line, read, ctx).into_iter().next(),
    };
    all.truncate(MOST);
    all.into_iter().filter_map(|id| written(line, read, Some(id), choice.as_ref(), ctx)).collect()
}

/// A line that says what is promised too.
pub(super) fn with_text(line: &Line<'_>, ctx: &Context<'_>) -> Vec<String> {
    let text = format!("{} {}", line.text.trim(), ctx.language.table.usual);
    let before = format!("{} {}", ctx.language.table.usual, line.text.trim());
    [text, before].into_iter().filter(|line| is_clean(line, None, ctx) == Some(true)).take(1).collect()
}

/// The owner that a suggestion names; `None` where the line may stay as it is.
fn owner_of(read: &Understood) -> Option<Id> {
    match &read.owner {
        Owner::Is(_) => None,
        Owner::Unclear(_, all) => all.first().copied(),
    }
}

fn lines(choices: Vec<Choice>, write: impl Fn(&Choice) -> Option<String>) -> Vec<String> {
    let any_open = choices.iter().any(|choice| choice.is_open);
    let mut lines: Vec<String> = Vec::new();
    for choice in choices.iter().filter(|choice| choice.is_open || !any_open) {
        if let Some(line) = write(choice).filter(|line| !lines.contains(line)) {
            lines.push(line);
        }
        if lines.len() == MOST {
            break;
        }
    }
    lines
}

/// The line with that owner and that time, in the wording that is understood.
fn written(
    line: &Line<'_>,
    read: &Understood,
    owner: Option<Id>,
    choice: Option<&Choice>,
    ctx: &Context<'_>,
) -> Option<String> {
    let wanted = match &read.owner {
        _ if owner.is_some() => owner,
        Owner::Is(id) => Some(*id),
        Owner::Unclear(..) => None,
    }?;
    let name = ctx.staff.name(wanted);
    let taken = choice.map_or(&read.times.taken, |choice| &choice.instead_of);
    let typed = choice.map(|choice| choice.typed.as_str());
    let mut removed = taken.clone();
    removed.extend(read.mentions.iter().map(|mention| mention.tokens.clone()));
    let text = without(line, &removed);
    let text = if text.is_empty() { ctx.language.table.usual.to_owned() } else { text };
    let due = typed.map_or_else(|| said(line, taken), str::to_owned);
    let tried = [
        in_place(line, read, owner.map(|_| name), typed, taken, ctx),
        format!("{text} {due} @{name}"),
        format!("{text}, {due} @{name}"),
        format!("{} {text}, {due}", ctx.language.names_owner(name)),
    ];
    tried.into_iter().find(|line| is_clean(line, Some(wanted), ctx).is_some())
}

/// The words about when, as typed.
fn said(line: &Line<'_>, taken: &[Range<usize>]) -> String {
    let words = taken.iter().filter_map(|range| line.text.get(line.bytes(range)));
    words.collect::<Vec<_>>().join(" ")
}

/// The line as typed, with another time or name in its place.
fn in_place(
    line: &Line<'_>,
    read: &Understood,
    name: Option<&str>,
    typed: Option<&str>,
    taken: &[Range<usize>],
    ctx: &Context<'_>,
) -> String {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut instead = typed.map(str::to_owned);
    if typed.is_some() {
        for range in taken {
            edits.push((line.bytes(range), instead.take().unwrap_or_default()));
        }
    }
    if let Some(name) = name {
        let mut named = Some(name.to_owned());
        let mut end = 0;
        for mention in read.mentions.iter().filter(|mention| mention.is_certain) {
            let bytes = line.bytes(&mention.tokens);
            let bytes = bytes.start.max(end)..bytes.end.max(end);
            end = bytes.end;
            let says = |name: String| match (mention.has_verb, mention.has_own_verb) {
                (true, false) => ctx.language.names_owner(&name),
                (true, true) => name,
                (false, _) => format!("@{name}"),
            };
            edits.push((bytes, named.take().map(says).unwrap_or_default()));
        }
        if let Some(name) = named {
            let end = line.text.len();
            edits.push((end..end, format!("@{name}")));
        }
    }
    if let Some(typed) = instead {
        let end = line.text.trim_end_matches(['.', '!', ',', ' ']).len();
        edits.push((end..end, typed));
    }
    replaced(line.text, edits)
}

/// Whether that line is understood, without a problem or with the one that the office is closed then.
fn is_clean(line: &str, owner: Option<Id>, ctx: &Context<'_>) -> Option<bool> {
    let line = Line::read(line, ctx.language);
    let read = understand(&line, ctx);
    let is_owner = match read.owner {
        Owner::Is(id) => owner.is_none_or(|owner| owner == id),
        Owner::Unclear(..) => false,
    };
    match &read.due {
        Due::At(when) if is_owner && !read.text.is_empty() => open_or_closed(when),
        _ => None,
    }
}

/// Whether nothing speaks against a moment; `Some(false)` when the office is closed then; `None` when it has passed.
fn open_or_closed(when: &When) -> Option<bool> {
    let has = |code: when::ProblemCode| when.problems.iter().any(|problem| problem.code == code);
    (!has(when::ProblemCode::Past)).then_some(!has(when::ProblemCode::Closed))
}

/// Times that could be meant, most likely first.
fn choices(line: &Line<'_>, read: &Understood, ctx: &Context<'_>) -> Vec<Choice> {
    let times = &read.times;
    let today = ctx.zone.wall(ctx.now).day();
    let short = |when: &When| when::short(when.local, today, ctx.language.languages);
    let mut choices = Vec::new();
    for spot in &times.doubtful {
        let mut parts: Vec<&Spot> = times.kept.iter().collect();
        parts.push(spot);
        let taken = times.taken_with(spot, line);
        let seeds = match meant(&parts, &ctx.when()) {
            Ok(when) => vec![short(&when)],
            Err(error) => error.suggest,
        };
        choices.extend(tried(seeds, line, read, ctx).into_iter().map(|(typed, is_open)| Choice {
            typed,
            is_open,
            instead_of: taken.clone(),
        }));
    }
    let mut seeds = Vec::new();
    let kept: Vec<&Spot> = times.kept.iter().collect();
    if !kept.is_empty() {
        seeds.extend(meant(&kept, &ctx.when()).map_or_else(|error| error.suggest, |when| vec![short(&when)]));
    }
    if let Due::At(when) = &read.due {
        seeds.retain(|seed| *seed != short(when));
        seeds.extend(when.problems.iter().flat_map(|problem| problem.suggest.clone()));
    }
    if let Due::Unclear(error) = &read.due {
        seeds.splice(0..0, error.suggest.clone());
    }
    seeds.extend(one_of_each(&kept, ctx));
    let in_part = in_part(read, ctx);
    if !in_part.is_empty() && !times.has(Half::Clock) {
        seeds = in_part;
    }
    let mut found = tried(seeds, line, read, ctx);
    let is_told = !found.is_empty() && times.part.is_some();
    if !is_told && (!found.iter().any(|(_, is_open)| *is_open) || kept.is_empty()) {
        found.extend(tried(usual(ctx), line, read, ctx));
    }
    choices.extend(found.into_iter().map(|(typed, is_open)| Choice { typed, is_open, instead_of: times.replaced() }));
    choices
}

/// Each time of several by itself, with each day of several.
fn one_of_each(kept: &[&Spot], ctx: &Context<'_>) -> Vec<String> {
    let of = |half: Half| kept.iter().filter(move |spot| spot.half == half).copied().collect::<Vec<_>>();
    let today = ctx.zone.wall(ctx.now).day();
    let (days, clocks) = (of(Half::Day), of(Half::Clock));
    let mut parts: Vec<Vec<&Spot>> = of(Half::Both).into_iter().map(|spot| vec![spot]).collect();
    // A time goes with the day before it, else with the one after.
    for clock in &clocks {
        let before = days.iter().rev().find(|day| day.tokens.start < clock.tokens.start);
        parts.push(before.or(days.first()).into_iter().chain([clock]).copied().collect());
    }
    parts.extend(days.iter().flat_map(|day| clocks.iter().map(move |clock| vec![*day, *clock])));
    parts.extend(days.iter().filter(|_| clocks.is_empty()).map(|day| vec![*day]));
    let read = |parts: &Vec<&Spot>| match meant(parts, &ctx.when()) {
        Ok(when) => vec![when::short(when.local, today, ctx.language.languages)],
        Err(error) => error.suggest,
    };
    parts.iter().take(MOST_TRIED).flat_map(read).collect()
}

/// Full hours in the part of the day that was named.
fn in_part(read: &Understood, ctx: &Context<'_>) -> Vec<String> {
    let Some((_, part)) = &read.times.part else { return Vec::new() };
    let kept: Vec<&Spot> = read.times.kept.iter().filter(|spot| spot.half == Half::Day).collect();
    let today = ctx.zone.wall(ctx.now).day();
    let range = when::WhenContext { sense: when::Sense::Range, ..ctx.when() };
    let day = if kept.is_empty() { today } else { meant(&kept, &range).map_or(today, |when| when.local.day()) };
    let hours = part.from.div_ceil(60)..part.until.div_ceil(60);
    hours.filter_map(|hour| day.at(hour, 0, 0)).map(|wall| when::short(wall, today, ctx.language.languages)).collect()
}

/// Times that are usual where a line names none: within the hour, today, the next morning.
fn usual(ctx: &Context<'_>) -> Vec<String> {
    let wall = ctx.zone.wall(ctx.now);
    let today = wall.day();
    let tomorrow = today.plus_days(1).midnight();
    let hour = HOUR_MS / 1000;
    let quarter = 15 * MINUTE_MS / 1000;
    let soon = wall.plus_seconds(hour + quarter - i64::from(wall.second_of_day()) % quarter);
    let mut all = vec![
        when::short(soon, today, ctx.language.languages),
        format!("{} {}", when::short_day(today, today, ctx.language.languages), ctx.language.table.end_of_day),
    ];
    all.extend(
        ctx.hours
            .next_opening(tomorrow)
            .filter(|_| ctx.hours.are_set())
            .map(|wall| when::short(wall, today, ctx.language.languages)),
    );
    all.extend(ctx.hours.opening(tomorrow.day()).map(|wall| when::short(wall, today, ctx.language.languages)));
    all
}

/// Those of these times that lie in the future, each once, or what may be typed in place of one; with whether the
/// office is open then.
fn tried(seeds: Vec<String>, line: &Line<'_>, read: &Understood, ctx: &Context<'_>) -> Vec<(String, bool)> {
    let clocks = read.times.kept.iter().filter(|spot| spot.half == Half::Clock);
    let clock: Vec<&str> = clocks.filter_map(|spot| line.text.get(line.bytes(&spot.tokens))).collect();
    let today = ctx.zone.wall(ctx.now).day();
    let mut waiting: std::collections::VecDeque<String> = seeds.into();
    let (mut found, mut count): (Vec<(String, bool)>, usize) = (Vec::new(), 0);
    while let Some(seed) = waiting.pop_front().filter(|_| count < MOST_TRIED) {
        count += 1;
        match when::read_in_one(&seed, &ctx.when()) {
            Ok(when) => {
                let short = when::short(when.local, today, ctx.language.languages);
                let again = when::read_in_one(&short, &ctx.when()).ok();
                let is_same = again.is_some_and(|again| again.at == when.at && again.problems == when.problems);
                // "tonight" is when the office is closed, and meant all the same.
                if read.times.part.is_none() {
                    waiting.extend(when.problems.iter().flat_map(|problem| problem.suggest.clone()));
                }
                let typed = if is_same { short } else { seed };
                if let Some(is_open) = open_or_closed(&when).filter(|_| when.at > ctx.now)
                    && !found.iter().any(|(known, _)| *known == typed)
                {
                    found.push((typed, is_open));
                }
            }
            Err(error) => {
                if error.code == Code::NoTime
                    && let [only] = clock.as_slice()
                {
                    waiting.push_front(format!("{seed} {only}"));
                }
                waiting.extend(error.suggest);
            }
        }
    }
    found
}
