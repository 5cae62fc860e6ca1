//! Names of languages and locales as BCP 47 writes them.

/// Reads a tag of subtags of 1 to 8 letters or digits, the first of 2 to 8 letters (RFC 5646, 2.1, without grandfathered
/// forms). Gives it trimmed and with hyphens, its letters as they were typed; `None` where it is no tag.
pub fn read_tag(text: &str) -> Option<String> {
    let tag = text.trim().replace('_', "-");
    let subtag = |text: &str| (1..=8).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric());
    let language = tag.split('-').next().unwrap_or_default();
    let known = (2..=8).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_alphabetic());
    (known && tag.len() <= 35 && tag.split('-').all(subtag)).then_some(tag)
}

/// The same in the usual letters: `pt-BR`, `zh-Hant`. Two tags for one language are then the same text.
pub fn usual(tag: &str) -> String {
    let subtags = tag.split('-').enumerate().map(|(at, subtag)| match (at, subtag.len()) {
        (0, _) => subtag.to_ascii_lowercase(),
        (_, 2) => subtag.to_ascii_uppercase(),
        (_, 4) => {
            let (first, rest) = subtag.split_at_checked(1).unwrap_or((subtag, ""));
            format!("{}{}", first.to_ascii_uppercase(), rest.to_ascii_lowercase())
        }
        _ => subtag.to_ascii_lowercase(),
    });
    subtags.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_a_tag_and_a_sentence_is_none() {
        for (typed, read) in [("pt", "pt"), (" PT_br ", "pt-BR"), ("zh-HANT-tw", "zh-Hant-TW"), ("es-419", "es-419")] {
            assert_eq!(read_tag(typed).map(|tag| usual(&tag)).as_deref(), Some(read), "{typed}");
        }
        for not in ["", "p", "Portuguese, mostly", "pt--br", "1a", "ру", "pt-123456789", "<b>"] {
            assert_eq!(read_tag(not), None, "{not}");
        }
    }
}
