//! A writer killed at random moments: nothing acknowledged is lost, and the caches equal a rebuild.

use crate::support::desk::{contact, moment, open};
use kept_core::{clock::StandingClock, customer::NewCustomer, event::ContactKind, id::Id, promise::NewPromise};
use std::{
    io::{BufRead, BufReader, Write},
    process::{Command, Stdio},
    sync::Arc,
};

/// Names the folder for the writer; the test below does nothing without it.
const HOME: &str = "KEPT_CRASH_HOME";
/// How often the writer is killed.
const ROUNDS: usize = 200;

#[test]
fn the_writer_that_is_killed() {
    let Some(home) = std::env::var_os(HOME) else { return };
    let desk = open(home.as_ref(), &Arc::new(StandingClock::at(moment("2026-03-02T09:00Z")))).unwrap();
    desk.act_as("Ruth").unwrap();
    let mut out = std::io::stdout().lock();
    for n in 0.. {
        let given = NewCustomer { name: format!("Customer {n}"), ..NewCustomer::default() };
        let customer = desk.add_customer(given).unwrap().value.id;
        let promise = NewPromise {
            text: "call".into(),
            due: "fri 9:00".into(),
            owner: None,
            tentative: false,
            ..NewPromise::default()
        };
        let call =
            kept_core::entry::NewContact { promise: Some(promise), ..contact(ContactKind::Call, None, None, "rang") };
        let logged = desk.log_contact(customer, &call).unwrap().value;
        // Said only now: it is on the disk.
        writeln!(out, "saved {customer} {} {}", logged.entry, logged.promise.unwrap()).unwrap();
        desk.idle().unwrap();
    }
}

#[test]
fn nothing_acknowledged_is_lost_when_the_writer_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("kept");
    let clock = Arc::new(StandingClock::at(moment("2026-03-02T09:00Z")));
    open(&home, &clock).unwrap().add_first_member("Ruth").unwrap();
    let mut acknowledged: Vec<[Id; 3]> = Vec::new();
    for round in 0..ROUNDS {
        let mut writer = Command::new(std::env::current_exe().unwrap())
            .args(["crash::the_writer_that_is_killed", "--exact", "--nocapture"])
            .env(HOME, &home)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // A different moment each round: after so many lines, and then wherever the writer happens to be.
        let wanted = (round * 7) % 13;
        let mut lines = BufReader::new(writer.stdout.take().unwrap()).lines();
        let mut heard = 0;
        while heard < wanted {
            let line = lines.next().expect("the writer goes on until it is killed").unwrap();
            heard += usize::from(note(&line, &mut acknowledged));
        }
        writer.kill().unwrap();
        writer.wait().unwrap();
        for line in lines.map_while(std::result::Result::ok) {
            note(&line, &mut acknowledged);
        }
        if round % 50 == 49 {
            verify(&home, &clock, &acknowledged);
        }
    }
    assert!(acknowledged.len() > ROUNDS);
    verify(&home, &clock, &acknowledged);
}

/// Takes down an acknowledgement; a line cut off by the kill is none.
fn note(line: &str, acknowledged: &mut Vec<[Id; 3]>) -> bool {
    let Some((_, rest)) = line.split_once("saved ") else { return false };
    let ids: Vec<Id> = rest.split(' ').filter_map(|id| id.parse().ok()).collect();
    let Ok(ids) = <[Id; 3]>::try_from(ids) else { return false };
    acknowledged.push(ids);
    true
}

fn verify(home: &std::path::Path, clock: &Arc<StandingClock>, acknowledged: &[[Id; 3]]) {
    let desk = open(home, clock).unwrap();
    for [customer, entry, promise] in acknowledged {
        assert_eq!(desk.show_customer(*customer).unwrap().entries, 3);
        desk.show_entry(*entry).unwrap();
        desk.show_promise(*promise).unwrap();
    }
    let checked = desk.check().unwrap();
    assert!(checked.ok, "{:?}", checked.problems);
}
