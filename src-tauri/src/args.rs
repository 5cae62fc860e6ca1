//! What the window is started with, by a person, the system's menu, a telephone program or a link.

use crate::arrival::Arrival;
use clap::{Parser, Subcommand};
use kept_core::clock::{Clock, SystemClock};
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

/// Kept: no promise made to a customer is ever forgotten.
#[derive(Debug, Parser)]
#[command(name = "kept", version, disable_help_subcommand = true)]
pub struct Args {
    /// The data folder; made when it is not there
    #[arg(long, value_name = "DIR", env = "KEPT_HOME")]
    home: Option<PathBuf>,

    /// Start in the tray, without showing the window
    #[arg(long)]
    hidden: bool,

    /// The clock shows this moment at the start and runs on
    #[cfg(debug_assertions)]
    #[arg(long, value_name = "INSTANT", env = "KEPT_NOW")]
    now: Option<kept_core::time::Timestamp>,

    /// The clock is so many milliseconds ahead of that as this file says, whenever it says so
    #[cfg(debug_assertions)]
    #[arg(long, value_name = "FILE", requires = "now")]
    ahead: Option<PathBuf>,

    #[command(subcommand)]
    verb: Option<Verb>,

    /// kept://call?number=NUMBER or kept://customer/ID
    #[arg(value_name = "LINK")]
    link: Option<OsString>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Show who is calling from NUMBER; everything after the verb is taken for the number
    #[command(disable_help_flag = true, disable_version_flag = true)]
    Call {
        /// As the telephone hands it over
        #[arg(value_name = "NUMBER", trailing_var_arg = true, allow_hyphen_values = true)]
        number: Vec<OsString>,
    },
    /// Say that the call with NUMBER is over; everything after the verb is taken for the number
    #[command(disable_help_flag = true, disable_version_flag = true)]
    Ended {
        /// As the telephone hands it over
        #[arg(value_name = "NUMBER", trailing_var_arg = true, allow_hyphen_values = true)]
        number: Vec<OsString>,
    },
    /// Bring up the one-line bar, for a key that the desktop's own settings give to it
    Capture,
}

/// What a link begins with.
const SCHEME: &str = "kept:";
/// What the words of the 3CX assistant begin with.
const ASSISTANT: &str = "/N:";

impl Args {
    /// Reads the words of a command line, the program's own name first.
    ///
    /// # Errors
    /// What clap says of them, help and version included.
    pub fn read(words: impl IntoIterator<Item = OsString>) -> Result<Args, clap::Error> {
        let mut link_seen = false;
        // Whoever wrote the link may have written what follows it: a browser that does not quote makes words of it.
        let begins = |word: &OsString, with: &str| {
            word.to_string_lossy().get(..with.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(with))
        };
        let words = words.into_iter().take_while(|word| {
            let go_on = !link_seen;
            link_seen |= begins(word, SCHEME);
            go_on
        });
        let mut words: Vec<OsString> = words.collect();
        // The 3CX assistant starts a program with words of its own, and no verb can be put before them.
        if words.get(1).is_some_and(|word| begins(word, ASSISTANT)) {
            words.insert(1, "call".into());
        }
        Args::try_parse_from(words)
    }

    /// The data folder, the same as keptctl's unless another is named.
    pub fn home(&self) -> PathBuf {
        let home = self.home.clone().unwrap_or_else(kept_core::home::default_home);
        std::path::absolute(&home).unwrap_or(home)
    }

    /// Whether the window stays in the tray.
    pub fn hidden(&self) -> bool {
        self.arrival().map_or(self.hidden, |arrival| !arrival.is_shown())
    }

    /// What it was started for, besides being open.
    pub fn arrival(&self) -> Option<Arrival> {
        match (&self.verb, &self.link) {
            (Some(Verb::Call { number }), _) => Some(Arrival::call(number.iter().map(|word| word.to_string_lossy()))),
            (Some(Verb::Ended { number }), _) => Some(Arrival::ended(number.iter().map(|word| word.to_string_lossy()))),
            (Some(Verb::Capture), _) => Some(Arrival::Bar),
            (None, Some(link)) => Arrival::link(&link.to_string_lossy()),
            (None, None) => None,
        }
    }

    /// Where time comes from.
    pub fn clock(&self) -> Arc<dyn Clock> {
        #[cfg(debug_assertions)]
        if let Some(now) = self.now {
            return Arc::new(kept_host::RunningClock::from(now).ahead_by(self.ahead.clone()));
        }
        Arc::new(SystemClock)
    }
}

/// How somebody who opens the office a second time is told where it is open.
pub fn holder() -> String {
    format!("the window of {} (process {})", kept_host::login_name(), std::process::id())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(words: &[&str]) -> Args {
        Args::read(["kept"].iter().chain(words).map(OsString::from)).unwrap()
    }

    fn called(words: &[&str]) -> String {
        match read(words).arrival() {
            Some(Arrival::Call { text }) => text,
            other => panic!("{words:?} is {other:?}"),
        }
    }

    #[test]
    fn whatever_stands_behind_the_verb_is_the_number() {
        assert_eq!(called(&["call", "+1", "206", "555", "0142"]), "+1 206 555 0142");
        for word in
            ["--help", "-h", "--version", "-x", "--home", "--now=1", "/etc/passwd", "<b>", "%CallerNumber%", "call", ""]
        {
            assert_eq!(called(&["call", word]), word, "{word}");
        }
        assert_eq!(called(&["call", "--home", "/tmp/evil"]), "--home /tmp/evil");
        assert_eq!(called(&["call"]), "");
        assert_eq!(called(&["--hidden", "call", "555"]), "555");
        assert_eq!(read(&["call", "--home", "/tmp/evil"]).home(), kept_core::home::default_home());
    }

    #[test]
    fn the_3cx_assistant_needs_no_verb() {
        assert_eq!(called(&["/N:S", "/C:+12065550142", "/T:I", "/I:7"]), "/N:S /C:+12065550142 /T:I /I:7");
        assert_eq!(called(&["/n:E", "--home", "/tmp/evil"]), "/n:E --home /tmp/evil");
    }

    #[test]
    fn the_end_of_a_call_is_said_like_its_begin_and_shows_no_window() {
        let ended = read(&["ended", "--home", "/tmp/evil"]);
        assert_eq!(ended.home(), kept_core::home::default_home());
        assert_eq!(ended.arrival(), Some(Arrival::Ended { text: "--home /tmp/evil".into() }));
        assert!(read(&["ended", "555"]).hidden(), "a call that is over brings nothing forward");
    }

    #[test]
    fn a_key_of_the_desktop_brings_up_the_bar() {
        assert_eq!(read(&["capture"]).arrival(), Some(Arrival::Bar));
        assert!(!read(&["--hidden", "capture"]).hidden());
    }

    /// A word as a stranger may hand it over: a flag, a path, a link, a sign of the shell, or any bytes.
    fn word() -> impl Strategy<Value = OsString> {
        let known = [
            "call",
            "--home",
            "--home=/tmp/evil",
            "--hidden",
            "--now",
            "--now=1",
            "--help",
            "-h",
            "--version",
            "-V",
            "--",
            "-",
            "/etc/passwd",
            "..",
            "kept://call?number=555",
            "kept://customer/1",
            "kept:",
            "$(reboot)",
            "<img src=x>",
            "\u{202e}",
            "",
            "\n",
        ];
        prop_oneof![
            prop::sample::select(known.to_vec()).prop_map(OsString::from),
            any::<String>().prop_map(OsString::from),
            #[cfg(unix)]
            prop::collection::vec(1_u8.., 0..40).prop_map(std::os::unix::ffi::OsStringExt::from_vec),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn behind_the_verb_nothing_is_a_flag_or_a_folder(words in prop::collection::vec(word(), 0..6)) {
            let args = Args::read(["kept", "call"].map(OsString::from).into_iter().chain(words)).unwrap();
            prop_assert_eq!(args.home(), kept_core::home::default_home());
            prop_assert!(!args.hidden());
            let Some(Arrival::Call { text }) = args.arrival() else { panic!("no call") };
            prop_assert!(text.chars().count() <= 200);
        }

        #[test]
        fn behind_a_link_nothing_is_a_flag_or_a_folder(
            link in "(kept|KEPT|Kept):(//)?(call|customer|\\PC{0,9})(/|\\?number=|\\?)?\\PC{0,40}",
            words in prop::collection::vec(word(), 0..6),
        ) {
            let args = Args::read([OsString::from("kept"), link.into()].into_iter().chain(words)).unwrap();
            prop_assert_eq!(args.home(), kept_core::home::default_home());
            match args.arrival() {
                Some(Arrival::Call { text } | Arrival::Ended { text }) => prop_assert!(text.chars().count() <= 200),
                Some(Arrival::Place { .. } | Arrival::GoOn { .. } | Arrival::Bar) => {
                    prop_assert!(false, "a link names nothing of the tray or the bar");
                }
                Some(Arrival::Customer { .. }) | None => {}
            }
        }

        #[test]
        fn any_words_at_all_are_read_or_refused(words in prop::collection::vec(word(), 0..6)) {
            let _ = Args::read([OsString::from("kept")].into_iter().chain(words)).map(|args| args.arrival());
        }
    }

    #[test]
    fn a_call_is_shown_also_where_the_program_would_start_hidden() {
        assert!(read(&["--hidden"]).hidden());
        assert!(!read(&["--hidden", "call", "555"]).hidden());
    }

    #[test]
    fn a_link_ends_the_options() {
        let args = read(&["kept://call?number=555", "--home", "/tmp/evil", "--hidden"]);
        assert_eq!(args.home(), kept_core::home::default_home());
        assert!(matches!(args.arrival(), Some(Arrival::Call { text }) if text == "555"));
        assert!(read(&["/etc/passwd"]).arrival().is_none(), "a path is no link");
    }
}
