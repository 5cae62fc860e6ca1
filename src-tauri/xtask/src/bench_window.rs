//! How quick the window is: its page in a browser over an office of 100,000 customers, and the real window from its start.

use crate::command::{cargo, program, run, say};
use crate::node::Node;
use crate::{apt, place, ui};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// The moment for which the office is made, and at which it is measured.
const NOW: &str = "2026-11-20T15:00:00Z";
const CUSTOMERS: &str = "100000";

/// Measures, built for speed; built for finding faults where `args` hold `--debug`, to try the measuring itself.
///
/// # Errors
/// Where anything on the way fails.
pub fn bench(args: &[String]) -> Result<()> {
    let is_debug = args.iter().any(|arg| arg == "--debug");
    apt::install(apt::TO_BUILD)?;
    apt::install(apt::TO_TEST)?;
    let node = Node::find()?;
    ui::install(&node)?;
    ui::build(&node)?;
    say("Building the window, the bridge and keptctl");
    let mut build = cargo();
    build.args(["build", "--workspace"]);
    if !is_debug {
        build.arg("--release");
    }
    run(&mut build, "The programs could not be built")?;
    let built = |name: &str| place::target().join(if is_debug { "debug" } else { "release" }).join(name);
    let office = office(&built("keptctl"))?;
    let table = place::target().join("bench-window.md");
    fs::write(&table, "| what | times | figures | target |\n|---|---|---|---|\n")?;
    say("Measuring (it takes about two minutes; leave the computer alone)");
    let mut measure = node.program("playwright");
    measure.args(["test", "--config", "playwright.bench.config.ts"]);
    measure.env("KEPT_BRIDGE_PROGRAM", built("bridge")).env("KEPT_BENCH_WINDOW", built("kept"));
    measure.env("KEPT_BENCH_HOME", &office).env("KEPT_BENCH_NOW", NOW).env("KEPT_BENCH_TABLE", &table);
    run(&mut measure, "The measurement did not finish")?;
    println!("{}", fs::read_to_string(&table).context("The table is missing")?);
    Ok(())
}

/// The office that is measured; made the first time, and grown by one customer with a long history when it is measured.
fn office(keptctl: &Path) -> Result<PathBuf> {
    let home = place::target().join("bench-offices").join("window");
    if home.join("kept.db").exists() {
        return Ok(home);
    }
    say("Making an office of 100,000 customers");
    let making = home.with_extension("part");
    if making.exists() {
        fs::remove_dir_all(&making)?;
    }
    let mut generate = program(keptctl);
    generate.arg("--home").arg(&making).args(["--now", NOW, "generate", "--customers", CUSTOMERS, "--years", "5"]);
    run(&mut generate, "The office could not be made")?;
    fs::rename(&making, &home)?;
    Ok(home)
}
