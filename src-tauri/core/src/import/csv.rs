//! Rows of cells, as spreadsheets and other programs save them.

use super::columns::{self, Plan};
use super::dates::{Dates, TwoWayDates};
use super::row::{self, Built};
use super::{Format, LARGEST_FIELD, MOST_RECORDS, Person, ReadFile, ReadOptions, Skipped, decode, delimiter};
use crate::error::{Error, Result};
use ::csv::{ReaderBuilder, StringRecord};
use std::collections::BTreeMap;

/// Rows looked at to find out what columns without a header hold, and to show what stands in a column.
const SAMPLE_ROWS: usize = 100;
/// Cells of a column that are shown.
const SAMPLE_CELLS: usize = 3;
/// Characters of a cell that are shown.
const SAMPLE_CHARS: usize = 60;

/// Reads every row.
///
/// # Errors
/// The bytes are no text, or the options do not fit the file.
pub(super) fn read(bytes: &[u8], options: &ReadOptions) -> Result<ReadFile> {
    let decoded = match &options.encoding {
        Some(label) => decode::decode_as(bytes, label)?,
        None => decode::decode(bytes),
    };
    let carriage_returns = decoded.text.contains('\r') && !decoded.text.contains('\n');
    let text = if carriage_returns { decoded.text.replace('\r', "\n").into() } else { decoded.text };
    let (delimiter, skip) = delimiter::find(&text, options.delimiter)?;
    let rows = Rows::new(text.get(skip..).unwrap_or_default(), delimiter, if skip > 0 { 2 } else { 1 });
    let (plan, has_header) = plan(&rows, &options.map)?;

    if !plan.is_own {
        decode::refuse_binary(text.as_bytes())?;
    }

    let mut file = ReadFile {
        format: Format::Csv,
        encoding: decoded.encoding,
        encoding_guessed: decoded.guessed,
        delimiter: Some(char::from(delimiter)),
        columns: plan.columns.iter().map(|c| (c.header.clone(), c.target.field(&c.header))).collect(),
        cells: cells(&rows, has_header, plan.columns.len()),
        dates: TwoWayDates::default(),
        people: Vec::new(),
        skipped: Vec::new(),
        remarks: Vec::new(),
    };
    let mut dates = Dates::default();
    let mut header_to_come = has_header;
    rows.for_each(|line, row| {
        if std::mem::take(&mut header_to_come) {
            return Ok(());
        }
        if file.people.len() + file.skipped.len() >= MOST_RECORDS {
            return Err(Error::invalid("This file holds more than a million people; split it and import the parts."));
        }
        if row.iter().any(|cell| cell.len() > LARGEST_FIELD) {
            file.skipped
                .push(Skipped { line, why: "a field is longer than 64 KB, or a quote in it is never closed".into() });
            return Ok(());
        }
        match row::build(row, &plan) {
            Built::Person { card, uid, birthday } => {
                dates.see(file.people.len(), birthday);
                file.people.push(Person { line, card: *card, uid });
            }
            Built::Skipped(why) => file.skipped.push(Skipped { line, why: why.into() }),
        }
        Ok(())
    })?;
    file.dates = dates.settle(options.date_order, &mut file.people);
    Ok(file)
}

/// What stands in the first rows of each column: at most three cells that are not empty and not alike.
fn cells(rows: &Rows<'_>, has_header: bool, columns: usize) -> Vec<Vec<String>> {
    let mut cells = vec![Vec::new(); columns];
    for row in rows.first(SAMPLE_ROWS).iter().skip(usize::from(has_header)) {
        for (cell, shown) in row.iter().zip(&mut cells) {
            let cell: String = cell.trim().chars().take(SAMPLE_CHARS).collect();
            if !cell.is_empty() && shown.len() < SAMPLE_CELLS && !shown.contains(&cell) {
                shown.push(cell);
            }
        }
    }
    cells
}

fn plan(rows: &Rows<'_>, map: &BTreeMap<String, String>) -> Result<(Plan, bool)> {
    let sample = rows.first(SAMPLE_ROWS);
    let Some(first) = sample.first() else { return Ok((columns::plan(&[], &BTreeMap::new())?, false)) };
    let has_header = columns::is_own_header(first.iter())
        || columns::known_titles(first.iter()) > 1
        || !first.iter().any(columns::is_like_data);
    let plan = if has_header {
        let headers: Vec<String> = first.iter().map(str::to_owned).collect();
        columns::plan(&headers, map)?
    } else {
        columns::plan_without_header(&sample, map)?
    };
    Ok((plan, has_header))
}

/// The rows of a text with the lines they begin on.
struct Rows<'a> {
    text: &'a str,
    delimiter: u8,
    first_line: usize,
}

impl<'a> Rows<'a> {
    fn new(text: &'a str, delimiter: u8, first_line: usize) -> Self {
        Rows { text, delimiter, first_line }
    }

    fn reader(&self) -> ::csv::Reader<&'a [u8]> {
        let mut builder = ReaderBuilder::new();
        builder.delimiter(self.delimiter).flexible(true).has_headers(false).from_reader(self.text.as_bytes())
    }

    fn first(&self, most: usize) -> Vec<StringRecord> {
        self.reader().into_records().map_while(std::result::Result::ok).take(most).collect()
    }

    fn for_each(&self, mut take: impl FnMut(usize, &StringRecord) -> Result<()>) -> Result<()> {
        let mut reader = self.reader();
        let mut row = StringRecord::new();
        loop {
            let (at, line) = (reader.position().byte() as usize, reader.position().line() as usize);
            let is_there = reader.read_record(&mut row);
            if !is_there.map_err(|_| Error::invalid("The rows of this file cannot be read."))? {
                return Ok(());
            }
            // The reader passes over empty lines before a row without telling.
            let rest = self.text.get(at..).unwrap_or_default();
            let empty = rest.bytes().take_while(|b| matches!(b, b'\n' | b'\r')).filter(|b| *b == b'\n').count();
            let line = line + empty + self.first_line - 1;
            if reader.position().byte() as usize >= self.text.len() && has_open_quote(rest) {
                return self.unquoted(rest.trim_start_matches(['\r', '\n']), line, take);
            }
            take(line, &row)?;
        }
    }

    /// The rows from a quote on that is never closed: it was only a letter, and must not swallow everybody after it.
    fn unquoted(
        &self,
        rest: &str,
        first: usize,
        mut take: impl FnMut(usize, &StringRecord) -> Result<()>,
    ) -> Result<()> {
        for (n, line) in rest.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
            take(first + n, &StringRecord::from_iter(line.split(char::from(self.delimiter))))?;
        }
        Ok(())
    }
}

/// Whether the last row of a file opens a quote, goes over several lines with it, and never closes it.
fn has_open_quote(row: &str) -> bool {
    row.trim_end().contains('\n') && row.bytes().filter(|b| *b == b'"').count() % 2 == 1
}

#[cfg(test)]
mod tests;
