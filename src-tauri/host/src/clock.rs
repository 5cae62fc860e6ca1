//! A clock for trying out what has not come yet; debug builds only.

#[cfg(debug_assertions)]
pub use running::RunningClock;

#[cfg(debug_assertions)]
mod running {
    use kept_core::clock::{Clock, SystemClock};
    use kept_core::time::Timestamp;

    /// A clock that runs on from a given moment at the pace of the computer's own.
    #[derive(Debug, Clone, Copy)]
    pub struct RunningClock {
        ahead_ms: i64,
    }

    impl RunningClock {
        /// A clock that shows `at` now, and runs on.
        pub fn from(at: Timestamp) -> Self {
            RunningClock { ahead_ms: at.since_ms(SystemClock.now()) }
        }
    }

    impl Clock for RunningClock {
        fn now(&self) -> Timestamp {
            SystemClock.now().plus_ms(self.ahead_ms)
        }
    }
}
