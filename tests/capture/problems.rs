//! What is refused, with which code, and what is suggested instead.

use super::{codes, office, read};
use kept_core::capture::CaptureCode::{
    self, Ambiguous, Closed, Impossible, Mismatch, NoTime, Past, TwoOwners, UnknownOwner,
};

#[track_caller]
fn are_refused(code: CaptureCode, lines: &[&str]) {
    let desk = office();
    for line in lines {
        let captured = read(&desk, line);
        assert_eq!((codes(&captured), captured.promise), (vec![code], None), "{line:?}");
    }
}

#[test]
fn what_could_mean_two_moments_is_ambiguous() {
    are_refused(
        Ambiguous,
        &[
            "call Ana thu 14",
            "call Ana at 7",
            "call Ana monday 9am or friday 10am",
            "call Ana sat or sun 10am",
            "2 calls tomorrow at 9 am and 3 pm",
            "call Ana between 3 and 4",
            "call Ana friday between 3 and 4",
            "10-11am call Ana",
            "call Ana tomorrow 10:00-11:00",
            "call Ana from 10 to 5",
            "call Ana 10-12 may 10am",
            "12.03.26 14:00 call Ana",
            "3/12 14:00 call",
            "call Ana at 1400",
            "call Ana after 5pm",
            "not on friday 10am",
            "don't call before 10am tomorrow",
            "call Ana every monday 9am",
            "call Ana tomorrow 10am PST",
            "call Ana tomorrow-ish 10am",
            "Dan will call next week",
            "call next month at 10am",
        ],
    );
}

#[test]
fn a_word_that_could_be_time_or_text_is_ambiguous() {
    are_refused(
        Ambiguous,
        &[
            "fix the sun roof at 10am",
            "the 2nd bumper at 10am",
            "2 may come at 10am",
            "price is 16.45",
            "send monday report 10am",
            "cut 3/4 inch tiles 10am",
            "march 3 mats 10am",
        ],
    );
}

#[test]
fn every_other_code_is_told() {
    are_refused(Mismatch, &["fri 14th 10:00 call", "tomorrow morning 3pm call Ana", "tomorrow friday 9:00 call"]);
    are_refused(Impossible, &["31 feb 9:00 call Ana", "29 mar 02:30 call Ana", "call Ana 25:00"]);
    are_refused(
        NoTime,
        &[
            "Dan will call",
            "@dan",
            "Ana wants it by friday",
            "call Ana on the 31st",
            "call Ana sunday",
            "call Ana tonight",
            "tomorrow morning call Ana",
            "call Ana in 3 days",
            "call Ana in 7-8 days",
            "call Ana asap",
            "call next month",
            "visit 3a Elm Street friday",
        ],
    );
    are_refused(UnknownOwner, &["@zoe call fri 10am", "Zoe will call fri 10am", "Service will call fri 10am"]);
    are_refused(
        TwoOwners,
        &[
            "Dan and Amy will call tomorrow 10am",
            "Dan, Amy and Sam will call tomorrow 10am",
            "Dan or I will call tomorrow 10am",
            "Dan and/or I call Ana tomorrow 10am",
            "dan or amy call Ana tomorrow 10am",
            "Sam and/or Dan will add leather and heated seats fri 17:00",
            "@sam and/or dan add heated seats fri 17:00",
            "@dan and amy call tomorrow 10am",
            "Dan will call Amy fri 10am @sam",
            "Dan will call and Amy will order the mats tomorrow 10am",
        ],
    );
}

#[test]
fn a_name_that_could_be_two_people_or_a_word_is_ambiguous() {
    let desk = office();
    desk.add_member("Dana White", None).unwrap();
    desk.add_member("Carl Jung", None).unwrap();
    for line in
        ["Dan will call fri 10am", "@dan call fri 10am", "Car will be ready friday 5pm", "call Sam to confirm fri 10am"]
    {
        assert_eq!(codes(&read(&desk, line)), [Ambiguous], "{line:?}");
    }
    assert_eq!(read(&desk, "Dan O will call fri 10am").promise.unwrap().owner, "Dan Ortiz");
}

#[test]
fn two_problems_are_both_told_and_each_suggestion_solves_both() {
    let desk = office();
    let captured = read(&desk, "Dan and Amy will call friday");
    assert_eq!(codes(&captured), [TwoOwners, NoTime]);
    for line in captured.problems.iter().flat_map(|problem| &problem.suggest) {
        assert_eq!(codes(&read(&desk, line)), [], "{line:?}");
    }
}

#[test]
fn the_likeliest_suggestions_come_first() {
    let desk = office();
    for (line, suggested) in [
        ("call Ana thu 14", &["call Ana thu 5 mar 14:00", "call Ana sat 14 mar 09:00"][..]),
        ("Dan and Amy will call fri 10am", &["Dan Ortiz will call fri 10am", "Amy Reyes will call fri 10am"]),
        ("Dan and/or Amy will call fri 10am", &["Dan Ortiz will call fri 10am", "Amy Reyes will call fri 10am"]),
        ("Ana wants it by friday", &["Ana wants it fri 6 mar 08:00", "Ana wants it fri 6 mar end of day"]),
        ("call Ana monday 9am or friday 10am", &["call Ana mon 9 mar 09:00", "call Ana fri 6 mar 10:00"]),
        ("call Ana between 3 and 4", &["call Ana tue 3 mar 15:00", "call Ana tue 3 mar 16:00"]),
        ("fri 14th 10:00 call", &["sat 14 mar 10:00 call", "fri 6 mar 10:00 call"]),
        ("send monday report 10am", &["send mon 9 mar 10:00 report", "send monday report tue 3 mar 10:00"]),
        ("12.03.26 14:00 call Ana", &["thu 12 mar 14:00 call Ana"]),
        ("call Ana at 1400", &["call Ana tue 3 mar 14:00"]),
        ("@dann call fri 10am", &["@Dan Ortiz call fri 10am"]),
        ("Carl Lindgren will call fri 10am", &["Ruth Adler will call fri 10am", "Dan Ortiz will call fri 10am"]),
        ("Zoe Hale'll call fri 10am", &["Ruth Adler will call fri 10am"]),
        ("tell Zoe Hale calls fri 10am", &["tell Ruth Adler calls fri 10am"]),
        ("call Ana 8:15", &["call Ana wed 4 mar 08:15"]),
    ] {
        let captured = read(&desk, line);
        let suggest = &captured.problems[0].suggest;
        assert_eq!(
            suggest.get(..suggested.len()),
            Some(&suggested.iter().map(|s| s.to_string()).collect::<Vec<_>>()[..]),
            "{line:?}: {suggest:?}"
        );
    }
}

#[test]
fn closed_and_past_come_with_the_promise_as_read() {
    let desk = office();
    for (line, code) in [("call Ana sat 20:00", Closed), ("call Ana yesterday 3pm", Past)] {
        let captured = read(&desk, line);
        assert_eq!(codes(&captured), [code]);
        assert!(captured.promise.is_some() && captured.echo.is_some(), "{line:?}");
    }
}
