//! Reminders: what is to be told now, to whom, and when to ask again. The list is the truth; a notification is a courtesy
//! that is repeated and handed up until a person answers.
//!
//! One pure function decides ([`decide`]), from the facts of a promise and the rules of the office. Marks are desk-local
//! and keyed by what they are about, due time and step, so that nothing is told twice and a moved promise is announced
//! again. A mark is made before the notification is shown and completed after: a crash between the two repeats it under
//! the same key.

mod away;
mod bundle;
mod call;
mod facts;
mod gather;
mod hand_over;
mod ladder;
mod next_try;
mod notice;
mod opening;
mod pause;
mod read;
mod record;
mod ring;
mod rules;
mod seen;
mod standing;
mod state;
mod step;
mod waiting;

pub use bundle::{Bundle, for_a_screen, for_each_member};
pub use call::{Call, Mark, Why, calls};
pub use facts::{Facts, Told};
pub use hand_over::{OfferFacts, decide_offer};
pub use ladder::{Decision, decide};
pub use notice::{Notice, NoticeKind};
pub use opening::is_late_at;
pub use ring::Ring;
pub use rules::Rules;
pub use standing::Standing;
pub use state::{Reminder, ReminderState};
pub use step::{Ladder, Step};
pub(crate) use waiting::note_waiting;
pub use waiting::{Waiting, WaitingStep};
