//! Days and times in the other languages: what each line of the example files means, and every change of the clocks.

use super::{HOURS, Office, zones::changes};
use kept_core::error::Code;
use kept_core::hours::Hours;
use kept_core::time::DAY_MS;
use kept_core::when::{self, Languages, ProblemCode, Sense, WhenContext};

/// The example files by their locales.
const FILES: [(&str, &str); 6] = [
    ("de-DE", include_str!("languages/german.txt")),
    ("nl-NL", include_str!("languages/dutch.txt")),
    ("fr-FR", include_str!("languages/french.txt")),
    ("es-ES", include_str!("languages/spanish.txt")),
    ("it-IT", include_str!("languages/italian.txt")),
    ("pt-PT", include_str!("languages/portuguese.txt")),
];

fn office(locale: &str) -> Office {
    Office { languages: Languages::of_locale(locale), ..super::office() }
}

/// What a text means: the wall time and what speaks against it, or the code of its refusal.
fn outcome(office: &Office, text: &str) -> String {
    match office.read(text, Sense::Due) {
        Err(error) => error.code.name().to_owned(),
        Ok(when) => {
            let against: String = when.problems.iter().map(|p| format!(" {:?}", p.code).to_lowercase()).collect();
            let local = when.local.to_string();
            format!("{}{against}", local.strip_suffix(":00").unwrap_or(&local))
        }
    }
}

#[test]
fn every_line_of_the_example_files_means_what_stands_there() {
    let mut wrong = Vec::new();
    for (locale, file) in FILES {
        let office = office(locale);
        let mut count = 0;
        for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (wanted, texts) = line.split_once(" = ").unwrap_or_else(|| panic!("{locale}: {line}"));
            for text in texts.split(" | ") {
                count += 1;
                let read = outcome(&office, text);
                if read != wanted {
                    wrong.push(format!("{locale} {text:?} means {wanted} and is read as {read}"));
                }
            }
        }
        assert!(count > 140, "{locale}: only {count} examples");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_suggestion_can_be_typed_in_its_language() {
    for (locale, file) in FILES {
        let office = office(locale);
        for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            for text in line.split_once(" = ").unwrap().1.split(" | ") {
                let Err(error) = office.read(text, Sense::Due) else { continue };
                for suggestion in error.suggest {
                    match office.read(&suggestion, Sense::Due) {
                        Ok(_) => {}
                        Err(again) => {
                            assert_eq!(again.code, Code::NoTime, "{locale} {text:?} suggests {suggestion:?}: {again}")
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn english_is_read_in_every_office_and_a_word_of_two_languages_is_never_guessed() {
    for (locale, _) in FILES {
        let office = office(locale);
        for (text, local) in [
            ("tmr 2p", "2026-03-04T14:00"),
            ("friday 17:00", "2026-03-06T17:00"),
            ("in 20 min", "2026-03-03T09:20"),
            ("quarter past 4", "2026-03-03T16:15"),
            ("dec 24 9am", "2026-12-24T09:00"),
            ("next monday 9am", "2026-03-09T09:00"),
            ("first thing tomorrow", "2026-03-04T08:00"),
            ("first thing tomorrow morning", "2026-03-04T08:00"),
        ] {
            assert_eq!(outcome(&office, text), local, "{locale} {text}");
        }
    }
    // martes 14, or the 14th of March.
    assert_eq!(outcome(&office("es-ES"), "mar 14"), "ambiguous");
    assert_eq!(outcome(&office("it-IT"), "mar 14"), "ambiguous");
    // The office's language decides the order of a date in numbers.
    assert_eq!(outcome(&office("de-DE"), "3/12 14:00"), "2026-12-03T14:00");
    assert_eq!(outcome(&office("en-GB"), "3/12 14:00"), "ambiguous");
}

#[test]
fn the_words_of_the_day_follow_the_opening_hours() {
    let office = super::office();
    for (text, local) in [
        ("tomorrow before lunch", "2026-03-04T12:00"),
        ("before lunch", "2026-03-03T12:00"),
        ("tomorrow after lunch", "2026-03-04T13:00"),
        ("first thing tomorrow", "2026-03-04T08:00"),
        ("tomorrow at opening", "2026-03-04T08:00"),
        ("at closing", "2026-03-03T18:00"),
        ("end of day", "2026-03-03T18:00"),
        ("COB friday", "2026-03-06T18:00"),
        ("close of business", "2026-03-03T18:00"),
        ("EOD saturday", "2026-03-07T13:00"),
        ("this afternoon at 4", "2026-03-03T16:00"),
        ("tomorrow morning at 9", "2026-03-04T09:00"),
        ("tonight", "no_time"),
        ("this afternoon", "no_time"),
        ("tonight at 9:00", "mismatch"),
        ("tonight at 8", "2026-03-03T20:00 closed"),
        ("sunday end of day", "impossible"),
        ("sunday before lunch", "impossible"),
    ] {
        assert_eq!(outcome(&office, text), local, "{text}");
    }
    let saturday = office.read("saturday before lunch", Sense::Due).unwrap();
    assert_eq!(saturday.local.to_string(), "2026-03-07T12:00:00");
    assert!(saturday.note.is_some_and(|note| note.contains("No break")), "what stands in for a break is said");
    let sunday = office.refusal("sunday end of day", Sense::Due);
    assert_eq!(sunday.suggest, ["mon 9 mar 18:00"], "the same of the next day that is open");
    let unset = office.open("");
    assert_eq!(outcome(&unset, "tomorrow end of day"), "2026-03-04T18:00");
    assert_eq!(outcome(&unset, "first thing tomorrow"), "2026-03-04T09:00");
    assert_eq!(outcome(&unset, "tomorrow before lunch"), "2026-03-04T12:00");
}

#[test]
fn a_skipped_hour_is_refused_and_a_repeated_one_is_the_first_in_every_language() {
    let hours = Hours::parse(HOURS).unwrap();
    for change in changes() {
        let day = change.probe.day();
        let clock = format!("{:02}:{:02}", change.probe.hour(), change.probe.minute());
        for (locale, said) in [
            ("de-DE", format!("{}.{}.{} um {clock} Uhr", day.day(), day.month(), day.year())),
            ("nl-NL", format!("{}/{}/{} om {clock} uur", day.day(), day.month(), day.year())),
            ("fr-FR", format!("le {}/{}/{} à {}", day.day(), day.month(), day.year(), clock.replace(':', "h"))),
            ("es-ES", format!("el {}/{}/{} a las {clock}", day.day(), day.month(), day.year())),
            ("it-IT", format!("il {}/{}/{} alle {clock}", day.day(), day.month(), day.year())),
            ("pt-BR", format!("{}/{}/{} às {}", day.day(), day.month(), day.year(), clock.replace(':', "h"))),
            ("en-US", format!("{day} at {clock}")),
        ] {
            let ctx = WhenContext {
                now: change.at.plus_ms(-10 * DAY_MS),
                zone: change.zone,
                hours: &hours,
                sense: Sense::Due,
                languages: Languages::of_locale(locale),
            };
            match (change.is_gap, when::read(&said, &ctx)) {
                (true, read) => assert_eq!(read.map_err(|e| e.code), Err(Code::Impossible), "{} {said}", change.zone),
                (false, read) => {
                    let read = read.unwrap_or_else(|e| panic!("{} {said}: {e}", change.zone));
                    assert_eq!((read.at, read.local), (change.first, change.probe), "{} {said}", change.zone);
                    let twice = read.problems.iter().find(|problem| problem.code == ProblemCode::Twice);
                    let second = twice.map(|twice| twice.suggest.concat()).unwrap_or_default();
                    let read = when::read(&second, &ctx).unwrap_or_else(|e| panic!("{} {second:?}: {e}", change.zone));
                    assert_eq!((read.at, read.local), (change.second, change.probe), "{} {second}", change.zone);
                    assert!(read.problems.iter().all(|problem| problem.code != ProblemCode::Twice), "{second}");
                }
            }
        }
    }
}
