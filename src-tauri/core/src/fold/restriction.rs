//! How a customer may not be reached.

use super::{Undone, standing};
use crate::{
    error::Result,
    event::{Body, Channel, Event},
    id::Id,
    time::Timestamp,
};
use serde::{Deserialize, Serialize};

/// A way in which a customer may not be reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restriction {
    /// This way.
    pub channel: Channel,
    /// Why, in the words of the first mark that stands.
    pub reason: String,
    /// Since when.
    pub since: Timestamp,
    /// Who marked it.
    pub by: Id,
    /// Every mark that forbids it: all of them must be lifted.
    pub marks: Vec<Id>,
}

/// The ways forbidden by `events`, all those about one customer, each once, in the order of [`Channel::ALL`].
///
/// The strictest wins: a mark stands until it is named by what lifts it, and taking back the import it came with does not
/// lift it.
pub(super) fn fold_restrictions(events: &[Event]) -> Result<Vec<Restriction>> {
    if !events.iter().any(|event| event.kind == "contact_restricted") {
        return Ok(Vec::new());
    }
    let stand = standing(events, &Undone::new())?;
    let lifted = |mark: Id, channel: Channel| {
        stand.iter().any(|(_, body)| match body {
            Body::ContactAllowed(facts, _) => facts.channels.contains(&channel) && facts.marks.contains(&mark),
            _ => false,
        })
    };
    let mut restrictions = Vec::new();
    for channel in Channel::ALL {
        let mut found: Option<Restriction> = None;
        for (event, body) in &stand {
            let Body::ContactRestricted(facts, words) = body else { continue };
            if !facts.channels.contains(&channel) || lifted(event.id, channel) {
                continue;
            }
            match &mut found {
                Some(first) => first.marks.push(event.id),
                None => {
                    found = Some(Restriction {
                        channel,
                        reason: words.reason.clone(),
                        since: event.occurred_at,
                        by: event.member,
                        marks: vec![event.id],
                    });
                }
            }
        }
        restrictions.extend(found);
    }
    Ok(restrictions)
}
