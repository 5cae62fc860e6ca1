//! Who acts at this desk.

use super::{Desk, held};
use crate::{
    error::{Error, Result},
    fold::Member,
    id::Id,
};
use rusqlite::OptionalExtension;

/// The desk-local setting that remembers who was signed in.
const SIGNED_IN: &str = "signed_in";

impl Desk {
    /// The member who acts; `None` before the first was made.
    pub fn member(&self) -> Option<Member> {
        let acting = *self.acting.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        self.office().member(acting?).cloned()
    }

    /// The id of the member who acts.
    pub(crate) fn member_id(&self) -> Result<Id> {
        self.member()
            .map(|member| member.id)
            .ok_or_else(|| Error::refused("Nobody is signed in. Say who you are first."))
    }

    /// Lets the member of that name act from now on, for as long as this desk is open.
    ///
    /// # Errors
    /// There is no such member, or several begin so, or they have left.
    pub fn act_as(&self, name: &str) -> Result<Member> {
        let member = self.office().find_member(name)?.clone();
        self.set_acting(Some(member.id));
        Ok(member)
    }

    /// Signs a member in at this desk, and remembers it.
    pub fn sign_in(&self, name: &str) -> Result<Member> {
        let member = self.act_as(name)?;
        held(&self.writer).execute(
            "INSERT OR REPLACE INTO setting (name, value) VALUES (?1, ?2)",
            [SIGNED_IN, &member.id.to_string()],
        )?;
        Ok(member)
    }

    pub(crate) fn set_acting(&self, member: Option<Id>) {
        *self.acting.write().unwrap_or_else(std::sync::PoisonError::into_inner) = member;
    }

    /// Goes on with whoever was signed in last; with the only member, if there is but one.
    pub(super) fn resume_signed_in(&self) -> Result<()> {
        let last: Option<String> = held(&self.writer)
            .query_row("SELECT value FROM setting WHERE name = ?1", [SIGNED_IN], |row| row.get(0))
            .optional()?;
        let office = self.office();
        let here = |id: &Id| office.member(*id).is_some_and(|member| member.left.is_none());
        let last = last.and_then(|text| text.parse().ok()).filter(here);
        let mut present = office.members.iter().filter(|member| member.left.is_none());
        let only = match (present.next(), present.next()) {
            (Some(member), None) => Some(member.id),
            _ => None,
        };
        self.set_acting(last.or(only));
        Ok(())
    }
}
