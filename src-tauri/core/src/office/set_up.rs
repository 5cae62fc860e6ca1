//! The first run: an office and its first member, who is a manager.

use super::{change::OfficeChange, check_name};
use crate::{
    desk::{Desk, New, Subject, Written},
    error::{Error, Result},
    event::{Body, Name, Role, RoleFacts},
    fold::{Member, OfficeSettings},
    id::Id,
};
use serde::Deserialize;

/// What the first run asks.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct SetUp {
    /// Your name.
    pub name: String,
    /// The office's name.
    pub office: String,
    /// IANA zone.
    pub zone: String,
    /// Region for phone numbers.
    pub region: String,
    /// BCP 47 locale.
    pub locale: String,
}

impl Desk {
    /// Sets up a new office: its settings and a first member, a manager, who is signed in.
    ///
    /// # Errors
    /// There are members already, or a setting cannot be used.
    pub fn set_up(&self, given: &SetUp) -> Result<Written<(OfficeSettings, Member)>> {
        let settings = OfficeChange {
            name: Some(given.office.clone()),
            zone: Some(given.zone.clone()),
            region: Some(given.region.clone()),
            locale: Some(given.locale.clone()),
            ..OfficeChange::default()
        };
        let body = settings.body()?;
        let name = check_name(&given.name, "Your")?;
        let written = self.write_as(Id::ZERO, |writing| {
            if !writing.office.members.is_empty() {
                return Err(Error::refused("This office is set up already."));
            }
            let member = writing.add_member(&name, Role::Manager)?;
            writing.by = member;
            writing.append(New::about(Id::ZERO, Subject::Nothing, body))?;
            Ok(member)
        })?;
        self.set_acting(Some(written.value));
        let member = self.sign_in(&name)?;
        Ok(Written { value: (self.office().settings.clone(), member), change: written.change })
    }

    /// Makes the first member, a manager, where there are none yet. Nothing else of the office is set.
    pub fn add_first_member(&self, name: &str) -> Result<Member> {
        let name = check_name(name, "Your")?;
        let written = self.write_as(Id::ZERO, |writing| {
            if !writing.office.members.is_empty() {
                return Err(Error::refused("This office has members already."));
            }
            writing.add_member(&name, Role::Manager)
        })?;
        self.set_acting(Some(written.value));
        self.sign_in(&name)
    }
}

impl crate::desk::Writing<'_> {
    /// Writes a new member.
    pub(super) fn add_member(&mut self, name: &str, role: Role) -> Result<Id> {
        let body = Body::MemberAdded(
            RoleFacts { role: Some(role), ..RoleFacts::default() },
            Name { name: Some(name.to_owned()) },
        );
        self.append(New::about(Id::ZERO, Subject::Itself, body))
    }
}
