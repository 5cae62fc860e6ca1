//! Customers: the people and organisations the office serves.

mod card;

pub use card::{Address, Card, Email, Kind, NewCustomer, NewEmail, NewPhone, Phone};
