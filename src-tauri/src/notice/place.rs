//! The places on the screen: one for each sort of notice.

use kept_core::reminder::NoticeKind;
use serde::{Deserialize, Serialize};

/// Where a notification stands. Of two in the same place the later replaces the earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// What is told for the first time.
    First,
    /// What is told again.
    Again,
    /// What somebody else does not answer.
    Others,
    /// What falls due while somebody is away.
    Absence,
    /// What is to be tried again before it is due.
    Tries,
    /// What a colleague is asked to take over.
    Offered,
    /// What nobody took over.
    Returned,
    /// What is passed on too often.
    PassedOn,
    /// That an answer could not be taken.
    Refusal,
    /// A test.
    Test,
}

impl Place {
    /// Every place.
    #[cfg(any(test, target_os = "linux"))]
    pub const ALL: [Place; 10] = [
        Place::First,
        Place::Again,
        Place::Others,
        Place::Absence,
        Place::Tries,
        Place::Offered,
        Place::Returned,
        Place::PassedOn,
        Place::Refusal,
        Place::Test,
    ];

    /// Where a notice of that kind stands.
    pub fn of(kind: NoticeKind) -> Place {
        match kind {
            NoticeKind::Due | NoticeKind::Digest => Place::First,
            NoticeKind::Late => Place::Again,
            NoticeKind::Escalated => Place::Others,
            NoticeKind::Away => Place::Absence,
            NoticeKind::NextTry => Place::Tries,
            NoticeKind::Offered => Place::Offered,
            NoticeKind::Returned => Place::Returned,
            NoticeKind::PassedOn => Place::PassedOn,
        }
    }

    /// Whether something here can make something there needless: first and again are the same people's.
    pub fn covers(self, other: Place) -> bool {
        matches!((self, other), (Place::First, Place::Again) | (Place::Again, Place::First))
    }
}
