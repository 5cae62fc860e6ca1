//! Calls about what is half-typed. They change nothing that another window or program would show.

use super::{NoArgs, Reply, parse, shown};
use crate::{desk::Desk, error::Result};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Put {
    key: String,
    value: Option<String>,
}

pub(super) fn call(desk: &Desk, name: &str, args: &Value) -> Option<Result<Reply>> {
    Some(match name {
        "draft_list" => parse(args).and_then(|NoArgs {}| shown(json!({ "drafts": desk.drafts()? }))),
        "draft_put" => parse(args).and_then(|Put { key, value }| {
            desk.put_draft(&key, value.as_deref())?;
            shown(Value::Null)
        }),
        _ => return None,
    })
}
