//! The one table of calls: parse, core call, serialise. Window, bridge and command line all go through it.

mod customers;
mod drafts;
mod entries;
mod imports;
mod keeping;
mod offices;
mod preferences;
mod promises;

use crate::{
    desk::{Change, Desk, Written},
    error::{self, Code, Error, Result},
    time::Timestamp,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;

/// What a call answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    /// The value, as JSON.
    pub value: Value,
    /// What it changed, if it wrote.
    pub change: Option<Change>,
}

/// Arguments of a call that takes none.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NoArgs {}

/// The most bytes that the arguments of one call may have as JSON.
pub const MOST_BYTES: usize = 4 * 1024 * 1024;

/// Calls `name` with `args`, a JSON object.
///
/// # Errors
/// There is no such call, the arguments are not of its shape, or the core refuses; nothing is written then.
pub fn call(desk: &Desk, name: &str, args: Value) -> Result<Reply> {
    let args = if args.is_null() { Value::Object(serde_json::Map::new()) } else { args };
    customers::call(desk, name, &args)
        .or_else(|| entries::call(desk, name, &args))
        .or_else(|| promises::call(desk, name, &args))
        .or_else(|| offices::call(desk, name, &args))
        .or_else(|| imports::call(desk, name, &args))
        .or_else(|| keeping::call(desk, name, &args))
        .or_else(|| drafts::call(desk, name, &args))
        .or_else(|| preferences::call(desk, name, &args))
        .unwrap_or_else(|| Err(Error::not_found("Kept has no such command.")))
}

/// Reads the arguments of a call.
fn parse<T: DeserializeOwned>(args: &Value) -> Result<T> {
    T::deserialize(args).map_err(|fault| {
        // The library's sentence names the field and what it should be, after the value itself, which is left out.
        let said = fault.to_string();
        let what = said.rsplit_once("expected ").map_or_else(|| said.clone(), |(_, rest)| format!("expected {rest}"));
        let what = if said.starts_with("missing field") || said.starts_with("unknown field") { said } else { what };
        Error::invalid(format!("The command was not understood: {}.", error::said(&what)))
    })
}

/// The answer of a call that only reads.
fn shown(value: impl Serialize) -> Result<Reply> {
    Ok(Reply { value: json(value)?, change: None })
}

/// The answer of a call that wrote.
fn written<T: Serialize>(written: Written<T>) -> Result<Reply> {
    Ok(Reply { value: json(written.value)?, change: Some(written.change) })
}

fn json(value: impl Serialize) -> Result<Value> {
    serde_json::to_value(value).map_err(|_| Error::new(Code::Invalid, "The answer could not be written."))
}

/// A moment given as words or instant, for the start or end of a range.
fn range_end(desk: &Desk, text: Option<&str>) -> Result<Option<Timestamp>> {
    let (office, now) = (desk.office(), desk.now());
    let read =
        |text| crate::promise::read_when(text, &office.settings, now, crate::when::Sense::Range).map(|when| when.at);
    text.map(read).transpose()
}
