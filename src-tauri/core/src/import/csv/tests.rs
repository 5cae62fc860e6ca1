use super::*;
use crate::customer::{Kind, NewCustomer};

fn read_text(text: &str) -> ReadFile {
    read(text.as_bytes(), &ReadOptions::default()).unwrap()
}

fn only(text: &str) -> NewCustomer {
    let file = read_text(text);
    assert_eq!((file.people.len(), file.skipped.len()), (1, 0), "{file:?}");
    file.people.into_iter().next().unwrap().card
}

#[test]
fn every_row_is_a_person_or_skipped_with_its_line_and_reason() {
    let file = read_text("Name,Phone\n\nAda,1\n,,\n\"two\nlines\",2\n,12 34\nBob\n");
    let people: Vec<_> = file.people.iter().map(|p| (p.line, p.card.name.as_str())).collect();
    assert_eq!(people, [(3, "Ada"), (5, "two\nlines"), (7, "12 34"), (8, "Bob")], "a phone alone is welcome");
    assert_eq!(file.skipped, [Skipped { line: 4, why: "empty".into() }]);
}

#[test]
fn a_row_with_nothing_to_call_anybody_by_is_skipped_and_says_so() {
    let file = read_text("Colour,Owner\nblue,\n,Ada Lovelace\n");
    assert_eq!(file.people.iter().map(|p| p.card.name.as_str()).collect::<Vec<_>>(), ["Ada Lovelace"]);
    assert_eq!(file.skipped, [Skipped { line: 2, why: "no name, phone, e-mail or organization".into() }]);
}

#[test]
fn google_joins_several_values_in_one_cell() {
    let card = only(
        "First Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,\
         Address 1 - Street,Address 1 - City,Notes\n\
         Ada,Lovelace,* myContacts ::: Suppliers,* Work,a@x.org ::: b@x.org,Mobile ::: Garage,+44 1 ::: +44 2,Home,\
         1 High St,London,\"one\ntwo\"\n",
    );
    let phones: Vec<_> = card.phones.iter().map(|p| (p.typed.as_str(), p.label.as_str())).collect();
    assert_eq!(phones, [("+44 1", "mobile"), ("+44 2", "Garage")]);
    let emails: Vec<_> = card.emails.iter().map(|e| (e.address.as_str(), e.label.as_str())).collect();
    assert_eq!(emails, [("a@x.org", "work"), ("b@x.org", "")]);
    assert_eq!((card.name.as_str(), card.tags.as_slice()), ("Ada Lovelace", &["Suppliers".to_owned()][..]));
    assert_eq!((card.address.unwrap().city.as_str(), card.note.as_str()), ("London", "one\ntwo"));
}

#[test]
fn outlooks_columns_give_labels_and_a_second_address() {
    let card = only(
        "Title,First Name,Last Name,Job Title,Business Phone,Home Phone,Mobile Phone,Business Fax,Business Street,\
         Business City,Home Street,Home City,E-mail Address,E-mail Type,Birthday\n\
         Ms,Ada,Lovelace,Analyst,1,2,3,4,Office Rd 1,Leeds,Home Rd 2,York,a@x.org,SMTP,0/0/00\n",
    );
    let phones: Vec<_> = card.phones.iter().map(|p| (p.typed.as_str(), p.label.as_str())).collect();
    assert_eq!(phones, [("1", "work"), ("2", "home"), ("3", "mobile"), ("4", "work fax")]);
    assert_eq!((card.name.as_str(), card.title.as_str(), card.birthday.as_str()), ("Ada Lovelace", "Analyst", ""));
    assert_eq!(card.address.unwrap().street, "Office Rd 1");
    assert_eq!(card.fields["address (home)"], "Home Rd 2\nYork");
    assert_eq!(card.fields["Title"], "Ms");
}

#[test]
fn spoilt_numbers_stay_as_they_are() {
    for typed in ["6.50253E+09", "6502530000.0", "1,234", "BusinessPhone"] {
        assert_eq!(only(&format!("Name;Phone\nAda;{typed}\n")).phones[0].typed, typed);
    }
    assert_eq!(only("Name,Phone\nAda,'+49 30 1\n").phones[0].typed, "+49 30 1");
}

#[test]
fn day_and_month_are_told_by_the_other_rows_or_left_alone() {
    let birthdays = |rows: &str| {
        let file = read_text(&format!("Name,Birthday\n{rows}"));
        file.people.into_iter().map(|p| p.card.birthday).collect::<Vec<_>>()
    };
    assert_eq!(birthdays("a,4/5/1985\nb,25/12/1990\n"), ["1985-05-04", "1990-12-25"]);
    assert_eq!(birthdays("a,4/5/1985\nb,12/25/1990\n"), ["1985-04-05", "1990-12-25"]);
    assert_eq!(birthdays("a,4/5/1985\n"), ["4/5/1985"]);
    let card = only("First Name,Birth Year,Birth Month,Birth Day,\nAda,1815,12,10,\n");
    assert_eq!(card.birthday, "1815-12-10", "Thunderbird ends its header with a comma");
}

#[test]
fn a_firm_without_a_person_is_an_organization() {
    let card = only("First Name,Last Name,Company,Phone\n,,Acme Ltd,1\n");
    assert_eq!((card.name.as_str(), card.kind), ("Acme Ltd", Kind::Organization));
}

#[test]
fn a_file_without_a_header_is_told_by_its_cells() {
    let file = read_text("Ada,Lovelace,ada@x.org,+44 20 7946 0958\nBob,Smith,bob@x.org,+44 20 7946 0959\n");
    assert_eq!(file.people.len(), 2);
    let card = &file.people[0].card;
    assert_eq!((card.name.as_str(), card.phones[0].typed.as_str()), ("Ada Lovelace", "+44 20 7946 0958"));
    assert_eq!(file.columns[2], ("column 3".into(), Some("email".into())));
}

#[test]
fn a_field_beyond_64_kb_costs_its_row_and_no_other() {
    let file = read_text(&format!("Name,Phone\nAda,1\nBob,{}\nCid,2\n", "9".repeat(70_000)));
    assert_eq!(file.people.iter().map(|p| p.line).collect::<Vec<_>>(), [2, 4]);
    assert_eq!(file.skipped[0].line, 3);
}

#[test]
fn rows_longer_or_shorter_than_the_header_lose_nothing() {
    let file = read_text("Name,Phone\nAda,1,extra\nBob\n");
    assert_eq!(file.people[0].card.fields["column 3"], "extra");
    assert_eq!(file.people[1].card.name, "Bob");
}

#[test]
fn a_card_put_into_a_note_does_not_make_the_table_a_card_file() {
    let text = "Name,Notes\nAda,\"see\nBEGIN:VCARD\nFN:x\nEND:VCARD\n\"\n";
    let file = crate::import::read(text.as_bytes(), &crate::import::ReadOptions::default()).unwrap();
    assert_eq!((file.format, file.people.len()), (Format::Csv, 1));
}

#[test]
fn a_quote_that_is_never_closed_swallows_nobody() {
    let file = read_text("Name,Phone\nAda,1\n\"Bob,2\nCid,3\n\nDan,4\n");
    let people: Vec<_> = file.people.iter().map(|p| (p.line, p.card.name.as_str())).collect();
    assert_eq!(people, [(2, "Ada"), (3, "\"Bob"), (4, "Cid"), (6, "Dan")]);
}

#[test]
fn a_type_column_labels_the_phones_that_say_nothing_themselves() {
    let card = only("Name,Phone,Phone Type,Mobile Phone\nAda,1,Work,2\n");
    let phones: Vec<_> = card.phones.iter().map(|p| (p.typed.as_str(), p.label.as_str())).collect();
    assert_eq!(phones, [("1", "work"), ("2", "mobile")]);
}
