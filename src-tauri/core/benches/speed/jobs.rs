//! Everything else at the desk: customers, queue, report, logging, memory.

use super::{
    cold::forget,
    finds,
    office::{Office, call, idle},
    queries::{self, Sample},
    stopwatch::{Laps, each},
    table::{Table, ms},
};
use kept_core::desk::Desk;
use serde_json::json;
use std::io::Write;

/// What only reads.
pub fn read(table: &mut Table, office: &Office, desk: &Desk, sample: &Sample) {
    let show = |id: &String| {
        call(desk, "customer_show", json!({ "id": id }));
        call(desk, "timeline", json!({ "customer": id, "limit": 50 }));
    };
    let some: Vec<&String> = sample.customers.iter().map(|drawn| &drawn.id).take(400).collect();
    some.iter().for_each(|id| show(id));
    table.row("open a customer, newest 50", each(some, show), ms(1.0));
    table.row("open the customer with most entries (5,000)", each(vec![&sample.longest; 200], show), ms(1.0));
    let mut laps = Laps::default();
    for drawn in sample.customers.iter().rev().take(60) {
        let desk = office.open();
        forget(office);
        laps.time(|| {
            call(&desk, "customer_show", json!({ "id": drawn.id }));
            call(&desk, "timeline", json!({ "customer": drawn.id, "limit": 50 }));
        });
    }
    table.row("open a customer, newest 50, file not in memory", laps.times(), ms(5.0));
    table.row("queue, first 50", each(0..200, |_| drop(call(desk, "queue", json!({})))), ms(2.0));
    table.row("queue, count of late", each(0..200, |_| drop(call(desk, "queue", json!({ "limit": 0 })))), ms(1.0));
    let owner = call(desk, "member_list", json!({}))["members"][1]["name"].clone();
    let args = json!({ "owner": owner });
    table.row("queue of one owner", each(0..200, |_| drop(call(desk, "queue", args.clone()))), ms(2.0));
    table.row("today", each(0..200, |_| drop(call(desk, "today", json!({})))), ms(4.0));
    report(table, desk);
}

fn report(table: &mut Table, desk: &Desk) {
    for by in ["owner", "month"] {
        let quick = json!({ "by": by });
        let counted = json!({ "by": by, "from": "2000-01-01T00:00:00Z", "to": "2099-01-01T00:00:00Z" });
        table.row(
            &format!("report by {by}"),
            each(0..60, |_| drop(call(desk, "report_kept", quick.clone()))),
            ms(10.0),
        );
        let times = each(0..3, |_| {
            assert_eq!(
                call(desk, "report_kept", counted.clone()),
                call(desk, "report_kept", quick.clone()),
                "a recount"
            );
        });
        table.row(&format!("report by {by} and its recount, which agree"), times, ms(1000.0));
    }
}

/// What writes: a call with a promise, and upkeep as an idle desk does it.
pub fn write(table: &mut Table, office: &Office, desk: &Desk, sample: &Sample) {
    let mut file = std::fs::File::create(office.home.join("floor")).unwrap();
    let floor = each(0..200, |_| {
        file.write_all(&[7; 16 * 1024]).unwrap();
        file.sync_data().unwrap();
    });
    table.row("one fdatasync of 16 KiB, the disk's own floor", floor, None);
    let (mut log, mut upkeep) = (Laps::default(), Laps::default());
    for drawn in &sample.customers {
        office.tick();
        let args = json!({
            "customer": drawn.id, "contact": "call", "direction": "in", "outcome": "reached",
            "text": "Asked about the brakes.", "promise": { "text": "Call back with the price", "due": "tomorrow 3pm" },
        });
        log.time(|| call(desk, "contact_log", args));
        upkeep.time(|| desk.idle().unwrap());
    }
    table.row("log a call with a promise, on the disk", log.times(), ms(2.0).map(|two| two + floor.p99));
    table.row("one step of upkeep", upkeep.times(), None);
    table.row(
        "log a call with a promise, no upkeep between",
        {
            let customers = sample.customers.iter().take(400);
            let mut laps = Laps::default();
            for drawn in customers {
                office.tick();
                let args = json!({ "customer": drawn.id, "contact": "call", "text": "Again.",
                "promise": { "text": "Call back", "due": "tomorrow 10am" } });
                laps.time(|| call(desk, "contact_log", args));
            }
            laps.times()
        },
        ms(2.0).map(|two| two + floor.p99),
    );
}

/// The memory of a process that opens the office and does a bit of everything.
pub fn memory(table: &mut Table, office: &Office) {
    let me = std::env::current_exe().unwrap();
    let said = std::process::Command::new(me).arg("--mix").arg(&office.home).output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let kib: u64 = String::from_utf8_lossy(&said.stdout).trim().parse().expect("a number of KiB");
    table.memory("memory of the core at its highest (VmHWM)", kib, (table.size() <= 100_000).then_some(64 * 1024));
}

/// A bit of everything; prints the highest memory use in KiB.
pub fn mix(office: &Office) {
    let desk = office.open();
    let found = call(&desk, "find", json!({ "query": "" }));
    let id = found["hits"][0]["id"].as_str().unwrap().to_owned();
    for query in queries::common_pairs().iter().chain(&["555".to_owned(), "0142".to_owned(), "k-1".to_owned()]) {
        finds::time(&desk, std::slice::from_ref(query));
    }
    for name in ["queue", "today", "report_kept", "member_list"] {
        call(&desk, name, json!({}));
    }
    call(&desk, "customer_show", json!({ "id": id }));
    call(&desk, "timeline", json!({ "customer": id }));
    for _ in 0..50 {
        office.tick();
        call(
            &desk,
            "contact_log",
            json!({ "customer": id, "contact": "call", "text": "Again.",
            "promise": { "text": "Call back", "due": "in 2 hours" } }),
        );
    }
    idle(&desk);
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    println!("{}", peak.trim().trim_end_matches(" kB"));
}
