//! The rules of the house that a compiler does not check: floors, sizes, who may call out, names that say nothing.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// Every source file of the project, with its path from the top and its text.
fn sources(folders: &[&str], endings: &[&str]) -> Vec<(String, String)> {
    let top = top();
    let mut found = Vec::new();
    let mut waiting: Vec<PathBuf> = folders.iter().map(|folder| top.join(folder)).collect();
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                if !["node_modules", "dist", "target", "fixtures", "gen", "test-results", "screens"]
                    .contains(&name.as_str())
                {
                    waiting.push(path);
                }
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                let from_top = path.strip_prefix(&top).unwrap().to_string_lossy().replace('\\', "/");
                found.push((from_top, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    assert!(found.len() > 5, "the sources are where they are expected");
    found
}

#[test]
fn no_file_is_over_600_lines() {
    let all = sources(&["src-tauri", "ui/src", "tests"], &[".rs", ".ts", ".svelte", ".css", ".sql", ".tsv"]);
    let long: Vec<_> = all.iter().filter(|(_, text)| text.lines().count() > 600).map(|(path, _)| path).collect();
    assert!(long.is_empty(), "too long to hold one idea: {long:?}");
}

#[test]
fn no_file_is_named_for_leftovers() {
    for (path, _) in sources(&["src-tauri", "ui/src", "tests"], &[".rs", ".ts", ".svelte"]) {
        let stem = path.rsplit('/').next().unwrap().split('.').next().unwrap();
        let parts: Vec<&str> = path.split('/').chain([stem]).collect();
        for leftover in ["utils", "util", "common", "helpers", "helper", "misc", "shared", "manager", "service"] {
            assert!(!parts.contains(&leftover), "{path} says nothing of what is in it");
        }
    }
}

#[test]
fn the_core_knows_no_window_no_notification_and_no_network() {
    for (path, text) in sources(&["src-tauri/core/src"], &[".rs"]) {
        for foreign in ["tauri::", "notify_rust", "tokio", "std::net", "reqwest", "async fn"] {
            assert!(!text.contains(foreign), "{path} names {foreign}");
        }
    }
    let manifest = std::fs::read_to_string(top().join("src-tauri/core/Cargo.toml")).unwrap();
    for foreign in ["tauri", "notify-rust", "tokio"] {
        assert!(!manifest.contains(foreign), "the core depends on {foreign}");
    }
}

#[test]
fn the_calendar_library_is_behind_one_module() {
    for (path, text) in sources(&["src-tauri/core/src", "src-tauri/cli/src", "src-tauri/src"], &[".rs"]) {
        let allowed = path.ends_with("core/src/time.rs");
        assert!(allowed || !(text.contains("chrono::") || text.contains("chrono_tz::")), "{path} names chrono");
    }
}

#[test]
fn the_libraries_of_opening_hours_and_of_recurrence_are_behind_one_file_each() {
    for (path, text) in sources(&["src-tauri/core/src"], &[".rs"]) {
        for (library, place) in [("opening_hours::", "calendar/library.rs"), ("rrule::", "recurrence/library.rs")] {
            assert!(path.ends_with(place) || !text.contains(library), "{path} names {library}");
        }
    }
}

/// The floor of a part of the core: it uses its own and what lies below.
fn floor(part: &str) -> u8 {
    let first = part.split(['/', '.']).next().unwrap_or_default();
    match first {
        _ if part.starts_with("customer/card") => 0,
        _ if ["find/fold", "find/index", "find/place"].iter().any(|below| part.starts_with(below)) => 1,
        "calendar" | "clock" | "error" | "hours" | "id" | "language" | "phone" | "recurrence" | "time" | "when"
        | "home" => 0,
        "event" | "fold" | "log" | "store" | "cache" => 1,
        "desk" => 2,
        "api" => 4,
        _ => 3,
    }
}

/// What of the crate a source uses, a part of a path: `customer/card` for `crate::customer::Card`.
fn used(text: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for rest in text.split("crate::").skip(1) {
        if let Some(block) = rest.strip_prefix('{') {
            let (mut depth, mut name) = (0_i32, String::new());
            for c in block.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => {
                        used.insert(std::mem::take(&mut name));
                    }
                    c if depth == 0 && !c.is_whitespace() => name.push(c),
                    _ => {}
                }
            }
            used.insert(name);
        } else {
            used.insert(rest.split(|c: char| !c.is_alphanumeric() && c != '_' && c != ':').next().unwrap().to_owned());
        }
    }
    used.into_iter().filter(|name| !name.is_empty()).collect()
}

/// Concepts that lend plain values to the floors below: what a card holds, how text is folded.
const LENT: &[&str] = &["customer::", "find::"];

#[test]
fn nothing_uses_what_lies_above_it() {
    for (path, text) in sources(&["src-tauri/core/src"], &[".rs"]) {
        let part = path.strip_prefix("src-tauri/core/src/").unwrap();
        if part == "lib.rs" || part.ends_with("tests.rs") {
            continue;
        }
        let own = floor(part);
        for name in used(text.split("#[cfg(test)]").next().unwrap()) {
            let lent = LENT.iter().any(|lent| name.starts_with(lent));
            let other = floor(&name.replace("::", "/"));
            assert!(other <= own || lent, "{part} (floor {own}) uses {name} (floor {other})");
        }
    }
}

#[test]
fn only_one_file_of_the_window_calls_out_reads_the_clock_or_names_tauri() {
    for (path, text) in sources(&["ui/src"], &[".ts", ".svelte"]) {
        assert!(!text.contains("{@html"), "{path} puts text in as HTML");
        let names_tauri = text.contains("from '@tauri-apps") || text.contains("import('@tauri-apps");
        assert!(path.ends_with("src/api/tauri.ts") || !names_tauri, "{path} names Tauri");
        assert!(
            path.starts_with("ui/src/api/") || !(text.contains("fetch(") || text.contains("EventSource")),
            "{path} calls out"
        );
    }
    let clocks: Vec<_> = sources(&["ui/src"], &[".ts", ".svelte"])
        .into_iter()
        .filter(|(path, text)| !path.contains(".test.") && (text.contains("Date.now(") || text.contains("new Date(")))
        .map(|(path, _)| path)
        .collect();
    assert!(clocks.len() <= 1, "more than one file reads the clock: {clocks:?}");
}

#[test]
fn every_release_safety_version_is_locked() {
    let lock = std::fs::read_to_string(top().join("Cargo.lock")).unwrap();
    let version = |name: &str| {
        let after = lock
            .split(&format!("name = \"{name}\"\nversion = \""))
            .nth(1)
            .unwrap_or_else(|| panic!("{name} is not locked"));
        after.split('"').next().unwrap().split('.').map(|part| part.parse().unwrap()).collect::<Vec<u32>>()
    };
    assert!(version("tauri") >= vec![2, 11, 1], "before 2.11.1 a remote page could be taken for a local one");
    assert!(rusqlite::version_number() >= 3_053_004, "SQLite before 3.53.4 may lose data");
}
