//! Everything that must pass, the quickest first; the first that fails ends it.

use crate::command::{cargo, run, say};
use crate::node::Node;
use crate::{adversary, apt, check_windows, stories, type_error, ui};
use anyhow::Result;
use std::time::{Duration, Instant};

/// The window's own tests, which need a display and are run last. Their module's name.
const IN_THE_WINDOW: &str = "in_the_window::";

/// Runs every gate and says how long each took.
///
/// # Errors
/// One sentence, for the first gate that fails.
pub fn test() -> Result<()> {
    let mut gates = Gates::default();
    gates.pass("What is missing is installed", || {
        apt::install(apt::TO_BUILD)?;
        apt::install(apt::TO_TEST)
    })?;
    gates.pass("Rust is formatted", || {
        run(cargo().args(["fmt", "--all", "--check"]), "The Rust sources are not formatted: run `cargo fmt --all`")
    })?;
    let node = Node::find()?;
    gates.pass("The page's packages are installed", || ui::install(&node))?;
    gates.pass("The page's types are right", || {
        script(&node, "check", "svelte-check found errors")?;
        type_error::is_found(&node)
    })?;
    gates.pass("The page keeps the house rules", || script(&node, "lint", "eslint found errors"))?;
    gates.pass("The page's own tests", || script(&node, "test", "A test of the page failed"))?;
    gates.pass("The page is built", || ui::build(&node))?;
    // One selection of packages throughout: another would choose other features and build the same crates again.
    gates.pass("Clippy finds nothing", || {
        let mut clippy = cargo();
        clippy.args(["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"]);
        run(&mut clippy, "Clippy found something")
    })?;
    gates.pass("The core compiles for Windows", check_windows::check_windows_if_possible)?;
    gates.pass("Everything is built", || {
        run(cargo().args(["build", "--workspace", "--all-targets"]), "The programs could not be built")
    })?;
    gates.pass("Core, keptctl and the rest", || {
        run(cargo().args(["test", "--workspace", "--", "--skip", IN_THE_WINDOW]), "A test failed")
    })?;
    gates.pass("No line is read as another moment", || adversary::adversary(&node))?;
    gates.pass("The page in a browser", || stories::stories(&node))?;
    gates.pass("The real window", || {
        let mut window = cargo();
        window.args(["test", "--workspace", "--test", "window", "--", "--nocapture", "--test-threads", "1"]);
        run(&mut window, "A test of the window failed")
    })?;
    gates.tell();
    Ok(())
}

/// Runs a script of the page's package.json.
fn script(node: &Node, name: &str, failure: &str) -> Result<()> {
    run(node.npm().args(["run", "--silent", name]), failure)
}

/// What has passed so far, and how long it took.
#[derive(Default)]
struct Gates(Vec<(&'static str, Duration)>);

impl Gates {
    #[expect(clippy::disallowed_methods, reason = "how long a gate took is told to people, and decides nothing")]
    fn pass(&mut self, name: &'static str, gate: impl FnOnce() -> Result<()>) -> Result<()> {
        say(name);
        let begin = Instant::now();
        gate()?;
        self.0.push((name, begin.elapsed()));
        Ok(())
    }

    fn tell(&self) {
        say("Everything passed");
        for (name, took) in &self.0 {
            eprintln!("{:>7.1} s  {name}", took.as_secs_f64());
        }
        let all: Duration = self.0.iter().map(|(_, took)| *took).sum();
        eprintln!("{:>7.1} s  altogether", all.as_secs_f64());
    }
}
