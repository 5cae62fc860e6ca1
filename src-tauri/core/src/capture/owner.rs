//! Who does it: `@name`, or a name before will, 'll or to.

use super::{
    language::{Language, List},
    line::Line,
};
use crate::{
    fold::{Member, OfficeState},
    id::Id,
    when::tokens::{Kind, Token, plain_word, scan},
};
use std::ops::Range;

/// Those who could be meant.
pub(super) struct Staff<'a> {
    /// Whoever is here, with the tokens of their name.
    members: Vec<(&'a Member, Vec<Kind>)>,
    /// The one who types.
    pub me: Option<Id>,
    /// Words of the customer's name, who may do something too; without accents.
    customer: Vec<String>,
}

/// Who is named somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Who {
    /// That member.
    Member(Id),
    /// Several names begin so.
    Several(Vec<Id>),
    /// Nobody here is called so.
    Unknown(String),
}

/// A place that names who does it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    /// The name or names, and what follows them: "@dan", "Dan will".
    pub tokens: Range<usize>,
    /// Who.
    pub who: Who,
    /// Whether it can be nothing else.
    pub is_certain: bool,
    /// Whether "will" or "to" follows, so that the rest is what they do.
    pub has_verb: bool,
    /// Whether what follows is a verb of its own, that stays in what is promised: "Dan ruft ... an".
    pub has_own_verb: bool,
}

/// How a name was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Degree {
    Letters,
    Words,
    Whole,
}

/// The most tokens of a name that are looked at.
const LONGEST: usize = 6;
/// The most tokens that join two names: "and/or".
const LONGEST_JOIN: usize = 3;

impl<'a> Staff<'a> {
    pub(super) fn of(office: &'a OfficeState, me: Option<Id>, customer: &str) -> Staff<'a> {
        let kinds = |name: &str| scan(name).into_iter().map(|token| token.kind).collect::<Vec<_>>();
        let members = office.present().map(|member| (member, kinds(&member.name))).collect();
        let words = scan(customer).into_iter().filter_map(|token| match token.kind {
            Kind::Word(word) => Some(plain_word(&word)),
            Kind::Number(..) | Kind::Mark(_) => None,
        });
        Staff { members, me, customer: words.collect() }
    }

    /// The name of a member.
    pub(super) fn name(&self, id: Id) -> &str {
        self.members.iter().find(|(member, _)| member.id == id).map_or("", |(member, _)| &member.name)
    }

    /// The one who types, as they name themselves.
    fn myself(&self) -> Who {
        self.me.map_or_else(|| Who::Several(self.everybody().collect()), Who::Member)
    }

    /// Everybody here.
    pub(super) fn everybody(&self) -> impl Iterator<Item = Id> {
        self.members.iter().map(|(member, _)| member.id)
    }

    /// Those whose name begins so; an exact name beats a beginning, and one with its accents the same without them.
    fn called(&self, typed: &[Kind]) -> Option<(Degree, Who)> {
        let (exact, plain) = (self.called_by(typed, <[Kind]>::to_vec), self.called_by(&plainly(typed), plainly));
        let is_better = |(degree, _): &(Degree, Who)| exact.as_ref().is_none_or(|(exact, _)| degree > exact);
        plain.filter(is_better).or(exact)
    }

    fn called_by(&self, typed: &[Kind], read: impl Fn(&[Kind]) -> Vec<Kind>) -> Option<(Degree, Who)> {
        let found: Vec<(Degree, Id)> =
            self.members.iter().filter_map(|(member, name)| Some((degree(&read(name), typed)?, member.id))).collect();
        let best = found.iter().map(|(degree, _)| *degree).max()?;
        let whole = found.iter().find(|(degree, _)| *degree == Degree::Whole);
        let who = match (whole, found.as_slice()) {
            (Some((_, id)), _) | (None, [(_, id)]) => Who::Member(*id),
            (None, several) => Who::Several(several.iter().map(|(_, id)| *id).collect()),
        };
        Some((best, who))
    }
}

/// The same without accents.
fn plainly(kinds: &[Kind]) -> Vec<Kind> {
    let plain = |kind: &Kind| match kind {
        Kind::Word(word) => Kind::Word(plain_word(word)),
        Kind::Number(..) | Kind::Mark(_) => kind.clone(),
    };
    kinds.iter().map(plain).collect()
}

/// How much of a name these tokens are; `None` when the name does not begin so.
fn degree(name: &[Kind], typed: &[Kind]) -> Option<Degree> {
    let (last, first) = typed.split_last()?;
    let (before, rest) = name.split_at_checked(first.len())?;
    if before != first {
        return None;
    }
    match (rest, last) {
        ([only], last) if only == last => Some(Degree::Whole),
        ([next, ..], last) if next == last => Some(Degree::Words),
        ([Kind::Word(next), ..], Kind::Word(last)) if next.starts_with(last.as_str()) => Some(Degree::Letters),
        _ => None,
    }
}

/// Every place that names who does it.
pub(super) fn mentions(line: &Line<'_>, staff: &Staff<'_>, language: &'static Language) -> Vec<Mention> {
    let mut reading = Reading { line, staff, language, found: Vec::new() };
    let mut at = 0;
    while line.has(at) {
        let end = reading.at_sign(at).or_else(|| reading.before_verb(at)).or_else(|| reading.after_verb(at));
        at = end.unwrap_or(at + 1).max(at + 1);
    }
    reading.found.sort_by_key(|mention| (mention.tokens.start, mention.tokens.end));
    reading.found
}

struct Reading<'a, 'b> {
    line: &'a Line<'b>,
    staff: &'a Staff<'a>,
    language: &'static Language,
    found: Vec<Mention>,
}

impl Reading<'_, '_> {
    fn kinds(&self, tokens: Range<usize>) -> Option<Vec<Kind>> {
        let tokens: &[Token] = self.line.tokens.get(tokens)?;
        Some(tokens.iter().map(|token| token.kind.clone()).collect())
    }

    /// "@dan". Gives the token after it.
    fn at_sign(&mut self, at: usize) -> Option<usize> {
        let (line, begin) = (self.line, at + 1);
        let is_sign = line.mark(at) == Some('@') && !line.is_literal(at);
        let first = line.word(begin).filter(|_| is_sign)?;
        // "@ noon" and "@noon" say when.
        let is_time = self.language.at_times(&line.tokens, begin);
        if self.language.has(first, List::Me) && self.staff.called(&[Kind::Word(first.to_owned())]).is_none() {
            return Some(self.note(at..begin + 1, self.staff.myself(), true, false));
        }
        let lengths = (1..=LONGEST).rev().filter(|n| line.has(begin + n - 1));
        let read: Vec<(usize, Degree, Who)> = lengths
            .filter_map(|n| {
                let (degree, who) = self.staff.called(&self.kinds(begin..begin + n)?)?;
                Some((n, degree, who))
            })
            .collect();
        let whole = read.iter().find(|(_, degree, _)| *degree == Degree::Whole);
        let words = || read.iter().find(|(_, degree, _)| *degree == Degree::Words);
        // "@dan o" where several are called Dan.
        let letters = || {
            read.iter()
                .find(|(n, _, who)| *n > 1 && matches!(who, Who::Member(_)) && !line.is(begin + n - 1, List::Turns))
        };
        let best = match (whole, words()) {
            (Some(whole), _) => Some(whole),
            (None, Some(words @ (_, _, Who::Several(_)))) => letters().or(Some(words)),
            (None, words) => words.or(read.last().filter(|(n, ..)| *n == 1)),
        };
        match best {
            Some((n, _, who)) => {
                let end = self.note(at..begin + n, who.clone(), true, false);
                Some(self.joined_after(end))
            }
            None if is_time => None,
            None => {
                let unknown = Who::Unknown(self.typed(begin..begin + 1));
                Some(self.note(at..begin + 1, unknown, true, false))
            }
        }
    }

    /// "@dan and amy": whoever stands beside one who was named so.
    fn joined_after(&mut self, end: usize) -> usize {
        let join = (end..end + LONGEST_JOIN).take_while(|at| self.joins(*at)).count();
        let name = end + join;
        let called = self.kinds(name..name + 1).and_then(|kinds| self.staff.called(&kinds));
        match called {
            Some((Degree::Words | Degree::Whole, who)) if join > 0 => self.note(end..name + 1, who, true, false),
            _ => end,
        }
    }

    /// Whether a token joins two names: "and", "&", and each of "and/or".
    fn joins(&self, at: usize) -> bool {
        self.line.is(at, List::Joiners) || matches!(self.line.mark(at), Some('&' | '+' | '/'))
    }

    /// Where what joins a name to the one at `first` begins; in a list a comma does. `None` where nothing does.
    fn join_before(&self, first: usize, earliest: usize, is_list: bool) -> Option<usize> {
        let join = (earliest + 1..first).rev().take(LONGEST_JOIN).take_while(|at| self.joins(*at)).count();
        let comma = first.checked_sub(1).filter(|at| is_list && *at > earliest && self.line.mark(*at) == Some(','));
        if join > 0 { Some(first - join) } else { comma }
    }

    fn typed(&self, tokens: Range<usize>) -> String {
        self.line.text.get(self.line.bytes(&tokens)).unwrap_or_default().chars().take(40).collect()
    }

    fn note(&mut self, tokens: Range<usize>, who: Who, is_certain: bool, has_verb: bool) -> usize {
        let end = tokens.end;
        self.found.push(Mention { tokens, who, is_certain, has_verb, has_own_verb: false });
        end
    }

    /// A name at whose end "will", "'ll" or "to" stands at `at`. Gives the token after it.
    fn before_verb(&mut self, at: usize) -> Option<usize> {
        let (line, language) = (self.line, self.language);
        let word = line.word(at)?;
        let typed = line.tokens.get(at).and_then(|token| match &token.kind {
            Kind::Word(typed) => Some(typed.as_str()),
            Kind::Number(..) | Kind::Mark(_) => None,
        })?;
        let short =
            language.table.will_endings.iter().find_map(|ending| typed.strip_suffix(ending)).filter(|w| !w.is_empty());
        let will = line.phrase(at, List::Will);
        let does = line.is(at, List::Does) && will == 0;
        let together = line.is(at, List::DoesTogether) && will == 0 && !does;
        if together {
            return self.together(at);
        }
        let is_will = short.is_some() || will > 0 || does;
        if !is_will && !line.is(at, List::To) {
            return None;
        }
        // "call Will tomorrow": a colleague, not the verb.
        if short.is_none() && line.is_capital(at) && self.is_first_name(word) {
            return None;
        }
        let end = if short.is_some() { at + 1 } else { at };
        let earliest = self.found.last().map_or(0, |mention| mention.tokens.end);
        let named = self.name_before(end, earliest, short);
        let Some((begin, degree, who)) = named else { return self.unknown(at, end, short, earliest) };
        let is_certain = if is_will { self.is_will(begin, end, degree) } else { self.is_to(begin, at, degree)? };
        let from = self.found.len();
        let begin = self.joined_before(begin, earliest, at);
        let end = self.note(begin..if does { at } else { at + will.max(1) }, who, is_certain, true);
        self.found.iter_mut().skip(from).for_each(|mention| mention.has_own_verb = does);
        Some(end.max(at + 1))
    }

    /// "Dan und ich rufen": several before a verb that is theirs only because they are several.
    fn together(&mut self, at: usize) -> Option<usize> {
        let earliest = self.found.last().map_or(0, |mention| mention.tokens.end);
        let (begin, _, who) =
            self.name_before(at, earliest, None).filter(|(_, degree, _)| *degree > Degree::Letters)?;
        let join = self.join_before(begin, earliest, false)?;
        self.name_before(join, earliest, None).filter(|(_, degree, _)| *degree > Degree::Letters)?;
        let from = self.found.len();
        let begin = self.joined_before(begin, earliest, at);
        let end = self.note(begin..at, who, true, true);
        self.found.iter_mut().skip(from).for_each(|mention| mention.has_own_verb = true);
        Some(end.max(at + 1))
    }

    /// "morgen ruft Dan Ana an", "morgen wird Dan Ana anrufen": in some languages the verb comes before the name once something
    /// else has come before the verb.
    fn after_verb(&mut self, at: usize) -> Option<usize> {
        let (line, language) = (self.line, self.language);
        if !language.table.is_verb_second || at == 0 || !self.begins_clause(at) {
            return None;
        }
        let will = line.phrase(at, List::Will);
        if will == 0 && !line.is(at, List::Does) {
            return None;
        }
        let begin = at + will.max(1);
        let read = |n: usize| {
            let typed = self.kinds(begin..begin + n)?;
            let (degree, who) = match typed.as_slice() {
                [Kind::Word(only)] if language.has(only, List::Me) => (Degree::Whole, self.staff.myself()),
                typed => self.staff.called(typed)?,
            };
            (degree > Degree::Letters).then_some((n, who))
        };
        let (n, who) = (1..=LONGEST).rev().find_map(read)?;
        let tokens = if will > 0 { at..begin + n } else { begin..begin + n };
        let end = self.note(tokens, who, true, true);
        self.found.iter_mut().rev().take(1).for_each(|mention| mention.has_own_verb = true);
        Some(self.joined_after(end))
    }

    fn is_first_name(&self, word: &str) -> bool {
        let typed = [Kind::Word(word.to_owned())];
        self.staff.called(&typed).is_some_and(|(degree, _)| degree >= Degree::Words)
    }

    /// The longest name that ends before `end`, and where it begins. `short`: its last word, without what is drawn to it.
    fn name_before(&self, end: usize, earliest: usize, short: Option<&str>) -> Option<(usize, Degree, Who)> {
        let read = |n: usize| {
            let begin = end.checked_sub(n).filter(|begin| *begin >= earliest)?;
            let mut typed = self.kinds(begin..end)?;
            if let (Some(short), Some(last)) = (short, typed.last_mut()) {
                *last = Kind::Word(short.to_owned());
            }
            if let [Kind::Word(only)] = typed.as_slice()
                && self.language.has(only, List::Me)
            {
                return Some((begin, Degree::Whole, self.staff.myself()));
            }
            let (degree, who) = self.staff.called(&typed)?;
            Some((begin, degree, who))
        };
        let all: Vec<_> = (1..=LONGEST).rev().filter_map(read).collect();
        let of = |wanted: Degree| all.iter().find(|(_, degree, _)| *degree == wanted);
        let longer = || all.iter().find(|(begin, degree, _)| *degree == Degree::Letters && end - begin > 1);
        let (begin, degree, who) = of(Degree::Whole).or_else(longer).or_else(|| of(Degree::Words)).or(all.last())?;
        let is_word = *degree == Degree::Letters && end - begin == 1 && {
            let word = plain_word(short.or(self.line.word(*begin)).unwrap_or_default());
            self.language.is_ordinary(&word) || self.language.is_calendar(&word)
        };
        (!is_word).then(|| (*begin, *degree, who.clone()))
    }

    /// Whether a clause begins at that token.
    fn begins_clause(&self, at: usize) -> bool {
        let line = self.line;
        let Some(before) = at.checked_sub(1) else { return true };
        line.mark(before).is_some_and(|mark| !"'#$€£&/".contains(mark))
            || line.is(before, List::Asking)
            || line.is(before, List::Clauses)
            || line.number(before).is_some()
            || line.word(before).is_some_and(|word| self.language.is_calendar(word))
            || self.found.last().is_some_and(|mention| mention.tokens.end == at)
    }

    fn is_will(&self, begin: usize, end: usize, degree: Degree) -> bool {
        let is_thing = self.line.is_before(begin, List::Articles);
        (degree > Degree::Letters || end - begin > 1) && !is_thing
    }

    /// Whether "to" surely says what they do; `None` where it says something else: "Dan to the airport".
    fn is_to(&self, begin: usize, at: usize, degree: Degree) -> Option<bool> {
        let (line, language) = (self.line, self.language);
        let next = line.word(at + 1)?;
        let is_thing = line.is_before(begin, List::Articles) && !line.is_capital(begin);
        if is_thing || language.has(next, List::Articles) || language.is_calendar(next) || language.has(next, List::Me)
        {
            return None;
        }
        if degree == Degree::Letters && !self.begins_clause(begin) {
            return None;
        }
        Some(degree > Degree::Letters && self.begins_clause(begin) && !self.is_first_name(next))
    }

    /// Others named before, "Dan and Amy will": each is a mention of its own. Gives where the one at `begin` is to begin.
    fn joined_before(&mut self, begin: usize, earliest: usize, at: usize) -> usize {
        let mut first = begin;
        let mut others = Vec::new();
        while let Some(join) = self.join_before(first, earliest, !others.is_empty()) {
            let named = self.name_before(join, earliest, None).filter(|(_, degree, _)| *degree > Degree::Letters);
            let Some((begin, _, who)) = named else { break };
            let tokens = begin..at;
            others.push(Mention { tokens, who, is_certain: true, has_verb: true, has_own_verb: false });
            first = begin;
        }
        self.found.extend(others);
        first
    }

    /// A name before "will" that nobody here has, where the line says what they do: "Zoe will call".
    fn unknown(&mut self, at: usize, end: usize, short: Option<&str>, earliest: usize) -> Option<usize> {
        let (line, language) = (self.line, self.language);
        let last = end.checked_sub(1).filter(|last| *last >= earliest)?;
        let name = &plain_word(short.or(line.word(last))?);
        let will = line.phrase(at, List::Will);
        let has_own_verb = will == 0 && line.is(at, List::Does);
        let is_will = short.is_some() || will > 0 || has_own_verb;
        // "Zoe wird Ana morgen anrufen": what they do comes last.
        let does_last = language.table.is_verb_second && (at..line.tokens.len()).any(|at| line.is(at, List::Actions));
        let does = has_own_verb || does_last || line.is(at + will.max(1), List::Actions);
        let could_name =
            |at: usize, word: &str| line.is_capital(at) && !language.is_ordinary(word) && !language.is_calendar(word);
        let is_name = could_name(last, name);
        let is_customer = self.staff.customer.iter().any(|word| word == name);
        if !is_will || !does || !is_name || is_customer || line.is_before(last, List::Articles) {
            return None;
        }
        let is_more = |at: &usize| line.word(*at).is_some_and(|word| could_name(*at, word));
        let first = (earliest..last).rev().take_while(is_more).last().unwrap_or(last);
        let mut typed = self.typed(first..last + 1);
        if let Some(short) = short {
            // "Carl Lindgren'll": without the verb at its end.
            let chars = |text: &str| text.chars().count();
            let verb = chars(&self.typed(last..last + 1)).saturating_sub(chars(short));
            typed = typed.chars().take(chars(&typed).saturating_sub(verb)).collect();
        }
        let end = self.note(first..if has_own_verb { at } else { at + will.max(1) }, Who::Unknown(typed), true, true);
        self.found.iter_mut().rev().take(1).for_each(|mention| mention.has_own_verb = has_own_verb);
        Some(end.max(at + 1))
    }
}
