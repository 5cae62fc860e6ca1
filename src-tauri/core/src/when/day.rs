//! Which day is meant, once the time of day is known.

use super::calendar::no_such_day;
use super::echo;
use super::grammar::{Date, Said, Which};
use super::{Sense, WhenContext};
use crate::calendar::Calendar;
use crate::error::{Code, Error, Result};
use crate::time::Day;

/// How far a day without a month is looked for, in months: every day of the month comes up within that.
const MONTHS_AHEAD: i64 = 12;

/// The day meant by what was said, for a time so many seconds after its midnight; today when no day was named.
///
/// # Errors
/// `Mismatch` when two forms of the day disagree, `Impossible` when there is no such day, `Ambiguous` when only a
/// week was named.
pub(super) fn meant(said: &Said, second_of_day: i64, ctx: &WhenContext<'_>) -> Result<Day> {
    let look = Look { ctx, today: ctx.zone.wall(ctx.now).day(), second_of_day };
    let relative = look.relative(said).transpose();
    // "2 march, yesterday": the distance says which year's.
    let year = relative.as_ref().and_then(|day| day.as_ref().ok()).map(|day| day.year());
    let mut named: Option<Day> = None;
    for day in [
        said.date.map(|date| look.date(Date { year: date.year.or(year), ..date })),
        said.day_of_month.map(|day| look.day_of_month(day)),
        relative,
        said.working_days.map(|count| look.working_day(count)),
    ]
    .into_iter()
    .flatten()
    {
        let day = day?;
        if let Some(other) = named.filter(|other| *other != day) {
            return Err(look.mismatch(other, day));
        }
        named = Some(day);
    }
    match (named, said.weekday) {
        (None, None) if said.is_next_week => {
            let days = (0..5).map(|n| echo::short_day(look.weekday(n, Which::Next), look.today, ctx.languages));
            Err(Error::new(Code::Ambiguous, "Which day of next week is meant?").suggest(days))
        }
        (None, None) => Ok(look.today),
        (Some(day), None) if said.is_next_week && day.iso_week() != look.weekday(0, Which::Next).iso_week() => {
            Err(look.mismatch(day, look.weekday(day.weekday(), Which::Next)))
        }
        (Some(day), None) => Ok(day),
        (named, Some((weekday, which))) => {
            let which = if said.is_next_week { Which::Next } else { which };
            let nearest = look.weekday(weekday, which);
            if which == Which::Coming && named.is_none() {
                return look.coming(weekday);
            }
            match named {
                None => Ok(nearest),
                Some(day) if day.weekday() != weekday => Err(look.mismatch(day, nearest)),
                // It says which of the two.
                Some(day) if which == Which::Coming && day == look.weekday(weekday, Which::Next) => Ok(day),
                Some(day) if which != Which::Nearest && day != nearest => Err(look.mismatch(day, nearest)),
                Some(day) => Ok(day),
            }
        }
    }
}

/// From where, and in which direction, a day is looked for.
struct Look<'a> {
    ctx: &'a WhenContext<'a>,
    today: Day,
    second_of_day: i64,
}

impl Look<'_> {
    /// Whether the time on that day is still to come; in the past, whether it has been.
    fn fits(&self, day: Day) -> bool {
        let at = self.ctx.zone.first(day.midnight().plus_seconds(self.second_of_day));
        if self.is_past() { at <= self.ctx.now } else { at > self.ctx.now }
    }

    fn is_past(&self) -> bool {
        self.ctx.sense == Sense::Past
    }

    fn weekday(&self, weekday: u32, which: Which) -> Day {
        let from_monday = |day: Day| i64::from(day.weekday());
        let ahead = (i64::from(weekday) - from_monday(self.today)).rem_euclid(7);
        match which {
            Which::Next => self.today.plus_days(7 - from_monday(self.today) + i64::from(weekday)),
            Which::Last => self.today.plus_days(ahead - 7),
            Which::Coming if ahead == 0 => self.today.plus_days(7),
            Which::Coming => self.today.plus_days(ahead),
            Which::Nearest if ahead == 0 && self.fits(self.today) => self.today,
            Which::Nearest if self.is_past() => self.today.plus_days(ahead - 7),
            Which::Nearest if ahead == 0 => self.today.plus_days(7),
            Which::Nearest => self.today.plus_days(ahead),
        }
    }

    /// "nächsten Freitag": to some the coming one, to others that of next week.
    fn coming(&self, weekday: u32) -> Result<Day> {
        let (nearest, next) = (self.weekday(weekday, Which::Coming), self.weekday(weekday, Which::Next));
        if nearest == next {
            return Ok(next);
        }
        let both = [nearest, next];
        let [one, other] = both.map(|day| echo::long_day(day, self.today));
        let time = self.today.midnight().plus_seconds(self.second_of_day);
        let suggest = both.map(|day| {
            let day = echo::short_day(day, self.today, self.ctx.languages);
            if self.second_of_day == super::resolve::LATE { day } else { format!("{day} {}", echo::clock(time)) }
        });
        Err(Error::new(Code::Ambiguous, format!("Is {one} meant, or {other}?")).suggest(suggest))
    }

    fn date(&self, date: Date) -> Result<Day> {
        let Date { year, month, day } = date;
        let this_year = self.today.year();
        let today = (self.today.month(), self.today.day());
        let year = year.unwrap_or(match (self.is_past(), (month, day).cmp(&today)) {
            (false, std::cmp::Ordering::Less) => this_year + 1,
            (true, std::cmp::Ordering::Greater) => this_year - 1,
            (true | false, _) => this_year,
        });
        Day::new(year, month, day).ok_or_else(|| no_such_day(Some(year), month, day, self.ctx.languages))
    }

    fn day_of_month(&self, day: u32) -> Result<Day> {
        let first = Day::new(self.today.year(), self.today.month(), 1).unwrap_or(self.today);
        let step = if self.is_past() { -1 } else { 1 };
        (0..=MONTHS_AHEAD)
            .filter_map(|n| first.plus_months(n * step))
            .filter_map(|month| Day::new(month.year(), month.month(), day))
            .find(|day| self.fits(*day))
            .ok_or_else(|| Error::new(Code::Impossible, "There is no such day."))
    }

    fn relative(&self, said: &Said) -> Result<Option<Day>> {
        if said.days.is_none() && said.months.is_none() {
            return Ok(None);
        }
        let month = match said.months {
            None => self.today,
            Some(months) => self.today.plus_months(months).ok_or_else(|| {
                Error::new(Code::Impossible, "That month has no such day, or is too far away; name the day itself.")
            })?,
        };
        Ok(Some(month.plus_days(said.days.unwrap_or(0))))
    }

    fn working_day(&self, count: i64) -> Result<Day> {
        let calendar = Calendar::new(self.ctx.zone, self.ctx.hours);
        calendar.working_day(self.today, count).ok_or_else(super::resolve::never_works)
    }

    /// The answer to two forms of a day that disagree, naming both.
    fn mismatch(&self, one: Day, other: Day) -> Error {
        let time = self.ctx.zone.wall(self.ctx.now).day().midnight().plus_seconds(self.second_of_day);
        let said = |day: Day| echo::long_day(day, self.today);
        let typed = |day: Day| {
            let day = echo::short_day(day, self.today, self.ctx.languages);
            if self.second_of_day == super::resolve::LATE { day } else { format!("{day} {}", echo::clock(time)) }
        };
        let message = format!("The day and date disagree: {}, or {}?", said(one), said(other));
        Error::new(Code::Mismatch, message).suggest([typed(one), typed(other)])
    }
}
