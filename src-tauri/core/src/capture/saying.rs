//! A promise said back: who does what by when, to be read aloud. Each language fills in the words; the order of them is
//! decided here for all but English.

use super::language::{Language, List};

/// A promise that is said back.
pub(super) struct Saying<'a> {
    /// Who does it.
    pub owner: &'a str,
    /// What.
    pub text: &'a str,
    /// By when, in full.
    pub when: &'a str,
    /// For whom; empty where that is not known.
    pub customer: &'a str,
    /// Whether the text reads on from the owner's name.
    pub verb: Verb,
    /// The language of the line.
    pub language: &'a Language,
}

/// How the text of a promise reads on from the name of whoever does it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    /// It does not.
    None,
    /// From "will".
    Will,
    /// It begins with the verb itself: "ruft Ana an".
    Own,
}

/// The words in which a language says who calls whom about what.
pub(super) struct Calling {
    /// What joins an owner and what they do: "wird".
    pub will: &'static str,
    /// What stands before the customer, with the verb: "ruft", "llama a".
    pub calls: &'static str,
    /// The same before a title that changes with it, together: "Herr" and "ruft Herrn".
    pub titles: &'static [(&'static str, &'static str)],
    /// What of the verb stands at the end: "an".
    pub away: &'static str,
    /// Before what it is about: "wegen".
    pub about: &'static str,
    /// What a text may begin with that says itself what it is about.
    pub abouts: &'static str,
    /// How the name of a verb ends: "-er". It comes first, and where the verb is second, last.
    pub infinitives: &'static [&'static str],
}

impl Calling {
    /// "ruft Herrn Lindgren".
    fn calls(&self, customer: &str) -> String {
        let titled = self.titles.iter().find_map(|(title, calls)| {
            let (_, name) = customer.split_once(' ').filter(|(typed, _)| typed.to_lowercase() == *title)?;
            Some(format!("{calls} {name}"))
        });
        titled.unwrap_or_else(|| format!("{} {customer}", self.calls))
    }
}

impl Saying<'_> {
    /// Whether the customer is known, and is not in the text already.
    pub(super) fn has_other_customer(&self) -> bool {
        let words = |text: &str| -> Vec<String> {
            let is_inside = |c: char| !c.is_alphanumeric();
            text.to_lowercase().split(is_inside).filter(|word| word.chars().count() > 2).map(str::to_owned).collect()
        };
        let named = words(self.customer);
        !self.customer.is_empty() && !words(self.text).iter().any(|word| named.contains(word))
    }

    /// Who does what by when, with the word that joins them.
    pub(super) fn plainly(&self, will: &str) -> String {
        let Saying { owner, text, when, .. } = self;
        match self.verb {
            _ if text.is_empty() => format!("{owner}: {when}."),
            Verb::Will => format!("{owner} {will} {text}: {when}."),
            Verb::Own => format!("{owner} {text}: {when}."),
            Verb::None => format!("{owner}: {text}. {when}."),
        }
    }

    /// `Dan ruft Herrn Lindgren wegen Matten an: ...`; `Dan va rappeler Mme Lindgren: ...` where the text says what is done.
    pub(super) fn in_words(&self, words: &Calling) -> String {
        let Saying { owner, text, when, customer, verb, .. } = *self;
        let Calling { will, away, about, .. } = *words;
        match verb {
            Verb::None if self.is_action(words) => {
                let mut letters = text.chars();
                let first: String = match self.language.table.is_verb_second {
                    true => letters.next().into_iter().collect(),
                    false => letters.next().into_iter().flat_map(char::to_lowercase).collect(),
                };
                format!("{owner} {will} {first}{}: {when}.", letters.as_str())
            }
            Verb::None if !text.is_empty() && self.has_other_customer() => {
                let says_about = words.abouts.split(", ").any(|phrase| {
                    text.to_lowercase().strip_prefix(phrase).is_some_and(|rest| rest.starts_with([' ', '\'']))
                });
                let about = if says_about { String::new() } else { format!("{about} ") };
                let away = if away.is_empty() { String::new() } else { format!(" {away}") };
                format!("{owner} {} {about}{text}{away}: {when}.", words.calls(customer))
            }
            Verb::None | Verb::Will | Verb::Own => self.plainly(will),
        }
    }

    /// Whether the text is what somebody does, with the name of the verb where that belongs: "rappeler Maria".
    fn is_action(&self, words: &Calling) -> bool {
        let mut all = self.text.split_whitespace();
        let verb = if self.language.table.is_verb_second { all.next_back() } else { all.next() };
        let verb = verb.unwrap_or_default().to_lowercase();
        words.infinitives.iter().any(|ending| verb.ends_with(ending)) && self.language.is(&verb, List::Actions)
    }
}

/// Things joined by plus signs, as they are read aloud: "mats+bumper+plates" is "mats, bumper and plates".
pub(super) fn aloud(text: &str, and: &str) -> String {
    let things: Vec<&str> = text.split('+').map(str::trim).collect();
    let are_words =
        things.iter().all(|thing| thing.starts_with(char::is_alphabetic) && thing.ends_with(char::is_alphabetic));
    match things.as_slice() {
        [first @ .., last] if !first.is_empty() && are_words => format!("{} {and} {last}", first.join(", ")),
        _ => text.to_owned(),
    }
}
