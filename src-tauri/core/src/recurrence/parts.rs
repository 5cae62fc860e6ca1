//! From what was said of a rule to the series that is meant, or to the reason why there is none.

use super::{
    library::walk,
    next::{Next, Occurrence, OnClosed, Series},
    read::{Said, not_understood, said_twice},
    rule::{Cycle, Nth, Rule},
    words::Unit,
};
use crate::{
    error::{Code, Error, Result, repeated},
    time::{Day, WallTime},
    when::{self, Sense, WhenContext},
};

/// What was said of a rule, before it is put together.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub every: Option<u16>,
    pub unit: Option<Unit>,
    pub weekdays: Vec<u32>,
    /// A day of the month.
    pub day: Option<u32>,
    pub nth: Option<(Nth, u32)>,
    pub month: Option<u32>,
    pub until: Option<Day>,
    pub count: Option<u32>,
    pub starting: Option<Day>,
    pub working: bool,
    /// "every", "weekly", "of the month": a word that makes it a rule and not one day.
    pub comes_again: bool,
    /// "every second monday", which is every other one unless a month is named.
    pub is_either: bool,
    /// What is left for the time of day.
    pub rest: Vec<String>,
}

/// The answer to words that belong to no rule and are no time.
fn left_over(words: &str) -> Error {
    let message = format!("“{}” is not understood in a rule; write for example every monday 10:00.", repeated(words));
    Error { message, ..not_understood() }
}

impl Parts {
    /// The rule that was said. `anchor`: the first day, for what the words leave out.
    pub(super) fn rule(&self, anchor: Option<Day>) -> Result<Rule> {
        if !self.comes_again {
            return Err(not_understood());
        }
        let which_day = || {
            let message = "On which day? Name it, such as every month on the 15th.";
            Error::new(Code::NoTime, message).suggest(["every week on monday".to_owned()])
        };
        if self.is_either && self.month.is_none() && self.unit != Some(Unit::Month) {
            let message = "Every other one, or the second of the month?";
            let day = self.nth.and_then(|(_, day)| when::WEEKDAYS.get(day as usize)).map(|day| day.to_lowercase());
            let day = day.unwrap_or_default();
            let both = [format!("every other {day}"), format!("every second {day} of the month")];
            return Err(Error::new(Code::Ambiguous, message).suggest(both));
        }
        let cycle = match (self.nth, self.day, self.weekdays.as_slice(), self.month, self.unit) {
            (None, None, [], None, Some(Unit::Day)) => Cycle::Days,
            (None, None, [], None, Some(Unit::Week)) => Cycle::Weeks(vec![anchor.ok_or_else(which_day)?.weekday()]),
            (None, None, [], None, Some(Unit::Month)) => Cycle::MonthDay(anchor.ok_or_else(which_day)?.day()),
            (None, None, [], None, Some(Unit::Year)) => {
                let day = anchor.ok_or_else(which_day)?;
                Cycle::YearDay { month: day.month(), day: day.day() }
            }
            (None, None, days @ [_, ..], None, None | Some(Unit::Week)) => Cycle::Weeks(days.to_vec()),
            (None, Some(day), [], None, None | Some(Unit::Month)) => Cycle::MonthDay(day),
            (Some((nth, day)), None, [], None, None | Some(Unit::Month)) => Cycle::MonthWeekday(nth, day),
            (None, Some(day), [], Some(month), None | Some(Unit::Year)) => Cycle::YearDay { month, day },
            (Some((nth, weekday)), None, [], Some(month), None | Some(Unit::Year)) => {
                Cycle::YearWeekday { month, nth, weekday }
            }
            (None, None, [], None, None) => return Err(not_understood()),
            _ => return Err(said_twice()),
        };
        let rule = Rule { every: self.every.unwrap_or(1), cycle, until: self.until, count: self.count };
        if rule.is_sound() { Ok(rule) } else { Err(not_understood()) }
    }

    fn on_closed(&self, on_closed: OnClosed) -> OnClosed {
        if self.working { OnClosed::Skip } else { on_closed }
    }

    /// The time of day that was said, on a day; `None` when none was.
    fn time_on(&self, day: Day, ctx: &WhenContext<'_>) -> Result<Option<when::When>> {
        let rest = self.rest.join(" ");
        let rest = rest.trim_matches([',', ' ']);
        if rest.is_empty() {
            return Ok(None);
        }
        let read = when::read(&format!("{day} {rest}"), &WhenContext { sense: Sense::Due, ..*ctx })
            .map_err(|error| if error.code == Code::Invalid { left_over(rest) } else { error })?;
        if read.local.day() != day {
            return Err(Error::invalid("Name the time of day by the clock, such as 17:00."));
        }
        Ok(Some(read))
    }

    /// The series that begins with a time given.
    pub(super) fn beginning(
        &self,
        rule: Rule,
        first: WallTime,
        on_closed: OnClosed,
        ctx: &WhenContext<'_>,
    ) -> Result<Said> {
        let mut begins = None;
        walk(&rule, first.day(), |day| {
            begins = Some(day);
            false
        });
        let disagree = |message: &str| Err(Error::new(Code::Mismatch, message));
        if begins != Some(first.day()) || self.starting.is_some_and(|day| day != first.day()) {
            return disagree("The first day and the rule disagree; name a first day that the rule has.");
        }
        if self.time_on(first.day(), ctx)?.is_some_and(|read| read.local != first) {
            return disagree("The first time and the rule's time disagree; name the time once.");
        }
        let note = rule.note();
        let at = ctx.zone.first(first);
        let series = Series { rule, start: first, zone: ctx.zone, on_closed: self.on_closed(on_closed) };
        Ok(Said { series, first: Occurrence { day: first.day(), at, local: first }, note, problems: Vec::new() })
    }

    /// The series that begins as soon as it can.
    pub(super) fn soonest(&self, rule: Rule, on_closed: OnClosed, ctx: &WhenContext<'_>) -> Result<Said> {
        let today = ctx.zone.wall(ctx.now).day();
        let from = self.starting.map_or(today, |day| day.max(today));
        let mut days = Vec::new();
        // Where every second is meant, the first to come is the one it begins with.
        walk(&Rule { every: 1, ..rule.clone() }, from, |day| {
            days.push(day);
            days.len() < 3
        });
        let mut begin = None;
        for day in days {
            let Some(read) = self.time_on(day, ctx)? else {
                let message = "At what time? Add one, such as every monday 10:00.";
                return Err(Error::new(Code::NoTime, message));
            };
            if read.at > ctx.now {
                begin = Some(read);
                break;
            }
        }
        let begin = begin.ok_or_else(|| Error::new(Code::Impossible, "There is no such day to come."))?;
        let rule_note = rule.note();
        let on_closed = self.on_closed(on_closed);
        let series = Series { rule, start: begin.local, zone: ctx.zone, on_closed };
        let Next::At(first, _) = series.next(ctx.hours, None, ctx.now) else {
            return Err(Error::new(Code::Impossible, "That would end before it begins."));
        };
        if on_closed == OnClosed::Skip && ctx.hours.intervals(first.local.day()).is_empty() {
            let message = "The office is closed on all of these days; let them roll to a working day instead.";
            return Err(Error::new(Code::Impossible, message));
        }
        let is_as_read = first.at == begin.at;
        let notes = [begin.note, rule_note, series.why_moved(&first)];
        let note = notes.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let problems = if is_as_read { begin.problems } else { Vec::new() };
        Ok(Said { series, first, note: Some(note).filter(|note| !note.is_empty()), problems })
    }
}
