//! Departments: who works in which, and whether somebody is the right one for what a customer wants.

use super::MemberRow;
use crate::{
    cache::read_card,
    customer::{Card, check_department},
    desk::{Desk, New, Subject, Written},
    error::{Error, Result},
    event::{Body, Name, RoleFacts},
    fold::{Member, OfficeState},
    id::Id,
    roles::Action,
    time::Timestamp,
};
use serde::Serialize;

/// Somebody is in another department than the one that serves what a customer wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Mismatch {
    /// Who, by name.
    pub member: String,
    /// The department they are in.
    pub is_in: String,
    /// The customer, by name.
    pub customer: String,
    /// What the customer wants, in their own words; empty where nobody wrote it down.
    pub wants: String,
    /// The department that serves it.
    pub serves: String,
    /// Somebody of that department who is here, by name.
    pub better: Option<String>,
}

impl Mismatch {
    /// `Dan is in Trucks; Mr Hill wants a small car (Cars).`
    pub(crate) fn sentence(&self) -> String {
        let Mismatch { member, is_in, customer, wants, serves, .. } = self;
        match wants.trim() {
            "" => format!("{member} is in {is_in}; {serves} serves {customer}."),
            wants => format!("{member} is in {is_in}; {customer} wants {wants} ({serves})."),
        }
    }
}

/// Whether `member` is the wrong one for the customer of that card; `None` where nothing speaks against it, or where it
/// is not known which department either belongs to. Spelling counts, case and blanks around it do not.
pub(crate) fn mismatch(office: &OfficeState, member: &Member, card: &Card, now: Timestamp) -> Option<Mismatch> {
    let serves = folded(&card.department);
    let is_in = folded(&member.department);
    if serves.is_empty() || is_in.is_empty() || serves == is_in {
        return None;
    }
    let better = office.present().find(|other| folded(&other.department) == serves && other.away(now).is_none());
    Some(Mismatch {
        member: member.name.clone(),
        is_in: member.department.clone(),
        customer: card.name.clone(),
        wants: card.interest.clone(),
        serves: card.department.clone(),
        better: better.map(|better| better.name.clone()),
    })
}

fn folded(department: &str) -> String {
    department.trim().to_lowercase()
}

impl Desk {
    /// Says in which department a member works; empty: in none. A manager's.
    ///
    /// # Errors
    /// There is no such member, or the name of the department is too long.
    pub fn set_department(&self, member: &str, department: &str) -> Result<Written<MemberRow>> {
        self.allow(Action::ChangeMembers)?;
        check_department(department)?;
        let department = department.trim();
        let written = self.write(|writing| {
            let member = writing.office.find_member(member)?.clone();
            if member.department != department {
                let facts = RoleFacts { department: Some(department.to_owned()), ..RoleFacts::default() };
                let body = Body::MemberChanged(facts, Name::default());
                writing.append(New::about(Id::ZERO, Subject::Of(member.id), body))?;
            }
            Ok(member.id)
        })?;
        self.member_answer(written)
    }

    /// Whether a member, or whoever acts, is the wrong one for what a customer wants.
    ///
    /// # Errors
    /// There is no such customer or member.
    pub fn mismatch(&self, customer: Id, member: Option<&str>) -> Result<Option<Mismatch>> {
        let (now, office) = (self.now(), self.office());
        let acting = self.member();
        let member = match member {
            Some(name) => Some(office.find_member(name)?),
            None => acting.as_ref(),
        };
        let (card, _) =
            self.read(|db| read_card(db, customer))?.ok_or_else(|| Error::not_found("There is no such customer."))?;
        Ok(member.and_then(|member| mismatch(&office, member, &card, now)))
    }
}
