//! Words that could be of two languages: which of them is typed, and what is meant where that is not to be told.

use super::tokens::Token;
use super::words::Languages;
use super::{When, WhenContext, echo};
use crate::error::{Code, Error, Result};

/// How many words say something in the first language and nothing in the second, and the other way round.
pub(crate) fn evidence(tokens: &[Token], [one, other]: [Languages; 2]) -> (usize, usize) {
    let [one, other] = [one, other].map(|languages| languages.lexicon().covered(tokens));
    let only =
        |these: &[bool], those: &[bool]| these.iter().zip(those).filter(|(this, that)| **this && !**that).count();
    (only(&one, &other), only(&other, &one))
}

/// What is meant, read in either language; `Ambiguous` where each reads something else and neither is to be told.
pub(super) fn either(
    tokens: &[Token],
    languages: [Languages; 2],
    read: impl Fn(Languages) -> Result<When>,
    ctx: &WhenContext<'_>,
) -> Result<When> {
    let [own, english] = languages;
    let (ones, others) = evidence(tokens, languages);
    match (ones, others) {
        (_, 0) if ones > 0 => return read(own),
        (0, _) if others > 0 => return read(english),
        _ => {}
    }
    let today = ctx.zone.wall(ctx.now).day();
    let typed = |when: &When, languages| echo::short(when.local, today, languages);
    match (read(own), read(english)) {
        (Ok(one), Ok(other)) if one.at == other.at => Ok(one),
        (Ok(one), Ok(other)) => {
            let message = format!("Is {} meant, or {}?", echo::long(one.local, today), echo::long(other.local, today));
            Err(Error::new(Code::Ambiguous, message).suggest([typed(&one, own), typed(&other, english)]))
        }
        (Ok(one), Err(error)) if error.code == Code::Invalid || ones > others => Ok(one),
        (Err(error), Ok(other)) if error.code == Code::Invalid || others > ones => Ok(other),
        (Ok(one), Err(error)) => Err(doubted(typed(&one, own), error)),
        (Err(error), Ok(other)) => Err(doubted(typed(&other, english), error)),
        (Err(one), Err(other)) if one.code == Code::Invalid && other.code != Code::Invalid || others > ones => {
            Err(other)
        }
        (Err(one), Err(_)) => Err(one),
    }
}

/// The answer where one language reads it and the other sees something wrong with it.
fn doubted(typed: String, error: Error) -> Error {
    let mut suggest = error.suggest;
    suggest.insert(0, typed);
    Error { code: Code::Ambiguous, suggest, ..error }
}
