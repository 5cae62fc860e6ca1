//! Previewing an import and running it. A preview is a run that is rolled back, so that its counts are the run's.

use super::{
    DateOrder, FileReport, Format, ImportReport, ImportRow, Person, ReadFile, ReadOptions,
    matching::{Match, Prepared, match_person, news},
    read,
};
use crate::{
    cache::read_card,
    desk::{Desk, Job, New, Stage, Subject, Writing, Written},
    error::{Code, Error, Result, repeated},
    event::{Body, ImportFacts, ImportWords},
    id::Id,
    roles::Action,
};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::{collections::BTreeMap, path::PathBuf, sync::mpsc::sync_channel};

/// Files to be imported, and how.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, ts_rs::TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ImportRequest {
    /// The files.
    #[ts(type = "string[]")]
    pub paths: Vec<PathBuf>,
    /// The format; by content when not said.
    pub format: Option<Format>,
    /// Columns and the fields they are filed under.
    pub map: Option<BTreeMap<String, String>>,
    /// The character encoding, by its label; found out when not said.
    pub encoding: Option<String>,
    /// What stands between cells; found out when not said.
    pub delimiter: Option<char>,
    /// How dates that can be read two ways are meant.
    pub date_order: Option<DateOrder>,
    /// Makes every card or row a customer of its own.
    pub no_match: Option<bool>,
    /// The fingerprint of a preview: a run refuses files that have changed since.
    pub fingerprint: Option<String>,
}

/// A file as it was read.
struct Source {
    report: FileReport,
    people: Vec<Person>,
}

impl Desk {
    /// What an import would do. Writes nothing.
    ///
    /// # Errors
    /// A file cannot be read at all, or the map names what is not there.
    pub fn preview_import(&self, request: &ImportRequest) -> Result<ImportReport> {
        self.allow(Action::Import)?;
        let job = self.begin_job()?;
        let (sources, fingerprint) = read_sources(request)?;
        let files = self.write(|writing| {
            writing.discard();
            writing.import(self, sources, request.no_match.unwrap_or_default(), &job)
        })?;
        Ok(ImportReport { import: None, fingerprint, files: files.value.1 })
    }

    /// Imports, in one write. A verified backup is made before.
    ///
    /// # Errors
    /// As for a preview; `changed` when a file is no longer what was previewed.
    pub fn run_import(&self, request: &ImportRequest) -> Result<Written<ImportReport>> {
        self.allow(Action::Import)?;
        let job = self.begin_job()?;
        let (sources, fingerprint) = read_sources(request)?;
        if request.fingerprint.as_ref().is_some_and(|previewed| *previewed != fingerprint) {
            return Err(Error::new(Code::Changed, "The file has changed since it was previewed. Preview it again."));
        }
        job.stage(Stage::BackingUp, 0)?;
        self.backup_here()?;
        let no_match = request.no_match.unwrap_or_default();
        let written = self.write_bulk(|writing| writing.import(self, sources, no_match, &job))?;
        let (import, files) = written.value;
        Ok(Written { value: ImportReport { import, fingerprint, files }, change: written.change })
    }

    /// Past imports, newest first.
    pub fn imports(&self) -> Result<Vec<ImportRow>> {
        let office = self.office();
        self.read(|db| {
            let mut rows = Vec::new();
            for import in office.imports.iter().rev() {
                let count = |kind: &str| -> Result<u64> {
                    let mut statement =
                        db.prepare_cached("SELECT count(*) FROM event WHERE batch = ?1 AND kind = ?2")?;
                    Ok(statement
                        .query_row(rusqlite::params![import.id, kind], |row| row.get::<_, i64>(0))?
                        .unsigned_abs())
                };
                rows.push(ImportRow {
                    id: import.id,
                    at: import.at,
                    by: office.member_name(import.by).to_owned(),
                    files: import.files.clone(),
                    read: import.counts.read,
                    created: count("customer_added")?,
                    updated: count("customer_changed")?,
                    skipped: import.counts.skipped,
                    undone: import.undone,
                });
            }
            Ok(rows)
        })
    }
}

fn read_sources(request: &ImportRequest) -> Result<(Vec<Source>, String)> {
    if request.paths.is_empty() {
        return Err(Error::invalid("Name the file to be imported."));
    }
    let options = ReadOptions {
        format: request.format,
        map: request.map.clone().unwrap_or_default(),
        encoding: request.encoding.clone(),
        delimiter: request.delimiter,
        date_order: request.date_order,
    };
    let mut digest = Sha256::new();
    digest.update(format!("{options:?}{:?}", request.no_match));
    let mut sources = Vec::new();
    for path in &request.paths {
        let name =
            path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
        let bytes = read_bytes(path, &name)?;
        digest.update((bytes.len() as u64).to_le_bytes());
        digest.update(&bytes);
        let read: ReadFile = read(&bytes, &options)
            .map_err(|error| Error { message: format!("{}: {}", repeated(&name), error.message), ..error })?;
        sources.push(Source { report: FileReport::of(name, &read), people: read.people });
    }
    let fingerprint = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok((sources, fingerprint))
}

fn read_bytes(path: &std::path::Path, name: &str) -> Result<Vec<u8>> {
    use std::io::Read;
    let cannot = |e: std::io::Error| {
        let why = match e.kind() {
            std::io::ErrorKind::NotFound => "there is no such file",
            std::io::ErrorKind::PermissionDenied => "it may not be read",
            std::io::ErrorKind::IsADirectory => "it is a folder, not a file",
            _ => "it cannot be read",
        };
        Error::invalid(format!("{} was not imported: {why}.", repeated(name)))
    };
    let file = std::fs::File::open(path).map_err(cannot)?;
    if !file.metadata().map_err(cannot)?.is_file() {
        return Err(Error::invalid(format!("{} was not imported: it is not a file.", repeated(name))));
    }
    let mut bytes = Vec::new();
    file.take(super::LARGEST_FILE as u64 + 1).read_to_end(&mut bytes).map_err(cannot)?;
    Ok(bytes)
}

impl Writing<'_> {
    fn import(
        &mut self,
        desk: &Desk,
        sources: Vec<Source>,
        no_match: bool,
        job: &Job<'_>,
    ) -> Result<(Option<Id>, Vec<FileReport>)> {
        job.stage(Stage::Writing, sources.iter().map(|source| source.people.len() as u64).sum())?;
        let facts = ImportFacts {
            read: sources.iter().map(|source| source.report.read).sum(),
            skipped: sources.iter().map(|source| source.report.skipped.len() as u64).sum(),
        };
        let words = ImportWords { files: sources.iter().map(|source| source.report.file.clone()).collect() };
        let import = self.append(New::about(Id::ZERO, Subject::Itself, Body::ImportRun(facts, words)))?;
        self.refold_office()?;
        let region = self.office.settings.region.clone();
        let mut files = Vec::new();
        for Source { mut report, people } in sources {
            desk.prepared_ahead(people, &region, |prepared| {
                job.step()?;
                let known = if no_match { Match::New } else { match_person(self, &prepared)? };
                let Prepared { person, source, facts, words, terms, mut points, sounds, .. } = prepared;
                let count = match known {
                    Match::Same => &mut report.unchanged,
                    Match::New => {
                        points.extend(sounds);
                        self.append_customer(import, (facts, words), terms, points)?;
                        &mut report.created
                    }
                    Match::Known(customer) if self.add_news(customer, person, import, source)? => &mut report.updated,
                    Match::Known(_) => &mut report.unchanged,
                };
                *count += 1;
                Ok(())
            })?;
            files.push(report);
        }
        job.stage(Stage::Finishing, 0)?;
        if files.iter().all(|file| file.created == 0 && file.updated == 0) {
            // The same file again adds nothing, not even an import.
            self.discard();
            return Ok((None, files));
        }
        Ok((Some(import), files))
    }

    fn add_news(&mut self, customer: Id, person: Person, import: Id, source: String) -> Result<bool> {
        let Some((card, _)) = read_card(self.db, customer)? else { return Ok(false) };
        self.change_customer(customer, news(&card, person.card), Some((import, source)))
    }
}

/// People prepared at a time, and such lots that may wait.
const LOT: usize = 256;
const WAITING: usize = 8;

impl Desk {
    /// Gives everybody to `take`, in order. Preparing goes ahead on a thread and a connection of its own: it takes as long
    /// as writing does, and sees the office as it was before, since nobody else can write meanwhile.
    fn prepared_ahead(
        &self,
        people: Vec<Person>,
        region: &str,
        mut take: impl FnMut(Prepared) -> Result<()>,
    ) -> Result<()> {
        std::thread::scope(|scope| {
            let (send, lots) = sync_channel(WAITING);
            scope.spawn(move || {
                let mut people = people.into_iter().peekable();
                while people.peek().is_some() {
                    let lot = self.read(|db| {
                        let some = people.by_ref().take(LOT);
                        some.map(|person| Prepared::of(db, person, region)).collect::<Result<Vec<_>>>()
                    });
                    let failed = lot.is_err();
                    // Nobody takes them any more once something was refused.
                    if send.send(lot).is_err() || failed {
                        return;
                    }
                }
            });
            lots.into_iter().try_for_each(|lot| lot?.into_iter().try_for_each(&mut take))
        })
    }
}

#[cfg(test)]
mod tests;
