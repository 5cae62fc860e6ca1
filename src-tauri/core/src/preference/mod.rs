//! This desk's own choices: theme, density, keys. They belong to the place one sits at and not to the office, so they are
//! in no event, are shared with no other desk, and anybody who sits here may make them.

mod list;
mod set;

/// What the name of a preference begins with in the table of desk-local settings.
const PREFIX: &str = "preference.";
/// The longest name, in bytes.
const LONGEST_NAME: usize = 64;
/// The longest value, in bytes of JSON: room for every key remapped, not for a file.
const LONGEST_VALUE: usize = 32 * 1024;
/// The most preferences of a desk.
const MOST: i64 = 200;
