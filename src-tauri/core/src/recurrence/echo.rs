//! A rule said back in words that can be typed again.

use super::rule::{Cycle, Nth, Rule};
use crate::{
    time::{Day, WallTime},
    when::{MONTHS, WEEKDAYS, clock},
};

impl Rule {
    /// The rule with its time of day: `every 2 weeks on Monday and Thursday, 10:00, until 24 December 2026`.
    pub fn words(&self, time: WallTime) -> String {
        let every = |unit: &str| match self.every {
            1 => format!("every {unit}"),
            n => format!("every {n} {unit}s"),
        };
        let mut said = match &self.cycle {
            Cycle::Days => every("day"),
            Cycle::Weeks(days) if self.every == 1 && days.as_slice() == [0, 1, 2, 3, 4] => "every weekday".to_owned(),
            Cycle::Weeks(days) if self.every == 1 => format!("every {}", listed(days)),
            Cycle::Weeks(days) => format!("{} on {}", every("week"), listed(days)),
            Cycle::MonthDay(day) => format!("{} on the {}", every("month"), ordinal(*day)),
            Cycle::MonthWeekday(nth, day) => format!("{} on the {} {}", every("month"), which(*nth), weekday(*day)),
            Cycle::YearDay { month: of, day } => format!("{} on {day} {}", every("year"), month(*of)),
            Cycle::YearWeekday { month: of, nth, weekday: day } => {
                format!("{} on the {} {} of {}", every("year"), which(*nth), weekday(*day), month(*of))
            }
        };
        said.push_str(&format!(", {}", clock(time)));
        if let Some(until) = self.until {
            said.push_str(&format!(", until {}", date(until)));
        }
        match self.count {
            None => {}
            Some(1) => said.push_str(", 1 time"),
            Some(count) => said.push_str(&format!(", {count} times")),
        }
        said
    }

    /// What is to be known about the rule, as a sentence: what it does in short months.
    pub fn note(&self) -> Option<String> {
        match self.cycle {
            Cycle::MonthDay(29..) => Some("In a shorter month it is the last day.".to_owned()),
            Cycle::YearDay { month: 2, day: 29 } => Some("In other years it is 28 February.".to_owned()),
            _ => None,
        }
    }
}

fn date(day: Day) -> String {
    format!("{} {} {}", day.day(), month(day.month()), day.year())
}

fn weekday(weekday: u32) -> &'static str {
    WEEKDAYS.get(weekday as usize).copied().unwrap_or_default()
}

fn month(month: u32) -> &'static str {
    MONTHS.get((month as usize).wrapping_sub(1)).copied().unwrap_or_default()
}

fn which(nth: Nth) -> &'static str {
    match nth {
        Nth::Of(1) => "first",
        Nth::Of(2) => "second",
        Nth::Of(3) => "third",
        Nth::Of(_) => "fourth",
        Nth::Last => "last",
    }
}

/// `1st`, `22nd`, `13th`.
fn ordinal(n: u32) -> String {
    let ending = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

/// `Monday, Wednesday and Friday`.
fn listed(days: &[u32]) -> String {
    let names: Vec<_> = days.iter().map(|day| weekday(*day)).collect();
    match names.split_last() {
        None => String::new(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}
