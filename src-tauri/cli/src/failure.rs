//! How a command ends when it does not do what was asked: exit code, and one sentence on stderr.

use crate::output::warn;
use kept_core::error::Error;
use serde_json::json;
use std::process::ExitCode;

/// Why nothing was answered.
#[derive(Debug)]
pub enum Failure {
    /// The core refused.
    Refused(Error),
    /// The command line was not understood. `said`: what to print before the sentence.
    Usage {
        /// Usage and suggestions, for people.
        said: String,
        /// In one sentence.
        sentence: String,
    },
    /// The answer could not be written to stdout.
    NotPrinted(std::io::Error),
    /// A fault in Kept itself.
    Fault,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure::Refused(error)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Failure::NotPrinted(error)
    }
}

impl Failure {
    /// What the parser of the command line found wrong.
    pub fn usage(error: &clap::Error) -> Failure {
        let said = error.to_string();
        let first = said.lines().next().unwrap_or_default().trim_start_matches("error: ");
        let sentence = match first.trim_end_matches([':', '.', ' ']) {
            "" => "The command was not understood.".to_owned(),
            // Without a command the parser answers with the help itself.
            _ if error.kind() == clap::error::ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                "A command is missing.".to_owned()
            }
            first => format!("{first}."),
        };
        Failure::Usage { said, sentence }
    }

    /// Something else about the command line is wrong.
    pub fn wrong_usage(sentence: String) -> Failure {
        Failure::Usage { said: format!("error: {sentence}\n"), sentence }
    }

    /// A fault in Kept itself.
    pub fn fault() -> Failure {
        Failure::Fault
    }

    /// 1: refused or wrong input; 2: wrong usage; 3: the database cannot be used.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Failure::Refused(error) if error.code.is_about_the_file() => ExitCode::from(3),
            Failure::Refused(_) | Failure::Fault => ExitCode::from(1),
            Failure::Usage { .. } => ExitCode::from(2),
            // Whoever read along has seen enough.
            Failure::NotPrinted(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Failure::NotPrinted(_) => ExitCode::from(1),
        }
    }

    /// Says it on stderr: for people, or as the last line a program reads.
    pub fn tell(&self, json: bool) {
        if let Failure::NotPrinted(error) = self
            && error.kind() == std::io::ErrorKind::BrokenPipe
        {
            return;
        }
        let (code, sentence, suggest) = match self {
            Failure::Refused(error) => (error.code.name(), error.message.clone(), error.suggest.as_slice()),
            Failure::Usage { sentence, .. } => ("usage", sentence.clone(), [].as_slice()),
            Failure::NotPrinted(_) => ("storage", "The answer could not be written out.".to_owned(), [].as_slice()),
            Failure::Fault => (
                "fault",
                "Kept made a mistake of its own and stopped; what was saved is safe.".to_owned(),
                [].as_slice(),
            ),
        };
        if json {
            warn(&json!({ "error": { "code": code, "message": sentence, "suggest": suggest } }).to_string());
            return;
        }
        if let Failure::Usage { said, .. } = self {
            warn(said.trim_end());
            return;
        }
        if !suggest.is_empty() {
            warn(&format!("Perhaps: {}", suggest.join(", ")));
        }
        warn(&sentence);
    }
}
