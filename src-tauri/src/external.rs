//! Handing a phone number or an e-mail address to the program the person uses for it.

use kept_core::error::{Error, Result};
use serde_json::Value;
use tauri::AppHandle;
use tauri_plugin_opener::OpenerExt;

/// The longest address that is handed on, in bytes.
const LONGEST: usize = 2_000;

/// Opens a `tel:` or `mailto:` address.
///
/// # Errors
/// Any other address, or where the system has no program for it.
pub fn open(app: &AppHandle, args: &Value) -> Result<Value> {
    let url = args.get("url").and_then(Value::as_str).unwrap_or_default();
    if !may_be_opened(url) {
        return Err(Error::refused("Only a phone number or an e-mail address can be opened from here."));
    }
    app.opener().open_url(url, None::<&str>).map_err(|_| {
        Error::refused("This computer has no program set up for that. Choose one in the system's settings.")
    })?;
    Ok(Value::Null)
}

/// Whether it is a phone number or an e-mail address, without anything that a program might take for more.
fn may_be_opened(url: &str) -> bool {
    let rest = url.strip_prefix("tel:").or_else(|| url.strip_prefix("mailto:"));
    rest.is_some_and(|rest| {
        !rest.is_empty()
            && url.len() <= LONGEST
            && rest.chars().all(|c| c.is_ascii_alphanumeric() || "+-._~%@;=!*'(),&?:/".contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::may_be_opened;

    #[test]
    fn numbers_and_addresses_are_opened_and_nothing_else() {
        for fine in ["tel:+12065550142", "mailto:ana@example.com", "mailto:ana%2Bx@example.com?subject=Hello"] {
            assert!(may_be_opened(fine), "{fine}");
        }
        for not in
            ["", "tel:", "https://example.com", "file:///etc/passwd", "javascript:alert(1)", "tel:1 2", "tel:1\n2"]
        {
            assert!(!may_be_opened(not), "{not}");
        }
        assert!(!may_be_opened(&format!("tel:{}", "1".repeat(3_000))));
    }
}
