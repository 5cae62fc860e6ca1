//! Calls about this desk's own choices.

use super::{NoArgs, Reply, parse, shown};
use crate::{desk::Desk, error::Result};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Set {
    name: String,
    #[serde(default)]
    value: Value,
}

pub(super) fn call(desk: &Desk, name: &str, args: &Value) -> Option<Result<Reply>> {
    Some(match name {
        "preference_list" => parse(args).and_then(|NoArgs {}| shown(json!({ "preferences": desk.preferences()? }))),
        "preference_set" => parse(args).and_then(|Set { name, value }| shown(desk.set_preference(&name, &value)?)),
        _ => return None,
    })
}
