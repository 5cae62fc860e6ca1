//! `export`: customers for other programs.

use crate::{
    output::Answer,
    session::Session,
    table::{number, text},
    words::count,
};
use clap::Args;
use kept_core::error::Result;
use serde_json::json;
use std::path::PathBuf;

/// Write customers to a file.
#[derive(Debug, Args)]
pub struct Export {
    /// The file; its ending says the format: .csv or .vcf
    file: PathBuf,
    /// Only this customer, with their whole history
    #[arg(long, value_name = "ID")]
    customer: Option<String>,
}

impl Export {
    /// Does it.
    pub fn run(self, session: &Session) -> Result<Answer> {
        let customer = self.customer.map(|id| session.customer(&id)).transpose()?;
        let customers = session.desk.export(&self.file, customer)?;
        let value = json!({ "file": self.file.to_string_lossy(), "customers": customers });
        Ok(session.answer(value, |value, _| {
            let customers = count(number(value, "customers").unsigned_abs(), "customer", "customers");
            format!("{} holds {customers}.", text(value, "file"))
        }))
    }
}
