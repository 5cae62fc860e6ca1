//! `keptctl`: Kept's core on the command line. Each command is parsed, called and printed; what it means is the core's.

mod capture;
mod command;
mod customer;
mod due;
mod entry;
mod export;
mod failure;
mod find;
mod generate;
mod globals;
mod import;
mod keeping;
mod look;
mod member;
mod office;
mod output;
mod promise;
mod proposal;
mod queue;
mod report;
mod session;
mod table;
mod timeline;
mod words;

use clap::Parser;
use command::{Cli, perform};
use failure::Failure;
use globals::{Globals, wants_json};
use output::Output;
use std::{ffi::OsString, panic, process::ExitCode};

fn main() -> ExitCode {
    // A fault in Kept is one sentence for whoever typed the command, never a trace of its insides.
    panic::set_hook(Box::new(|_| {}));
    let args: Vec<OsString> = std::env::args_os().collect();
    let json = wants_json(&args);
    let failure = match panic::catch_unwind(|| run(&args)) {
        Ok(Ok(())) => return ExitCode::SUCCESS,
        Ok(Err(failure)) => failure,
        Err(_) => Failure::fault(),
    };
    failure.tell(json);
    failure.exit_code()
}

fn run(args: &[OsString]) -> Result<(), Failure> {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) if error.use_stderr() => return Err(Failure::usage(&error)),
        Err(asked_for_help) => return Ok(asked_for_help.print()?),
    };
    let globals = Globals::read(cli.globals)?;
    let output = Output::new(globals.json);
    let answer = perform(cli.command, &globals)?;
    output.print(&answer)
}
