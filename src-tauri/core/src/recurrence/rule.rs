//! A rule: on which days something comes again. Its text is a part of RFC 5545's.

use crate::{
    error::{Error, Result},
    time::Day,
};
use std::{fmt, str::FromStr};

/// The most days, weeks, months or years from one time to the next.
pub(super) const MOST_EVERY: u16 = 100;
/// The most times a rule may name.
pub(super) const MOST_TIMES: u32 = 10_000;
/// The longest text of a rule that is read, in bytes.
const LONGEST: usize = 200;

/// On which days something comes again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Every so many days, weeks, months or years; from 1 to 100.
    pub every: u16,
    /// Which days of them.
    pub cycle: Cycle,
    /// The last day that counts; `None`: for ever.
    pub until: Option<Day>,
    /// How many times in all; `None`: for ever.
    pub count: Option<u32>,
}

/// Which days of a day, week, month or year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cycle {
    /// Each day.
    Days,
    /// These weekdays, 0 for Monday, in order; never none.
    Weeks(Vec<u32>),
    /// That day, 1 to 31; in a shorter month its last day.
    MonthDay(u32),
    /// That weekday of the month.
    MonthWeekday(Nth, u32),
    /// That day of that month; 29 February is the 28th in other years.
    YearDay {
        /// 1 to 12.
        month: u32,
        /// 1 to 31.
        day: u32,
    },
    /// That weekday of that month.
    YearWeekday {
        /// 1 to 12.
        month: u32,
        /// Which of them.
        nth: Nth,
        /// 0 for Monday.
        weekday: u32,
    },
}

/// Which weekday of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nth {
    /// The first to the fourth, which every month has.
    Of(u32),
    /// The last.
    Last,
}

/// The weekdays as RFC 5545 names them, from Monday.
const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

impl Rule {
    /// The rule without its end: for the library, which counts otherwise.
    pub(super) fn endless(&self) -> Rule {
        Rule { until: None, count: None, ..self.clone() }
    }
}

/// `FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=28,29,30,31;BYSETPOS=-1`: of the days that a month has, the last one named.
impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |weekday: u32| DAYS.get(weekday as usize).copied().unwrap_or("MO");
        let nth = |nth: Nth| match nth {
            Nth::Of(n) => n.to_string(),
            Nth::Last => "-1".to_owned(),
        };
        let safe = |day: u32| {
            let days: Vec<String> = (28..=day.max(28)).map(|d| d.to_string()).collect();
            if day > 28 { format!("BYMONTHDAY={};BYSETPOS=-1", days.join(",")) } else { format!("BYMONTHDAY={day}") }
        };
        let (frequency, by) = match &self.cycle {
            Cycle::Days => ("DAILY", String::new()),
            Cycle::Weeks(days) => {
                let days: Vec<_> = days.iter().map(|day| name(*day)).collect();
                ("WEEKLY", format!(";WKST=MO;BYDAY={}", days.join(",")))
            }
            Cycle::MonthDay(day) => ("MONTHLY", format!(";{}", safe(*day))),
            Cycle::MonthWeekday(which, weekday) => ("MONTHLY", format!(";BYDAY={}{}", nth(*which), name(*weekday))),
            Cycle::YearDay { month: 2, day: 29 } => ("YEARLY", ";BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1".to_owned()),
            Cycle::YearDay { month, day } => ("YEARLY", format!(";BYMONTH={month};BYMONTHDAY={day}")),
            Cycle::YearWeekday { month, nth: which, weekday } => {
                ("YEARLY", format!(";BYMONTH={month};BYDAY={}{}", nth(*which), name(*weekday)))
            }
        };
        write!(f, "FREQ={frequency};INTERVAL={}{by}", self.every)?;
        if let Some(until) = self.until {
            write!(f, ";UNTIL={:04}{:02}{:02}", until.year(), until.month(), until.day())?;
        }
        self.count.map_or(Ok(()), |count| write!(f, ";COUNT={count}"))
    }
}

/// Reads what [`Display`](fmt::Display) writes, and nothing else.
impl FromStr for Rule {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self> {
        let wrong = || Error::invalid("How this promise comes again cannot be read by this version of Kept.");
        if text.len() > LONGEST || !text.is_ascii() {
            return Err(wrong());
        }
        let part = |name: &str| text.split(';').find_map(|part| part.strip_prefix(name)?.strip_prefix('='));
        let month = || part("BYMONTH")?.parse().ok();
        let nth_weekday = || -> Option<(Nth, u32)> {
            let (nth, weekday) = part("BYDAY")?.split_at_checked(part("BYDAY")?.len().checked_sub(2)?)?;
            let weekday = DAYS.iter().position(|day| *day == weekday)? as u32;
            let nth = if nth == "-1" { Nth::Last } else { Nth::Of(nth.parse().ok()?) };
            Some((nth, weekday))
        };
        let last_day = || part("BYMONTHDAY")?.rsplit(',').next()?.parse().ok();
        let cycle = || -> Option<Cycle> {
            match part("FREQ")? {
                "DAILY" => Some(Cycle::Days),
                "WEEKLY" => {
                    let day = |name: &str| DAYS.iter().position(|day| *day == name).map(|at| at as u32);
                    part("BYDAY")?.split(',').map(day).collect::<Option<Vec<_>>>().map(Cycle::Weeks)
                }
                "MONTHLY" if part("BYDAY").is_some() => nth_weekday().map(|(nth, day)| Cycle::MonthWeekday(nth, day)),
                "MONTHLY" => last_day().map(Cycle::MonthDay),
                "YEARLY" if part("BYDAY").is_some() => {
                    let (nth, weekday) = nth_weekday()?;
                    Some(Cycle::YearWeekday { month: month()?, nth, weekday })
                }
                "YEARLY" => Some(Cycle::YearDay { month: month()?, day: last_day()? }),
                _ => None,
            }
        };
        let rule = || -> Option<Rule> {
            let every = part("INTERVAL")?.parse().ok()?;
            let until = match part("UNTIL") {
                None => None,
                Some(day) => {
                    let number = |from: usize, to: usize| day.get(from..to)?.parse::<u32>().ok();
                    let year = i32::try_from(number(0, 4)?).ok()?;
                    Some(Day::new(year, number(4, 6)?, number(6, 8)?)?)
                }
            };
            let count = match part("COUNT") {
                None => None,
                Some(count) => Some(count.parse().ok()?),
            };
            Some(Rule { every, cycle: cycle()?, until, count })
        };
        // Only what is written back to the letter was read whole.
        rule().filter(|rule| rule.is_sound() && rule.to_string() == text).ok_or_else(wrong)
    }
}

impl Rule {
    /// Whether every part is within its bounds, so that the rule has days.
    pub(super) fn is_sound(&self) -> bool {
        let nth_is = |nth: &Nth| !matches!(nth, Nth::Of(n) if !(1..=4).contains(n));
        (1..=MOST_EVERY).contains(&self.every)
            && self.count.is_none_or(|count| (1..=MOST_TIMES).contains(&count))
            && match &self.cycle {
                Cycle::Days => true,
                Cycle::Weeks(days) => {
                    !days.is_empty() && days.iter().all(|d| *d < 7) && days.is_sorted_by(|a, b| a < b)
                }
                Cycle::MonthDay(day) => (1..=31).contains(day),
                Cycle::MonthWeekday(nth, weekday) => nth_is(nth) && *weekday < 7,
                // A leap year has every day that any year has.
                Cycle::YearDay { month, day } => Day::new(2024, *month, *day).is_some(),
                Cycle::YearWeekday { month, nth, weekday } => (1..=12).contains(month) && nth_is(nth) && *weekday < 7,
            }
    }
}
