//! What comes in from outside the window: a telephone's call, a link, a choice from the tray. It says what to show and does nothing by itself.
//!
//! The text is chosen by strangers. It stays text: capped here, read as a number by the core, and bound as text by the
//! page. A link opens; it never writes.

use kept_core::id::Id;
use serde::Serialize;
use serde_json::Value;
use std::borrow::Cow;
use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tauri::Url;

/// The longest text that is taken from a telephone, in characters: longer than any number, so that one too long is known
/// to be.
const LONGEST_CALL: usize = 200;
/// The longest link that is read, in bytes.
const LONGEST_LINK: usize = 2_000;
/// More than so many wait for nobody: the first ones are dropped.
const MOST_WAITING: usize = 20;

/// What somebody or something outside wants shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Arrival {
    /// The telephone rings; what it says of the caller.
    Call {
        /// As it was handed over.
        text: String,
    },
    /// The telephone has ended a call; what it says of whom it was with.
    Ended {
        /// As it was handed over.
        text: String,
    },
    /// A link to a customer.
    Customer {
        /// Their id, whether there is such a customer or not.
        id: Id,
    },
    /// A place that the tray's menu names.
    Place {
        /// Which.
        to: Place,
    },
    /// Something was chosen in the bar that needs the whole window.
    GoOn {
        /// What, as the bar's page says it to the window's.
        chosen: Value,
    },
    /// The one-line bar is wanted; the window has the same box.
    Bar,
}

/// A place in the window that can be gone to from outside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// The day.
    Today,
    /// The one box.
    Find,
    /// A new promise.
    Promise,
}

impl Arrival {
    /// A call, from the words behind the verb.
    pub fn call<'a>(words: impl Iterator<Item = Cow<'a, str>>) -> Arrival {
        Arrival::Call { text: said(words) }
    }

    /// The end of a call, from the words behind the verb.
    pub fn ended<'a>(words: impl Iterator<Item = Cow<'a, str>>) -> Arrival {
        Arrival::Ended { text: said(words) }
    }

    /// Whether the window comes forward for it.
    pub fn is_shown(&self) -> bool {
        !matches!(self, Arrival::Ended { .. })
    }

    /// What a link means; `None` where it means nothing here.
    pub fn link(text: &str) -> Option<Arrival> {
        if text.len() > LONGEST_LINK {
            return None;
        }
        let mut url: Url = text.trim().parse().ok().filter(|url: &Url| url.scheme() == "kept")?;
        let place = url.host_str().map_or_else(|| url.path().to_owned(), str::to_owned);
        // The place is a host's name to a link, which means the same in capitals.
        match place.trim_matches('/').to_ascii_lowercase().as_str() {
            place @ ("call" | "ended") => {
                // A plus before a number is a plus, though in a form it would be a space.
                let query = url.query().map(|query| query.replace('+', "%2B"));
                url.set_query(query.as_deref());
                let number =
                    url.query_pairs().find(|(name, _)| name == "number").map(|(_, number)| number.into_owned());
                // A placeholder that was never filled in only looks like an escape: it is taken as it was written.
                let as_written = || url.query()?.split('&').find_map(|pair| pair.strip_prefix("number="));
                let number = number.map(|text| match text.contains('\u{fffd}') {
                    true => as_written().map(str::to_owned).unwrap_or(text),
                    false => text,
                });
                let text = capped(&number.unwrap_or_default());
                Some(if place == "call" { Arrival::Call { text } } else { Arrival::Ended { text } })
            }
            "customer" => url.path().trim_matches('/').parse().ok().map(|id| Arrival::Customer { id }),
            _ => None,
        }
    }
}

/// The words as one text. A program that hands the number over twice means one call.
fn said<'a>(words: impl Iterator<Item = Cow<'a, str>>) -> String {
    let mut words: Vec<String> = words.take(LONGEST_CALL).map(|word| capped(&word)).collect();
    if let [first, second] = words.as_slice()
        && first == second
    {
        words.truncate(1);
    }
    capped(&words.join(" "))
}

fn capped(text: &str) -> String {
    text.chars().take(LONGEST_CALL).collect()
}

/// What has come in and was not shown yet: the page asks for it once it is there.
#[derive(Debug, Default)]
pub struct Arrivals(Mutex<VecDeque<Arrival>>);

impl Arrivals {
    /// Lets one wait to be shown.
    pub fn push(&self, arrival: Arrival) {
        let mut waiting = self.waiting();
        waiting.push_back(arrival);
        if waiting.len() > MOST_WAITING {
            waiting.pop_front();
        }
    }

    /// Gives those that wait, the first to come first, and forgets them.
    pub fn take(&self) -> Vec<Arrival> {
        self.waiting().drain(..).collect()
    }

    fn waiting(&self) -> MutexGuard<'_, VecDeque<Arrival>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(link: &str) -> Option<String> {
        match Arrival::link(link)? {
            Arrival::Call { text } => Some(text),
            Arrival::Ended { .. }
            | Arrival::Customer { .. }
            | Arrival::Place { .. }
            | Arrival::GoOn { .. }
            | Arrival::Bar => None,
        }
    }

    #[test]
    fn a_link_says_that_a_call_is_over() {
        assert_eq!(
            Arrival::link("kept://ended?number=+12065550142"),
            Some(Arrival::Ended { text: "+12065550142".into() })
        );
    }

    #[test]
    fn a_link_carries_a_number_as_it_was_written() {
        for (link, text) in [
            ("kept://call?number=+12065550142", "+12065550142"),
            ("kept://call?number=%2B1%20206%20555", "+1 206 555"),
            ("kept://call/?number=555&name=Ana", "555"),
            ("kept:call?number=555", "555"),
            ("KEPT://CALL?number=%CallerNumber%", "%CallerNumber%"),
            ("kept://call?number=%3Cb%3E", "<b>"),
            ("kept://call", ""),
            ("kept://call?number=%FF", "%FF"),
        ] {
            assert_eq!(number(link).as_deref(), Some(text), "{link}");
        }
        let long = number(&format!("kept://call?number={}", "1".repeat(1_500)));
        assert_eq!(long.map(|text| text.len()), Some(LONGEST_CALL));
    }

    #[test]
    fn a_link_opens_a_customer_by_id_and_nothing_else() {
        let id = "01930f6e-7c2a-7b3d-8c4d-5e6f708192a3";
        assert!(
            matches!(Arrival::link(&format!("kept://customer/{id}")), Some(Arrival::Customer { id: found }) if found.to_string() == id)
        );
        let too_long = format!("kept://call?number={}", "1".repeat(10_000));
        for link in [
            "",
            "kept:",
            "kept://customer/",
            "kept://customer/../x",
            "kept://customer/1",
            "kept://erase/1",
            "https://call?number=1",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "kept",
            &too_long,
        ] {
            assert_eq!(Arrival::link(link), None, "{link:.40}");
        }
    }

    #[test]
    fn a_number_handed_over_twice_is_one_call() {
        let words = |words: &[&'static str]| Arrival::call(words.iter().map(|word| Cow::from(*word)));
        assert_eq!(words(&["5550142", "5550142"]), Arrival::Call { text: "5550142".into() });
        assert_eq!(words(&["555", "0142"]), Arrival::Call { text: "555 0142".into() });
    }

    #[test]
    fn the_newest_calls_wait_and_are_given_once() {
        let arrivals = Arrivals::default();
        for n in 0..30 {
            arrivals.push(Arrival::Call { text: n.to_string() });
        }
        let taken = arrivals.take();
        assert_eq!((taken.len(), taken.last()), (MOST_WAITING, Some(&Arrival::Call { text: "29".into() })));
        assert!(arrivals.take().is_empty());
    }
}
