//! What each word means. A language is a table of this shape; the grammar is one for all.

mod dutch;
mod english;
mod french;
mod german;
mod italian;
mod lexicon;
mod portuguese;
mod spanish;

pub use lexicon::Languages;
pub(crate) use lexicon::{Lexicon, Tongue};

/// A length of time that can be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// What a word, or a phrase, means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// 0 for Monday to 6 for Sunday.
    Weekday(u32),
    /// 1 to 12.
    Month(u32),
    /// An abbreviation of both: "mar" for martes and marzo. After a number it is the month.
    WeekdayOrMonth(u32, u32),
    /// So many days after today.
    Days(i64),
    Unit(Unit),
    /// An hour as a length of time, and what follows the number of an hour: "heures", "uur".
    Hours,
    /// The same as a letter, which may stand for the colon too: "16h30".
    H,
    /// The same, of time in which the office is open.
    Working(Unit),
    /// So many minutes, in a word: "Viertelstunde".
    Minutes(u32),
    /// A length that people say for another one: "quinze jours" for two weeks; how many days it is to the letter, and as meant.
    Loosely(u32, u32),
    /// A number in words.
    Count(u32),
    /// A number in words that is also the abbreviation of a month: "dez". After a number it is the month.
    CountOrMonth(u32, u32),
    /// That hour, and nothing else: "a la una".
    Hour(u32),
    /// "a": one of something, or after a number the morning.
    A,
    /// "p": after a number the afternoon.
    P,
    Am,
    Pm,
    /// After an hour, the part of the day from and until which hour it lies in: "de la tarde".
    Of12(u32, u32),
    /// A part of a day that is named: "früh".
    Part(u32, u32),
    /// A part of today: "this afternoon".
    TodayPart(u32, u32),
    Half,
    /// Half an hour before the hour that follows: "halb fünf".
    HalfTo,
    /// A quarter before the hour that follows: "dreiviertel fünf".
    ThreeQuarters,
    Quarter,
    /// Minutes after the hour before it, or before it when negative: "y media", "menos cuarto".
    Tail(i32),
    /// Minutes follow that are added to the hour before it: "y diez".
    Plus,
    /// Minutes follow that are taken from it: "menos diez".
    Minus,
    Past,
    To,
    /// "over vier" and "over vier uur".
    PastOrIn,
    /// "zehn vor vier" and "vor zehn Minuten".
    ToOrAgo,
    Noon,
    Midnight,
    Opening,
    Closing,
    BeforeLunch,
    AfterLunch,
    Now,
    Next,
    /// "nächsten": the coming one, or that of next week; certain where both are the same.
    Coming,
    NextWeek,
    Last,
    This,
    In,
    Ago,
    /// The same, before the length: "hace".
    AgoFirst,
    FromNow,
    /// What follows is a time.
    At,
    OClock,
    The,
    /// "am Montag", and "10am" where it touches the number.
    TheOrAm,
    Of,
    And,
    /// "on", "by": said before a day or time, and changing nothing.
    Before,
    /// Of a time that comes twice on its day, the second.
    SecondTime,
    /// "st", "nd", "rd", "th" after a number.
    Ordinal,
    /// The T between date and time in `2026-03-10T08:30`.
    TimeMark,
    /// A word of the language that has nothing to do with time, though it looks like one of another: "mon" in French.
    Other,
}

/// The words of a language that say when, and how it says a moment back.
pub(in crate::when) struct Table {
    /// From Monday, in full.
    pub weekdays: [&'static str; 7],
    /// From January, in full.
    pub months: [&'static str; 12],
    /// Every other word and phrase; a phrase counts before the words in it.
    pub words: &'static [(&'static str, Meaning)],
    /// What is typed for the end of a day.
    pub end_of_day: &'static str,
    /// Between the day and the month of a date.
    pub of: &'static str,
    /// Said of a time that comes twice on its day, when it is the second.
    pub second_time: &'static str,
    /// How far away something is.
    pub away: Away,
}

/// How a language says a distance from now.
#[derive(Debug, Clone, Copy)]
pub(in crate::when) struct Away {
    /// Before a distance ahead: "in".
    pub ahead: &'static str,
    /// Before and after a distance back; one of them is empty.
    pub back: (&'static str, &'static str),
    /// One and several minutes, hours, days.
    pub units: [(&'static str, &'static str); 3],
    pub now: &'static str,
    pub tomorrow: &'static str,
    pub yesterday: &'static str,
}

/// The weekdays, from Monday.
pub(crate) const WEEKDAYS: [&str; 7] = english::ENGLISH.weekdays;

/// The months, from January.
pub(crate) const MONTHS: [&str; 12] = english::ENGLISH.months;

/// The weekday, 0 for Monday, or the month, 1 for January, of that English name.
pub(crate) fn named_day_or_month(word: &str) -> Option<(Option<u32>, Option<u32>)> {
    match Languages::default().lexicon().word(word)? {
        Meaning::Weekday(weekday) => Some((Some(weekday), None)),
        Meaning::Month(month) => Some((None, Some(month))),
        _ => None,
    }
}
