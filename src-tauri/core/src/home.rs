//! Where the office lies when nobody says otherwise: the same folder for the window and for keptctl.

use std::{ffi::OsString, path::PathBuf};

/// Kept's folder among the person's application data, as the system lays it out; the folder one is in, where the system
/// says nothing. It need not be there yet.
pub fn default_home() -> PathBuf {
    among_application_data(|name| std::env::var_os(name).filter(|value| !value.is_empty()))
}

fn among_application_data(variable: impl Fn(&str) -> Option<OsString>) -> PathBuf {
    let folder = |name: &str| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let data = if cfg!(windows) {
        folder("APPDATA")
    } else if cfg!(target_os = "macos") {
        folder("HOME").map(|home| home.join("Library").join("Application Support"))
    } else {
        folder("XDG_DATA_HOME").or_else(|| folder("HOME").map(|home| home.join(".local").join("share")))
    };
    data.unwrap_or_default().join("kept")
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    fn home(variables: &[(&str, &str)]) -> PathBuf {
        among_application_data(|name| variables.iter().find(|(n, _)| *n == name).map(|(_, value)| value.into()))
    }

    #[test]
    fn the_data_folder_is_where_the_system_says() {
        assert_eq!(home(&[("HOME", "/home/ana")]), PathBuf::from("/home/ana/.local/share/kept"));
        assert_eq!(home(&[("HOME", "/home/ana"), ("XDG_DATA_HOME", "/data")]), PathBuf::from("/data/kept"));
        assert_eq!(
            home(&[("HOME", "/home/ana"), ("XDG_DATA_HOME", "data")]),
            PathBuf::from("/home/ana/.local/share/kept"),
            "a relative path there is to be ignored"
        );
    }
}
