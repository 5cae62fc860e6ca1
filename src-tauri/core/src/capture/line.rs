//! A line that was typed: its tokens, and which of them can be no time and no name.

use super::language::{Language, List};
use crate::{
    phone::fold_digits,
    time::Timestamp,
    when::tokens::{Kind, Token, scan},
};
use std::ops::Range;

/// A line in pieces.
pub(super) struct Line<'a> {
    /// As typed.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: Vec<Token>,
    /// The language in which it is read.
    language: &'static Language,
    /// The lists that each token is in, as bits.
    lists: Vec<u32>,
    /// Instants in it.
    pub instants: Vec<(Range<usize>, Timestamp)>,
    /// Tokens of addresses and idioms: text, whatever they look like.
    literal: Vec<Range<usize>>,
}

impl<'a> Line<'a> {
    pub(super) fn read(text: &'a str, language: &'static Language) -> Line<'a> {
        let tokens = language.lexicon().split(scan(text));
        let lists = tokens.iter().map(|token| language.lists(token)).collect();
        let mut line = Line { text, tokens, language, lists, instants: Vec::new(), literal: Vec::new() };
        for chunk in text.split_whitespace() {
            let start = chunk.as_ptr() as usize - text.as_ptr() as usize;
            let bare = chunk.trim_end_matches(['.', ',', ';', '!', '?', ')']);
            let opened = bare.trim_start_matches('(');
            let from = start + bare.len() - opened.len();
            let tokens = line.tokens_in(from..from + opened.len());
            if let Ok(at) = fold_digits(opened).parse::<Timestamp>() {
                line.instants.push((tokens, at));
            } else if is_address(opened)
                // "le 24/7": a day in July.
                || language.table.idioms.contains(&opened) && !line.is_before(tokens.start, List::Dates)
            {
                line.literal.push(tokens);
            }
        }
        line
    }

    /// The tokens that lie in those bytes.
    fn tokens_in(&self, bytes: Range<usize>) -> Range<usize> {
        let first = self.tokens.partition_point(|token| token.start < bytes.start);
        let last = self.tokens.partition_point(|token| token.start < bytes.end);
        first..last.max(first)
    }

    /// The bytes of those tokens.
    pub(super) fn bytes(&self, tokens: &Range<usize>) -> Range<usize> {
        let start = self.tokens.get(tokens.start).map_or(self.text.len(), |token| token.start);
        let end = tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(start, |token| token.end);
        start..end.max(start)
    }

    pub(super) fn is_literal(&self, token: usize) -> bool {
        self.literal.iter().any(|range| range.contains(&token))
    }

    pub(super) fn word(&self, at: usize) -> Option<&str> {
        self.tokens.get(at)?.word()
    }

    pub(super) fn number(&self, at: usize) -> Option<(u32, usize)> {
        match self.tokens.get(at)?.kind {
            Kind::Number(value, digits) => Some((value, digits)),
            Kind::Word(_) | Kind::Mark(_) => None,
        }
    }

    pub(super) fn mark(&self, at: usize) -> Option<char> {
        match self.tokens.get(at)?.kind {
            Kind::Mark(mark) => Some(mark),
            Kind::Word(_) | Kind::Number(..) => None,
        }
    }

    /// Whether a token stands there.
    pub(super) fn has(&self, at: usize) -> bool {
        at < self.tokens.len()
    }

    /// Whether nothing stands between that token and the one before it.
    pub(super) fn touches_before(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        before.zip(self.tokens.get(at)).is_some_and(|(before, token)| before.touches(token))
    }

    /// Whether the word there is in that list.
    pub(super) fn is(&self, at: usize, list: List) -> bool {
        self.lists.get(at).is_some_and(|lists| lists & list.bit() != 0)
    }

    /// Whether the word before `at` is in that list.
    pub(super) fn is_before(&self, at: usize, list: List) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is(before, list))
    }

    /// Of how many tokens the longest phrase of that list is that begins there.
    pub(super) fn phrase(&self, at: usize, list: List) -> usize {
        self.language.phrase(&self.tokens, at, list)
    }

    /// Of how many tokens the longest phrase of that list is that ends before `end`.
    pub(super) fn phrase_before(&self, end: usize, list: List) -> usize {
        self.language.phrase_before(&self.tokens, end, list)
    }

    /// Whether the word there begins with a great letter.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        let token = self.tokens.get(at).and_then(|token| self.text.get(token.start..token.end));
        token.and_then(|token| token.chars().next()).is_some_and(char::is_uppercase)
    }
}

/// Whether a chunk is an address of the web or of mail, or a path.
fn is_address(chunk: &str) -> bool {
    let is_mail = chunk.split_once('@').is_some_and(|(local, host)| !local.is_empty() && !host.is_empty());
    is_mail || chunk.contains("://") || chunk.starts_with("www.") || chunk.contains('\\')
}
