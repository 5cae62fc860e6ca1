//! Stories told through public calls.
fn main() {}
