//! Every form of the day and time that is typed must agree, in every language: generated lines that contradict themselves are
//! all flagged, with both of what they say to choose from; those that agree are read as the moment that made them, without
//! a false alarm, and said back as it.

mod agreeing;
mod contradicting;

use super::{
    codes,
    languages::office_in,
    read,
    tongues::{Draw, TONGUES, Tongue},
};
use crate::support::desk::TestDesk;
use kept_core::{
    capture::CaptureCode,
    office::OfficeChange,
    time::{Timestamp, WallTime, Zone},
};
use std::collections::BTreeMap;

/// How many lines of each kind.
const LINES: usize = 10_000;
const ZONES: [&str; 5] =
    ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Sao_Paulo"];

/// Where and when a line is typed.
pub struct Here<'a> {
    pub tongue: &'a Tongue,
    pub zone: Zone,
    /// What the clock on the wall shows.
    pub now: WallTime,
}

/// What is promised with when, in one of the ways they are typed.
fn line(draw: &mut Draw, tongue: &Tongue, said: &str) -> String {
    let text = draw.of(tongue.texts);
    // "$40 June 11": a number before a day could be part of it.
    let ends_in_number = text.ends_with(|last: char| last.is_ascii_digit());
    let line = match draw.below(3) {
        0 if !ends_in_number => format!("{text} {said}"),
        1 => format!("{said}: {text}"),
        _ => format!("{text}, {said}"),
    };
    line.replace(",,", ",").replace(",:", ":")
}

/// So many lines of all languages, each with the desk it is typed at.
fn each(seed: u64, mut look: impl FnMut(&TestDesk, &mut Draw, &Here<'_>)) {
    let mut draw = Draw(seed);
    for tongue in TONGUES {
        let desk = office_in(tongue.locale);
        desk.opens("");
        for n in 0..LINES / TONGUES.len() + 1 {
            if n % 100 == 0 {
                let zone = draw.of(&ZONES);
                desk.change_office(&OfficeChange { zone: Some(zone.into()), ..OfficeChange::default() }).unwrap();
                let minutes = draw.below(1_000_000) as i64;
                desk.clock.set("2026-01-01T00:00:00Z".parse::<Timestamp>().unwrap().plus_ms(minutes * 60_000));
            }
            let zone = desk.office().settings.zone;
            look(&desk, &mut draw, &Here { tongue, zone, now: zone.wall(desk.now()) });
        }
    }
}

/// Some of what went wrong, of every kind.
fn faults(all: &BTreeMap<String, Vec<String>>) -> String {
    all.iter()
        .map(|(kind, faults)| format!("{kind}: {}\n{}\n", faults.len(), faults[..2.min(faults.len())].join("\n")))
        .collect()
}

#[test]
fn ten_thousand_lines_that_contradict_themselves_are_all_flagged_with_both_that_they_say() {
    let mut wrong: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    each(11, |desk, draw, here| {
        let made = contradicting::made(draw, here);
        *counts.entry(made.kind).or_default() += 1;
        let line = line(draw, here.tongue, &made.said);
        let captured = read(desk, &line);
        let wanted = if made.is_mismatch { CaptureCode::Mismatch } else { CaptureCode::Ambiguous };
        let suggested: Vec<&String> = captured.problems.iter().flat_map(|problem| &problem.suggest).collect();
        let read_as: Vec<WallTime> =
            suggested.iter().filter_map(|line| Some(read(desk, line).promise?.due_local)).collect();
        let offers = |meant: &contradicting::Meant| read_as.iter().any(|wall| meant.is(*wall));
        if captured.promise.is_some() || codes(&captured) != [wanted] || !made.meant.iter().all(offers) {
            let fault = format!(
                "at {} {line:?} says {:?}: {:?} {:?}",
                here.now, made.meant, captured.promise, captured.problems
            );
            wrong.entry(format!("{} {}", made.kind, here.tongue.locale)).or_default().push(fault);
        }
    });
    assert!(counts.values().sum::<usize>() >= LINES && counts.values().all(|count| *count > 100), "{counts:?}");
    assert!(wrong.is_empty(), "{}", faults(&wrong));
}

#[test]
fn ten_thousand_lines_that_agree_raise_no_alarm_and_are_said_back_as_the_moment_that_made_them() {
    let mut wrong: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut count = 0;
    each(5, |desk, draw, here| {
        count += 1;
        let made = agreeing::made(draw, here);
        let (line, meant) = (line(draw, here.tongue, &made.said), made.meant);
        let line = draw.dressed(&line);
        let captured = read(desk, &line);
        let at = here.zone.first(meant);
        let due = captured.promise.as_ref().map(|promise| (promise.due_at, promise.due_local));
        let mut fault =
            |what: String| wrong.entry(format!("{} {}", made.kind, here.tongue.locale)).or_default().push(what);
        if due != Some((at, meant)) || !captured.problems.is_empty() {
            fault(format!("at {} {line:?} means {meant}: {due:?} {:?}", here.now, captured.problems));
            return;
        }
        let said = captured.echo.map(|echo| echo.when).unwrap_or_default();
        let again = read(desk, &format!("x {said}")).promise.map(|promise| promise.due_at);
        if again != Some(at) {
            fault(format!("{line:?} said back as {said:?} is read as {again:?}"));
        }
    });
    assert!(count >= LINES);
    assert!(wrong.is_empty(), "{}", faults(&wrong));
}
