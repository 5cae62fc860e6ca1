//! Ten thousand lines whose meaning is known, because they are made from it: what is read is that moment or a problem, and
//! never another. The lines are left in the build's folder, where `ui/tests/adversary.mjs` gives them to chrono-node too.

use super::read;
use crate::support::desk::TestDesk;
use kept_core::time::{Day, Timestamp, WallTime, Zone};
use serde_json::json;

/// How many lines there are.
const LINES: usize = 10_000;
/// Of a hundred lines that are clear, so many may be answered with a problem.
const MOST_PROBLEMS: usize = 4;

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const BEFORE: &[&str] = &[
    "Dan will call back",
    "Dan will call Maria",
    "Sam to order 12 tiles",
    "@amy send the 31,500 mile quote",
    "I'll fix the sun roof",
    "call the 2021 van's owner",
    "fit 3 mats",
    "Amy'll install the sat nav",
    "ask Dan to ring 206 555 0142",
    "mats+bumper @sam",
    "second bumper",
    "open the 24/7 desk",
    "send part 7ABC-123",
    "pay back $40",
    "Will the wife call",
];
const AFTER: &[&str] = &[
    "",
    "",
    "about the bumper",
    "about the 2 keys",
    "with the floor mats",
    "re order 4471",
    "because of the roof",
    "from page 12",
    "and bring the plates",
    "for his wife's van",
    "as he asked",
    ", please",
];

/// Numbers in an order that is always the same.
struct Draw(u64);

impl Draw {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % n
    }

    fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}

/// A day in words, as seen from today.
fn day(draw: &mut Draw, today: Day) -> (String, Day) {
    let ahead = 1 + draw.below(6) as i64;
    let near = today.plus_days(1 + draw.below(26) as i64);
    let far = today.plus_days(1 + draw.below(330) as i64);
    let named = |day: Day| WEEKDAYS[day.weekday() as usize];
    let month = |day: Day| MONTHS[day.month() as usize - 1];
    let short = |name: &str| name[..3].to_owned();
    let ordinal = |n: u32| match n {
        1 | 21 | 31 => format!("{n}st"),
        2 | 22 => format!("{n}nd"),
        3 | 23 => format!("{n}rd"),
        _ => format!("{n}th"),
    };
    let on = if draw.below(2) == 0 { "on " } else { "" };
    match draw.below(14) {
        0 | 1 => ("tomorrow".into(), today.plus_days(1)),
        2 => ("the day after tomorrow".into(), today.plus_days(2)),
        3 => (format!("{on}{}", named(today.plus_days(ahead))), today.plus_days(ahead)),
        4 => (short(named(today.plus_days(ahead))).to_lowercase(), today.plus_days(ahead)),
        5 => {
            let weekday = draw.below(7) as i64;
            let monday = today.plus_days(7 - i64::from(today.weekday()));
            (format!("next {}", WEEKDAYS[weekday as usize]), monday.plus_days(weekday))
        }
        6 => (format!("{on}{} {}", far.day(), month(far)), far),
        7 => (format!("{} {}", short(month(far)).to_lowercase(), far.day()), far),
        8 => (format!("{on}the {} of {}", ordinal(far.day()), month(far)), far),
        9 => (format!("{on}the {}", ordinal(near.day())), near),
        10 => (far.to_string(), far),
        11 => (format!("{} {} {}", named(far), far.day(), short(month(far)).to_lowercase()), far),
        12 => (format!("in {ahead} days"), today.plus_days(ahead)),
        _ => (format!("in {} weeks", ahead + 1), today.plus_days((ahead + 1) * 7)),
    }
}

/// A time of day in words.
fn clock(draw: &mut Draw) -> (String, u32, u32) {
    let (hour, minute) = (8 + draw.below(10) as u32, 5 * draw.below(12) as u32);
    let twelve = (hour + 11) % 12 + 1;
    let half = if hour < 12 { "am" } else { "pm" };
    let at = if draw.below(2) == 0 { "at " } else { "" };
    match draw.below(8) {
        0 => (format!("{at}{twelve}{half}"), hour, 0),
        1 => (format!("{at}{twelve} {half}"), hour, 0),
        2 => (format!("{at}{hour:02}:{minute:02}"), hour, minute),
        3 => (format!("{at}{twelve}:{minute:02}{half}"), hour, minute),
        4 => (format!("{at}{twelve}:{minute:02} {half}"), hour, minute),
        5 => ("at noon".into(), 12, 0),
        6 => (format!("quarter past {twelve} {half}"), hour, 15),
        _ => (format!("at {hour}.{minute:02}"), hour, minute),
    }
}

/// A line, and the moment it means; `None` where it contradicts itself.
fn line(draw: &mut Draw, now: Timestamp) -> (String, Option<WallTime>) {
    let wall = Zone::UTC.wall(now);
    let (before, after) = (draw.of(BEFORE), draw.of(AFTER));
    if draw.below(12) == 0 {
        let n = 1 + draw.below(50) as i64;
        let (said, seconds) =
            if draw.below(2) == 0 { (format!("in {n} min"), n * 60) } else { (format!("in {n} hours"), n * 3600) };
        return (format!("{before} {said} {after}"), Some(wall.plus_seconds(seconds)));
    }
    let (said, day) = day(draw, wall.day());
    let (time, hour, minute) = clock(draw);
    let meant = day.at(hour, minute, 0);
    if draw.below(20) == 0 {
        // Another weekday than that of the day that is named.
        let other = WEEKDAYS[(day.weekday() as usize + 3) % 7];
        return (format!("{before} {other} {} {time} {after}", day), None);
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

#[test]
fn of_ten_thousand_lines_none_is_read_as_another_moment() {
    let desk = TestDesk::at("2026-03-03T08:00Z");
    desk.opens("mon-sun 08:00-18:00");
    let mut draw = Draw(7);
    let (mut rows, mut unclear, mut clear) = (Vec::with_capacity(LINES), Vec::new(), 0);
    for n in 0..LINES {
        if n % 100 == 0 {
            let minutes = draw.below(600_000) as i64;
            desk.clock.set("2026-01-01T00:00:00Z".parse::<Timestamp>().unwrap().plus_ms(minutes * 60_000));
        }
        let now = desk.now();
        let (line, meant) = line(&mut draw, now);
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ").replace(" ,", ",");
        let captured = read(&desk, &line);
        let meant = meant.map(|wall| Zone::UTC.first(wall));
        let ours = captured.promise.as_ref().map(|promise| promise.due_at);
        assert!(ours.is_none() || ours == meant, "at {now} {line:?} means {meant:?} and is read as {ours:?}");
        if meant.is_some() {
            clear += 1;
            unclear.extend(ours.is_none().then(|| format!("{line:?}: {:?}", captured.problems)));
        }
        rows.push(json!({ "line": line, "now": now, "meant": meant, "ours": ours }));
    }
    let few = unclear.len() * 100 <= clear * MOST_PROBLEMS;
    assert!(
        few,
        "{} of {clear} clear lines are refused:\n{}",
        unclear.len(),
        unclear[..20.min(unclear.len())].join("\n")
    );
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(folder.join("lines.json"), serde_json::to_string(&rows).unwrap()).unwrap();
}
