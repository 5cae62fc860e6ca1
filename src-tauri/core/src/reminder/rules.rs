//! What the ladder goes by in an office: its calendar, quiet hours, steps and people.

use super::Ladder;
use crate::{
    calendar::Calendar,
    event::Role,
    fold::{Member, OfficeState},
    hours::Quiet,
    id::Id,
    time::{Timestamp, Zone},
};

/// The rules of an office, read once for many promises.
#[derive(Debug, Clone)]
pub struct Rules<'a> {
    office: &'a OfficeState,
    quiet: Quiet,
    /// The steps after a first announcement.
    pub ladder: Ladder,
}

impl<'a> Rules<'a> {
    /// Those of an office. A setting that cannot be read, as one of a newer version, is as if it had not been set.
    pub fn of(office: &'a OfficeState) -> Rules<'a> {
        let quiet = Quiet::parse(&office.settings.quiet).unwrap_or_default();
        Rules { office, quiet, ladder: Ladder::parse(&office.settings.ladder).unwrap_or_default() }
    }

    /// The calendar.
    pub fn calendar(&self) -> Calendar<'a> {
        self.office.settings.calendar()
    }

    /// The office's zone.
    pub fn zone(&self) -> Zone {
        self.office.settings.zone
    }

    /// Whether that moment lies in the quiet hours.
    pub fn is_quiet(&self, at: Timestamp) -> bool {
        self.quiet.contains(self.zone().wall(at))
    }

    /// When something of that moment may be told: the opening after the quiet hours in which it lies; else the moment itself.
    pub fn delivery(&self, at: Timestamp) -> Timestamp {
        match self.quiet_end(at) {
            None => at,
            Some(end) => self.calendar().next_opening(end).map_or(end, |opening| opening.at),
        }
    }

    /// The end of the quiet hours in which that moment lies, later than it.
    pub fn quiet_end(&self, at: Timestamp) -> Option<Timestamp> {
        let zone = self.zone();
        let wall = zone.wall(at);
        let end = self.quiet.end_after(wall)?;
        let length = end.day().days_since(wall.day()) * 86_400 + i64::from(end.second_of_day())
            - i64::from(wall.second_of_day());
        // Where the clocks go back, the hour that is meant may be the second of two.
        Some(Some(zone.first(end)).filter(|end| *end > at).unwrap_or_else(|| at.plus_ms(length * 1000)))
    }

    /// So many milliseconds of working time later. Where the office does not open any more, by the clock alone: nothing is
    /// left untold.
    pub fn later(&self, from: Timestamp, ms: i64) -> Timestamp {
        self.calendar().after_working_ms(from, ms).unwrap_or_else(|| from.plus_ms(ms))
    }

    /// From when the steps of a round count that began at `from` and was told at `told_at`: from its beginning, but where it
    /// was told so late that the first step had passed, from then: nobody is reported before they could know.
    pub fn counts_from(&self, from: Timestamp, told_at: Timestamp) -> Timestamp {
        let first_ms = self.ladder.steps().map(|(_, after_ms)| after_ms).min().unwrap_or_default();
        if told_at <= self.later(from, first_ms) { from } else { told_at }
    }

    /// Who answers at that moment for what a member owes: they themselves, whoever stands in while they are away, or whoever
    /// took over when they left; a manager where that leads nowhere.
    pub fn answers_for(&self, owner: Id, at: Timestamp) -> Id {
        let mut asked = owner;
        for _ in 0..=self.office.members.len() {
            let Some(member) = self.office.member(asked) else { break };
            asked = match (member.left, member.away(at)) {
                (Some(heir), _) => heir,
                (None, Some(absence)) => absence.backup,
                (None, None) => return asked,
            };
        }
        let here = |member: &&Member| member.role == Role::Manager && member.away(at).is_none();
        let manager = self.office.present().find(here).or_else(|| self.office.present().next());
        manager.map_or(owner, |member| member.id)
    }

    /// Who hears of it when whoever answers does not: the owner's backup, or that of whoever stands in.
    pub fn backup(&self, owner: Id, at: Timestamp) -> Option<Id> {
        let answers = self.answers_for(owner, at);
        let backup = self.office.member(answers)?.backup?;
        Some(self.answers_for(backup, at)).filter(|backup| *backup != answers)
    }

    /// The managers who hear of what somebody does not answer: those who are here, without that one; where none is here,
    /// those who are away.
    pub fn managers(&self, owner: Id, at: Timestamp) -> Vec<Id> {
        let answers = self.answers_for(owner, at);
        let all = || self.office.present().filter(|member| member.role == Role::Manager && member.id != answers);
        let here: Vec<Id> = all().filter(|member| member.away(at).is_none()).map(|member| member.id).collect();
        if here.is_empty() { all().map(|member| member.id).filter(|id| *id != owner).collect() } else { here }
    }

    /// The next moment after `at` when somebody goes away or comes back.
    pub fn next_absence_edge(&self, at: Timestamp) -> Option<Timestamp> {
        let absences = self.office.present().flat_map(|member| &member.absences);
        absences.flat_map(|absence| [absence.from, absence.to]).filter(|edge| *edge > at).min()
    }
}
