//! At most twenty words, whatever people are called and have written.

use super::MOST_WORDS;
use crate::brief::{Clause, capital};

/// The most characters of one word: beyond, it is none that anybody reads.
const LONGEST_WORD: usize = 24;
/// The most words of a text that is named, and of a name.
const TEXT_WORDS: usize = 5;
const NAME_WORDS: usize = 2;

/// How many words a text has.
pub(super) fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// As many reasons as may be said before the advice, the first ones first: of the first as many clauses as there is room
/// for, of the others all or none.
pub(super) fn fitted(reasons: impl Iterator<Item = Vec<Clause>>, advice: &str) -> Vec<Clause> {
    let mut left = MOST_WORDS.saturating_sub(count(advice));
    let mut said: Vec<Clause> = Vec::new();
    for reason in reasons {
        let words: usize = reason.iter().map(|clause| count(&clause.text)).sum();
        if words > left && !said.is_empty() {
            continue;
        }
        for clause in reason {
            let Some(rest) = left.checked_sub(count(&clause.text)) else { break };
            left = rest;
            said.push(clause);
        }
    }
    if let Some(first) = said.first_mut() {
        first.text = capital(&first.text);
    }
    said
}

/// Clauses and advice as one sentence. A clause that goes on from the one before begins with "and".
pub(super) fn sentence(clauses: &[Clause], advice: &str) -> String {
    let mut said = String::new();
    for text in clauses.iter().map(|clause| clause.text.as_str()).chain([advice]) {
        let join = match text {
            _ if said.is_empty() => "",
            _ if text.starts_with("and ") => " ",
            _ => "; ",
        };
        said.push_str(join);
        said.push_str(text);
    }
    said + "."
}

/// The beginning of somebody's words, in quotes.
pub(super) fn named(text: &str) -> String {
    let line = text.trim().split(['\n', '\r']).next().unwrap_or_default().trim_end_matches(['.', ' ']);
    format!("“{}”", beginning(line, TEXT_WORDS))
}

/// The beginning of somebody's name.
pub(super) fn name(name: &str) -> String {
    beginning(name, NAME_WORDS)
}

fn beginning(text: &str, most: usize) -> String {
    let mut words = text.split_whitespace();
    let mut is_cut = false;
    let mut taken: Vec<String> = Vec::new();
    for word in words.by_ref().take(most) {
        let short: String = word.chars().take(LONGEST_WORD).collect();
        is_cut = short.len() < word.len();
        taken.push(short);
        if is_cut {
            break;
        }
    }
    let end = if is_cut || words.next().is_some() { "…" } else { "" };
    format!("{}{end}", taken.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{brief::Source, id::Id};
    use proptest::prelude::*;

    #[test]
    fn a_text_is_cut_after_five_words_and_within_an_endless_one() {
        assert_eq!(named("Floor mats fitted."), "“Floor mats fitted”");
        assert_eq!(named("one two three four five six"), "“one two three four five…”");
        assert_eq!(named(&"x".repeat(9_000)).chars().count(), LONGEST_WORD + 3);
        assert_eq!(named("\n"), "“”");
    }

    proptest! {
        #[test]
        fn never_more_than_twenty_words_are_said(texts in proptest::collection::vec(any::<String>(), 0..9), advice in "[a-z]{1,6}( [a-z]{1,6}){0,5}") {
            let clauses = texts.iter().map(|text| vec![Clause::new(named(text), Source::Card(Id::ZERO)); 2]);
            let said: usize = fitted(clauses, &advice).iter().map(|clause| count(&clause.text)).sum();
            prop_assert!(said + count(&advice) <= MOST_WORDS);
        }
    }
}
