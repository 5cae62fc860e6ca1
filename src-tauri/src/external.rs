//! Handing a phone number or an e-mail address to the program the person uses for it.

use kept_core::error::{Error, Result};
use kept_host::Host;
use serde_json::Value;
use tauri::AppHandle;
use tauri_plugin_opener::OpenerExt;

/// Opens a `tel:` or `mailto:` address, once the core has let it.
///
/// # Errors
/// Any other address, somebody who is not to be reached so, or where the system has no program for it.
pub fn open(app: &AppHandle, host: &Host, args: &Value) -> Result<Value> {
    let url = host.outside(args)?;
    app.opener().open_url(&url, None::<&str>).map_err(|_| {
        Error::refused("This computer has no program set up for that. Choose one in the system's settings.")
    })?;
    Ok(Value::Null)
}
