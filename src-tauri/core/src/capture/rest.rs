//! What is left of a line once the words about who and when are taken out: as typed, with no gaps.

use super::line::Line;
use std::ops::Range;

/// The line with those bytes replaced, in order.
pub(super) fn replaced(text: &str, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(range, _)| range.start);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (range, instead) in edits {
        out.push_str(text.get(at..range.start).unwrap_or_default());
        out.push(' ');
        out.push_str(&instead);
        out.push(' ');
        at = at.max(range.end);
        // The full stop of a line goes with its last word.
        if instead.is_empty() && text.get(at..).is_some_and(|rest| rest.trim() == ".") {
            at = text.len();
        }
    }
    out.push_str(text.get(at..).unwrap_or_default());
    tidy(&out)
}

/// The line without those tokens.
pub(super) fn without(line: &Line<'_>, tokens: &[Range<usize>]) -> String {
    if tokens.is_empty() {
        return line.text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    replaced(line.text, tokens.iter().map(|range| (line.bytes(range), String::new())).collect())
}

/// Draws together what a hole leaves behind: blanks, commas, empty brackets.
fn tidy(text: &str) -> String {
    let mut out = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (gap, instead) in [
        ("( )", ""),
        ("()", ""),
        (" ,", ","),
        (" .", "."),
        (" ;", ";"),
        (" !", "!"),
        (" ?", "?"),
        (" :", ":"),
        (" )", ")"),
        ("( ", "("),
        (",,", ","),
        (",.", "."),
        (",!", "!"),
        (",?", "?"),
        (",;", ";"),
        (":,", ":"),
        (",:", ":"),
        ("  ", " "),
    ] {
        while out.contains(gap) {
            out = out.replace(gap, instead);
        }
    }
    let loose = |c: char| c.is_whitespace() || ",;:-–—".contains(c);
    let begun = out.trim_start_matches(|c| loose(c) || c == '.' || c == '!' || c == '?');
    begun.trim_end_matches(loose).to_owned()
}
