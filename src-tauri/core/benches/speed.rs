//! How long the core takes, beside what it may take: `cargo bench -p kept-core --bench speed [-- OPTIONS]`.
//!
//! `--big` adds the office of 1,000,000, `--only N` takes that of N customers alone, `--job open|find|read|bell|write|import`
//! one group of rows alone.
//! Offices of 10,000 and 100,000 customers, with `--big` of 1,000,000, are generated once under `target/bench-offices`;
//! each run works on a copy. Every figure is one call through the table of calls, its answer written as JSON.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a bench that cannot go on must stop; measuring time takes a clock"
)]

#[path = "speed/bell.rs"]
mod bell;
#[path = "speed/cold.rs"]
mod cold;
#[path = "speed/finds.rs"]
mod finds;
#[path = "speed/imports.rs"]
mod imports;
#[path = "speed/jobs.rs"]
mod jobs;
#[path = "speed/office.rs"]
mod office;
#[path = "speed/queries.rs"]
mod queries;
#[path = "speed/stopwatch.rs"]
mod stopwatch;
#[path = "speed/table.rs"]
mod table;

use table::Table;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let value_of = |name: &str| args.iter().position(|arg| arg == name).and_then(|at| args.get(at + 1)).cloned();
    if let Some(home) = value_of("--mix") {
        return jobs::mix(&office::Office::at(home.into()));
    }
    let sizes: Vec<u64> = match value_of("--only") {
        Some(size) => vec![size.parse().expect("a number of customers after --only")],
        None if args.iter().any(|arg| arg == "--big") => vec![10_000, 100_000, 1_000_000],
        None => vec![10_000, 100_000],
    };
    if args.iter().any(|arg| arg == "--generate") {
        sizes.iter().for_each(|size| drop(office::pristine(*size)));
        return;
    }
    let job = value_of("--job");
    let wanted = |group: &str| job.as_deref().is_none_or(|job| job == group);
    let mut table = Table::default();
    for size in sizes {
        let office = office::copy_of(&office::pristine(size));
        let sample = queries::Sample::of(&office);
        table.begin(size);
        if wanted("open") {
            cold::open(&mut table, &office);
        }
        let desk = office.open();
        if wanted("find") {
            finds::run(&mut table, &desk, &sample);
        }
        if wanted("read") {
            jobs::read(&mut table, &office, &desk, &sample);
        }
        if wanted("bell") {
            bell::run(&mut table, &office, &desk);
        }
        if wanted("write") {
            jobs::write(&mut table, &office, &desk, &sample);
            finds::after_moves(&mut table, &desk, &sample);
        }
        drop(desk);
        if wanted("open") {
            jobs::memory(&mut table, &office);
        }
        if wanted("import") {
            imports::run(&mut table, &office, &sample);
        }
    }
    table.growth();
    println!("{table}");
}
