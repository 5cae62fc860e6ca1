//! What is drawn: numbers in an order that is always the same, and the words of a language for a day, a time, a letter.

use super::Tongue;
use kept_core::time::{Day, WallTime};

/// Numbers in an order that is always the same.
pub struct Draw(pub u64);

impl Draw {
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % n
    }

    pub fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    /// A day in one of those forms.
    pub fn said(&mut self, forms: &[&str], tongue: &Tongue, day: Day) -> String {
        filled(self.of(forms), tongue, day, day.weekday() as usize)
    }

    /// A day in any form that can be no other, as seen from today.
    pub fn day(&mut self, tongue: &Tongue, today: Day) -> (String, Day) {
        let ahead = 1 + self.below(6) as i64;
        let near = today.plus_days(1 + self.below(26) as i64);
        let far = today.plus_days(1 + self.below(330) as i64);
        let next = today.plus_days(ahead);
        match self.below(14) {
            0 | 1 => (tongue.tomorrow.into(), today.plus_days(1)),
            2 => (tongue.after_tomorrow.into(), today.plus_days(2)),
            3 | 4 => (self.said(tongue.on, tongue, next), next),
            5 | 6 => (self.said(tongue.yearless, tongue, far), far),
            7 => (self.said(tongue.bare, tongue, far), far),
            8 | 9 => (self.said(tongue.dates, tongue, far), far),
            10 if !tongue.of_month.is_empty() => (self.said(tongue.of_month, tongue, near), near),
            10 | 11 => (far.to_string(), far),
            12 => (tongue.ahead.replace("{n}", &ahead.to_string()), next),
            _ => (tongue.weeks.replace("{n}", &(ahead + 1).to_string()), today.plus_days((ahead + 1) * 7)),
        }
    }

    /// A time between 8 and 18 in any form, with its hour and minute.
    pub fn clock(&mut self, tongue: &Tongue) -> (String, u32, u32) {
        let (hour, minute) = (8 + self.below(10) as u32, 5 * self.below(12) as u32);
        let (spoken, shown) = self.of(tongue.spoken);
        let is_word = spoken.contains("{w");
        // One has a form of its own in some languages, and twelve in others.
        let fits = |hour: u32| !is_word || (2..=11).contains(&(hour % 12)) && (2..=11).contains(&((hour + 1) % 12));
        match self.below(8) {
            0 => (tongue.noon.into(), 12, 0),
            1..=3 if fits(hour) => (timed(spoken, tongue, hour, shown), hour, shown),
            _ => (self.exact(tongue, hour, minute), hour, minute),
        }
    }

    /// A time in a form that can be no other.
    pub fn exact(&mut self, tongue: &Tongue, hour: u32, minute: u32) -> String {
        // "4 Uhr 30" could be in the afternoon; written with a colon it cannot. A dot could be one of a date.
        let is_certain = |form: &&&str| {
            !(form.contains("Uhr {mm}") && hour <= 12 || form.contains("{H}.{mm}") && (1..=12).contains(&minute))
        };
        let forms: Vec<&str> = tongue.clocks.iter().filter(is_certain).copied().collect();
        timed(self.of(&forms), tongue, hour, minute)
    }

    /// The same words as somebody else types them: in capitals, without accents, or with accents of their own.
    pub fn dressed(&mut self, text: &str) -> String {
        match self.below(8) {
            0 => text.to_uppercase().replace("SS", "ss"),
            1 => text.to_lowercase(),
            2 => plain(text),
            3 => decomposed(text),
            4 => text.replace(' ', "  "),
            _ => text.to_owned(),
        }
    }
}

/// A form of a day with that weekday.
pub fn filled(form: &str, tongue: &Tongue, day: Day, weekday: usize) -> String {
    form.replace("{W}", tongue.weekdays[weekday])
        .replace("{S}", tongue.short[weekday])
        .replace("{M}", tongue.months[day.month() as usize - 1])
        .replace("{0m}", &format!("{:02}", day.month()))
        .replace("{0d}", &format!("{:02}", day.day()))
        .replace("{m}", &day.month().to_string())
        .replace("{o}", &ordinal(day.day()))
        .replace("{d}", &day.day().to_string())
        .replace("{y}", &day.year().to_string())
}

/// A form of a time.
pub fn timed(form: &str, tongue: &Tongue, hour: u32, minute: u32) -> String {
    let word = |hour: u32| tongue.hours[(hour as usize + 11) % 12];
    form.replace("{H}", &hour.to_string())
        .replace("{h}", &((hour + 11) % 12 + 1).to_string())
        .replace("{w}", word(hour))
        .replace("{w+}", word(hour + 1))
        .replace("{mm}", &format!("{minute:02}"))
        .replace("{ap}", if hour < 12 { "am" } else { "pm" })
}

fn ordinal(n: u32) -> String {
    match n {
        1 | 21 | 31 => format!("{n}st"),
        2 | 22 => format!("{n}nd"),
        3 | 23 => format!("{n}rd"),
        _ => format!("{n}th"),
    }
}

/// Letters with an accent, as one character, without it, and with it as a character of its own.
const ACCENTED: &str = "áa\u{301} àa\u{300} âa\u{302} ãa\u{303} äa\u{308} ée\u{301} èe\u{300} êe\u{302} ëe\u{308} íi\u{301} ìi\u{300} \
    îi\u{302} ïi\u{308} óo\u{301} òo\u{300} ôo\u{302} õo\u{303} öo\u{308} úu\u{301} ùu\u{300} ûu\u{302} üu\u{308} ñn\u{303} çc\u{327}";

fn replaced(text: &str, with: impl Fn(&str) -> String) -> String {
    ACCENTED.split_whitespace().fold(text.to_owned(), |text, letter| {
        let (accented, apart) = letter.split_at(letter.chars().next().unwrap().len_utf8());
        text.replace(accented, &with(apart))
    })
}

fn plain(text: &str) -> String {
    replaced(text, |apart| apart[..1].to_owned())
}

fn decomposed(text: &str) -> String {
    replaced(text, str::to_owned)
}

/// Whether a clock in that zone shows it once.
pub fn is_shown_once(zone: kept_core::time::Zone, wall: WallTime) -> bool {
    matches!(zone.read(wall), kept_core::time::Reading::Once(_))
}
