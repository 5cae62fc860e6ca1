//! From properties to a customer.

use super::OWN_PRODUCT;
use super::property::Property;
use super::text::{split, unescape};
use crate::customer::{Address, Kind, NewCustomer, NewEmail, NewPhone};
use crate::import::birthday::{self, Birthday};
use crate::import::{LARGEST_FIELD, labels, values};
use crate::language::read_tag;

/// What became of a card.
pub(super) enum Outcome {
    /// Somebody to add, with the card's UID.
    Person(Box<NewCustomer>, Option<String>),
    /// Nobody, and why.
    Skipped(&'static str),
}

/// Properties that tell a program something and a person nothing, or hold pictures and keys.
const MACHINERY: &[&str] = &[
    "BEGIN",
    "END",
    "VERSION",
    "PRODID",
    "REV",
    "PROFILE",
    "CLASS",
    "MAILER",
    "SORT-STRING",
    "CLIENTPIDMAP",
    "PHOTO",
    "LOGO",
    "SOUND",
    "KEY",
    "AGENT",
    "XML",
    "SOURCE",
    "FBURL",
    "CALURI",
    "CALADRURI",
    "X-ABADR",
    "X-ABUID",
    "X-ABSHOWAS",
    "X-ABLABEL",
    "X-IMAGEHASH",
    "X-IMAGETYPE",
    "X-MOZILLA-HTML",
    "X-MOZILLA-CPT",
    "X-THUNDERBIRD-ETAG",
    "X-EVOLUTION-FILE-AS",
    "X-EVOLUTION-LAST-USE",
    "X-EVOLUTION-USE-SCORE",
    "X-MS-OL-DEFAULT-POSTAL-ADDRESS",
    "X-MS-OL-DESIGN",
    "X-MS-CARDPICTURE",
    "X-ADDRESSBOOKSERVER-KIND",
    "X-ADDRESSBOOKSERVER-MEMBER",
    "X-KEPT-EXTENSION",
];

/// Makes a customer of a card's properties.
pub(super) fn build(properties: Vec<Property>) -> Outcome {
    if properties.iter().any(|p| !p.is_binary && p.value.len() > LARGEST_FIELD) {
        return Outcome::Skipped("a field is longer than 64 KB");
    }
    let kind = |p: &Property| matches!(p.name.as_str(), "KIND" | "X-ADDRESSBOOKSERVER-KIND");
    let kind = properties.iter().find(|p| kind(p)).map(|p| p.value.trim().to_ascii_lowercase());
    match kind.as_deref() {
        Some("group") => return Outcome::Skipped("a group, not a person"),
        Some("location") => return Outcome::Skipped("a location, not a person"),
        Some(_) | None => {}
    }
    let is_own = properties.iter().any(|p| p.name == "PRODID" && p.value.starts_with(OWN_PRODUCT));
    let mut reader = Reader { properties: &properties, is_own, card: NewCustomer::default(), uid: None, is_old: false };
    reader.is_old = properties.iter().any(|p| p.name == "VERSION" && p.value.trim().starts_with('2'));
    if kind.as_deref() == Some("org") {
        reader.card.kind = Kind::Organization;
    }
    reader.read_all();
    reader.finish()
}

struct Reader<'a> {
    properties: &'a [Property],
    /// Whether Kept wrote the card: then every letter counts.
    is_own: bool,
    /// Whether it is a vCard 2.1, where a comma separates nothing.
    is_old: bool,
    card: NewCustomer,
    uid: Option<String>,
}

impl Reader<'_> {
    fn text(&self, value: &str) -> String {
        let text = unescape(value, self.is_own);
        if self.is_own { text } else { values::tidy(&text) }
    }

    /// The unescaped parts of a structured value, at least `n` of them.
    fn parts(&self, value: &str, n: usize) -> Vec<String> {
        let mut parts: Vec<String> = split(value, ';').into_iter().map(|part| self.text(part)).collect();
        parts.resize(parts.len().max(n), String::new());
        parts
    }

    fn read_all(&mut self) {
        let mut names = Vec::new();
        for p in self.properties {
            let text = self.text(&p.value);
            if text.is_empty() && !self.is_own {
                continue;
            }
            match p.name.as_str() {
                "FN" => names.push((text, p)),
                "N" => self.name_parts(p),
                "ORG" => self.organization(p),
                "TITLE" if self.card.title.is_empty() => self.card.title = text,
                "ROLE" if self.card.title.is_empty() && !self.properties.iter().any(|p| p.name == "TITLE") => {
                    self.card.title = text;
                }
                "TEL" => self.phone(p, text),
                "EMAIL" => self.email(p, text),
                "ADR" => self.address(p),
                "LABEL" => self.address_label(p, text),
                "BDAY" => self.birthday(p, text),
                "NOTE" => self.note(&text),
                // A line that is no property was most likely a line of a note that was not folded.
                "" => self.note(&text),
                "LANG" if self.card.language.is_empty() && (self.is_own || read_tag(&text).is_some()) => {
                    self.card.language = text;
                }
                "X-KEPT-GOOD-HOURS" => self.card.good_hours = text,
                "CATEGORIES" => {
                    let tags: Vec<String> = split(&p.value, ',').into_iter().map(|tag| self.text(tag)).collect();
                    self.card.tags.extend(tags.into_iter().filter(|tag| !tag.is_empty()));
                }
                "UID" => self.uid = Some(text),
                "KIND" => {}
                "X-ABSHOWAS" if text.eq_ignore_ascii_case("COMPANY") => self.card.kind = Kind::Organization,
                "X-KEPT-FIELD" => {
                    let mut parts = self.parts(&p.value, 2).into_iter();
                    self.field(&parts.next().unwrap_or_default(), &parts.next().unwrap_or_default());
                }
                "X-KEPT-BIRTHDAY" => self.card.birthday = text,
                "X-KEPT-INTEREST" => self.card.interest = text,
                "X-KEPT-DEPARTMENT" => self.card.department = text,
                "X-ANDROID-CUSTOM" => self.android_custom(p),
                name if p.is_binary || MACHINERY.contains(&name) || self.is_own => {}
                _ => self.other(p, &text),
            }
        }
        self.take_names(names);
    }

    fn take_names(&mut self, names: Vec<(String, &Property)>) {
        for (name, p) in names {
            if self.card.name.is_empty() {
                self.card.name = name;
            } else if self.card.name != name {
                let field = p.param("LANGUAGE").map_or("other name".to_owned(), |l| format!("name ({l})"));
                self.field(&field, &name);
            }
        }
    }

    fn name_parts(&mut self, p: &Property) {
        if !self.card.family_name.is_empty() || !self.card.given_name.is_empty() {
            // The same name in other letters; the full name of that language stands beside it.
            return;
        }
        if self.is_own {
            let mut parts = self.parts(&p.value, 2).into_iter();
            self.card.family_name = parts.next().unwrap_or_default();
            self.card.given_name = parts.next().unwrap_or_default();
            return;
        }
        let comma = if self.is_old { '\0' } else { ',' };
        let parts: Vec<Vec<String>> = split(&p.value, ';')
            .into_iter()
            .map(|part| split(part, comma).into_iter().map(|s| self.text(s)).filter(|s| !s.is_empty()).collect())
            .collect();
        let part = |at: usize, glue: &str| parts.get(at).map(|words| words.join(glue)).unwrap_or_default();
        self.card.family_name = part(0, " ");
        self.card.given_name = values::join(" ", [part(1, " "), part(2, " ")]);
        for (at, field) in [(3, "name prefix"), (4, "name suffix")] {
            let affix = part(at, ", ");
            let full_name = |p: &&Property| p.name == "FN";
            if !affix.is_empty()
                && !self.properties.iter().filter(full_name).any(|p| self.text(&p.value).contains(&affix))
            {
                self.field(field, &affix);
            }
        }
    }

    fn organization(&mut self, p: &Property) {
        if self.is_own {
            self.card.organization = self.parts(&p.value, 1).into_iter().next().unwrap_or_default();
            return;
        }
        let mut parts = self.parts(&p.value, 1).into_iter().filter(|part| !part.is_empty());
        let name = parts.next().unwrap_or_default();
        let department = parts.collect::<Vec<_>>().join(", ");
        if self.card.organization.is_empty() {
            self.card.organization = name;
        } else if self.card.organization != name {
            self.field("organization", &name);
        }
        self.field("department", &department);
    }

    /// The label a property has: the custom one of its group, or its types.
    fn label(&self, p: &Property) -> String {
        match self.group_member(p, "X-ABLABEL") {
            Some(label) if self.is_own => label,
            Some(label) => labels::from_word(&label),
            None => labels::from_types(p.types()),
        }
    }

    fn group_member(&self, p: &Property, name: &str) -> Option<String> {
        let of_group = |other: &&Property| other.name == name && other.group == p.group;
        let found = self.properties.iter().filter(|_| !p.group.is_empty()).find(of_group)?;
        Some(self.text(&found.value)).filter(|text| !text.is_empty())
    }

    fn phone(&mut self, p: &Property, text: String) {
        let label = self.label(p);
        let (typed, extension) = if self.is_own {
            (text, self.group_member(p, "X-KEPT-EXTENSION").unwrap_or_default())
        } else {
            values::phone_from_uri(&text).unwrap_or((text, String::new()))
        };
        self.card.phones.push(NewPhone { typed, label, extension });
    }

    fn email(&mut self, p: &Property, text: String) {
        let label = self.label(p);
        let address = match text.split_at_checked("mailto:".len()) {
            Some((scheme, address)) if !self.is_own && scheme.eq_ignore_ascii_case("mailto:") => address.to_owned(),
            _ => text,
        };
        self.card.emails.push(NewEmail { address, label });
    }

    fn address(&mut self, p: &Property) {
        let mut parts = self.parts(&p.value, 7).into_iter();
        let mut next = || parts.next().unwrap_or_default();
        let (po_box, extended, street) = (next(), next(), next());
        let address = Address {
            street: if self.is_own { street } else { values::join("\n", [street, extended, po_box]) },
            city: next(),
            region: next(),
            postcode: next(),
            country: next(),
        };
        if address.is_empty() {
            return;
        }
        match &self.card.address {
            None => self.card.address = Some(address),
            Some(first) if *first == address => {}
            Some(_) => {
                let label = self.label(p);
                let field = if label.is_empty() { "address".to_owned() } else { format!("address ({label})") };
                self.field(&field, &values::address_lines(&address));
            }
        }
    }

    /// The address as printed on an envelope: kept only where it says more than the parts do.
    fn address_label(&mut self, p: &Property, text: String) {
        let known: String =
            self.properties.iter().filter(|p| p.name == "ADR").map(|p| p.value.to_lowercase()).collect();
        let says_more = |word: &str| !known.contains(&word.to_lowercase());
        if known.is_empty() && self.card.address.is_none() {
            self.card.address = Some(Address { street: text, ..Address::default() });
        } else if text.split(|c: char| !c.is_alphanumeric()).any(says_more) {
            let label = self.label(p);
            self.field(&values::join(" ", [label, "address label".to_owned()]), &text);
        }
    }

    fn birthday(&mut self, p: &Property, text: String) {
        if !self.card.birthday.is_empty() {
            self.field("birthday", &text);
            return;
        }
        let omits_year = p.param("X-APPLE-OMIT-YEAR").is_some_and(|year| text.starts_with(year));
        self.card.birthday = match birthday::read(&text) {
            _ if self.is_own => text,
            Birthday::Certain { date, .. } if omits_year => {
                date.get(4..).map(|rest| format!("-{rest}")).unwrap_or(date)
            }
            Birthday::Certain { date, .. } => date,
            Birthday::None => String::new(),
            Birthday::Either { .. } | Birthday::Text => text,
        };
    }

    fn note(&mut self, text: &str) {
        if !self.card.note.is_empty() {
            self.card.note.push('\n');
        }
        self.card.note.push_str(text);
    }

    /// A free field; a second value of the same name goes on a line of its own.
    fn field(&mut self, name: &str, value: &str) {
        values::add_field(&mut self.card.fields, name, value, self.is_own);
    }

    /// `vnd.android.cursor.item/nickname;Max;1;;;`
    fn android_custom(&mut self, p: &Property) {
        let mut parts = self.parts(&p.value, 2).into_iter();
        let kind = parts.next().unwrap_or_default();
        let name = kind.rsplit('/').next().unwrap_or_default().to_owned();
        let value = parts.next().unwrap_or_default();
        self.field(&name, &value);
    }

    /// Anything else worth keeping, under the name a person gave it or the property's own.
    fn other(&mut self, p: &Property, text: &str) {
        let name = match self.group_member(p, "X-ABLABEL") {
            Some(label) => {
                let label = labels::from_word(&label);
                if p.name == "URL" { format!("url ({label})") } else { label.to_lowercase() }
            }
            None => p.name.strip_prefix("X-").unwrap_or(&p.name).to_lowercase().replace('-', " "),
        };
        let text = split(text, ';').into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ");
        self.field(&name, &text);
    }

    fn finish(mut self) -> Outcome {
        let card = &mut self.card;
        let untouched = NewCustomer { kind: card.kind, ..NewCustomer::default() };
        if *card == untouched {
            return Outcome::Skipped("empty");
        }
        if card.name.is_empty() || (!self.is_own && card.name.trim().is_empty()) {
            let affixed = ["name prefix", "name suffix"].map(|f| card.fields.get(f).cloned().unwrap_or_default());
            let [prefix, suffix] = affixed;
            card.name = values::join(" ", [card.given_name.clone(), card.family_name.clone()]);
            if !card.name.is_empty() {
                card.name = values::join(" ", [prefix, card.name.clone(), suffix]);
            }
        }
        if card.name.is_empty() {
            match values::derived_name(card) {
                Some(name) => card.name = name,
                None => return Outcome::Skipped("no name, phone, e-mail or organization"),
            }
        }
        if !self.is_own {
            card.tags.sort_unstable();
            card.tags.dedup();
        }
        Outcome::Person(Box::new(self.card), self.uid)
    }
}
