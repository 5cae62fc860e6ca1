//! Members: who works here, in what role, and who takes over when they leave.

use super::{AbsenceRow, check_name};
use crate::{
    desk::{Desk, New, Subject, Writing, Written},
    error::{Error, Result},
    event::{Body, HandOver, Leaving, Name, Nothing, Role, RoleFacts},
    fold::Member,
    id::Id,
    roles::Action,
};
use serde::Serialize;

/// A member as lists show them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "Member")]
pub struct MemberRow {
    /// Their name.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Whether they have left.
    pub left: bool,
    /// Whether they are the one who acts here.
    pub signed_in: bool,
    /// Who hears of what they do not answer, by name; left out where nobody in particular does.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub backup: Option<String>,
    /// The department they work in; left out where they are in none.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub department: String,
    /// When they are away, now or later; left out where they are not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<AbsenceRow>>")]
    pub absences: Vec<AbsenceRow>,
}

/// A member who has left, and what became of what they owed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct MemberGone {
    /// The member.
    #[serde(flatten)]
    #[ts(flatten)]
    pub member: MemberRow,
    /// How many open promises went to whoever took over.
    pub handed_over: u64,
}

impl Desk {
    /// Everybody who is or was a member, in the order they joined.
    pub fn members(&self) -> Vec<MemberRow> {
        self.office().members.iter().map(|member| self.member_row(member)).collect()
    }

    /// A member as lists show them.
    pub fn member_row(&self, member: &Member) -> MemberRow {
        let (office, now) = (self.office(), self.now());
        let mut absences: Vec<AbsenceRow> = member
            .absences
            .iter()
            .filter(|absence| absence.to > now)
            .map(|absence| AbsenceRow {
                from: absence.from,
                to: absence.to,
                backup: office.member_name(absence.backup).to_owned(),
            })
            .collect();
        absences.sort_by_key(|absence| absence.from);
        MemberRow {
            name: member.name.clone(),
            role: member.role,
            left: member.left.is_some(),
            signed_in: self.member().is_some_and(|acting| acting.id == member.id),
            backup: member.backup.map(|backup| office.member_name(backup).to_owned()),
            department: member.department.clone(),
            absences,
        }
    }

    /// Adds a member; sets the role of one who is there already. A manager's.
    pub fn add_member(&self, name: &str, role: Option<Role>) -> Result<Written<MemberRow>> {
        self.allow(Action::ChangeMembers)?;
        let name = check_name(name, "The member's")?;
        let written = self.write(|writing| match (writing.present_called(&name), role) {
            (Some(member), Some(role)) => {
                writing.keep_a_manager(&member, Some(role))?;
                let body = Body::MemberChanged(RoleFacts { role: Some(role), ..RoleFacts::default() }, Name::default());
                writing.append(New::about(Id::ZERO, Subject::Of(member.id), body))?;
                Ok(member.id)
            }
            (Some(_), None) => Err(Error::refused(
                "Somebody here has that name already. Add more of the name, such as the first letter of the family name.",
            )),
            (None, role) => writing.add_member(&name, role.unwrap_or_default()),
        })?;
        self.member_answer(written)
    }

    /// Adds somebody who is not here yet: a second Dan comes with more of the name, or nobody could tell by "Dan" who is
    /// meant. A manager's.
    ///
    /// # Errors
    /// Somebody here has that name, or a longer one that begins with it.
    pub fn add_new_member(&self, name: &str, role: Option<Role>) -> Result<Written<MemberRow>> {
        self.allow(Action::ChangeMembers)?;
        let name = check_name(name, "The member's")?;
        let written = self.write(|writing| {
            if let Some(there) = writing.present_beginning(&name) {
                return Err(Error::refused(format!(
                    "{} is here already. Add more of the new colleague's name, so that nobody takes one for the other.",
                    there.name
                )));
            }
            writing.add_member(&name, role.unwrap_or_default())
        })?;
        self.member_answer(written)
    }

    /// Gives a member another name. A manager's.
    pub fn rename_member(&self, member: &str, name: &str) -> Result<Written<MemberRow>> {
        self.allow(Action::ChangeMembers)?;
        let name = check_name(name, "The member's")?;
        let written = self.write(|writing| {
            let member = writing.office.find_member(member)?.clone();
            if writing.present_called(&name).is_some_and(|other| other.id != member.id) {
                return Err(Error::refused("Somebody here has that name already."));
            }
            let body = Body::MemberChanged(RoleFacts::default(), Name { name: Some(name.clone()) });
            writing.append(New::about(Id::ZERO, Subject::Of(member.id), body))?;
            Ok(member.id)
        })?;
        self.member_answer(written)
    }

    /// Lets a member go; their open promises are handed to somebody in the same write. A manager's. Who leaves while signed
    /// in is signed out.
    pub fn dismiss_member(&self, member: &str, hand_to: &str) -> Result<Written<MemberGone>> {
        self.allow(Action::ChangeMembers)?;
        let written = self.write(|writing| {
            let member = writing.office.find_member(member)?.clone();
            let heir = writing.office.find_member(hand_to)?.clone();
            if heir.id == member.id {
                return Err(Error::invalid("Promises must be handed to somebody else."));
            }
            writing.keep_a_manager(&member, None)?;
            let open = writing.open_promises_of(member.id)?;
            let handed_over = open.len() as u64;
            for (promise, customer) in open {
                let body = Body::PromiseHandedOver(HandOver { to: heir.id, leaving: true }, Nothing {});
                writing.append(New::about(customer, Subject::Of(promise), body))?;
            }
            let body = Body::MemberLeft(Leaving { hand_to: heir.id }, Nothing {});
            writing.append(New::about(Id::ZERO, Subject::Of(member.id), body))?;
            Ok((member.id, handed_over))
        })?;
        let (member, handed_over) = written.value;
        if self.member().is_some_and(|acting| acting.id == member) {
            self.set_acting(None);
        }
        let Written { value: member, change } =
            self.member_answer(Written { value: member, change: written.change })?;
        Ok(Written { value: MemberGone { member, handed_over }, change })
    }

    pub(super) fn member_answer(&self, written: Written<Id>) -> Result<Written<MemberRow>> {
        let office = self.office();
        let member = office.member(written.value).ok_or_else(|| Error::not_found("There is no such member."))?;
        Ok(Written { value: self.member_row(member), change: written.change })
    }
}

impl Writing<'_> {
    fn present_called(&self, name: &str) -> Option<Member> {
        let folded = name.to_lowercase();
        self.office.present().find(|member| member.name.to_lowercase() == folded).cloned()
    }

    /// The present member whose name is `name`, or begins with it and goes on with another word.
    fn present_beginning(&self, name: &str) -> Option<Member> {
        let words = |name: &str| name.to_lowercase().split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let wanted = words(name);
        self.office.present().find(|member| words(&member.name).starts_with(&wanted)).cloned()
    }

    /// Refuses to leave an office without a manager. `role`: what the member becomes; `None` when they leave.
    fn keep_a_manager(&self, member: &Member, role: Option<Role>) -> Result<()> {
        let others = self.office.present().any(|other| other.id != member.id && other.role == Role::Manager);
        if member.role == Role::Manager && role != Some(Role::Manager) && !others {
            return Err(Error::refused("An office needs a manager. Make somebody else one first."));
        }
        Ok(())
    }

    fn open_promises_of(&self, owner: Id) -> Result<Vec<(Id, Id)>> {
        let mut statement = self
            .db
            .prepare_cached("SELECT id, customer FROM promise WHERE owner = ?1 AND outcome = 0 ORDER BY due_at, id")?;
        Ok(statement.query_map([owner], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?)
    }
}
