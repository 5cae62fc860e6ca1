use super::*;
use crate::{api, clock::StandingClock, desk::OpenOptions};
use serde_json::{Value, json};
use std::sync::Arc;

fn open(home: &std::path::Path) -> Desk {
    let clock = StandingClock::at("2026-11-21T15:00:00Z".parse().unwrap());
    Desk::open(OpenOptions { home: home.to_owned(), clock: Arc::new(clock), window: None }).unwrap()
}

fn names(desk: &Desk) -> Vec<Value> {
    let found = api::call(desk, "find", json!({ "query": "", "limit": 100 })).unwrap().value;
    let hits = found["hits"].as_array().unwrap().iter();
    hits.map(|hit| json!([hit["name"], hit["phones"], hit["emails"], hit["open_promises"]])).collect()
}

#[test]
fn a_generated_office_is_whole_and_its_caches_are_those_of_a_rebuild() {
    let home = tempfile::tempdir().unwrap();
    let desk = open(home.path());
    let made = desk.generate(GenerateOptions { customers: 2_000, seed: 3, years: 5 }, &mut |_| {}).unwrap().value;
    assert_eq!(made.customers, 2_000);
    assert!((16_000..40_000).contains(&made.entries), "{made:?}");
    assert!((3_000..5_000).contains(&made.promises), "{made:?}");
    let before = names(&desk);
    assert_eq!(desk.caches_that_differ().unwrap(), Vec::<&str>::new());
    let checked = desk.check().unwrap();
    assert!(checked.ok, "{checked:?}");
    desk.refold_everything(&mut |_| {}).unwrap();
    assert_eq!(names(&desk), before);
    let share = checked.open_promises as f64 / made.promises as f64;
    assert!((0.05..0.12).contains(&share), "{share}");
}

#[test]
fn the_same_seed_makes_the_same_office_and_another_seed_another() {
    let made = |seed| {
        let home = tempfile::tempdir().unwrap();
        let desk = open(home.path());
        desk.generate(GenerateOptions { customers: 150, seed, years: 2 }, &mut |_| {}).unwrap();
        names(&desk)
    };
    assert_eq!(made(1), made(1));
    assert_ne!(made(1), made(2));
}

#[test]
fn only_an_empty_office_is_filled() {
    let home = tempfile::tempdir().unwrap();
    let desk = open(home.path());
    let options = GenerateOptions { customers: 1, ..GenerateOptions::default() };
    desk.generate(options, &mut |_| {}).unwrap();
    let again = desk.generate(options, &mut |_| {}).unwrap_err();
    assert!(again.message.contains("empty"), "{}", again.message);
    assert!(desk.generate(GenerateOptions { customers: 0, ..options }, &mut |_| {}).is_err());
}
