//! What a member answers for: what they owe and, while somebody is away for whom they stand in, what falls due of theirs, from
//! the start of that day.

use super::slice::Slice;
use crate::{fold::OfficeState, id::Id, reminder::Rules, time::Timestamp};

/// The parts of the queue that are a member's, or the whole of it, due at or before `until`.
pub(super) fn slices(office: &OfficeState, owner: Option<Id>, until: Option<Timestamp>, now: Timestamp) -> Vec<Slice> {
    let mut slices = vec![Slice { owner, from: None, until, now }];
    let is_anybody_away = office.present().any(|member| !member.absences.is_empty());
    let Some(answers) = owner.filter(|_| is_anybody_away) else { return slices };
    let (zone, rules) = (office.settings.zone, Rules::of(office));
    let tonight = zone.first(zone.wall(now).day().plus_days(1).midnight()).plus_ms(-1);
    for away in office.present().filter(|member| member.id != answers) {
        // Absences of one member do not overlap.
        for absence in away.absences.iter().filter(|absence| absence.from <= tonight && now < absence.to) {
            if rules.answers_for(away.id, absence.from.max(now)) != answers {
                continue;
            }
            // Whoever stands in answers for what was late before, too.
            let from = Some(absence.from).filter(|from| *from > now);
            let last = [Some(tonight), Some(absence.to.plus_ms(-1)), until].into_iter().flatten().min();
            slices.push(Slice { owner: Some(away.id), from, until: last, now });
        }
    }
    slices
}

/// Whose promises a member answers for at `now`: their own, and those of everybody for whom they stand in. `None`: all.
pub(super) fn owners(office: &OfficeState, owner: Option<Id>, now: Timestamp) -> Option<Vec<Id>> {
    slices(office, owner, None, now).into_iter().map(|slice| slice.owner).collect()
}
