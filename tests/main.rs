//! Stories told through public calls.

mod phones;
mod support;
mod when;
