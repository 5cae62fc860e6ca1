//! Calls about imports.

use super::{NoArgs, Reply, parse, shown, written};
use crate::{desk::Desk, error::Result, id::Id, import::ImportRequest};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Undo {
    id: Id,
}

pub(super) fn call(desk: &Desk, name: &str, args: &Value) -> Option<Result<Reply>> {
    Some(match name {
        "import_preview" => parse::<ImportRequest>(args).and_then(|request| shown(desk.preview_import(&request)?)),
        "import_run" => parse::<ImportRequest>(args).and_then(|request| written(desk.run_import(&request)?)),
        "imports" => parse(args).and_then(|NoArgs {}| {
            let imports = desk.imports()?;
            shown(json!({ "total": imports.len(), "imports": imports }))
        }),
        "progress" => parse(args).and_then(|NoArgs {}| shown(json!({ "job": desk.progress() }))),
        "progress_cancel" => parse(args).and_then(|NoArgs {}| shown(json!({ "cancelled": desk.call_off() }))),
        "import_undo" => parse(args).and_then(|Undo { id }| written(desk.undo_import(id)?)),
        _ => return None,
    })
}
