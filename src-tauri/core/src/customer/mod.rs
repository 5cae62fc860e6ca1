//! Customers: the people and organisations the office serves.

mod add;
mod card;
mod change;
mod check;
mod doubles;
mod good_hours;
mod outside;
mod relation;
mod resolve;
mod restriction;
mod show;
mod words;

pub use card::{Address, Card, Email, Kind, NewCustomer, NewEmail, NewPhone, Phone};
pub use change::CustomerChange;
pub(crate) use check::{LONGEST_TEXT, check_department, check_length, check_text};
pub use doubles::Double;
pub use good_hours::GoodHours;
pub(crate) use good_hours::stored as stored_good_hours;
pub(crate) use relation::related_to;
pub use relation::{NewRelation, Related, RelationChange};
pub(crate) use restriction::named as named_channels;
pub use restriction::{CustomerNoted, Restricted};
pub use show::CustomerDetail;
pub(crate) use words::{customer_words, phone_words};
