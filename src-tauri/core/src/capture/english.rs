//! English.

use super::{
    language::{List, Part, Table},
    saying::{Saying, Verb},
};

const MORNING: Part = Part::of(0, 12);
const LUNCH: Part = Part::of(11, 15);
const AFTERNOON: Part = Part::of(12, 18);
const EVENING: Part = Part::of(17, 24);
const NIGHT: Part = Part::of(18, 24);

/// What members do.
const ACTIONS: &str = "\
    call, ring, phone, email, mail, send, text, write, order, fix, check, ask, tell, bring, book, confirm, \
    arrange, prepare, follow, get, let, report, answer, reply, repair, fit, install, deliver, pick, collect, \
    return, give, make, quote, invoice, schedule, meet, visit, remind, find, look, do, handle, finish, print, \
    sign, clean, wash, replace, talk, speak, message, contact, inform, notify, update, refund, pay, post, ship, \
    cancel, move, drop, sort";

/// The same, as it is said of one: "Dan calls".
const DOES: &str = "\
    calls, rings, phones, emails, mails, sends, texts, writes, orders, fixes, checks, asks, tells, brings, books, \
    confirms, arranges, prepares, follows, gets, lets, reports, answers, replies, repairs, fits, installs, delivers, \
    picks, collects, returns, gives, makes, quotes, invoices, schedules, meets, visits, reminds, finds, looks, does, \
    handles, finishes, prints, signs, cleans, washes, replaces, talks, speaks, messages, contacts, informs, notifies, \
    updates, refunds, pays, posts, ships, cancels, moves, drops, sorts";

/// What a text may begin with that says itself what it is about.
const ABOUTS: [&str; 6] = ["about", "re", "regarding", "concerning", "for", "with"];

pub(super) const ENGLISH: Table = Table {
    lists: &[
        (List::Will, "will"),
        (List::To, "to"),
        (List::Does, DOES),
        (List::DoesTogether, ACTIONS),
        (List::Me, "i, me, myself, we"),
        (
            List::Others,
            "\
            he, she, it, they, you, who, what, which, that, this, there, these, those, one, someone, somebody, \
            everyone, everybody, nobody, anyone, customer, client, buyer, owner, wife, husband, mother, father, son, \
            daughter, friend, neighbour, neighbor, insurance, and, or, but, so, then, if, when, because, please",
        ),
        (List::Joiners, "and, or, to, till, until, through, thru"),
        (
            List::Articles,
            "the, a, an, my, your, his, her, our, their, its, some, any, no, this, that, these, those, another, whose",
        ),
        (List::The, "the"),
        (List::Clauses, "and, or, but, so, then, that, because, if"),
        (List::Asking, "ask, asked, tell, told, remind, get, need, want, have, let, for, expect, please, wants, needs"),
        (List::Actions, ACTIONS),
        (List::Actions, "also, personally, definitely"),
        (
            List::Turns,
            "\
            about, re, regarding, concerning, with, without, for, to, from, and, or, but, if, because, so, that, \
            when, then, as, in, at, on, per, via, by, before, after, until, till, please, pls, thanks, he, she, \
            they, it, i, we, you, the, a, an, his, her, their, our, my, is, was, will, would, can, could, should, \
            must, has, had, have, not, no, unless, while, who, which, where, whether, instead, again, back, latest, \
            sharp, max, only, between, around",
        ),
        (
            List::Before,
            "\
            by, on, at, before, until, till, til, for, to, around, about, approx, circa, due, latest, the latest, \
            not later than, no later than, this coming, coming, early, late, later, exactly",
        ),
        (List::Phrasal, "drop, drops, stop, stops, come, comes, swing, pass, go, goes, stand, look, hold, carry"),
        (List::Pins, "by, on, at, before, until, till, due"),
        (List::ClockPins, "at"),
        (List::Within, "in, within"),
        (List::Bounds, "before, until, till, til"),
        (List::Limits, "after, from, since, between, starting, past, not before, earliest"),
        (List::Negations, "not, don't, dont, never, except, won't, cannot, can't, isn't, doesn't, no, nor"),
        (List::Repeats, "every, each, daily, weekly, monthly, yearly, every other, every second"),
        (List::Trailing, "sharp, exactly, at the latest, latest, at the earliest, or so, or later, or earlier, ish"),
        (
            List::Zones,
            "\
            utc, gmt, cet, cest, est, edt, cst, cdt, mst, mdt, pst, pdt, bst, eet, eest, ist, jst, aest, aedt, \
            eastern, pacific, z, et, pt",
        ),
        (
            List::Amounts,
            "\
            usd, eur, gbp, chf, dollar, dollars, euro, euros, pound, pounds, cent, cents, percent, pct, bucks, min, \
            mins, minute, minutes, hour, hours, hr, hrs, day, days, week, weeks, month, months, year, years, km, \
            miles, mm, cm, kg, lb, lbs, x",
        ),
        (List::Everyday, "sun, sat, mon, wed, may, mar, march, opening, closing, first"),
        (
            List::Vague,
            "\
            next month, this month, next year, this year, this week, later this week, the weekend, this weekend, \
            next weekend, on weekend, at weekend, end of the week, end of week, end of the month, end of month, end \
            of the year, beginning of next week, end of next week, middle of next week, early next week, late next \
            week, mid week, midweek, asap, as soon as possible, in a few minutes, in a few hours, in a few days, in \
            a few weeks, in some days, in several days, in a couple of hours, in a couple of days, in a couple of \
            weeks, in a couple hours, in a couple days, within the week, within the hour, within the day, a \
            fortnight, in a fortnight, in the next days, in the next few days, one of these days, some time, \
            sometime",
        ),
    ],
    will_endings: &["'ll"],
    idioms: &["24/7", "9/11", "50/50"],
    parts: &[
        ("this morning", MORNING.today()),
        ("this afternoon", AFTERNOON.today()),
        ("this evening", EVENING.today()),
        ("tonight", NIGHT.today()),
        ("in the morning", MORNING),
        ("in the afternoon", AFTERNOON),
        ("in the evening", EVENING),
        ("at night", NIGHT),
        ("at lunchtime", LUNCH),
        ("at lunch", LUNCH),
        ("over lunch", LUNCH),
        ("lunchtime", LUNCH),
        ("morning", MORNING.beside_a_day()),
        ("afternoon", AFTERNOON.beside_a_day()),
        ("evening", EVENING.beside_a_day()),
        ("night", NIGHT.beside_a_day()),
        ("am", MORNING.beside_a_day()),
        ("pm", Part::of(12, 24).beside_a_day()),
    ],
    says,
    is_verb_second: false,
    names_owner: "will",
    and: "and",
    usual: "call back",
    end_of_day: "end of day",
};

/// `Dan calls Mr Lindgren about mats: Thursday 12 March, 14:00, in 3 days.`
fn says(said: &Saying<'_>) -> String {
    let Saying { owner, text, when, customer, verb, .. } = *said;
    let (first, rest) = text.split_once(' ').map_or((text, ""), |(first, rest)| (first, rest));
    let is_action = first.chars().all(|c| c.is_ascii_lowercase()) && ACTIONS.split(", ").any(|action| action == first);
    match verb {
        Verb::None | Verb::Will if is_action => {
            let text = format!("{} {rest}", third_person(first));
            format!("{owner} {}: {when}.", text.trim_end())
        }
        Verb::None if !text.is_empty() && said.has_other_customer() => {
            let about = if ABOUTS.contains(&first) { "" } else { "about " };
            format!("{owner} calls {customer} {about}{text}: {when}.")
        }
        Verb::None | Verb::Will | Verb::Own => said.plainly("will"),
    }
}

/// "calls", "fixes", "replies".
fn third_person(verb: &str) -> String {
    let before_y = verb.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']));
    match before_y {
        Some(stem) => format!("{stem}ies"),
        None if verb.ends_with(['s', 'x', 'o']) || verb.ends_with("sh") || verb.ends_with("ch") => format!("{verb}es"),
        None => format!("{verb}s"),
    }
}
