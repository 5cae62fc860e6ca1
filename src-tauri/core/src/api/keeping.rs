//! Calls about keeping the office safe, and the report.

use super::{NoArgs, Reply, parse, range_end, shown};
use crate::{
    desk::Desk,
    error::Result,
    report::{ReportBy, ReportFilter},
};
use serde::Deserialize;
use serde_json::{Value, json};
use std::path::PathBuf;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Report {
    from: Option<String>,
    to: Option<String>,
    by: Option<ReportBy>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Look {
    file: PathBuf,
}

pub(super) fn call(desk: &Desk, name: &str, args: &Value) -> Option<Result<Reply>> {
    Some(match name {
        "report_kept" => parse(args).and_then(|Report { from, to, by }| {
            let (from, to) = (range_end(desk, from.as_deref())?, range_end(desk, to.as_deref())?);
            shown(desk.report_kept(&ReportFilter { from, to, by: by.unwrap_or_default() })?)
        }),
        "backups" => parse(args).and_then(|NoArgs {}| {
            let backups = desk.backups();
            shown(json!({ "newest": backups.first(), "count": backups.len(), "backups": backups }))
        }),
        "backup_now" => parse(args).and_then(|NoArgs {}| shown(desk.backup_now()?)),
        "backup_look" => parse(args).and_then(|Look { file }| shown(desk.look_into_backup(&file)?)),
        "about" => parse(args).and_then(|NoArgs {}| shown(desk.about())),
        "diagnostics" => parse(args).and_then(|NoArgs {}| shown(desk.diagnostics()?)),
        "check" => parse(args).and_then(|NoArgs {}| shown(desk.check()?)),
        _ => return None,
    })
}
