//! `office`: the settings of the office.

use crate::{
    look::Look,
    output::{Answer, warn},
    session::Session,
    table::{Rows, list, text},
};
use clap::{Subcommand, ValueEnum};
use kept_core::error::Result;
use serde_json::{Value, json};

/// What can be done with settings.
#[derive(Debug, Subcommand)]
pub enum Office {
    /// Show the settings
    Show,
    /// Change a setting
    Set {
        /// Which
        key: Key,
        /// What it is to be; "" empties what may be empty
        #[arg(allow_negative_numbers = true)]
        value: String,
    },
    /// Show the calendar: the week, whose holidays are kept, and when the office opens and closes next
    Calendar,
    /// List the days of a year that differ from their weekday
    Days {
        /// The year
        year: i32,
    },
    /// Give days times of their own
    Day {
        /// The day, or the first of several in a row, like 2026-12-24
        first: String,
        /// closed, usual (a holiday that is worked), times like 10:00-13:00; "" takes the day's own times away
        times: String,
        /// The last of several days in a row
        #[arg(long, value_name = "DAY")]
        to: Option<String>,
        /// The same days of every year
        #[arg(long)]
        yearly: bool,
        /// What the day is called
        #[arg(long, default_value = "", hide_default_value = true, value_name = "TEXT")]
        name: String,
    },
    /// Whether the office is open, and when it opens and closes next
    Open {
        /// Then, instead of now
        #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
        at: Option<String>,
    },
}

/// A setting.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Key {
    /// The office's name
    Name,
    /// IANA time zone, like Europe/Berlin
    Zone,
    /// Region for numbers typed without a country, like DE
    Region,
    /// BCP 47 locale, like de-DE
    Locale,
    /// Opening hours, like "mon-fri 08:00-12:00,13:00-18:00; sat 09:00-13:00"
    Hours,
    /// Country, or country-subdivision, whose holidays are kept
    Holidays,
    /// Quiet hours, like 20:00-08:00, or off
    Quiet,
    /// Steps after a first announcement, in minutes of opening hours, like "again 5, backup 15, managers 30", or off
    Ladder,
    /// Days without a word from us after which a customer is listed, or off
    #[value(name = "gone_quiet")]
    GoneQuiet,
}

impl Office {
    /// Does it.
    pub fn run(self, session: &Session) -> Result<Answer> {
        let (value, show): (_, fn(&Value, &Look) -> String) = match self {
            Office::Show => (session.call("office_show", json!({}))?, show),
            Office::Set { key, value } => {
                let key = key.to_possible_value().map(|key| key.get_name().to_owned()).unwrap_or_default();
                let answer = session.call("office_change", json!({ &key: value }))?;
                if key == "holidays" {
                    say_notes(&session.call("calendar_show", json!({}))?);
                }
                (answer, show)
            }
            Office::Calendar => {
                let calendar = session.call("calendar_show", json!({}))?;
                say_notes(&calendar);
                (calendar, show_calendar)
            }
            Office::Days { year } => (session.call("calendar_days", json!({ "year": year }))?, show_days),
            Office::Day { first, times, to, yearly, name } => {
                let args = json!({ "first": first, "last": to, "yearly": yearly, "times": times, "name": name });
                (session.call("calendar_set", args)?, show_days)
            }
            Office::Open { at } => {
                let at = at.map(|at| session.desk.read_when(&at, false)).transpose()?.map(|read| read.at);
                (session.call("open_at", json!({ "at": at }))?, show_open)
            }
        };
        Ok(session.answer(value, show))
    }
}

/// What the office should know about its calendar goes beside the answer.
fn say_notes(calendar: &Value) {
    list(calendar, "notes").iter().filter_map(Value::as_str).for_each(warn);
}

fn spans(value: &Value) -> String {
    let spans = value.as_array().map(Vec::as_slice).unwrap_or_default();
    let shown: Vec<_> = spans.iter().map(|span| format!("{}-{}", text(span, "from"), text(span, "to"))).collect();
    if shown.is_empty() { "closed".to_owned() } else { shown.join(", ") }
}

fn show_calendar(value: &Value, look: &Look) -> String {
    let mut rows = Rows::titled(&["Day", "Open"], look);
    let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let is_set = !text(value, "hours").is_empty();
    for (name, open) in days.iter().zip(list(value, "week")) {
        rows.add(&[(*name).to_owned(), if is_set { spans(open) } else { "always".to_owned() }], false);
    }
    let holidays = text(value, "holidays");
    let holidays = if holidays.is_empty() { "none".to_owned() } else { holidays };
    let now = show_open(value.get("now").unwrap_or(&Value::Null), look);
    format!("{}\nHolidays: {holidays}\n{now}", rows.finish(""))
}

fn show_days(value: &Value, look: &Look) -> String {
    let mut rows = Rows::titled(&["Day", "Open", "Why", "Name"], look);
    for day in list(value, "days") {
        let open = spans(day.get("open").unwrap_or(&Value::Null));
        rows.add(&[text(day, "day"), open, text(day, "source"), text(day, "name")], false);
    }
    rows.finish("Every day is like its weekday.")
}

fn show_open(value: &Value, look: &Look) -> String {
    let moment = |name: &str| look.moment(value.get(name).unwrap_or(&Value::Null));
    let is_open = value.get("open").and_then(Value::as_bool).unwrap_or_default();
    match (is_open, moment("opens_at"), moment("closes_at")) {
        (true, _, closes) if closes.is_empty() => "Open, always.\n".to_owned(),
        (true, _, closes) => format!("Open until {closes}.\n"),
        (false, opens, _) if opens.is_empty() => "Closed for more than a year.\n".to_owned(),
        (false, opens, closes) => format!("Closed. Opens {opens}, until {closes}.\n"),
    }
}

fn show(value: &Value, look: &Look) -> String {
    let mut rows = Rows::titled(&["Setting", "Value"], look);
    for key in Key::value_variants().iter().filter_map(ValueEnum::to_possible_value) {
        rows.add(&[key.get_name().to_owned(), text(value, key.get_name())], false);
    }
    rows.finish("")
}
