//! From a row to a customer.

use super::birthday::{self, Birthday};
use super::columns::{Part, Plan, Target};
use super::{labels, values};
use crate::customer::{Address, NewCustomer, NewEmail, NewPhone};
use crate::language::read_tag;
use csv::StringRecord;

/// What became of a row.
pub(super) enum Built {
    /// Somebody to add, and how the birthday was read.
    Person { card: Box<NewCustomer>, uid: Option<String>, birthday: Option<Birthday> },
    /// Nobody, and why.
    Skipped(&'static str),
}

/// What several columns say together, until all of them were seen.
#[derive(Default)]
struct Draft {
    card: NewCustomer,
    uid: Option<String>,
    middle: String,
    suffix: String,
    birthday: Option<Birthday>,
    birth: [String; 3],
    addresses: Vec<Address>,
    formatted: Vec<String>,
    has_text: bool,
}

/// Makes a customer of a row.
pub(super) fn build(row: &StringRecord, plan: &Plan) -> Built {
    let mut draft = Draft::default();
    for (at, cell) in row.iter().enumerate() {
        if cell.is_empty() {
            continue;
        }
        let text = if plan.is_own { values::unguard(cell) } else { values::foreign(cell) };
        if text.is_empty() {
            continue;
        }
        draft.has_text = true;
        match plan.columns.get(at) {
            Some(column) if plan.is_own => draft.take_own(text, &column.target, row, (column.label, column.extension)),
            Some(column) => {
                let label =
                    |n: usize| column.label.and_then(|at| row.get(at)).and_then(|cell| values::several(cell).nth(n));
                let extension = column.extension.and_then(|at| row.get(at)).unwrap_or_default();
                draft.take(text, &column.target, &column.header, label, extension);
            }
            None => draft.field(&format!("column {}", at + 1), text),
        }
    }
    draft.finish(plan, row)
}

fn set(field: &mut String, text: &str) -> bool {
    let is_free = field.is_empty();
    if is_free {
        *field = values::tidy(text);
    }
    is_free
}

fn add(field: &mut String, glue: &str, text: &str) {
    if !field.is_empty() {
        field.push_str(glue);
    }
    field.push_str(&values::tidy(text));
}

impl Draft {
    fn take<'r>(
        &mut self,
        text: &str,
        target: &Target,
        header: &str,
        label: impl Fn(usize) -> Option<&'r str>,
        extension: &str,
    ) {
        let card = &mut self.card;
        // A second column for what can be said once goes under its own title, so that nothing is lost.
        let is_filed = match target {
            Target::Name => set(&mut card.name, text),
            Target::Family => set(&mut card.family_name, text),
            Target::Organization => set(&mut card.organization, text),
            Target::Title => set(&mut card.title, text),
            Target::Given => {
                add(&mut card.given_name, " ", text);
                true
            }
            Target::Middle => set(&mut self.middle, text),
            Target::Suffix => set(&mut self.suffix, text),
            Target::Phone(default) => {
                for (n, typed) in values::phones(text).into_iter().enumerate() {
                    let label = label(n).map(labels::from_word).unwrap_or_else(|| default.clone());
                    card.phones.push(NewPhone {
                        typed: typed.to_owned(),
                        label,
                        extension: extension.trim().to_owned(),
                    });
                }
                true
            }
            Target::Email(default) => {
                for (n, address) in values::emails(text).into_iter().enumerate() {
                    let label = label(n).map(labels::from_word).unwrap_or_else(|| default.clone());
                    if address.contains('@') {
                        card.emails.push(NewEmail { address: address.to_owned(), label });
                    } else {
                        values::add_field(&mut card.fields, header, address, false);
                    }
                }
                true
            }
            Target::Address(slot, part) => {
                self.address(*slot, *part, text);
                true
            }
            Target::Birthday if self.birthday.is_none() => {
                let read = birthday::read(text);
                card.birthday = match &read {
                    Birthday::Certain { date, .. } => date.clone(),
                    Birthday::None => String::new(),
                    Birthday::Either { .. } | Birthday::Text => values::tidy(text),
                };
                self.birthday = Some(read);
                true
            }
            Target::Birthday => false,
            Target::BirthYear => self.birth_part(0, text),
            Target::BirthMonth => self.birth_part(1, text),
            Target::BirthDay => self.birth_part(2, text),
            // What is no tag stays as it was written, under its own title.
            Target::Language => card.language.is_empty() && read_tag(text).map(|tag| card.language = tag).is_some(),
            Target::Note => {
                add(&mut card.note, "\n", text);
                true
            }
            Target::Interest => {
                add(&mut card.interest, " ", text);
                true
            }
            Target::Department => {
                add(&mut card.department, " ", text);
                true
            }
            Target::Tag => {
                card.tags.extend(values::tags(text));
                true
            }
            Target::Field(name) => {
                values::add_field(&mut card.fields, name, &values::tidy(text), false);
                true
            }
            Target::Id | Target::PhoneLabel | Target::PhoneExtension | Target::EmailLabel | Target::Ignore => true,
        };
        if !is_filed && !self.says_already(target, text) {
            self.field(header, text);
        }
    }

    fn says_already(&self, target: &Target, text: &str) -> bool {
        let known = match target {
            Target::Name => &self.card.name,
            Target::Organization => &self.card.organization,
            Target::Title => &self.card.title,
            _ => return false,
        };
        known == text
    }

    fn birth_part(&mut self, part: usize, text: &str) -> bool {
        self.birth.get_mut(part).is_some_and(|known| set(known, text))
    }

    /// A cell of our own export: every letter counts.
    fn take_own(
        &mut self,
        text: &str,
        target: &Target,
        row: &StringRecord,
        (label, extension): (Option<usize>, Option<usize>),
    ) {
        let card = &mut self.card;
        let beside =
            |at: Option<usize>| at.and_then(|at| row.get(at)).map(values::unguard).unwrap_or_default().to_owned();
        let text = text.to_owned();
        match target {
            Target::Id => self.uid = Some(text),
            Target::Name => card.name = text,
            Target::Given => card.given_name = text,
            Target::Family => card.family_name = text,
            Target::Organization => card.organization = text,
            Target::Title => card.title = text,
            Target::Birthday => card.birthday = text,
            Target::Phone(_) => {
                card.phones.push(NewPhone { typed: text, label: beside(label), extension: beside(extension) })
            }
            Target::Email(_) => card.emails.push(NewEmail { address: text, label: beside(label) }),
            Target::Address(_, part) => self.address(0, *part, &text),
            Target::Tag => card.tags = values::own_tags(&text),
            Target::Language => card.language = text,
            Target::Note => card.note = text,
            Target::Interest => card.interest = text,
            Target::Department => card.department = text,
            Target::Field(name) => values::add_field(&mut card.fields, name, &text, true),
            // A map may send a column of our own export elsewhere; these are what it cannot name.
            Target::Middle | Target::Suffix | Target::BirthYear | Target::BirthMonth | Target::BirthDay => {}
            Target::PhoneLabel | Target::PhoneExtension | Target::EmailLabel | Target::Ignore => {}
        }
    }

    fn address(&mut self, slot: usize, part: Part, text: &str) {
        if self.addresses.len() <= slot {
            self.addresses.resize(slot + 1, Address::default());
            self.formatted.resize(slot + 1, String::new());
        }
        let (Some(address), Some(formatted)) = (self.addresses.get_mut(slot), self.formatted.get_mut(slot)) else {
            return;
        };
        match part {
            Part::Street if address.street.is_empty() => address.street = text.to_owned(),
            Part::Street => add(&mut address.street, "\n", text),
            Part::City => address.city = text.to_owned(),
            Part::Region => address.region = text.to_owned(),
            Part::Postcode => address.postcode = text.to_owned(),
            Part::Country => address.country = text.to_owned(),
            Part::Formatted => add(formatted, "\n", text),
            Part::Label => {}
        }
    }

    fn field(&mut self, name: &str, value: &str) {
        values::add_field(&mut self.card.fields, name, &values::tidy(value), false);
    }

    fn finish(mut self, plan: &Plan, row: &StringRecord) -> Built {
        if !self.has_text {
            return Built::Skipped("empty");
        }
        self.settle_addresses(plan, row);
        if !plan.is_own {
            self.settle_birthday();
            self.settle_names(plan, row);
            self.card.tags.sort_unstable();
            self.card.tags.dedup();
        }
        if self.card.name.is_empty() {
            match values::derived_name(&mut self.card) {
                Some(name) => self.card.name = name,
                None => return Built::Skipped("no name, phone, e-mail or organization"),
            }
        }
        Built::Person { card: Box::new(self.card), uid: self.uid, birthday: self.birthday }
    }

    /// The first address becomes the customer's, others free fields.
    fn settle_addresses(&mut self, plan: &Plan, row: &StringRecord) {
        for (slot, mut address) in std::mem::take(&mut self.addresses).into_iter().enumerate() {
            let formatted = self.formatted.get_mut(slot).map(std::mem::take).unwrap_or_default();
            let others_empty = Address { country: String::new(), ..address.clone() }.is_empty();
            if others_empty && !formatted.is_empty() {
                address.street = formatted;
            } else if !formatted.is_empty() && !is_said(&formatted, &address) {
                self.field("full address", &formatted);
            }
            if address.is_empty() {
                continue;
            }
            if self.card.address.is_none() {
                self.card.address = Some(address);
                continue;
            }
            let label_column = plan.columns.iter().position(|c| c.target == Target::Address(slot, Part::Label));
            let label =
                label_column.and_then(|at| row.get(at)).map(labels::from_word).filter(|label| !label.is_empty());
            let label = label.or_else(|| plan.slots.get(slot).cloned()).unwrap_or_default();
            let name = if label.is_empty() { "address".to_owned() } else { format!("address ({label})") };
            self.field(&name, &values::address_lines(&address));
        }
    }

    fn settle_birthday(&mut self) {
        let [year, month, day] = &self.birth;
        if !self.card.birthday.is_empty() || (year.is_empty() && month.is_empty() && day.is_empty()) {
            return;
        }
        self.card.birthday = match (birthday::from_parts(year, month, day), birthday::read(day)) {
            (Some(date), _) => date,
            // "Geburtstag" beside an empty year: the whole date stands in the one column.
            (None, Birthday::Certain { date, .. }) if year.is_empty() && month.is_empty() => date,
            (None, _) => values::join("-", [year.clone(), month.clone(), day.clone()]),
        };
    }

    fn settle_names(&mut self, plan: &Plan, row: &StringRecord) {
        let card = &mut self.card;
        card.given_name = values::join(" ", [std::mem::take(&mut card.given_name), std::mem::take(&mut self.middle)]);
        if card.name.is_empty() {
            let (given, family) = (card.given_name.clone(), card.family_name.clone());
            card.name = match family.chars().next() {
                // 山田太郎: the family name first, nothing between.
                Some(c) if is_east_asian(c) && given.chars().next().is_some_and(is_east_asian) => family + &given,
                Some(_) | None => values::join(" ", [given, family]),
            };
        }
        if !card.name.is_empty() && !self.suffix.is_empty() && !card.name.ends_with(&self.suffix) {
            card.name = format!("{} {}", card.name, self.suffix);
        }
        let can_be_reached = !card.organization.is_empty() || !card.phones.is_empty() || !card.emails.is_empty();
        if card.name.is_empty() && !can_be_reached {
            let unfiled = row.iter().zip(&plan.columns).filter(|(_, c)| matches!(c.target, Target::Field(_)));
            if let Some((name, _)) = unfiled.into_iter().find(|(cell, _)| values::looks_like_name(cell)) {
                card.name = values::tidy(name);
            }
        }
    }
}

/// Whether every word of the address in one cell stands in its parts.
fn is_said(formatted: &str, parts: &Address) -> bool {
    let known = values::address_lines(parts).to_lowercase();
    formatted.to_lowercase().split(|c: char| !c.is_alphanumeric()).all(|word| known.contains(word))
}

fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}')
}
