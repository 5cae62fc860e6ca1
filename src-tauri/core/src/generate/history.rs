//! What happened with somebody over the years: contacts, and promises with what became of them.

use super::{
    chance::Chance,
    names::{BROKEN, CONTACTS, PROMISES, WITHDRAWN},
};
use crate::{
    event::{
        Body, ContactFacts, ContactKind, Direction, Due, Evidence, HandOver, Moved, Nothing, Outcome, PromiseFacts,
        Reason, Text,
    },
    id::Id,
    time::{DAY_MS, HOUR_MS, MINUTE_MS, Timestamp, Zone},
};

/// Something that happened, before it is written.
pub(super) struct Past {
    pub(super) at: Timestamp,
    pub(super) by: Id,
    pub(super) about: About,
    pub(super) body: Body,
}

/// What it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    /// It begins the promise of that number.
    Begins(usize),
    /// The promise of that number.
    Promise(usize),
    /// Nothing beside the customer.
    Nothing,
}

/// What all histories of one office share.
pub(super) struct Setting<'a> {
    /// Those who work here.
    pub(super) members: &'a [Id],
    /// Where times are meant.
    pub(super) zone: Zone,
    /// When the office began.
    pub(super) from: Timestamp,
    /// The present.
    pub(super) now: Timestamp,
}

/// How much happened with somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Amount {
    pub(super) contacts: u64,
    pub(super) promises: u64,
}

impl Amount {
    /// As much as with most people: a little, and with some a lot.
    pub(super) fn usual(chance: &mut Chance) -> Amount {
        let contacts = match chance.below(100) {
            0..60 => 1 + chance.below(4),
            60..85 => 4 + chance.below(7),
            85..97 => 10 + chance.below(21),
            _ => 30 + chance.below(71),
        };
        let promises = match chance.below(100) {
            0..18 => 0,
            18..42 => 1,
            42..66 => 2,
            66..82 => 3,
            82..93 => 4,
            _ => 5 + chance.below(3),
        };
        Amount { contacts, promises }
    }
}

/// The history of somebody who was added at `added`, in the order in which it happened.
pub(super) fn history(chance: &mut Chance, setting: &Setting<'_>, added: Timestamp, amount: Amount) -> Vec<Past> {
    let mut story = Story { chance, setting, past: Vec::new() };
    let until = setting.now.since_ms(added).max(1);
    // Few are dealt with to this day: most came for a while.
    let while_ms = 1 + (until as f64 * story.chance.fraction().powi(2)) as i64;
    for _ in 0..amount.contacts {
        let at = added.plus_ms(story.chance.between(1, while_ms.max(2)));
        story.contact(at, About::Nothing);
    }
    for number in 0..amount.promises as usize {
        story.promise(number, added, while_ms);
    }
    let mut past = story.past;
    past.retain(|past| past.at <= setting.now);
    past.sort_by_key(|past| past.at);
    past
}

struct Story<'a, 'b> {
    chance: &'a mut Chance,
    setting: &'a Setting<'b>,
    past: Vec<Past>,
}

impl Story<'_, '_> {
    fn somebody(&mut self) -> Id {
        let members = self.setting.members;
        // Some answer the phone more than others.
        let at = (self.chance.fraction().powi(2) * members.len() as f64) as usize;
        members.get(at).copied().unwrap_or_default()
    }

    fn tell(&mut self, at: Timestamp, by: Id, about: About, body: Body) {
        self.past.push(Past { at, by, about, body });
    }

    fn contact(&mut self, at: Timestamp, about: About) {
        let by = self.somebody();
        let text = Text { text: self.chance.pick(CONTACTS).to_owned() };
        let direction = Some(if self.chance.happens(50.0) { Direction::In } else { Direction::Out });
        let (contact, outcome) = match self.chance.below(100) {
            0..45 => (ContactKind::Call, Some(Outcome::Reached)),
            45..55 => (ContactKind::Call, Some(Outcome::NoAnswer)),
            55..60 => (ContactKind::Call, Some(Outcome::LeftVoicemail)),
            60..75 => (ContactKind::Email, None),
            75..85 => (ContactKind::Visit, None),
            85..93 => (ContactKind::Message, None),
            _ => return self.tell(at, by, about, Body::NoteAdded(Nothing {}, text)),
        };
        self.tell(at, by, about, Body::ContactLogged(ContactFacts { contact, direction, outcome, matter: None }, text));
    }

    /// A due time at a quarter of an hour of a working day, about `days` after `made`.
    fn due(&mut self, made: Timestamp, days: i64) -> Due {
        let zone = self.setting.zone;
        let mut day = zone.wall(made).day().plus_days(days);
        while day.weekday() > 4 {
            day = day.plus_days(1);
        }
        let quarter = self.chance.between(0, 36);
        let wall = day.midnight().plus_seconds(8 * 3600 + quarter * 900);
        Due { due_at: zone.first(wall), due_local: wall, zone }
    }

    fn promise(&mut self, number: usize, added: Timestamp, while_ms: i64) {
        let (owner, by) = (self.somebody(), self.somebody());
        let now = self.setting.now;
        // Of a hundred promises eight are open; of a thousand two are open and late.
        let open = self.chance.happens(8.0);
        let late = !open && self.chance.happens(0.2);
        let ago = |days: i64| now.plus_ms(-days * DAY_MS);
        let (made, due) = if open {
            let made = ago(0).plus_ms(-self.chance.between(HOUR_MS, 30 * DAY_MS)).max(added.plus_ms(1));
            let days = 1 + (60.0 * self.chance.fraction().powi(2)) as i64;
            (made, self.due(now, days))
        } else if late {
            let made = ago(12).plus_ms(-self.chance.between(0, 20 * DAY_MS)).max(added.plus_ms(1));
            let back = self.chance.between(1, 11);
            (made, self.due(ago(back + 3), 0))
        } else {
            let latest = now.since_ms(added).saturating_sub(16 * DAY_MS).min(while_ms).max(2);
            let made = added.plus_ms(self.chance.between(1, latest));
            let days = self.chance.between(1, 11);
            (made, self.due(made, days))
        };
        let due = if due.due_at <= made { self.due(made, 1) } else { due };
        let text = Text { text: self.chance.pick(PROMISES).to_owned() };
        let tentative = self.chance.happens(4.0);
        self.tell(
            made,
            by,
            About::Begins(number),
            Body::PromiseMade(PromiseFacts { owner, due, tentative, repeat: None, matter: None, verifies: None }, text),
        );
        let due = self.on_the_way(number, made, due);
        if !open && !late && due.due_at < now {
            self.close(number, owner, made, due);
        }
    }

    /// Attempts, new times and new owners before the end. Gives the time that is due at last.
    fn on_the_way(&mut self, number: usize, made: Timestamp, due: Due) -> Due {
        let about = About::Promise(number);
        let latest = due.due_at.since_ms(made).max(2);
        if self.chance.happens(12.0) {
            let at = made.plus_ms(self.chance.between(1, latest));
            self.contact(at, about);
        }
        if self.chance.happens(3.0) {
            let (at, by, to) = (made.plus_ms(self.chance.between(1, latest)), self.somebody(), self.somebody());
            self.tell(at, by, about, Body::PromiseHandedOver(HandOver { to, leaving: false }, Nothing {}));
        }
        if !self.chance.happens(7.0) {
            return due;
        }
        let (at, by) = (made.plus_ms(latest / 2), self.somebody());
        let (moved, agreed) = (self.due(due.due_at, 2), self.chance.happens(70.0));
        self.tell(at, by, about, Body::PromiseMoved(Moved { due: moved, agreed }, Nothing {}));
        if agreed { moved } else { due }
    }

    fn close(&mut self, number: usize, owner: Id, made: Timestamp, due: Due) {
        let about = About::Promise(number);
        let before = due.due_at.since_ms(made).max(2);
        let in_time = made.plus_ms(self.chance.between(before / 2, before));
        let after = due.due_at.plus_ms(self.chance.between(MINUTE_MS, 30 * HOUR_MS)).min(self.setting.now);
        let reason = |reason: &str| Reason { reason: reason.to_owned() };
        let (at, body) = match self.chance.below(1000) {
            0..865 => (in_time, Body::PromiseKept(Nothing {}, Evidence::default())),
            865..950 => (after, Body::PromiseKept(Nothing {}, Evidence { evidence: "Called back.".to_owned() })),
            950..975 => (after, Body::PromiseBroken(Nothing {}, reason(self.chance.pick(BROKEN)))),
            _ => (in_time, Body::PromiseWithdrawn(Nothing {}, reason(self.chance.pick(WITHDRAWN)))),
        };
        self.tell(at, owner, about, body);
    }
}
