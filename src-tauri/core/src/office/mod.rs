//! The office and its members.

mod away;
mod calendar;
mod change;
mod day;
mod department;
mod member;
mod set_up;
mod week;

pub use away::AbsenceRow;
pub use calendar::{CalendarDay, CalendarDays, CalendarShown, DaySource, OpenAt};
pub use change::OfficeChange;
pub use day::DayChange;
pub use department::Mismatch;
pub(crate) use department::mismatch;
pub use member::{MemberGone, MemberRow};
pub use set_up::SetUp;
pub use week::{OpenSpan, ReadHours, read_hours};

use crate::error::{Error, Result};

/// The longest name of an office or member, in characters.
const LONGEST_NAME: usize = 200;

/// A name as it is kept: trimmed, on one line, not empty.
///
/// # Errors
/// It is empty, too long or holds control characters.
fn check_name(name: &str, whose: &str) -> Result<String> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::invalid(format!("{whose} name is missing.")));
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(Error::invalid(format!("{whose} name is longer than {LONGEST_NAME} characters.")));
    }
    if name.chars().any(char::is_control) {
        return Err(Error::invalid(format!("{whose} name holds a line break or control character.")));
    }
    Ok(name.to_owned())
}
