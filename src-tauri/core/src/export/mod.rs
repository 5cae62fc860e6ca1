//! Customers written down for other programs, so that nobody is held by Kept: CSV and vCard. Reading back what was
//! written here gives the same customers, to the letter.

mod csv;
mod office;
mod vcf;
mod whole;

pub use csv::csv;
pub(crate) use csv::guarded;
pub use vcf::vcf;
pub(crate) use whole::write_whole;

use crate::customer::Card;

/// One customer to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportRow {
    /// The customer's id.
    pub id: String,
    /// Everything written about the customer.
    pub card: Card,
}

#[cfg(test)]
mod tests;
