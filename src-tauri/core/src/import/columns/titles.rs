//! Which titles other programs give their columns, in the languages they speak. The table is `titles.tsv`: a target,
//! then the titles that mean it. A target with `?` depends on the other columns.
//!
//! Sources: the export headers of Google, Outlook, Thunderbird, Yahoo, Windows Live Mail, LinkedIn, Mailchimp, HubSpot,
//! Salesforce, Pipedrive, Square, Zoho; and everyday words for tables made by hand.

use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

static TITLES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let lines = include_str!("titles.tsv").lines().filter_map(|line| line.split_once('\t'));
    lines.flat_map(|(target, titles)| titles.split('|').map(move |title| (key(title), target))).collect()
});

/// A title without case, accents, blanks and punctuation: `E-mail 2 Address` is `email2address`.
pub(super) fn key(title: &str) -> String {
    title
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// What a title means and the number in it: `Phone 2 - Value` is `phone`, 2. The number is 0 where there is none.
pub(super) fn look_up(title: &str) -> (Option<&'static str>, u32) {
    let whole = key(title);
    let digits: String = whole.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    let number = digits.parse().unwrap_or(0);
    if let Some(target) = TITLES.get(&whole) {
        return (Some(target), number);
    }
    let bare: String = whole.chars().filter(|c| !c.is_ascii_digit()).collect();
    (TITLES.get(&bare).copied().filter(|_| !bare.is_empty()), number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_known_whatever_their_case_accents_and_numbers() {
        assert_eq!(look_up("E-mail 2 Address"), (Some("email"), 2));
        assert_eq!(look_up("PRENOM"), (Some("given"), 0));
        assert_eq!(look_up("Phone 1 - Value"), (Some("phone"), 1));
        assert_eq!(look_up("2. Vorname"), (Some("middle"), 2));
        assert_eq!(look_up("12"), (None, 12));
        assert_eq!(look_up("Shoe size"), (None, 0));
    }

    #[test]
    fn no_title_stands_in_the_table_twice() {
        let mut all: Vec<String> = include_str!("titles.tsv")
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .flat_map(|(_, titles)| titles.split('|').map(key))
            .collect();
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
