//! Every call of the table, with arguments in order and broken: an answer or a sentence, and who only reads never writes.

use super::{Watch, is_a_sentence, samples::Sampled, values::broken};
use kept_core::{
    api::call,
    error::{Code, Error},
};
use serde_json::{Value, json};
use std::{collections::BTreeSet, path::Path};

/// Calls that change this desk's own tables and nobody's history: who sits here, choices, drafts, what was announced.
const OF_THE_DESK: [&str; 5] = ["sign_in", "draft_put", "preference_set", "due", "backup_now"];

/// The names in the table, as they stand in its source: `"name" =>` and `"name" | "other" =>`.
fn table() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/api");
    let mut names = BTreeSet::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let source = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let Some((_, arms)) = source.split_once("Some(match name {") else { continue };
        for (before, _) in arms.match_indices(" =>").map(|(at, _)| arms.split_at(at)) {
            let pattern = before.rsplit('\n').next().unwrap().trim();
            let arm: Option<Vec<&str>> = pattern
                .split('|')
                .map(|one| one.trim().strip_prefix('"').and_then(|one| one.strip_suffix('"')))
                .collect();
            names.extend(arm.unwrap_or_default().into_iter().map(str::to_owned));
        }
    }
    names
}

#[test]
fn every_call_of_the_table_has_a_sample_with_every_field_that_it_takes() {
    let names = table();
    assert!(names.len() >= 48, "only {} calls: {names:?}", names.len());
    for name in names {
        let sampled = Sampled::new();
        let Some(args) = sampled.args(&name) else { panic!("{name} has no sample in tests/mutation/samples.rs") };
        let mut more = args.clone();
        more["not_a_field"] = json!(1);
        let refused = call(&sampled.desk, &name, more).unwrap_err();
        assert_eq!(refused.code, Code::Invalid, "{name}: {refused}");
        let known = fields(&refused);
        assert!(!known.is_empty() || refused.message.contains("there are no fields"), "{name}: {refused}");
        for field in known {
            let is_there = args.get(&field).is_some() || Sampled::left_out(&name).contains(&field.as_str());
            assert!(is_there, "the sample of {name} lacks {field}");
        }
        if name == "set_up" {
            // This one is for an office that is not there yet.
            call(&Sampled::before_the_office().desk, &name, args).unwrap();
            continue;
        }
        call(&sampled.desk, &name, args.clone()).unwrap_or_else(|error| panic!("{name} {args}: {error}"));
    }
}

/// The fields that a refusal of an unknown one names.
fn fields(refused: &Error) -> Vec<String> {
    let (_, expected) = refused.message.split_once("expected ").unwrap_or_default();
    expected.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Makes one call, and makes sure of what must hold for any.
fn tried(sampled: &Sampled, watch: &Watch, name: &str, args: Value) {
    let (events, commits) = (watch.events(), watch.commits());
    let has_written = || watch.commits() != commits;
    let said = args.to_string().chars().take(300).collect::<String>();
    match call(&sampled.desk, name, args) {
        Err(error) => {
            is_a_sentence(&error, &format!("{name} {said}"));
            assert!(!has_written(), "{name} was refused and has written: {said}");
        }
        Ok(reply) if reply.change.is_none() => {
            assert!(!has_written() || OF_THE_DESK.contains(&name), "{name} only reads and has written: {said}");
            assert_eq!(watch.events(), events, "{name} has written history: {said}");
        }
        Ok(_) => {}
    }
}

#[test]
fn a_broken_call_is_answered_or_refused_in_a_sentence_and_a_refusal_writes_nothing() {
    for name in table() {
        let sampled = Sampled::new();
        let watch = Watch::over(&sampled.desk);
        broken(|| sampled.args(&name).unwrap(), |args| tried(&sampled, &watch, &name, args));
        let checked = sampled.desk.check().unwrap();
        assert!(checked.ok, "after {name}: {:?}", checked.problems);
    }
}

#[test]
fn a_call_before_there_is_an_office_is_answered_or_refused_in_a_sentence() {
    for name in table() {
        let sampled = Sampled::before_the_office();
        let watch = Watch::over(&sampled.desk);
        tried(&sampled, &watch, &name, sampled.args(&name).unwrap());
        tried(&sampled, &watch, &name, json!({}));
    }
}

#[test]
fn a_name_that_is_no_call_is_refused_in_a_sentence() {
    let sampled = Sampled::new();
    let watch = Watch::over(&sampled.desk);
    for name in ["", "FIND", "find ", "find\0", "../find", "constructor", "__proto__", &"x".repeat(100_000)] {
        assert_eq!(call(&sampled.desk, name, json!({})).unwrap_err().code, Code::NotFound, "{name:.20}");
        tried(&sampled, &watch, name, json!({ "query": "carl" }));
    }
}
