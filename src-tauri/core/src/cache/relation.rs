//! The cached relations of a customer, seen from either side.

use crate::{
    error::{Code, Error, Result},
    event::RelationKind,
    fold::RelationState,
    id::Id,
};
use rusqlite::{Connection, params};

/// A relation that stands, seen from one of the two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CachedRelation {
    /// The relation.
    pub(crate) id: Id,
    /// The other one.
    pub(crate) other: Id,
    /// What the other is.
    pub(crate) relation: RelationKind,
    /// What it is called where it is of another sort.
    pub(crate) called: String,
    /// Whether it was first said of the other: then `called` says what the one is to the other.
    pub(crate) seen_back: bool,
    /// Whether the one may speak for the other.
    pub(crate) may_speak: bool,
    /// Whether the other may speak for the one.
    pub(crate) may_be_spoken_for: bool,
}

/// Caches a relation as folded: a row from either side while it stands, none afterwards.
pub(crate) fn put_relation(db: &Connection, state: &RelationState) -> Result<()> {
    let (here, there) = ((state.customer, state.other), (state.other, state.customer));
    if !state.stands {
        let mut gone = db.prepare_cached("DELETE FROM relation WHERE customer = ?1 AND relation = ?2")?;
        gone.execute(params![here.0, state.id])?;
        gone.execute(params![there.0, state.id])?;
        return Ok(());
    }
    let mut put = db.prepare_cached(
        "INSERT OR REPLACE INTO relation (customer, relation, other, kind, called, seen_back, may_speak, may_be_spoken_for)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    let sides = [
        (here, state.relation, false, state.may_speak, state.may_be_spoken_for),
        (there, state.relation.seen_back(), true, state.may_be_spoken_for, state.may_speak),
    ];
    for ((customer, other), relation, seen_back, speaks, spoken_for) in sides {
        let kind = serde_json::to_string(&relation).map_err(|_| Error::invalid("The relation cannot be written."))?;
        put.execute(params![customer, state.id, other, kind, state.called, seen_back, speaks, spoken_for])?;
    }
    Ok(())
}

/// The relations of a customer, those begun first first.
pub(crate) fn relations_of(db: &Connection, customer: Id) -> Result<Vec<CachedRelation>> {
    let mut statement = db.prepare_cached(
        "SELECT relation, other, kind, called, seen_back, may_speak, may_be_spoken_for FROM relation
         WHERE customer = ?1 ORDER BY relation",
    )?;
    let mut rows = statement.query([customer])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let kind: String = row.get(2)?;
        let relation = serde_json::from_str(&kind)
            .map_err(|_| Error::new(Code::Damaged, "A cached relation cannot be read. Run `keptctl rebuild`."))?;
        found.push(CachedRelation {
            id: row.get(0)?,
            other: row.get(1)?,
            relation,
            called: row.get(3)?,
            seen_back: row.get(4)?,
            may_speak: row.get(5)?,
            may_be_spoken_for: row.get(6)?,
        });
    }
    Ok(found)
}
