//! Rows of cells, as spreadsheets and other programs save them.

use super::birthday::Order;
use super::columns::{self, Plan};
use super::row::{self, Built};
use super::{Format, LARGEST_FIELD, MOST_RECORDS, Person, ReadFile, Skipped, birthday, decode, delimiter};
use crate::error::{Error, Result};
use ::csv::{ReaderBuilder, StringRecord};
use std::collections::BTreeMap;

/// Rows looked at to find out what columns without a header hold.
const SAMPLE_ROWS: usize = 100;

/// Reads every row.
///
/// # Errors
/// The bytes are no text, or the map does not fit the file.
pub(super) fn read(bytes: &[u8], map: &BTreeMap<String, String>) -> Result<ReadFile> {
    let decoded = decode::decode(bytes);
    let carriage_returns = decoded.text.contains('\r') && !decoded.text.contains('\n');
    let text = if carriage_returns { decoded.text.replace('\r', "\n").into() } else { decoded.text };
    let (delimiter, skip) = delimiter::find(&text);
    let rows = Rows::new(text.get(skip..).unwrap_or_default(), delimiter, if skip > 0 { 2 } else { 1 });
    let (plan, has_header) = plan(&rows, map)?;

    if !plan.is_own {
        decode::refuse_binary(text.as_bytes())?;
    }

    let mut file = ReadFile {
        format: Format::Csv,
        encoding: decoded.encoding,
        encoding_guessed: decoded.guessed,
        delimiter: Some(char::from(delimiter)),
        columns: plan.columns.iter().map(|c| (c.header.clone(), c.target.field(&c.header))).collect(),
        people: Vec::new(),
        skipped: Vec::new(),
        remarks: Vec::new(),
    };
    let mut dates = Dates::default();
    rows.for_each(|line, row| {
        let is_header = has_header && file.people.is_empty() && file.skipped.is_empty() && !dates.past_header;
        dates.past_header = true;
        if is_header {
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
    dates.settle(&mut file.people);
    Ok(file)
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

/// Birthdays that could be read two ways, until other rows of the file have shown which way it writes them.
#[derive(Default)]
struct Dates {
    past_header: bool,
    day_first: bool,
    month_first: bool,
    open: Vec<(usize, u32, u32, i32)>,
}

impl Dates {
    fn see(&mut self, person: usize, read: Option<birthday::Birthday>) {
        match read {
            Some(birthday::Birthday::Either { first, second, year }) => self.open.push((person, first, second, year)),
            Some(birthday::Birthday::Certain { evidence: Some(Order::DayFirst), .. }) => self.day_first = true,
            Some(birthday::Birthday::Certain { evidence: Some(Order::MonthFirst), .. }) => self.month_first = true,
            Some(_) | None => {}
        }
    }

    fn settle(self, people: &mut [Person]) {
        if self.day_first == self.month_first {
            return;
        }
        for (person, first, second, year) in self.open {
            let (day, month) = if self.day_first { (first, second) } else { (second, first) };
            if let (Some(person), Some(date)) = (people.get_mut(person), birthday::date(Some(year), month, day)) {
                person.card.birthday = date;
            }
        }
    }
}

#[cfg(test)]
mod tests;
