//! Who stands in: a member's backup, and absences with whoever answers meanwhile.

use super::MemberRow;
use crate::{
    desk::{Desk, New, Subject, Written},
    error::{Error, Result},
    event::{AwayFacts, Body, Name, Nothing, RoleFacts},
    id::Id,
    promise::read_when,
    roles::{Action, may},
    time::Timestamp,
    when::Sense,
};
use serde::Serialize;

/// A time in which a member is away, as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct AbsenceRow {
    /// The first moment.
    #[ts(type = "string")]
    pub from: Timestamp,
    /// The first moment back.
    #[ts(type = "string")]
    pub to: Timestamp,
    /// Who answers meanwhile, by name.
    pub backup: String,
}

impl Desk {
    /// Says who hears of what a member does not answer; with no name, nobody in particular. A manager's.
    ///
    /// # Errors
    /// There is no such member, or both are the same.
    pub fn set_backup(&self, member: &str, backup: Option<&str>) -> Result<Written<MemberRow>> {
        self.allow(Action::ChangeMembers)?;
        let written = self.write(|writing| {
            let member = writing.office.find_member(member)?.id;
            let backup = backup.map(|name| writing.office.find_member(name).map(|backup| backup.id)).transpose()?;
            if backup == Some(member) {
                return Err(Error::invalid("Nobody stands in for themselves. Name somebody else."));
            }
            let facts = RoleFacts { backup: Some(backup.unwrap_or(Id::ZERO)), ..RoleFacts::default() };
            let body = Body::MemberChanged(facts, Name::default());
            writing.append(New::about(Id::ZERO, Subject::Of(member), body))?;
            Ok(member)
        })?;
        self.member_answer(written)
    }

    /// Says that a member is away and who answers meanwhile; when not said, their backup. It takes the place of every absence
    /// of theirs that it touches. One's own, or a manager's.
    ///
    /// # Errors
    /// The times cannot be read or end before they begin, or nobody stands in.
    pub fn set_away(&self, member: &str, from: &str, to: &str, backup: Option<&str>) -> Result<Written<MemberRow>> {
        self.go_away(member, |office, now, member| {
            let read = |text| read_when(text, &office.settings, now, Sense::Range).map(|when| when.at);
            let (from, to) = (read(from)?, read(to)?);
            if to <= from {
                return Err(Error::invalid("The absence ends before it begins."));
            }
            let named = backup.map(|name| office.find_member(name).map(|backup| backup.id)).transpose()?;
            let kept = office.member(member).and_then(|member| member.backup);
            let backup = named.or(kept).ok_or_else(|| Error::invalid("Say who stands in meanwhile."))?;
            if backup == member {
                return Err(Error::invalid("Nobody stands in for themselves. Name somebody else."));
            }
            Ok(vec![AwayFacts { from, to, backup }])
        })
    }

    /// Says that a member is here: an absence that goes on ends now, and those still to come are taken away.
    pub fn set_back(&self, member: &str) -> Result<Written<MemberRow>> {
        self.go_away(member, |office, now, member| {
            let absences = office.member(member).map(|member| member.absences.as_slice()).unwrap_or_default();
            let left = absences.iter().filter(|absence| absence.to > now);
            let facts: Vec<_> = left
                .map(|absence| AwayFacts { from: absence.from, to: absence.from.max(now), backup: absence.backup })
                .collect();
            if facts.is_empty() {
                return Err(Error::refused("They are not away."));
            }
            Ok(facts)
        })
    }

    fn go_away(
        &self,
        member: &str,
        facts: impl FnOnce(&crate::fold::OfficeState, Timestamp, Id) -> Result<Vec<AwayFacts>>,
    ) -> Result<Written<MemberRow>> {
        let acting = self.member().ok_or_else(|| Error::refused("Nobody is signed in. Say who you are first."))?;
        let written = self.write(|writing| {
            let member = writing.office.find_member(member)?.id;
            if member != acting.id && !may(acting.role, Action::ChangeMembers) {
                return Err(Error::refused("Only they themselves or a manager may say when somebody is away."));
            }
            for facts in facts(&writing.office, writing.now, member)? {
                let body = Body::MemberAway(facts, Nothing {});
                writing.append(New::about(Id::ZERO, Subject::Of(member), body))?;
            }
            Ok(member)
        })?;
        self.member_answer(written)
    }
}
