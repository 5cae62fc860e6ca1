//! The shapes the window knows are generated from the core's own, and are up to date.
//!
//! `KEPT_WRITE_WIRE=1 cargo test wire` writes them anew.

use kept_core::{
    brief::{self, Clause, Sentence, Source},
    capture::{CaptureCode, CaptureEcho, CaptureProblem, Captured, CapturedPromise},
    customer::{
        Address, Card, CustomerChange, CustomerDetail, CustomerNoted, Double, Email, GoodHours, Kind, NewCustomer,
        NewEmail, NewPhone, NewRelation, Phone, Related, RelationChange, Restricted,
    },
    desk::{Change, Progress, Stage},
    draft::Draft,
    entry::{Logged, NewContact, TakenBack},
    error::{Code, Error},
    event::{Channel, ContactKind, Direction, Outcome, RelationKind, Role},
    find::{Caller, CallerKind, Found, Hit},
    fold::{OfferStanding, OfficeSettings, State},
    guard::{Better, BetterAct, Guard},
    id::Id,
    import::{DateOrder, FileReport, Format, ImportReport, ImportRequest, ImportRow, ImportUndone, Sample, Skipped},
    keeping::{About, BackupHeld, Checked},
    office::{
        AbsenceRow, CalendarDay, CalendarDays, CalendarShown, DayChange, DaySource, MemberGone, MemberRow, Mismatch,
        OfficeChange, OpenAt, OpenSpan, ReadHours, SetUp,
    },
    promise::{
        ComesNext, Disposition, HandOverBrief, Handing, KeptAndMade, NewPromise, OfferShown, Offered, PromiseRow,
        ReadRepeat, ReadWhen, RepeatShown,
    },
    queue::{Attention, Queue, Risk, Risks, Today, TodayGroup, TodayKey},
    recurrence::OnClosed,
    reminder::{Notice, NoticeKind, Reminder, ReminderState, Ring, Waiting, WaitingStep},
    report::{Report, ReportBy, ReportRow},
    roles::{Action, TABLE},
    store::Backup,
    timeline::{Timeline, TimelineEntry},
    when::{Problem, ProblemCode},
};
use std::{collections::BTreeSet, path::Path};
use ts_rs::{Config, TS};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/api");

/// A declaration with a field a line. What each field means stands with the core's own type.
fn declaration<T: TS>(config: &Config) -> String {
    let (mut lines, mut in_comment) = (Vec::new(), false);
    for line in T::decl(config).lines().map(str::trim) {
        in_comment |= line.starts_with("/**");
        if !in_comment && !line.is_empty() {
            lines.push(line.to_owned());
        }
        in_comment &= !line.ends_with("*/");
    }
    let last = lines.len().saturating_sub(1);
    let indented = lines
        .into_iter()
        .enumerate()
        .map(|(n, line)| if n == 0 || n == last && line.starts_with('}') { line } else { format!("  {line}") });
    indented.collect::<Vec<_>>().join("\n")
}

/// The first sentence of what is said of a type.
fn docs<T: TS>() -> String {
    let said = T::docs().unwrap_or_default();
    let line = said.lines().map(|line| line.trim_start_matches(['/', '*', ' ']).trim()).find(|line| !line.is_empty());
    line.map_or_else(String::new, |line| format!("/** {line} */\n"))
}

/// What the core answers: every field is there.
fn answer<T: TS>(config: &Config) -> String {
    format!("{}export {}\n", docs::<T>(), declaration::<T>(config))
}

/// What the core is given: what is not said is left as it is or empty.
fn given<T: TS>(config: &Config) -> String {
    let declared = declaration::<T>(config);
    let (name, shape) = declared.trim_end_matches(';').split_once(" = ").expect("a declaration has a shape");
    format!("{}export {name} = Partial<{shape}>;\n", docs::<T>())
}

/// The core's table of roles, so that the window offers what may be done and nothing else.
fn roles() -> String {
    let row = |(action, roles, _): &(Action, &[Role], &str)| {
        let action = serde_json::to_value(action).unwrap();
        let roles: Vec<String> = roles.iter().map(|role| serde_json::to_string(role).unwrap()).collect();
        format!("  {}: [{}],\n", action.as_str().unwrap(), roles.join(", "))
    };
    let rows: String = TABLE.iter().map(row).collect();
    format!(
        "/** Who may do what. */\nexport const allowed: Readonly<Record<Action, readonly Role[]>> = {{\n{rows}}};\n"
    )
}

/// The files of the window: what the core answers, of promises apart, and what it is given. The first gives on the others.
fn wire() -> [(&'static str, String); 3] {
    let c = &Config::new().with_large_int("number");
    let answers = [
        answer::<Id>(c),
        answer::<Code>(c),
        answer::<Error>(c),
        answer::<Change>(c),
        answer::<Role>(c),
        answer::<Action>(c),
        roles(),
        answer::<AbsenceRow>(c),
        answer::<MemberRow>(c),
        answer::<MemberGone>(c),
        answer::<OfficeSettings>(c),
        answer::<OpenSpan>(c),
        answer::<ReadHours>(c),
        answer::<DaySource>(c),
        answer::<CalendarDay>(c),
        answer::<CalendarDays>(c),
        answer::<OpenAt>(c),
        answer::<CalendarShown>(c),
        answer::<About>(c),
        answer::<Backup>(c),
        answer::<BackupHeld>(c),
        answer::<Checked>(c),
        answer::<Stage>(c),
        answer::<Progress>(c),
        answer::<Kind>(c),
        answer::<Address>(c),
        answer::<Phone>(c),
        answer::<Email>(c),
        answer::<Card>(c),
        answer::<Source>(c),
        answer::<Clause>(c),
        answer::<brief::About>(c),
        answer::<Sentence>(c),
        answer::<BetterAct>(c),
        answer::<Better>(c),
        answer::<Guard>(c),
        answer::<Mismatch>(c),
        answer::<Double>(c),
        answer::<Channel>(c),
        answer::<Restricted>(c),
        answer::<GoodHours>(c),
        answer::<RelationKind>(c),
        answer::<Related>(c),
        answer::<CustomerDetail>(c),
        answer::<CustomerNoted>(c),
        answer::<Hit>(c),
        answer::<Found>(c),
        answer::<CallerKind>(c),
        answer::<Caller>(c),
        answer::<ContactKind>(c),
        answer::<Direction>(c),
        answer::<Outcome>(c),
        answer::<TimelineEntry>(c),
        answer::<Timeline>(c),
        answer::<Logged>(c),
        answer::<TakenBack>(c),
        answer::<Format>(c),
        answer::<DateOrder>(c),
        answer::<Skipped>(c),
        answer::<Sample>(c),
        answer::<FileReport>(c),
        answer::<ImportReport>(c),
        answer::<ImportRow>(c),
        answer::<ImportUndone>(c),
        answer::<ReportBy>(c),
        answer::<ReportRow>(c),
        answer::<Report>(c),
        answer::<Draft>(c),
    ];
    let promised = [
        answer::<State>(c),
        answer::<OnClosed>(c),
        answer::<RepeatShown>(c),
        answer::<WaitingStep>(c),
        answer::<Waiting>(c),
        answer::<ComesNext>(c),
        answer::<OfferStanding>(c),
        answer::<OfferShown>(c),
        answer::<PromiseRow>(c),
        answer::<Disposition>(c),
        answer::<KeptAndMade>(c),
        answer::<HandOverBrief>(c),
        answer::<Handing>(c),
        answer::<Offered>(c),
        answer::<Queue>(c),
        answer::<TodayKey>(c),
        answer::<TodayGroup>(c),
        answer::<Attention>(c),
        answer::<Risk>(c),
        answer::<Risks>(c),
        answer::<Today>(c),
        answer::<ProblemCode>(c),
        answer::<Problem>(c),
        answer::<ReadWhen>(c),
        answer::<ReadRepeat>(c),
        answer::<CaptureCode>(c),
        answer::<CaptureProblem>(c),
        answer::<CapturedPromise>(c),
        answer::<CaptureEcho>(c),
        answer::<Captured>(c),
        answer::<NoticeKind>(c),
        answer::<Notice>(c),
        answer::<Ring>(c),
        answer::<ReminderState>(c),
        answer::<Reminder>(c),
    ];
    let inputs = [
        given::<SetUp>(c),
        given::<OfficeChange>(c),
        given::<DayChange>(c),
        answer::<ImportRequest>(c),
        given::<NewPhone>(c),
        given::<NewEmail>(c),
        given::<NewCustomer>(c),
        given::<CustomerChange>(c),
        answer::<NewRelation>(c),
        answer::<RelationChange>(c),
        given::<NewPromise>(c),
        given::<NewContact>(c),
    ];
    let files = [("wire", answers.join("\n")), ("promised", promised.join("\n")), ("given", inputs.join("\n"))];
    let head = "// The shapes that cross the border between the core and the window. Generated from the core: do not edit.\n\n";
    let all_of = |name| if name == "wire" { "export * from './given'\nexport * from './promised'\n\n" } else { "" };
    let whole = |(name, shapes): &(&'static str, String)| {
        let imports =
            files.iter().filter(|(other, _)| other != name).map(|(other, there)| imported(shapes, other, there));
        let imports: String = imports.collect();
        let gap = if imports.is_empty() { "" } else { "\n" };
        (*name, format!("{head}{imports}{gap}{}{shapes}", all_of(*name)))
    };
    files.each_ref().map(whole)
}

/// The line by which a file takes the shapes that it needs from another one; empty where it needs none.
fn imported(shapes: &str, other: &str, there: &str) -> String {
    let names = there.lines().filter_map(|line| line.strip_prefix("export type ")?.split([' ', '<']).next());
    let words: BTreeSet<&str> = shapes.split(|c: char| !c.is_alphanumeric()).collect();
    let used: Vec<_> = names.filter(|name| words.contains(name)).collect();
    if used.is_empty() { String::new() } else { format!("import type {{ {} }} from './{other}'\n", used.join(", ")) }
}

#[test]
fn the_window_s_shapes_are_the_core_s() {
    for (name, text) in wire() {
        let file = Path::new(FOLDER).join(format!("{name}.ts"));
        if std::env::var_os("KEPT_WRITE_WIRE").is_some() {
            std::fs::write(&file, &text).unwrap();
        }
        let there = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(
            there == text,
            "ui/src/api/{name}.ts is not what the core says; write it with KEPT_WRITE_WIRE=1 cargo test wire"
        );
    }
}
