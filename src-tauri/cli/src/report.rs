//! `report kept`: how promises were kept.

use crate::{
    entry::name_of,
    look::Look,
    output::Answer,
    session::Session,
    table::{Rows, list, text},
    words::length,
};
use clap::{Subcommand, ValueEnum};
use kept_core::error::Result;
use serde_json::{Value, json};

/// Reports.
#[derive(Debug, Subcommand)]
pub enum Report {
    /// How promises were kept, by the period of their agreed due time
    Kept {
        /// From then on
        #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
        from: Option<String>,
        /// Up to, not including, then
        #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
        to: Option<String>,
        /// A row for each
        #[arg(long, default_value = "owner")]
        by: ByArg,
    },
}

/// What a row stands for.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ByArg {
    /// A member
    Owner,
    /// A month, 2026-03
    Month,
    /// An ISO week, 2026-W10
    Week,
}

impl Report {
    /// Does it.
    pub fn run(self, session: &Session) -> Result<Answer> {
        let Report::Kept { from, to, by } = self;
        let value = session.call("report_kept", json!({ "from": from, "to": to, "by": name_of(&by) }))?;
        Ok(session.answer(value, show))
    }
}

const COUNTS: [&str; 8] =
    ["made", "kept_on_time", "kept_late", "broken", "withdrawn", "open", "late_open", "taken_back"];

fn show(value: &Value, look: &Look) -> String {
    let titles =
        ["", "Rate", "Made", "On time", "Late", "Broken", "Withdrawn", "Open", "Overdue", "Taken back", "Delay"];
    let mut rows = Rows::titled(&titles, look).right(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for row in list(value, "rows") {
        let rate = row.get("kept_rate").and_then(Value::as_f64).map(|rate| format!("{:.0} %", rate * 100.0));
        let delay = row.get("median_delay_ms").and_then(Value::as_i64).map(length);
        let mut cells = vec![text(row, "key"), rate.unwrap_or_default()];
        cells.extend(COUNTS.iter().map(|key| text(row, key)));
        cells.push(delay.unwrap_or_default());
        rows.add(&cells, false);
    }
    rows.finish("No promises were due in that time.")
}
