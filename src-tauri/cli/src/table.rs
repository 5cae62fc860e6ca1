//! Tables for people: aligned, and wrapped to the width of the terminal.
//!
//! comfy-table does the arranging: the width of East Asian letters and emoji, and which column gives way, have been got
//! right there. What is ours is that no cell can steer the terminal.

use crate::{look::Look, words::plain};
use comfy_table::{Attribute, Cell, CellAlignment, Color, ColumnConstraint, ContentArrangement, Table, presets};
use serde_json::Value;

/// A table under construction.
pub struct Rows {
    table: Table,
    colour: bool,
}

impl Rows {
    /// A table with these titles.
    pub fn titled(titles: &[&str], look: &Look) -> Rows {
        let mut table = Table::new();
        table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
        let title = |title: &&str| styled(Cell::new(title), look.colour, Attribute::Bold);
        table.set_header(titles.iter().map(title));
        for (n, column) in table.column_iter_mut().enumerate() {
            column.set_padding((0, if n + 1 < titles.len() { 2 } else { 0 }));
        }
        Rows { table, colour: look.colour }
    }

    /// Adds a row; one that is late is red.
    pub fn add(&mut self, cells: &[String], late: bool) {
        let cell = |text: &String| {
            let cell = Cell::new(plain(text));
            if late && self.colour { cell.fg(Color::Red) } else { cell }
        };
        self.table.add_row(cells.iter().map(cell));
    }

    /// Keeps columns of times and ids on one line, however narrow the terminal is.
    pub fn whole(mut self, columns: &[usize]) -> Rows {
        for column in columns {
            if let Some(column) = self.table.column_mut(*column) {
                column.set_constraint(ColumnConstraint::ContentWidth);
            }
        }
        self
    }

    /// Sets a column of numbers to the right.
    pub fn right(mut self, columns: &[usize]) -> Rows {
        for column in columns {
            if let Some(column) = self.table.column_mut(*column) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        self
    }

    /// The finished table, without blanks at the ends of lines; `none` where it has no rows.
    pub fn finish(self, none: &str) -> String {
        if self.table.is_empty() {
            return format!("{none}\n");
        }
        let lines: Vec<String> = self.table.lines().map(|line| line.trim_end().to_owned()).collect();
        format!("{}\n", lines.join("\n"))
    }
}

fn styled(cell: Cell, colour: bool, attribute: Attribute) -> Cell {
    if colour { cell.add_attribute(attribute) } else { cell }
}

/// The text under `key`; empty where there is none.
pub fn text(value: &Value, key: &str) -> String {
    match value.get(key) {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

/// The list under `key`; empty where there is none.
pub fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The number under `key`; 0 where there is none.
pub fn number(value: &Value, key: &str) -> i64 {
    value.get(key).and_then(Value::as_i64).unwrap_or_default()
}

/// Whether `key` is true.
pub fn is(value: &Value, key: &str) -> bool {
    value.get(key).and_then(Value::as_bool).unwrap_or_default()
}
