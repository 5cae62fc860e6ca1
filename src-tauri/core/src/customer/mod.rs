//! Customers: the people and organisations the office serves.

mod add;
mod brief;
mod card;
mod change;
mod check;
mod doubles;
mod resolve;
mod show;
mod words;

pub(crate) use brief::span;
pub use card::{Address, Card, Email, Kind, NewCustomer, NewEmail, NewPhone, Phone};
pub use change::CustomerChange;
pub(crate) use check::{LONGEST_TEXT, check_length, check_text};
pub use doubles::Double;
pub use show::CustomerDetail;
pub(crate) use words::{customer_words, phone_words};
