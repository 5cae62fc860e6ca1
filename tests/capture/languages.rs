//! What lines in the other languages are read as, by their example files; and that what is suggested reads clean.

use super::{codes, office, read};
use crate::support::desk::TestDesk;
use kept_core::{
    capture::{CaptureCode, Captured},
    office::OfficeChange,
};

/// The example files by their locales.
const FILES: [(&str, &str); 6] = [
    ("de-DE", include_str!("languages/german.txt")),
    ("nl-NL", include_str!("languages/dutch.txt")),
    ("fr-FR", include_str!("languages/french.txt")),
    ("es-ES", include_str!("languages/spanish.txt")),
    ("it-IT", include_str!("languages/italian.txt")),
    ("pt-PT", include_str!("languages/portuguese.txt")),
];

pub fn office_in(locale: &str) -> TestDesk {
    let desk = office();
    desk.change_office(&OfficeChange { locale: Some(locale.into()), ..OfficeChange::default() }).unwrap();
    desk
}

/// What a line is read as: `first name | text | wall time`, `note`, or the codes of its problems.
fn outcome(captured: &Captured) -> String {
    let codes: Vec<String> =
        codes(captured).iter().map(|code| serde_json::to_string(code).unwrap().trim_matches('"').to_owned()).collect();
    match &captured.promise {
        Some(promise) => {
            let due = promise.due_local.to_string();
            let first = promise.owner.split(' ').next().unwrap_or_default();
            let read = format!("{first} | {} | {}", promise.text, due.strip_suffix(":00").unwrap_or(&due));
            std::iter::once(read).chain(codes).collect::<Vec<_>>().join(" ")
        }
        None if codes.is_empty() => "note".to_owned(),
        None => codes.join(" "),
    }
}

#[test]
fn every_line_of_the_example_files_is_read_as_what_stands_there() {
    let mut wrong = Vec::new();
    for (locale, file) in FILES {
        let desk = office_in(locale);
        for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (line, wanted) = line.split_once(" => ").unwrap_or_else(|| panic!("{locale}: {line}"));
            let captured = read(&desk, line);
            let is = outcome(&captured);
            if is != wanted {
                wrong.push(format!("{locale} {line:?}\n  is {wanted}\n  read as {is}"));
            }
            for instead in captured.problems.iter().flat_map(|problem| &problem.suggest) {
                let again = read(&desk, instead);
                if again.promise.is_none() || !matches!(codes(&again).as_slice(), [] | [CaptureCode::Closed]) {
                    wrong.push(format!("{locale} {line:?}\n  suggests {instead:?}\n  read as {}", outcome(&again)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_promise_is_said_back_in_the_language_of_its_line() {
    for (locale, line, said) in [
        (
            "en-US",
            "Dan will call Mr Lindgren about mats and bumper thu 12 mar 2p",
            "Dan Ortiz calls Mr Lindgren about mats and bumper: Thursday 12 March, 14:00, in 9 days.",
        ),
        (
            "de-DE",
            "Matten+Stoßstange+Schild freitag 14 uhr",
            "Ruth Adler: Matten, Stoßstange und Schild. Freitag 6. März, 14:00, in 3 Tagen.",
        ),
        ("en-US", "C++ course fri 2p", "Ruth Adler: C++ course. Friday 6 March, 14:00, in 3 days."),
        (
            "de-DE",
            "Dan ruft Frau Lindgren morgen um 10 Uhr an",
            "Dan Ortiz ruft Frau Lindgren an: Mittwoch 4. März, 10:00, morgen.",
        ),
        (
            "de-DE",
            "Dan wird Frau Lindgren am Freitag um 10 Uhr anrufen",
            "Dan Ortiz wird Frau Lindgren anrufen: Freitag 6. März, 10:00, in 3 Tagen.",
        ),
        (
            "fr-FR",
            "Dan va rappeler Mme Lindgren vendredi à 10h",
            "Dan Ortiz va rappeler Mme Lindgren: vendredi 6 mars, 10:00, dans 3 jours.",
        ),
        (
            "es-ES",
            "Dan va a llamar a Maria el viernes a las 10",
            "Dan Ortiz va a llamar a Maria: viernes 6 de marzo, 10:00, en 3 días.",
        ),
        (
            "it-IT",
            "Dan deve richiamare Maria venerdì alle 10",
            "Dan Ortiz deve richiamare Maria: venerdì 6 marzo, 10:00, tra 3 giorni.",
        ),
        (
            "pt-PT",
            "Dan vai ligar a Maria sexta às 10h",
            "Dan Ortiz vai ligar a Maria: sexta-feira 6 de março, 10:00, em 3 dias.",
        ),
        (
            "nl-NL",
            "Dan zal Maria vrijdag om 10 uur bellen",
            "Dan Ortiz zal Maria bellen: vrijdag 6 maart, 10:00, over 3 dagen.",
        ),
    ] {
        let captured = read(&office_in(locale), line);
        assert_eq!(captured.echo.map(|echo| echo.said).as_deref(), Some(said), "{locale} {line:?}");
    }
}

#[test]
fn suggestions_are_in_the_language_that_was_typed() {
    let desk = office_in("de-DE");
    let first = |line: &str| read(&desk, line).problems[0].suggest[0].clone();
    assert_eq!(first("Maria anrufen do 14"), "Maria anrufen donnerstag 5. märz 14:00");
    assert_eq!(first("call Maria thu 14"), "call Maria thu 5 mar 14:00");
}
