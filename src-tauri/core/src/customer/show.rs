//! A customer's page: everything written about them, and what is open.

use super::{Card, Double, GoodHours, Related, Restricted, related_to};
use crate::{
    brief::{Sentence, aloud, brief},
    cache::{read_card, read_restrictions},
    desk::Desk,
    error::{Error, Result},
    id::Id,
    promise::{PromiseRow, open_promises_of},
    time::Timestamp,
};
use rusqlite::OptionalExtension;
use serde::Serialize;

/// A customer as shown: the card, what is open, and what to know before saying hello.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct CustomerDetail {
    /// The customer.
    pub id: Id,
    /// Everything written about them.
    #[serde(flatten)]
    pub card: Card,
    /// Promises still owed to them, the one due first first.
    pub open_promises: Vec<PromiseRow>,
    /// At most four sentences to know before saying hello; empty when there is nothing to say.
    pub brief: String,
    /// The brief in clauses that each say where they come from.
    pub sentences: Vec<Sentence>,
    /// How they may not be reached, each way once.
    pub restricted: Vec<Restricted>,
    /// When they like to be called, and whether that is now; `None` where it is not said.
    pub likes_calls: Option<GoodHours>,
    /// Who belongs to them, and what is owed to those; the relation that was said first first.
    pub related: Vec<Related>,
    /// How many entries the timeline has.
    pub entries: u64,
    /// When they were added.
    #[ts(type = "string")]
    pub created_at: Timestamp,
    /// Whether adding them was taken back.
    pub taken_back: bool,
    /// Customers who may be the same; told when one is added or changed.
    pub doubles: Vec<Double>,
}

impl Desk {
    /// Shows a customer.
    ///
    /// # Errors
    /// There is no such customer.
    pub fn show_customer(&self, customer: Id) -> Result<CustomerDetail> {
        let (now, office) = (self.now(), self.office());
        let viewer = self.member().map(|member| member.id);
        self.read(|db| {
            let (card, live) = read_card(db, customer)?.ok_or_else(|| Error::not_found("There is no such customer."))?;
            let tally: Option<(u64, Timestamp)> = db
                .prepare_cached("SELECT t.entries, c.added_at FROM customer_tally t JOIN customer c ON c.id = t.customer WHERE t.customer = ?1")?
                .query_row([customer], |row| Ok((row.get::<_, i64>(0)?.unsigned_abs(), row.get(1)?)))
                .optional()?;
            let (entries, created_at) = tally.unwrap_or_default();
            let open_promises = open_promises_of(db, &office, customer, now)?;
            let sentences = brief(db, &office, viewer, (customer, &card), &open_promises, now)?;
            let restricted = Restricted::shown(read_restrictions(db, customer)?, &office);
            let likes_calls = GoodHours::at(&card.good_hours, office.settings.zone.wall(now));
            let related = related_to(db, customer, now)?;
            Ok(CustomerDetail {
                id: customer,
                card,
                restricted,
                likes_calls,
                related,
                open_promises,
                brief: aloud(&sentences),
                sentences,
                entries,
                created_at,
                taken_back: !live,
                doubles: Vec::new(),
            })
        })
    }
}
