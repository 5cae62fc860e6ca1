//! What must hold for every line of every language, every zone and every moment.

use super::{
    codes,
    languages::office_in,
    outcome, read,
    tongues::{TONGUES, Tongue},
};
use crate::support::{desk::TestDesk, shared_text};
use kept_core::{
    capture::{CaptureCode, Captured},
    office::OfficeChange,
    time::{DAY_MS, Timestamp, Zone},
};
use proptest::{prelude::*, test_runner::TestRunner};

/// Zones of the shared table with a moment at which their clocks change.
fn changes() -> Vec<(Zone, Timestamp)> {
    let text = shared_text("time/dst_transitions_2023_2030.tsv").unwrap_or_default();
    let read = |line: &str| {
        let mut columns = line.split('\t');
        (columns.next().unwrap().parse().unwrap(), columns.next().unwrap().parse().unwrap())
    };
    text.lines().skip(1).map(read).collect()
}

fn in_zone(desk: &TestDesk, zone: Zone) {
    desk.change_office(&OfficeChange { zone: Some(zone.name().into()), ..OfficeChange::default() }).unwrap();
}

/// The promise that a line is read as, with no word about it left over.
#[track_caller]
fn promised(captured: &Captured, line: &str) -> (String, Timestamp) {
    let promise = captured.promise.as_ref().unwrap_or_else(|| panic!("{line:?}: {}", outcome(captured)));
    (promise.text.clone(), promise.due_at)
}

#[test]
fn every_moment_said_back_is_read_as_the_same_moment_in_every_zone_and_language() {
    let changes = changes();
    assert!(changes.len() > 100, "only {} changes of the clocks", changes.len());
    for tongue in TONGUES {
        let desk = office_in(tongue.locale);
        desk.opens("");
        let text = tongue.texts[0];
        for (zone, change) in &changes {
            in_zone(&desk, *zone);
            for away in [-40, -1, 0] {
                let now = change.plus_ms(away * DAY_MS - 5_400_000);
                desk.clock.set(now);
                // Around the change, to the second, and far from it.
                for minutes in [-61, -60, -31, -1, 0, 1, 29, 30, 59, 60, 61, 90, 119, 120, 1440, 10_080, 300_000] {
                    let at = change.plus_ms(minutes * 60_000 + 7_000 * i64::from(minutes % 3 == 0));
                    let typed = read(&desk, &format!("{text} {at}"));
                    let echo = typed.echo.as_ref().unwrap_or_else(|| panic!("{zone} {at}: {}", outcome(&typed)));
                    let line = format!("{text} {}", echo.when);
                    let (said, due) = promised(&read(&desk, &line), &line);
                    let meant = (promised(&typed, &line).0, at);
                    assert_eq!((said, due), meant, "{} {zone} at {now}: {line:?}", tongue.locale);
                }
            }
        }
    }
}

/// Words that belong to what is promised, whatever else they could be.
fn words_of(tongue: &'static Tongue) -> Vec<&'static str> {
    let shared = ["31,500", "2021", "24/7", "€40", "7ABC-123", "206 555 0142", "(blue)", "mom@example.com", "Maria"];
    let rests = tongue.rests.iter().copied().filter(|rest| !rest.is_empty() && !rest.contains(','));
    shared.into_iter().chain(rests).collect()
}

#[test]
fn a_text_with_a_moment_said_back_is_that_text_at_that_moment_in_every_language() {
    for tongue in TONGUES {
        let desk = office_in(tongue.locale);
        let begin = if tongue.locale == "en-US" { "order" } else { tongue.texts[0] };
        let words = prop::collection::vec(prop::sample::select(words_of(tongue)), 0..6);
        let strategy = (words, 1_i64..600_000, 0_i64..86_400, any::<bool>());
        TestRunner::new(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })
            .run(&strategy, |(words, minutes, second, is_first)| {
                let text = std::iter::once(begin).chain(words).chain(["mats"]).collect::<Vec<_>>().join(" ");
                let now = desk.now();
                let at = now.plus_ms(minutes * 60_000 + second / 3600 * 1000);
                let said = read(&desk, &format!("{} {at}", tongue.texts[0])).echo.unwrap().when;
                let line = if is_first { format!("{said}: {text}") } else { format!("{text} {said}") };
                let captured = read(&desk, &line);
                prop_assert!(captured.promise.is_some(), "{} {:?}: {}", tongue.locale, line, outcome(&captured));
                prop_assert_eq!(promised(&captured, &line), (text, at), "{} {:?}", tongue.locale, line);
                Ok(())
            })
            .unwrap();
    }
}

const SHARED: &str = "Ana Dan Amy Sam Ruth @dan @sam @zoe @ Dan'll @10am 0 3 4 7 10 14 29 31 45 10am 2p 3a 14:00 16.45 25:00 3/4 12/3 24.11. \
    12.03.26 2026-03-10 2021 31,500 $40 1400 - / , . : ( ) + & 10-11am 2026-03-06T17:00:00+01:00 29 mar 02:30 99999999999 ١٤ ａｍ";
const ENGLISH: &str = "in a an half quarter past to at the of next last week month min hours days ago fri friday monday sat sun may \
    march feb tmr today tomorrow yesterday noon midnight closing morning tonight am p pm th nd o'clock and or between from after \
    every not by on before until about roof nav mats call Will I we he will 'll asap now";

/// Pieces of lines, many of which mean something in that language.
fn pieces(tongue: &'static Tongue) -> Vec<&'static str> {
    let forms = [tongue.on, tongue.of_month, tongue.texts, tongue.rests].concat();
    let spoken = tongue.spoken.iter().map(|(form, _)| *form);
    let words = forms.into_iter().chain(spoken).flat_map(str::split_whitespace).filter(|word| !word.contains('{'));
    let parts = tongue.parts.iter().chain(tongue.today_parts).map(|(part, ..)| *part);
    let names = tongue.weekdays.into_iter().chain(tongue.short).chain(tongue.months).chain(tongue.hours);
    let ahead = [tongue.ahead, tongue.weeks, tongue.soon[0], tongue.soon[1]];
    let ahead = ahead.into_iter().flat_map(|form| form.split(" {n} "));
    let single = [tongue.tomorrow, tongue.after_tomorrow, tongue.next_week, tongue.noon, tongue.closing];
    let english = if tongue.locale == "en-US" { ENGLISH } else { "" };
    let shared = SHARED.split_whitespace().chain(english.split_whitespace());
    shared.chain(words).chain(parts).chain(names).chain(ahead).chain(single).collect()
}

fn lines(tongue: &'static Tongue) -> impl Strategy<Value = String> {
    let known = prop::sample::select(pieces(tongue));
    let piece = prop_oneof![30 => known.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec((piece, prop::sample::select(vec![" ", " ", " ", ""])), 0..12)
        .prop_map(|parts| parts.into_iter().map(|(piece, blank)| piece + blank).collect())
}

#[test]
fn whatever_is_typed_every_suggestion_is_understood_in_every_language() {
    for tongue in TONGUES {
        let desk = office_in(tongue.locale);
        let suggested = std::cell::Cell::new(0);
        TestRunner::new(ProptestConfig { cases: 2500, failure_persistence: None, ..ProptestConfig::default() })
            .run(&prop_oneof![8 => lines(tongue), 1 => any::<String>()], |line| {
                let captured = read(&desk, &line);
                prop_assert_eq!(captured.promise.is_some(), captured.echo.is_some());
                prop_assert!(captured.note.is_empty() || (captured.promise.is_none() && captured.problems.is_empty()));
                for problem in &captured.problems {
                    for instead in &problem.suggest {
                        suggested.set(suggested.get() + 1);
                        let read = read(&desk, instead);
                        let is_clean = matches!(codes(&read).as_slice(), [] | [CaptureCode::Closed]);
                        let about = format!("{} {line:?} suggests {instead:?}: {}", tongue.locale, outcome(&read));
                        prop_assert!(read.promise.is_some() && is_clean, "{}", about);
                    }
                }
                Ok(())
            })
            .unwrap();
        assert!(suggested.get() > 500, "{}: only {} suggestions", tongue.locale, suggested.get());
    }
}

#[test]
fn hostile_strings_are_captured_as_something() {
    let Some(text) = shared_text("hostile/blns.json") else { return };
    let strings: Vec<String> = serde_json::from_str(&text).unwrap();
    for tongue in TONGUES {
        let desk = office_in(tongue.locale);
        for text in &strings {
            read(&desk, text);
            read(&desk, &format!("{} {text} {} 10:00", tongue.texts[0], tongue.tomorrow));
        }
    }
}
