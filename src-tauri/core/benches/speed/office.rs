//! The offices that are measured.

use kept_core::{
    api,
    clock::StandingClock,
    desk::{Desk, OpenOptions},
    generate::GenerateOptions,
    time::Timestamp,
};
use serde_json::Value;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Instant,
};

/// An office's folder, and the moment at which it is measured: the one for which it was made.
pub struct Office {
    pub home: PathBuf,
    pub clock: Arc<StandingClock>,
}

impl Office {
    pub fn at(home: PathBuf) -> Office {
        let now = std::fs::read_to_string(home.join("now")).expect("an office that was generated");
        let now: Timestamp = now.trim().parse().expect("a moment");
        Office { home, clock: Arc::new(StandingClock::at(now)) }
    }

    pub fn open(&self) -> Desk {
        let clock = Arc::clone(&self.clock);
        Desk::open(OpenOptions { home: self.home.clone(), clock, window: None }).expect("an office that opens")
    }

    /// Lets a second pass.
    pub fn tick(&self) {
        use kept_core::clock::Clock;
        self.clock.set(self.clock.now().plus_ms(1000));
    }
}

/// One call, as a window makes it: arguments in, an answer in JSON out.
pub fn call(desk: &Desk, name: &str, args: Value) -> Value {
    let reply = match api::call(desk, name, args) {
        Ok(reply) => reply,
        Err(error) => panic!("{name}: {error:?}"),
    };
    std::hint::black_box(reply.value.to_string());
    reply.value
}

fn folder() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target"), PathBuf::from);
    target.join("bench-offices")
}

/// Moves everything to its place in the index, merges it and empties the log ahead: what an idle desk does.
pub fn idle(desk: &Desk) {
    while desk.idle().expect("upkeep") {}
}

/// The generated office of that size, which is never written to again.
pub fn pristine(size: u64) -> PathBuf {
    let home = folder().join(size.to_string());
    if home.join("now").exists() {
        return home;
    }
    let making = folder().join(format!("{size}.part"));
    let _ = std::fs::remove_dir_all(&making);
    std::fs::create_dir_all(&making).unwrap();
    let now: Timestamp = "2026-11-20T15:00:00Z".parse().unwrap();
    std::fs::write(making.join("now"), now.to_string()).unwrap();
    let desk = Office::at(making.clone()).open();
    let begun = Instant::now();
    let options = GenerateOptions { customers: size, seed: 1, years: 5 };
    let made = desk
        .generate(options, &mut |done| {
            if done % 20_000 == 0 {
                eprintln!("{done} of {size} customers after {:.0?}", begun.elapsed());
            }
        })
        .expect("an office");
    idle(&desk);
    eprintln!("generated in {:.1?}: {:?}", begun.elapsed(), made.value);
    drop(desk);
    std::fs::rename(&making, &home).unwrap();
    home
}

/// A copy to work on.
pub fn copy_of(home: &Path) -> Office {
    let copy = folder().join("run");
    let _ = std::fs::remove_dir_all(&copy);
    std::fs::create_dir_all(&copy).unwrap();
    for name in ["kept.db", "kept.db-wal", "now", "head", "desk"] {
        if home.join(name).exists() {
            std::fs::copy(home.join(name), copy.join(name)).unwrap();
        }
    }
    Office::at(copy)
}
