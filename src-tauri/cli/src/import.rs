//! `import`, `imports` and `import-undo`: address books.

use crate::{
    entry::name_of,
    look::Look,
    output::Answer,
    session::Session,
    table::{Rows, is, list, number, text},
    words::{ending, plain},
};
use clap::{Args, ValueEnum};
use kept_core::error::{Error, Result};
use serde_json::{Map, Value, json};
use std::path::PathBuf;

/// Import address books.
#[derive(Debug, Args)]
pub struct Import {
    /// The files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Only say what would come of it
    #[arg(long)]
    dry_run: bool,
    /// How the files are written down
    #[arg(long, default_value = "auto")]
    format: FormatArg,
    /// File a column, by its title or position, under a field, such as phone:work or field:Plate
    #[arg(long = "map", value_name = "COLUMN=FIELD", allow_hyphen_values = true)]
    map: Vec<String>,
    /// Make every card or row a customer of its own
    #[arg(long)]
    no_match: bool,
}

/// How a file is written down.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum FormatArg {
    /// Found out from the content
    Auto,
    /// vCard 2.1, 3.0 or 4.0
    Vcard,
    /// Rows of cells
    Csv,
}

impl Import {
    /// Does it.
    pub fn run(self, session: &Session) -> Result<Answer> {
        let format = match self.format {
            FormatArg::Auto => None,
            FormatArg::Vcard | FormatArg::Csv => Some(name_of(&self.format)),
        };
        let map = self.map.iter().map(|pair| column(pair)).collect::<Result<Map<_, _>>>()?;
        let paths = self.files.iter().map(|path| path.to_str().map(str::to_owned)).collect::<Option<Vec<_>>>();
        let paths = paths.ok_or_else(|| Error::invalid("A file's name is not UTF-8 text. Rename the file."))?;
        let args = json!({ "paths": paths, "format": format, "map": map, "no_match": self.no_match });
        let name = if self.dry_run { "import_preview" } else { "import_run" };
        Ok(session.answer(session.call(name, args)?, show))
    }
}

/// A column and its field. A title may hold a `=`; a field does not, but for the name of a free one.
fn column(pair: &str) -> Result<(String, Value)> {
    let split = match pair.find("=field:") {
        Some(_) => pair.split_once('='),
        None => pair.rsplit_once('='),
    };
    let (column, field) = split.ok_or_else(|| Error::invalid("--map takes COLUMN=FIELD, like Mobile=phone:mobile."))?;
    Ok((column.to_owned(), json!(field)))
}

fn show(value: &Value, look: &Look) -> String {
    let titles = ["File", "Format", "Encoding", "Read", "New", "Updated", "Unchanged", "Skipped"];
    let mut rows = Rows::titled(&titles, look).right(&[3, 4, 5, 6, 7]);
    let mut skipped = Vec::new();
    for file in list(value, "files") {
        let name = text(file, "file");
        let guess = if is(file, "encoding_guessed") { " (guessed)" } else { "" };
        let encoding = format!("{}{guess}", text(file, "encoding"));
        let left_out = list(file, "skipped");
        rows.add(
            &[
                name.clone(),
                text(file, "format"),
                encoding,
                text(file, "read"),
                text(file, "created"),
                text(file, "updated"),
                text(file, "unchanged"),
                left_out.len().to_string(),
            ],
            false,
        );
        skipped
            .extend(left_out.iter().map(|one| plain(&format!("{name}:{}: {}", number(one, "line"), text(one, "why")))));
    }
    let table = rows.finish("");
    let left_out = if skipped.is_empty() { String::new() } else { format!("\nSkipped:\n{}\n", skipped.join("\n")) };
    let undo = match text(value, "import") {
        none if none.is_empty() => "\nNothing was written.\n".to_owned(),
        import => format!("\n`keptctl import-undo {}` takes it back.\n", ending(&import)),
    };
    format!("{table}{left_out}{undo}")
}

/// `imports`.
pub fn imports(session: &Session) -> Result<Answer> {
    Ok(session.answer(session.call("imports", json!({}))?, |value, look| {
        let mut rows = Rows::titled(&["When", "By", "Files", "New", "Updated", "Standing", "Id"], look)
            .right(&[3, 4])
            .whole(&[0, 6]);
        for import in list(value, "imports") {
            let files: Vec<&str> = list(import, "files").iter().filter_map(Value::as_str).collect();
            let undone = if is(import, "undone") { "taken back" } else { "" };
            let when = look.moment(import.get("at").unwrap_or(&Value::Null));
            let id = ending(&text(import, "id")).to_owned();
            let (new, updated) = (text(import, "created"), text(import, "updated"));
            rows.add(&[when, text(import, "by"), files.join(", "), new, updated, undone.to_owned(), id], false);
        }
        rows.finish("Nothing was imported yet.")
    }))
}

/// Take an import back.
#[derive(Debug, Args)]
pub struct ImportUndo {
    /// Which
    #[arg(allow_negative_numbers = true)]
    id: String,
}

impl ImportUndo {
    /// Does it.
    pub fn run(self, session: &Session) -> Result<Answer> {
        let value = session.call("import_undo", json!({ "id": session.desk.resolve_import(&self.id)? }))?;
        Ok(session.answer(value, |value, _| {
            let (removed, reverted, kept) = (text(value, "removed"), text(value, "reverted"), text(value, "kept"));
            format!("Customers removed: {removed}; as they were before: {reverted}; kept, as more has happened since: {kept}.")
        }))
    }
}
