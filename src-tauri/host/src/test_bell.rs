//! Ringing once for a test, by the same way that a promise takes: through the desktop and through the window.

use crate::{Announced, Host};
use kept_core::error::Result;
use kept_core::reminder::Notice;
use serde_json::{Value, json};
use std::sync::Arc;

/// Announces a notice about nothing. Answers whether the desktop took it, whether there is one, and which system it is:
/// what to do when nothing appears differs.
///
/// # Errors
/// The office is not open.
pub(crate) fn ring(host: &Arc<Host>) -> Result<Value> {
    let desk = host.desk()?;
    let signed_in = desk.member().map(|member| member.name).unwrap_or_default();
    let notice = Notice::of_a_test(&signed_in);
    let shown = host.front().announce(host, &notice, true) == Announced::Taken;
    host.front().rang(std::slice::from_ref(&notice));
    Ok(
        json!({ "desktop": host.front().has_desktop(), "shown": shown, "system": std::env::consts::OS, "key": notice.key }),
    )
}
