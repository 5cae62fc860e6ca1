//! The commands, and who does each.

use crate::{
    capture::Capture,
    customer::Customer,
    due::Due,
    entry::{Correct, Log, Redo, TakeBack},
    export::Export,
    failure::Failure,
    find::Find,
    generate::{Generate, demo},
    globals::{GlobalArgs, Globals},
    import::{Import, ImportUndo, imports},
    keeping::{Backup, Restore, check, rebuild},
    member::Member,
    office::Office,
    output::Answer,
    promise::Promise,
    queue::Queue,
    report::Report,
    session::Session,
    timeline::Timeline,
};
use clap::{Parser, Subcommand};

/// Kept on the command line: who was promised what, by when, and what became of it.
#[derive(Debug, Parser)]
#[command(name = "keptctl", version, about, disable_help_subcommand = true, after_help = AFTER)]
pub struct Cli {
    /// Options of every command.
    #[command(flatten)]
    pub globals: GlobalArgs,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const AFTER: &str =
    "ID: a whole id or an ending of 6 characters or more; a customer also by phone number or e-mail address.
WHEN: an instant, or words: tomorrow 2p, fri 16:30, in 20 min, 24 nov 9:00.
A value that begins with - and could be an option follows --.";

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Show or set the office's settings
    #[command(subcommand)]
    Office(Office),
    /// List, add, rename and dismiss members
    #[command(subcommand)]
    Member(Member),
    /// Add, show and change customers
    #[command(subcommand)]
    Customer(Box<Customer>),
    /// Find customers by any part of what is known of them
    Find(Find),
    /// Put other words in the place of an entry's
    Correct(Correct),
    /// Take back an entry, a promise or a customer
    TakeBack(TakeBack),
    /// Bring back what was taken back
    Redo(Redo),
    /// What happened with a customer, newest first
    Timeline(Timeline),
    /// Log a call, visit, e-mail, letter, message or note
    Log(Log),
    /// Make promises and answer for them
    #[command(subcommand)]
    Promise(Promise),
    /// What is owed: late first, then by due time
    Queue(Queue),
    /// Say what a line would become in the window; writes nothing
    Capture(Capture),
    /// What the bell would announce, for every member
    Due(Due),
    /// Import address books: vCard or CSV
    Import(Import),
    /// List past imports
    Imports,
    /// Take a whole import back
    ImportUndo(ImportUndo),
    /// Write all customers to a file: .csv or .vcf
    Export(Export),
    /// How promises were kept
    #[command(subcommand)]
    Report(Report),
    /// Copy the whole office to a file
    Backup(Backup),
    /// Put a backup in the place of the office
    Restore(Restore),
    /// Make sure that everything is as it was written
    Check,
    /// Fold the whole log again
    Rebuild,
    /// Tell five stories in an empty office, with due times around now
    Demo,
    /// Fill an empty office with believable synthetic people
    Generate(Generate),
}

/// Does it.
pub fn perform(command: Command, globals: &Globals) -> Result<Answer, Failure> {
    // A restore must not open, let alone begin, the office that it replaces.
    if let Command::Restore(restore) = command {
        return Ok(restore.run(globals)?);
    }
    let session = Session::open(globals)?;
    Ok(match command {
        Command::Office(office) => office.run(&session),
        Command::Member(member) => member.run(&session),
        Command::Customer(customer) => customer.run(&session),
        Command::Find(find) => find.run(&session),
        Command::Correct(correct) => correct.run(&session),
        Command::TakeBack(take_back) => take_back.run(&session),
        Command::Redo(redo) => redo.run(&session),
        Command::Timeline(timeline) => timeline.run(&session),
        Command::Log(log) => log.run(&session),
        Command::Promise(promise) => promise.run(&session),
        Command::Queue(queue) => queue.run(&session),
        Command::Capture(capture) => capture.run(&session),
        Command::Due(due) => due.run(&session),
        Command::Import(import) => import.run(&session),
        Command::Imports => imports(&session),
        Command::ImportUndo(undo) => undo.run(&session),
        Command::Export(export) => export.run(&session),
        Command::Report(report) => report.run(&session),
        Command::Backup(backup) => backup.run(&session),
        Command::Restore(restore) => restore.run(globals),
        Command::Check => check(&session),
        Command::Rebuild => rebuild(session, globals),
        Command::Demo => demo(&session),
        Command::Generate(generate) => generate.run(&session),
    }?)
}
