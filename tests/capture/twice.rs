//! Times that the clocks show twice, in a line of any language: the first is read, and the second is one key away.

use super::{codes, languages::office_in, read};
use crate::when::zones::changes;
use kept_core::{
    capture::CaptureCode,
    office::OfficeChange,
    time::{DAY_MS, HOUR_MS},
};

#[test]
fn a_time_that_comes_twice_is_the_first_and_the_line_with_the_second_is_suggested() {
    for (locale, text) in [
        ("en-US", "call Maria"),
        ("de-DE", "Maria anrufen"),
        ("fr-FR", "rappeler Maria"),
        ("es-ES", "llamar a Maria"),
        ("it-IT", "richiamare Maria"),
        ("pt-PT", "ligar a Maria"),
        ("nl-NL", "Maria terugbellen"),
    ] {
        let desk = office_in(locale);
        desk.opens("");
        for change in changes().into_iter().filter(|change| !change.is_gap) {
            let zone = Some(change.zone.name().into());
            desk.change_office(&OfficeChange { zone, ..OfficeChange::default() }).unwrap();
            for now in [change.at.plus_ms(-10 * DAY_MS), change.at.plus_ms(-2 * HOUR_MS)] {
                desk.clock.set(now);
                let line = format!("{text} {}", change.probe.to_string().replace('T', " "));
                let first = read(&desk, &line);
                assert_eq!(codes(&first), [CaptureCode::Twice], "{locale} {} {line:?}", change.zone);
                assert_eq!(first.promise.map(|promise| promise.due_at), Some(change.first), "{} {line:?}", change.zone);
                let [instead] = &first.problems[0].suggest[..] else { panic!("{line:?}: {:?}", first.problems) };
                let second = read(&desk, instead);
                assert_eq!(codes(&second), [], "{locale} {} {instead:?}", change.zone);
                let promise = second.promise.unwrap();
                assert_eq!((promise.text.as_str(), promise.due_at), (text, change.second), "{locale} {instead:?}");
            }
        }
    }
}

#[test]
fn a_closed_office_takes_no_choice_of_the_two_away() {
    let desk = office_in("en-US");
    let captured = read(&desk, "call Maria sun 25 oct 02:30");
    assert_eq!(codes(&captured), [CaptureCode::Twice, CaptureCode::Closed]);
    assert_eq!(captured.problems[0].suggest, ["call Maria sun 25 oct 02:30 the second time"]);
    let promise = read(&desk, &captured.problems[0].suggest[0]).promise.unwrap();
    assert_eq!(promise.due_at, "2026-10-25T01:30:00Z".parse().unwrap());
}
