//! What any window over the core needs besides the core: [`Host`] opens the office and answers the window's calls,
//! [`bell`] announces what falls due, [`watch`] lets it look at once when the
//! clock was set or the computer slept, [`upkeep`] follows other programs' writes and tidies when idle, and [`proposal`]
//! asks the system what an office here is likely to want. [`Front`] is what the window itself must be able to do.
//!
//! It knows no toolkit and no network: the desktop window and the browser tests' bridge stand on it alike.

pub mod bell;
mod clock;
mod diagnostics;
mod front;
mod host;
mod outside;
mod proposal;
mod pulse;
mod state;
mod test_bell;
mod upkeep;
mod watch;

#[cfg(debug_assertions)]
pub use clock::RunningClock;
pub use front::{Announced, Front};
pub use host::Host;
pub use proposal::{Proposal, login_name};
pub use pulse::{BellState, Service, Unread};
pub use state::{Failure, State};
