//! Programs that live as long as the test.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};

/// A program, and whatever it starts; ended when this is dropped.
pub struct Process(Child);

impl Process {
    /// Starts it, at the head of a process group of its own.
    pub fn start(command: &mut Command) -> Process {
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command.stdin(Stdio::null()).process_group(0).spawn();
        Process(child.unwrap_or_else(|error| panic!("{name} could not be started: {error}")))
    }

    /// Starts it, and reads the first line it says: where it is to be found.
    pub fn start_and_hear(command: &mut Command) -> (Process, String) {
        let mut process = Process::start(command.stdout(Stdio::piped()));
        let said = process.0.stdout.take().expect("its output is piped");
        let mut line = String::new();
        BufReader::new(said).read_line(&mut line).expect("a line of text");
        (process, line.trim().to_owned())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let group = format!("-{}", self.0.id());
        // A group that has ended already needs no signal.
        let _ = Command::new("kill").args(["-TERM", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.0.wait();
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
    }
}
