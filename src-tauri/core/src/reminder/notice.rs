//! What a notification says. The title alone is enough.

use super::{Bundle, Mark, Rules, Step, Why};
use crate::{
    brief::span,
    fold::OfferStanding,
    id::Id,
    phone::spaced,
    promise::PromiseRow,
    time::{MINUTE_MS, Timestamp},
    when::brief,
};
use serde::{Deserialize, Serialize};

/// Why somebody is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// The first announcement of one due time.
    Due,
    /// Several first announcements, every one listed.
    Digest,
    /// Told again to whoever answers for it.
    Late,
    /// Told to somebody else, because whoever answers for it does not.
    Escalated,
    /// What falls due while somebody is away.
    Away,
    /// Somebody is asked to take it over.
    Offered,
    /// Whoever was asked did not take it over.
    Returned,
    /// A matter went over for the third time.
    PassedOn,
    /// The time planned for the next try has come, before the promise is due.
    NextTry,
}

/// One notification.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Notice {
    /// Why.
    pub kind: NoticeKind,
    /// The same for a repeat after a crash: under it one notification replaces the other.
    pub key: String,
    /// The promises, by due time.
    pub promises: Vec<Id>,
    /// The due time of each, as it was announced.
    #[serde(skip)]
    #[ts(skip)]
    pub(crate) dues: Vec<Timestamp>,
    /// What is marked when it is shown.
    #[serde(skip)]
    #[ts(skip)]
    pub(crate) marks: Vec<Mark>,
    /// The customer, where it is about one.
    pub customer: Option<Id>,
    /// Whom it is for, by name.
    pub to: String,
    /// What it says at a glance.
    pub title: String,
    /// The rest.
    pub body: String,
}

impl Notice {
    /// One about nothing, for whoever wants to see that notifications arrive.
    pub fn of_a_test(to: &str) -> Notice {
        Notice {
            kind: NoticeKind::Due,
            key: "test".into(),
            promises: Vec::new(),
            dues: Vec::new(),
            marks: Vec::new(),
            customer: None,
            to: to.to_owned(),
            title: "This is how Kept says that something is due".into(),
            body: "Press this notification, and the settings will say that all is well.".into(),
        }
    }
}

/// The most customers a bundle names.
pub(super) const NAMED: usize = 3;
/// From then on a notice says since when it is due.
const LATE_AFTER_MS: i64 = 10 * MINUTE_MS;

/// How notices are worded.
pub(super) struct Wording<'a> {
    /// Who reads them, by name: what is theirs needs no "For".
    pub(super) reader: &'a str,
    /// The office's rules.
    pub(super) rules: &'a Rules<'a>,
    /// Now.
    pub(super) now: Timestamp,
    /// Whether customers and words are left out, for whoever stands behind.
    pub(super) hide: bool,
}

/// `For Dan: ` where it is somebody else's.
fn for_whom(to: &str, reader: &str) -> String {
    if to == reader || to.is_empty() { String::new() } else { format!("For {to}: ") }
}

/// Characters of a promise's words in a title; longer ones stand whole below it.
const LONGEST_TITLE: usize = 60;

/// A promise's words on one line, cut where they are long.
fn in_a_title(words: &str) -> String {
    let line = words.lines().next().unwrap_or_default();
    if line.chars().nth(LONGEST_TITLE).is_none() {
        return line.to_owned();
    }
    format!("{}…", line.chars().take(LONGEST_TITLE - 1).collect::<String>().trim_end())
}

/// `Dan has`, or who did not answer in their place.
fn who_has(row: &PromiseRow) -> String {
    match &row.answers {
        Some(answers) => format!("{answers}, who stands in for {}, has", row.owner),
        None => format!("{} has", row.owner),
    }
}

impl Wording<'_> {
    /// The notice of a bundle. `to`: who is told, by name; `rows`: its first promises, as many as are named.
    pub(super) fn notice(&self, bundle: Bundle, to: &[&str], rows: &[PromiseRow]) -> Notice {
        let kind = match (bundle.why, bundle.promises.as_slice()) {
            (Why::Due, [_]) => NoticeKind::Due,
            (Why::Due, _) => NoticeKind::Digest,
            (Why::Late, _) => NoticeKind::Late,
            (Why::Escalated, _) => NoticeKind::Escalated,
            (Why::Away(_), _) => NoticeKind::Away,
            (Why::Offered, _) => NoticeKind::Offered,
            (Why::Returned, _) => NoticeKind::Returned,
            (Why::PassedOn, _) => NoticeKind::PassedOn,
            (Why::NextTry, _) => NoticeKind::NextTry,
        };
        let (title, body, customer) = match (kind, bundle.promises.len(), rows) {
            (NoticeKind::Due | NoticeKind::Late | NoticeKind::Escalated, 1, [row]) => {
                let only_put_off = bundle.marks.iter().all(|mark| mark.step == Step::Snoozes);
                self.single(kind, to, row, only_put_off)
            }
            (NoticeKind::Offered | NoticeKind::Returned | NoticeKind::PassedOn, 1, [row]) => self.handed(kind, to, row),
            (NoticeKind::NextTry, 1, [row]) => self.next_try(to, row),
            (_, count, rows) => (self.title(kind, count, to, rows), self.lines(count, rows), None),
        };
        let first = bundle.promises.first().map(|(due, id)| format!("{id}:{}", due.millis())).unwrap_or_default();
        let key = match (kind, bundle.promises.len()) {
            (NoticeKind::Due | NoticeKind::Late, 1) => first,
            (NoticeKind::Due | NoticeKind::Digest, _) => format!("digest:{first}"),
            (NoticeKind::Late, _) => format!("late:{first}"),
            (NoticeKind::Escalated, _) => format!("escalated:{first}"),
            (NoticeKind::Away, _) => format!("away:{first}"),
            (NoticeKind::Offered, _) => format!("offered:{first}"),
            (NoticeKind::Returned, _) => format!("returned:{first}"),
            (NoticeKind::PassedOn, _) => format!("passed-on:{first}"),
            (NoticeKind::NextTry, _) => format!("next-try:{first}"),
        };
        Notice {
            kind,
            key,
            dues: bundle.promises.iter().map(|(due, _)| *due).collect(),
            promises: bundle.promises.into_iter().map(|(_, id)| id).collect(),
            marks: bundle.marks,
            customer,
            to: match (kind, to) {
                (_, [only]) => (*only).to_owned(),
                (_, []) => self.reader.to_owned(),
                (NoticeKind::Escalated | NoticeKind::Away | NoticeKind::PassedOn, several) => several.join(", "),
                _ => self.reader.to_owned(),
            },
            title,
            body,
        }
    }

    /// `put_off`: it is told because it was put off too often, and not for want of an answer.
    fn single(&self, kind: NoticeKind, to: &[&str], row: &PromiseRow, put_off: bool) -> (String, String, Option<Id>) {
        let (now, at) = (self.now, self.time(row));
        let whom = for_whom(&to.join(" and "), self.reader);
        let words = if self.hide { String::new() } else { in_a_title(&row.text) };
        let what =
            if self.hide { format!("a promise, {at}") } else { format!("{}, {at} – {words}", row.customer_name) };
        let title = match kind {
            NoticeKind::Escalated if put_off => format!("{whom}{} put this off three times: {what}", who_has(row)),
            NoticeKind::Escalated => format!("{whom}{} not answered: {what}", who_has(row)),
            _ => format!("{whom}{what}"),
        };
        let since = now.since_ms(row.due_at);
        let mut body: Vec<String> = Vec::new();
        body.extend((!self.hide && words != row.text).then(|| row.text.clone()));
        body.extend(row.customer_phone.as_deref().filter(|_| !self.hide).map(spaced));
        body.extend((since >= LATE_AFTER_MS).then(|| format!("was due {at}, {} ago", span(since))));
        body.extend(self.held_back(kind, std::slice::from_ref(row)));
        (title, body.join("\n"), Some(row.customer))
    }

    /// What is offered, or came back, or is passed on too often.
    fn handed(&self, kind: NoticeKind, to: &[&str], row: &PromiseRow) -> (String, String, Option<Id>) {
        let whom = for_whom(&to.join(" and "), self.reader);
        let words = if self.hide { "a promise".to_owned() } else { in_a_title(&row.text) };
        let what = if self.hide { words.clone() } else { format!("{} – {words}", row.customer_name) };
        let (by, asked) = row.offer.as_ref().map_or(("", ""), |offer| (offer.by.as_str(), offer.to.as_str()));
        let reason = row.offer.as_ref().and_then(|offer| offer.reason.as_deref()).filter(|_| !self.hide);
        let has_not = match row.offer.as_ref().map(|offer| offer.standing) {
            Some(OfferStanding::Declined) => "does not take",
            _ => "has not taken",
        };
        let whose = if to == [row.owner.as_str()] { "yours".to_owned() } else { format!("{}’s", row.owner) };
        let title = match kind {
            NoticeKind::Offered => format!("{whom}{by} hands you {what}"),
            NoticeKind::Returned => format!("{whom}{asked} {has_not} {what}: it is {whose} still"),
            _ => format!("{whom}Passed on for the 3rd time: {what}"),
        };
        let mut body: Vec<String> = Vec::new();
        body.extend(reason.map(|reason| format!("“{reason}”")));
        body.extend((!self.hide && words != row.text).then(|| row.text.clone()));
        let zone = self.rules.zone();
        body.extend(row.offer.as_ref().filter(|_| kind == NoticeKind::Offered).map(|offer| {
            format!("take it before {}, or it goes back", brief(zone.wall(offer.until), zone.wall(self.now).day()))
        }));
        body.extend((kind == NoticeKind::PassedOn).then(|| format!("now with {}", row.owner)));
        body.push(format!("due {}", self.time(row)));
        (title, body.join("\n"), Some(row.customer))
    }

    /// What was tried before and is to be tried again, or was put off until now, and is not due yet.
    fn next_try(&self, to: &[&str], row: &PromiseRow) -> (String, String, Option<Id>) {
        let whom = for_whom(&to.join(" and "), self.reader);
        let words = if self.hide { "a promise".to_owned() } else { in_a_title(&row.text) };
        let what = if self.hide { words.clone() } else { format!("{} – {words}", row.customer_name) };
        let why = if row.attempts > 0 { "Try again" } else { "Put off until now" };
        let mut body: Vec<String> = Vec::new();
        body.extend((!self.hide && words != row.text).then(|| row.text.clone()));
        body.extend(row.customer_phone.as_deref().filter(|_| !self.hide).map(spaced));
        body.push(format!("due {}", self.time(row)));
        (format!("{whom}{why}: {what}"), body.join("\n"), Some(row.customer))
    }

    fn time(&self, row: &PromiseRow) -> String {
        let zone = self.rules.zone();
        brief(zone.wall(row.due_at), zone.wall(self.now).day())
    }

    fn title(&self, kind: NoticeKind, count: usize, to: &[&str], rows: &[PromiseRow]) -> String {
        let whom = for_whom(&to.join(" and "), self.reader);
        let promises = if count == 1 { "1 promise".to_owned() } else { format!("{count} promises") };
        let are = if count == 1 { "is" } else { "are" };
        match kind {
            NoticeKind::Due | NoticeKind::Digest => format!("{promises} {are} due"),
            NoticeKind::Late => format!("{promises} {are} still waiting"),
            NoticeKind::Escalated => format!("{whom}{promises} {are} waiting without an answer"),
            NoticeKind::Offered => format!("{whom}{promises} {are} offered to you"),
            NoticeKind::Returned => {
                format!("{whom}{promises} came back: nobody took {}", if count == 1 { "it" } else { "them" })
            }
            NoticeKind::NextTry => format!("{whom}{promises} to try again"),
            NoticeKind::PassedOn => format!("{whom}{promises} {are} passed on for the 3rd time"),
            NoticeKind::Away => {
                let fall = if count == 1 { "falls" } else { "fall" };
                let first = rows.first();
                let (owner, answers) = first.map(|row| (row.owner.as_str(), row.answers.as_deref())).unzip();
                let (owner, answers) = (owner.unwrap_or_default(), answers.flatten());
                match answers {
                    Some(answers) if to == [owner] => {
                        format!("{whom}{promises} {fall} due while you are away: {answers} answers")
                    }
                    Some(answers) if to == [answers] => {
                        format!("{whom}{promises} of {owner} {fall} due while they are away: you answer")
                    }
                    _ => format!("{whom}{promises} of {owner} {fall} due while they are away"),
                }
            }
        }
    }

    fn lines(&self, count: usize, rows: &[PromiseRow]) -> String {
        let line = |row: &PromiseRow| {
            let whose = for_whom(&row.owner, self.reader);
            let who = if self.hide { "a promise" } else { &row.customer_name };
            let was = if row.due_at > self.now { "due" } else { "was due" };
            format!("{whose}{who}, {was} {}", self.time(row))
        };
        let mut lines: Vec<String> = rows.iter().take(NAMED).map(line).collect();
        if count > NAMED {
            lines.push(format!("and {} more", count - NAMED));
        }
        lines.extend(self.held_back(NoticeKind::Digest, rows));
        lines.join("\n")
    }

    /// That quiet hours kept a first announcement back.
    fn held_back(&self, kind: NoticeKind, rows: &[PromiseRow]) -> Option<String> {
        let is_first = matches!(kind, NoticeKind::Due | NoticeKind::Digest);
        let was_held = rows.iter().any(|row| row.due_at <= self.now && self.rules.is_quiet(row.due_at));
        (is_first && was_held).then(|| "kept back by quiet hours until opening time".to_owned())
    }
}
