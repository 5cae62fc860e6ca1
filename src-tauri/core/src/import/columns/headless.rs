//! Columns of a file without a header: told by what is in them.

use super::{Column, Plan, Target};
use csv::StringRecord;

/// Whether a cell can hardly be a title: an e-mail address, or seven digits and more.
pub(in crate::import) fn is_like_data(cell: &str) -> bool {
    is_email(cell) || is_phone(cell)
}

fn is_email(cell: &str) -> bool {
    cell.split_once('@').is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.'))
        && !cell.trim().contains(' ')
}

fn is_phone(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let allowed = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | '/' | '(' | ')' | ' ' | '\u{a0}');
    (7..=17).contains(&digits) && cell.chars().all(allowed)
}

fn is_words(cell: &str) -> bool {
    cell.chars().any(char::is_alphabetic)
        && !cell.contains("://")
        && cell.chars().filter(char::is_ascii_digit).count() < 2
}

/// A plan from the first rows. Titles are `column 1`, `column 2`.
pub(super) fn plan(rows: &[StringRecord]) -> Plan {
    let width = rows.iter().map(StringRecord::len).max().unwrap_or(0);
    let mostly = |at: usize, is: fn(&str) -> bool| {
        let cells: Vec<&str> =
            rows.iter().filter_map(|row| row.get(at)).map(str::trim).filter(|c| !c.is_empty()).collect();
        !cells.is_empty() && cells.iter().filter(|cell| is(cell)).count() * 10 >= cells.len() * 6
    };
    let one_word = |cell: &str| !cell.contains(' ');
    let mut columns: Vec<Column> = Vec::with_capacity(width);
    let mut named = false;
    for at in 0..width {
        let header = format!("column {}", at + 1);
        let target = if mostly(at, is_email) {
            Target::Email(String::new())
        } else if mostly(at, is_phone) {
            Target::Phone(String::new())
        } else if mostly(at, is_words) && !named {
            named = true;
            // Two columns of single words side by side are given and family name in the order most files have.
            let is_pair = mostly(at, one_word)
                && mostly(at + 1, is_words)
                && mostly(at + 1, one_word)
                && !mostly(at + 1, is_email);
            if is_pair { Target::Given } else { Target::Name }
        } else if columns.last().is_some_and(|c| c.target == Target::Given) {
            Target::Family
        } else {
            Target::Field(header.clone())
        };
        columns.push(Column { header, target, label: None, extension: None, number: 0 });
    }
    Plan { columns, slots: vec![String::new()], is_own: false }
}
