//! The invariants, over ten thousand random lives of an office: whatever happens to people, promises, clocks, power and
//! notifications, everything due is told, in time and once, until a person answers.

use super::world::{Crash, Desktop, Life, START, World, member};
use kept_core::{
    event::AwayFacts,
    hours::Hours,
    id::Id,
    reminder::{Reminder, ReminderState, Rules, Step, Why, decide},
    time::{DAY_MS, HOUR_MS, MINUTE_MS, Timestamp, Zone},
};
use proptest::prelude::*;
use std::sync::Arc;

/// Something that happens.
#[derive(Debug, Clone)]
enum Happens {
    /// Time passes while Kept runs: it asks at every moment it said it would, and every 15 s at the ends.
    Runs(i64),
    /// Time passes while it does not: closed, powered off, asleep.
    Sleeps(i64),
    /// The clock is set, by up to three years either way, or to a moment when clocks change.
    Jumps(i64),
    Edge(usize),
    Zone(usize),
    Hours(usize),
    Quiet(usize),
    Dies(u8),
    Desktop(bool),
    Promise(u8, i64),
    Snooze(usize, i64),
    See(usize),
    Attempt(usize),
    Move(usize, i64, bool),
    HandOver(usize, u8),
    Keep(usize),
    Away(u8, i64, i64, u8),
}

fn happens() -> impl Strategy<Value = Happens> {
    let soon = prop_oneof![Just(0_i64), 1..90_000_i64, 0..40 * MINUTE_MS, 0..3 * DAY_MS, Just(5 * MINUTE_MS)];
    let years = 3 * 365 * DAY_MS;
    prop_oneof![
        6 => soon.clone().prop_map(Happens::Runs),
        3 => prop_oneof![0..HOUR_MS, 0..4 * DAY_MS].prop_map(Happens::Sleeps),
        1 => prop_oneof![-years..years, -HOUR_MS..HOUR_MS, -2000..2000_i64].prop_map(Happens::Jumps),
        1 => any::<usize>().prop_map(Happens::Edge),
        1 => any::<usize>().prop_map(Happens::Zone),
        1 => any::<usize>().prop_map(Happens::Hours),
        1 => any::<usize>().prop_map(Happens::Quiet),
        2 => (0..3_u8).prop_map(Happens::Dies),
        1 => any::<bool>().prop_map(Happens::Desktop),
        5 => (0..4_u8, soon.clone()).prop_map(|(who, due)| Happens::Promise(who, due)),
        4 => (any::<usize>(), soon.clone()).prop_map(|(n, ms)| Happens::Snooze(n, ms)),
        2 => any::<usize>().prop_map(Happens::See),
        1 => any::<usize>().prop_map(Happens::Attempt),
        2 => (any::<usize>(), soon.clone(), any::<bool>()).prop_map(|(n, ms, agreed)| Happens::Move(n, ms, agreed)),
        2 => (any::<usize>(), 0..4_u8).prop_map(|(n, to)| Happens::HandOver(n, to)),
        1 => any::<usize>().prop_map(Happens::Keep),
        1 => (0..4_u8, soon.clone(), soon, 1..4_u8).prop_map(|(who, from, ms, by)| Happens::Away(who, from, ms, by)),
    ]
}

const ZONES: [&str; 6] =
    ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"];
const HOURS: [&str; 5] = [
    "",
    "mon-fri 08:00-12:00,13:00-18:00; sat 09:00-13:00",
    "mon-sun 00:00-24:00",
    "tue 02:00-03:00",
    "mon-fri 09:00-17:00",
];
const QUIET: [&str; 4] = ["", "20:00-08:00", "02:00-03:00", "12:00-13:00"];

fn edges() -> Vec<Timestamp> {
    let text = include_str!("../fixtures/time/dst_transitions_2023_2030.tsv");
    text.lines().skip(1).filter_map(|line| line.split('\t').nth(1)?.parse().ok()).collect()
}

/// What was told so far, for the checks that look back.
struct Watch {
    edges: Vec<Timestamp>,
}

/// What must hold after a look while the desktop takes notifications: told without asking the ladder itself.
fn everything_due_is_told(world: &World, life: &Life) {
    let rules = Rules::of(&world.office);
    let (state, now) = (&life.state, world.now);
    let rounds = &state.rounds;
    let quieted = rounds.quieted.is_some_and(|quieted| quieted.covers(now));
    if !state.is_open() || now < state.due.due_at || rules.is_quiet(now) {
        return;
    }
    let is_shown = |step: Step| {
        life.marks.get(&(state.due.due_at, step)).is_some_and(|(_, shown)| *shown)
            || rounds.told.contains(&(state.due.due_at, step.to_string()))
    };
    let managers = rules.managers(state.owner, now);
    if rounds.snoozes >= 3 && !managers.is_empty() {
        assert!(is_shown(Step::Snoozes), "put off three times, and no manager knows");
    }
    if quieted || rounds.answered {
        return;
    }
    let end = rounds.quieted.map(|quieted| quieted.until).filter(|until| *until <= now);
    let began = end.unwrap_or(state.due.due_at).max(state.due.due_at);
    let delivery = rules.delivery(began);
    if now < delivery {
        return;
    }
    assert!(is_shown(Step::Due), "due at {}, and never announced", state.due.due_at);
    let opening = if rounds.round == 0 { Step::Due } else { Step::Anew(rounds.round) };
    assert!(is_shown(opening), "round {} has begun, and nobody was told", rounds.round);
    let told_at = life.marks[&(state.due.due_at, opening)].0;
    let told_at = if (delivery..=now).contains(&told_at) { told_at } else { delivery };
    // A little late does not shift the steps; what was told after the first of them would have come counts from then.
    let told_at = if told_at <= rules.later(delivery, 5 * MINUTE_MS) { delivery } else { told_at };
    let waited = rules.calendar().working_ms(told_at, now);
    let is_there = [true, rules.backup(state.owner, now).is_some(), !managers.is_empty()];
    for ((step, minutes), is_there) in
        [(Step::Repeat, 5), (Step::Backup, 15), (Step::Managers, 30)].into_iter().zip(is_there)
    {
        if is_there && waited >= minutes * MINUTE_MS {
            assert!(is_shown(step), "{step} after {waited} ms of working time since {told_at}, now {now}");
        }
    }
}

impl Watch {
    /// One look, and all that must hold of what it tells.
    fn tick(&self, world: &mut World, crash: Crash) {
        let before: Vec<Vec<(Timestamp, Step)>> = world.lives.iter().map(shown_steps).collect();
        for (n, call) in world.tick(crash) {
            let (life, now) = (&world.lives[n], world.now);
            let rules = Rules::of(&world.office);
            assert!(life.state.is_open(), "told of what is closed");
            assert!(call.due_at <= now && call.due_at == life.state.due.due_at, "told before it is due");
            assert!(!rules.is_quiet(now), "told in quiet hours");
            match call.why {
                Why::Due | Why::Late => {
                    assert_eq!(call.to, rules.answers_for(life.state.owner, now), "told to whoever answers for it");
                    assert!(!life.state.rounds.answered, "told again after an answer");
                    assert!(!life.facts().unwrap().is_quiet(now), "told in a snooze");
                }
                Why::Escalated => {
                    assert_ne!(call.to, rules.answers_for(life.state.owner, now), "handed up to the same person");
                    let only_snoozes = call.marks.iter().all(|mark| mark.step == Step::Snoozes);
                    assert!(only_snoozes || !life.state.rounds.answered, "handed up after an answer");
                }
                Why::Away(_) | Why::Offered | Why::Returned | Why::PassedOn | Why::NextTry => {
                    panic!("neither is told here")
                }
            }
            for mark in &call.marks {
                let told_before = before[n].contains(&(mark.due_at, mark.step));
                assert!(!told_before, "{} was recorded as shown, and is told again", mark.step);
            }
        }
        for life in &world.lives {
            for (key, times) in &life.shown {
                let allowed = 1 + life.allowed.get(key).copied().unwrap_or_default();
                assert!(*times <= allowed, "{} shown {times} times, {allowed} at most", key.1);
            }
        }
        if crash == Crash::Never && world.desktop == Desktop::Takes {
            assert!(world.asked().is_empty(), "a second look finds nothing more");
            world.lives.iter().for_each(|life| everything_due_is_told(world, life));
        }
        for life in &world.lives {
            stands_right(world, life);
        }
    }

    /// Time passes while Kept runs: it asks when it said it would, and nothing would have been told just before.
    fn run(&self, world: &mut World, until: Timestamp) {
        self.tick(world, Crash::Never);
        for _ in 0..60 {
            let next = next_at(world).filter(|next| *next <= until);
            let Some(next) = next else { break };
            assert!(next > world.now, "asks again at once for ever");
            world.now = next.plus_ms(-1).max(world.now);
            if world.desktop == Desktop::Takes {
                assert!(world.asked().is_empty(), "told earlier than it asks");
            }
            world.now = next;
            self.tick(world, Crash::Never);
        }
        world.now = until.max(world.now);
        self.tick(world, Crash::Never);
    }

    fn happen(&self, world: &mut World, what: &Happens) {
        let (now, count) = (world.now, world.lives.len());
        let of = |n: &usize| n % count.max(1);
        let is_open = |world: &World, n: &usize| world.lives.get(of(n)).is_some_and(|life| life.state.is_open());
        match what {
            Happens::Runs(ms) => self.run(world, now.plus_ms(*ms)),
            Happens::Sleeps(ms) | Happens::Jumps(ms) => {
                // The program believes in no clock before 2020 or after 2040.
                let (first, last) = (START - 6 * 365 * DAY_MS, START + 14 * 365 * DAY_MS);
                world.now = Timestamp::from_millis((now.millis() + ms).clamp(first, last));
            }
            Happens::Edge(n) => world.now = self.edges[n % self.edges.len()].plus_ms(-30 * MINUTE_MS),
            Happens::Zone(n) => world.office.settings.zone = ZONES[n % ZONES.len()].parse::<Zone>().unwrap(),
            Happens::Hours(n) => {
                let hours = HOURS[n % HOURS.len()];
                world.office.settings.times = Arc::new(Hours::parse(hours).unwrap());
            }
            Happens::Quiet(n) => world.office.settings.quiet = QUIET[n % QUIET.len()].into(),
            Happens::Dies(where_) => {
                let crash = [Crash::BeforeShowing, Crash::BeforeRecording, Crash::BetweenRecords];
                self.tick(world, crash[usize::from(*where_)]);
            }
            Happens::Desktop(takes) => world.desktop = if *takes { Desktop::Takes } else { Desktop::Refuses },
            Happens::Promise(who, ms) if count < 4 => drop(world.promise(member(*who), now.plus_ms(*ms))),
            Happens::Promise(..) => {}
            _ if count == 0 => {}
            Happens::Snooze(n, ms) if is_open(world, n) => world.snooze(of(n), now.plus_ms(*ms)),
            Happens::See(n) => world.see(of(n)),
            Happens::Attempt(n) if is_open(world, n) => world.attempt(of(n)),
            Happens::Move(n, ms, agreed) if is_open(world, n) => world.move_to(of(n), now.plus_ms(*ms), *agreed),
            Happens::HandOver(n, to) if is_open(world, n) && world.lives[of(n)].state.owner != member(*to) => {
                world.hand_over(of(n), member(*to));
            }
            Happens::Keep(n) if is_open(world, n) => world.keep(of(n)),
            Happens::Away(who, from, ms, by) => {
                let backup: Id = member((who + by) % 4);
                let from = now.plus_ms(*from);
                world.away(member(*who), &AwayFacts { from, to: from.plus_ms(*ms), backup });
            }
            Happens::Snooze(..)
            | Happens::Attempt(..)
            | Happens::Move(..)
            | Happens::HandOver(..)
            | Happens::Keep(_) => {}
        }
    }
}

fn shown_steps(life: &Life) -> Vec<(Timestamp, Step)> {
    let own = life.marks.iter().filter(|(_, (_, shown))| *shown).map(|(key, _)| *key);
    own.collect()
}

fn next_at(world: &World) -> Option<Timestamp> {
    let rules = Rules::of(&world.office);
    let asked =
        world.lives.iter().filter_map(Life::facts).filter_map(|facts| decide(&facts, &rules, world.now).next_at);
    // Somebody who goes away or comes back is a reason to ask as well.
    asked.chain(rules.next_absence_edge(world.now)).min()
}

/// Every reminder is in exactly the state its facts say.
fn stands_right(world: &World, life: &Life) {
    let (now, state, facts) = (world.now, &life.state, life.facts());
    let stands = Reminder::of(facts.as_ref(), &Rules::of(&world.office), now);
    let is_quiet = state.rounds.quieted.is_some_and(|quieted| quieted.covers(now));
    let (open, due, answered) = (state.is_open(), now >= state.due.due_at, state.rounds.answered);
    let fits = match stands.state {
        ReminderState::Closed => !open,
        ReminderState::Waiting => open && (!due || stands.shown == 0),
        ReminderState::Snoozed => open && due && is_quiet && stands.until.is_some_and(|until| until > now),
        ReminderState::Seen => open && due && answered && !is_quiet,
        ReminderState::Attempted | ReminderState::Shown => open && due && !answered && !is_quiet,
    };
    assert!(fits, "{stands:?} of {state:?} at {now}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_everything_due_is_told_in_time_and_once_until_a_person_answers(
        hours in any::<prop::sample::Index>(),
        quiet in any::<prop::sample::Index>(),
        story in prop::collection::vec(happens(), 1..30),
    ) {
        let watch = Watch { edges: edges() };
        let mut world = World::new(HOURS[hours.index(HOURS.len())], QUIET[quiet.index(QUIET.len())]);
        world.promise(member(1), Timestamp::from_millis(START + 10 * MINUTE_MS));
        for what in &story {
            watch.happen(&mut world, what);
            watch.tick(&mut world, Crash::Never);
        }
        // Two quiet looks after it all, with a desktop that takes them: what is due was shown.
        world.desktop = Desktop::Takes;
        watch.tick(&mut world, Crash::Never);
        world.now = world.now.plus_ms(15_000);
        watch.tick(&mut world, Crash::Never);
    }
}
