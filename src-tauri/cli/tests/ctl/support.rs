//! An office in a folder of its own, and the program run over it.

use serde_json::Value;
use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};
use tempfile::TempDir;

/// Monday 2 March 2026, 09:00 in Los Angeles.
pub const MONDAY: &str = "2026-03-02T17:00:00Z";

/// An office that goes away with the test.
pub struct Office {
    folder: TempDir,
    /// Where the clock of its commands stands.
    pub now: String,
}

/// What a run came to.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    fn of(output: Output) -> Ran {
        let text = |bytes| String::from_utf8(bytes).expect("what is printed is UTF-8");
        let ran = Ran {
            code: output.status.code().expect("it was not killed"),
            out: text(output.stdout),
            err: text(output.stderr),
        };
        for trace in ["panicked", "RUST_BACKTRACE", "stack backtrace", ".rs:"] {
            assert!(!ran.err.contains(trace), "a trace of the program's insides: {}", ran.err);
        }
        ran
    }

    /// The one document on stdout of a run that succeeded.
    pub fn value(&self) -> Value {
        assert_eq!(self.code, 0, "{self:?}");
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}: {}", self.out))
    }

    /// The code of the error that stands on the last line of stderr, after checking that the rest is as it must be.
    pub fn error(&self, exit: i32) -> String {
        assert_eq!(self.code, exit, "{self:?}");
        assert_eq!(self.out, "", "nothing on stdout");
        let last = self.err.lines().last().unwrap_or_default();
        let said: Value = serde_json::from_str(last).unwrap_or_else(|e| panic!("{e}: {}", self.err));
        let message = said["error"]["message"].as_str().expect("a message");
        assert!(message.ends_with(['.', '?', '`']), "a sentence: {message}");
        said["error"]["code"].as_str().expect("a code").to_owned()
    }
}

/// The program, with nothing of this computer in its environment.
pub fn keptctl() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_keptctl"));
    for name in ["KEPT_HOME", "KEPT_NOW", "KEPT_AS", "XDG_DATA_HOME", "LC_ALL", "LC_MESSAGES", "NO_COLOR"] {
        command.env_remove(name);
    }
    command.env("TZ", "America/Los_Angeles").env("LANG", "en_US.UTF-8").stdin(Stdio::null());
    command
}

impl Office {
    /// A folder without an office yet.
    pub fn empty() -> Office {
        // In memory where the system offers it: these tests are not about waiting for the disk.
        let memory = Path::new("/dev/shm");
        let place = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
        let folder = tempfile::Builder::new().prefix("office").tempdir_in(place).expect("a folder");
        Office { folder, now: MONDAY.to_owned() }
    }

    /// Ana, a manager, Amy at the front desk and Dan in sales, open on weekdays from 8 to 18.
    pub fn staffed() -> Office {
        let office = Office::empty();
        office.json(&["member", "add", "Dan Ortiz", "--role", "sales", "--as", "Ana Cruz"]);
        office.json(&["member", "add", "Amy Reyes"]);
        office.json(&["office", "set", "hours", "mon-fri 08:00-18:00"]);
        office
    }

    /// The data folder; made by the first command.
    pub fn home(&self) -> PathBuf {
        self.folder.path().join("kept")
    }

    /// A path beside the data folder.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The program over this office.
    pub fn command<S: AsRef<OsStr>>(&self, args: &[S]) -> Command {
        let mut command = keptctl();
        command.env("KEPT_HOME", self.home()).env("KEPT_NOW", &self.now).args(args);
        command
    }

    /// Runs a command for people.
    pub fn run<S: AsRef<OsStr>>(&self, args: &[S]) -> Ran {
        Ran::of(self.command(args).output().expect("it starts"))
    }

    /// Runs a command for a program.
    pub fn run_json<S: AsRef<OsStr>>(&self, args: &[S]) -> Ran {
        let mut command = self.command(&["--json"]);
        Ran::of(command.args(args).output().expect("it starts"))
    }

    /// The answer of a command that succeeds.
    pub fn json<S: AsRef<OsStr>>(&self, args: &[S]) -> Value {
        self.run_json(args).value()
    }

    /// The code of the error of a command that is refused.
    pub fn refusal<S: AsRef<OsStr>>(&self, args: &[S]) -> String {
        self.run_json(args).error(1)
    }

    /// Adds a customer. Gives their id.
    pub fn customer(&self, name: &str) -> String {
        id(&self.json(&["customer", "add", "--", name]))
    }

    /// Makes a promise of Dan's. Gives its id.
    pub fn promise(&self, customer: &str, text: &str, due: &str) -> String {
        id(&self.json(&["promise", "make", customer, text, "--due", due, "--owner", "Dan"]))
    }
}

/// A run of a command that is not about one office.
pub fn ran(command: &mut Command) -> Ran {
    Ran::of(command.output().expect("it starts"))
}

/// The id in an answer.
pub fn id(value: &Value) -> String {
    value["id"].as_str().expect("an id").to_owned()
}

/// The keys of an object, in order.
pub fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

/// Makes sure that all `wanted` keys are there.
pub fn has_keys(value: &Value, wanted: &str) {
    let there = keys(value);
    for key in wanted.split_whitespace() {
        assert!(there.contains(&key), "{key} is missing in {value}");
    }
}

/// A path as an argument.
pub fn arg(path: &Path) -> &str {
    path.to_str().expect("the folder's name is text")
}

/// The strings that break programs.
pub fn hostile() -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/hostile/blns.json");
    let all: Vec<String> = serde_json::from_str(&std::fs::read_to_string(file).expect("a copy")).expect("a list");
    // The system passes no NUL to any program.
    all.into_iter().filter(|text| !text.contains('\0')).collect()
}
