//! What comes again: "every Monday 10:00", "the last Friday of the month", "every 31st".
//!
//! A rule is about days, a series about a rule in civil time: its wall time in its zone, whatever the clocks do. The day
//! after the last is counted from the days that the rule names, never from where one was moved to, so that nothing drifts:
//! the 31st is the 28th in February and the 31st again in March.
//!
//! From text to series: `words` says what each word means, `read` collects what was said, `parts` finds the series meant,
//! `echo` says a rule back.
//! `rule` writes a rule as RFC 5545 has it, of which it is a part, and `library` asks for its days.

mod echo;
mod library;
mod next;
mod parts;
mod read;
mod rule;
mod words;

pub use next::{Next, Occurrence, OnClosed, Series};
pub use read::{Said, read};
pub use rule::{Cycle, Nth, Rule};
