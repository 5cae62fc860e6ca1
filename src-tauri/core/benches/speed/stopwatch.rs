//! Timing many calls: the middle one and the slowest but one in a hundred, by the clock on the wall and by processor time.

use std::time::{Duration, Instant};

/// What many calls took.
#[derive(Debug, Clone, Copy)]
pub struct Times {
    pub median: Duration,
    pub p99: Duration,
    /// Processor time of the calling thread: what is left of `p99` on a machine that does nothing else.
    pub cpu_p99: Duration,
    pub count: usize,
}

fn cpu() -> Duration {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(now.tv_sec.unsigned_abs(), u32::try_from(now.tv_nsec).unwrap_or_default())
}

/// Times `act` for each of `items`.
pub fn each<T>(items: impl IntoIterator<Item = T>, mut act: impl FnMut(T)) -> Times {
    let mut laps = Laps::default();
    for item in items {
        laps.time(|| act(item));
    }
    laps.times()
}

/// Times collected one by one.
#[derive(Default)]
pub struct Laps {
    wall: Vec<Duration>,
    cpu: Vec<Duration>,
}

impl Laps {
    /// Times one call.
    pub fn time<R>(&mut self, act: impl FnOnce() -> R) -> R {
        let (cpu_before, before) = (cpu(), Instant::now());
        let result = act();
        self.wall.push(before.elapsed());
        self.cpu.push(cpu().saturating_sub(cpu_before));
        result
    }

    /// The median and the 99th percentile.
    pub fn times(mut self) -> Times {
        let at = |laps: &mut Vec<Duration>, share: f64| {
            laps.sort();
            let last = laps.len().saturating_sub(1);
            laps.get((last as f64 * share).round() as usize).copied().unwrap_or_default()
        };
        let count = self.wall.len();
        Times {
            median: at(&mut self.wall, 0.5),
            p99: at(&mut self.wall, 0.99),
            cpu_p99: at(&mut self.cpu, 0.99),
            count,
        }
    }
}
