//! Lines that people, telephones and links hand over: times, captured promises, hours, numbers, searches, ids.

use super::{Watch, edits::mutant_line, is_a_sentence, runner};
use crate::{
    capture::tongues::{Draw, TONGUES, Tongue},
    support::{desk::TestDesk, shared_text},
};
use kept_core::{
    customer::NewCustomer,
    hours::{Hours, Quiet},
    id::Id,
    office::{OfficeChange, read_hours},
    phone,
    time::{Day, Timestamp, WallTime, Zone},
};
use proptest::prelude::*;

const TIMES: &str = "tomorrow 2p|fri 16:30|in 20 min|24 nov 9:00|next monday at opening|2026-03-29T02:30:00+02:00|\
    the day after tomorrow, half past nine|Thursday 12 March, 14:00, in 3 days|noon|closing|1st of june 2027 8am|\
    today 17.45|in 2 weeks|mon|2026-11-21|11/12/2026 10:00|end of month|15h|quarter to 6 in the evening";

const CAPTURES: &str = "Dan will call back tomorrow 10am about the bumper|call Ana Sousa at 5|\
    @Sam: send the quote by fri 16:30|Amy to order floor mats for Carl, monday 9|I'll ring in 20 min|\
    remind Dan to check the 10:30 test drive on 24 nov 9:00|quote to Greta before closing|just a note about nothing";

const HOURS: &str = "mon-fri 08:00-12:00,13:00-18:00; sat 09:00-13:00|mon 9-17|tue,thu 10:00–20:00|sun 00:00-24:00|\
    20:00-08:00|off|fri-mon 7:30-16:00";

const NUMBERS: &str = "+1 206 555 0142|(206) 555-0142 x12|tel:+1-201-555-0123;ext=42|\
    sip:+12015550123@gw.example.com;user=phone|callto:sip:+12015550123@gw|00 49 30 5550166|٠٥٠ ١٢٣ ٤٥٦٧|%CallerNumber%|\
    anonymous|tel:863-1234;phone-context=+1-914-555|ciscotel:+1%20206%20555";

const VALUES: &str = "2026-03-02T09:00:00Z|2026-03-02T09:00:00.123+05:30|2026-03-02|2026-03-02T09:00|Europe/Berlin|UTC|\
    America/Argentina/Buenos_Aires|01930f6e-7c2a-7b3d-8c4d-5e6f708192a3";

/// The samples of a list, and hostile strings of the shared data.
fn samples(list: &str) -> Vec<String> {
    let mut all: Vec<String> = list.split('|').map(|one| one.trim().to_owned()).collect();
    let hostile: Vec<String> = serde_json::from_str(&shared_text("hostile/blns.json").unwrap()).unwrap();
    all.extend(hostile.into_iter().step_by(11));
    // A sample of the right kind is broken more often than one of the wrong kind.
    let right = list.split('|').map(|one| one.trim().to_owned()).cycle().take(all.len() * 2);
    right.chain(all.clone()).collect()
}

fn desk() -> TestDesk {
    let desk = TestDesk::in_zone("Europe/Berlin", "2026-03-02T09:00Z");
    desk.opens("mon-fri 08:00-12:00,13:00-18:00; sat 09:00-13:00");
    for (name, phone) in [("Ana Sousa", "+351 912 345 678"), ("Carl Lindgren", "(206) 555-0142"), ("Dan", "5550166")] {
        desk.customer(name, phone);
    }
    desk
}

/// Times of a language in all its forms, and what is promised then where `has_text` says so.
fn in_tongue(tongue: &Tongue, has_text: bool) -> String {
    let (mut draw, today) = (Draw(3), Day::new(2026, 3, 2).unwrap());
    let mut line = || {
        let ((day, _), (clock, ..), (part, ..)) = (draw.day(tongue, today), draw.clock(tongue), draw.of(tongue.parts));
        let (text, rest) = (draw.of(tongue.texts), draw.of(tongue.rests));
        let when = draw.of(&["{day} {clock}", "{clock} {day}", "{day} {part}", "{day} {part} {clock}"]);
        let when = when.replace("{day}", &day).replace("{clock}", &clock).replace("{part}", part);
        if has_text { format!("{text} {when} {rest}") } else { when }
    };
    let lines: Vec<String> = (0..20).map(|_| line()).collect();
    lines.join("|")
}

/// Gives broken lines to `read`, and makes sure that nothing is written.
fn read_all(list: &str, cases: u32, read: impl Fn(&TestDesk, &str)) {
    read_all_at(&desk(), list, cases, read);
}

/// The same in every language, with the lines of `english` beside those of its own.
fn read_in_all(english: &str, has_text: bool, cases: u32, read: impl Fn(&TestDesk, &str)) {
    for tongue in TONGUES {
        let desk = desk();
        let change = OfficeChange { locale: Some(tongue.locale.into()), ..OfficeChange::default() };
        desk.change_office(&change).unwrap();
        let list = in_tongue(tongue, has_text);
        let list = if tongue.locale == "en-US" { format!("{english}|{list}") } else { list };
        read_all_at(&desk, &list, cases, &read);
    }
}

fn read_all_at(desk: &TestDesk, list: &str, cases: u32, read: impl Fn(&TestDesk, &str)) {
    let watch = Watch::over(desk);
    let tried = runner(cases).run(&mutant_line(samples(list)), |line| {
        read(desk, &line);
        Ok(())
    });
    tried.unwrap_or_else(|failed| panic!("{failed}"));
    assert!(!watch.look(), "reading a line has written something");
}

#[test]
fn a_broken_time_is_a_moment_or_a_sentence_in_every_language() {
    read_in_all(TIMES, false, 3000, |desk, line| {
        for past in [false, true] {
            match desk.read_when(line, past) {
                Ok(when) => assert!(!when.echo.is_empty()),
                Err(error) => is_a_sentence(&error, line),
            }
        }
    });
}

#[test]
fn a_broken_line_is_a_promise_a_note_or_a_problem_that_is_said_in_every_language() {
    let (carl, stranger) = (desk().customer("Carl", ""), Id::from_bytes([7; 16]));
    read_in_all(CAPTURES, true, 2500, |desk, line| {
        for customer in [None, Some(carl), Some(stranger)] {
            match desk.capture(line, customer) {
                Ok(read) => {
                    assert_eq!(read.promise.is_some(), read.echo.is_some());
                    let is_said = read.promise.is_some() || !read.note.is_empty() || !read.problems.is_empty();
                    assert!(is_said || line.trim().is_empty(), "nothing is said of {line:?}");
                    assert!(read.problems.iter().all(|problem| !problem.message.is_empty()));
                }
                Err(error) => is_a_sentence(&error, line),
            }
        }
    });
}

#[test]
fn broken_hours_are_a_week_or_a_sentence() {
    let monday = Day::new(2026, 3, 2).unwrap();
    read_all(HOURS, 4000, |_, line| {
        match Hours::parse(line) {
            Ok(hours) => {
                assert_eq!(Hours::parse(&hours.to_string()).unwrap().to_string(), hours.to_string(), "{line:?}");
                hours.next_opening(monday.midnight());
                hours.intervals(monday);
            }
            Err(error) => is_a_sentence(&error, line),
        }
        match Quiet::parse(line) {
            Ok(quiet) => drop(quiet.end_after(monday.midnight())),
            Err(error) => is_a_sentence(&error, line),
        }
        if let Err(error) = read_hours(line) {
            is_a_sentence(&error, line);
        }
    });
}

#[test]
fn a_broken_setting_of_the_office_is_refused_and_nothing_is_written() {
    let desk = desk();
    let watch = Watch::over(&desk);
    let tried = runner(1200).run(&(mutant_line(samples(HOURS)), 0..7_usize), |(line, which)| {
        let mut change = OfficeChange::default();
        let fields = [&mut change.hours, &mut change.quiet, &mut change.zone, &mut change.region];
        let rest = [&mut change.locale, &mut change.holidays, &mut change.name];
        *fields.into_iter().chain(rest).nth(which).unwrap() = Some(line.clone());
        match desk.change_office(&change) {
            Ok(_) => drop(watch.look()),
            Err(error) => {
                is_a_sentence(&error, &line);
                prop_assert!(!watch.look(), "a refusal wrote something: {line:?}");
            }
        }
        Ok(())
    });
    tried.unwrap_or_else(|failed| panic!("{failed}"));
    assert!(desk.check().unwrap().ok);
}

#[test]
fn a_broken_number_is_a_number_or_none() {
    read_all(NUMBERS, 3000, |desk, line| {
        for region in ["US", "DE", "", "ZZ", line] {
            let read = phone::read(line, region);
            assert!(read.digits.bytes().all(|b| b.is_ascii_digit()), "{read:?}");
            let is_e164 = |e164: &str| e164.starts_with('+') && e164[1..].bytes().all(|b| b.is_ascii_digit());
            assert!(read.e164.as_deref().is_none_or(is_e164), "{read:?}");
            phone::is_region(region);
        }
        assert_eq!(phone::fold_digits(line).chars().count(), line.chars().count());
        let caller = desk.caller(line).unwrap();
        assert!(caller.number.chars().count() <= 120 && !caller.number.chars().any(char::is_control), "{caller:?}");
    });
}

#[test]
fn a_broken_query_finds_something_or_nothing() {
    let names = format!("{NUMBERS}|Ana Sousa|carl lind|0142|sousa ana 912|c|\"NEAR(a b)\"|a* OR b|é");
    read_all(&names, 2500, |desk, line| {
        let found = desk.find(line, 20).unwrap_or_else(|error| panic!("{line:?}: {error}"));
        assert!(found.hits.len() <= 20);
        let draft = NewCustomer { name: line.into(), ..NewCustomer::default() };
        if let Err(error) = desk.likely_doubles(&draft, None) {
            is_a_sentence(&error, line);
        }
    });
}

#[test]
fn a_broken_value_is_read_back_as_itself_or_not_at_all() {
    fn back<T: std::str::FromStr + ToString + PartialEq + std::fmt::Debug>(line: &str) {
        if let Ok(value) = line.parse::<T>() {
            assert_eq!(value.to_string().parse::<T>().ok().as_ref(), Some(&value), "{line:?}");
        }
    }
    read_all(VALUES, 4000, |desk, line| {
        back::<Timestamp>(line);
        back::<Day>(line);
        back::<WallTime>(line);
        back::<Zone>(line);
        back::<Id>(line);
        if let Ok(id) = line.parse::<Id>() {
            is_a_sentence(&desk.show_customer(id).unwrap_err(), line);
        }
    });
}
