//! Address books of real programs, broken: each card and row is taken or accounted for, and a preview writes nothing.

use super::{
    Watch,
    edits::{Broken, mutant},
    is_a_sentence, runner,
};
use crate::support::{desk::TestDesk, shared};
use kept_core::import::{self, DateOrder, Format, ImportReport, ImportRequest, ReadOptions};
use proptest::{prelude::*, sample::Index};
use std::{collections::BTreeMap, path::Path};

/// The larger files are left out: breaking them tells no more, and takes longer.
const LARGEST: u64 = 8_000;

/// A table with one of everything that has to be sniffed.
const TABLE: &str = "Vorname;Nachname;Telefon;E-Mail;Geburtstag;Kennzeichen;Notiz\n\
    J\u{f6}rg;M\u{fc}ller;+49 30 5550166;joerg@example.com;04/05/1985;B-JM 12;\"ruft; abends\r\nan\"\n\
    Ana;Sousa;(206) 555-0142;ana@example.com;31.12.1990;;=1+1\n";

fn samples(corpus: &str, endings: &[&str]) -> Vec<Vec<u8>> {
    let mut files: Vec<_> =
        std::fs::read_dir(shared(corpus).unwrap()).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files.retain(|file| {
        let is_one = file.extension().is_some_and(|ending| endings.iter().any(|one| ending == *one));
        is_one && std::fs::metadata(file).unwrap().len() <= LARGEST
    });
    assert!(files.len() >= 3, "only {} files in {corpus}", files.len());
    files.iter().map(|file| std::fs::read(file).unwrap()).collect()
}

fn tables() -> Vec<Vec<u8>> {
    let mut all = samples("csv", &["csv"]);
    all.push(TABLE.as_bytes().to_vec());
    all.push(TABLE.encode_utf16().flat_map(u16::to_le_bytes).collect());
    all.push(TABLE.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect());
    all
}

fn books() -> Vec<Vec<u8>> {
    samples("vcard", &["vcf"]).into_iter().chain(tables()).collect()
}

/// Choices of a person, most often none; also ones that do not fit.
fn options() -> impl Strategy<Value = ReadOptions> {
    let encodings = vec!["utf-8", "windows-1252", "utf-16le", "shift_jis", "iso-2022-jp", "klingon", "", "utf-7"];
    let fields = vec!["name", "phone:work", "email", "field:Plate", "ignore", "birthday", "note", "nonsense", ""];
    let columns = vec!["Nachname", "1", "0", "99999999999999999999", "Vorname", "Kennzeichen", "\0"];
    let map = prop::collection::btree_map(
        prop::sample::select(columns).prop_map(str::to_owned),
        prop::sample::select(fields).prop_map(str::to_owned),
        0..3,
    );
    let told = (
        prop::option::weighted(0.3, prop::sample::select(vec![Format::Vcard, Format::Csv])),
        prop_oneof![3 => Just(BTreeMap::new()), 1 => map],
        prop::option::weighted(0.2, prop::sample::select(encodings).prop_map(str::to_owned)),
        prop::option::weighted(0.2, prop::sample::select(vec![',', ';', '\t', '|', 'x', '"', '\n', 'é'])),
        prop::option::weighted(0.2, prop::sample::select(vec![DateOrder::DayFirst, DateOrder::MonthFirst])),
    );
    told.prop_map(|(format, map, encoding, delimiter, date_order)| ReadOptions {
        format,
        map,
        encoding,
        delimiter,
        date_order,
    })
}

#[test]
fn a_broken_address_book_is_read_or_refused_in_a_sentence() {
    let read = std::cell::Cell::new(0);
    let tried = runner(6000).run(&(mutant(books()), options()), |(Broken(bytes), options)| {
        match import::read(&bytes, &options) {
            Ok(file) => {
                read.set(read.get() + 1);
                // Each card and row begins on a line of its own, and is either taken or not; only where lines end in two ways
                // does the count of them mean less.
                let mut lines: Vec<usize> = file.people.iter().map(|person| person.line).collect();
                lines.extend(file.skipped.iter().map(|skipped| skipped.line));
                let records = lines.len();
                lines.sort_unstable();
                lines.dedup();
                prop_assert!(lines.len() == records || bytes.contains(&b'\r'), "a line is accounted for twice");
                prop_assert!(file.skipped.iter().chain(&file.remarks).all(|one| !one.why.is_empty()));
                prop_assert!(
                    file.people.iter().all(|person| !person.card.name.trim().is_empty()),
                    "somebody has no name"
                );
            }
            Err(error) => is_a_sentence(&error, &format!("{options:?}")),
        }
        Ok(())
    });
    tried.unwrap_or_else(|failed| panic!("{failed}"));
    assert!(read.get() > 3000, "only {} of them were readable at all", read.get());
}

fn names(bytes: &[u8], options: &ReadOptions) -> Option<Vec<String>> {
    let file = import::read(bytes, options).inspect_err(|error| is_a_sentence(error, "a card among others")).ok()?;
    Some(file.people.into_iter().map(|person| person.card.name).collect())
}

#[test]
fn a_broken_card_costs_itself_and_not_its_neighbours() {
    let whole = |name: &str| format!("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nEND:VCARD\r\n");
    let cards = samples("vcard", &["vcf"]);
    let tried = runner(2500).run(&mutant(cards), |Broken(broken)| {
        // An escape into another script without an end has no neighbours that could be told from it.
        prop_assume!(!broken.contains(&0x1b));
        let book = [whole("First Whole").as_bytes(), &broken, b"\r\n", whole("Last Whole").as_bytes()].concat();
        let options = ReadOptions { format: Some(Format::Vcard), ..ReadOptions::default() };
        let Some(names) = names(&book, &options) else { return Ok(()) };
        for name in ["First Whole", "Last Whole"] {
            prop_assert!(names.iter().any(|one| one == name), "{name} is lost among {names:?}");
        }
        Ok(())
    });
    tried.unwrap_or_else(|failed| panic!("{failed}"));
}

#[test]
fn a_broken_row_costs_itself_and_not_its_neighbours() {
    let rows: Vec<Vec<u8>> = TABLE.lines().map(|line| line.replace(';', ",").replace('"', "").into_bytes()).collect();
    let tried = runner(2500).run(&mutant(rows), |Broken(broken)| {
        // What an open quote takes with it is in it, and said to be.
        prop_assume!(!broken.contains(&b'"'));
        let book = [b"Name,Phone\nFirst Whole,1\n".as_slice(), &broken, b"\nLast Whole,2\n"].concat();
        let options = ReadOptions {
            format: Some(Format::Csv),
            encoding: Some("utf-8".into()),
            delimiter: Some(','),
            ..ReadOptions::default()
        };
        let Some(names) = names(&book, &options) else { return Ok(()) };
        for name in ["First Whole", "Last Whole"] {
            prop_assert!(names.iter().any(|one| one == name), "{name} is lost among {names:?}");
        }
        Ok(())
    });
    tried.unwrap_or_else(|failed| panic!("{failed}"));
}

/// New, added to, already here and left out, of all files; after checking that they are all there is.
fn counts(report: &ImportReport) -> Vec<[u64; 4]> {
    let counts = |file: &import::FileReport| {
        let counts = [file.created, file.updated, file.unchanged, file.skipped.len() as u64];
        assert_eq!(counts.iter().sum::<u64>(), file.read, "{counts:?} of {}", file.read);
        counts
    };
    report.files.iter().map(counts).collect()
}

fn previewed(desk: &TestDesk, file: &Path, bytes: &[u8], watch: &Watch) -> Option<ImportReport> {
    std::fs::write(file, bytes).unwrap();
    let request = ImportRequest { paths: vec![file.to_owned()], ..ImportRequest::default() };
    let previewed = desk.preview_import(&request).inspect_err(|error| is_a_sentence(error, "a file")).ok();
    assert!(!watch.look(), "a preview has written something");
    previewed
}

#[test]
fn a_preview_of_a_broken_address_book_accounts_for_every_row_and_writes_nothing() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    desk.customer("Jörg Müller", "+49 30 5550166");
    let file = desk.beside("people.csv");
    let watch = Watch::over(&desk);
    let tried = runner(500).run(&mutant(books()), |Broken(bytes)| {
        counts_of(previewed(&desk, &file, &bytes, &watch));
        Ok(())
    });
    tried.unwrap_or_else(|failed| panic!("{failed}"));
}

fn counts_of(report: Option<ImportReport>) -> Vec<[u64; 4]> {
    report.as_ref().map(counts).unwrap_or_default()
}

#[test]
fn an_import_of_a_broken_address_book_does_what_was_previewed_and_can_be_taken_back() {
    let desk = TestDesk::at("2026-03-02T09:00Z");
    let file = desk.beside("people.vcf");
    let watch = Watch::over(&desk);
    let strategy = (prop::collection::vec(mutant(books()), 2), any::<Index>());
    let tried = runner(60).run(&strategy, |(mutants, which)| {
        let Some(preview) = previewed(&desk, &file, &mutants[0].0, &watch) else { return Ok(()) };
        let mut request = ImportRequest { paths: vec![file.clone()], ..ImportRequest::default() };
        request.fingerprint = Some(preview.fingerprint.clone());
        let run = desk.run_import(&request).unwrap().value;
        prop_assert_eq!(counts(&run), counts(&preview));
        watch.look();
        // The same again says nothing new; another file in its place is not what was previewed.
        let again = desk.preview_import(&request).unwrap();
        prop_assert!(again.files.iter().all(|file| file.created + file.updated == 0), "{:?}", counts(&again));
        if mutants[0] != mutants[1] {
            std::fs::write(&file, &mutants[1].0).unwrap();
            let changed = desk.run_import(&request).unwrap_err();
            is_a_sentence(&changed, "a file that has changed");
            prop_assert!(!watch.look(), "a refused import has written something");
        }
        if let Some(import) = run.import.filter(|_| which.index(2) == 0) {
            desk.undo_import(import).unwrap();
            watch.look();
        }
        Ok(())
    });
    tried.unwrap_or_else(|failed| panic!("{failed}"));
    let checked = desk.check().unwrap();
    assert!(checked.ok, "{:?}", checked.problems);
}
