//! How text is folded for finding. One function for both sides: what the index stores and what a query asks for.
//!
//! A word is a run of letters, digits and the marks that belong to them. It is folded to lower case without accents;
//! beside that stand its other spellings: ä as ae, other scripts in Latin letters, and back again (ue as u).

use deunicode::deunicode;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The longest part of a word that is indexed, in characters: beginnings are what is searched for.
const LONGEST: usize = 40;

/// The words of a text, as they stand in it.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)).filter(|word| !word.is_empty())
}

/// A word in lower case, without accents and other marks, compatibility forms made plain (full-width, ligatures).
pub(crate) fn plain(word: &str) -> String {
    if word.is_ascii() {
        return word.bytes().take(LONGEST).map(|b| char::from(b.to_ascii_lowercase())).collect();
    }
    let folded: String = word.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect();
    // Lower-casing can bring marks of its own (İ), and taking compatibility forms apart can bring spaces.
    let plain: String = folded.nfkd().filter(|c| c.is_alphanumeric()).take(LONGEST).collect();
    // A letter that is nothing but a mark when taken apart (a half-width sound mark) stands for itself.
    if plain.is_empty() { word.to_lowercase().chars().take(LONGEST).collect() } else { plain }
}

/// The spelling without umlauts: ä as ae, ö and ø as oe, ü as ue, ß as ss, å as aa, æ as ae. `None` where nothing changes.
fn spelled_out(word: &str) -> Option<String> {
    let mut changed = false;
    let mut out = String::with_capacity(word.len() + 4);
    for c in word.nfc() {
        let instead = match c {
            'ä' | 'Ä' | 'æ' | 'Æ' => "ae",
            'ö' | 'Ö' | 'ø' | 'Ø' | 'œ' | 'Œ' => "oe",
            'ü' | 'Ü' => "ue",
            'å' | 'Å' => "aa",
            'ß' | 'ẞ' => "ss",
            _ => {
                out.push(c);
                continue;
            }
        };
        changed = true;
        out.push_str(instead);
    }
    changed.then(|| plain(&out))
}

/// The spelling of a word in Latin letters, without spaces: Иванов as ivanov, 李 as li.
fn in_latin(word: &str) -> String {
    deunicode(word)
        .bytes()
        .filter(u8::is_ascii_alphanumeric)
        .take(LONGEST)
        .map(|b| char::from(b.to_ascii_lowercase()))
        .collect()
}

/// A spelling with ae, oe, ue drawn together as a, o, u, so that Mueller and Muller meet. `None` where nothing changes.
fn drawn_together(plain: &str) -> Option<String> {
    // Most words have none of these, and very many are folded by an import.
    if !["ae", "oe", "ue"].iter().any(|pair| plain.contains(pair)) {
        return None;
    }
    let drawn = plain.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    (drawn != plain && drawn.len() >= 4).then_some(drawn)
}

/// Every spelling under which a word is indexed, each once; its plain one first.
pub(crate) fn spellings(word: &str) -> Vec<String> {
    let mut all = vec![plain(word)];
    let mut add = |spelling: String| {
        if !spelling.is_empty() && !all.contains(&spelling) {
            all.push(spelling);
        }
    };
    if word.is_ascii() {
        if let Some(drawn) = drawn_together(&plain(word)) {
            add(drawn);
        }
        return all;
    }
    add(in_latin(word));
    if let Some(spelled) = spelled_out(word) {
        if let Some(drawn) = drawn_together(&spelled) {
            add(drawn);
        }
        add(spelled);
    }
    // Marks that some would take for the end of a word (vowel signs): its pieces are words too.
    if word.chars().any(is_combining_mark) {
        word.split(is_combining_mark).filter(|piece| !piece.is_empty()).for_each(|piece| add(plain(piece)));
    }
    all.retain(|spelling| !spelling.is_empty());
    all
}

/// Every spelling that a typed word may stand for: those of the word itself, no further than it was typed.
pub(crate) fn asked(word: &str) -> Vec<String> {
    let mut all = vec![plain(word)];
    if word.is_ascii() {
        all.extend(drawn_together(&plain(word)).filter(|_| word.len() > 4));
    } else {
        all.extend(spelled_out(word));
        let latin = in_latin(word);
        // A script without letters of its own in Latin is best asked for as it is written.
        if all.iter().all(|spelling| spelling.is_empty()) {
            all.push(latin);
        }
    }
    all.retain(|spelling| !spelling.is_empty());
    all.dedup();
    all
}

/// Whether one of the asked spellings begins one that `word` is indexed under.
pub(crate) fn begins(word: &str, asked: &[String]) -> bool {
    let starts = |asked: &String| {
        word.as_bytes().get(..asked.len()).is_some_and(|start| start.eq_ignore_ascii_case(asked.as_bytes()))
    };
    // Most words are plain already; the others are folded as the index folded them.
    (word.is_ascii() && asked.iter().any(starts))
        || (!word.is_ascii() || word.len() > 4)
            && spellings(word).iter().any(|spelling| asked.iter().any(|asked| spelling.starts_with(asked)))
}

/// Letters and digits of a text in one piece, plain: `7ABC-123` as `7abc123`. For plates, references and addresses.
pub(crate) fn glued(text: &str) -> String {
    words(text).map(plain).collect::<String>().chars().take(LONGEST).collect()
}

/// The words of a name, folded and sorted.
pub(crate) fn name_words(name: &str) -> Vec<String> {
    let mut folded: Vec<String> = words(name).map(plain).filter(|word| !word.is_empty()).collect();
    folded.sort();
    folded
}

/// Whether two names are made of the same words, in any order.
pub(crate) fn same_words(a: &str, b: &str) -> bool {
    let words = name_words(a);
    !words.is_empty() && words == name_words(b)
}

/// The ASCII digits of a text, digits of every script counted as such.
pub(crate) fn digits(text: &str) -> String {
    crate::phone::fold_digits(text).chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_indexed_under_every_way_of_spelling_it() {
        assert_eq!(spellings("Müller"), ["muller", "mueller"]);
        assert!(spellings("Иванов").contains(&"ivanov".to_owned()));
        assert!(spellings("Mueller").contains(&"muller".to_owned()));
        assert!(spellings("Straße").contains(&"strasse".to_owned()));
        assert_eq!(spellings("İnce").first().map(String::as_str), Some("ince"));
    }

    #[test]
    fn every_asked_spelling_of_a_word_is_the_beginning_of_one_it_is_indexed_under() {
        for word in [
            "Müller",
            "Иванов",
            "Åse",
            "Größe",
            "Mueller",
            "O",
            "ﬁn",
            "é",
            "e\u{301}",
            "१२३",
            "½",
            "مرحبا",
            "हिन्दी",
            "日本",
        ] {
            let indexed = spellings(word);
            assert!(
                asked(word).iter().any(|asked| indexed.iter().any(|spelling| spelling.starts_with(asked))),
                "{word}: {:?} in {indexed:?}",
                asked(word)
            );
        }
    }

    #[test]
    fn digits_of_every_script_count() {
        assert_eq!(digits("+1 (206) 555-０１42 ٣"), "120655501423");
    }
}
