//! Chance that can be repeated: the same seed gives the same office on every machine.

/// SplitMix64 (Steele, Lea and Flood 2014): a few operations a draw, and streams that do not resemble each other.
#[derive(Debug, Clone)]
pub(super) struct Chance(u64);

impl Chance {
    /// The `n`-th stream of a seed.
    pub(super) fn of(seed: u64, n: u64) -> Chance {
        let mut chance = Chance(seed ^ n.wrapping_mul(0xD134_2543_DE82_EF95));
        // Neighbouring streams begin far apart after one draw.
        chance.0 = chance.next();
        chance
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 up to, not including, `end`; 0 for an empty range.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(end)) >> 64) as u64
    }

    /// A number from `from` up to, not including, `to`; `from` for an empty range.
    pub(super) fn between(&mut self, from: i64, to: i64) -> i64 {
        let span = u64::try_from(to.saturating_sub(from)).unwrap_or(0);
        from.saturating_add_unsigned(self.below(span))
    }

    /// A number from 0 up to, not including, 1.
    pub(super) fn fraction(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Whether something that happens in `percent` of all cases happens.
    pub(super) fn happens(&mut self, percent: f64) -> bool {
        self.fraction() * 100.0 < percent
    }

    /// One of them, each as likely.
    pub(super) fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        let at = self.below(from.len() as u64) as usize;
        from.get(at).copied().unwrap_or_default()
    }

    /// One of them, the earlier the likelier, as names are: the n-th about one n-th as often as the first.
    pub(super) fn pick_common<'a>(&mut self, from: &[&'a str]) -> &'a str {
        let most = (from.len() as f64 + 1.0).ln();
        let at = (self.fraction() * most).exp() - 1.0;
        from.get(at as usize).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_draws_and_another_gives_others() {
        let draws = |seed, n| {
            let mut chance = Chance::of(seed, n);
            (0..8).map(|_| chance.below(1_000_000)).collect::<Vec<_>>()
        };
        assert_eq!(draws(7, 3), draws(7, 3));
        assert_ne!(draws(7, 3), draws(7, 4));
        assert_ne!(draws(7, 3), draws(8, 3));
    }

    #[test]
    fn draws_stay_in_their_range() {
        let mut chance = Chance::of(1, 1);
        for _ in 0..1000 {
            assert!(chance.below(3) < 3);
            assert!((-5..5).contains(&chance.between(-5, 5)));
            assert!(!chance.pick_common(&["a", "b", "c"]).is_empty());
        }
        assert_eq!((chance.below(0), chance.between(4, 4)), (0, 4));
    }
}
