//! Promises that come again. The next one is made in the write that answers the last, and goes with it when the answer is
//! taken back.

use super::{PromiseRow, due::read_due, require_open};
use crate::{
    cache::later_in_series,
    desk::{Desk, New, Subject, Writing, Written},
    error::{Error, Result},
    event::{Body, Due, Event, Nothing, PromiseFacts, Reason, Repeat, RepeatFacts, Retraction, Text},
    fold::{OfficeSettings, PromiseState, retractions},
    id::Id,
    log,
    recurrence::{self, Next, Occurrence, OnClosed, Said, Series},
    time::{Timestamp, WallTime},
    when::{Sense, WhenContext},
};
use serde::Serialize;

impl Repeat {
    /// The series as it is reckoned with.
    ///
    /// # Errors
    /// The rule is of a newer version.
    pub(crate) fn series_meant(&self) -> Result<Series> {
        Ok(Series { rule: self.rule.parse()?, start: self.start, zone: self.zone, on_closed: self.on_closed })
    }

    /// The first of a series as it was said.
    pub(super) fn first(said: &Said) -> Repeat {
        let Series { rule, start, zone, on_closed } = &said.series;
        Repeat {
            series: None,
            number: 1,
            rule: rule.to_string(),
            start: *start,
            zone: *zone,
            on_closed: *on_closed,
            day: said.first.day,
            passed: 0,
            answer: None,
        }
    }
}

/// What comes after the last promise of a series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ComesNext {
    /// The moment.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// The wall time in the series' zone.
    #[ts(type = "string")]
    pub local: WallTime,
    /// Why it does not lie on the rule's day; often `null`.
    pub note: Option<String>,
}

/// How a promise comes again, in words; `None`: that it does not any more.
pub(crate) fn repeat_words(repeat: Option<&Repeat>) -> String {
    let Some(repeat) = repeat else { return "Comes no more after this.".to_owned() };
    match repeat.series_meant() {
        Ok(series) => format!("Comes again {}.", series.rule.words(series.start)),
        Err(error) => error.message,
    }
}

/// A series as typed. `due`: its first time, where that was said by itself.
///
/// # Errors
/// What is wrong with the words.
pub(super) fn read_series(
    text: &str,
    due: Option<WallTime>,
    on_closed: OnClosed,
    office: &OfficeSettings,
    now: Timestamp,
) -> Result<Said> {
    let ctx =
        WhenContext { now, zone: office.zone, hours: &office.times, sense: Sense::Due, languages: office.languages() };
    recurrence::read(text, due, on_closed, &ctx)
}

/// Due time and repetition of a new promise: at least one of them says when it is due first.
///
/// # Errors
/// What is wrong with the words, and that a time has passed.
pub(super) fn read_terms(
    due: &str,
    repeat: Option<&str>,
    on_closed: OnClosed,
    office: &OfficeSettings,
    now: Timestamp,
) -> Result<(Due, Option<Repeat>)> {
    let repeat = repeat.map(str::trim).filter(|text| !text.is_empty());
    let Some(text) = repeat else { return Ok((read_due(due, office, now)?, None)) };
    let first = if due.trim().is_empty() { None } else { Some(read_due(due, office, now)?) };
    let said = read_series(text, first.map(|due| due.due_local), on_closed, office, now)?;
    let due = first.unwrap_or(Due { due_at: said.first.at, due_local: said.first.local, zone: said.series.zone });
    Ok((due, Some(Repeat::first(&said))))
}

impl Desk {
    /// Says how an open promise comes again, counted from its due time; with no words, that it does not any more.
    ///
    /// # Errors
    /// The words cannot be read or disagree with the due time; the promise is no longer open.
    pub fn repeat_promise(&self, promise: Id, text: &str, on_closed: OnClosed) -> Result<Written<PromiseRow>> {
        self.write_promise(promise, |writing, state| {
            require_open(state)?;
            let repeat = match text.trim() {
                "" if state.repeat.is_none() => {
                    return Err(Error::refused("This promise does not come again as it is."));
                }
                "" => None,
                text => {
                    let due = Some(state.due.due_local);
                    let said = read_series(text, due, on_closed, &writing.office.settings, writing.now)?;
                    let before = state.repeat.as_ref();
                    Some(Repeat {
                        series: before.and_then(|before| before.series),
                        number: before.map_or(1, |before| before.number),
                        answer: before.and_then(|before| before.answer),
                        ..Repeat::first(&said)
                    })
                }
            };
            let body = Body::PromiseRepeatSet(RepeatFacts { repeat }, Nothing {});
            writing.append(New::about(state.customer, Subject::Of(promise), body)).map(drop)
        })
    }

    /// The promises of the series to which a promise belongs, by number; only itself where it belongs to none.
    ///
    /// # Errors
    /// There is no such promise.
    pub fn show_series(&self, promise: Id) -> Result<Vec<PromiseRow>> {
        let ids = self.read(|db| {
            let state = crate::cache::read_promise(db, promise)?;
            let Some(series) = state.and_then(|state| state.series()) else { return Ok(vec![promise]) };
            Ok(later_in_series(db, series, 0)?.into_iter().map(|state| state.id).collect())
        })?;
        ids.into_iter().map(|id| self.show_promise(id)).collect()
    }
}

impl Desk {
    /// What would come after an open promise of a series, if it were answered now; `None` where nothing comes, because it is
    /// the last, belongs to no series or is answered.
    ///
    /// # Errors
    /// There is no such promise.
    pub fn comes_after(&self, promise: Id) -> Result<Option<ComesNext>> {
        let state = self.read(|db| crate::cache::read_promise(db, promise))?;
        let state = state.ok_or_else(|| Error::not_found("There is no such promise."))?;
        let (office, now) = (self.office(), self.now());
        let Some(repeat) = state.repeat.as_ref().filter(|_| state.is_open()) else { return Ok(None) };
        let Ok(meant) = repeat.series_meant() else { return Ok(None) };
        Ok(following(&state, repeat, &meant, &office.settings, now).map(|(next, _)| ComesNext {
            at: next.at,
            local: next.local,
            note: meant.why_moved(&next),
        }))
    }
}

/// What comes after a promise of a series that is answered at `now`: later than it was due, and still to come; with the
/// number of days passed over.
fn following(
    state: &PromiseState,
    repeat: &Repeat,
    meant: &Series,
    office: &OfficeSettings,
    now: Timestamp,
) -> Option<(Occurrence, u32)> {
    if meant.rule.count.is_some_and(|count| repeat.number >= count) {
        return None;
    }
    match meant.next(&office.times, Some(repeat.day), state.due.due_at.max(now)) {
        Next::At(next, passed) => Some((next, passed)),
        Next::Ended => None,
    }
}

/// Whether an event answers a promise, so that the next of its series was made with it.
fn is_answer(event: &Event) -> bool {
    matches!(event.kind.as_str(), "promise_kept" | "promise_broken" | "promise_withdrawn")
}

impl Writing<'_> {
    /// Makes the next promise of the series, if `state`, just answered by `answer`, belongs to one that goes on: later than
    /// it was due, and still to come.
    pub(super) fn make_next(&mut self, state: &PromiseState, answer: Id) -> Result<()> {
        let (Some(repeat), Some(series)) = (&state.repeat, state.series()) else { return Ok(()) };
        let meant = repeat.series_meant()?;
        let is_there = later_in_series(self.db, series, repeat.number)?.iter().any(|later| !later.taken_back);
        if is_there {
            return Ok(());
        }
        let Some((next, passed)) = following(state, repeat, &meant, &self.office.settings, self.now) else {
            return Ok(());
        };
        let repeat = Repeat {
            series: Some(series),
            number: repeat.number.saturating_add(1),
            day: next.day,
            passed,
            answer: Some(answer),
            ..repeat.clone()
        };
        let due = Due { due_at: next.at, due_local: next.local, zone: meant.zone };
        let facts = PromiseFacts {
            owner: state.owner,
            due,
            tentative: state.tentative,
            repeat: Some(repeat),
            matter: None,
            verifies: None,
        };
        let body = Body::PromiseMade(facts, Text { text: state.text.clone() });
        self.append(New::about(state.customer, Subject::Itself, body)).map(drop)
    }

    /// The promise that an event answers, as it stands now, with its series and the promises that come after it there.
    fn answered_by(&self, answer: &Event) -> Result<Option<(PromiseState, Vec<PromiseState>)>> {
        let Some(promise) = answer.subject.filter(|_| is_answer(answer)) else { return Ok(None) };
        let Some(state) = crate::cache::read_promise(self.db, promise)? else { return Ok(None) };
        let (Some(series), Some(repeat)) = (state.series(), &state.repeat) else { return Ok(None) };
        let later = later_in_series(self.db, series, repeat.number)?;
        Ok(Some((state, later)))
    }

    /// After an answer was taken back: takes the next promise back too, if the one answered is open again by it. A next
    /// that is due or was answered itself stands: nothing that was owed may vanish.
    pub(crate) fn take_back_next(&mut self, answer: &Event) -> Result<()> {
        let Some((state, later)) = self.answered_by(answer)? else { return Ok(()) };
        if !state.is_open() {
            return Ok(());
        }
        for next in later.iter().filter(|next| is_right_after(&state, next)) {
            if next.is_open() && self.now < next.due.due_at && self.now < next.agreed.due_at {
                let body =
                    Body::Retracted(Retraction { target: Some(next.id), ..Retraction::default() }, Reason::default());
                self.append(New::about(next.customer, Subject::Of(next.id), body))?;
            }
        }
        Ok(())
    }

    /// After an answer was brought back: brings the next promise back that went with it by `retraction`, or makes one,
    /// where none stands.
    pub(crate) fn bring_back_next(&mut self, answer: &Event, retraction: &Event) -> Result<()> {
        let Some((state, later)) = self.answered_by(answer)? else { return Ok(()) };
        if state.is_open() || state.taken_back || later.iter().any(|next| !next.taken_back) {
            return Ok(());
        }
        for next in later.iter().filter(|next| is_right_after(&state, next)) {
            let about = log::about(self.db, next.id)?;
            let Some(by) = retractions(&about)?.get(&next.id).copied() else { continue };
            let went_with_it = about
                .iter()
                .any(|event| event.id == by && event.id > retraction.id && event.recorded_at == retraction.recorded_at);
            if went_with_it {
                let body = Body::Retracted(Retraction { target: Some(by), ..Retraction::default() }, Reason::default());
                return self.append(New::about(next.customer, Subject::Of(next.id), body)).map(drop);
            }
        }
        self.make_next(&state, answer.id)
    }
}

/// Whether `next` has the number after that of `state`, in the same series.
fn is_right_after(state: &PromiseState, next: &PromiseState) -> bool {
    let number = |promise: &PromiseState| promise.repeat.as_ref().map(|repeat| repeat.number);
    number(next) == number(state).map(|number| number.saturating_add(1))
}
