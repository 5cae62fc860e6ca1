//! How a name sounds, so that Schmidt and Schmitt, Иванов and Ivanov, Catherine and Kathryn meet.

use super::fold::{name_words, plain};
use deunicode::deunicode;
use rphonetic::{DoubleMetaphone, DoubleMetaphoneResult};
use std::panic::catch_unwind;

/// The most words of a name that are listened to, and the letters of each.
const MOST_WORDS: usize = 6;
const LONGEST: usize = 40;
/// Letters of a word's sound.
const CODE: usize = 6;
/// Below this names only happen to sound alike: 1 is the same.
const ALIKE: f64 = 0.7;

/// The sounds of a whole name, one or two, its words in any order; none for a name of one word or without letters:
/// half the office has the same given name.
pub(crate) fn sounds(name: &str) -> Vec<String> {
    let codes: Vec<DoubleMetaphoneResult> =
        name_words(name).iter().take(MOST_WORDS).filter_map(|word| code(word)).collect();
    if codes.len() < 2 {
        return Vec::new();
    }
    let joined = |of: fn(&DoubleMetaphoneResult) -> String| {
        let mut all: Vec<String> = codes.iter().map(of).collect();
        all.sort();
        all.join(" ")
    };
    let mut sounds = vec![joined(DoubleMetaphoneResult::primary)];
    sounds.extend(Some(joined(DoubleMetaphoneResult::alternate)).filter(|other| sounds.first() != Some(other)));
    sounds
}

/// How a word sounds. The library falls over letters that are not Latin, which are spelled out first, and perhaps over
/// others: then the word sounds like nothing.
fn code(word: &str) -> Option<DoubleMetaphoneResult> {
    let latin: String = deunicode(word).chars().filter(char::is_ascii_alphabetic).take(LONGEST).collect();
    let code = catch_unwind(|| DoubleMetaphone::new(Some(CODE)).double_metaphone(&latin)).ok()?;
    (!code.primary().is_empty()).then_some(code)
}

/// Whether two names that sound alike are also written alike, their words in any order.
pub(crate) fn are_alike(a: &str, b: &str) -> bool {
    let latin = |name: &str| {
        let mut words: Vec<String> = name_words(name).iter().map(|word| plain(&deunicode(word))).collect();
        words.sort();
        words.join(" ")
    };
    strsim::jaro_winkler(&latin(a), &latin(b)) >= ALIKE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meet(a: &str, b: &str) -> bool {
        let others = sounds(b);
        sounds(a).iter().any(|sound| others.contains(sound)) && are_alike(a, b)
    }

    #[test]
    fn names_that_sound_alike_meet_in_any_order_and_script() {
        for (a, b) in [
            ("Anna Schmidt", "Anna Schmitt"),
            ("Catherine Meyer", "Kathryn Maier"),
            ("José Müller", "Jose Mueller"),
            ("Иван Иванов", "Ivan Ivanov"),
            ("Lindgren, Carl", "Karl Lindgren"),
        ] {
            assert!(meet(a, b), "{a} and {b}: {:?} {:?}", sounds(a), sounds(b));
        }
    }

    #[test]
    fn names_that_sound_otherwise_do_not_meet() {
        for (a, b) in [
            ("Anna Schmidt", "Anna Brown"),
            ("Carl Lindgren", "Carla Lopez"),
            ("Anna", "Anna"),
            ("", ""),
            ("李 明", "🎈 🎈"),
        ] {
            assert!(!meet(a, b), "{a} and {b}");
        }
    }

    #[test]
    fn no_name_brings_it_down() {
        for name in ["José", "Åse Ødegård", "\u{0} \u{0}", "ﬁ ﬁ", "ß ß", "'' --", "C C", "Ç é", "𝕏 𝕐", "WH GN"]
        {
            sounds(name);
        }
        sounds(&"José ".repeat(10_000));
    }
}
