//! The table that is printed: each figure beside what it may be.

use super::stopwatch::Times;
use std::{collections::BTreeMap, fmt, time::Duration};

/// So many milliseconds.
pub fn ms(ms: f64) -> Option<Duration> {
    Some(Duration::from_secs_f64(ms / 1000.0))
}

/// Rows as they were measured, by size.
#[derive(Default)]
pub struct Table {
    size: u64,
    rows: Vec<String>,
    finds: BTreeMap<u64, Duration>,
}

fn shown(took: Duration) -> String {
    let ms = took.as_secs_f64() * 1000.0;
    match ms {
        _ if ms >= 1000.0 => format!("{:.2} s", ms / 1000.0),
        _ if ms >= 10.0 => format!("{ms:.0} ms"),
        _ => format!("{ms:.2} ms"),
    }
}

impl Table {
    pub fn begin(&mut self, size: u64) {
        self.size = size;
    }

    pub fn size(&self) -> u64 {
        self.size
    }

    /// A figure; met when the 99th percentile is within the target. One that only a busy machine misses is told apart.
    pub fn row(&mut self, what: &str, times: Times, target: Option<Duration>) {
        let met = match target {
            None => "",
            Some(target) if times.p99 <= target => "met",
            Some(target) if times.cpu_p99 > Duration::ZERO && times.cpu_p99 <= target => "met in processor time",
            Some(_) => "**missed**",
        };
        // "find, 3 letters", but neither "find, two common names or letters" nor "find, 3 letters, during the import".
        if what
            .strip_prefix("find, ")
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()) && rest.ends_with(" letters"))
        {
            let worst = self.finds.entry(self.size).or_default();
            *worst = (*worst).max(if times.cpu_p99 > Duration::ZERO { times.cpu_p99 } else { times.p99 });
        }
        let Times { median, p99, cpu_p99, count } = times;
        self.push(format!(
            "| {} | {what} | {count} | {} | {} | {} | {} | {met} |",
            self.size,
            shown(median),
            shown(p99),
            shown(cpu_p99),
            target.map(shown).unwrap_or_default()
        ));
    }

    /// Memory in KiB.
    pub fn memory(&mut self, what: &str, kib: u64, target: Option<u64>) {
        let met = target.map_or("", |target| if kib <= target { "met" } else { "**missed**" });
        let may = target.map(|target| format!("{} MiB", target / 1024)).unwrap_or_default();
        self.push(format!("| {} | {what} | 1 | {} MiB | | | {may} | {met} |", self.size, kib / 1024));
    }

    /// How much slower finding gets from the smallest office to the largest.
    pub fn growth(&mut self) {
        let (Some((small, few)), Some((large, many))) = (self.finds.first_key_value(), self.finds.last_key_value())
        else {
            return;
        };
        if small == large {
            return;
        }
        let times = many.as_secs_f64() / few.as_secs_f64().max(1e-9);
        let met = if times <= 3.0 { "met" } else { "**missed**" };
        let row = format!(
            "| {small} to {large} | growth of the slowest find by letters, p99 processor time | | {times:.1} x | | | 3 x | {met} |"
        );
        self.push(row);
    }

    fn push(&mut self, row: String) {
        eprintln!("{row}");
        self.rows.push(row);
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| customers | job | calls | median | p99 | p99, processor | target | |")?;
        writeln!(f, "|---|---|---|---|---|---|---|---|")?;
        self.rows.iter().try_for_each(|row| writeln!(f, "{row}"))
    }
}
