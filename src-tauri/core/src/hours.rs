//! When the office is open, and when it wants to be left in peace.
//!
//! All of it is wall time: what the clock on the wall shows. What that means in real time is for the
//! [calendar](crate::calendar).

use crate::calendar::{self, DayTimes, Days};
use crate::error::{Error, Result};
use crate::phone::fold_digits;
use crate::time::{Day, WallTime};
use std::fmt;

/// Minutes in a day.
const DAY_MINUTES: u32 = 24 * 60;
/// Where words like "opening" stand while no hours are set: 09:00, in minutes.
const USUAL_OPENING: u32 = 9 * 60;
/// Where words like "closing" stand while no hours are set: 18:00, in minutes.
const USUAL_CLOSING: u32 = 18 * 60;
/// How far the next opening is looked for, in days: over any holiday season.
const LOOK_AHEAD_DAYS: i64 = 400;
/// The longest setting that is looked at, in bytes.
const LONGEST: usize = 1000;

/// The weekdays as they are written in a setting; the first two letters are also the library's.
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// The same in full, for reading and for messages.
const FULL_DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// From and to, in minutes since midnight; `to` is not part of it.
type Span = (u32, u32);

/// All of a day, in seconds.
const ALL_DAY: &[(u32, u32)] = &[(0, DAY_MINUTES * 60)];

/// The office's opening hours: its week, its holidays and days of its own. Without hours set, it is always open, but on
/// days of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hours {
    /// The week in its canonical form; empty when none is set.
    text: String,
    /// The open times of each weekday, in seconds; `None` when no hours are set.
    week: Option<[Vec<(u32, u32)>; 7]>,
    /// The days that differ.
    days: Days,
}

impl Hours {
    /// Reads a setting such as `mon-fri 08:00-12:00,13:00-18:00; sat 09:00-13:00`. Empty: always open.
    ///
    /// # Errors
    /// One sentence when it is not of that form, when times of a day overlap, or when one passes midnight.
    pub fn parse(text: &str) -> Result<Self> {
        if text.len() > LONGEST {
            return Err(Error::invalid("These opening hours are too long to be read."));
        }
        let text = fold_digits(text).replace(['–', '—', '−'], "-").to_lowercase();
        if text.trim().is_empty() {
            return Ok(Hours::default());
        }
        let mut week: [Vec<Span>; 7] = Default::default();
        for rule in text.split(';').map(str::trim).filter(|r| !r.is_empty()) {
            let (days, spans) = read_rule(rule)?;
            for (day, open) in week.iter_mut().enumerate() {
                if days.contains(&day) {
                    open.extend(&spans);
                }
            }
        }
        for (open, name) in week.iter_mut().zip(FULL_DAYS) {
            *open = joined(std::mem::take(open), name)?;
        }
        if week.iter().all(Vec::is_empty) {
            return Err(Error::invalid("These opening hours leave the office closed on every day; name one open day."));
        }
        let expression = written(&week, |day| DAYS.get(day).and_then(|d| d.get(..2)).unwrap_or(""));
        let read = calendar::week(&expression).ok_or_else(|| {
            Error::invalid("These opening hours cannot be read; write for example mon-fri 09:00-18:00.")
        })?;
        let text = written(&week, |day| DAYS.get(day).copied().unwrap_or(""));
        Ok(Hours { text, week: Some(read), days: Days::default() })
    }

    /// The same week with other days that differ.
    pub fn with_days(self, days: Days) -> Self {
        Hours { days, ..self }
    }

    /// The days that differ from the week.
    pub fn days(&self) -> &Days {
        &self.days
    }

    /// Whether there is no moment at which the office is closed: no hours are set, and no day of its own.
    pub fn is_always_open(&self) -> bool {
        self.week.is_none() && self.days.has_none_of_its_own()
    }

    /// Whether hours are set; without them the office is always open.
    pub fn are_set(&self) -> bool {
        self.week.is_some()
    }

    /// Whether the office is open when the clock shows `at`. It is closed from the second of closing on.
    pub fn is_open(&self, at: WallTime) -> bool {
        let second = at.second_of_day();
        self.intervals(at.day()).iter().any(|(from, to)| (*from..*to).contains(&second))
    }

    /// The day's open times in order, in seconds since midnight; the end, at most 86,400, is not part of it.
    ///
    /// A day of the office's own counts before a holiday, and both before the week. Holidays count once hours are set.
    pub fn intervals(&self, day: Day) -> &[(u32, u32)] {
        match self.days.own(day).map(|(own, _)| &own.times) {
            Some(DayTimes::Closed) => &[],
            Some(DayTimes::Open(spans)) => spans,
            Some(DayTimes::Usual) => self.usual(day),
            None if self.week.is_some() && self.days.is_holiday(day) => &[],
            None => self.usual(day),
        }
    }

    /// The open times of that weekday, as if the day were like any other.
    pub fn usual(&self, day: Day) -> &[(u32, u32)] {
        match &self.week {
            None => ALL_DAY,
            Some(week) => week.get(day.weekday() as usize).map_or(&[], Vec::as_slice),
        }
    }

    /// When the day's work begins; 09:00 while no hours are set, `None` on a day that is closed.
    pub fn opening(&self, day: Day) -> Option<WallTime> {
        if !self.are_set() && self.days.own(day).is_none() {
            return Some(day.midnight().plus_seconds(i64::from(USUAL_OPENING) * 60));
        }
        self.intervals(day).first().map(|(from, _)| day.midnight().plus_seconds(i64::from(*from)))
    }

    /// When the day's work ends; 18:00 while no hours are set, `None` on a day that is closed. A day that is open to
    /// its end closes at 00:00 of the next.
    pub fn closing(&self, day: Day) -> Option<WallTime> {
        if !self.are_set() && self.days.own(day).is_none() {
            return Some(day.midnight().plus_seconds(i64::from(USUAL_CLOSING) * 60));
        }
        self.intervals(day).last().map(|(_, to)| day.midnight().plus_seconds(i64::from(*to)))
    }

    /// The day's first break: when it begins and when it ends; `None` where there is none.
    pub(crate) fn lunch(&self, day: Day) -> Option<(WallTime, WallTime)> {
        let all = self.intervals(day);
        let at = |second: u32| day.midnight().plus_seconds(i64::from(second));
        let mut breaks = all.iter().zip(all.iter().skip(1)).filter(|((_, end), (begin, _))| end < begin);
        breaks.next().map(|((_, end), (begin, _))| (at(*end), at(*begin)))
    }

    /// The first time from `from` on when the office is open: `from` itself when it is open then. `None` when it
    /// stays closed for more than a year.
    pub fn next_opening(&self, from: WallTime) -> Option<WallTime> {
        if self.is_open(from) {
            return Some(from);
        }
        (0..LOOK_AHEAD_DAYS).find_map(|days| {
            let day = from.day().plus_days(days);
            let mut starts =
                self.intervals(day).iter().map(|(start, _)| day.midnight().plus_seconds(i64::from(*start)));
            starts.find(|start| *start > from)
        })
    }
}

/// The setting in its canonical form; reading it gives the same hours.
impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// When nobody wants to be rung: every day from one time to another, mostly over midnight. Off until set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Quiet(Option<Span>);

impl Quiet {
    /// Reads `20:00-08:00`, or `off`; empty is off too.
    ///
    /// # Errors
    /// One sentence when it is neither.
    pub fn parse(text: &str) -> Result<Self> {
        let wrong = || Error::invalid("Quiet hours are written like 20:00-08:00, or off.");
        if text.len() > LONGEST {
            return Err(wrong());
        }
        let text = fold_digits(text).replace(['–', '—', '−'], "-").trim().to_lowercase();
        if text.is_empty() || text == "off" {
            return Ok(Quiet(None));
        }
        let (from, to) = text.split_once('-').ok_or_else(wrong)?;
        let from = read_time(from).filter(|m| *m < DAY_MINUTES).ok_or_else(wrong)?;
        let to = read_time(to).ok_or_else(wrong)? % DAY_MINUTES;
        if from == to {
            return Err(Error::invalid("Quiet hours that begin and end at the same time would never end."));
        }
        Ok(Quiet(Some((from, to))))
    }

    /// Whether `at` lies in the quiet hours; their last minute does, their end does not.
    pub fn contains(self, at: WallTime) -> bool {
        self.end_after(at).is_some()
    }

    /// When the quiet hours end in which `at` lies; `None` when it does not lie in them.
    pub fn end_after(self, at: WallTime) -> Option<WallTime> {
        let (from, to) = self.0.map(|(from, to)| (from * 60, to * 60))?;
        let second = at.second_of_day();
        let days = match (from < to, second >= from, second < to) {
            (true, true, true) | (false, false, true) => 0,
            (false, true, _) => 1,
            _ => return None,
        };
        Some(at.day().plus_days(days).midnight().plus_seconds(i64::from(to)))
    }
}

impl fmt::Display for Quiet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            None => f.write_str("off"),
            Some((from, to)) => write!(f, "{}-{}", shown(from), shown(to)),
        }
    }
}

fn shown(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// One rule: the days it is about, 0 for Monday, and their open times.
fn read_rule(rule: &str) -> Result<(Vec<usize>, Vec<Span>)> {
    let wrong = || {
        Error::invalid("Opening hours are written like mon-fri 08:00-12:00,13:00-18:00; sat 09:00-13:00.")
            .suggest(["mon-fri 09:00-18:00".to_owned()])
    };
    // The days end where the first time begins; blanks may stand anywhere.
    let (days, times) = match rule.find(|c: char| c.is_ascii_digit()) {
        Some(at) => rule.split_at_checked(at).ok_or_else(wrong)?,
        None => (rule.strip_suffix("closed").or(rule.strip_suffix("off")).ok_or_else(wrong)?, ""),
    };
    let days = days.split(',').map(read_days).collect::<Option<Vec<_>>>().ok_or_else(wrong)?.concat();
    let spans = if times.is_empty() { Vec::new() } else { read_times(times, wrong)? };
    Ok((days, spans))
}

/// The times of one day, in seconds: `10:00-12:00,13:00-16:00`.
///
/// # Errors
/// One sentence when they are not of that form, overlap, or pass midnight.
pub(crate) fn read_spans(text: &str) -> Result<Vec<(u32, u32)>> {
    let wrong = || {
        Error::invalid("The times of a day are written like 10:00-12:00,13:00-16:00, or closed, or usual.")
            .suggest(["closed".to_owned()])
    };
    if text.len() > LONGEST {
        return Err(wrong());
    }
    let text = fold_digits(text).replace(['–', '—', '−'], "-");
    let spans = joined(read_times(&text, wrong)?, "that day")?;
    Ok(spans.into_iter().map(|(from, to)| (from * 60, to * 60)).collect())
}

/// Times of a day with commas between, in minutes and in the order typed.
fn read_times(text: &str, wrong: impl Fn() -> Error) -> Result<Vec<Span>> {
    let mut spans = Vec::new();
    for span in text.split(',').map(str::trim) {
        let (from, to) = span.split_once('-').ok_or_else(&wrong)?;
        let (from, to) = (read_time(from).ok_or_else(&wrong)?, read_time(to).ok_or_else(&wrong)?);
        if from >= to {
            let (from, to) = (shown(from), shown(to));
            return Err(Error::invalid(format!(
                "{from}-{to} does not end on the day it begins; give the time after midnight to the next day."
            )));
        }
        spans.push((from, to));
    }
    Ok(spans)
}

/// `mon`, `monday`, or `fri-mon`.
fn read_days(text: &str) -> Option<Vec<usize>> {
    let one = |name: &str| {
        let name = name.trim();
        let is_it = |(short, full): (&&str, &&str)| name == *short || name == full.to_lowercase();
        DAYS.iter().zip(&FULL_DAYS).position(is_it)
    };
    match text.split_once('-') {
        None => Some(vec![one(text)?]),
        Some((from, to)) => {
            let (from, to) = (one(from)?, one(to)?);
            let length = (to + 7 - from) % 7;
            Some((0..=length).map(|n| (from + n) % 7).collect())
        }
    }
}

/// `8`, `8:00`, `08:00` or `08.00`, in minutes since midnight; 24:00 is the day's end.
fn read_time(text: &str) -> Option<u32> {
    let text = text.trim();
    let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "00"));
    let number = |t: &str, most: usize| {
        let is_plain = (1..=most).contains(&t.len()) && t.bytes().all(|b| b.is_ascii_digit());
        is_plain.then(|| t.parse::<u32>().ok()).flatten()
    };
    let (hour, minute) = (number(hour, 2)?, number(minute, 2).filter(|m| minute.len() == 2 && *m < 60)?);
    let minutes = hour * 60 + minute;
    (minutes <= DAY_MINUTES).then_some(minutes)
}

/// A day's times in order, those that touch made one.
fn joined(mut spans: Vec<Span>, day: &str) -> Result<Vec<Span>> {
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for (from, to) in spans {
        match joined.last_mut() {
            Some((first, last)) if from < *last => {
                let (a, b, c, d) = (shown(*first), shown(*last), shown(from), shown(to));
                return Err(Error::invalid(format!("On {day}, {a}-{b} and {c}-{d} overlap.")));
            }
            Some((_, last)) if from == *last => *last = to,
            _ => joined.push((from, to)),
        }
    }
    Ok(joined)
}

/// The week as text: days with the same times together, in the order of their first.
fn written<'n>(week: &[Vec<Span>; 7], name: impl Fn(usize) -> &'n str) -> String {
    let mut rules: Vec<(&Vec<Span>, Vec<usize>)> = Vec::new();
    for (day, spans) in week.iter().enumerate().filter(|(_, spans)| !spans.is_empty()) {
        match rules.iter_mut().find(|(same, _)| *same == spans) {
            Some((_, days)) => days.push(day),
            None => rules.push((spans, vec![day])),
        }
    }
    let rule = |(spans, days): &(&Vec<Span>, Vec<usize>)| {
        let runs = days.chunk_by(|a, b| a + 1 == *b).map(|run| match run {
            [first, .., last] => format!("{}-{}", name(*first), name(*last)),
            [only] => name(*only).to_owned(),
            [] => String::new(),
        });
        let times = spans.iter().map(|(from, to)| format!("{}-{}", shown(*from), shown(*to)));
        format!("{} {}", runs.collect::<Vec<_>>().join(","), times.collect::<Vec<_>>().join(","))
    };
    rules.iter().map(rule).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wall(text: &str) -> WallTime {
        text.parse().unwrap()
    }

    #[test]
    fn hours_are_shown_in_one_form_whichever_way_they_were_typed() {
        for (typed, shown) in [
            ("mon-fri 08:00-12:00,13:00-18:00; sat 09:00-13:00", "mon-fri 08:00-12:00,13:00-18:00; sat 09:00-13:00"),
            (" Monday – Friday 8-12, 13-18 ;SAT 9:00 - 13:00;", "mon-fri 08:00-12:00,13:00-18:00; sat 09:00-13:00"),
            ("fri-mon 10.00-12.00", "mon,fri-sun 10:00-12:00"),
            ("mon 13:00-18:00; mon 08:00-12:00; tue 8-12,12-18", "mon 08:00-12:00,13:00-18:00; tue 08:00-18:00"),
            ("mon-sun 00:00-24:00", "mon-sun 00:00-24:00"),
            ("mon ٩:٠٠-١٧:٠٠; sun closed", "mon 09:00-17:00"),
            ("", ""),
        ] {
            let hours = Hours::parse(typed).unwrap();
            assert_eq!(hours.to_string(), shown, "{typed}");
            assert_eq!(Hours::parse(shown).unwrap(), hours, "{shown} read again");
        }
    }

    #[test]
    fn wrong_hours_get_a_sentence() {
        for (typed, part) in [
            ("mon 08:00-12:00,11:00-13:00", "On Monday, 08:00-12:00 and 11:00-13:00 overlap."),
            ("mon-fri 8-12; wed 11-14", "On Wednesday, 08:00-12:00 and 11:00-14:00 overlap."),
            ("fri 22:00-02:00", "22:00-02:00 does not end on the day"),
            ("mon", "are written like"),
            ("mon 8:00", "are written like"),
            ("mon 8:61-9:00", "are written like"),
            ("mon 8:00-25:00", "are written like"),
            ("noday 8-9", "are written like"),
            ("08:00-12:00", "are written like"),
            ("24/7", "are written like"),
            ("mon 8-12,", "are written like"),
            ("mon 8-+9", "are written like"),
            ("sun closed", "closed on every day"),
        ] {
            let error = Hours::parse(typed).unwrap_err();
            assert!(error.message.contains(part), "{typed}: {error}");
        }
    }

    #[test]
    fn the_office_is_open_from_the_second_of_opening_to_the_second_before_closing() {
        let hours = Hours::parse("mon-fri 08:00-12:00,13:00-18:00; sat 09:00-13:00").unwrap();
        for (at, open) in [
            ("2026-03-02T07:59:59", false),
            ("2026-03-02T08:00:00", true),
            ("2026-03-02T11:59:59", true),
            ("2026-03-02T12:00:00", false),
            ("2026-03-02T18:00:00", false),
            ("2026-03-07T09:00:00", true),
            ("2026-03-08T10:00:00", false),
        ] {
            assert_eq!(hours.is_open(wall(at)), open, "{at}");
        }
        let all_day = Hours::parse("mon-sun 00:00-24:00").unwrap();
        assert!(all_day.is_open(wall("2026-03-02T23:59:59")) && all_day.is_open(wall("2026-03-03T00:00:00")));
    }

    #[test]
    fn opening_and_closing_are_nine_and_six_until_hours_are_set() {
        let (sunday, saturday) = ("2026-03-08".parse().unwrap(), "2026-03-07".parse().unwrap());
        let unset = Hours::default();
        assert!(unset.is_open(wall("2026-03-08T03:00:00")));
        assert_eq!(unset.opening(sunday), Some(wall("2026-03-08T09:00:00")));
        assert_eq!(unset.closing(sunday), Some(wall("2026-03-08T18:00:00")));
        let hours = Hours::parse("mon-fri 08:00-12:00,13:00-18:00; sat 09:00-13:00").unwrap();
        assert_eq!((hours.opening(sunday), hours.closing(sunday)), (None, None));
        assert_eq!(hours.closing(saturday), Some(wall("2026-03-07T13:00:00")));
    }

    #[test]
    fn the_next_opening_is_now_when_open_and_may_be_days_away() {
        let hours = Hours::parse("mon-fri 08:00-12:00,13:00-18:00").unwrap();
        for (from, next) in [
            ("2026-03-06T11:00:00", "2026-03-06T11:00:00"),
            ("2026-03-06T12:00:00", "2026-03-06T13:00:00"),
            ("2026-03-06T18:00:00", "2026-03-09T08:00:00"),
        ] {
            assert_eq!(hours.next_opening(wall(from)), Some(wall(next)), "{from}");
        }
    }

    #[test]
    fn quiet_hours_pass_midnight() {
        let quiet = Quiet::parse("20:00-8:00").unwrap();
        assert_eq!(quiet.to_string(), "20:00-08:00");
        for (at, end) in [
            ("2026-03-06T19:59:59", None),
            ("2026-03-06T20:00:00", Some("2026-03-07T08:00:00")),
            ("2026-03-06T07:59:59", Some("2026-03-06T08:00:00")),
            ("2026-03-06T08:00:00", None),
        ] {
            assert_eq!(quiet.end_after(wall(at)), end.map(wall), "{at}");
        }
        let lunch = Quiet::parse("12:00-13:00").unwrap();
        assert!(lunch.contains(wall("2026-03-06T12:30:00")) && !lunch.contains(wall("2026-03-06T13:30:00")));
        assert_eq!(
            Quiet::parse("21:00-24:00").unwrap().end_after(wall("2026-03-06T22:00:00")),
            Some(wall("2026-03-07T00:00:00"))
        );
        assert_eq!(Quiet::parse("Off").unwrap(), Quiet::default());
        assert!(!Quiet::default().contains(wall("2026-03-06T03:00:00")));
        for wrong in ["8:00-8:00", "20:00", "on", "-", "20:00-25:00", "24:00-08:00"] {
            assert!(Quiet::parse(wrong).is_err(), "{wrong}");
        }
    }
}
