//! From calls to notices: what belongs together is one.

use super::{Call, Mark, Why};
use crate::{id::Id, time::Timestamp};
use std::collections::{BTreeMap, BTreeSet};

/// What one notice is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle {
    /// Why.
    pub why: Why,
    /// Who is told, in the order in which they come.
    pub to: Vec<Id>,
    /// The promises with their due times, by due time, none twice.
    pub promises: Vec<(Timestamp, Id)>,
    /// What is marked when it is shown, none twice.
    pub marks: Vec<Mark>,
}

/// One bundle for each reason: what a screen shows that is everybody's.
pub fn for_a_screen(calls: &[Call]) -> Vec<Bundle> {
    bundled(calls, |call| (call.why, None))
}

/// One bundle for each reason and member, in the order of the first due time.
pub fn for_each_member(calls: &[Call]) -> Vec<Bundle> {
    bundled(calls, |call| (call.why, Some(call.to)))
}

fn bundled(calls: &[Call], belongs: impl Fn(&Call) -> (Why, Option<Id>)) -> Vec<Bundle> {
    let mut order: Vec<(Why, Option<Id>)> = Vec::new();
    let mut found: BTreeMap<(Why, Option<Id>), Vec<&Call>> = BTreeMap::new();
    for call in calls {
        let key = belongs(call);
        found.entry(key).or_insert_with(|| {
            order.push(key);
            Vec::new()
        });
        found.entry(key).or_default().push(call);
    }
    // First announcements come first, whatever their due times.
    order.sort_by_key(|(why, _)| *why);
    let of = |key: (Why, Option<Id>)| {
        let calls = found.get(&key).map_or(&[][..], Vec::as_slice);
        let mut to = Vec::new();
        for call in calls {
            if !to.contains(&call.to) {
                to.push(call.to);
            }
        }
        let promises: BTreeSet<(Timestamp, Id)> = calls.iter().map(|call| (call.due_at, call.promise)).collect();
        let marks: BTreeSet<&Mark> = calls.iter().flat_map(|call| &call.marks).collect();
        Bundle { why: key.0, to, promises: promises.into_iter().collect(), marks: marks.into_iter().cloned().collect() }
    };
    order.into_iter().map(of).collect()
}
