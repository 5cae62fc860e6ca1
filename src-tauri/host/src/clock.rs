//! A clock for trying out what has not come yet; debug builds only.

#[cfg(debug_assertions)]
pub use running::RunningClock;

#[cfg(debug_assertions)]
mod running {
    use kept_core::clock::{Clock, SystemClock};
    use kept_core::time::Timestamp;
    use std::path::PathBuf;

    /// A clock that runs on from a given moment at the pace of the computer's own, and can be set meanwhile.
    #[derive(Debug, Clone)]
    pub struct RunningClock {
        ahead_ms: i64,
        set: Option<PathBuf>,
    }

    impl RunningClock {
        /// A clock that shows `at` now, and runs on.
        pub fn from(at: Timestamp) -> Self {
            RunningClock { ahead_ms: at.since_ms(SystemClock.now()), set: None }
        }

        /// The same, set forward or back by so many milliseconds as that file says, from when it says so.
        #[must_use]
        pub fn ahead_by(self, set: Option<PathBuf>) -> Self {
            RunningClock { set, ..self }
        }
    }

    impl Clock for RunningClock {
        fn now(&self) -> Timestamp {
            let said = self.set.as_ref().and_then(|file| std::fs::read_to_string(file).ok());
            let set_ms: i64 = said.and_then(|text| text.trim().parse().ok()).unwrap_or_default();
            SystemClock.now().plus_ms(self.ahead_ms.saturating_add(set_ms))
        }
    }
}
