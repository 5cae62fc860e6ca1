//! Seven languages as their people write them, apart from the tables of the program: the words from which lines are made.

mod draw;
mod dutch;
mod english;
mod french;
mod german;
mod italian;
mod portuguese;
mod spanish;

pub use draw::{Draw, filled, is_shown_once};

/// A language, and the forms in which its people say when. In a form of a day, `{W}` is the weekday and `{S}` its short
/// form, `{d}` the day, `{o}` the day with what makes it an ordinal in English, `{M}` the month and `{m}` its number (`{0d}`
/// and `{0m}` of two digits), `{y}` the year. In one of a time, `{H}` is the hour of 24, `{h}` that of twelve, `{w}` the same
/// in words and `{w+}` the next, `{mm}` the minutes, `{ap}` am or pm. `{n}` is a number of days or weeks.
pub struct Tongue {
    pub locale: &'static str,
    pub weekdays: [&'static str; 7],
    pub short: [&'static str; 7],
    pub months: [&'static str; 12],
    /// The hours of twelve in words, from one.
    pub hours: [&'static str; 12],
    /// A date with its weekday.
    pub dates: &'static [&'static str],
    /// The same without a weekday.
    pub bare: &'static [&'static str],
    /// The same without a year.
    pub yearless: &'static [&'static str],
    /// A weekday alone.
    pub on: &'static [&'static str],
    /// A day without its month; empty where a language has no certain form of it.
    pub of_month: &'static [&'static str],
    /// A time of day that can be no other.
    pub clocks: &'static [&'static str],
    /// A time as it is said, which opening hours decide, with its minute.
    pub spoken: &'static [(&'static str, u32)],
    /// So many days from now, and so many weeks.
    pub ahead: &'static str,
    pub weeks: &'static str,
    /// So many minutes and hours from now.
    pub soon: [&'static str; 2],
    pub tomorrow: &'static str,
    pub after_tomorrow: &'static str,
    /// The same in one word with nothing to choose from, beside any day of it: "next week".
    pub next_week: &'static str,
    /// Parts of a day that stand after it, from and until which hour.
    pub parts: &'static [(&'static str, u32, u32)],
    /// Parts of today.
    pub today_parts: &'static [(&'static str, u32, u32)],
    pub noon: &'static str,
    /// When the office closes: at 18:00 where no hours are set.
    pub closing: &'static str,
    /// What is promised.
    pub texts: &'static [&'static str],
    /// What may stand after it, or nothing.
    pub rests: &'static [&'static str],
}

/// All of them, English first.
pub const TONGUES: [&Tongue; 7] = [
    &english::ENGLISH,
    &german::GERMAN,
    &french::FRENCH,
    &spanish::SPANISH,
    &italian::ITALIAN,
    &portuguese::PORTUGUESE,
    &dutch::DUTCH,
];
