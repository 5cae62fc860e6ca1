//! The steps by which a reminder goes on until somebody answers, and when each comes.

use crate::{
    cache::PASSED_ON,
    error::{Error, Result},
    time::MINUTE_MS,
};
use std::fmt;

/// Something that is told once for each due time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// The first announcement, to whoever answers for it.
    Due,
    /// Told again at the beginning of a later round: a snooze ended, or it was handed over.
    Anew(u32),
    /// Told again, for want of an answer.
    Repeat,
    /// The owner's backup.
    Backup,
    /// The managers.
    Managers,
    /// The managers, because it was put off for the third time.
    Snoozes,
    /// What a member answers for and is late, once for each opening. It is about the member, not about a promise.
    Opening,
    /// What others answer for and is late, for a manager.
    OpeningOthers,
    /// What falls due in an absence, for whoever is away. It is about the absence.
    Away,
    /// The same, for whoever answers meanwhile.
    AwayBackup,
    /// What a colleague is asked to take over. It is about the offer.
    Offered,
    /// That nobody took it, for its owner. It is about the offer.
    Returned,
    /// The managers, because a matter went over for the third time; told for that moment, not for a due time.
    PassedOn,
    /// That the time planned for the next try has come; told for that time, not for a due time.
    NextTry,
}

impl Step {
    /// Whether it asks for an answer to a promise that is due; the others are about a member, an absence or a hand-over.
    pub fn is_about_a_promise(self) -> bool {
        match self {
            Step::Due | Step::Anew(_) | Step::Repeat | Step::Backup | Step::Managers | Step::Snoozes => true,
            Step::Opening
            | Step::OpeningOthers
            | Step::Away
            | Step::AwayBackup
            | Step::Offered
            | Step::Returned
            | Step::PassedOn
            | Step::NextTry => false,
        }
    }

    /// Whether somebody else than the one who answers for it is told: such a step stands in the log.
    pub fn is_told_to_others(self) -> bool {
        match self {
            Step::Backup | Step::Managers | Step::Snoozes | Step::PassedOn => true,
            Step::Due
            | Step::Anew(_)
            | Step::Repeat
            | Step::Offered
            | Step::Returned
            | Step::Opening
            | Step::OpeningOthers
            | Step::Away
            | Step::AwayBackup
            | Step::NextTry => false,
        }
    }
}

/// The name under which it is marked.
impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Step::Due => f.write_str("due"),
            Step::Anew(round) => write!(f, "anew:{round}"),
            Step::Repeat => f.write_str("repeat"),
            Step::Backup => f.write_str("backup"),
            Step::Managers => f.write_str("managers"),
            Step::Snoozes => f.write_str("snoozes"),
            Step::Opening => f.write_str("opening"),
            Step::OpeningOthers => f.write_str("opening-others"),
            Step::Away => f.write_str("away"),
            Step::AwayBackup => f.write_str("away-backup"),
            Step::Offered => f.write_str("offered"),
            Step::Returned => f.write_str("returned"),
            Step::PassedOn => f.write_str(PASSED_ON),
            Step::NextTry => f.write_str("next-try"),
        }
    }
}

impl Step {
    /// The step of that name; `None` for one of a newer version.
    pub fn named(name: &str) -> Option<Step> {
        Some(match name {
            "due" => Step::Due,
            "repeat" => Step::Repeat,
            "backup" => Step::Backup,
            "managers" => Step::Managers,
            "snoozes" => Step::Snoozes,
            "opening" => Step::Opening,
            "opening-others" => Step::OpeningOthers,
            "away" => Step::Away,
            "away-backup" => Step::AwayBackup,
            "offered" => Step::Offered,
            "returned" => Step::Returned,
            PASSED_ON => Step::PassedOn,
            "next-try" => Step::NextTry,
            other => Step::Anew(other.strip_prefix("anew:")?.parse().ok()?),
        })
    }
}

/// The steps of an office after the first announcement, each with the minutes of working time after which it comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ladder {
    steps: Vec<(Step, u32)>,
}

/// Each step by the name under which it is set, in order.
const NAMES: [(&str, Step); 3] = [("again", Step::Repeat), ("backup", Step::Backup), ("managers", Step::Managers)];

/// The most minutes of a step: a working week.
const MOST_MINUTES: u32 = 5 * 24 * 60;

impl Default for Ladder {
    fn default() -> Self {
        Ladder { steps: vec![(Step::Repeat, 5), (Step::Backup, 15), (Step::Managers, 30)] }
    }
}

impl Ladder {
    /// Reads `again 5, backup 15, managers 30`: minutes of working time after the first announcement. A step that is not
    /// named is left out, `off` leaves out all of them, and nothing at all is the steps by default.
    ///
    /// # Errors
    /// One sentence that says how steps are written, or that one would come before the one it follows.
    pub fn parse(text: &str) -> Result<Ladder> {
        let wrong = || {
            Error::invalid("Steps are written like again 5, backup 15, managers 30: minutes of opening hours.")
                .suggest([Ladder::default().to_string()])
        };
        let text = text.trim().to_lowercase();
        match text.as_str() {
            "" => return Ok(Ladder::default()),
            "off" => return Ok(Ladder { steps: Vec::new() }),
            _ => {}
        }
        let mut steps: Vec<(Step, u32)> = Vec::new();
        for part in text.split(',') {
            let (name, minutes) = part.trim().split_once(char::is_whitespace).ok_or_else(wrong)?;
            let step = NAMES.iter().find(|(known, _)| *known == name).map(|(_, step)| *step).ok_or_else(wrong)?;
            let minutes = minutes.trim().trim_end_matches("min").trim().parse::<u32>().map_err(|_| wrong())?;
            if !(1..=MOST_MINUTES).contains(&minutes) {
                return Err(Error::invalid("A step comes after 1 to 7200 minutes of opening hours."));
            }
            if steps.last().is_some_and(|(before, after)| step <= *before || minutes < *after) {
                return Err(Error::invalid(
                    "The steps come in this order, none before the last: again, backup, managers.",
                ));
            }
            steps.push((step, minutes));
        }
        Ok(Ladder { steps })
    }

    /// The steps with the milliseconds of working time after which each comes.
    pub fn steps(&self) -> impl Iterator<Item = (Step, i64)> {
        self.steps.iter().map(|(step, minutes)| (*step, i64::from(*minutes) * MINUTE_MS))
    }
}

/// In its canonical form; reading it gives the same steps.
impl fmt::Display for Ladder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.steps.is_empty() {
            return f.write_str("off");
        }
        let name = |step: &Step| NAMES.iter().find(|(_, known)| known == step).map_or("", |(name, _)| *name);
        let parts: Vec<_> = self.steps.iter().map(|(step, minutes)| format!("{} {minutes}", name(step))).collect();
        f.write_str(&parts.join(", "))
    }
}
