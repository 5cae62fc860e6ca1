//! A year of an office: 10,000 promises, four members, a PC that is switched off, sleeps and loses power, people who are on
//! holiday, snooze, answer late or not at all. Nothing is missed, nothing is early, and what runs is a tick late at most.

use super::world::{Life, World, member};
use kept_core::{
    event::AwayFacts,
    reminder::{Decision, Mark, Rules, Step, Why, calls, decide, for_a_screen, is_late_at},
    time::{DAY_MS, HOUR_MS, MINUTE_MS, Timestamp},
};
use std::collections::{BTreeMap, BTreeSet};

const PROMISES: usize = 10_000;
/// The longest wait of the bell.
const TICK_MS: i64 = 15_000;

/// Chance that is the same in every run (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: i64) -> i64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        i64::try_from(self.0 % u64::try_from(n).unwrap()).unwrap()
    }
}

/// The year under way. Promises wait in an agenda by when they said they want to be asked about.
struct Year {
    world: World,
    chance: Chance,
    agenda: BTreeSet<(Timestamp, usize)>,
    at: Vec<Option<Timestamp>>,
    /// When people will answer, and how.
    answers: BTreeSet<(Timestamp, usize)>,
    first_told: BTreeMap<usize, Timestamp>,
    digests: BTreeMap<Timestamp, usize>,
    escalated: usize,
    /// When Kept last came back.
    woke_at: Timestamp,
}

impl Year {
    fn ask_again(&mut self, n: usize) {
        if let Some(at) = self.at[n].take() {
            self.agenda.remove(&(at, n));
        }
        let now = self.world.now;
        let Some(facts) = self.world.lives[n].facts() else { return };
        let Decision { steps, next_at, .. } = decide(&facts, &Rules::of(&self.world.office), now);
        let at = if steps.is_empty() { next_at } else { Some(now) };
        if let Some(at) = at {
            self.agenda.insert((at, n));
            self.at[n] = Some(at);
        }
    }

    /// One look of the bell: only what wants to be asked about is.
    fn tick(&mut self) {
        let now = self.world.now;
        let asked: Vec<usize> = self.agenda.iter().take_while(|(at, _)| *at <= now).map(|(_, n)| *n).collect();
        let mut all = Vec::new();
        for n in &asked {
            let Some(facts) = self.world.lives[*n].facts() else { continue };
            let told = calls(&facts, &decide(&facts, &Rules::of(&self.world.office), now));
            all.extend(told.into_iter().map(|call| (*n, call)));
        }
        all.sort_by_key(|(_, call)| (call.due_at, call.promise));
        self.check(&all);
        let only: Vec<_> = all.iter().map(|(_, call)| call.clone()).collect();
        let bundles = for_a_screen(&only);
        assert!(bundles.len() <= 3, "one notice for each reason: {}", bundles.len());
        for bundle in bundles {
            assert!(bundle.promises.is_sorted(), "in order of their due times");
            let count = only.iter().filter(|call| call.why == bundle.why).map(|call| call.promise);
            assert_eq!(count.collect::<BTreeSet<_>>().len(), bundle.promises.len(), "the exact count");
        }
        for (n, call) in &all {
            for mark in &call.marks {
                self.mark(*n, mark);
            }
        }
        for n in asked {
            self.ask_again(n);
        }
        self.at_opening();
    }

    fn check(&mut self, all: &[(usize, kept_core::reminder::Call)]) {
        let now = self.world.now;
        let rules = Rules::of(&self.world.office);
        for (n, call) in all {
            assert!(call.due_at <= now && self.world.lives[*n].state.is_open());
            if call.why == Why::Due {
                assert!(self.first_told.insert(*n, now).is_none(), "announced twice");
                let facts = self.world.lives[*n].facts().unwrap();
                let due = rules.delivery(facts.began_at(now));
                let free = rules.quiet_end(self.woke_at).unwrap_or(self.woke_at);
                let late = now.since_ms(due.max(free));
                assert!((0..=TICK_MS).contains(&late), "{late} ms late at {now}, due {due}");
                let longest = if self.chance.below(4) == 0 { 3 * DAY_MS } else { 10 * MINUTE_MS };
                let wait_ms = 2000 + self.chance.below(longest);
                self.answers.insert((now.plus_ms(wait_ms), *n));
            }
            self.escalated += usize::from(call.why == Why::Escalated);
        }
    }

    fn mark(&mut self, n: usize, mark: &Mark) {
        let (now, life) = (self.world.now, &mut self.world.lives[n]);
        let before = life.marks.insert((mark.due_at, mark.step), (now, true));
        let others = mark.to.iter().position(|to| *to == mark.to[0]) == Some(0);
        assert!(before.is_none() || others && before.is_some_and(|(at, _)| at == now), "{} twice", mark.step);
    }

    /// What is late at an opening is told once a day.
    fn at_opening(&mut self) {
        let (now, rules) = (self.world.now, Rules::of(&self.world.office));
        let day = rules.zone().wall(now).day();
        let Some(opening) = rules.calendar().opening(day).filter(|opening| *opening <= now) else { return };
        if self.digests.contains_key(&opening) {
            return;
        }
        let late = |life: &&Life| life.facts().is_some_and(|facts| is_late_at(&facts, &rules, opening, now));
        self.digests.insert(opening, self.world.lives.iter().filter(late).count());
    }

    /// People do something about what they were told, when they come to it.
    fn answer(&mut self) {
        while let Some((at, n)) = self.answers.first().copied().filter(|(at, _)| *at <= self.world.now) {
            self.answers.remove(&(at, n));
            if !self.world.lives[n].state.is_open() {
                continue;
            }
            let now = self.world.now;
            match self.chance.below(10) {
                0 | 1 => {
                    let until = now.plus_ms(10 * MINUTE_MS + self.chance.below(DAY_MS));
                    self.world.snooze(n, until);
                    self.answers.insert((until.plus_ms(MINUTE_MS), n));
                }
                2 => {
                    self.world.see(n);
                    self.answers.insert((now.plus_ms(DAY_MS), n));
                }
                3 => self.world.hand_over(n, member(u8::try_from(self.chance.below(4)).unwrap())),
                _ => self.world.keep(n),
            }
            if self.world.lives[n].state.is_open() {
                self.answers.insert((now.plus_ms(HOUR_MS + self.chance.below(2 * DAY_MS)), n));
            }
            self.ask_again(n);
        }
    }

    /// Runs until then: only moments at which something happens are visited, and each is up to a tick late.
    fn run(&mut self, until: Timestamp) {
        loop {
            let next =
                self.agenda.first().map(|(at, _)| *at).into_iter().chain(self.answers.first().map(|(at, _)| *at));
            let Some(next) = next.min().filter(|next| *next < until) else { break };
            let late = if self.chance.below(3) == 0 { self.chance.below(TICK_MS) } else { 0 };
            self.world.now = next.max(self.world.now).plus_ms(late);
            self.answer();
            self.tick();
        }
        self.world.now = until.max(self.world.now);
    }
}

#[test]
fn in_a_year_of_ten_thousand_promises_none_is_missed_and_none_is_told_twice() {
    let mut world = World::new("mon-fri 08:00-12:00,13:00-18:00; sat 09:00-13:00", "21:00-07:00");
    world.office.settings.zone = "Europe/Berlin".parse().unwrap();
    let (start, mut chance) = (world.now, Chance(0x2026_0302));
    for _ in 0..PROMISES {
        let owner = member(u8::try_from(chance.below(4)).unwrap());
        world.promise(owner, start.plus_ms(chance.below(365 * DAY_MS / MINUTE_MS) * MINUTE_MS));
    }
    let mut year = Year {
        world,
        chance,
        agenda: BTreeSet::new(),
        at: vec![None; PROMISES],
        answers: BTreeSet::new(),
        first_told: BTreeMap::new(),
        digests: BTreeMap::new(),
        escalated: 0,
        woke_at: start,
    };
    (0..PROMISES).for_each(|n| year.ask_again(n));
    for day in 0..366 {
        let begin = start.plus_ms(day * DAY_MS);
        if day % 30 == 3 {
            // Two weeks of holiday for one of them.
            let facts = AwayFacts { from: begin, to: begin.plus_ms(14 * DAY_MS), backup: member(1) };
            let who = 2 + u8::try_from(year.chance.below(2)).unwrap();
            year.world.away(member(who), &facts);
        }
        // Off at a random time for a while, one day in ten for three days.
        let off = begin.plus_ms(year.chance.below(DAY_MS));
        year.run(off);
        let length = if year.chance.below(10) == 0 { 72 * HOUR_MS } else { year.chance.below(16 * HOUR_MS) };
        year.world.now = year.world.now.plus_ms(length);
        year.woke_at = year.world.now;
        year.answer();
        year.tick();
    }
    let now = year.world.now;
    for (n, life) in year.world.lives.iter().enumerate() {
        let was_due = rules_delivery(&year, life) <= now;
        assert_eq!(was_due, year.first_told.contains_key(&n), "due {}, now {now}", life.state.due.due_at);
    }
    assert!(year.first_told.len() > PROMISES * 98 / 100, "{} were told", year.first_told.len());
    assert!(year.escalated > 500, "some were handed up: {}", year.escalated);
    let late = year.digests.values().filter(|late| **late > 0).count();
    assert!(late > 100, "of {} openings, {late} told what was late", year.digests.len());
}

/// When the first announcement of a promise may come.
fn rules_delivery(year: &Year, life: &Life) -> Timestamp {
    let told = life.marks.keys().any(|(_, step)| *step == Step::Due);
    let due = Rules::of(&year.world.office).delivery(life.state.due.due_at);
    if told { due.min(year.world.now) } else { due }
}
