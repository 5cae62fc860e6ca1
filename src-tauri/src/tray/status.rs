//! The day in one line, as the tray says it.

use kept_core::desk::Desk;
use kept_core::error::Result;
use kept_core::queue::{Today, TodayKey};
use kept_core::time::{Day, Timestamp, Zone};

/// The longest name that is shown, in characters.
const LONGEST_NAME: usize = 40;

const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// How the day stands for whoever is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// Promises that are late.
    pub late: u64,
    /// The next one that is not: when, and to whom.
    next: Option<(String, String)>,
    /// Until when this desk's reminders are paused.
    pub paused: Option<String>,
}

impl Status {
    /// Asks the office. For everybody where nobody is signed in.
    ///
    /// # Errors
    /// Where the office cannot be read.
    pub fn of(desk: &Desk) -> Result<Status> {
        let member = desk.member();
        let today = desk.today(member.as_ref().map(|member| member.name.as_str()))?;
        let paused = desk.reminders_paused(desk.now())?;
        Ok(Status::told(&today, paused, desk.office().settings.zone))
    }

    fn told(today: &Today, paused: Option<Timestamp>, zone: Zone) -> Status {
        let next =
            today.groups.iter().filter(|group| group.key != TodayKey::Late).find_map(|group| group.promises.first());
        let next = next.map(|promise| (when(promise.due_at, today.date, zone), name(&promise.customer_name)));
        Status { late: today.late, next, paused: paused.map(|until| when(until, today.date, zone)) }
    }

    /// The line.
    pub fn line(&self) -> String {
        match &self.paused {
            None => self.day(),
            Some(until) => format!("Paused until {until}: {}", self.day()),
        }
    }

    fn day(&self) -> String {
        match (self.late, &self.next) {
            (0, None) => "Nothing is promised for the next days".to_owned(),
            (0, Some((when, who))) => format!("Next {when} {who}"),
            (late, None) => format!("{late} late"),
            (late, Some((when, who))) => format!("{late} late, next {when} {who}"),
        }
    }
}

/// A time of the office: with its day where that is not today.
fn when(at: Timestamp, today: Day, zone: Zone) -> String {
    let wall = zone.wall(at);
    let time = format!("{:02}:{:02}", wall.hour(), wall.minute());
    let day = usize::try_from(wall.day().weekday()).ok().and_then(|day| WEEKDAYS.get(day).copied());
    match day {
        Some(day) if wall.day() != today => format!("{day} {time}"),
        _ => time,
    }
}

/// A name in one line of a menu.
fn name(name: &str) -> String {
    let line: String = name.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST_NAME).collect();
    if name.chars().nth(LONGEST_NAME).is_some() { format!("{}…", line.trim_end()) } else { line }
}

/// What leaving would leave alone: promises of everybody at this desk that are late or due today.
///
/// # Errors
/// Where the office cannot be read.
pub fn due_today(desk: &Desk) -> Result<u64> {
    let today = desk.today(None)?;
    let later: usize = today.groups.iter().filter(|g| g.key == TodayKey::Today).map(|g| g.promises.len()).sum();
    Ok(today.late + today.hour + later as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kept_core::clock::StandingClock;
    use kept_core::desk::OpenOptions;
    use serde_json::json;
    use std::sync::Arc;

    /// What the tray says at that moment of one Monday, with those promises to Meyer.
    fn said(now: &str, due: &[&str]) -> (String, u64) {
        said_in(now, due, None)
    }

    /// The same, with the reminders paused.
    fn said_in(now: &str, due: &[&str], pause: Option<&str>) -> (String, u64) {
        let home = tempfile::tempdir().unwrap();
        let clock = Arc::new(StandingClock::at("2026-03-02T06:00:00Z".parse().unwrap()));
        let desk =
            Desk::open(OpenOptions { home: home.path().to_owned(), clock: clock.clone(), window: None }).unwrap();
        let call = |name: &str, args| kept_core::api::call(&desk, name, args).unwrap().value;
        call(
            "set_up",
            json!({"name": "Dana", "office": "North", "zone": "Europe/Berlin", "region": "DE", "locale": "de"}),
        );
        let meyer = call("customer_add", json!({"name": "Meyer & Söhne\nGmbH"}))["id"].clone();
        for due in due {
            call("promise_make", json!({"customer": meyer, "text": "Call", "due": due}));
        }
        clock.set(now.parse().unwrap());
        desk.pause_reminders(pause).unwrap();
        (Status::of(&desk).unwrap().line(), due_today(&desk).unwrap())
    }

    #[test]
    fn the_line_says_what_is_late_and_what_comes_next_by_the_office_s_clock() {
        let due = ["2026-03-02T08:00:00Z", "2026-03-02T13:30:00Z", "2026-03-04T09:00:00Z"];
        assert_eq!(said("2026-03-02T07:00:00Z", &due), ("Next 09:00 Meyer & Söhne GmbH".into(), 2));
        assert_eq!(said("2026-03-02T10:00:00Z", &due), ("1 late, next 14:30 Meyer & Söhne GmbH".into(), 2));
        assert_eq!(said("2026-03-02T20:00:00Z", &due), ("2 late, next Wed 10:00 Meyer & Söhne GmbH".into(), 2));
        assert_eq!(said("2026-03-05T20:00:00Z", &due), ("3 late".into(), 3));
        assert_eq!(said("2026-03-02T07:00:00Z", &[]), ("Nothing is promised for the next days".into(), 0));
    }

    #[test]
    fn the_line_says_until_when_reminders_are_paused() {
        let due = ["2026-03-02T08:00:00Z"];
        let said = |pause| said_in("2026-03-02T10:00:00Z", &due, Some(pause)).0;
        assert_eq!(said("in 30 min"), "Paused until 11:30: 1 late");
        assert_eq!(said("2026-03-03T08:00"), "Paused until Tue 08:00: 1 late");
    }

    #[test]
    fn a_long_name_is_cut() {
        assert_eq!(name(&"x".repeat(60)), format!("{}…", "x".repeat(40)));
    }
}
