//! What each word means. Another language is another table of this shape.

use super::tokens::{Kind, Token};

/// A length of time that can be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// What a word, or a phrase, means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// 0 for Monday to 6 for Sunday.
    Weekday(u32),
    /// 1 to 12.
    Month(u32),
    /// So many days after today.
    Days(i64),
    Unit(Unit),
    /// The same, of time in which the office is open.
    Working(Unit),
    /// A number in words.
    Count(u32),
    /// "a": one of something, or after a number the morning.
    A,
    /// "p": after a number the afternoon.
    P,
    Am,
    Pm,
    Half,
    Quarter,
    Past,
    To,
    Noon,
    Midnight,
    Opening,
    Closing,
    Now,
    Next,
    Last,
    This,
    In,
    Ago,
    FromNow,
    /// What follows is a time.
    At,
    OClock,
    The,
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
}

/// The weekdays, from Monday.
pub(crate) const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The months, from January.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

use Meaning::*;

/// English. A phrase counts before the words in it.
const ENGLISH: &[(&str, Meaning)] = &[
    ("today", Days(0)),
    ("tomorrow", Days(1)),
    ("tmr", Days(1)),
    ("tmrw", Days(1)),
    ("yesterday", Days(-1)),
    ("the day after tomorrow", Days(2)),
    ("day after tomorrow", Days(2)),
    ("the day before yesterday", Days(-2)),
    ("day before yesterday", Days(-2)),
    ("tues", Weekday(1)),
    ("weds", Weekday(2)),
    ("thur", Weekday(3)),
    ("thurs", Weekday(3)),
    ("sept", Month(9)),
    ("minute", Unit(self::Unit::Minute)),
    ("minutes", Unit(self::Unit::Minute)),
    ("min", Unit(self::Unit::Minute)),
    ("mins", Unit(self::Unit::Minute)),
    ("hour", Unit(self::Unit::Hour)),
    ("hours", Unit(self::Unit::Hour)),
    ("hr", Unit(self::Unit::Hour)),
    ("hrs", Unit(self::Unit::Hour)),
    ("h", Unit(self::Unit::Hour)),
    ("day", Unit(self::Unit::Day)),
    ("days", Unit(self::Unit::Day)),
    ("week", Unit(self::Unit::Week)),
    ("weeks", Unit(self::Unit::Week)),
    ("month", Unit(self::Unit::Month)),
    ("months", Unit(self::Unit::Month)),
    ("year", Unit(self::Unit::Year)),
    ("years", Unit(self::Unit::Year)),
    ("working minute", Working(self::Unit::Minute)),
    ("working minutes", Working(self::Unit::Minute)),
    ("working hour", Working(self::Unit::Hour)),
    ("working hours", Working(self::Unit::Hour)),
    ("working day", Working(self::Unit::Day)),
    ("working days", Working(self::Unit::Day)),
    ("business hour", Working(self::Unit::Hour)),
    ("business hours", Working(self::Unit::Hour)),
    ("business day", Working(self::Unit::Day)),
    ("business days", Working(self::Unit::Day)),
    ("office hours", Working(self::Unit::Hour)),
    ("one", Count(1)),
    ("two", Count(2)),
    ("three", Count(3)),
    ("four", Count(4)),
    ("five", Count(5)),
    ("six", Count(6)),
    ("seven", Count(7)),
    ("eight", Count(8)),
    ("nine", Count(9)),
    ("ten", Count(10)),
    ("eleven", Count(11)),
    ("twelve", Count(12)),
    ("fifteen", Count(15)),
    ("twenty", Count(20)),
    ("thirty", Count(30)),
    ("a", A),
    ("an", A),
    ("p", P),
    ("am", Am),
    ("pm", Pm),
    ("in the morning", Am),
    ("in the afternoon", Pm),
    ("in the evening", Pm),
    ("half", Half),
    ("quarter", Quarter),
    ("past", Past),
    ("after", Past),
    ("to", To),
    ("noon", Noon),
    ("midday", Noon),
    ("midnight", Midnight),
    ("opening", Opening),
    ("opening time", Opening),
    ("first thing", Opening),
    ("start of day", Opening),
    ("start of the day", Opening),
    ("closing", Closing),
    ("closing time", Closing),
    ("close of business", Closing),
    ("end of day", Closing),
    ("end of the day", Closing),
    ("the end of the day", Closing),
    ("eod", Closing),
    ("now", Now),
    ("next", Next),
    ("last", Last),
    ("this", This),
    ("the second time", SecondTime),
    ("in", In),
    ("within", In),
    ("ago", Ago),
    ("from now", FromNow),
    ("at", At),
    ("o'clock", OClock),
    ("the", The),
    ("of", Of),
    ("and", And),
    ("on", Before),
    ("by", Before),
    ("st", Ordinal),
    ("nd", Ordinal),
    ("rd", Ordinal),
    ("th", Ordinal),
    ("t", TimeMark),
];

/// What the longest phrase at the beginning of `tokens` means, and of how many tokens it is; `None` when the first
/// is no word that is known here.
pub(super) fn meaning(tokens: &[Token]) -> Option<(Meaning, usize)> {
    let Some(Token { kind: Kind::Word(first), .. }) = tokens.first() else { return None };
    let phrase = |phrase: &str| {
        let mut length = 0;
        for word in phrase.split(' ') {
            let is_it = matches!(tokens.get(length), Some(Token { kind: Kind::Word(w), .. }) if w == word);
            is_it.then_some(())?;
            length += 1;
        }
        Some(length)
    };
    let phrases = ENGLISH.iter().filter_map(|(text, meaning)| Some((*meaning, phrase(text)?)));
    phrases.max_by_key(|(_, length)| *length).or_else(|| Some((named(first)?, 1)))
}

/// The weekday, 0 for Monday, or the month, 1 for January, of that name.
pub(crate) fn named_day_or_month(word: &str) -> Option<(Option<u32>, Option<u32>)> {
    let known = ENGLISH.iter().find(|(text, _)| *text == word).map(|(_, meaning)| *meaning);
    match known.or_else(|| named(word))? {
        Weekday(weekday) => Some((Some(weekday), None)),
        Month(month) => Some((None, Some(month))),
        _ => None,
    }
}

/// A weekday or month in full or by its first three letters.
fn named(word: &str) -> Option<Meaning> {
    let place = |names: &[&str]| {
        let is_it = |name: &&str| {
            word.eq_ignore_ascii_case(name) || name.get(..3).is_some_and(|n| word.eq_ignore_ascii_case(n))
        };
        names.iter().position(is_it).and_then(|at| u32::try_from(at).ok())
    };
    place(&WEEKDAYS).map(Weekday).or_else(|| place(&MONTHS).map(|at| Month(at + 1)))
}
