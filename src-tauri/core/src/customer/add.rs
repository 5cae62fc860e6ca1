//! Adding a customer.

use super::{CustomerDetail, NewCustomer, check::check_new, customer_words};
use crate::{
    desk::{Desk, New, Subject, Written},
    error::{Error, Result},
    event::Body,
    roles::Action,
};

impl Desk {
    /// Adds a customer. Likely doubles come with the answer; they are a warning, never a refusal.
    ///
    /// # Errors
    /// There is neither name nor firm, number or address; or something is absurdly long.
    pub fn add_customer(&self, given: NewCustomer) -> Result<Written<CustomerDetail>> {
        self.allow(Action::WriteCustomers)?;
        check_new(&given)?;
        let (facts, words) = customer_words(given, &self.office().settings.region);
        if words.name.trim().is_empty() {
            return Err(Error::invalid("A customer needs a name, or at least a phone number or an e-mail address."));
        }
        let body = Body::CustomerAdded(facts, words);
        let written = self.write(|writing| {
            let new = New { customer: None, subject: Subject::Itself, batch: None, occurred_at: None, body };
            writing.append(new)
        })?;
        let mut detail = self.show_customer(written.value)?;
        detail.doubles = self.doubles(written.value)?;
        Ok(Written { value: detail, change: written.change })
    }
}
