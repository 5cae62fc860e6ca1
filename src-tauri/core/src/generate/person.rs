//! People and firms who do not exist, with numbers and addresses that look as if they did.

use super::{
    chance::Chance,
    names::{ENGLISH, FIRMS, FRENCH, GERMAN, People, RUSSIAN, SPANISH, TAGS, TITLES},
};
use crate::customer::{Address, Kind, NewCustomer, NewEmail, NewPhone};

/// The `n`-th customer.
pub(super) fn person(chance: &mut Chance, n: u64) -> NewCustomer {
    let people = people(chance);
    let given = chance.pick_common(people.given).to_owned();
    let family = family(chance, people);
    let firm = format!("{} {}", chance.pick_common(FIRMS[0]), chance.pick(FIRMS[1]));
    let mut card = NewCustomer {
        name: format!("{given} {family}"),
        given_name: given,
        family_name: family,
        ..NewCustomer::default()
    };
    if chance.happens(8.0) {
        card = NewCustomer {
            kind: Kind::Organization,
            name: format!("{firm} {}", card.family_name),
            ..NewCustomer::default()
        };
    } else if chance.happens(15.0) {
        card.organization = firm;
        card.title = chance.pick(TITLES).to_owned();
    }
    let phones = match chance.below(100) {
        0..5 => 0,
        5..75 => 1,
        75..95 => 2,
        _ => 3,
    };
    card.phones = (0..phones)
        .map(|at| NewPhone {
            typed: phone(chance, people),
            label: ["mobile", "work", "home"].get(at).copied().unwrap_or_default().to_owned(),
            extension: String::new(),
        })
        .collect();
    if chance.happens(65.0) {
        card.emails.push(NewEmail { address: email(chance, &card, n), label: String::new() });
    }
    if chance.happens(40.0) {
        card.address = Some(address(chance, people));
    }
    if chance.happens(35.0) {
        card.fields.insert("plate".to_owned(), plate(chance, people));
    }
    if chance.happens(15.0) {
        card.fields.insert("reference".to_owned(), format!("K-{}", 100_000 + n));
    }
    if chance.happens(12.0) {
        card.tags.push(chance.pick_common(TAGS).to_owned());
    }
    if chance.happens(6.0) {
        card.note = "Prefers to be called in the afternoon.".to_owned();
    }
    card
}

fn people(chance: &mut Chance) -> &'static People {
    match chance.below(100) {
        0..62 => &ENGLISH,
        62..80 => &GERMAN,
        80..89 => &SPANISH,
        89..95 => &RUSSIAN,
        _ => &FRENCH,
    }
}

/// A family name: two in three are common, the others are put together from syllables.
pub(super) fn family(chance: &mut Chance, people: &People) -> String {
    if chance.happens(66.0) {
        return chance.pick_common(people.family).to_owned();
    }
    people.rare.iter().map(|syllables| chance.pick(syllables)).collect()
}

/// A name of somebody who works here.
pub(super) fn colleague(chance: &mut Chance) -> String {
    format!("{} {}", chance.pick(ENGLISH.given), family(chance, &ENGLISH))
}

fn phone(chance: &mut Chance, people: &People) -> String {
    const AREAS: &[&str] = &[
        "206", "212", "213", "305", "312", "404", "415", "503", "512", "602", "617", "702", "713", "773", "801", "818",
        "917", "919",
    ];
    let (a, b) = (chance.below(10_000), chance.below(10_000));
    match people.country {
        "Deutschland" => match chance.below(3) {
            0 => format!("0151 {a:04}{b:04}"),
            1 => format!("+49 171 {:03}{b:04}", a % 1000),
            _ => format!("0049 176 {a:04}{b:04}"),
        },
        "España" => format!("+34 6{:02} {:03} {:03}", a % 100, b % 1000, chance.below(1000)),
        "France" => format!("+33 6 {:02} {:02} {:02} {:02}", a / 100, a % 100, b / 100, b % 100),
        _ => {
            let area = chance.pick(AREAS);
            // Exchanges 555 hold few numbers nobody has; a large office needs more.
            let exchange = if chance.happens(1.0) { 555 } else { 220 + chance.below(680) };
            let exchange = if exchange % 100 == 11 { exchange + 1 } else { exchange };
            match chance.below(4) {
                0 => format!("({area}) {exchange}-{b:04}"),
                1 => format!("+1 {area} {exchange} {b:04}"),
                2 => format!("{area}-{exchange}-{b:04}"),
                _ => format!("{area}{exchange}{b:04}"),
            }
        }
    }
}

fn email(chance: &mut Chance, card: &NewCustomer, n: u64) -> String {
    let plain = |text: &str| -> String {
        deunicode::deunicode(text).chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
    };
    let host = chance.pick(&["example.com", "example.org", "mail.example.com", "post.example.org"]);
    let (given, family) = (plain(&card.given_name), plain(&card.family_name));
    if given.is_empty() || family.is_empty() {
        return format!("office{n}@{host}");
    }
    match chance.below(3) {
        0 => format!("{given}.{family}{n}@{host}"),
        1 => format!("{family}{n}@{host}"),
        _ => format!("{}{family}.{n}@{host}", given.get(..1).unwrap_or_default()),
    }
}

fn address(chance: &mut Chance, people: &People) -> Address {
    let at = chance.below(people.towns.len() as u64) as usize;
    let (city, postcode) = people.towns.get(at).copied().unwrap_or_default();
    let (street, number) = (chance.pick(people.streets), 1 + chance.below(180));
    Address {
        street: if people.number_first { format!("{number} {street}") } else { format!("{street} {number}") },
        city: city.to_owned(),
        region: String::new(),
        postcode: postcode.to_owned(),
        country: people.country.to_owned(),
    }
}

fn plate(chance: &mut Chance, people: &People) -> String {
    let mut letters = |count: usize| -> String {
        (0..count).map(|_| char::from(b'A' + u8::try_from(chance.below(26)).unwrap_or_default())).collect()
    };
    if people.country == "Deutschland" {
        let (district, series) = (letters(2), letters(2));
        return format!("{district}-{series} {}", 100 + chance.below(9900));
    }
    let series = letters(3);
    format!("{}{series}{:03}", 1 + chance.below(9), chance.below(1000))
}
