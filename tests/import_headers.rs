//! The headers other programs give their tables: what matters in each is recognised without a map.

use crate::support::shared_text;
use kept_core::import::{self, ReadOptions};
use std::collections::BTreeMap;

/// The FIELD of every column of a header, by position.
fn fields(header: &[&str]) -> Vec<Option<String>> {
    let cells = vec!["x"; header.len()];
    let table = format!("{}\n{}\n", header.join("\t"), cells.join("\t"));
    let file = import::read(table.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!(file.columns.len(), header.len(), "{header:?}");
    file.columns.into_iter().map(|(_, field)| field).collect()
}

/// The exact rows of programs, and how many columns of each kind must be recognised in them.
#[test]
fn the_layouts_of_fifteen_programs_are_recognised() {
    let expected: BTreeMap<&str, &str> = BTreeMap::from([
        (
            "google_contacts_2024+",
            "given_name 2, family_name 1, organization 1, title 1, birthday 1, note 1, tag 1, email 2, phone 2, street 4, city 1, postcode 1, country 1",
        ),
        (
            "google_contacts_legacy",
            "name 2, given_name 2, family_name 1, organization 1, title 2, birthday 1, note 1, tag 1, email 1, phone 1, city 1",
        ),
        (
            "outlook_com_61",
            "given_name 2, family_name 1, organization 1, title 1, email 3, phone 18, street 3, city 3, region 3, postcode 3, country 3, birthday 1, note 1",
        ),
        (
            "outlook_desktop_92",
            "given_name 2, family_name 1, organization 1, title 2, email 3, phone 19, street 9, city 3, birthday 1, note 1, tag 1",
        ),
        (
            "thunderbird_us",
            "given_name 1, family_name 1, name 1, email 2, phone 5, street 4, city 2, region 2, postcode 2, country 2, birthday 3, note 1, organization 1, title 1",
        ),
        ("mailchimp_audience", "email 1, given_name 1, family_name 1, street 1, phone 1, note 1, tag 1"),
        ("hubspot_contacts", "given_name 1, family_name 1, email 1, phone 1, organization 1, country 1"),
        ("salesforce_leads_report", "given_name 1, family_name 1, title 1, organization 1, street 1, email 1"),
        (
            "salesforce_contacts_report",
            "given_name 1, family_name 1, title 1, organization 1, street 1, city 1, region 1, postcode 1, country 1, email 1, phone 3",
        ),
        (
            "salesforce_dataloader_lead_api",
            "given_name 1, family_name 1, name 1, title 1, organization 1, street 2, city 1, email 1, phone 3, note 1",
        ),
        ("pipedrive_people", "name 1, email 1, phone 1, organization 1"),
        (
            "linkedin_contacts_2014",
            "given_name 2, family_name 1, organization 1, title 1, email 3, phone 19, street 9, birthday 1, note 1",
        ),
        (
            "square_customers",
            "given_name 1, family_name 1, email 1, phone 1, organization 1, street 1, city 1, region 1, postcode 1, birthday 1, note 1",
        ),
        ("zoho_leads_import", "given_name 1, family_name 1, email 1, phone 1, organization 1, note 1"),
        ("oro_leads", "given_name 1, family_name 1, organization 1"),
    ]);
    let text = shared_text("csv_headers/header_layouts.tsv").expect("a copy is in the fixtures");
    let mut wrong = Vec::new();
    let mut seen = 0;
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let header: Vec<&str> = cells[2].split(',').collect();
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for field in fields(&header).into_iter().flatten() {
            let kind = field.split(':').next().unwrap().to_owned();
            *counts.entry(kind).or_default() += 1;
        }
        seen += 1;
        for part in expected[cells[0]].split(", ") {
            let (kind, count) = part.split_once(' ').unwrap();
            let found = counts.get(kind).copied().unwrap_or(0);
            if found.to_string() != count {
                wrong.push(format!("{}: {kind} {found}, not {count}", cells[0]));
            }
        }
    }
    assert_eq!(seen, expected.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What a column of that meaning must be filed under; `None` where a free field will do.
fn wanted(meaning: &str) -> Option<&'static str> {
    Some(match meaning {
        "firstName" | "middleName" => "given_name",
        "lastName" => "family_name",
        "fullName" => "name",
        "email" | "email2" | "email3" => "email",
        "company" => "organization",
        "jobTitle" => "title",
        "birthday" => "birthday",
        "notes" => "note",
        "tag" => "tag",
        _ if meaning.ends_with("Phone")
            || meaning.ends_with("Phone2")
            || meaning.ends_with("Fax")
            || meaning == "pager" =>
        {
            "phone"
        }
        _ if meaning.ends_with("Street") => "street",
        _ if meaning.ends_with("City") => "city",
        _ if meaning.ends_with("State") => "region",
        _ if meaning.ends_with("PostalCode") => "postcode",
        _ if meaning.ends_with("Country") => "country",
        _ => return None,
    })
}

#[test]
fn the_localized_titles_of_nineteen_layouts_are_recognised() {
    let Some(text) = shared_text("csv_headers/localized_headers.tsv") else { return };
    let mut layouts: BTreeMap<(String, String), Vec<(String, String)>> = BTreeMap::new();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [product, locale, title, meaning] = cells.try_into().expect("4 columns");
        layouts.entry((product.into(), locale.into())).or_default().push((title.into(), meaning.into()));
    }
    assert_eq!(layouts.len(), 19);
    let mut wrong = Vec::new();
    for ((product, locale), columns) in layouts {
        // The table lists a full name beside its parts where programs write one or the other.
        let columns: Vec<_> = columns.into_iter().filter(|(_, m)| m != "firstName,middleName,lastName").collect();
        let titles: Vec<&str> = columns.iter().map(|(title, _)| title.as_str()).collect();
        for ((title, meaning), found) in columns.iter().zip(fields(&titles)) {
            let Some(wanted) = wanted(meaning) else { continue };
            if found.as_deref().and_then(|f| f.split(':').next()) != Some(wanted) {
                wrong.push(format!("{product} {locale}: {title} is {found:?}, not {wanted}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}
