//! What a phone or an address is for, in Kept's words: `mobile`, `home`, `work fax`.

/// A label as another program writes it, in a cell or after a number: `* Mobile`, `_$!<HomeFAX>!$_`, `Holiday flat`.
/// Known ones in Kept's words, others as typed.
pub(super) fn from_word(word: &str) -> String {
    let word = word.trim();
    let word = word.strip_prefix("* ").unwrap_or(word);
    let word = word.strip_prefix('_').unwrap_or(word);
    let word =
        word.strip_prefix("$!<").map_or(word, |w| w.trim_end_matches('_').trim_end_matches("!$").trim_end_matches('>'));
    let key: String = word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let known = match key.as_str() {
        "mobile" | "cell" | "cellphone" | "mobilephone" => "mobile",
        "home" | "homephone" | "private" => "home",
        "work" | "business" | "workphone" | "office" => "work",
        "fax" => "fax",
        "workfax" | "businessfax" | "faxwork" => "work fax",
        "homefax" | "faxhome" => "home fax",
        "workmobile" => "work mobile",
        "pager" => "pager",
        "main" => "main",
        "other" => "other",
        "assistantphone" | "assistantsphone" => "assistant",
        // Google's word for "none chosen", and the kinds of address Outlook prints beside each e-mail.
        "smtp" | "ex" | "internet" => "",
        _ => word,
    };
    known.to_owned()
}

/// A label from the types a vCard gives: place and device, such as `work fax`; unknown types as typed, `PREF` and the like not.
pub(super) fn from_types<'a>(types: impl Iterator<Item = &'a str>) -> String {
    let (mut place, mut device, mut own) = ("", "", String::new());
    for typed in types {
        match typed.trim().to_ascii_uppercase().as_str() {
            "HOME" => place = "home",
            "WORK" => place = "work",
            "OTHER" => place = "other",
            "CELL" | "MOBILE" => device = "mobile",
            "FAX" => device = "fax",
            "PAGER" => device = "pager",
            "MAIN" => device = "main",
            "CAR" => device = "car",
            "ISDN" => device = "isdn",
            "IPHONE" => device = "iPhone",
            "VOICE" | "PREF" | "INTERNET" | "MSG" | "TEXT" | "TEXTPHONE" | "VIDEO" | "BBS" | "MODEM" | "PCS"
            | "X400" | "INTL" | "DOM" | "POSTAL" | "PARCEL" | "" => {}
            _ if own.is_empty() => own = from_word(typed.trim().trim_start_matches("x-").trim_start_matches("X-")),
            _ => {}
        }
    }
    match (place, device) {
        ("", "") => own,
        (place, "") => place.to_owned(),
        ("" | "home", "mobile")
        | ("" | "home" | "work" | "other", "pager" | "main" | "car" | "isdn" | "iPhone")
        | ("", _) => device.to_owned(),
        (place, device) => format!("{place} {device}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_other_programs_become_ours() {
        for (theirs, ours) in [
            ("* Mobile", "mobile"),
            ("_$!<HomeFAX>!$_", "home fax"),
            ("$!<Home>!$", "home"),
            ("_$!<HomePage>!$_", "HomePage"),
            ("Work Fax", "work fax"),
            ("Holiday flat", "Holiday flat"),
            ("SMTP", ""),
        ] {
            assert_eq!(from_word(theirs), ours, "{theirs}");
        }
    }

    #[test]
    fn types_become_a_place_and_a_device() {
        for (types, label) in [
            (&["CELL", "PREF"][..], "mobile"),
            (&["work", "fax"], "work fax"),
            (&["HOME", "VOICE"], "home"),
            (&["work", "cell"], "work mobile"),
            (&["WhatsApp"], "WhatsApp"),
            (&["x-mobil"], "mobil"),
            (&["VOICE"], ""),
        ] {
            assert_eq!(from_types(types.iter().copied()), label, "{types:?}");
        }
    }
}
