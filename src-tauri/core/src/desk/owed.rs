//! What a write owes the search index and the contact points: settled once, in order, at its end. Row by row in between
//! costs several times as much.

use crate::{
    cache::{put_points, put_points_of},
    error::Result,
    find::{Amount, Document, expect, move_customers, place_customers, put_documents},
    id::Id,
};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Customers placed at a time: as many documents as are held in memory.
const STEP: usize = 5_000;

/// What is owed so far.
#[derive(Default)]
pub(super) struct Owed {
    /// Customers just added whom the index does not hold.
    documents: BTreeMap<Id, Document>,
    /// Contact points of customers just added or changed, whether or not they are noted already.
    points: HashMap<String, Vec<Id>>,
    /// Customers whose words, or whose being there at all, may have changed.
    changed: BTreeSet<Id>,
}

impl Owed {
    /// Notes a customer just added, whom neither index nor contact points hold.
    pub(super) fn add(&mut self, customer: Id, document: Document, points: Vec<String>) {
        for point in points {
            self.points.entry(point).or_default().push(customer);
        }
        self.documents.insert(customer, document);
    }

    /// Notes a customer folded again, with all contact points they have now.
    pub(super) fn change(&mut self, customer: Id, points: impl IntoIterator<Item = String>) {
        for point in points {
            self.points.entry(point).or_default().push(customer);
        }
        self.changed.insert(customer);
    }

    /// The customers just added or changed who have that contact point; some of them perhaps twice, or no longer.
    pub(super) fn customers_at(&self, point: &str) -> &[Id] {
        self.points.get(point).map_or(&[], Vec::as_slice)
    }

    /// Settles what is owed for one customer, who is about to be folded again.
    pub(super) fn settle_one(&mut self, db: &Connection, customer: Id) -> Result<()> {
        let Some(document) = self.documents.remove(&customer) else { return Ok(()) };
        put_points_of(db, customer)?;
        put_documents(db, &mut [document])
    }

    /// Settles all of it.
    pub(super) fn settle(self, db: &Connection) -> Result<()> {
        let changed: Vec<Id> = self.changed.iter().copied().collect();
        if self.documents.is_empty() {
            return changed.chunks(STEP).try_for_each(|some| place_customers(db, some));
        }
        let mut points: Vec<(&str, Id)> = Vec::with_capacity(self.points.len());
        for (point, customers) in &self.points {
            // Those of changed customers are noted already.
            let added = customers.iter().filter(|customer| !self.changed.contains(customer));
            points.extend(added.map(|customer| (point.as_str(), *customer)));
        }
        points.sort_unstable();
        put_points(db, points.into_iter())?;
        // Whoever was changed is taken out of their old place first: the index forgets slowly while it gathers much.
        let mut documents = move_customers(db, &changed)?;
        documents.extend(self.documents.into_values());
        expect(db, Amount::Much)?;
        put_documents(db, &mut documents)?;
        expect(db, Amount::Little)
    }
}
