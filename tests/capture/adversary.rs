//! Ten thousand lines of each language whose meaning is known, because they are made from it: what is read is that moment or
//! a problem, and never another. The English ones are left in the build's folder, where `ui/tests/adversary.mjs` gives them
//! to chrono-node too.

use super::{
    languages::office_in,
    read,
    tongues::{Draw, TONGUES, Tongue, filled},
};
use crate::support::desk::TestDesk;
use kept_core::{
    office::OfficeChange,
    time::{Timestamp, WallTime, Zone},
};
use serde_json::json;

/// How many lines there are of each language.
const LINES: usize = 10_000;
/// Of a hundred lines that are clear, so many may be answered with a problem.
const MOST_PROBLEMS: usize = 4;

/// A line, and the moment it means; `None` where it contradicts itself.
fn line(draw: &mut Draw, tongue: &Tongue, now: Timestamp) -> (String, Option<WallTime>) {
    let wall = Zone::UTC.wall(now);
    let (before, after) = (draw.of(tongue.texts), draw.of(tongue.rests));
    if draw.below(12) == 0 {
        let n = 2 + draw.below(49) as i64;
        let (said, seconds) = if draw.below(2) == 0 { (tongue.soon[0], n * 60) } else { (tongue.soon[1], n * 3600) };
        let said = said.replace("{n}", &n.to_string());
        return (format!("{before} {said} {after}"), Some(wall.plus_seconds(seconds)));
    }
    let (said, day) = draw.day(tongue, wall.day());
    let (time, hour, minute) = draw.clock(tongue);
    let meant = day.at(hour, minute, 0);
    if draw.below(20) == 0 {
        // Another weekday than that of the day that is named.
        let said = filled(draw.of(tongue.dates), tongue, day, (day.weekday() as usize + 3) % 7);
        return (format!("{before} {said} {time} {after}"), None);
    }
    let text = match draw.below(5) {
        0 => format!("{before} {said} {time} {after}"),
        1 => format!("{said} {time} {before} {after}"),
        2 => format!("{before} {said} {after} {time}"),
        3 => format!("{before} {time} {said} {after}"),
        _ => format!("{before} {after} {said}, {time}"),
    };
    (text, meant)
}

/// What is left of a line where a mark follows nothing.
fn tidy(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ").replace(" ,", ",").replace(",,", ",")
}

fn always_open(tongue: &Tongue) -> TestDesk {
    let desk = office_in(tongue.locale);
    desk.change_office(&OfficeChange { zone: Some("UTC".into()), ..OfficeChange::default() }).unwrap();
    desk.opens("mon-sun 08:00-18:00");
    desk
}

#[test]
fn of_ten_thousand_lines_of_each_language_none_is_read_as_another_moment() {
    let mut faults = Vec::new();
    for tongue in TONGUES {
        let desk = always_open(tongue);
        let mut draw = Draw(7);
        let (mut rows, mut wrong, mut unclear, mut clear) = (Vec::with_capacity(LINES), Vec::new(), Vec::new(), 0);
        for n in 0..LINES {
            if n % 100 == 0 {
                let minutes = draw.below(600_000) as i64;
                desk.clock.set("2026-01-01T00:00:00Z".parse::<Timestamp>().unwrap().plus_ms(minutes * 60_000));
            }
            let now = desk.now();
            let (line, meant) = line(&mut draw, tongue, now);
            let line = draw.dressed(&tidy(&line));
            let captured = read(&desk, &line);
            let meant = meant.map(|wall| Zone::UTC.first(wall));
            let ours = captured.promise.as_ref().map(|promise| promise.due_at);
            if ours.is_some() && ours != meant {
                wrong.push(format!("at {now} {line:?} means {meant:?} and is read as {ours:?}"));
            }
            if meant.is_some() {
                clear += 1;
                unclear.extend(ours.is_none().then(|| format!("{line:?}: {:?}", captured.problems)));
            }
            rows.push(json!({ "line": line, "now": now, "meant": meant, "ours": ours }));
        }
        let locale = tongue.locale;
        if !wrong.is_empty() {
            faults.push(format!("{locale}: {} wrong:\n{}", wrong.len(), wrong[..20.min(wrong.len())].join("\n")));
        }
        if unclear.len() * 100 > clear * MOST_PROBLEMS {
            let some = unclear.iter().step_by(1 + unclear.len() / 30).cloned().collect::<Vec<_>>().join("\n");
            faults.push(format!("{locale}: {} of {clear} clear lines are refused:\n{some}", unclear.len()));
        }
        if locale == "en-US" {
            let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
            std::fs::create_dir_all(folder).unwrap();
            std::fs::write(folder.join("lines.json"), serde_json::to_string(&rows).unwrap()).unwrap();
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
