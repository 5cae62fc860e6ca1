//! Finding.

use super::{
    office::{call, idle},
    queries::{self, Sample},
    stopwatch::{Times, each},
    table::{Table, ms},
};
use kept_core::desk::Desk;
use serde_json::json;

/// Times searches, each once before to warm the caches as the keystrokes before it would.
pub fn time(desk: &Desk, queries: &[String]) -> Times {
    let find = |query: &String| drop(call(desk, "find", json!({ "query": query })));
    queries.iter().for_each(find);
    each(queries, find)
}

/// Every sort of query.
pub fn run(table: &mut Table, desk: &Desk, sample: &Sample) {
    let target = if table.size() > 100_000 { ms(3.0) } else { ms(1.0) };
    for letters in 1..=6 {
        let queries = queries::beginnings(sample, letters);
        table.row(&format!("find, {letters} letters"), time(desk, &queries), target);
    }
    table.row("find, two words of a name", time(desk, &queries::two_words(sample)), target);
    table.row("find, two common names or letters", time(desk, &queries::common_pairs()), target);
    for digits in 4..=7 {
        let queries = queries::endings(sample, digits);
        table.row(&format!("find, last {digits} digits"), time(desk, &queries), target);
    }
    table.row("find, 3 to 6 digits anywhere", time(desk, &queries::middles(sample)), ms(5.0));
    table.row("find, e-mail, plate, reference", time(desk, &queries::references(sample)), target);
    table.row("find, nobody", time(desk, &queries::misses(sample)), target);
    table.row("find, nothing typed", time(desk, &vec![String::new(); 200]), target);
}

/// Finding after thousands of customers were dealt with, before and after the index is merged.
pub fn after_moves(table: &mut Table, desk: &Desk, sample: &Sample) {
    let target = if table.size() > 100_000 { ms(3.0) } else { ms(1.0) };
    let queries = queries::beginnings(sample, 3);
    table.row("find, 3 letters, after the entries logged", time(desk, &queries), target);
    idle(desk);
    table.row("find, 3 letters, after that was merged", time(desk, &queries), target);
}
