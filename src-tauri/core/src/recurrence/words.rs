//! What each word of a rule means. Another language is another table of this shape.

use crate::when::{
    named_day_or_month,
    tokens::{Kind, Token},
};

/// A length after which something comes again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// What a word, or a phrase, means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    Every,
    /// "other": every second one.
    Other,
    Unit(Unit),
    /// "daily", "fortnightly": every so many of a unit, in one word.
    Each(u16, Unit),
    /// 0 for Monday to 6 for Sunday.
    Weekday(u32),
    /// Monday to Friday.
    Weekdays,
    /// Every day on which the office is open.
    WorkingDays,
    /// 1 to 12.
    Month(u32),
    /// "first" to "fifth".
    Nth(u32),
    Last,
    /// "st", "nd", "rd", "th" after a number.
    Ordinal,
    Count(u32),
    On,
    The,
    Of,
    And,
    Until,
    Starting,
    Times,
}

use Meaning::*;

/// English. A phrase counts before the words in it.
const ENGLISH: &[(&str, Meaning)] = &[
    ("every", Every),
    ("each", Every),
    ("other", Other),
    ("day", Unit(self::Unit::Day)),
    ("days", Unit(self::Unit::Day)),
    ("week", Unit(self::Unit::Week)),
    ("weeks", Unit(self::Unit::Week)),
    ("month", Unit(self::Unit::Month)),
    ("months", Unit(self::Unit::Month)),
    ("year", Unit(self::Unit::Year)),
    ("years", Unit(self::Unit::Year)),
    ("daily", Each(1, self::Unit::Day)),
    ("weekly", Each(1, self::Unit::Week)),
    ("fortnightly", Each(2, self::Unit::Week)),
    ("monthly", Each(1, self::Unit::Month)),
    ("quarterly", Each(3, self::Unit::Month)),
    ("yearly", Each(1, self::Unit::Year)),
    ("annually", Each(1, self::Unit::Year)),
    ("weekday", Weekdays),
    ("weekdays", Weekdays),
    ("working day", WorkingDays),
    ("business day", WorkingDays),
    ("first", Nth(1)),
    ("second", Nth(2)),
    ("third", Nth(3)),
    ("fourth", Nth(4)),
    ("fifth", Nth(5)),
    ("last", Last),
    ("st", Ordinal),
    ("nd", Ordinal),
    ("rd", Ordinal),
    ("th", Ordinal),
    ("two", Count(2)),
    ("three", Count(3)),
    ("four", Count(4)),
    ("five", Count(5)),
    ("six", Count(6)),
    ("eight", Count(8)),
    ("ten", Count(10)),
    ("twelve", Count(12)),
    ("on", On),
    ("the", The),
    ("of", Of),
    ("in", Of),
    ("and", And),
    ("until", Until),
    ("till", Until),
    ("starting", Starting),
    ("beginning", Starting),
    ("from", Starting),
    ("time", Times),
    ("times", Times),
];

/// What the longest phrase at the beginning of `tokens` means, and of how many tokens it is; `None` when the first is
/// no word that is known here.
pub(super) fn meaning(tokens: &[Token]) -> Option<(Meaning, usize)> {
    let Some(Token { kind: Kind::Word(first), .. }) = tokens.first() else { return None };
    let length = |phrase: &str| {
        let mut length = 0;
        for word in phrase.split(' ') {
            let is_it = matches!(tokens.get(length), Some(Token { kind: Kind::Word(w), .. }) if w == word);
            is_it.then_some(())?;
            length += 1;
        }
        Some(length)
    };
    let phrases = ENGLISH.iter().filter_map(|(text, meaning)| Some((*meaning, length(text)?)));
    let named = || match named_day_or_month(first)? {
        (Some(weekday), _) => Some((Weekday(weekday), 1)),
        (_, month) => month.map(|month| (Month(month), 1)),
    };
    phrases.max_by_key(|(_, length)| *length).or_else(named)
}
