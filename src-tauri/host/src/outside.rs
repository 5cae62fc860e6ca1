//! What the window may hand to another program: a phone number or an e-mail address, and only where the core lets it.

use crate::Host;
use kept_core::error::{Error, Result};
use kept_core::id::Id;
use serde_json::Value;

/// The longest address that is handed on, in bytes.
const LONGEST: usize = 2_000;

impl Host {
    /// The `tel:` or `mailto:` address that `args` name as `url`, checked. `customer`: whom it is meant for.
    ///
    /// # Errors
    /// Any other address, or somebody who is not to be reached so; nothing may be opened then.
    pub fn outside(&self, args: &Value) -> Result<String> {
        let text = |name: &str| args.get(name).and_then(Value::as_str);
        let url = text("url").unwrap_or_default();
        if !may_be_opened(url) {
            return Err(Error::refused("Only a phone number or an e-mail address can be opened from here."));
        }
        let customer = match text("customer") {
            Some(id) => Some(id.parse::<Id>().map_err(|_| Error::invalid("There is no such customer."))?),
            None => None,
        };
        self.desk()?.check_outside(url, customer)?;
        Ok(url.to_owned())
    }
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
