//! A notice that stands on the screen, as a program that starts again has to know it by: no names and no words.

use super::{
    Bundle, Mark, Notice, NoticeKind, Rules, Step, Why,
    notice::{NAMED, Wording},
    ring::HIDE_NAMES,
    seen::still_waits,
};
use crate::{
    desk::Desk,
    error::Result,
    id::Id,
    promise::{PromiseRow, show_row},
    time::Timestamp,
};
use serde::{Deserialize, Serialize};

/// Which notice it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Why somebody was told.
    pub kind: NoticeKind,
    /// The promises with the due times that were announced.
    pub promises: Vec<(Id, Timestamp)>,
    /// Who was told.
    to: Vec<Id>,
    /// Whether it asked for an answer, as those do not that are told at an opening.
    asks: bool,
}

impl Notice {
    /// What is remembered of it while it stands on the screen.
    pub fn standing(&self) -> Standing {
        let mut to: Vec<Id> = self.marks.iter().flat_map(|mark| mark.to.iter().copied()).collect();
        to.sort();
        to.dedup();
        Standing {
            kind: self.kind,
            promises: self.promises.iter().copied().zip(self.dues.iter().copied()).collect(),
            to,
            asks: self.marks.iter().any(|mark| mark.step.is_about_a_promise()),
        }
    }
}

impl Standing {
    /// By which it is known that an answer was asked for.
    fn mark(&self) -> Option<Mark> {
        let (about, due_at) = self.promises.first().copied().filter(|_| self.asks)?;
        Some(Mark { about, due_at, step: Step::Due, customer: Id::default(), to: self.to.clone() })
    }
}

impl Desk {
    /// A notice in the words of now, for one that stands on the screen already, about what of it still waits; `None` where
    /// nothing does. Nothing is told by it that was not told, so that nothing is marked.
    pub fn restate(&self, standing: &Standing) -> Result<Option<Notice>> {
        let office = self.office();
        let rules = Rules::of(&office);
        let now = self.now();
        let reader = self.member().map_or_else(String::new, |member| member.name);
        let hide = self.preferences()?.get(HIDE_NAMES).is_some_and(|hide| hide == true);
        let why = match standing.kind {
            NoticeKind::Due | NoticeKind::Digest => Why::Due,
            NoticeKind::Late => Why::Late,
            NoticeKind::Escalated => Why::Escalated,
            // Which absence it is, no word of it says.
            NoticeKind::Away => Why::Away(Id::default()),
            NoticeKind::Offered => Why::Offered,
            NoticeKind::Returned => Why::Returned,
            NoticeKind::PassedOn => Why::PassedOn,
            NoticeKind::NextTry => Why::NextTry,
        };
        let to: Vec<&str> = standing.to.iter().map(|id| office.member_name(*id)).collect();
        let wording = Wording { reader: &reader, rules: &rules, now, hide };
        self.read(|db| {
            let mut promises = Vec::new();
            for (promise, due_at) in &standing.promises {
                if still_waits(db, standing.kind, *promise, *due_at, standing.asks, now)? {
                    promises.push((*due_at, *promise));
                }
            }
            let named = promises.iter().take(NAMED);
            let rows: Vec<PromiseRow> = named.filter_map(|(_, id)| show_row(db, &office, *id, now).ok()).collect();
            if rows.is_empty() {
                return Ok(None);
            }
            let marks = standing.mark().into_iter().collect();
            let bundle = Bundle { why, to: standing.to.clone(), promises, marks };
            Ok(Some(wording.notice(bundle, &to, &rows)))
        })
    }
}
