//! Birthdays that could be read two ways, until the file or a person has said which way it writes them.

use super::{
    Person,
    birthday::{self, Birthday, DateOrder},
};

/// What there was to decide about dates such as `4/5/1985`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TwoWayDates {
    /// How many of the file's dates could be read two ways.
    pub count: u64,
    /// The first of them, as it would read with the first number first.
    pub example: Option<String>,
    /// How they were read; `None`: not at all, so that they stand as text, because nobody has said.
    pub order: Option<DateOrder>,
}

/// The dates of a file as they are met.
#[derive(Default)]
pub(super) struct Dates {
    day_first: bool,
    month_first: bool,
    open: Vec<(usize, u32, u32, i32)>,
}

impl Dates {
    /// Notes how the birthday of the person at that place was read.
    pub fn see(&mut self, person: usize, read: Option<Birthday>) {
        match read {
            Some(Birthday::Either { first, second, year }) => self.open.push((person, first, second, year)),
            Some(Birthday::Certain { evidence: Some(DateOrder::DayFirst), .. }) => self.day_first = true,
            Some(Birthday::Certain { evidence: Some(DateOrder::MonthFirst), .. }) => self.month_first = true,
            Some(_) | None => {}
        }
    }

    /// Reads those that were left open: as `told`, else as the certain dates of the file show where they agree.
    pub fn settle(self, told: Option<DateOrder>, people: &mut [Person]) -> TwoWayDates {
        let shown = match (self.day_first, self.month_first) {
            (true, false) => Some(DateOrder::DayFirst),
            (false, true) => Some(DateOrder::MonthFirst),
            (true, true) | (false, false) => None,
        };
        let count = self.open.len() as u64;
        let example = self.open.first().map(|(_, first, second, year)| format!("{first}/{second}/{year}"));
        let Some(order) = told.or(shown).filter(|_| count > 0) else {
            return TwoWayDates { count, example, order: None };
        };
        for (person, first, second, year) in self.open {
            let (day, month) = match order {
                DateOrder::DayFirst => (first, second),
                DateOrder::MonthFirst => (second, first),
            };
            if let (Some(person), Some(date)) = (people.get_mut(person), birthday::date(Some(year), month, day)) {
                person.card.birthday = date;
            }
        }
        TwoWayDates { count, example, order: Some(order) }
    }
}
